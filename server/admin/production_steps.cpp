#include "server/admin/admin_steps.h"

#include "server/admin/diagnostics.h"
#include "server/admin/production_wish.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/log_check.h"
#include "shared/store/production_repository.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// Productions, their imports and their history.
struct ProductionSteps {
    static int createProduction(AdminRun &run)
    {
        const auto production =
            productionFrom({run.value(u"title"_s), run.value(u"episode"_s), run.value(u"zone"_s),
                            run.value(u"week-ends"_s), run.value(u"currency"_s)});
        if (!production)
            return run.misunderstood(production.error().message);
        const auto id = run.tasks().createProduction(*production);
        if (!id)
            return run.failed(id.error());
        run.tell(id->toString(), {{u"production"_s, id->toString()}});
        return admin_exit::done;
    }

    static int listProductions(AdminRun &run)
    {
        const auto rows = store::ProductionRepository(run.storage().database()).list();
        if (!rows)
            return run.failed(rows.error());
        QJsonArray list;
        for (const store::ProductionRow &row : *rows) {
            list.append(QJsonObject{{u"production"_s, row.id.toString()},
                                    {u"title"_s, row.title},
                                    {u"head"_s, qint64(row.headSequence)}});
            if (!run.isJson())
                run.say(u"%1  %2  %3\n"_s.arg(row.id.toString())
                            .arg(row.headSequence, 8)
                            .arg(row.title));
        }
        return run.listed(list);
    }

    static int importCrew(AdminRun &run) { return importFiles(run, &AdminTasks::importCrew); }
    static int importCallSheets(AdminRun &run)
    {
        return importFiles(run, &AdminTasks::importCallSheet);
    }
    static int importDays(AdminRun &run) { return importFiles(run, &AdminTasks::importDays); }

    static int importFiles(AdminRun &run,
                           Result<ImportReport> (AdminTasks::*task)(ProductionId,
                                                                    const QByteArray &))
    {
        const auto production = run.productionId();
        if (!production || run.files().isEmpty())
            return run.misunderstood(u"--production or the file is missing"_s);
        QJsonArray list;
        int code = admin_exit::done;
        for (const QString &path : run.files()) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return run.failed({ErrorCode::NotFound, u"%1 cannot be read"_s.arg(path)});
            const auto report = (run.tasks().*task)(*production, file.readAll());
            if (!report)
                return run.failed(report.error());
            if (!allReady(report->verdicts))
                code = admin_exit::rows;
            list.append(reportJson(path, *report));
            if (!run.isJson())
                sayReport(run, path, *report);
        }
        run.listed(list);
        return code;
    }

    static void sayReport(AdminRun &run, const QString &path, const ImportReport &report)
    {
        for (const ImportVerdict &verdict : report.verdicts) {
            if (verdict.kind != ImportKind::Ready)
                run.say(u"%1:%2: %3 %4 \"%5\" %6\n"_s.arg(
                    path, QString::number(verdict.row), importKindName(verdict.kind),
                    verdict.column, verdict.text, verdict.readings.join(u" | ")));
        }
        if (!allReady(report.verdicts))
            return run.say(u"%1: nothing written\n"_s.arg(path));
        const WrittenRecords &records = report.records;
        run.say(u"%1: %2 written, %3 unchanged, %4 to be decided\n"_s.arg(
            path, QString::number(records.written), QString::number(records.unchanged),
            QString::number(records.undecided)));
    }

    static QJsonObject reportJson(const QString &path, const ImportReport &report)
    {
        QJsonArray problems;
        for (const ImportVerdict &verdict : report.verdicts) {
            if (verdict.kind != ImportKind::Ready)
                problems.append(QJsonObject{{u"row"_s, verdict.row},
                                            {u"kind"_s, importKindName(verdict.kind)},
                                            {u"column"_s, verdict.column},
                                            {u"text"_s, verdict.text}});
        }
        return {{u"file"_s, path},
                {u"problems"_s, problems},
                {u"written"_s, report.records.written},
                {u"unchanged"_s, report.records.unchanged},
                {u"undecided"_s, report.records.undecided}};
    }

    static int verifyLog(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production)
            return run.misunderstood(u"--production is missing"_s);
        // Before the log: what is reported saved meanwhile is not in what is looked at.
        std::set<MutationId> ledger;
        for (const QString &path : run.files()) {
            if (const Result<> read = readLedger(path, ledger); !read)
                return run.failed(read.error());
        }
        auto verdict = store::checkLog(run.storage().database(), *production, ledger);
        if (!verdict)
            return run.failed(verdict.error());
        for (const auto &[mutation, times] : verdict->times) {
            if (times != 1)
                verdict->problems << u"%1 was reported saved and is %2 times in the log"_s.arg(
                    mutation.toString(), QString::number(times));
        }
        if (!run.isJson()) {
            for (const QString &problem : verdict->problems)
                run.say(problem + u'\n');
        }
        const QString sum = u"%1 changes, %2 records, %3 problems"_s.arg(
            QString::number(verdict->rows), QString::number(verdict->records),
            QString::number(verdict->problems.size()));
        run.tell(sum,
                 {{u"changes"_s, qint64(verdict->rows)},
                  {u"records"_s, qint64(verdict->records)},
                  {u"problems"_s, QJsonArray::fromStringList(verdict->problems)}});
        return verdict->problems.isEmpty() ? admin_exit::done : admin_exit::failed;
    }

    // The lines "saved ID …" that a device's command line printed.
    static Result<> readLedger(const QString &path, std::set<MutationId> &ledger)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::NotFound, u"%1 cannot be read"_s.arg(path));
        while (!file.atEnd()) {
            const QStringList words = QString::fromUtf8(file.readLine()).simplified().split(u' ');
            const auto mutation = MutationId::fromString(words.value(1));
            if (words.value(0) == u"saved" && mutation)
                ledger.insert(*mutation);
        }
        return {};
    }

    static int epochs(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production)
            return run.misunderstood(u"--production is missing"_s);
        const auto rows = store::EpochRepository(run.storage().database()).list(*production);
        if (!rows)
            return run.failed(rows.error());
        QJsonArray list;
        for (const store::EpochRow &row : *rows) {
            list.append(QJsonObject{{u"epoch"_s, row.id.toString()},
                                    {u"head"_s, qint64(row.startSequence)},
                                    {u"reason"_s, row.reason},
                                    {u"at"_s, utcText(row.atMs)}});
            if (!run.isJson())
                run.say(u"%1  %2  %3\n"_s.arg(utcText(row.atMs))
                            .arg(row.startSequence, 8)
                            .arg(row.reason));
        }
        return run.listed(list);
    }

    static int restoreDone(AdminRun &run)
    {
        if (const Result<> begun = run.tasks().restoreDone(); !begun)
            return run.failed(begun.error());
        run.tell(u"every device compares what it has with this database when it comes back"_s, {});
        return admin_exit::done;
    }

    // Of a server that runs: filmtracker-admin diagnose.
    static int diagnose(AdminRun &run)
    {
        const auto all = diagnosticsOf(run.storage().database(), {}, SystemClock().now());
        if (!all)
            return run.failed(all.error());
        run.say(QString::fromUtf8(QJsonDocument(*all).toJson()));
        return admin_exit::done;
    }
};

} // namespace

AdminSteps productionSteps()
{
    return {
        {u"create-production"_s, &ProductionSteps::createProduction},
        {u"list-productions"_s, &ProductionSteps::listProductions},
        {u"import-crew"_s, &ProductionSteps::importCrew},
        {u"import-callsheets"_s, &ProductionSteps::importCallSheets},
        {u"import-days"_s, &ProductionSteps::importDays},
        {u"verify-log"_s, &ProductionSteps::verifyLog},
        {u"epochs"_s, &ProductionSteps::epochs},
        {u"restore-done"_s, &ProductionSteps::restoreDone},
        {u"diagnose"_s, &ProductionSteps::diagnose},
    };
}

} // namespace film::server
