#include "server/lanes/postgres_hints.h"

#include "server/telemetry/logging.h"

#include <libpq-fe.h>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

PGconn *connectionOf(const store::Database &database)
{
    return static_cast<PGconn *>(database.nativeHandle());
}

} // namespace

std::unique_ptr<PostgresHints> PostgresHints::open(const QString &address)
{
    auto sender = store::Database::open(address);
    auto listener = store::Database::open(address);
    if (!sender || !listener || !(*listener)->execute(u"LISTEN filmtracker"_s)) {
        qCWarning(serverLog) << "no hints from other servers";
        return nullptr;
    }
    const int socket = PQsocket(connectionOf(**listener));
    return std::unique_ptr<PostgresHints>(
        new PostgresHints(*std::move(sender), *std::move(listener), socket));
}

PostgresHints::PostgresHints(std::unique_ptr<store::Database> sender,
                             std::unique_ptr<store::Database> listener, int socket)
    : m_sender(std::move(sender))
    , m_listener(std::move(listener))
    , m_notifier(socket, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &PostgresHints::read);
}

PostgresHints::~PostgresHints() = default;

void PostgresHints::send(ProductionId production, quint64 head)
{
    // Both parts are our own: digits, letters and dashes.
    const Result<> sent =
        m_sender->execute(u"NOTIFY filmtracker, '%1:%2'"_s.arg(production.toString()).arg(head));
    if (!sent)
        qCWarning(serverLog).noquote() << u"a hint was not sent: "_s + sent.error().message;
}

bool PostgresHints::isAlive() const
{
    return m_sender->isAlive() && m_listener->isAlive();
}

void PostgresHints::read()
{
    PGconn *connection = connectionOf(*m_listener);
    if (PQconsumeInput(connection) == 0) {
        m_notifier.setEnabled(false); // The connection broke, and the next poll notices.
        return;
    }
    while (PGnotify *notify = PQnotifies(connection)) {
        const QString payload = QString::fromUtf8(notify->extra);
        PQfreemem(notify);
        const auto production = ProductionId::fromString(payload.section(u':', 0, 0));
        bool isNumber = false;
        const quint64 head = payload.section(u':', 1).toULongLong(&isNumber);
        if (production && isNumber)
            emit received(*production, head);
    }
}

} // namespace film::server
