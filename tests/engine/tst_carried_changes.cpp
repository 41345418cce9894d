#include "app/engine/changes_seal.h"
#include "app/engine/workspace.h"
#include "shared/domain/records.h"
#include "shared/sync/decide.h"

#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

namespace {

template<typename IdType>
IdType idOf(quint8 number)
{
    return IdType(std::array<quint8, 16>{number});
}

const QDate thursday(2025, 11, 20);
const PersonId maya = idOf<PersonId>(11);
const PersonId cal = idOf<PersonId>(12);

WorkDay dayOf(PersonId person, QDate date, int call, int wrap)
{
    WorkDay day;
    day.key = {person, date, idOf<UnitId>(1)};
    day.zone = "America/New_York";
    day.call = TimeField::at(call);
    day.wrap = TimeField::at(wrap);
    return day;
}

EditedDay entered(const WorkDay &day)
{
    WorkDay before;
    before.key = day.key;
    return {before, day};
}

} // namespace

// Changes that go from one computer to another on a memory stick.
class TestCarriedChanges : public QObject
{
    Q_OBJECT

private:
    SystemRandom m_random;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    int m_files = 0;
    const sync::Ed25519Signer m_signer{sync::SecretSeed{7}};

    [[nodiscard]] std::unique_ptr<Workspace> deviceOf(quint8 device, PersonId person, Role role,
                                                      quint8 production = 1)
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + u"/film.db"_s);
        auto opened = Workspace::open(path, m_random, m_clock);
        if (!opened)
            return nullptr;
        Workspace::Identity identity;
        identity.meta.production = idOf<ProductionId>(production);
        identity.meta.device = idOf<DeviceId>(device);
        identity.meta.user = idOf<UserId>(device);
        identity.meta.person = person;
        identity.meta.role = quint32(role);
        identity.server = u"ws://127.0.0.1:9"_s;
        identity.productionTitle = u"Northern Lights"_s;
        identity.personName = u"Maya Lindqvist"_s;
        if (!(*opened)->setIdentity(identity))
            return nullptr;
        return *std::move(opened);
    }
    // With the crew list, which every device has.
    [[nodiscard]] static bool addCrew(Workspace &workspace)
    {
        const ProductionId id = workspace.state().production;
        Production production;
        production.id = id;
        production.title = u"Northern Lights"_s;
        production.zone = "America/New_York";
        const std::vector<WantedRecord> records{
            {EntityType::Production, EntityId::of(id), toGroups(production)}};
        return workspace.saveRecords(records, protocol::InputMethod::Manual).has_value();
    }
    [[nodiscard]] static std::vector<WorkDay> daysIn(Workspace &workspace)
    {
        std::vector<WorkDay> days;
        const auto seen = workspace.days(std::nullopt, thursday, thursday.addDays(1));
        for (const DaySeen &day : seen ? seen->days : std::vector<DaySeen>())
            days.push_back(day.day);
        return days;
    }
    // What Maya's computer has entered and not handed over.
    [[nodiscard]] sync::ChangesFile mayasFile(std::unique_ptr<Workspace> &workspace)
    {
        workspace = deviceOf(5, maya, Role::Crew);
        if (!workspace || !addCrew(*workspace))
            return {};
        const std::vector<EditedDay> edits{entered(dayOf(maya, thursday, 420, 1170)),
                                           entered(dayOf(maya, thursday.addDays(1), 330, 1100))};
        if (!workspace->saveDays(edits, {}, protocol::InputMethod::Manual))
            return {};
        return workspace->changesToCarry(m_signer).value_or(sync::ChangesFile());
    }

private slots:
    void ownChangesComeBackAsTheyWere()
    {
        std::unique_ptr<Workspace> lost;
        const sync::ChangesFile file = mayasFile(lost);
        const auto fresh = deviceOf(5, maya, Role::Crew);

        const auto seen = fresh->look(file);
        QVERIFY2(seen.has_value(), qPrintable(seen ? QString() : seen.error().message));
        QVERIFY(seen->isOwn);
        QCOMPARE(seen->changes, 3); // the production's record, and two days
        QCOMPARE(seen->toTake, 3);
        QCOMPARE(seen->entries.size(), size_t(3));
        QCOMPARE(fresh->counts()->pending, quint64(0)); // looking changes nothing
        QCOMPARE(fresh->take(file, {}).value_or(-1), 3);

        QCOMPARE(daysIn(*fresh), daysIn(*lost));
        QCOMPARE(fresh->counts()->pending, quint64(3));
        // The very same changes, so that the server takes them for what they are.
        QVERIFY(fresh->changesToCarry(m_signer)->segments == file.segments);
    }

    void aFileTakenTwiceChangesNothingTheSecondTime()
    {
        std::unique_ptr<Workspace> own;
        const sync::ChangesFile file = mayasFile(own);

        QCOMPARE(own->look(file)->known, 3);
        QCOMPARE(own->take(file, {}).value_or(-1), 0);
        QCOMPARE(own->counts()->pending, quint64(3));

        const auto office = deviceOf(6, {}, Role::Coordinator);
        QVERIFY(addCrew(*office));
        const quint64 before = office->counts()->pending;
        QVERIFY(office->take(file, u"From Maya's file"_s).value_or(0) > 0);
        const quint64 once = office->counts()->pending;
        QVERIFY(once > before);
        QCOMPARE(office->look(file)->toTake, 0);
        QCOMPARE(office->take(file, u"From Maya's file"_s).value_or(-1), 0);
        QCOMPARE(office->counts()->pending, once);
    }

    // Somebody with a connection takes them along; they say whose they were.
    void theOfficeTakesADayFromACrewMembersFile()
    {
        std::unique_ptr<Workspace> own;
        const sync::ChangesFile file = mayasFile(own);
        const auto office = deviceOf(6, {}, Role::Coordinator);
        QVERIFY(addCrew(*office));

        const auto seen = office->look(file);
        QVERIFY(seen.has_value());
        QVERIFY(!seen->isOwn);
        QCOMPARE(seen->authorName, u"Maya Lindqvist"_s);
        QCOMPARE(seen->left, 0);
        QVERIFY(office->take(file, u"From Maya's file"_s).has_value());

        const std::vector<WorkDay> days = daysIn(*office);
        QCOMPARE(days.size(), size_t(2));
        QCOMPARE(days, daysIn(*own));
        const auto history = office->history(days.front().key);
        QVERIFY(history.has_value());
        QCOMPARE(history->front().reason, u"From Maya's file"_s);
    }

    // The author's computer comes online after all: its change says what is there already, and two
    // versions there are none.
    void theAuthorsOwnChangeMeetsWhatWasCarried()
    {
        std::unique_ptr<Workspace> own;
        const sync::ChangesFile file = mayasFile(own);
        const auto office = deviceOf(6, {}, Role::Coordinator);
        QVERIFY(addCrew(*office));
        QVERIFY(office->take(file, u"From Maya's file"_s).has_value());
        const auto sent = office->changesToCarry(m_signer);
        QVERIFY(sent.has_value());
        const EntityId day = workDayId(idOf<ProductionId>(1), {maya, thursday, idOf<UnitId>(1)});
        const auto changeOf = [day](const sync::ChangesFile &changes, Role role, PersonId person) {
            auto all = sync::changesIn(changes, sync::Ed25519Verifier());
            for (sync::Submission &change : all) {
                change.author.role = role;
                change.author.person = person;
                if (change.envelope.entity == day)
                    return std::optional(change);
            }
            return std::optional<sync::Submission>();
        };
        const auto carried = changeOf(*sent, Role::Coordinator, {});
        const auto authors = changeOf(file, Role::Crew, maya);
        QVERIFY(carried && authors);

        const sync::Decision first =
            sync::decide({}, carried->envelope, carried->bytes, carried->author, 1, 1);
        QCOMPARE(first.outcome, protocol::Outcome::Applied);
        sync::Target target;
        target.record = first.touched.front();
        const sync::Decision second =
            sync::decide(target, authors->envelope, authors->bytes, authors->author, 2, 2);

        QCOMPARE(second.outcome, protocol::Outcome::Converged);
        QVERIFY(!second.conflict);
    }

    void nobodyTakesWhatTheyMayNotWrite()
    {
        std::unique_ptr<Workspace> own;
        const sync::ChangesFile file = mayasFile(own);
        const auto other = deviceOf(7, cal, Role::Crew);
        QVERIFY(addCrew(*other));

        const auto seen = other->look(file);
        QCOMPARE(seen->toTake, 0);
        QCOMPARE(seen->left, seen->changes);
        QCOMPARE(other->take(file, {}).value_or(-1), 0);
        QVERIFY(daysIn(*other).empty());
    }

    // A word given for oneself is carried by nobody else.
    void whatIsHandedInWaitsForItsAuthor()
    {
        std::unique_ptr<Workspace> own;
        QVERIFY(!mayasFile(own).segments.empty());
        const WorkDayKey key{maya, thursday, idOf<UnitId>(1)};
        QVERIFY(own->actOn(key, DayAction::Submit, {}).has_value());
        const auto file = own->changesToCarry(m_signer);
        const auto office = deviceOf(6, {}, Role::Coordinator);
        QVERIFY(addCrew(*office));

        QCOMPARE(office->look(*file)->left, 1);
        QVERIFY(office->take(*file, {}).has_value());

        QVERIFY(daysIn(*office).front().state < DayState::Submitted);
    }

    void anotherProductionsFileIsRefused()
    {
        std::unique_ptr<Workspace> own;
        const sync::ChangesFile file = mayasFile(own);
        const auto elsewhere = deviceOf(6, {}, Role::Coordinator, 2);

        QCOMPARE(elsewhere->look(file).error().code, ErrorCode::InvalidInput);
        QCOMPARE(elsewhere->take(file, {}).error().code, ErrorCode::InvalidInput);
    }

    void aPassphraseOpensTheFileAndNoOtherDoes()
    {
        std::unique_ptr<Workspace> own;
        const sync::ChangesFile file = mayasFile(own);

        const auto sealed = sealedFile(file, m_signer, u"nine grips"_s, m_random);
        QVERIFY(sealed.has_value());

        QVERIFY(openedFile(*sealed, u"nine grips"_s).value_or(sync::ChangesFile()) == file);
        QCOMPARE(openedFile(*sealed, u"ten grips"_s).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(openedFile(sealed->left(100), u"nine grips"_s).error().code,
                 ErrorCode::StoreCorrupt);
    }
};

QTEST_GUILESS_MAIN(TestCarriedChanges)
#include "tst_carried_changes.moc"
