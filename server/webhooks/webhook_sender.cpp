#include "server/webhooks/webhook_sender.h"

#include "server/telemetry/logging.h"
#include "server/webhooks/webhook_events.h"
#include "shared/protocol/limits.h"
#include "shared/store/privacy_repository.h"
#include "shared/store/server_storage_sql.h"
#include "shared/store/transaction.h"

#include <QHostInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <list>
#include <set>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::DeliveryRow;
using store::WebhookRow;

namespace {

constexpr auto pauseLeast = 15'000ms;
constexpr auto pauseMost = 3'600'000ms;
constexpr auto leaseBeyondAnswer = 20'000ms;
constexpr auto forgetInterval = 1h;

// A timer may end what it belongs to.
struct DeleteLater {
    void operator()(QObject *object) const
    {
        object->disconnect();
        object->deleteLater();
    }
};

struct Outcome {
    int status = 0;
    QString problem; // none: it was taken
};

Outcome outcomeOf(const QNetworkReply &reply, bool isLate)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300)
        return {status, {}};
    if (status >= 300 && status < 400)
        return {status, u"it answered with a redirect, which is not followed"_s};
    if (status > 0)
        return {status, u"it answered %1"_s.arg(status)};
    if (isLate)
        return {0, u"it did not answer in time"_s};
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError: return {0, u"its certificate is not trusted"_s};
    case QNetworkReply::ConnectionRefusedError: return {0, u"it cannot be reached"_s};
    default: return {0, u"the connection broke"_s};
    }
}

} // namespace

QByteArray webhookPurpose(store::WebhookId id)
{
    return "webhook " + id.toByteArray();
}

std::chrono::milliseconds webhookPause(int attempts, RandomSource &random)
{
    const auto whole = std::min<std::chrono::milliseconds>(
        pauseMost, pauseLeast * (1 << std::clamp(attempts - 1, 0, 16)));
    return whole / 2 + std::chrono::milliseconds(random.below(quint64(whole.count() / 2) + 1));
}

struct WebhookSender::Work : QObject {
    Work(Settings with, const SecretBox &sealed, const Clock &timeSource)
        : settings(std::move(with))
        , box(sealed)
        , clock(timeSource)
    {}

    // One request under way.
    struct Sending {
        DeliveryRow row;
        WebhookRow hook;
        QNetworkReply *reply = nullptr;
        std::unique_ptr<QTimer, DeleteLater> timer;
        bool isLate = false;
        int lookup = -1;
    };

    void begin()
    {
        network = std::make_unique<QNetworkAccessManager>();
        // The receiver's address was checked; a proxy would choose another.
        network->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        timer = std::make_unique<QTimer>();
        connect(timer.get(), &QTimer::timeout, this, &Work::look);
        timer->start(settings.interval);
    }
    // What belongs to the thread ends in it.
    void end()
    {
        timer.reset();
        for (Sending &each : sending) {
            if (each.lookup >= 0)
                QHostInfo::abortHostLookup(each.lookup);
            if (each.reply) {
                each.reply->disconnect(this);
                each.reply->abort();
            }
            // Not its fault: the next server need not wait for the end of the lease.
            each.row.dueMs = msSinceEpoch(clock.now());
            if (storage)
                (void)hooks().settle(each.row);
        }
        sending.clear();
        network.reset();
        storage.reset();
    }

    [[nodiscard]] store::WebhookRepository hooks()
    {
        return store::WebhookRepository(storage->database());
    }
    [[nodiscard]] bool isReady()
    {
        if (storage && !storage->database().isAlive())
            storage.reset();
        if (storage)
            return true;
        auto opened = store::ServerStorageSql::open(settings.database);
        if (!opened) {
            qCWarning(serverLog).noquote()
                << u"no database for webhooks: "_s + opened.error().message;
            return false;
        }
        storage = *std::move(opened);
        return true;
    }

    void look()
    {
        if (!isReady())
            return;
        for (const auto &step : {&Work::readLogs, &Work::sendDue, &Work::forgetOld}) {
            if (const Result<> done = (this->*step)(); !done)
                qCWarning(serverLog).noquote() << u"webhooks wait: "_s + done.error().message;
        }
    }

    // From the logs into the outbox.
    Result<> readLogs()
    {
        const auto enabled = hooks().enabled();
        if (!enabled)
            return fail(enabled.error());
        for (const WebhookRow &hook : *enabled) {
            if (const Result<> read = readLog(hook); !read)
                return read;
        }
        return {};
    }

    Result<> readLog(const WebhookRow &hook)
    {
        const auto head = storage->head(hook.production);
        if (!head)
            return fail(head.error());
        if (head->sequence == hook.seen)
            return {};
        if (head->sequence < hook.seen) { // A backup was put back.
            const auto moved = hooks().moveOn(hook, head->sequence);
            return moved ? Result<>() : fail(moved.error());
        }
        const auto waiting = hooks().countWaiting(hook.production, hook.id);
        if (!waiting)
            return fail(waiting.error());
        // The log keeps what there is no room for.
        if (*waiting >= webhook_limits::waitingMax)
            return {};
        sync::RowsWanted wanted;
        wanted.from = hook.seen;
        wanted.visibility = sync::Visibility::all();
        wanted.rowsMax = webhook_limits::eventsOfOneMax;
        wanted.bytesMax = protocol::limits::frameBytesMax;
        const auto read = storage->rows(hook.production, wanted);
        if (!read)
            return fail(read.error());
        if (read->to <= hook.seen)
            return {};
        const auto hidden = restricted(hook.production);
        if (!hidden)
            return fail(hidden.error());
        QJsonArray events;
        for (const protocol::LogRow &row : read->rows) {
            for (const QJsonValue &event : eventsIn(row, hook.events, *hidden))
                events.append(event);
        }
        return queue(hook, read->to, events);
    }

    // Who is behind an address is not known: it is told what anybody may see.
    Result<std::set<PersonId>> restricted(ProductionId production)
    {
        const auto restrictions =
            store::PrivacyRepository(storage->database()).restrictions(production);
        if (!restrictions)
            return fail(restrictions.error());
        std::set<PersonId> people;
        for (const store::Restriction &one : *restrictions)
            people.insert(one.person);
        return people;
    }

    Result<> queue(const WebhookRow &hook, quint64 to, const QJsonArray &events)
    {
        auto transaction = store::Transaction::begin(storage->database());
        if (!transaction)
            return fail(transaction.error());
        const auto moved = hooks().moveOn(hook, to);
        if (!moved)
            return fail(moved.error());
        if (!*moved) // Another server was faster.
            return {};
        if (!events.isEmpty()) {
            const DeliveryRow row = newDelivery(hook, events, random, msSinceEpoch(clock.now()));
            if (const Result<> added = hooks().addDelivery(row); !added)
                return added;
        }
        return transaction->commit();
    }

    Result<> sendDue()
    {
        const qint64 now = msSinceEpoch(clock.now());
        const int room = webhook_limits::atOnceMax - int(sending.size());
        if (room <= 0)
            return {};
        const auto due = hooks().due(now, room);
        if (!due)
            return fail(due.error());
        for (DeliveryRow row : *due) {
            const qint64 until = now + (settings.answerMax + leaseBeyondAnswer).count();
            const auto leased = hooks().lease(row, until);
            const auto hook = leased && *leased ? hooks().find(row.production, row.webhook)
                                                : Result<std::optional<WebhookRow>>(std::nullopt);
            if (!leased || !hook)
                return fail(leased ? hook.error() : leased.error());
            if (!*hook)
                continue;
            // It may have waited for a day.
            const auto hidden = restricted(row.production);
            if (!hidden)
                return fail(hidden.error());
            row.body = withoutHidden(row.body, *hidden);
            const bool isDisabled = !(*hook)->disabled.isEmpty();
            if (isDisabled || row.body.isEmpty()) {
                row.state = DeliveryRow::State::GivenUp;
                row.problem = isDisabled ? u"the webhook is disabled"_s
                                         : u"whom it is about is not told about any more"_s;
                row.endedMs = now;
                if (const Result<> ended = hooks().settle(row); !ended)
                    return ended;
                continue;
            }
            row.dueMs = until;
            ++row.attempts;
            start({row, **hook, nullptr, nullptr, false, -1});
        }
        return {};
    }

    void start(Sending made)
    {
        sending.push_back(std::move(made));
        const auto at = std::prev(sending.end());
        at->timer.reset(new QTimer);
        at->timer->setSingleShot(true);
        connect(at->timer.get(), &QTimer::timeout, this, [this, at] {
            at->isLate = true;
            if (at->reply)
                at->reply->abort(); // and its end is told
            else
                settle(at, {0, u"its host's address was not found in time"_s});
        });
        at->timer->start(settings.answerMax);
        const QUrl url(at->hook.url);
        at->lookup = QHostInfo::lookupHost(url.host(), this, [this, at](const QHostInfo &host) {
            at->lookup = -1;
            post(at, host);
        });
    }

    // To an address that was checked, whatever the host's name becomes meanwhile.
    void post(std::list<Sending>::iterator at, const QHostInfo &host)
    {
        const QUrl url(at->hook.url);
        const bool isTls = url.scheme() == u"https";
        const QList<QHostAddress> addresses = host.addresses();
        if (addresses.isEmpty())
            return settle(at, {0, u"its host has no address"_s});
        if (!settings.addresses.check(url)
            || !std::ranges::all_of(addresses, [&](const QHostAddress &address) {
                   return settings.addresses.allows(address, isTls);
               }))
            return settle(at, {0, u"its host is in a network that webhooks may not be sent to"_s});
        const auto secret = box.open(webhookPurpose(at->hook.id), at->hook.secret);
        if (!secret)
            return settle(at, {0, u"its secret cannot be opened with this server's key"_s});
        QUrl pinned(url);
        pinned.setHost(addresses.first().toString());
        QNetworkRequest request(pinned);
        request.setPeerVerifyName(url.host());
        QByteArray name = url.host(QUrl::FullyEncoded).toLatin1();
        if (url.port() >= 0)
            name += ':' + QByteArray::number(url.port());
        request.setRawHeader("Host", name);
        request.setRawHeader("Content-Type", "application/json");
        request.setRawHeader("User-Agent", "FilmTracker-Webhook/1");
        request.setRawHeader("Filmtracker-Delivery", at->row.id.toString().toLatin1());
        request.setRawHeader(
            "Filmtracker-Signature",
            webhookSignature(*secret, msSinceEpoch(clock.now()) / 1000, at->row.body));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                             QNetworkRequest::Manual);
        at->reply = network->post(request, at->row.body);
        at->reply->setReadBufferSize(4096);
        // The first line says it all; nobody reads what comes after.
        connect(at->reply, &QNetworkReply::metaDataChanged, this, [this, at] {
            if (at->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 200)
                return;
            const Outcome outcome = outcomeOf(*at->reply, at->isLate);
            at->reply->disconnect(this);
            at->reply->deleteLater();
            settle(at, outcome);
        });
        connect(at->reply, &QNetworkReply::finished, this, [this, at] {
            const Outcome outcome = outcomeOf(*at->reply, at->isLate);
            at->reply->deleteLater();
            settle(at, outcome);
        });
    }

    void settle(std::list<Sending>::iterator at, const Outcome &outcome)
    {
        const Sending done = std::move(*at);
        sending.erase(at);
        if (done.lookup >= 0)
            QHostInfo::abortHostLookup(done.lookup);
        if (!isReady())
            return; // The lease ends by itself.
        if (const Result<> kept = keep(done, outcome); !kept)
            qCWarning(serverLog).noquote() << u"a webhook's delivery: "_s + kept.error().message;
        const Result<> more = sendDue();
        if (!more)
            qCWarning(serverLog).noquote() << u"webhooks wait: "_s + more.error().message;
    }

    // What became of it, of this delivery and of the webhook.
    Result<> keep(const Sending &done, const Outcome &outcome)
    {
        using State = DeliveryRow::State;
        using Delivery = ServerMetrics::Delivery;
        const qint64 now = msSinceEpoch(clock.now());
        DeliveryRow row = done.row;
        row.status = outcome.status;
        row.problem = outcome.problem;
        const bool isTaken = outcome.problem.isEmpty();
        const bool isGone = outcome.status == 410;
        const bool isOver =
            now - row.createdMs >= std::chrono::milliseconds(webhook_limits::triedFor).count();
        if (isTaken || isGone || isOver) {
            row.state = isTaken ? State::Delivered : State::GivenUp;
            row.endedMs = now;
        } else {
            row.dueMs = now + webhookPause(row.attempts, random).count();
        }
        if (settings.metrics)
            settings.metrics->webhookDelivered(isTaken           ? Delivery::Delivered
                                                   : row.endedMs ? Delivery::GivenUp
                                                                 : Delivery::Failed);
        if (const Result<> settled = hooks().settle(row); !settled)
            return settled;
        const auto known = hooks().find(row.production, row.webhook);
        if (!known)
            return fail(known.error());
        if (!*known || !(*known)->disabled.isEmpty())
            return {};
        if (isGone)
            return disable(**known, u"the receiver answered 410: it is gone for good"_s);
        const auto since = (*known)->failingSinceMs;
        if (isTaken)
            return since ? hooks().setFailingSince(row.production, row.webhook, std::nullopt)
                         : Result<>();
        if (!since)
            return hooks().setFailingSince(row.production, row.webhook, now);
        if (now - *since >= std::chrono::milliseconds(webhook_limits::failingFor).count())
            return disable(**known, u"nothing could be delivered for days: "_s + row.problem);
        return {};
    }

    Result<> disable(const WebhookRow &hook, const QString &reason)
    {
        qCWarning(serverLog).noquote() << u"webhook %1 of production %2 is disabled: %3"_s.arg(
            hook.id.toString(), hook.production.toString(), reason);
        return hooks().setDisabled(hook.production, hook.id, reason);
    }

    Result<> forgetOld()
    {
        const Instant now = clock.now();
        if (now < forgetDue)
            return {};
        forgetDue = now + forgetInterval;
        return hooks().forgetBefore(msSinceEpoch(now - webhook_limits::keptFor));
    }

    const Settings settings;
    const SecretBox box;
    const Clock &clock;
    SystemRandom random;
    std::unique_ptr<QTimer> timer;
    std::unique_ptr<store::ServerStorageSql> storage;
    std::unique_ptr<QNetworkAccessManager> network;
    std::list<Sending> sending; // places in it stay
    Instant forgetDue{};
};

WebhookSender::WebhookSender(Settings settings, const SecretBox &box, const Clock &clock)
    : m_work(std::make_unique<Work>(std::move(settings), box, clock))
{
    m_thread.setObjectName(u"webhooks"_s);
    m_work->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_work.get(), &Work::begin);
    QObject::connect(&m_thread, &QThread::finished, m_work.get(), &Work::end, Qt::DirectConnection);
    m_thread.start(QThread::LowPriority);
}

WebhookSender::~WebhookSender()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace film::server
