#include "app/controllers/crew_import.h"
#include "shared/domain/import/xlsx_reader.h"
#include "tests/support/fake_office_store.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

class TestCrewImport : public QObject
{
    Q_OBJECT

    static CrewImportDraft draftOfList(const FakeOfficeStore &store, const QByteArray &bytes,
                                       const std::optional<ImportTemplate> &remembered = {})
    {
        return CrewImportDraft(*readTable(bytes), store.crew(), remembered);
    }
    // As the writer does it.
    static void apply(FakeOfficeStore &store, const CrewImportDraft &draft)
    {
        QVERIFY(store.editRecords(draft.edits(), {}, protocol::InputMethod::Import)
                    .result()
                    .has_value());
    }

private slots:
    void newPeopleComeWithTheirDepartmentAndDeal()
    {
        FakeOfficeStore store;
        fillOffice(store);
        CrewImportDraft draft = draftOfList(
            store,
            "Name,Department,Position,Rate,From\nRosa Delacroix,Grip,Key grip,48,2025-11-24\n"
            "Bram Eastwick,electric,Rigger,,\n");

        QCOMPARE(draft.counts().added, 2);
        apply(store, draft);

        const Person *rosa = store.personNamed(u"Rosa Delacroix"_s);
        const PeopleSnapshot crew = store.crew();
        QCOMPARE(crew.departmentName(rosa->department), u"Grip"_s);
        QCOMPARE(crew.dealOf(rosa->id)->hourlyRate, Money(4800, Currency::Usd));
        QCOMPARE(crew.departmentName(store.personNamed(u"Bram Eastwick"_s)->department),
                 u"Electric"_s); // the one that is here
        QCOMPARE(crew.departments.size(), size_t(4));
    }

    void aListTakesNothingAwayThatItDoesNotSay()
    {
        FakeOfficeStore store;
        fillOffice(store);
        CrewImportDraft draft =
            draftOfList(store, "Name,Department,Rate\nMaya Lindqvist,Camera,56\n");

        QCOMPARE(draft.counts().changed, 1);
        apply(store, draft);

        const Person *maya = store.personNamed(u"Maya Lindqvist"_s);
        QCOMPARE(maya->position, u"1st AC, A-cam"_s);
        const PeopleSnapshot crew = store.crew();
        QCOMPARE(crew.dealOf(maya->id)->hourlyRate, Money(5600, Currency::Usd));
        QCOMPARE(crew.dealOf(maya->id)->rulePack, u"NL-2025"_s);
    }

    void theSameListTwiceChangesNothing()
    {
        FakeOfficeStore store;
        fillOffice(store);
        const QByteArray list = "Name,Department,Rate\nRosa Delacroix,Grip,48\n";
        apply(store, draftOfList(store, list));

        const CrewImportDraft again = draftOfList(store, list);

        QCOMPARE(again.counts().same, 1);
        QVERIFY(again.edits().empty());
    }

    void whoMayBeSomebodyHereWaitsForADecision()
    {
        FakeOfficeStore store;
        fillOffice(store);
        const QByteArray list = "Name,Department\nGreta Nystrom,Grip\n";
        CrewImportDraft draft = draftOfList(store, list);
        const PersonId greta = store.personNamed(u"Greta Nyström"_s)->id;

        QCOMPARE(draft.counts().undecided, 1);
        QCOMPARE(draft.people().front().candidates, std::vector{greta});
        QVERIFY(draft.edits().empty());

        draft.choose(0, {CrewChoice::Kind::Update, greta});
        apply(store, draft);
        QCOMPARE(store.crew().departmentName(store.personNamed(u"Greta Nyström"_s)->department),
                 u"Grip"_s); // moved, under her own name
        QVERIFY(!store.personNamed(u"Greta Nystrom"_s));
    }

    void somebodyNewWithANameLikeAnothersIsAdded()
    {
        FakeOfficeStore store;
        fillOffice(store);
        CrewImportDraft draft = draftOfList(store, "Name,Department\nGreta Nystrom,Grip\n");

        draft.choose(0, {CrewChoice::Kind::Add, {}});
        apply(store, draft);

        QVERIFY(store.personNamed(u"Greta Nystrom"_s));
        QVERIFY(store.personNamed(u"Greta Nyström"_s));
    }

    void aDateThatCanBeTwoIsAskedAbout()
    {
        FakeOfficeStore store;
        const QByteArray list = "Name,Department,From\nRosa,Grip,03/04/2025\n";
        CrewImportDraft draft = draftOfList(store, list);
        QVERIFY(draft.dates().isOpen);
        QCOMPARE(draft.counts().rowsLeftOut, 1);

        draft.setDateOrder(DateOrder::DayFirst);

        QCOMPARE(draft.counts().rowsLeftOut, 0);
        QCOMPARE(draft.people().front().deals.front().from, QDate(2025, 4, 3));
        // The next list is read so without asking, unless its own dates say otherwise.
        const CrewImportDraft next = draftOfList(store, list, draft.answers());
        QCOMPARE(next.counts().rowsLeftOut, 0);
        const CrewImportDraft other =
            draftOfList(store, "Name,Department,From\nRosa,Grip,03/04/2025\nBram,Grip,11/25/2025\n",
                        draft.answers());
        QCOMPARE(other.people().front().deals.front().from, QDate(2025, 3, 4));
    }

    void whatAColumnMeansIsToldOnceAndRemembered()
    {
        FakeOfficeStore store;
        const QByteArray list = "Who,Crew of,Name\nRosa,Grip,x\n";
        CrewImportDraft draft = draftOfList(store, list);
        QCOMPARE(draft.meanings()[2], CrewColumn::Name);

        draft.setMeaning(0, CrewColumn::Name);
        draft.setMeaning(1, CrewColumn::Department);

        QVERIFY(!draft.meanings()[2]); // two columns cannot mean the same
        QCOMPARE(draft.people().front().person.name, u"Rosa"_s);
        QCOMPARE(draft.examples(1), QStringList{u"Grip"_s});
        const CrewImportDraft next = draftOfList(store, list, draft.answers());
        QCOMPARE(next.counts().added, 1);
        QCOMPARE(CrewImportDraft::templateKey(*readTable("who,CREW OF,name\nBram,Grip,\n")),
                 CrewImportDraft::templateKey(*readTable(list)));
    }

    void decisionsOutliveAnAnswer()
    {
        FakeOfficeStore store;
        fillOffice(store);
        CrewImportDraft draft = draftOfList(
            store, "Name,Department,From\nGreta Nystrom,Grip,2025-11-20\nRosa,Grip,03/04/2025\n");
        const CrewChoice leaveOut{CrewChoice::Kind::LeaveOut, {}};
        draft.choose(0, leaveOut);

        draft.setDateOrder(DateOrder::DayFirst);

        QCOMPARE(draft.people().size(), size_t(2));
        QCOMPARE(draft.choiceOf(0), leaveOut);
    }
};

QTEST_GUILESS_MAIN(TestCrewImport)
#include "tst_crew_import.moc"
