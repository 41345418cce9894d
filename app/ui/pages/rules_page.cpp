#include "app/ui/pages/rules_page.h"

#include "app/models/date_text.h"
#include "app/ui/pay_words.h"
#include "app/ui/rules_words_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/segment_control.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int rulesListWidth = 660;
constexpr int rulesDetailWidth = 520;

QPlainTextEdit *makeReadingText(const QString &name, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    // The caret of the arrow keys, so that it is read and copied by keyboard as well.
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(name);
    return text;
}

} // namespace

RulesPage::RulesPage(RulesController &controller, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_theme(theme)
    , m_subtitle(makeLabel({}, TextRole::Body, "secondary", this))
    , m_leftOut(new NoticePanel(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, metrics::pageMargin);
    layout->setSpacing(12);
    layout->addLayout(makeHeader());
    layout->addWidget(m_leftOut);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setObjectName(u"rules"_s);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(12);
    halves->addWidget(makeList());
    halves->addWidget(makeDetail());
    halves->setSizes({rulesListWidth, rulesDetailWidth});
    layout->addWidget(halves, 1);
    setFocusProxy(m_list);
    wire();
    showPacks();
    showSelected();
}

QLayout *RulesPage::makeHeader()
{
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Rules and rates"), TextRole::Title, "title", this));
    row->addSpacing(8);
    m_subtitle->setObjectName(u"rulesSubtitle"_s);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_subtitle, 1);
    return row;
}

QTableView *RulesPage::makeTable(QAbstractItemModel &model, const QString &name)
{
    auto *table = new QTableView(this);
    table->setModel(&model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::compactRow);
    table->horizontalHeader()->setFixedHeight(metrics::compactRow);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

QWidget *RulesPage::makeList()
{
    auto *panel = new QFrame(this);
    setKind(panel, "panel");
    m_filter = new QLineEdit(panel);
    m_filter->setObjectName(u"rulesFilter"_s);
    m_filter->setPlaceholderText(tr("Find a pack"));
    m_filter->setAccessibleName(tr("Find a pack"));
    m_filter->setClearButtonEnabled(true);
    m_found.setSourceModel(&m_controller.packs());
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found.setFilterKeyColumn(-1);
    m_list = makeTable(m_found, tr("Rule packs"));
    m_list->setObjectName(u"packsTable"_s);
    m_list->horizontalHeader()->setSectionResizeMode(PacksModel::Title, QHeaderView::Stretch);
    for (const int column :
         {PacksModel::Version, PacksModel::Validity, PacksModel::State, PacksModel::Trust})
        m_list->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_nothing = makeLabel({}, TextRole::Body, "secondary", panel);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 10, 12, 10);
    top->addWidget(m_filter);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(makeLine(Qt::Horizontal, panel));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    return panel;
}

QWidget *RulesPage::makeDetail()
{
    auto *panel = new QFrame(this);
    setKind(panel, "panel");
    m_title = makeLabel({}, TextRole::Section, "section", panel);
    m_title->setObjectName(u"packTitle"_s);
    m_title->setWordWrap(true);
    m_name = makeLabel({}, TextRole::Secondary, "secondary", panel);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state = new NoticePanel(m_theme, panel);
    m_state->setObjectName(u"packState"_s);
    m_parts = new SegmentControl(tr("What is shown of the pack"), panel);
    m_parts->addSegment(int(Part::About), tr("About"));
    m_parts->addSegment(int(Part::Numbers), tr("Numbers"));
    m_parts->addSegment(int(Part::Compare), tr("Compare"));
    m_parts->addSegment(int(Part::Explain), tr("Explain a day"));
    m_parts->setCurrent(int(Part::About));
    m_about = makeReadingText(tr("About this pack"), panel);
    m_about->setObjectName(u"packAbout"_s);
    m_numbers = makeTable(m_controller.numbers(), tr("Numbers of this pack"));
    m_numbers->setObjectName(u"packNumbers"_s);
    m_numbers->horizontalHeader()->setSectionResizeMode(PackNumbersModel::Path,
                                                        QHeaderView::Stretch);
    m_stack = new QStackedWidget(panel);
    m_stack->addWidget(m_about);
    m_stack->addWidget(m_numbers);
    m_stack->addWidget(makeCompare());
    m_stack->addWidget(makeExplain());
    auto *segments = new QHBoxLayout;
    segments->addWidget(m_parts);
    segments->addStretch();
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_name);
    layout->addWidget(m_state);
    layout->addLayout(segments);
    layout->addWidget(m_stack, 1);
    layout->addStretch();
    return panel;
}

QWidget *RulesPage::makeCompare()
{
    auto *page = new QWidget(this);
    m_other = new QComboBox(page);
    m_other->setObjectName(u"comparedPack"_s);
    m_other->setAccessibleName(tr("Compare with"));
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *caption = new QLabel(tr("Compare &with"), page);
    caption->setBuddy(m_other);
    m_comparison = makeLabel({}, TextRole::Body, "secondary", page);
    m_comparison->setObjectName(u"comparisonText"_s);
    m_comparison->setWordWrap(true);
    m_differencesTable = makeTable(m_differences, tr("Numbers that differ"));
    m_differencesTable->setObjectName(u"differencesTable"_s);
    m_linesTable = makeTable(m_lines, tr("Pay that differs this week"));
    m_linesTable->setObjectName(u"repricedTable"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(caption);
    row->addWidget(m_other, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_comparison);
    layout->addWidget(m_linesTable, 2);
    layout->addWidget(m_differencesTable, 3);
    return page;
}

QWidget *RulesPage::makeExplain()
{
    auto *page = new QWidget(this);
    m_person = new QComboBox(page);
    m_person->setObjectName(u"explainedPerson"_s);
    m_person->setAccessibleName(tr("Person"));
    m_day = new QComboBox(page);
    m_day->setObjectName(u"explainedDay"_s);
    m_day->setAccessibleName(tr("Day"));
    m_explanation = makeReadingText(tr("How the day’s pay came about"), page);
    m_explanation->setObjectName(u"explanation"_s);
    m_explanation->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_explanation->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *row = new QHBoxLayout;
    row->addWidget(m_person, 1);
    row->addWidget(m_day);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_explanation, 1);
    return page;
}

void RulesPage::wire()
{
    connect(&m_controller, &RulesController::packsChanged, this, &RulesPage::showPacks);
    connect(&m_controller, &RulesController::selectionChanged, this, &RulesPage::showSelected);
    connect(&m_controller, &RulesController::weekChanged, this, [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found.setFilterFixedString(text);
        showPacks();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (now.isValid())
                    m_controller.select(now.data(PacksModel::NameRole).toString());
            });
    connect(m_parts, &SegmentControl::chosen, this, [this](int id) { showPart(Part(id)); });
    connect(m_other, &QComboBox::currentIndexChanged, this, &RulesPage::showComparison);
    connect(m_person, &QComboBox::currentIndexChanged, this, &RulesPage::fillDays);
    connect(m_day, &QComboBox::currentIndexChanged, this, &RulesPage::showExplanation);
}

void RulesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void RulesPage::showPart(Part part)
{
    m_parts->setCurrent(int(part));
    m_stack->setCurrentIndex(int(part));
    refresh();
}

void RulesPage::refresh()
{
    m_isStale = false;
    const auto part = Part(m_stack->currentIndex());
    if (part == Part::Compare)
        fillOthers();
    else if (part == Part::Explain)
        fillPeople();
}

void RulesPage::showPacks()
{
    const PacksModel &packs = m_controller.packs();
    if (!m_controller.isLoaded()) {
        m_subtitle->setText(tr("Reading the rule packs."));
    } else {
        QStringList counts{tr("%n packs", nullptr, packs.rowCount())};
        const auto add = [&](rules::PackState state, const QString &text) {
            if (packs.countOf(state) > 0)
                counts += text;
        };
        add(rules::PackState::Expired,
            tr("%n expired", nullptr, packs.countOf(rules::PackState::Expired)));
        add(rules::PackState::Disabled,
            tr("%n off", nullptr, packs.countOf(rules::PackState::Disabled)));
        m_subtitle->setText(counts.join(u", "_s));
    }
    QStringList leftOut;
    for (const rules::PackProblem &problem : m_controller.problems())
        leftOut += tr("%1: %2", "a file, why it is left out").arg(problem.path, problem.reason);
    if (!leftOut.isEmpty())
        m_leftOut->say(NoticePanel::Tone::Warning, u"triangle-alert"_s,
                       tr("%n files of rules are left out", nullptr, int(leftOut.size())), leftOut);
    m_leftOut->setVisible(!leftOut.isEmpty());
    const bool isEmpty = m_found.rowCount() == 0;
    m_nothing->setText(!m_controller.isLoaded() ? tr("Reading the rule packs.")
                           : packs.rowCount() > 0
                           ? tr("No pack matches “%1”.").arg(m_filter->text())
                           : tr("There is no rule pack on this computer."));
    m_nothing->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
}

void RulesPage::showSelected()
{
    const rules::RulePack *pack = m_controller.selected();
    m_parts->setEnabled(pack != nullptr);
    m_parts->setVisible(pack != nullptr);
    m_stack->setVisible(pack != nullptr);
    m_state->setVisible(false);
    if (!pack) {
        m_title->setText(m_controller.isLoaded() ? tr("No pack is chosen") : QString());
        m_name->setText({});
        return;
    }
    const QModelIndex index = m_found.mapFromSource(
        m_controller.packs().index(m_controller.packs().rowOf(pack->name()), 0));
    if (index.isValid() && m_list->currentIndex().row() != index.row())
        m_list->setCurrentIndex(index);
    m_title->setText(pack->title);
    const RulesWordsText words;
    m_name->setText(tr("%1, %2", "a pack, its dates")
                        .arg(RulesWordsText::packName(*pack), words.validity(*pack)));
    switch (packStateOf(*pack, m_controller.packs().today())) {
    case rules::PackState::Disabled:
        m_state->say(NoticePanel::Tone::Warning, u"lock"_s,
                     tr("This pack is off: it prices nothing"), {pack->disabledReason});
        break;
    case rules::PackState::Expired:
        m_state->say(
            NoticePanel::Tone::Warning, u"clock"_s,
            tr("These terms expired on %1").arg(QLocale().toString(pack->to, QLocale::ShortFormat)),
            {tr("Days after it are still priced by them, as agreements usually go on "
                "until the next one; every such figure says so.")});
        break;
    case rules::PackState::NotYetValid:
        m_state->say(NoticePanel::Tone::Plain, u"clock"_s,
                     tr("These terms begin on %1")
                         .arg(QLocale().toString(pack->from, QLocale::ShortFormat)));
        break;
    case rules::PackState::Usable:
    case rules::PackState::Unknown: break;
    }
    m_about->setPlainText(RulesWordsText::about(*pack));
    m_numbers->resizeColumnToContents(PackNumbersModel::Value);
    m_numbers->resizeColumnToContents(PackNumbersModel::Clause);
    refresh();
}

void RulesPage::fillOthers()
{
    const QString chosen = m_other->currentText();
    const QStringList others = m_controller.comparable();
    {
        const QSignalBlocker blocker(m_other);
        m_other->clear();
        m_other->addItems(others);
        m_other->setCurrentIndex(std::max(0, int(others.indexOf(chosen))));
    }
    showComparison();
}

void RulesPage::showComparison()
{
    const PackComparison comparison = m_controller.compare(m_other->currentText());
    m_comparison->setText(m_other->count() == 0 ? tr("There is no other pack to compare with.")
                                                : RulesWordsText::comparison(comparison));
    FiguresTable numbers{{tr("Number"), comparison.before, comparison.after}, {}, false};
    for (const rules::PackDifference &difference : comparison.numbers)
        numbers.rows.push_back({difference.path,
                                difference.before.isEmpty() ? u"–"_s : difference.before,
                                difference.after.isEmpty() ? u"–"_s : difference.after});
    FiguresTable lines{{tr("Pay line"), comparison.before, comparison.after, tr("Difference")},
                       {},
                       comparison.wagesBefore.has_value()};
    const auto addLine = [&lines](const QString &name, const Money &before, const Money &after) {
        lines.rows.push_back({name, PayWords::moneyText(before), PayWords::moneyText(after),
                              PayWords::moneyText(Money(after.minorUnits() - before.minorUnits(),
                                                        after.currency()))});
    };
    for (const rules::Repriced &line : comparison.lines)
        addLine(RulesWordsText::lineName(line.code), line.before, line.after);
    if (comparison.wagesBefore && comparison.wagesAfter)
        addLine(tr("Together"), *comparison.wagesBefore, *comparison.wagesAfter);
    m_differences.setTable(std::move(numbers));
    m_lines.setTable(std::move(lines));
    m_differencesTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_linesTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_lines.columnCount(); ++column)
        m_linesTable->resizeColumnToContents(column);
    m_differencesTable->setVisible(m_differences.rowCount() > 0);
    m_linesTable->setVisible(m_lines.rowCount() > 0);
}

void RulesPage::fillPeople()
{
    const QVariant chosen = m_person->currentData();
    m_people = m_controller.explainable();
    {
        const QSignalBlocker blocker(m_person);
        m_person->clear();
        for (const ExplainedPerson &person : m_people)
            m_person->addItem(person.name, person.id.toByteArray());
        m_person->setCurrentIndex(m_people.empty() ? -1 : std::max(0, m_person->findData(chosen)));
    }
    m_person->setEnabled(!m_people.empty());
    m_day->setEnabled(!m_people.empty());
    fillDays();
}

void RulesPage::fillDays()
{
    const QVariant chosen = m_day->currentData();
    {
        const QSignalBlocker blocker(m_day);
        m_day->clear();
        const int person = m_person->currentIndex();
        if (person >= 0 && person < int(m_people.size())) {
            for (const QDate &date : m_people[size_t(person)].days)
                m_day->addItem(shortDate(date), date);
            m_day->setCurrentIndex(std::max(0, m_day->findData(chosen)));
        }
    }
    showExplanation();
}

void RulesPage::showExplanation()
{
    const int person = m_person->currentIndex();
    if (person < 0 || person >= int(m_people.size()) || m_day->currentIndex() < 0)
        return m_explanation->setPlainText(
            tr("Nobody’s days can be priced in the week that is shown: no times, or no deals."));
    m_explanation->setPlainText(RulesWordsText::explanation(
        m_controller.explain(m_people[size_t(person)].id), m_day->currentData().toDate()));
}

} // namespace film::app
