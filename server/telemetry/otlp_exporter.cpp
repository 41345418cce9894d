#include "server/telemetry/otlp_exporter.h"

#include "server/telemetry/logging.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUuid>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t waitingMax = 4'096;
constexpr size_t batchMax = 512;
constexpr int triesMax = 5;
constexpr auto pauseMax = 30s;
constexpr auto answerMax = 10s;

// Those that OTLP says to try again after ("Failures", OTLP 1.0).
bool isWorthAnother(int status)
{
    return status == 0 || status == 429 || status == 502 || status == 503 || status == 504;
}

} // namespace

OtlpExporter::OtlpExporter(Settings settings, ServerMetrics &metrics)
    : m_settings(std::move(settings))
    , m_metrics(metrics)
    , m_resource{u"" FILM_VERSION ""_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}
{
    moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, this, [this] {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_timer = std::make_unique<QTimer>();
        m_timer->setSingleShot(true);
        connect(m_timer.get(), &QTimer::timeout, this, &OtlpExporter::send);
        m_timer->start(m_settings.interval);
    });
    connect(&m_thread, &QThread::finished, this, [this] {
        m_timer.reset();
        m_network.reset();
    });
    m_thread.start();
}

OtlpExporter::~OtlpExporter()
{
    m_thread.quit();
    m_thread.wait();
}

// By the id itself, so that all who see a part of a trace decide alike (TraceIdRatioBased).
bool OtlpExporter::isSampled(const std::array<quint8, 16> &trace) const
{
    quint64 low = 0;
    for (size_t i = 8; i < 16; ++i)
        low = low << 8 | trace[i];
    return int((low >> 1) % 100) < m_settings.percent;
}

void OtlpExporter::finished(SpanRecord span)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() < waitingMax)
        m_waiting.push_back(std::move(span));
    else
        m_metrics.spansDropped(1);
}

void OtlpExporter::send()
{
    if (m_isUnderWay)
        return;
    if (m_batch.empty()) {
        const std::lock_guard lock(m_mutex);
        const auto end = m_waiting.begin() + qsizetype(std::min(batchMax, m_waiting.size()));
        std::move(m_waiting.begin(), end, std::back_inserter(m_batch));
        m_waiting.erase(m_waiting.begin(), end);
    }
    if (m_batch.empty())
        return m_timer->start(m_settings.interval);
    QUrl url = m_settings.endpoint;
    url.setPath(url.path() + (url.path().endsWith(u'/') ? u"v1/traces"_s : u"/v1/traces"_s));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(int(std::chrono::milliseconds(answerMax).count()));
    m_isUnderWay = true;
    QNetworkReply *reply = m_network->post(request, otlpRequest(m_batch, m_resource));
    connect(reply, &QNetworkReply::finished, this, [this, reply] { onAnswered(reply); });
}

void OtlpExporter::onAnswered(QNetworkReply *reply)
{
    reply->deleteLater();
    m_isUnderWay = false;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const std::chrono::seconds asked(reply->rawHeader("Retry-After").toInt());
    if (status >= 200 && status < 300)
        forgetBatch(true);
    else if (isWorthAnother(status) && ++m_tries < triesMax)
        return retryLater(asked);
    else
        forgetBatch(false);
    const std::lock_guard lock(m_mutex);
    m_timer->start(m_waiting.size() >= batchMax ? 0ms : m_settings.interval);
}

// Twice as long each time, and somewhere in the upper half of it: a collector that comes back is
// not met by all servers at once.
void OtlpExporter::retryLater(std::chrono::milliseconds asked)
{
    const std::chrono::milliseconds longest =
        std::min<std::chrono::milliseconds>(m_settings.firstPause * (1 << (m_tries - 1)), pauseMax);
    const auto half = quint64(longest.count() / 2);
    const std::chrono::milliseconds pause(half + m_random.below(half + 1));
    m_timer->start(std::clamp<std::chrono::milliseconds>(asked, pause, pauseMax));
}

void OtlpExporter::forgetBatch(bool isTaken)
{
    if (isTaken)
        m_metrics.spansExported(m_batch.size());
    else
        m_metrics.spansDropped(m_batch.size());
    if (!isTaken)
        qCWarning(serverLog).noquote()
            << u"the collector of traces did not take %1 spans"_s.arg(m_batch.size());
    m_batch.clear();
    m_tries = 0;
}

} // namespace film::server
