#include "app/controllers/people_controller.h"
#include "app/models/person_form.h"
#include "tests/support/fake_office_store.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

class TestPeopleController : public QObject
{
    Q_OBJECT

    class Words final : public PeopleWords
    {
    public:
        QString columnTitle(int column) const override { return QString::number(column); }
        QString rate(const Deal &) const override { return u"rate"_s; }
        QString guarantee(const Deal &) const override { return u"hours"_s; }
        QString agreement(const Deal &deal) const override { return deal.rulePack; }
        QString date(QDate date) const override { return date.toString(Qt::ISODate); }
        QString noDeal() const override { return u"no deal"_s; }
        QString sentence(const PeopleSnapshot &, const Person &person) const override
        {
            return person.name;
        }
    };

    struct Desk {
        FakeOfficeStore store;
        QUndoStack undo;
        Words words;
        PeopleModel people{words};
        RecordWriter writer{store, undo};
        PeopleController controller{{store, people, writer}};

        Desk()
        {
            fillOffice(store);
            controller.setShown(true);
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 4; ++i)
                QCoreApplication::processEvents();
        }
        [[nodiscard]] PersonDraft draft(const QString &name)
        {
            return draftOf(controller.crew(), store.personNamed(name)->id);
        }
        void save(const PersonDraft &draft)
        {
            controller.save(draft, {u"change"_s, u"saved"_s});
            settle();
        }
        [[nodiscard]] const Deal *dealOf(const QString &name)
        {
            return controller.crew().dealOf(store.personNamed(name)->id);
        }
    };

private slots:
    void departmentsAreInTheirOrderWithTheirPeople()
    {
        Desk desk;

        QCOMPARE(desk.people.rowCount(), 3);
        const QModelIndex camera = desk.people.index(1, 0);
        QCOMPARE(camera.data().toString(), u"Camera"_s);
        QCOMPARE(desk.people.rowCount(camera), 10);
        QCOMPARE(desk.people.index(0, 0, camera).data().toString(), u"Ingrid Solheim"_s);
        QCOMPARE(desk.people.counts(), (std::array{20, 1, 0}));
    }

    void aChangedPersonIsOneStepThatCanBeTakenBack()
    {
        Desk desk;
        PersonDraft draft = desk.draft(u"Maya Lindqvist"_s);
        draft.position = u"Focus puller"_s;
        draft.deal->hourlyRate = Money(5600, Currency::Usd);

        desk.save(draft);
        QCOMPARE(desk.store.personNamed(u"Maya Lindqvist"_s)->position, u"Focus puller"_s);
        QCOMPARE(desk.dealOf(u"Maya Lindqvist"_s)->hourlyRate, Money(5600, Currency::Usd));
        QCOMPARE(desk.undo.count(), 1);

        desk.undo.undo();
        desk.settle();
        QCOMPARE(desk.store.personNamed(u"Maya Lindqvist"_s)->position, u"1st AC, A-cam"_s);
        QCOMPARE(desk.dealOf(u"Maya Lindqvist"_s)->hourlyRate, Money(5200, Currency::Usd));

        desk.undo.redo();
        desk.settle();
        QCOMPARE(desk.store.personNamed(u"Maya Lindqvist"_s)->position, u"Focus puller"_s);
    }

    void somebodyNewMayBringADepartment()
    {
        Desk desk;
        PersonDraft draft;
        draft.name = u" Rosa  Delacroix "_s;
        draft.department = u"Grip"_s;
        draft.unit = u"main"_s; // is there already, as Main

        desk.save(draft);

        const Person *rosa = desk.store.personNamed(u"Rosa Delacroix"_s);
        QVERIFY(rosa);
        QCOMPARE(desk.controller.crew().departmentName(rosa->department), u"Grip"_s);
        QCOMPARE(rosa->unit, sampleId<UnitId>(1));
        QCOMPARE(desk.controller.crew().units.size(), size_t(1));
        QVERIFY(!desk.dealOf(u"Rosa Delacroix"_s)); // an empty form is no deal

        desk.undo.undo();
        desk.settle();
        QVERIFY(!desk.store.personNamed(u"Rosa Delacroix"_s));
        QCOMPARE(desk.controller.crew().departments.size(), size_t(3));
    }

    void aNameOfTheDepartmentIsTakenOnce()
    {
        Desk desk;
        PersonDraft draft;
        draft.name = u"maya lindqvist"_s;
        draft.department = u"camera"_s;

        QVERIFY(isNameTaken(desk.controller.crew(), draft));
        draft.department = u"Electric"_s;
        QVERIFY(!isNameTaken(desk.controller.crew(), draft));
        QVERIFY(!isNameTaken(desk.controller.crew(), desk.draft(u"Maya Lindqvist"_s)));
    }

    // Whoever is called like somebody was before a change of name is somebody else.
    void anIdThatIsInUseIsNotGivenAgain()
    {
        Desk desk;
        PersonDraft draft;
        draft.name = u"Rosa Delacroix"_s;
        draft.department = u"Camera"_s;
        desk.save(draft);
        PersonDraft renamed = desk.draft(u"Rosa Delacroix"_s);
        renamed.name = u"Rosa Eide"_s;
        desk.save(renamed);

        desk.save(draft);

        QVERIFY(desk.store.personNamed(u"Rosa Eide"_s));
        QVERIFY(desk.store.personNamed(u"Rosa Delacroix"_s));
    }

    // A raise: what was agreed before it stays as it was.
    void ofTwoDealsTheOneThatCountsTodayIsChanged()
    {
        Desk desk;
        const PersonId maya = desk.store.personNamed(u"Maya Lindqvist"_s)->id;
        Deal raise = *desk.dealOf(u"Maya Lindqvist"_s);
        raise.number = 1;
        raise.hourlyRate = Money(6000, Currency::Usd);
        raise.from = desk.controller.crew().today.addDays(-1);
        desk.store.records[{EntityType::Deal, dealId(desk.store.production, maya, 1)}] =
            toGroups(raise);
        desk.controller.reload();
        desk.settle();
        QCOMPARE(*desk.dealOf(u"Maya Lindqvist"_s), raise);

        PersonDraft draft = desk.draft(u"Maya Lindqvist"_s);
        draft.deal->guarantee = Minutes(540);
        desk.save(draft);

        const auto &deals = desk.controller.crew().deals;
        const auto numbered = [&](int number) {
            return *std::ranges::find_if(deals, [&](const Deal &deal) {
                return deal.person == maya && deal.number == number;
            });
        };
        QCOMPARE(numbered(1).guarantee, Minutes(540));
        QCOMPARE(numbered(1).hourlyRate, Money(6000, Currency::Usd));
        QCOMPARE(numbered(0).hourlyRate, Money(5200, Currency::Usd));
        QVERIFY(numbered(0).guarantee != Minutes(540));
    }

    void aFurtherDealLeavesTheOthersAsTheyAre()
    {
        Desk desk;
        PersonDraft draft = desk.draft(u"Maya Lindqvist"_s);
        draft.deal->hourlyRate = Money(6000, Currency::Usd);
        draft.deal->from = desk.controller.crew().today.addDays(7);
        draft.isFurtherDeal = true;

        desk.save(draft);

        QCOMPARE(desk.dealOf(u"Maya Lindqvist"_s)->hourlyRate, Money(5200, Currency::Usd));
        const auto isMayas = [&](const Deal &deal) {
            return deal.person == desk.store.personNamed(u"Maya Lindqvist"_s)->id;
        };
        QCOMPARE(std::ranges::count_if(desk.controller.crew().deals, isMayas), 2);
        desk.undo.undo();
        desk.settle();
        QCOMPARE(std::ranges::count_if(desk.controller.crew().deals, isMayas), 1);
    }

    void whoHasLeftIsListedApartAndComesBack()
    {
        Desk desk;
        const PersonId cal = desk.store.personNamed(u"Cal Prideaux"_s)->id;

        desk.controller.end(cal, QDate(2025, 11, 19), {u"end"_s, u"said"_s});
        desk.settle();
        QCOMPARE(desk.people.counts(), (std::array{19, 1, 1}));
        QVERIFY(!desk.people.indexOf(cal).isValid());
        desk.people.setFilter(PeopleFilter::Left);
        QVERIFY(desk.people.indexOf(cal).isValid());

        desk.controller.end(cal, {}, {u"back"_s, u"said"_s});
        desk.settle();
        QCOMPARE(desk.people.counts(), (std::array{20, 1, 0}));
        QCOMPARE(desk.dealOf(u"Cal Prideaux"_s)->hourlyRate, Money(5200, Currency::Usd));
    }

    void aLastDayAheadLeavesThePersonWhereTheyAre()
    {
        Desk desk;
        const PersonId cal = desk.store.personNamed(u"Cal Prideaux"_s)->id;

        desk.controller.end(cal, QDate(2025, 11, 20), {u"end"_s, u"said"_s});
        desk.settle();

        QCOMPARE(desk.people.counts()[0], 20);
    }

    void whatSomebodyElseChangedIsNotTakenBack()
    {
        Desk desk;
        PersonDraft draft = desk.draft(u"Maya Lindqvist"_s);
        draft.position = u"Focus puller"_s;
        desk.save(draft);
        Person moved = *desk.store.personNamed(u"Maya Lindqvist"_s);
        moved.position = u"Operator"_s;
        desk.store.put(moved);
        QSignalSpy failed(&desk.writer, &RecordWriter::failed);

        desk.undo.undo();
        desk.settle();

        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::Conflict);
        QCOMPARE(desk.store.personNamed(u"Maya Lindqvist"_s)->position, u"Operator"_s);
        QVERIFY(desk.undo.canUndo()); // as if it had not been tried
    }

    void nothingChangedIsNothingToUndo()
    {
        Desk desk;

        desk.save(desk.draft(u"Maya Lindqvist"_s));

        QCOMPARE(desk.undo.count(), 0);
        QVERIFY(desk.store.writes.empty());
    }

    void aFailedReadKeepsTheLastList()
    {
        Desk desk;
        QSignalSpy failed(&desk.controller, &PeopleController::loadFailed);
        desk.store.loadFailure = ErrorCode::StoreCorrupt;

        desk.controller.reload();
        desk.settle();

        QCOMPARE(failed.count(), 1);
        QCOMPARE(desk.people.counts()[0], 20);
    }

    void theListIsReadWhileItIsShownOnly()
    {
        Desk desk;
        const int loads = desk.store.loads;

        desk.controller.setShown(false);
        desk.controller.reload();
        desk.settle();

        QCOMPARE(desk.store.loads, loads);
    }

    void textsOfAFormAreReadAsOnAList_data()
    {
        QTest::addColumn<PersonField>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFine");

        QTest::newRow("dollars") << PersonField::HourlyRate << u"$50"_s << true;
        QTest::newRow("a comma") << PersonField::HourlyRate << u"50,00"_s << true;
        QTest::newRow("thousands or decimals") << PersonField::DayRate << u"1,234"_s << false;
        QTest::newRow("another currency") << PersonField::WeekRate << u"EUR 2100.50"_s << true;
        QTest::newRow("no rate") << PersonField::HourlyRate << u"plenty"_s << false;
        QTest::newRow("hours") << PersonField::Guarantee << u"10.5"_s << true;
        QTest::newRow("more than a week") << PersonField::Guarantee << u"200"_s << false;
        QTest::newRow("a date") << PersonField::To << u"2025-12-05"_s << true;
        QTest::newRow("before the first day") << PersonField::To << u"2025-10-01"_s << false;
        QTest::newRow("two readings of a date") << PersonField::To << u"03/04/2026"_s << false;
        QTest::newRow("no name") << PersonField::Name << u"  "_s << false;
        QTest::newRow("no terms") << PersonField::Terms << u"better"_s << false;
    }

    void textsOfAFormAreReadAsOnAList()
    {
        QFETCH(PersonField, field);
        QFETCH(QString, text);
        QFETCH(bool, isFine);
        Desk desk;
        const PeopleSnapshot &crew = desk.controller.crew();
        PersonTexts texts = textsOf(crew, desk.store.personNamed(u"Maya Lindqvist"_s)->id);
        QVERIFY(readPersonTexts(texts, crew, false, nullptr).problems.empty());

        texts[size_t(field)] = text;
        const PersonReading reading = readPersonTexts(texts, crew, false, nullptr);

        QCOMPARE(reading.problems.empty(), isFine);
        if (!isFine)
            QCOMPARE(reading.problems.front().field, field);
    }

    void aDealReadsBackAsItWas()
    {
        Desk desk;
        const PeopleSnapshot &crew = desk.controller.crew();
        const PersonId maya = desk.store.personNamed(u"Maya Lindqvist"_s)->id;

        PersonReading reading = readPersonTexts(textsOf(crew, maya), crew, false, nullptr);

        QVERIFY(reading.deal);
        reading.deal->person = maya;
        QCOMPARE(*reading.deal, *crew.dealOf(maya));
    }
};

QTEST_GUILESS_MAIN(TestPeopleController)
#include "tst_people_controller.moc"
