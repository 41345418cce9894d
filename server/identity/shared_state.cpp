#include "server/identity/shared_state.h"

#include "shared/store/request_windows.h"

namespace film::server {

namespace {

constexpr qint64 forgetInterval = 60; // minutes

} // namespace

Result<int> DatabaseState::take(store::Database &database, const Window &window, int want)
{
    if (database.dialect() != store::Dialect::Postgres)
        return want; // a file has one server, which counts by itself
    store::RequestWindows windows(database);
    qint64 before = m_forgottenBefore;
    if (window.minute - before >= forgetInterval
        && m_forgottenBefore.compare_exchange_strong(before, window.minute)) {
        if (const Result<> forgotten = windows.forgetBefore(window.minute); !forgotten)
            return fail(forgotten.error());
    }
    return windows.take(window.whom, window.minute, want, window.limit);
}

} // namespace film::server
