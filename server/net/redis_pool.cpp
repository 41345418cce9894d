#include "server/net/redis_pool.h"

#include "server/telemetry/logging.h"

#include <hiredis/hiredis.h>

#include <limits>

namespace film::server {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

using Reply = std::unique_ptr<redisReply, decltype(&freeReplyObject)>;

timeval timeOf(std::chrono::milliseconds time)
{
    return {time.count() / 1000, (time.count() % 1000) * 1000};
}

bool append(redisContext *context, const RedisPool::Command &command)
{
    std::vector<const char *> words;
    std::vector<size_t> sizes;
    for (const QByteArray &word : command) {
        words.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    return redisAppendCommandArgv(context, int(words.size()), words.data(), sizes.data())
        == REDIS_OK;
}

// Nothing if it did not come or is an error.
std::optional<RedisPool::Answer> nextAnswer(redisContext *context)
{
    void *raw = nullptr;
    if (redisGetReply(context, &raw) != REDIS_OK)
        return std::nullopt;
    const Reply reply(static_cast<redisReply *>(raw), freeReplyObject);
    switch (reply->type) {
    case REDIS_REPLY_INTEGER: return RedisPool::Answer{reply->integer, {}};
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
        return RedisPool::Answer{0, QByteArray(reply->str, qsizetype(reply->len))};
    case REDIS_REPLY_NIL: return RedisPool::Answer{};
    default: return std::nullopt;
    }
}

} // namespace

void RedisPool::Free::operator()(redisContext *context) const
{
    redisFree(context);
}

Result<RedisPool::Settings> RedisPool::read(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    bool isNumber = true;
    Settings settings;
    const QString path = url.path().mid(1);
    if (!path.isEmpty())
        settings.database = path.toInt(&isNumber);
    // The text may hold a password: it is not repeated.
    if (!url.isValid() || url.scheme() != u"redis" || url.host().isEmpty() || url.hasQuery()
        || !isNumber || settings.database < 0)
        return fail(ErrorCode::InvalidInput,
                    u"that is not an address such as redis://127.0.0.1:6379"_s);
    settings.host = url.host();
    settings.port = url.port(settings.port);
    settings.user = url.userName(QUrl::FullyDecoded);
    settings.password = url.password(QUrl::FullyDecoded);
    return settings;
}

RedisPool::RedisPool(Settings settings)
    : m_settings(std::move(settings))
{}

RedisPool::~RedisPool() = default;

bool RedisPool::isUp() const
{
    const std::lock_guard lock(m_mutex);
    return !m_lost;
}

Result<std::vector<RedisPool::Answer>> RedisPool::run(const std::vector<Command> &commands)
{
    auto connection = take();
    if (!connection)
        return fail(connection.error());
    for (const Command &command : commands) {
        if (!append(connection->get(), command))
            return fail(lost(u"there is no memory"_s));
    }
    std::vector<Answer> answers;
    while (answers.size() < commands.size()) {
        auto answer = nextAnswer(connection->get());
        // What is left on this connection would be taken for the answers to the next questions.
        if (!answer)
            return fail(lost(u"it does not answer, or not this"_s));
        answers.push_back(*std::move(answer));
    }
    giveBack(*std::move(connection));
    return answers;
}

Result<RedisPool::Connection> RedisPool::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            Connection connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
        if (m_lost && Steady::now() - *m_lost < m_settings.pause)
            return fail(ErrorCode::Offline, u"Redis did not answer a moment ago"_s);
        // The others do not wait for this one's try.
        if (m_lost)
            m_lost = Steady::now();
    }
    auto connection = connect();
    if (!connection)
        return fail(lost(connection.error().message));
    return connection;
}

Result<RedisPool::Connection> RedisPool::connect() const
{
    Connection connection(redisConnectWithTimeout(m_settings.host.toUtf8().constData(),
                                                  m_settings.port, timeOf(m_settings.answerMax)));
    if (!connection || connection->err != 0
        || redisSetTimeout(connection.get(), timeOf(m_settings.answerMax)) != REDIS_OK)
        return fail(ErrorCode::Offline, u"it cannot be reached"_s);
    std::vector<Command> greeting;
    if (!m_settings.user.isEmpty())
        greeting.push_back({"AUTH", m_settings.user.toUtf8(), m_settings.password.toUtf8()});
    else if (!m_settings.password.isEmpty())
        greeting.push_back({"AUTH", m_settings.password.toUtf8()});
    if (m_settings.database > 0)
        greeting.push_back({"SELECT", QByteArray::number(m_settings.database)});
    for (const Command &command : greeting) {
        if (!append(connection.get(), command) || !nextAnswer(connection.get()))
            return fail(ErrorCode::Offline, u"it refuses this server"_s);
    }
    return connection;
}

void RedisPool::giveBack(Connection connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_lost)
        qCInfo(serverLog) << "Redis answers again";
    m_lost.reset();
    m_idle.push_back(std::move(connection));
}

Error RedisPool::lost(const QString &why)
{
    const std::lock_guard lock(m_mutex);
    if (!m_lost)
        qCWarning(serverLog).noquote() << u"Redis: "_s + why;
    m_lost = Steady::now();
    m_idle.clear(); // they are of the same server
    return {ErrorCode::Offline, u"Redis: "_s + why};
}

} // namespace film::server
