#include "server/admin/anchors.h"
#include "server/admin/audit_export.h"
#include "server/admin/audit_search.h"
#include "server/admin/chain_check.h"
#include "server/admin/person_erasure.h"
#include "server/admin/person_export.h"
#include "server/admin/retention.h"
#include "server/identity/account_admin.h"
#include "server/identity/sign_in.h"
#include "shared/protocol/limits.h"
#include "shared/store/server_audit_check.h"
#include "shared/store/statement.h"
#include "shared/sync/audit_bundle.h"
#include "shared/sync/client_replica.h"
#include "tests/support/production_fixture.h"
#include "tests/sync/memory_client_storage.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using store::PrivacyRepository;
using store::RetainedKind;

namespace {

const QString name = u"Maya Lindqvist"_s;
const QString login = u"maya@example.org"_s;

// Maya with a device, an account, days, notes and a deal, and Priya who works for the office.
struct World {
    explicit World(const TestDatabase &place)
        : fixture(place)
        , maya(fixture.hand(name, Role::Crew, u"Maya's laptop"_s))
        , priya(fixture.hand(u"Priya Nair"_s, Role::Coordinator, u"office"_s))
    {
        WorkDay day =
            fixture.day(name, QDate(2025, 11, 20), TimeField::at(420), TimeField::at(1170));
        fixture.enter(maya, std::nullopt, day);
        WorkDay noted = day;
        noted.notes = u"doctor at noon"_s;
        fixture.enter(maya, day, noted);
        WorkDay again = noted;
        again.notes = u"doctor at one"_s;
        fixture.enter(maya, noted, again);
        fixture.enter(priya, std::nullopt,
                      fixture.day(u"Nils Aaberg"_s, QDate(2025, 11, 20), TimeField::at(400)));
        Deal deal;
        deal.person = person();
        deal.hourlyRate = Money(6250, Currency::Usd);
        fixture.change(priya, EntityType::Deal, dealId(fixture.production(), person()), {},
                       toGroups(deal));
        if (!fixture.tasks().invite(fixture.production(), {name, {}}))
            qFatal("no invite");
        makeAccount();
    }

    [[nodiscard]] PersonId person() const { return fixture.person(name).id; }
    void end()
    {
        if (!fixture.tasks().endMember(fixture.production(), name))
            qFatal("not ended");
    }
    Result<ErasureReport> erase(bool isDryRun = false)
    {
        return PersonErasure(fixture.storage(), fixture.production(), person(), {},
                             fixture.clock().now())
            .run(isDryRun);
    }
    QJsonObject exported()
    {
        const auto object =
            exportPerson(fixture.storage(), fixture.production(), person(), fixture.clock().now());
        if (!object)
            qFatal("%s", qPrintable(object.error().message));
        return *object;
    }
    QByteArray exportedText() { return QJsonDocument(exported()).toJson(); }
    // Every column of every table that could hold the words, as one.
    bool holds(const QByteArray &words)
    {
        for (const QString &sql :
             {u"SELECT envelope FROM change_log"_s, u"SELECT post FROM change_log"_s,
              u"SELECT groups FROM entity"_s, u"SELECT name FROM member"_s,
              u"SELECT name FROM device"_s, u"SELECT name FROM invite"_s,
              u"SELECT login FROM account"_s, u"SELECT display_name FROM account"_s,
              u"SELECT address FROM account_session"_s, u"SELECT client FROM account_session"_s,
              u"SELECT subject FROM account_identity"_s,
              u"SELECT address FROM server_audit WHERE act <> 'person-erased'"_s,
              u"SELECT detail FROM server_audit"_s}) {
            store::Statement select(fixture.database(), u"look"_s, sql);
            if (!select.run())
                qFatal("%s", qPrintable(sql));
            while (select.next()) {
                if (select.bytes(0).contains(words) || select.text(0).toUtf8().contains(words))
                    return true;
            }
        }
        return false;
    }

    ProductionFixture fixture;
    Hand maya;
    Hand priya;
    AccountId account;

private:
    void makeAccount()
    {
        const SecretBox box(SecretBox::Key{1});
        PasswordHasher hasher({1, 8192});
        SystemRandom random;
        AccountAdmin accounts({fixture.database(), hasher, box, random, {}}, {});
        const Instant now = fixture.clock().now();
        const auto made = accounts.createLocally({login, name, false}, now);
        if (!made)
            qFatal("no account");
        account = made->id;
        SignIn signIn({fixture.database(), hasher, box, random, {}}, {});
        const QString password = u"nine grips carry crane"_s;
        const auto set =
            signIn.redeemCode({login, {}, made->code, u"192.0.2.44"_s, {}}, password, now);
        const auto in = signIn.signIn({login, password, {}, u"192.0.2.44"_s, u"Maya's app"_s}, now);
        if (!set || !in)
            qFatal("not signed in");
        store::AccountRepository rows(fixture.database());
        const store::IdentityRow identity{u"https://login.example.org"_s, u"oidc|lindqvist-7"_s};
        if (!rows.link(fixture.production(), maya.user, account)
            || !rows.linkIdentity(account, identity, now))
            qFatal("not linked");
    }
};

} // namespace

class TestPrivacy : public QObject
{
    Q_OBJECT
private slots:
    void everythingAboutAPersonIsHandedOut_data() { TestDatabase::kinds(); }
    void everythingAboutAPersonIsHandedOut()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        SystemRandom random;
        for (const auto &[production, words] :
             {std::pair(ProductionId(random.bytes<16>()), u"of another production"_s),
              std::pair(world.fixture.production(), u"of this production"_s)}) {
            store::ServerAct act;
            act.act = u"role-given"_s;
            act.account = act.by = world.account;
            act.production = production;
            act.detail = words;
            QVERIFY(store::ServerAudit(world.fixture.database(), random).append(act));
        }
        const QJsonObject all = world.exported();

        QCOMPARE(all.value(u"person"_s)[u"name"_s].toString(), name);
        QStringList kinds;
        for (const QJsonValue &record : all.value(u"records"_s).toArray())
            kinds << record[u"kind"_s].toString();
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"deal"_s, u"person"_s, u"time-entry"_s}));
        const QByteArray text = world.exportedText();
        for (const QByteArray known : {"doctor at one", "doctor at noon", "62.50", "Maya's laptop",
                                       "maya@example.org", "192.0.2.44", "Maya's app", "2025-11-20",
                                       "19.5", "Camera", "1st AC", "of this production"})
            QVERIFY2(text.contains(known), known.constData());
        // Of others nothing, and of keys nothing.
        for (const QByteArray other :
             {"Nils", "password", "token_hash", "secret", "of another production"})
            QVERIFY2(!text.contains(other), other.constData());

        const QByteArray page = personPage(all);
        QVERIFY(page.contains("<h1>What Film Tracker knows about Maya Lindqvist</h1>"));
        QVERIFY(page.contains("doctor at noon"));
        QVERIFY(page.contains("192.0.2.44"));
        QVERIFY(!page.contains("<script"));
    }

    void aPageRunsNothing()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        WorkDay noted = world.fixture.day(name, QDate(2025, 11, 21), TimeField::at(420));
        noted.notes = u"<script>alert(1)</script>"_s;
        world.fixture.enter(world.maya, std::nullopt, noted, u"<img src=x onerror=y>"_s);
        const QByteArray page = personPage(world.exported());
        QVERIFY(page.contains("&lt;script&gt;"));
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
    }

    // Who somebody was is gone; what they worked and were paid for is there; the chain holds.
    void anErasureKeepsThePayRecords_data() { TestDatabase::kinds(); }
    void anErasureKeepsThePayRecords()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        ProductionFixture &fixture = world.fixture;
        const auto signer = anchorSigner(SecretBox(SecretBox::Key{3}));
        QVERIFY(Anchors(fixture.storage(), *signer).signAll(fixture.clock().now()));
        world.end();
        const auto before = store::checkServerAudit(fixture.database());
        QVERIFY(world.holds("Lindqvist"));
        const auto report = world.erase();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));

        QCOMPARE(report->recordsWritten, 3); // the person, the grant, the note of the day
        // Two notes, the person's and the grant's beginnings, and three that took them away.
        QCOMPARE(report->rowsErased, 7);
        QCOMPARE(report->accountsErased, 1);
        QVERIFY2(report->kept.isEmpty(), qPrintable(report->kept.join(u"; "_s)));
        for (const QByteArray gone :
             {"Lindqvist", "doctor", "maya@", "Maya's", "192.0.2.44", "lindqvist-7"})
            QVERIFY2(!world.holds(gone), gone.constData());

        const EntityId day = workDayId(
            fixture.production(), {world.person(), QDate(2025, 11, 20), fixture.person(name).unit});
        const auto kept = workDayFromGroups(sync::plainGroups(fixture.stored(day)));
        QVERIFY(kept);
        QCOMPARE(kept->call, TimeField::at(420));
        QCOMPARE(kept->wrap, TimeField::at(1170));
        QVERIFY(kept->notes.isEmpty());
        QVERIFY(!fixture.stored(dealId(fixture.production(), world.person())).empty());

        const auto log =
            checkProduction(fixture.storage(), fixture.production(), signer->publicKey());
        QVERIFY2(log->problems.isEmpty(), qPrintable(log->problems.join(u"; "_s)));
        QCOMPARE(log->erased, quint64(report->rowsErased));
        QCOMPARE(log->anchors, quint64(1));
        const auto acts = store::checkServerAudit(fixture.database());
        QVERIFY2(acts->problems.isEmpty(), qPrintable(acts->problems.join(u"; "_s)));
        QCOMPARE(acts->rows, before->rows + 1);
        // A copy says the same, and so does the search.
        QBuffer file;
        file.open(QIODevice::ReadWrite);
        QVERIFY(exportAudit(fixture.storage(), fixture.production(), file, fixture.clock().now()));
        const sync::Ed25519Verifier verifier;
        sync::BundleCheck check(verifier, signer->publicKey());
        for (const QByteArray &line : file.data().split('\n')) {
            if (!line.isEmpty())
                check.line(line);
        }
        const sync::BundleVerdict copy = check.finish();
        QVERIFY2(copy.problems.isEmpty(), qPrintable(copy.problems.join(u"; "_s)));
        QCOMPARE(copy.erased, log->erased);
        AuditQuery query;
        query.scope = AuditScope::everything();
        query.words = u"Erased on request"_s;
        const auto page = AuditSearch(fixture.storage(), fixture.production()).find(query);
        QCOMPARE(page->entries.size(), size_t(report->rowsErased));

        // Once more changes nothing.
        const auto again = world.erase();
        QVERIFY(again);
        QCOMPARE(again->recordsWritten, 0);
        QCOMPARE(again->rowsErased, 0);
    }

    // A device that was away reads rows without a story, and comes to the records that are there.
    void aDeviceThatComesLaterHasThem_data() { TestDatabase::kinds(); }
    void aDeviceThatComesLaterHasThem()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        world.end();
        QVERIFY(world.erase());
        sync::RowsWanted wanted;
        wanted.visibility = sync::Visibility::all();
        wanted.rowsMax = 500;
        wanted.bytesMax = protocol::limits::frameBytesMax;
        const auto rows = world.fixture.storage().rows(world.fixture.production(), wanted);
        QVERIFY(rows);
        QCOMPARE(rows->to, world.fixture.head());
        const QByteArray sent =
            protocol::encodeFrame({1, protocol::Delta{0, rows->to, rows->chain, rows->rows}});
        const auto frame =
            protocol::decodeFrame(sent, protocol::Sender::Server, protocol::limits::frameBytesMax);
        QVERIFY2(frame, frame ? "" : qPrintable(frame.error().message));

        simulation::MemoryClientStorage file;
        sync::ClientMeta meta;
        meta.production = world.fixture.production();
        meta.user = world.priya.user;
        meta.device = world.priya.device;
        file.setInitialMeta(meta);
        sync::ClientReplica replica(file);
        const auto applied =
            replica.run(sync::ClientReplica::ApplyDelta{std::get<protocol::Delta>(frame->message)});
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().message));

        const auto there =
            world.fixture.storage().checkpoint(world.fixture.production(), sync::Visibility::all());
        QVERIFY(there);
        QCOMPARE(file.committedMeta().digest.count, there->digest.count);
        QVERIFY(file.committedMeta().digest == there->digest);
    }

    void aDryRunChangesNothing_data() { TestDatabase::kinds(); }
    void aDryRunChangesNothing()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        world.end();
        const quint64 head = world.fixture.head();
        const auto report = world.erase(true);
        QVERIFY(report);
        QCOMPARE(report->recordsWritten, 3);
        QCOMPARE(report->accountsErased, 1);
        QVERIFY(report->namesReplaced >= 3);

        QCOMPARE(world.fixture.head(), head);
        for (const QByteArray there : {"Lindqvist", "doctor at noon", "maya@", "Maya's laptop"})
            QVERIFY2(world.holds(there), there.constData());
    }

    void whoMayNotBeErasedIsNot()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        const Result<ErasureReport> active = world.erase();
        QCOMPARE(active.error().code, ErrorCode::Conflict);
        QVERIFY(active.error().message.contains(u"still on the production"_s));
        world.end();
        const ProductionId production = world.fixture.production();
        for (const PersonId held : {world.person(), PersonId()}) {
            QVERIFY(world.fixture.tasks().setHold({production, held, u"a claim"_s, 0}));
            QVERIFY(world.erase().error().message.contains(u"legal hold"_s));
            QVERIFY(world.fixture.tasks().liftHold(production, held));
        }
        QVERIFY(!world.fixture.tasks().liftHold(production, PersonId()));
        QVERIFY(world.erase());
    }

    void whatStaysIsSaid()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        WorkDay both = world.fixture.day(name, QDate(2025, 11, 22), TimeField::at(420));
        both.notes = u"called late"_s;
        world.fixture.enter(world.maya, std::nullopt, both);
        world.end();
        const auto report = world.erase();
        QVERIFY(report);
        QVERIFY2(report->kept.join(u' ').contains(u"1 changes hold a note beside times"_s),
                 qPrintable(report->kept.join(u"; "_s)));
    }

    void policiesAreKept_data() { TestDatabase::kinds(); }
    void policiesAreKept()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        ProductionFixture &fixture = world.fixture;
        QVERIFY(runRetention(fixture.storage(), {}, fixture.clock().now(), false)->empty());
        for (const RetainedKind kept : store::retainedKinds())
            QVERIFY(fixture.tasks().setRetention(kept, 30));
        store::Statement quarantined(
            fixture.database(), u"quarantined"_s,
            u"INSERT INTO quarantine (production_id, env_hash, mid, device_id, session_id,"
            " received_ms, envelope, reason) VALUES (:production, :any, :any, :any, :any, :at, "
            ":any,"
            " 'x')"_s);
        quarantined.bind(u":production", fixture.production().toByteArray())
            .bind(u":any", QByteArray("any"))
            .bind(u":at", msSinceEpoch(fixture.clock().now()));
        QVERIFY(quarantined.run());
        SystemRandom acting;
        store::ServerAct act;
        act.atMs = msSinceEpoch(fixture.clock().now());
        act.act = u"signed-in"_s;
        act.account = act.by = world.account;
        act.address = u"192.0.2.44"_s;
        QVERIFY(store::ServerAudit(fixture.database(), acting).append(act));
        const auto rows = [&](bool isDryRun) {
            std::map<RetainedKind, int> counts;
            const auto done = runRetention(fixture.storage(), {}, fixture.clock().now(), isDryRun);
            for (const RetentionDone &one : done.value_or(std::vector<RetentionDone>()))
                counts[one.kind] = one.rows;
            return counts;
        };
        const std::map<RetainedKind, int> nothing{{RetainedKind::InviteNames, 0},
                                                  {RetainedKind::Quarantine, 0},
                                                  {RetainedKind::ActAddresses, 0},
                                                  {RetainedKind::SessionAddresses, 0}};
        QCOMPARE(rows(false), nothing);

        fixture.clock().time += std::chrono::days(120);
        const auto wanted = rows(true);
        QCOMPARE(wanted.at(RetainedKind::InviteNames), 1);
        QCOMPARE(wanted.at(RetainedKind::Quarantine), 1);
        QCOMPARE(wanted.at(RetainedKind::SessionAddresses), 1);
        QVERIFY(wanted.at(RetainedKind::ActAddresses) > 0);
        QCOMPARE(rows(true), wanted); // it only looked
        QVERIFY(fixture.tasks().setHold({fixture.production(), {}, u"a claim"_s, 0}));
        QCOMPARE(rows(true).at(RetainedKind::Quarantine), 0);
        QCOMPARE(rows(true).at(RetainedKind::InviteNames), 0);
        // From where its members signed in and did what they did is evidence as well.
        QCOMPARE(rows(true).at(RetainedKind::SessionAddresses), 0);
        QCOMPARE(rows(true).at(RetainedKind::ActAddresses), 0);
        QVERIFY(fixture.tasks().liftHold(fixture.production(), {}));
        QCOMPARE(rows(false), wanted);
        QCOMPARE(rows(true), nothing);
        QVERIFY(store::checkServerAudit(fixture.database())->problems.isEmpty());
        // What was done is in the chain, with how much.
        store::ServerAuditFilter filter;
        filter.act = u"retention-run"_s;
        SystemRandom salts;
        const auto runs = store::ServerAudit(fixture.database(), salts).rows(0, filter, 10);
        QVERIFY(runs->size() >= 3);
        QVERIFY(runs->front().act.detail.contains(u"older than 30 days: 1"_s));
    }

    void theCommandsWork()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        world.end();
        const QTemporaryDir folder;
        const QString production = world.fixture.production().toString();
        const auto admin = [&](const QStringList &arguments) {
            return run(QStringList{u"admin"_s} + arguments
                       + QStringList{u"--database"_s, place.address()});
        };
        const auto of = [&](const QStringList &words) {
            return words + QStringList{u"--production"_s, production, u"--person"_s, name};
        };
        QCOMPARE(admin(of({u"person"_s, u"export"_s, folder.filePath(u"maya.json"_s)})).first, 0);
        QVERIFY(QFile::exists(folder.filePath(u"maya.html"_s)));
        QCOMPARE(admin(of({u"hold"_s, u"set"_s, u"--reason"_s, u"claim"_s})).first, 0);
        QVERIFY(admin({u"hold"_s, u"list"_s}).second.contains(u"claim"_s));
        QCOMPARE(admin(of({u"person"_s, u"erase"_s})).first, 1);
        QCOMPARE(admin(of({u"hold"_s, u"lift"_s})).first, 0);
        QVERIFY(admin(of({u"person"_s, u"erase"_s, u"--dry-run"_s}))
                    .second.contains(u"would be erased"_s));
        const auto erased = admin(of({u"person"_s, u"erase"_s}));
        QVERIFY2(erased.first == 0, qPrintable(erased.second));
        QVERIFY(!world.holds("Lindqvist"));
        QCOMPARE(
            admin({u"retention"_s, u"set"_s, u"--kind"_s, u"quarantine"_s, u"--days"_s, u"30"_s})
                .first,
            0);
        QVERIFY(admin({u"retention"_s, u"list"_s}).second.contains(u"30 days"_s));
        QVERIFY(admin({u"retention"_s, u"run"_s, u"--dry-run"_s}).second.contains(u"would go"_s));
        QCOMPARE(
            admin({u"retention"_s, u"set"_s, u"--kind"_s, u"all"_s, u"--days"_s, u"1"_s}).first, 2);
    }

private:
    static std::pair<int, QString> run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(FILM_BINARY_DIR "/bin/filmtracker-server"), arguments);
        if (!process.waitForFinished(30'000))
            return {-1, {}};
        return {
            process.exitCode(),
            QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
    }
};

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
