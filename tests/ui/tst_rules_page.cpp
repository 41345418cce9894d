#include "app/ui/crew_words_text.h"
#include "app/ui/pages/rules_page.h"
#include "app/ui/rules_words_text.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/segment_control.h"
#include "shared/rules/shipped_packs.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_crew.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// Rules and rates over the packs that come along and the week of the mock-ups.
class TestRulesPage : public QObject
{
    Q_OBJECT

    struct Desk {
        Theme theme;
        CrewWordsText crewWords;
        RulesWordsText words;
        CrewModel crew{crewWords};
        PayDesk pay;
        PacksModel packs{words};
        PackNumbersModel numbers{words};
        RulesController controller{{packs, numbers, crew, pay}};
        std::unique_ptr<RulesPage> page;

        explicit Desk(bool isLoaded = true)
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            crew.setSnapshot(pricedCrew());
            page = std::make_unique<RulesPage>(controller, theme);
            page->resize(1240, 760);
            page->show();
            if (isLoaded)
                load();
        }
        void load(std::vector<rules::PackProblem> problems = {})
        {
            controller.setPacks(rules::readShippedPacks().packs, std::move(problems),
                                crewWeek.addDays(crewThursday));
        }
        template<typename Widget>
        [[nodiscard]] Widget *find(const QString &name) const
        {
            return page->findChild<Widget *>(name);
        }
        [[nodiscard]] QString explanation() const
        {
            return find<QPlainTextEdit>(u"explanation"_s)->toPlainText();
        }
    };

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void everyPackIsListedWithWhereItStands()
    {
        Desk desk;
        const QAbstractItemModelTester tester(&desk.packs);

        const auto *list = desk.find<QTableView>(u"packsTable"_s);
        QCOMPARE(list->model()->rowCount(), int(rules::readShippedPacks().packs.size()));
        QVERIFY(desk.packs.countOf(rules::PackState::Usable) > 0);
        QVERIFY(desk.packs.countOf(rules::PackState::Expired) > 0);
        QVERIFY(desk.packs.countOf(rules::PackState::Disabled) > 0);
        QVERIFY(desk.controller.selected()); // one in force, without being asked
        test::shoot(desk.theme, *desk.page, u"rules-about"_s);
    }

    void beforeTheyAreReadItSaysSo()
    {
        Desk desk(false);

        QCOMPARE(desk.find<QLabel>(u"rulesSubtitle"_s)->text(), u"Reading the rule packs."_s);
        QVERIFY(!desk.find<QTableView>(u"packsTable"_s)->isVisible());
        test::shoot(desk.theme, *desk.page, u"rules-loading"_s);
    }

    void aPackThatIsOffSaysWhy()
    {
        Desk desk;

        desk.controller.select(u"fr-film@1"_s);

        const auto *state = desk.find<NoticePanel>(u"packState"_s);
        QVERIFY(state->isVisible());
        QVERIFY2(state->text().contains(desk.controller.selected()->disabledReason),
                 qPrintable(state->text()));
        test::shoot(desk.theme, *desk.page, u"rules-off"_s);
    }

    void expiredTermsAreShownAsExpired()
    {
        Desk desk;

        desk.controller.select(u"iatse-hba-tv@2021"_s);

        const auto *state = desk.find<NoticePanel>(u"packState"_s);
        QVERIFY(state->isVisible());
        QVERIFY2(state->text().startsWith(u"These terms expired on"_s), qPrintable(state->text()));
        const int row = desk.packs.rowOf(u"iatse-hba-tv@2021"_s);
        QCOMPARE(desk.packs.index(row, PacksModel::State).data().toString(),
                 u"Expired, still priced"_s);
        test::shoot(desk.theme, *desk.page, u"rules-expired"_s);
    }

    void everyNumberSaysWhereItComesFrom()
    {
        Desk desk;
        desk.controller.select(u"nl-2025@3"_s);
        desk.page->showPart(RulesPage::Part::Numbers);

        const auto *table = desk.find<QTableView>(u"packNumbers"_s);
        QCOMPARE(table->model()->rowCount(), int(desk.controller.selected()->parameters.size()));
        QVERIFY(table->model()->rowCount() > 0);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QVERIFY(
                !table->model()->index(row, PackNumbersModel::Path).data().toString().isEmpty());
            // Nobody should take the numbers of a sample for those of an agreement.
            QCOMPARE(table->model()->index(row, PackNumbersModel::Trust).data().toString(),
                     u"invented"_s);
        }
        test::shoot(desk.theme, *desk.page, u"rules-numbers"_s);
    }

    void aPackIsFoundByWhatIsTyped()
    {
        Desk desk;
        const auto *list = desk.find<QTableView>(u"packsTable"_s);

        desk.find<QLineEdit>(u"rulesFilter"_s)->setText(u"2021"_s);
        QVERIFY(list->model()->rowCount() < desk.packs.rowCount());

        desk.find<QLineEdit>(u"rulesFilter"_s)->setText(u"no such pack"_s);
        QVERIFY(!list->isVisible());
        test::shoot(desk.theme, *desk.page, u"rules-no-match"_s);
    }

    void twoVersionsAreHeldAgainstEachOther()
    {
        Desk desk;
        desk.controller.select(u"iatse-hba-tv@2021"_s);
        desk.page->showPart(RulesPage::Part::Compare);

        // Its own other version stands first.
        auto *other = desk.find<QComboBox>(u"comparedPack"_s);
        QCOMPARE(other->currentText(), u"iatse-hba-tv@2024"_s);
        QVERIFY(desk.find<QTableView>(u"differencesTable"_s)->model()->rowCount() > 0);
        const QString said = desk.find<QLabel>(u"comparisonText"_s)->text();
        QVERIFY2(said.contains(u"Nobody is priced by iatse-hba-tv@2021"_s), qPrintable(said));
        test::shoot(desk.theme, *desk.page, u"rules-compare-numbers"_s);
    }

    // What the week comes to under another pack; nothing is written.
    void theWeeksPayIsComparedUnderAnotherPack()
    {
        Desk desk;
        desk.controller.select(u"nl-2025@3"_s);

        const PackComparison comparison = desk.controller.compare(u"us-ca-nonunion@1"_s);

        QVERIFY(comparison.people > 0);
        QVERIFY(comparison.wagesBefore.has_value());
        QVERIFY(comparison.wagesAfter.has_value());
        // The lines that differ are all of the difference.
        Money sum(0, Currency::Usd);
        for (const rules::Repriced &line : comparison.lines)
            sum = sum + Money(line.after.minorUnits() - line.before.minorUnits(), Currency::Usd);
        QCOMPARE(sum.minorUnits(),
                 comparison.wagesAfter->minorUnits() - comparison.wagesBefore->minorUnits());

        desk.page->showPart(RulesPage::Part::Compare);
        auto *other = desk.find<QComboBox>(u"comparedPack"_s);
        other->setCurrentIndex(other->findText(u"us-ca-nonunion@1"_s));
        QVERIFY(desk.find<QTableView>(u"repricedTable"_s)->isVisible());
        test::shoot(desk.theme, *desk.page, u"rules-compare"_s);
    }

    void otherMoneyIsNotCompared()
    {
        Desk desk;
        desk.controller.select(u"nl-2025@3"_s);

        QVERIFY(desk.controller.compare(u"de-tvffs@2025"_s).isOtherMoney);
    }

    void aDayIsExplainedDownToItsTimes()
    {
        Desk desk;
        desk.page->showPart(RulesPage::Part::Explain);

        QVERIFY(desk.find<QComboBox>(u"explainedPerson"_s)->count() > 0);
        QVERIFY2(desk.explanation().contains(u"nl-2025, version 3"_s),
                 qPrintable(desk.explanation()));
        QVERIFY(desk.explanation().contains(u"$"_s));
        QVERIFY(desk.explanation().count(u'\n') > 5);
        test::shoot(desk.theme, *desk.page, u"rules-explain"_s);
    }

    void withoutDealsNothingIsExplained()
    {
        Desk desk;
        CrewSnapshot week = pricedCrew();
        for (CrewDepartment &department : week.departments) {
            for (CrewPerson &person : department.people)
                person.deal.reset();
        }
        desk.crew.setSnapshot(week);
        desk.page->showPart(RulesPage::Part::Explain);

        QVERIFY(!desk.find<QComboBox>(u"explainedPerson"_s)->isEnabled());
        QVERIFY(desk.explanation().startsWith(u"Nobody’s days"_s));
    }

    void filesThatAreLeftOutAreNamed()
    {
        Desk desk;

        desk.load({{u"own.json"_s, u"nobody signed this pack"_s}});

        QString said;
        for (const NoticePanel *notice : desk.page->findChildren<NoticePanel *>())
            said += notice->isVisible() ? notice->text() : QString();
        QVERIFY2(said.contains(u"own.json: nobody signed this pack"_s), qPrintable(said));
        test::shoot(desk.theme, *desk.page, u"rules-left-out"_s);
    }
};

QTEST_MAIN(TestRulesPage)
#include "tst_rules_page.moc"
