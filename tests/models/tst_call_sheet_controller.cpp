#include "app/controllers/call_sheet_controller.h"
#include "tests/support/fake_office_store.h"
#include "tests/support/fake_sheet_drafts.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

class TestCallSheetController : public QObject
{
    Q_OBJECT

    class Words final : public CallsWords, public SheetDayWords
    {
    public:
        QString columnTitle(int column) const override { return QString::number(column); }
        QString time(Minutes time) const override { return QString::number(time.count()); }
        QString offset(Minutes length) const override { return QString::number(length.count()); }
        QString sentence(const QString &name, std::optional<Minutes>, bool) const override
        {
            return name;
        }
        QString title(const SheetDay &day) const override
        {
            return day.key.date.toString(Qt::ISODate);
        }
        QString detail(const SheetDay &) const override { return {}; }
        QString state(SheetState state) const override { return QString::number(int(state)); }
    };

    static inline const UnitId mainUnit = sampleId<UnitId>(1);
    static inline const SheetKey thursday{crewWeek.addDays(crewThursday), mainUnit};
    static inline const SheetKey friday{crewWeek.addDays(crewFriday), mainUnit};
    static inline const DepartmentId electric = sampleId<DepartmentId>(3);
    static inline const PersonId maya = sampleId<PersonId>(14);
    static inline const QString step = u"step"_s;

    struct Desk {
        FakeOfficeStore store;
        FakeSheetDrafts drafts;
        QUndoStack undo;
        Words words;
        SheetDaysModel days{words};
        CallsModel calls{words};
        RecordWriter writer{store, undo};
        CallSheetController controller{{store, writer, drafts, days, calls, undo}};

        Desk()
        {
            fillOffice(store);
            fillSheets(store);
            controller.setShown(true);
            controller.showWeek(crewWeek);
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 6; ++i)
                QCoreApplication::processEvents();
        }
        [[nodiscard]] std::optional<ShootingDay> stored(const SheetKey &key) const
        {
            const auto found = store.records.find(
                {EntityType::ShootingDay, shootingDayId(store.production, key.date, key.unit)});
            if (found == store.records.end())
                return std::nullopt;
            return *shootingDayFromGroups(found->second);
        }
        void publish()
        {
            controller.publish(step, u"said"_s);
            settle();
        }
        [[nodiscard]] QString callOf(const CallOwner &owner) const
        {
            return calls.indexOf(owner).siblingAtColumn(CallsModel::Call).data().toString();
        }
    };

private slots:
    void theWeekIsListedAndTodayIsOpen()
    {
        Desk desk;

        QCOMPARE(desk.days.rowCount(), 7);
        QCOMPARE(desk.controller.key(), thursday);
        QCOMPARE(desk.controller.state(), SheetState::Published);
        QCOMPARE(desk.callOf(electric), u"390"_s);
        QCOMPARE(desk.callOf(maya), u"300"_s);
        QCOMPARE(desk.callOf(sampleId<PersonId>(11)), u"420"_s); // with the unit
    }

    void aSheetBeginsWithThePlanOfTheDayBefore()
    {
        Desk desk;
        desk.controller.choose(friday);
        QVERIFY(!desk.controller.sheet());

        desk.controller.startFromDayBefore(step);

        const ShootingDay sheet = *desk.controller.sheet();
        QCOMPARE(sheet.date, friday.date);
        QCOMPARE(sheet.dayNumber, 30);
        QCOMPARE(sheet.call, Minutes(420));
        QCOMPARE(sheet.departmentCalls.size(), size_t(1)); // Electric still comes early
        QVERIFY(sheet.personCalls.empty());
        QVERIFY(sheet.scenes.isEmpty());
        QCOMPARE(desk.controller.state(), SheetState::Draft);
        QVERIFY(!desk.stored(friday)); // nobody else's plan yet
    }

    void publishingMakesItEverybodysAndUndoTakesItBack()
    {
        Desk desk;
        desk.controller.choose(friday);
        desk.controller.startFromDayBefore(step);

        desk.publish();
        QCOMPARE(desk.stored(friday)->call, Minutes(420));
        QCOMPARE(desk.controller.state(), SheetState::Published);
        QVERIFY(desk.drafts.drafts.empty());

        desk.undo.undo();
        desk.settle();
        QVERIFY(!desk.stored(friday));
        desk.undo.redo();
        desk.settle();
        QVERIFY(desk.stored(friday));
    }

    void whoComesEarlierGoesAlongWithTheUnit()
    {
        Desk desk;

        const SheetReading reading = desk.controller.setField(SheetField::Call, u"0800"_s, step);

        QVERIFY(reading.sheet);
        QCOMPARE(desk.controller.sheet()->call, Minutes(480));
        QCOMPARE(desk.callOf(electric), u"450"_s);
        QCOMPARE(desk.callOf(maya), u"360"_s);
        QCOMPARE(desk.controller.state(), SheetState::ChangedDraft);
        desk.undo.undo(); // one step
        QCOMPARE(desk.callOf(electric), u"390"_s);
        QCOMPARE(desk.controller.state(), SheetState::Published);
    }

    void aCallIsTypedFromTheUnits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("call");
        QTest::addColumn<bool>("isOwn");

        QTest::newRow("a time") << u"0615"_s << u"375"_s << true;
        QTest::newRow("before") << u"-30"_s << u"390"_s << true;
        QTest::newRow("before, in hours") << u"-1h"_s << u"360"_s << true;
        QTest::newRow("after") << u"+0.5"_s << u"450"_s << true;
        QTest::newRow("as called") << u"c"_s << u"420"_s << false;
        QTest::newRow("emptied") << QString() << u"420"_s << false;
        QTest::newRow("the unit's own") << u"7"_s << u"420"_s << false;
    }

    void aCallIsTypedFromTheUnits()
    {
        QFETCH(QString, text);
        QFETCH(QString, call);
        QFETCH(bool, isOwn);
        Desk desk;
        const DepartmentId camera = sampleId<DepartmentId>(2);
        static_cast<void>(desk.controller.setCall(camera, u"0500"_s, step));

        const SheetReading reading = desk.controller.setCall(camera, text, step);

        QVERIFY(reading.sheet);
        QCOMPARE(desk.callOf(camera), call);
        QCOMPARE(ownCall(*desk.controller.sheet(), camera).has_value(), isOwn);
    }

    void whatCannotBeReadChangesNothing()
    {
        Desk desk;

        const SheetReading reading = desk.controller.setField(SheetField::Wrap, u"soon"_s, step);

        QVERIFY(!reading.sheet);
        QCOMPARE(reading.error, TimeTextError::NotATime);
        QCOMPARE(desk.undo.count(), 0);
        QCOMPARE(desk.controller.state(), SheetState::Published);
    }

    void twoReadingsAreOffered()
    {
        Desk desk;

        const SheetReading reading =
            desk.controller.setField(SheetField::MealOut, u"13.30"_s, step);

        QVERIFY(!reading.sheet);
        QCOMPARE(reading.readings.size(), size_t(2));
    }

    void timesOutOfOrderAreNotPublished()
    {
        Desk desk;
        static_cast<void>(desk.controller.setField(SheetField::Call, u"1400"_s, step));
        QCOMPARE(wrongOrderIn(*desk.controller.sheet()), SheetField::MealOut);

        QVERIFY(!desk.controller.publish(step, u"said"_s));
    }

    void aSheetThatSomebodyElseChangedIsNotOverwritten()
    {
        Desk desk;
        static_cast<void>(desk.controller.setField(SheetField::Wrap, u"2000"_s, step));
        ShootingDay theirs = *desk.stored(thursday);
        theirs.wrap = Minutes(18 * 60);
        desk.store.put(theirs);

        desk.publish();
        QCOMPARE(desk.stored(thursday)->wrap, Minutes(18 * 60));
        QVERIFY(desk.controller.isOvertaken());
        QCOMPARE(desk.controller.sheet()->wrap, Minutes(20 * 60)); // mine is kept

        desk.controller.keepMine();
        QVERIFY(!desk.controller.isOvertaken());
        desk.publish();
        QCOMPARE(desk.stored(thursday)->wrap, Minutes(20 * 60));
    }

    void aDraftIsDiscardedAndComesBack()
    {
        Desk desk;
        static_cast<void>(desk.controller.setField(SheetField::Wrap, u"2000"_s, step));

        desk.controller.discardDraft(step);
        QCOMPARE(desk.controller.sheet()->wrap, Minutes(19 * 60 + 30));
        desk.undo.undo();
        QCOMPARE(desk.controller.sheet()->wrap, Minutes(20 * 60));
    }

    void aDraftThatSaysWhatIsPublishedIsNone()
    {
        Desk desk;
        static_cast<void>(desk.controller.setField(SheetField::Wrap, u"2000"_s, step));
        static_cast<void>(desk.controller.setField(SheetField::Wrap, u"1930"_s, step));

        QCOMPARE(desk.controller.state(), SheetState::Published);
    }

    void whoMayNotEditChangesNothing()
    {
        Desk desk;
        desk.store.canEdit = false;
        desk.controller.reload();
        desk.settle();

        static_cast<void>(desk.controller.setField(SheetField::Wrap, u"2000"_s, step));

        QCOMPARE(desk.controller.state(), SheetState::Published);
        QVERIFY(!desk.calls.flags(desk.calls.indexOf(electric).siblingAtColumn(CallsModel::Call))
                     .testFlag(Qt::ItemIsEditable));
    }

    void anotherWeekOpensTheSameWeekday()
    {
        Desk desk;

        desk.controller.showWeek(crewWeek.addDays(7));
        desk.settle();

        QCOMPARE(desk.controller.key().date, thursday.date.addDays(7));
        QCOMPARE(desk.controller.dayBefore()->date, thursday.date);
    }
};

QTEST_GUILESS_MAIN(TestCallSheetController)
#include "tst_call_sheet_controller.moc"
