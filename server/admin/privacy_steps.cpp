#include "server/admin/admin_steps.h"

#include "server/admin/person_erasure.h"
#include "server/admin/person_export.h"
#include "server/admin/retention.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// People's data: handed out, erased, held, kept for a time.
struct PrivacySteps {
    // By name, or by id: also of somebody who has no name any more.
    static Result<PersonId> personWanted(AdminRun &run, ProductionId production)
    {
        if (const auto id = PersonId::fromString(run.value(u"person"_s)))
            return *id;
        return run.tasks().personNamed(production, run.value(u"person"_s));
    }

    static int exportOnePerson(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production || run.value(u"person"_s).isEmpty() || run.files().size() != 1
            || !run.files().front().endsWith(u".json"))
            return run.misunderstood(u"person export --production ID --person NAME FILE.json"_s);
        const auto person = personWanted(run, *production);
        if (!person)
            return run.failed(person.error());
        const auto exported =
            exportPerson(run.storage(), *production, *person, SystemClock().now());
        if (!exported)
            return run.failed(exported.error());
        const QString page = run.files().front().chopped(5) + u".html"_s;
        const bool isWritten = writeFile(run.files().front(), QJsonDocument(*exported).toJson())
            && writeFile(page, personPage(*exported));
        if (!isWritten)
            return run.failed({ErrorCode::StoreReadOnly, u"the files cannot be written"_s});
        if (const Result<> noted =
                run.tasks().notePrivacy(u"person-exported"_s, *production, *person);
            !noted)
            return run.failed(noted.error());
        run.tell(u"%1 and %2"_s.arg(run.files().front(), page),
                 {{u"json"_s, run.files().front()}, {u"html"_s, page}});
        return admin_exit::done;
    }

    static bool writeFile(const QString &path, const QByteArray &bytes)
    {
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.commit();
    }

    static int eraseOnePerson(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production || run.value(u"person"_s).isEmpty())
            return run.misunderstood(u"--production or --person is missing"_s);
        const auto person = personWanted(run, *production);
        if (!person)
            return run.failed(person.error());
        const auto report =
            PersonErasure(run.storage(), *production, *person, {}, SystemClock().now())
                .run(run.has(u"dry-run"_s));
        if (!report)
            return run.failed(report.error());
        if (!run.isJson()) {
            for (const QString &kept : report->kept)
                run.say(u"kept: %1\n"_s.arg(kept));
        }
        run.tell(u"%1: %2 records, %3 rows of the log, %4 names, %5 accounts%6"_s.arg(
                     report->pseudonym, QString::number(report->recordsWritten),
                     QString::number(report->rowsErased), QString::number(report->namesReplaced),
                     QString::number(report->accountsErased),
                     run.has(u"dry-run"_s) ? u" would be erased"_s : u" erased"_s),
                 {{u"pseudonym"_s, report->pseudonym},
                  {u"records"_s, report->recordsWritten},
                  {u"rows"_s, report->rowsErased},
                  {u"names"_s, report->namesReplaced},
                  {u"accounts"_s, report->accountsErased},
                  {u"kept"_s, QJsonArray::fromStringList(report->kept)}});
        return admin_exit::done;
    }

    // Of a person, or of everybody in the production.
    static Result<PersonId> heldPerson(AdminRun &run, ProductionId production)
    {
        return run.has(u"person"_s) ? personWanted(run, production) : Result<PersonId>(PersonId());
    }

    static int setHold(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production || run.value(u"reason"_s).isEmpty())
            return run.misunderstood(u"--production or --reason is missing"_s);
        const auto person = heldPerson(run, *production);
        if (!person)
            return run.failed(person.error());
        const Result<> set =
            run.tasks().setHold({*production, *person, run.value(u"reason"_s).left(400), 0});
        if (!set)
            return run.failed(set.error());
        run.tell(u"held"_s, {{u"state"_s, u"held"_s}});
        return admin_exit::done;
    }

    static int liftHold(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production)
            return run.misunderstood(u"--production is missing"_s);
        const auto person = heldPerson(run, *production);
        if (!person)
            return run.failed(person.error());
        if (const Result<> lifted = run.tasks().liftHold(*production, *person); !lifted)
            return run.failed(lifted.error());
        run.tell(u"lifted"_s, {{u"state"_s, u"lifted"_s}});
        return admin_exit::done;
    }

    static int listHolds(AdminRun &run)
    {
        const auto holds = store::PrivacyRepository(run.storage().database()).holds();
        if (!holds)
            return run.failed(holds.error());
        QJsonArray list;
        for (const store::LegalHold &hold : *holds) {
            const QString whom = hold.person.isNull() ? u"everybody"_s : hold.person.toString();
            list.append(QJsonObject{{u"production"_s, hold.production.toString()},
                                    {u"person"_s, whom},
                                    {u"since"_s, utcText(hold.atMs)},
                                    {u"reason"_s, hold.reason}});
            if (!run.isJson())
                run.say(u"%1  %2  %3  %4\n"_s.arg(hold.production.toString(), whom,
                                                  utcText(hold.atMs), hold.reason));
        }
        return run.listed(list);
    }

    static int setRetention(AdminRun &run)
    {
        const auto kind = store::retainedKindFromName(run.value(u"kind"_s));
        const bool isKept = run.command() == u"retention keep";
        const int days = run.value(u"days"_s).toInt();
        constexpr int daysMax = 36'500;
        if (!kind || (!isKept && (days < 1 || days > daysMax)))
            return run.misunderstood(u"--kind is one of retention list, --days 1 to 36500"_s);
        const Result<> set =
            run.tasks().setRetention(*kind, isKept ? std::nullopt : std::optional(days));
        if (!set)
            return run.failed(set.error());
        return listRetention(run);
    }

    static int listRetention(AdminRun &run)
    {
        const auto policies = store::PrivacyRepository(run.storage().database()).policies();
        if (!policies)
            return run.failed(policies.error());
        QJsonArray list;
        for (const store::RetainedKind kind : store::retainedKinds()) {
            const auto policy = policies->find(kind);
            const bool isSet = policy != policies->end();
            list.append(
                QJsonObject{{u"kind"_s, store::retainedKindName(kind)},
                            {u"days"_s, isSet ? QJsonValue(policy->second) : QJsonValue()}});
            if (!run.isJson())
                run.say(u"%1  %2\n"_s.arg(store::retainedKindName(kind).leftJustified(18),
                                          isSet ? u"%1 days"_s.arg(policy->second) : u"kept"_s));
        }
        return run.listed(list);
    }

    static int retain(AdminRun &run)
    {
        const bool isDryRun = run.has(u"dry-run"_s);
        const auto done = runRetention(run.storage(), {}, SystemClock().now(), isDryRun);
        if (!done)
            return run.failed(done.error());
        QJsonArray list;
        for (const RetentionDone &one : *done) {
            list.append(QJsonObject{{u"kind"_s, store::retainedKindName(one.kind)},
                                    {u"days"_s, one.days},
                                    {u"rows"_s, one.rows},
                                    {u"dry_run"_s, isDryRun}});
            if (!run.isJson())
                run.say(u"%1 older than %2 days: %3 %4\n"_s.arg(
                    store::retainedKindName(one.kind), QString::number(one.days),
                    QString::number(one.rows), isDryRun ? u"would go"_s : u"erased"_s));
        }
        return run.listed(list);
    }
};

} // namespace

AdminSteps privacySteps()
{
    return {
        {u"person export"_s, &PrivacySteps::exportOnePerson},
        {u"person erase"_s, &PrivacySteps::eraseOnePerson},
        {u"hold set"_s, &PrivacySteps::setHold},
        {u"hold lift"_s, &PrivacySteps::liftHold},
        {u"hold list"_s, &PrivacySteps::listHolds},
        {u"retention set"_s, &PrivacySteps::setRetention},
        {u"retention keep"_s, &PrivacySteps::setRetention},
        {u"retention list"_s, &PrivacySteps::listRetention},
        {u"retention run"_s, &PrivacySteps::retain},
    };
}

} // namespace film::server
