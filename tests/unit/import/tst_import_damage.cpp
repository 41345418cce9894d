#include "shared/base/random.h"
#include "shared/domain/import/call_sheet_import.h"
#include "shared/domain/import/production_import.h"
#include "shared/domain/import/work_day_import.h"
#include "shared/domain/records.h"
#include "tests/support/sample_generator.h"

#include <QTest>

using namespace film;

namespace {

constexpr int rounds = 1'000;

// A few bytes changed, taken out, doubled, or the end torn off.
QByteArray damaged(QByteArray bytes, RandomSource &random)
{
    const quint64 wounds = 1 + random.below(4);
    for (quint64 i = 0; i < wounds && !bytes.isEmpty(); ++i) {
        const auto at = qsizetype(random.below(quint64(bytes.size())));
        switch (random.below(4)) {
        case 0: bytes[at] = char(random.below(256)); break;
        case 1: bytes.remove(at, qsizetype(1 + random.below(8))); break;
        case 2: bytes.insert(at, bytes.mid(at, qsizetype(1 + random.below(40)))); break;
        default: bytes[at] = ",;\"\n\r\t-+."[random.below(9)];
        }
    }
    return bytes;
}

} // namespace

// Whatever happened to a file on its way, an import takes all of it or nothing, and what it
// takes is what the log accepts.
class TestImportDamage : public QObject
{
    Q_OBJECT

private slots:
    void damagedCrewListIsTakenWholeOrNotAtAll()
    {
        const QByteArray file = tests::crewListCsv(m_sample.crew);
        CrewListOptions options;
        options.production = m_sample.production.id;
        SeededRandom random(21);
        int taken = 0;

        for (int i = 0; i < rounds; ++i) {
            const Result<CrewListImport> import = importCrewList(damaged(file, random), options);
            if (!import)
                continue;
            QCOMPARE(import->crew.people.empty(), !allReady(import->verdicts));
            taken += import->crew.people.empty() ? 0 : 1;
            for (const Person &person : import->crew.people)
                QVERIFY(isAccepted(EntityType::Person, EntityId::of(person.id), person));
            for (const Deal &deal : import->crew.deals)
                QVERIFY(
                    isAccepted(EntityType::Deal, dealId(options.production, deal.person), deal));
        }

        QVERIFY(taken > 0 && taken < rounds);
    }

    void damagedCallSheetIsTakenWholeOrNotAtAll()
    {
        const QByteArray file = tests::callSheetCsv(m_sample, m_sample.shootingDays.front());
        SeededRandom random(22);
        int taken = 0;

        for (int i = 0; i < rounds; ++i) {
            const Result<CallSheetImport> import =
                importCallSheet(damaged(file, random), m_sample.crew, {});
            if (!import)
                continue;
            QCOMPARE(import->day.has_value(), allReady(import->verdicts));
            if (!import->day)
                continue;
            ++taken;
            const EntityId id =
                shootingDayId(m_sample.production.id, import->day->date, import->day->unit);
            QVERIFY(isAccepted(EntityType::ShootingDay, id, *import->day));
        }

        QVERIFY(taken > 0 && taken < rounds);
    }

    void damagedDaysAreTakenWholeOrNotAtAll()
    {
        const QByteArray file = tests::workDaysCsv(m_sample);
        WorkDayOptions options;
        options.zone = m_sample.production.zone;
        SeededRandom random(23);
        int taken = 0;

        for (int i = 0; i < rounds; ++i) {
            const Result<WorkDayImport> import =
                importWorkDays(damaged(file, random), m_sample.crew, options);
            if (!import)
                continue;
            QCOMPARE(import->days.empty(), !allReady(import->verdicts));
            taken += import->days.empty() ? 0 : 1;
            for (const WorkDay &day : import->days) {
                const EntityId id = workDayId(m_sample.production.id, day.key);
                QVERIFY(isAccepted(EntityType::TimeEntry, id, day));
            }
        }

        QVERIFY(taken > 0 && taken < rounds);
    }

private:
    template<typename Value>
    [[nodiscard]] bool isAccepted(EntityType type, EntityId id, const Value &value) const
    {
        const Result<> checked = checkRecord(m_sample.production.id, type, id, toGroups(value));
        if (!checked)
            qWarning("%s", qPrintable(checked.error().message));
        return checked.has_value();
    }

    tests::SampleProduction m_sample =
        tests::generateProduction({.people = 12, .days = 2, .seed = 5});
};

QTEST_GUILESS_MAIN(TestImportDamage)
#include "tst_import_damage.moc"
