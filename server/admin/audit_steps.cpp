#include "server/admin/admin_steps.h"

#include "server/admin/anchors.h"
#include "server/admin/audit_export.h"
#include "server/admin/chain_check.h"
#include "shared/store/production_repository.h"

#include <QJsonArray>
#include <QSaveFile>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// The chains: checked, signed, handed out.
struct AuditSteps {
    // Every chain, or one production's: what is wrong with which row, and how far it is signed.
    static int verifyAudit(AdminRun &run)
    {
        const auto trusted = trustedKey(run);
        if (!trusted)
            return run.failed(trusted.error());
        const bool isOne = run.has(u"production"_s);
        std::vector<store::ProductionRow> productions;
        if (isOne) {
            const auto production = run.productionId();
            if (!production)
                return run.misunderstood(u"--production is no id"_s);
            productions.push_back({*production, {}, 0, 0});
        } else {
            const auto all = store::ProductionRepository(run.storage().database()).list();
            if (!all)
                return run.failed(all.error());
            productions = *all;
        }
        bool isWhole = true;
        QJsonArray list;
        for (const store::ProductionRow &row : productions) {
            const auto verdict = checkProduction(run.storage(), row.id, *trusted);
            if (!verdict)
                return run.failed(verdict.error());
            isWhole = sayVerdict(run, row.id.toString(), *verdict, list) && isWhole;
        }
        if (!isOne) {
            const auto verdict = checkActs(run.storage(), *trusted);
            if (!verdict)
                return run.failed(verdict.error());
            isWhole = sayVerdict(run, u"acts"_s, *verdict, list) && isWhole;
        }
        run.listed(list);
        return isWhole ? admin_exit::done : admin_exit::failed;
    }

    // Whether nothing is wrong with it.
    static bool sayVerdict(AdminRun &run, const QString &chain, const ChainVerdict &verdict,
                           QJsonArray &list)
    {
        QJsonObject said = jsonOfChain(verdict);
        said[u"chain"_s] = chain;
        list.append(said);
        if (run.isJson())
            return verdict.problems.isEmpty();
        for (const QString &problem : verdict.problems)
            run.say(u"%1: %2\n"_s.arg(chain, problem));
        for (const QString &note : verdict.notes)
            run.say(u"%1: note: %2\n"_s.arg(chain, note));
        for (const protocol::PublicKey &key : verdict.keys)
            run.say(u"%1: signed with %2\n"_s.arg(chain, sync::keyText(key)));
        run.say(u"%1: %2 rows, %3 erased, %4 anchors, %5 problems\n"_s.arg(
            chain, QString::number(verdict.rows), QString::number(verdict.erased),
            QString::number(verdict.anchors), QString::number(verdict.problems.size())));
        return verdict.problems.isEmpty();
    }

    // Of --key, else of --data; nothing if neither is given: then the anchors' own word counts.
    static Result<std::optional<protocol::PublicKey>> trustedKey(AdminRun &run)
    {
        if (run.has(u"key"_s)) {
            const auto key = sync::keyFromText(run.value(u"key"_s));
            return key ? Result<std::optional<protocol::PublicKey>>(key)
                       : fail(ErrorCode::InvalidInput, u"--key is 64 digits of hexadecimal"_s);
        }
        if (run.dataFolder().isEmpty())
            return std::nullopt;
        const auto box = run.secretBox();
        if (!box)
            return fail(box.error());
        return std::optional(anchorSigner(*box)->publicKey());
    }

    static int exportBundle(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production || run.files().size() != 1)
            return run.misunderstood(u"audit export --production ID FILE"_s);
        QSaveFile file(run.files().front());
        if (!file.open(QIODevice::WriteOnly))
            return run.failed({ErrorCode::StoreReadOnly, u"the file cannot be written"_s});
        const auto done = exportAudit(run.storage(), *production, file, SystemClock().now());
        if (!done)
            return run.failed(done.error());
        if (!file.commit())
            return run.failed({ErrorCode::StoreFull, u"the file cannot be written"_s});
        if (const Result<> recorded = run.tasks().noteExport(*production); !recorded)
            return run.failed(recorded.error());
        run.tell(u"%1 changes, %2 anchors"_s.arg(QString::number(done->rows),
                                                 QString::number(done->anchors)),
                 {{u"changes"_s, qint64(done->rows)}, {u"anchors"_s, qint64(done->anchors)}});
        return admin_exit::done;
    }

    static int signAnchors(AdminRun &run)
    {
        const auto box = run.secretBox();
        if (!box)
            return run.failed(box.error());
        const auto signer = anchorSigner(*box);
        const auto done = Anchors(run.storage(), *signer).signAll(SystemClock().now());
        if (!done)
            return run.failed(done.error());
        run.tell(u"%1 chains signed"_s.arg(QString::number(*done)), {{u"signed"_s, *done}});
        return admin_exit::done;
    }

    static int showAnchorKey(AdminRun &run)
    {
        const auto box = run.secretBox();
        if (!box)
            return run.failed(box.error());
        const QString key = sync::keyText(anchorSigner(*box)->publicKey());
        run.tell(key, {{u"key"_s, key}});
        return admin_exit::done;
    }
};

} // namespace

AdminSteps auditSteps()
{
    return {
        {u"audit verify"_s, &AuditSteps::verifyAudit},
        {u"audit export"_s, &AuditSteps::exportBundle},
        {u"audit anchor"_s, &AuditSteps::signAnchors},
        {u"audit key"_s, &AuditSteps::showAnchorKey},
    };
}

} // namespace film::server
