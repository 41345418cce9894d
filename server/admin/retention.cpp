#include "server/admin/retention.h"

#include "shared/base/random.h"
#include "shared/store/transaction.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

Result<int> eraseKind(store::ServerStorageSql &storage, const RetentionDone &wanted,
                      const Actor &by, Instant now)
{
    Result<store::Transaction> transaction = store::Transaction::begin(storage.database());
    if (!transaction)
        return fail(transaction.error());
    const qint64 before = msSinceEpoch(now - std::chrono::days(wanted.days));
    const auto erased =
        store::PrivacyRepository(storage.database()).eraseOlder(wanted.kind, before);
    if (!erased || *erased == 0)
        return erased;
    SystemRandom salts;
    store::ServerAct act;
    act.atMs = msSinceEpoch(now);
    act.act = u"retention-run"_s;
    act.by = by.account;
    act.detail =
        u"%1 older than %2 days: %3"_s.arg(store::retainedKindName(wanted.kind),
                                           QString::number(wanted.days), QString::number(*erased));
    act.address = by.address;
    if (const Result<> recorded = store::ServerAudit(storage.database(), salts).append(act);
        !recorded)
        return fail(recorded.error());
    const Result<> committed = transaction->commit();
    return committed ? erased : fail(committed.error());
}

} // namespace

Result<std::vector<RetentionDone>> runRetention(store::ServerStorageSql &storage, const Actor &by,
                                                Instant now, bool isDryRun)
{
    store::PrivacyRepository privacy(storage.database());
    const auto policies = privacy.policies();
    if (!policies)
        return fail(policies.error());
    std::vector<RetentionDone> done;
    for (const auto &[kind, days] : *policies) {
        RetentionDone one{kind, days, 0};
        const auto rows = isDryRun
            ? privacy.countOlder(kind, msSinceEpoch(now - std::chrono::days(days)))
            : eraseKind(storage, one, by, now);
        if (!rows)
            return fail(rows.error());
        one.rows = *rows;
        done.push_back(one);
    }
    return done;
}

} // namespace film::server
