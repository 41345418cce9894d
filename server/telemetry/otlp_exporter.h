#pragma once

#include "server/telemetry/otlp_json.h"
#include "server/telemetry/server_metrics.h"
#include "shared/base/random.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <deque>
#include <memory>
#include <mutex>

namespace film::server {

// Sends finished spans to a collector by OTLP/HTTP, a batch at a time, in a thread of its own. The
// server never waits for it: what does not fit into the queue, or is not taken after some tries, is
// dropped and counted.
class OtlpExporter final : public QObject, public SpanSink
{
    Q_OBJECT

public:
    struct Settings {
        QUrl endpoint;    // of the collector; /v1/traces is added
        int percent = 10; // of the traces that begin here
        // No options: nobody needs others but tests that do not wait.
        std::chrono::milliseconds interval{2'000};
        std::chrono::milliseconds firstPause{1'000};
    };
    OtlpExporter(Settings settings, ServerMetrics &metrics);
    // Sends what waits, if the collector takes it at once.
    ~OtlpExporter() override;

    [[nodiscard]] bool isSampled(const std::array<quint8, 16> &trace) const override;
    void finished(SpanRecord span) override;

private:
    void send();
    void onAnswered(QNetworkReply *reply);
    void retryLater(std::chrono::milliseconds asked);
    void forgetBatch(bool isTaken);

    const Settings m_settings;
    ServerMetrics &m_metrics;
    OtlpResource m_resource;
    std::mutex m_mutex;
    std::deque<SpanRecord> m_waiting; // behind the mutex

    // Of the thread.
    QThread m_thread;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QTimer> m_timer;
    std::vector<SpanRecord> m_batch; // on its way, or to be tried again
    SystemRandom m_random;
    int m_tries = 0;
    bool m_isUnderWay = false;
};

} // namespace film::server
