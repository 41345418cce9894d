#include "server/net/redis_state.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr auto windowSeconds = "120"; // the minute, and clocks that differ
constexpr auto sessionSeconds = "30";
// Longer than any session is kept: who finds no state finds no session of before either.
constexpr auto accountSeconds = "3600";

QByteArray windowKey(const SharedState::Window &window)
{
    return "filmtracker:window:" + window.whom.toByteArray().toHex() + ':'
        + QByteArray::number(window.minute);
}

QByteArray sessionKey(AccountSessionId session)
{
    return "filmtracker:session:" + session.toByteArray().toHex();
}

QByteArray accountKey(AccountId account)
{
    return "filmtracker:account:" + account.toByteArray().toHex();
}

} // namespace

RedisState::RedisState(RedisPool::Settings settings, ServerMetrics *metrics)
    : m_pool(std::move(settings))
    , m_metrics(metrics)
{}

Result<std::vector<RedisPool::Answer>>
RedisState::run(const std::vector<RedisPool::Command> &commands)
{
    const auto asked = std::chrono::steady_clock::now();
    auto answers = m_pool.run(commands);
    if (m_metrics)
        m_metrics->redisAsked(answers.has_value(), std::chrono::steady_clock::now() - asked);
    return answers;
}

Result<int> RedisState::take(store::Database &database, const Window &window, int want)
{
    const QByteArray key = windowKey(window);
    const auto answers =
        run({{"INCRBY", key, QByteArray::number(want)}, {"EXPIRE", key, windowSeconds}});
    if (!answers)
        return m_database.take(database, window, want);
    const qint64 before = answers->front().number - want;
    return int(std::clamp<qint64>(window.limit - before, 0, want));
}

SharedState::KeptSession RedisState::session(AccountSessionId session, AccountId account)
{
    const auto answers = run({{"GET", accountKey(account)}, {"GET", sessionKey(session)}});
    if (!answers)
        return {};
    // Each value begins with the state that it was kept under.
    const QByteArray state = answers->front().bytes.value_or("0");
    const QByteArray kept = answers->back().bytes.value_or(QByteArray());
    const QByteArray start = state + ':';
    if (m_metrics)
        m_metrics->sessionRead(kept.startsWith(start));
    return {state, kept.startsWith(start) ? kept.mid(start.size()) : QByteArray()};
}

void RedisState::keepSession(AccountSessionId session, const KeptSession &kept)
{
    if (!kept.accountState.isEmpty())
        (void)run({{"SET", sessionKey(session), kept.accountState + ':' + kept.value, "EX",
                    sessionSeconds}});
}

void RedisState::forgetSessions(AccountId account)
{
    const QByteArray key = accountKey(account);
    (void)run({{"INCR", key}, {"EXPIRE", key, accountSeconds}});
}

void RedisState::look()
{
    (void)run({{"PING"}});
}

QString RedisState::problem() const
{
    return m_pool.isUp() ? QString() : u"it does not answer; counts are the database's meanwhile"_s;
}

} // namespace film::server
