#pragma once

#include "server/identity/shared_state.h"
#include "server/net/redis_pool.h"
#include "server/telemetry/server_metrics.h"

namespace film::server {

// In Redis. While that does not answer, counts are the database's, and sessions are looked up where
// they are.
class RedisState final : public SharedState
{
public:
    // `metrics` may be null.
    RedisState(RedisPool::Settings settings, ServerMetrics *metrics);

    [[nodiscard]] Result<int> take(store::Database &database, const Window &window,
                                   int want) override;
    [[nodiscard]] KeptSession session(AccountSessionId session, AccountId account) override;
    void keepSession(AccountSessionId session, const KeptSession &kept) override;
    void forgetSessions(AccountId account) override;
    void look() override;
    [[nodiscard]] QString problem() const override;

private:
    [[nodiscard]] Result<std::vector<RedisPool::Answer>>
    run(const std::vector<RedisPool::Command> &commands);

    RedisPool m_pool;
    ServerMetrics *const m_metrics;
    DatabaseState m_database;
};

} // namespace film::server
