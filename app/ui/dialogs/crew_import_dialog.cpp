#include "app/ui/dialogs/crew_import_dialog.h"

#include "app/ui/dialogs/preview_table.h"
#include "app/ui/import_words.h"
#include "app/ui/widgets/import_question.h"
#include "app/ui/widgets/key_hint_button.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QSize crewImportDialogSize(900, 640);
constexpr int columnsHeight = 168;
constexpr int problemsHeight = 132;
constexpr int meaningColumn = 2;
constexpr int outcomeColumn = 5;
constexpr int leaveOut = -1; // in the list of decisions, beside the candidates
constexpr int addAsNew = -2;
constexpr int undecided = -3;

template<typename Named, typename Id>
QString nameOf(const std::vector<Named> &all, Id id)
{
    const auto found = std::ranges::find(all, id, &Named::id);
    return found == all.end() ? QString() : found->name;
}

} // namespace

CrewImportDialog::CrewImportDialog(CrewImportDraft draft, const Theme &theme, QWidget *parent)
    : ImportDialog(tr("Import crew list"), parent)
    , m_draft(std::move(draft))
{
    setObjectName(u"crewImportDialog"_s);
    resize(crewImportDialogSize);
    m_summary = addSummary({});
    makeColumns();
    makeQuestions();
    makeProblems();
    makePeople();
    m_add = addButtons({QString(), u"addCrew"_s, true}, theme);
    refresh();
}

void CrewImportDialog::requestAdd()
{
    emit addRequested(m_draft);
}

// A row for each column of the file, with what it means.
void CrewImportDialog::makeColumns()
{
    m_columns = makePreviewTable({tr("Column in the file"), tr("What stands there"), tr("Means")},
                                 tr("Columns of the file and what they mean"), this);
    m_columns->setObjectName(u"importColumns"_s);
    m_columns->setFixedHeight(columnsHeight);
    const CrewListHead &head = m_draft.head();
    for (size_t column = 0; column < m_draft.meanings().size(); ++column) {
        const QString heading = head.headings.value(qsizetype(column));
        const QString name = heading.isEmpty() ? tr("Column %1").arg(column + 1) : heading;
        addPreviewRow(*m_columns, {name, m_draft.examples(column).join(u" · "_s), QString()});
        auto *means = new QComboBox(m_columns);
        means->setObjectName(u"meaning:%1"_s.arg(column));
        means->setAccessibleName(tr("Meaning of %1").arg(name));
        means->addItem(tr("Not used"), -1);
        for (int i = 0; i < crewColumnCount; ++i)
            means->addItem(ImportWords::column(CrewColumn(i)), i);
        m_columns->setCellWidget(int(column), meaningColumn, means);
        connect(means, &QComboBox::activated, this, [this, column, means] {
            const int chosen = means->currentData().toInt();
            m_draft.setMeaning(column,
                               chosen < 0 ? std::nullopt : std::optional(CrewColumn(chosen)));
            refresh();
        });
    }
    fitPreviewColumns(*m_columns);
    addTable(m_columns, 0);
}

void CrewImportDialog::makeQuestions()
{
    m_dates = new ImportQuestion(tr("Day first, 25/11/2025"), tr("Month first, 11/25/2025"), this);
    m_dates->setObjectName(u"importDates"_s);
    m_decimals = new ImportQuestion(tr("A point, 1,234.50"), tr("A comma, 1.234,50"), this);
    m_decimals->setObjectName(u"importDecimals"_s);
    addWidget(m_dates);
    addWidget(m_decimals);
    connect(m_dates, &ImportQuestion::answered, this, [this](int answer) {
        m_draft.setDateOrder(answer == 0 ? DateOrder::DayFirst : DateOrder::MonthFirst);
        refresh();
    });
    connect(m_decimals, &ImportQuestion::answered, this, [this](int answer) {
        m_draft.setDecimalSign(answer == 0 ? DecimalSign::Point : DecimalSign::Comma);
        refresh();
    });
}

void CrewImportDialog::makeProblems()
{
    m_problems = makePreviewTable({tr("Row"), tr("Column"), tr("What stands there"), tr("Problem")},
                                  tr("Rows that stay out"), this);
    m_problems->setObjectName(u"importProblems"_s);
    m_problems->setFixedHeight(problemsHeight);
    addTable(m_problems, 0);
}

void CrewImportDialog::makePeople()
{
    m_people = makePreviewTable(
        {tr("Row"), tr("Name"), tr("Department"), tr("Position"), tr("Unit"), tr("What happens")},
        tr("People on the list and what becomes of them"), this);
    m_people->setObjectName(u"importPeople"_s);
    addTable(m_people, 1);
}

void CrewImportDialog::refresh()
{
    showColumns();
    showQuestions();
    showProblems();
    showPeople();
    showSummary();
}

void CrewImportDialog::showColumns()
{
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        auto *means = qobject_cast<QComboBox *>(m_columns->cellWidget(row, meaningColumn));
        const std::optional<CrewColumn> &meaning = m_draft.meanings()[size_t(row)];
        const QSignalBlocker blocker(means);
        means->setCurrentIndex(means->findData(meaning ? int(*meaning) : -1));
    }
}

void CrewImportDialog::showQuestions()
{
    m_dates->setVisible(m_draft.dates().isOpen);
    m_dates->ask(
        tr("“%1” can be two dates. Which comes first in this list?").arg(m_draft.dates().example));
    if (const auto order = m_draft.dateOrder())
        m_dates->setAnswer(*order == DateOrder::DayFirst ? 0 : 1);
    m_decimals->setVisible(m_draft.decimals().isOpen);
    m_decimals->ask(tr("“%1” can be two amounts. What separates the decimals in this list?")
                        .arg(m_draft.decimals().example));
    if (const auto sign = m_draft.decimalSign())
        m_decimals->setAnswer(*sign == DecimalSign::Point ? 0 : 1);
}

void CrewImportDialog::showProblems()
{
    m_problems->setRowCount(0);
    addProblems(*m_problems, m_draft.list().verdicts);
    fitPreviewColumns(*m_problems);
    m_problems->setVisible(m_problems->rowCount() > 0);
}

QStringList CrewImportDialog::rowOf(const MatchedPerson &person) const
{
    const CrewList &list = m_draft.list().crew;
    const PeopleSnapshot &crew = m_draft.crew();
    const QString department = crew.departmentName(person.person.department);
    const QString unit = crew.unitName(person.person.unit);
    return {QLocale().toString(person.row),
            person.person.name,
            department.isEmpty() ? nameOf(list.departments, person.person.department) : department,
            person.person.position,
            unit.isEmpty() && person.namesUnit ? nameOf(list.units, person.person.unit) : unit,
            outcomeOf(person)};
}

QString CrewImportDialog::outcomeOf(const MatchedPerson &person) const
{
    switch (person.match) {
    case CrewMatch::New: return tr("Is added");
    case CrewMatch::Same: return tr("Is here already, nothing changes");
    case CrewMatch::Changed: return tr("Is here already and is changed");
    case CrewMatch::Possible: return {}; // see makeDecision()
    }
    Q_UNREACHABLE();
}

// Those about whom somebody has to decide come first.
void CrewImportDialog::showPeople()
{
    m_people->setRowCount(0);
    const std::vector<MatchedPerson> &people = m_draft.people();
    for (const bool isAsked : {true, false}) {
        for (size_t i = 0; i < people.size(); ++i) {
            if ((people[i].match == CrewMatch::Possible) != isAsked)
                continue;
            addPreviewRow(*m_people, rowOf(people[i]));
            if (isAsked)
                m_people->setCellWidget(m_people->rowCount() - 1, outcomeColumn, makeDecision(i));
        }
    }
    fitPreviewColumns(*m_people);
}

QWidget *CrewImportDialog::makeDecision(size_t index)
{
    const MatchedPerson &person = m_draft.people()[index];
    const PeopleSnapshot &crew = m_draft.crew();
    auto *decision = new QComboBox(m_people);
    decision->setObjectName(u"decision:%1"_s.arg(person.row));
    decision->setAccessibleName(tr("What happens with %1").arg(person.person.name));
    decision->addItem(tr("Choose…"), undecided);
    for (size_t i = 0; i < person.candidates.size(); ++i) {
        const Person *known = crew.personOf(person.candidates[i]);
        decision->addItem(tr("Is %1, %2", "a person, a department")
                              .arg(known->name, crew.departmentName(known->department)),
                          int(i));
    }
    decision->addItem(tr("Is somebody new"), addAsNew);
    decision->addItem(tr("Leave out"), leaveOut);
    const CrewChoice &choice = m_draft.choiceOf(index);
    int current = undecided;
    if (choice.kind == CrewChoice::Kind::Add)
        current = addAsNew;
    else if (choice.kind == CrewChoice::Kind::LeaveOut)
        current = leaveOut;
    else if (choice.kind == CrewChoice::Kind::Update)
        current =
            int(std::ranges::find(person.candidates, choice.existing) - person.candidates.begin());
    decision->setCurrentIndex(decision->findData(current));
    connect(decision, &QComboBox::activated, this, [this, index, decision] {
        using Kind = CrewChoice::Kind;
        const int chosen = decision->currentData().toInt();
        CrewChoice made;
        if (chosen >= 0)
            made = {Kind::Update, m_draft.people()[index].candidates[size_t(chosen)]};
        else if (chosen != undecided)
            made.kind = chosen == addAsNew ? Kind::Add : Kind::LeaveOut;
        m_draft.choose(index, made);
        showSummary();
    });
    return decision;
}

void CrewImportDialog::showSummary()
{
    const CrewImportDraft::Counts counts = m_draft.counts();
    m_summary->setText(summary());
    const int people = counts.added + counts.changed;
    m_add->setText(counts.changed > 0 ? tr("Add and change %n people", nullptr, people)
                                      : tr("Add %n people", nullptr, people));
    m_add->setEnabled(people + counts.same > 0);
}

QString CrewImportDialog::summary() const
{
    const CrewImportDraft::Counts counts = m_draft.counts();
    QStringList parts{tr("%n people ready.", nullptr, counts.added + counts.changed)};
    if (counts.same > 0)
        parts += tr("%n people are here already.", nullptr, counts.same);
    if (counts.undecided > 0)
        parts += tr("%n people wait for your decision and stay out until then.", nullptr,
                    counts.undecided);
    if (counts.rowsLeftOut > 0)
        parts += tr("%n rows need a look and stay out.", nullptr, counts.rowsLeftOut);
    parts += tr("Nothing is added until you press Add.");
    return parts.join(u' ');
}

} // namespace film::app
