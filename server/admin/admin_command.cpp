#include "server/admin/admin_command.h"

#include "server/admin/admin_tasks.h"
#include "server/admin/anchors.h"
#include "server/admin/audit_export.h"
#include "server/admin/chain_check.h"
#include "server/admin/diagnostics.h"
#include "server/admin/person_erasure.h"
#include "server/admin/person_export.h"
#include "server/admin/production_wish.h"
#include "server/admin/retention.h"
#include "server/identity/account_admin.h"
#include "shared/base/random.h"
#include "shared/domain/import/rate_text.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/identity_repository.h"
#include "shared/store/log_check.h"
#include "shared/store/production_repository.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcessEnvironment>
#include <QSaveFile>
#include <QTimeZone>

#include <cstdio>
#include <map>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitRows = 3;

const QString usage = uR"(filmtracker-server admin COMMAND --database URL [--json]
  create-production --title T [--episode E] --zone ZONE --week-ends DAY --currency CODE
  list-productions
  import-crew       --production ID FILE.csv
  import-callsheets --production ID FILE.csv...
  import-days       --production ID FILE.csv
  invite            --production ID --person NAME [--role ROLE] [--hours 72]
  invite            --production ID --role coordinator [--hours 72]
  invites           --production ID
  devices           --production ID
  revoke-device     --production ID --device ID
  verify-log        --production ID [SAVED.txt...]
  epochs            --production ID
  restore-done
  audit verify      [--production ID] [--data DIR | --key HEX]
  audit export      --production ID FILE
  audit anchor      --data DIR
  audit key         --data DIR
  person export     --production ID --person NAME FILE.json
  person erase      --production ID --person NAME [--dry-run]
  hold set          --production ID [--person NAME] --reason TEXT
  hold lift         --production ID [--person NAME]
  hold list
  retention set     --kind KIND --days N
  retention keep    --kind KIND
  retention list
  retention run     [--dry-run]
  set-role          --production ID --person NAME --role ROLE
  end-member        --production ID --person NAME
  diagnose
  create-account    --login NAME@HOST --name NAME [--server-administrator] [--data DIR]
)"_s;

QString utcText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

// One run of one command: its options, its output.
class AdminCommand
{
public:
    int run(const QStringList &arguments)
    {
        for (const auto *name : {"database", "production", "title", "episode", "zone", "week-ends",
                                 "currency", "person", "role", "hours", "device", "login", "name",
                                 "data", "key", "reason", "kind", "days"})
            m_options.addOption({QString::fromLatin1(name), {}, u"value"_s});
        m_options.addOption({u"json"_s, {}});
        m_options.addOption({u"server-administrator"_s, {}});
        m_options.addOption({u"dry-run"_s, {}});
        const std::map<QString, int (AdminCommand::*)()> commands{
            {u"create-production"_s, &AdminCommand::createProduction},
            {u"list-productions"_s, &AdminCommand::listProductions},
            {u"import-crew"_s, &AdminCommand::importCrew},
            {u"import-callsheets"_s, &AdminCommand::importCallSheets},
            {u"import-days"_s, &AdminCommand::importDays},
            {u"invite"_s, &AdminCommand::invite},
            {u"invites"_s, &AdminCommand::invites},
            {u"devices"_s, &AdminCommand::devices},
            {u"revoke-device"_s, &AdminCommand::revokeDevice},
            {u"verify-log"_s, &AdminCommand::verifyLog},
            {u"epochs"_s, &AdminCommand::epochs},
            {u"restore-done"_s, &AdminCommand::restoreDone},
            {u"set-role"_s, &AdminCommand::setRole},
            {u"end-member"_s, &AdminCommand::endMember},
            {u"create-account"_s, &AdminCommand::createAccount},
            {u"diagnose"_s, &AdminCommand::diagnose},
            {u"audit verify"_s, &AdminCommand::verifyAudit},
            {u"audit export"_s, &AdminCommand::exportBundle},
            {u"audit anchor"_s, &AdminCommand::signAnchors},
            {u"audit key"_s, &AdminCommand::showAnchorKey},
            {u"person export"_s, &AdminCommand::exportOnePerson},
            {u"person erase"_s, &AdminCommand::eraseOnePerson},
            {u"hold set"_s, &AdminCommand::setHold},
            {u"hold lift"_s, &AdminCommand::liftHold},
            {u"hold list"_s, &AdminCommand::listHolds},
            {u"retention set"_s, &AdminCommand::setRetention},
            {u"retention keep"_s, &AdminCommand::setRetention},
            {u"retention list"_s, &AdminCommand::listRetention},
            {u"retention run"_s, &AdminCommand::retain},
        };
        if (arguments.value(0) == u"help") {
            say(usage);
            return exitDone;
        }
        // "audit verify" is one command of two words.
        auto command = commands.find(arguments.mid(0, 2).join(u' '));
        const bool isOfTwo = command != commands.end();
        if (!isOfTwo)
            command = commands.find(arguments.value(0));
        if (command == commands.end())
            return misunderstood(usage);
        if (!m_options.parse(isOfTwo ? arguments.mid(1) : arguments))
            return misunderstood(m_options.errorText());
        m_files = m_options.positionalArguments();
        m_command = command->first;
        const QString database = m_options.isSet(u"database"_s)
            ? value(u"database"_s)
            : QProcessEnvironment::systemEnvironment().value(u"FILMTRACKER_DATABASE"_s);
        auto storage = store::ServerStorageSql::open(database);
        if (!storage)
            return failed(storage.error());
        m_storage = *std::move(storage);
        return (this->*command->second)();
    }

private:
    int createProduction()
    {
        const auto production =
            productionFrom({value(u"title"_s), value(u"episode"_s), value(u"zone"_s),
                            value(u"week-ends"_s), value(u"currency"_s)});
        if (!production)
            return misunderstood(production.error().message);
        const auto id = tasks().createProduction(*production);
        if (!id)
            return failed(id.error());
        tell(id->toString(), {{u"production"_s, id->toString()}});
        return exitDone;
    }

    int listProductions()
    {
        const auto rows = store::ProductionRepository(m_storage->database()).list();
        if (!rows)
            return failed(rows.error());
        QJsonArray list;
        for (const store::ProductionRow &row : *rows) {
            list.append(QJsonObject{{u"production"_s, row.id.toString()},
                                    {u"title"_s, row.title},
                                    {u"head"_s, qint64(row.headSequence)}});
            if (!isJson())
                say(u"%1  %2  %3\n"_s.arg(row.id.toString())
                        .arg(row.headSequence, 8)
                        .arg(row.title));
        }
        return listed(list);
    }

    int importCrew() { return import(&AdminTasks::importCrew); }
    int importCallSheets() { return import(&AdminTasks::importCallSheet); }
    int importDays() { return import(&AdminTasks::importDays); }

    int import(Result<ImportReport> (AdminTasks::*task)(ProductionId, const QByteArray &))
    {
        const auto production = productionId();
        if (!production || m_files.isEmpty())
            return misunderstood(usage);
        QJsonArray list;
        int code = exitDone;
        for (const QString &path : m_files) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return failed({ErrorCode::NotFound, u"%1 cannot be read"_s.arg(path)});
            const auto report = (tasks().*task)(*production, file.readAll());
            if (!report)
                return failed(report.error());
            if (!allReady(report->verdicts))
                code = exitRows;
            list.append(reportJson(path, *report));
            if (!isJson())
                sayReport(path, *report);
        }
        listed(list);
        return code;
    }

    void sayReport(const QString &path, const ImportReport &report)
    {
        for (const ImportVerdict &verdict : report.verdicts) {
            if (verdict.kind != ImportKind::Ready)
                say(u"%1:%2: %3 %4 \"%5\" %6\n"_s.arg(path, QString::number(verdict.row),
                                                      importKindName(verdict.kind), verdict.column,
                                                      verdict.text, verdict.readings.join(u" | ")));
        }
        if (!allReady(report.verdicts))
            return say(u"%1: nothing written\n"_s.arg(path));
        const WrittenRecords &records = report.records;
        say(u"%1: %2 written, %3 unchanged, %4 to be decided\n"_s.arg(
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

    int invite()
    {
        const auto production = productionId();
        if (!production)
            return misunderstood(u"--production is missing"_s);
        InviteWish wish;
        wish.personName = value(u"person"_s);
        if (m_options.isSet(u"role"_s)) {
            const auto role = tasks().roleNamed(*production, value(u"role"_s));
            if (!role && role.error().code == ErrorCode::InvalidInput)
                return misunderstood(u"--role is crew, head-of-department, coordinator … or a role "
                                     "that the production made"_s);
            if (!role)
                return failed(role.error());
            wish.role = role->role;
            wish.custom = role->custom;
        }
        if (m_options.isSet(u"hours"_s))
            wish.life = std::chrono::hours(value(u"hours"_s).toInt());
        if (wish.life < std::chrono::hours(1) || wish.life > std::chrono::hours(24 * 60))
            return misunderstood(u"--hours is a number from 1 to 1440"_s);
        const auto code = tasks().invite(*production, wish);
        if (!code)
            return failed(code.error());
        tell(*code, {{u"code"_s, *code}});
        return exitDone;
    }

    int invites()
    {
        const auto production = productionId();
        if (!production)
            return misunderstood(u"--production is missing"_s);
        const auto rows = store::IdentityRepository(m_storage->database()).invites(*production);
        if (!rows)
            return failed(rows.error());
        QJsonArray list;
        for (const store::InviteRow &row : *rows) {
            const QString state = row.usedMs ? u"used"_s : u"open"_s;
            list.append(QJsonObject{{u"name"_s, row.whom.name},
                                    {u"role"_s, row.roleText()},
                                    {u"expires"_s, utcText(row.expiresMs)},
                                    {u"state"_s, state}});
            if (!isJson())
                say(u"%1  %2  until %3  %4\n"_s.arg(state, row.roleText(), utcText(row.expiresMs),
                                                    row.whom.name));
        }
        return listed(list);
    }

    int devices()
    {
        const auto production = productionId();
        if (!production)
            return misunderstood(u"--production is missing"_s);
        const auto rows = store::IdentityRepository(m_storage->database()).devices(*production);
        if (!rows)
            return failed(rows.error());
        QJsonArray list;
        for (const store::DeviceRow &row : *rows) {
            const QString state = row.revoked ? u"revoked"_s : u"active"_s;
            list.append(QJsonObject{
                {u"device"_s, row.device.toString()}, {u"name"_s, row.name}, {u"state"_s, state}});
            if (!isJson())
                say(u"%1  %2  %3\n"_s.arg(row.device.toString(), state, row.name));
        }
        return listed(list);
    }

    int revokeDevice()
    {
        const auto production = productionId();
        const auto device = DeviceId::fromString(value(u"device"_s));
        if (!production || !device)
            return misunderstood(u"--production or --device is missing"_s);
        if (const Result<> revoked = tasks().revokeDevice(*production, *device); !revoked)
            return failed(revoked.error());
        tell(u"revoked"_s, {{u"device"_s, device->toString()}, {u"state"_s, u"revoked"_s}});
        return exitDone;
    }

    int verifyLog()
    {
        const auto production = productionId();
        if (!production)
            return misunderstood(u"--production is missing"_s);
        auto verdict = store::checkLog(m_storage->database(), *production);
        if (!verdict)
            return failed(verdict.error());
        for (const QString &path : m_files) {
            const Result<> held = holdAgainstLog(*production, path, verdict->problems);
            if (!held)
                return failed(held.error());
        }
        if (!isJson()) {
            for (const QString &problem : verdict->problems)
                say(problem + u'\n');
        }
        const QString sum = u"%1 changes, %2 records, %3 problems"_s.arg(
            QString::number(verdict->rows), QString::number(verdict->records),
            QString::number(verdict->problems.size()));
        tell(sum,
             {{u"changes"_s, qint64(verdict->rows)},
              {u"records"_s, qint64(verdict->records)},
              {u"problems"_s, QJsonArray::fromStringList(verdict->problems)}});
        return verdict->problems.isEmpty() ? exitDone : exitFailed;
    }

    // The lines "saved ID …" that a device's command line printed: each is in the log, once.
    Result<> holdAgainstLog(ProductionId production, const QString &path, QStringList &problems)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::NotFound, u"%1 cannot be read"_s.arg(path));
        while (!file.atEnd()) {
            const QStringList words = QString::fromUtf8(file.readLine()).simplified().split(u' ');
            const auto mutation = MutationId::fromString(words.value(1));
            if (words.value(0) != u"saved" || !mutation)
                continue;
            const auto times = store::timesInLog(m_storage->database(), production, *mutation);
            if (!times)
                return fail(times.error());
            if (*times != 1)
                problems << u"%1 was reported saved and is %2 times in the log"_s.arg(
                    mutation->toString(), QString::number(*times));
        }
        return {};
    }

    int epochs()
    {
        const auto production = productionId();
        if (!production)
            return misunderstood(u"--production is missing"_s);
        const auto rows = store::EpochRepository(m_storage->database()).list(*production);
        if (!rows)
            return failed(rows.error());
        QJsonArray list;
        for (const store::EpochRow &row : *rows) {
            list.append(QJsonObject{{u"epoch"_s, row.id.toString()},
                                    {u"head"_s, qint64(row.startSequence)},
                                    {u"reason"_s, row.reason},
                                    {u"at"_s, utcText(row.atMs)}});
            if (!isJson())
                say(u"%1  %2  %3\n"_s.arg(utcText(row.atMs))
                        .arg(row.startSequence, 8)
                        .arg(row.reason));
        }
        return listed(list);
    }

    int restoreDone()
    {
        if (const Result<> begun = tasks().restoreDone(); !begun)
            return failed(begun.error());
        tell(u"every device compares what it has with this database when it comes back"_s, {});
        return exitDone;
    }

    int setRole()
    {
        const auto production = productionId();
        const auto role = roleFromName(value(u"role"_s));
        if (!production || !role || value(u"person"_s).isEmpty())
            return misunderstood(u"--production, --person or --role is missing or unknown"_s);
        if (const Result<> set = tasks().setRole(*production, value(u"person"_s), *role); !set)
            return failed(set.error());
        tell(u"%1 is %2 now"_s.arg(value(u"person"_s), roleName(*role)),
             {{u"person"_s, value(u"person"_s)}, {u"role"_s, roleName(*role)}});
        return exitDone;
    }

    int endMember()
    {
        const auto production = productionId();
        if (!production || value(u"person"_s).isEmpty())
            return misunderstood(u"--production or --person is missing"_s);
        if (const Result<> ended = tasks().endMember(*production, value(u"person"_s)); !ended)
            return failed(ended.error());
        tell(u"%1 is not on the production any more"_s.arg(value(u"person"_s)),
             {{u"person"_s, value(u"person"_s)}, {u"state"_s, u"ended"_s}});
        return exitDone;
    }

    // The first administrator is made so; nobody else has to be asked.
    int createAccount()
    {
        const AccountWish wish{value(u"login"_s), value(u"name"_s),
                               m_options.isSet(u"server-administrator"_s)};
        if (wish.login.isEmpty() || wish.displayName.isEmpty())
            return misunderstood(u"--login or --name is missing"_s);
        if (dataFolder().isEmpty())
            return misunderstood(u"--data is missing: the folder that the server is given"_s);
        SystemRandom random;
        const Result<SecretBox> box = secretBox();
        if (!box)
            return failed(box.error());
        PasswordHasher hasher;
        AccountAdmin accounts({m_storage->database(), hasher, *box, random, {}}, {});
        const Result<NewAccount> made = accounts.createLocally(wish, SystemClock().now());
        if (!made)
            return failed(made.error());
        tell(u"%1  sets the first password with %2"_s.arg(made->id.toString(), made->code),
             {{u"account"_s, made->id.toString()}, {u"password_code"_s, made->code}});
        return exitDone;
    }

    // Every chain, or one production's: what is wrong with which row, and how far it is signed.
    int verifyAudit()
    {
        const auto trusted = trustedKey();
        if (!trusted)
            return failed(trusted.error());
        const bool isOne = m_options.isSet(u"production"_s);
        std::vector<store::ProductionRow> productions;
        if (isOne) {
            const auto production = productionId();
            if (!production)
                return misunderstood(u"--production is no id"_s);
            productions.push_back({*production, {}, 0, 0});
        } else {
            const auto all = store::ProductionRepository(m_storage->database()).list();
            if (!all)
                return failed(all.error());
            productions = *all;
        }
        bool isWhole = true;
        QJsonArray list;
        for (const store::ProductionRow &row : productions) {
            const auto verdict = checkProduction(*m_storage, row.id, *trusted);
            if (!verdict)
                return failed(verdict.error());
            isWhole = sayVerdict(row.id.toString(), *verdict, list) && isWhole;
        }
        if (!isOne) {
            const auto verdict = checkActs(*m_storage, *trusted);
            if (!verdict)
                return failed(verdict.error());
            isWhole = sayVerdict(u"acts"_s, *verdict, list) && isWhole;
        }
        listed(list);
        return isWhole ? exitDone : exitFailed;
    }

    // Whether nothing is wrong with it.
    bool sayVerdict(const QString &chain, const ChainVerdict &verdict, QJsonArray &list)
    {
        QStringList keys;
        for (const protocol::PublicKey &key : verdict.keys)
            keys << sync::keyText(key);
        list.append(QJsonObject{{u"chain"_s, chain},
                                {u"rows"_s, qint64(verdict.rows)},
                                {u"erased"_s, qint64(verdict.erased)},
                                {u"records"_s, qint64(verdict.records)},
                                {u"anchors"_s, qint64(verdict.anchors)},
                                {u"anchored_to"_s, qint64(verdict.lastAnchored)},
                                {u"keys"_s, QJsonArray::fromStringList(keys)},
                                {u"problems"_s, QJsonArray::fromStringList(verdict.problems)},
                                {u"notes"_s, QJsonArray::fromStringList(verdict.notes)}});
        if (isJson())
            return verdict.problems.isEmpty();
        for (const QString &problem : verdict.problems)
            say(u"%1: %2\n"_s.arg(chain, problem));
        for (const QString &note : verdict.notes)
            say(u"%1: note: %2\n"_s.arg(chain, note));
        for (const QString &key : keys)
            say(u"%1: signed with %2\n"_s.arg(chain, key));
        say(u"%1: %2 rows, %3 erased, %4 anchors, %5 problems\n"_s.arg(
            chain, QString::number(verdict.rows), QString::number(verdict.erased),
            QString::number(verdict.anchors), QString::number(verdict.problems.size())));
        return verdict.problems.isEmpty();
    }

    // Of --key, else of --data; nothing if neither is given: then the anchors' own word counts.
    Result<std::optional<protocol::PublicKey>> trustedKey()
    {
        if (m_options.isSet(u"key"_s)) {
            const auto key = sync::keyFromText(value(u"key"_s));
            return key ? Result<std::optional<protocol::PublicKey>>(key)
                       : fail(ErrorCode::InvalidInput, u"--key is 64 digits of hexadecimal"_s);
        }
        if (dataFolder().isEmpty())
            return std::nullopt;
        const auto box = secretBox();
        if (!box)
            return fail(box.error());
        return std::optional(anchorSigner(*box)->publicKey());
    }

    int exportBundle()
    {
        const auto production = productionId();
        if (!production || m_files.size() != 1)
            return misunderstood(u"audit export --production ID FILE"_s);
        QSaveFile file(m_files.front());
        if (!file.open(QIODevice::WriteOnly))
            return failed({ErrorCode::StoreReadOnly, u"the file cannot be written"_s});
        const auto done = exportAudit(*m_storage, *production, file, SystemClock().now());
        if (!done)
            return failed(done.error());
        if (!file.commit())
            return failed({ErrorCode::StoreFull, u"the file cannot be written"_s});
        if (const Result<> recorded = tasks().noteExport(*production); !recorded)
            return failed(recorded.error());
        tell(u"%1 changes, %2 anchors"_s.arg(QString::number(done->rows),
                                             QString::number(done->anchors)),
             {{u"changes"_s, qint64(done->rows)}, {u"anchors"_s, qint64(done->anchors)}});
        return exitDone;
    }

    int signAnchors()
    {
        const auto box = secretBox();
        if (!box)
            return failed(box.error());
        const auto signer = anchorSigner(*box);
        const auto done = Anchors(*m_storage, *signer).signAll(SystemClock().now());
        if (!done)
            return failed(done.error());
        tell(u"%1 chains signed"_s.arg(QString::number(*done)), {{u"signed"_s, *done}});
        return exitDone;
    }

    int showAnchorKey()
    {
        const auto box = secretBox();
        if (!box)
            return failed(box.error());
        const QString key = sync::keyText(anchorSigner(*box)->publicKey());
        tell(key, {{u"key"_s, key}});
        return exitDone;
    }

    // By name, or by id: also of somebody who has no name any more.
    Result<PersonId> personWanted(ProductionId production)
    {
        if (const auto id = PersonId::fromString(value(u"person"_s)))
            return *id;
        return tasks().personNamed(production, value(u"person"_s));
    }

    int exportOnePerson()
    {
        const auto production = productionId();
        if (!production || value(u"person"_s).isEmpty() || m_files.size() != 1
            || !m_files.front().endsWith(u".json"))
            return misunderstood(u"person export --production ID --person NAME FILE.json"_s);
        const auto person = personWanted(*production);
        if (!person)
            return failed(person.error());
        const auto exported = exportPerson(*m_storage, *production, *person, SystemClock().now());
        if (!exported)
            return failed(exported.error());
        const QString page = m_files.front().chopped(5) + u".html"_s;
        const bool isWritten = writeFile(m_files.front(), QJsonDocument(*exported).toJson())
            && writeFile(page, personPage(*exported));
        if (!isWritten)
            return failed({ErrorCode::StoreReadOnly, u"the files cannot be written"_s});
        if (const Result<> noted = tasks().notePrivacy(u"person-exported"_s, *production, *person);
            !noted)
            return failed(noted.error());
        tell(u"%1 and %2"_s.arg(m_files.front(), page),
             {{u"json"_s, m_files.front()}, {u"html"_s, page}});
        return exitDone;
    }

    static bool writeFile(const QString &path, const QByteArray &bytes)
    {
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.commit();
    }

    int eraseOnePerson()
    {
        const auto production = productionId();
        if (!production || value(u"person"_s).isEmpty())
            return misunderstood(u"--production or --person is missing"_s);
        const auto person = personWanted(*production);
        if (!person)
            return failed(person.error());
        const auto report = PersonErasure(*m_storage, *production, *person, {}, SystemClock().now())
                                .run(m_options.isSet(u"dry-run"_s));
        if (!report)
            return failed(report.error());
        if (!isJson()) {
            for (const QString &kept : report->kept)
                say(u"kept: %1\n"_s.arg(kept));
        }
        tell(u"%1: %2 records, %3 rows of the log, %4 names, %5 accounts%6"_s.arg(
                 report->pseudonym, QString::number(report->recordsWritten),
                 QString::number(report->rowsErased), QString::number(report->namesReplaced),
                 QString::number(report->accountsErased),
                 m_options.isSet(u"dry-run"_s) ? u" would be erased"_s : u" erased"_s),
             {{u"pseudonym"_s, report->pseudonym},
              {u"records"_s, report->recordsWritten},
              {u"rows"_s, report->rowsErased},
              {u"names"_s, report->namesReplaced},
              {u"accounts"_s, report->accountsErased},
              {u"kept"_s, QJsonArray::fromStringList(report->kept)}});
        return exitDone;
    }

    // Of a person, or of everybody in the production.
    Result<PersonId> heldPerson(ProductionId production)
    {
        return m_options.isSet(u"person"_s) ? personWanted(production)
                                            : Result<PersonId>(PersonId());
    }

    int setHold()
    {
        const auto production = productionId();
        if (!production || value(u"reason"_s).isEmpty())
            return misunderstood(u"--production or --reason is missing"_s);
        const auto person = heldPerson(*production);
        if (!person)
            return failed(person.error());
        const Result<> set =
            tasks().setHold({*production, *person, value(u"reason"_s).left(400), 0});
        if (!set)
            return failed(set.error());
        tell(u"held"_s, {{u"state"_s, u"held"_s}});
        return exitDone;
    }

    int liftHold()
    {
        const auto production = productionId();
        if (!production)
            return misunderstood(u"--production is missing"_s);
        const auto person = heldPerson(*production);
        if (!person)
            return failed(person.error());
        if (const Result<> lifted = tasks().liftHold(*production, *person); !lifted)
            return failed(lifted.error());
        tell(u"lifted"_s, {{u"state"_s, u"lifted"_s}});
        return exitDone;
    }

    int listHolds()
    {
        const auto holds = store::PrivacyRepository(m_storage->database()).holds();
        if (!holds)
            return failed(holds.error());
        QJsonArray list;
        for (const store::LegalHold &hold : *holds) {
            const QString whom = hold.person.isNull() ? u"everybody"_s : hold.person.toString();
            list.append(QJsonObject{{u"production"_s, hold.production.toString()},
                                    {u"person"_s, whom},
                                    {u"since"_s, utcText(hold.atMs)},
                                    {u"reason"_s, hold.reason}});
            if (!isJson())
                say(u"%1  %2  %3  %4\n"_s.arg(hold.production.toString(), whom, utcText(hold.atMs),
                                              hold.reason));
        }
        return listed(list);
    }

    int setRetention()
    {
        const auto kind = store::retainedKindFromName(value(u"kind"_s));
        const bool isKept = m_command == u"retention keep";
        const int days = value(u"days"_s).toInt();
        constexpr int daysMax = 36'500;
        if (!kind || (!isKept && (days < 1 || days > daysMax)))
            return misunderstood(u"--kind is one of retention list, --days 1 to 36500"_s);
        const Result<> set =
            tasks().setRetention(*kind, isKept ? std::nullopt : std::optional(days));
        if (!set)
            return failed(set.error());
        return listRetention();
    }

    int listRetention()
    {
        const auto policies = store::PrivacyRepository(m_storage->database()).policies();
        if (!policies)
            return failed(policies.error());
        QJsonArray list;
        for (const store::RetainedKind kind : store::retainedKinds()) {
            const auto policy = policies->find(kind);
            const bool isSet = policy != policies->end();
            list.append(
                QJsonObject{{u"kind"_s, store::retainedKindName(kind)},
                            {u"days"_s, isSet ? QJsonValue(policy->second) : QJsonValue()}});
            if (!isJson())
                say(u"%1  %2\n"_s.arg(store::retainedKindName(kind).leftJustified(18),
                                      isSet ? u"%1 days"_s.arg(policy->second) : u"kept"_s));
        }
        return listed(list);
    }

    // Of a server that runs: filmtracker-admin diagnose.
    int diagnose()
    {
        const auto all = diagnosticsOf(m_storage->database(), {}, SystemClock().now());
        if (!all)
            return failed(all.error());
        say(QString::fromUtf8(QJsonDocument(*all).toJson()));
        return exitDone;
    }

    int retain()
    {
        const bool isDryRun = m_options.isSet(u"dry-run"_s);
        const auto done = runRetention(*m_storage, {}, SystemClock().now(), isDryRun);
        if (!done)
            return failed(done.error());
        QJsonArray list;
        for (const RetentionDone &one : *done) {
            list.append(QJsonObject{{u"kind"_s, store::retainedKindName(one.kind)},
                                    {u"days"_s, one.days},
                                    {u"rows"_s, one.rows},
                                    {u"dry_run"_s, isDryRun}});
            if (!isJson())
                say(u"%1 older than %2 days: %3 %4\n"_s.arg(
                    store::retainedKindName(one.kind), QString::number(one.days),
                    QString::number(one.rows), isDryRun ? u"would go"_s : u"erased"_s));
        }
        return listed(list);
    }

    [[nodiscard]] QString dataFolder() const
    {
        return m_options.isSet(u"data"_s)
            ? value(u"data"_s)
            : QProcessEnvironment::systemEnvironment().value(u"FILMTRACKER_DATA"_s);
    }
    [[nodiscard]] Result<SecretBox> secretBox() const
    {
        if (dataFolder().isEmpty())
            return fail(ErrorCode::InvalidInput,
                        u"--data is missing: the folder that the server is given"_s);
        SystemRandom random;
        return SecretBox::inFolder(dataFolder(), random);
    }

    [[nodiscard]] AdminTasks tasks() const { return {*m_storage, SystemClock().now()}; }
    [[nodiscard]] QString value(const QString &name) const { return m_options.value(name); }
    [[nodiscard]] bool isJson() const { return m_options.isSet(u"json"_s); }
    [[nodiscard]] std::optional<ProductionId> productionId() const
    {
        return ProductionId::fromString(value(u"production"_s));
    }

    static void say(const QString &text)
    {
        std::fputs(text.toUtf8().constData(), stdout);
        std::fflush(stdout);
    }
    void tell(const QString &text, const QJsonObject &json) const
    {
        say(isJson() ? QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n')
                     : QString(text + u'\n'));
    }
    int listed(const QJsonArray &list) const
    {
        if (isJson())
            say(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact) + '\n'));
        return exitDone;
    }
    static int failed(const Error &error)
    {
        const QString line = u"%1 (%2)\n"_s.arg(error.message, errorCodeName(error.code));
        std::fputs(line.toUtf8().constData(), stderr);
        return exitFailed;
    }
    static int misunderstood(const QString &why)
    {
        std::fputs(QString(why + u'\n').toUtf8().constData(), stderr);
        return exitUsage;
    }

    QCommandLineParser m_options;
    QString m_command;
    QStringList m_files;
    std::unique_ptr<store::ServerStorageSql> m_storage;
};

} // namespace

int runAdmin(const QStringList &arguments)
{
    return AdminCommand().run(arguments);
}

} // namespace film::server
