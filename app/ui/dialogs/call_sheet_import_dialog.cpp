#include "app/ui/dialogs/call_sheet_import_dialog.h"

#include "app/ui/dialogs/preview_table.h"
#include "app/ui/import_words.h"
#include "app/ui/widgets/import_question.h"
#include "app/ui/widgets/key_hint_button.h"
#include "shared/domain/import/crew_matching.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int decisionColumn = 5;
constexpr int nobody = -1; // in the list of decisions

} // namespace

CallSheetImportDialog::CallSheetImportDialog(std::vector<CallSheetFile> files, CrewList known,
                                             const CallSheetOptions &options,
                                             const CrewWordsText &words, const Theme &theme,
                                             QWidget *parent)
    : ImportDialog(tr("Import call sheets"), parent)
    , m_files(std::move(files))
    , m_known(std::move(known))
    , m_options(options)
    , m_words(words)
{
    setObjectName(u"callSheetImportDialog"_s);
    m_summary = addSummary({});
    makeQuestions();
    makeProblems();
    makeDays();
    m_add = addButtons({QString(), u"addCallSheets"_s, true}, theme);
    refresh();
}

void CallSheetImportDialog::requestAdd()
{
    emit addRequested(days());
}

QString CallSheetImportDialog::summary() const
{
    QString text = tr("%n call sheets ready.", nullptr, int(days().size()));
    if (const int lines = linesLeftOut(); lines > 0)
        text = tr("%1 %2", "call sheets ready, lines left out")
                   .arg(text, tr("%n lines need a look and stay out.", nullptr, lines));
    return tr("%1 Nothing is added until you press Add.").arg(text);
}

std::vector<ShootingDay> CallSheetImportDialog::days() const
{
    std::vector<ShootingDay> days;
    for (const CallSheetFile &file : m_files) {
        if (file.import.day)
            days.push_back(*file.import.day);
    }
    return days;
}

int CallSheetImportDialog::linesLeftOut() const
{
    int count = 0;
    for (const CallSheetFile &file : m_files)
        count += rowsLeftOut(file.import.verdicts);
    return count;
}

void CallSheetImportDialog::makeQuestions()
{
    m_dates = new ImportQuestion(tr("Day first, 25/11/2025"), tr("Month first, 11/25/2025"), this);
    m_dates->setObjectName(u"sheetDateOrder"_s);
    m_dates->hide();
    addWidget(m_dates);
    connect(m_dates, &ImportQuestion::answered, this, [this](int answer) {
        m_options.dateOrder = answer == 0 ? DateOrder::DayFirst : DateOrder::MonthFirst;
        readAgain();
    });
    m_points = new ImportQuestion(tr("Hundredths of an hour, 13.50 is 13:30"),
                                  tr("Minutes, 13.50 is 13:50"), this);
    m_points->setObjectName(u"sheetPoints"_s);
    m_points->hide();
    addWidget(m_points);
    connect(m_points, &ImportQuestion::answered, this, [this](int answer) {
        m_options.pointStyle = answer == 0 ? PointStyle::Hundredths : PointStyle::ClockMinutes;
        readAgain();
    });
}

void CallSheetImportDialog::makeProblems()
{
    m_problems = makePreviewTable({tr("File"), tr("Row"), tr("Line"), tr("What stands there"),
                                   tr("Problem"), tr("Who it is")},
                                  tr("Lines that stay out"), this);
    m_problems->setObjectName(u"callSheetProblems"_s);
    addTable(m_problems);
}

void CallSheetImportDialog::makeDays()
{
    m_daysTable = makePreviewTable({tr("Date"), tr("Unit"), tr("Call"), tr("Wrap"), tr("Own calls"),
                                    tr("Location"), tr("Production"), tr("File")},
                                   tr("Days that are added"), this);
    m_daysTable->setObjectName(u"callSheetDays"_s);
    addTable(m_daysTable);
}

// Every file was read once already, so it can be read again.
void CallSheetImportDialog::readAgain()
{
    for (CallSheetFile &file : m_files) {
        if (auto import = importCallSheet(file.bytes, m_known, m_options))
            file.import = std::move(*import);
    }
    refresh();
}

void CallSheetImportDialog::refresh()
{
    showQuestions();
    showProblems();
    m_daysTable->setRowCount(0);
    for (const CallSheetFile &file : m_files) {
        if (file.import.day)
            addPreviewRow(*m_daysTable, dayRow(file));
    }
    fitPreviewColumns(*m_daysTable);
    m_summary->setText(summary());
    const int count = int(days().size());
    m_add->setText(tr("Add %n call sheets", nullptr, count));
    m_add->setEnabled(count > 0);
}

const ImportVerdict *CallSheetImportDialog::firstOf(ImportKind kind) const
{
    for (const CallSheetFile &file : m_files) {
        const auto found = std::ranges::find(file.import.verdicts, kind, &ImportVerdict::kind);
        if (found != file.import.verdicts.end())
            return &*found;
    }
    return nullptr;
}

void CallSheetImportDialog::showQuestions()
{
    if (const ImportVerdict *open = firstOf(ImportKind::AmbiguousDate)) {
        m_dates->ask(
            tr("“%1” can be two dates. Which comes first on these sheets?").arg(open->text));
        m_dates->show();
    }
    if (const ImportVerdict *open = firstOf(ImportKind::AmbiguousTime)) {
        m_points->ask(tr("“%1” can be two times. What stands after the point on these sheets?")
                          .arg(open->text));
        m_points->show();
    }
}

void CallSheetImportDialog::showProblems()
{
    m_problems->setRowCount(0);
    bool hasDecisions = false;
    for (const CallSheetFile &file : m_files) {
        for (const ImportVerdict &verdict : file.import.verdicts) {
            if (verdict.kind == ImportKind::Ready)
                continue;
            addProblems(*m_problems, {verdict}, {file.name});
            if (candidatesFor(verdict).empty())
                continue;
            hasDecisions = true;
            m_problems->setCellWidget(m_problems->rowCount() - 1, decisionColumn,
                                      makeDecision(verdict));
        }
    }
    m_problems->setColumnHidden(decisionColumn, !hasDecisions);
    m_problems->setVisible(m_problems->rowCount() > 0);
    fitPreviewColumns(*m_problems);
}

std::vector<PersonId> CallSheetImportDialog::candidatesFor(const ImportVerdict &verdict) const
{
    std::vector<PersonId> candidates;
    if (verdict.kind != ImportKind::UnknownPerson && verdict.kind != ImportKind::AmbiguousPerson)
        return candidates;
    for (const Person &person : m_known.people) {
        if (areAlike(person.name, verdict.text))
            candidates.push_back(person.id);
    }
    return candidates;
}

QString CallSheetImportDialog::nameOf(PersonId id) const
{
    const auto person = std::ranges::find(m_known.people, id, &Person::id);
    const auto department =
        std::ranges::find(m_known.departments, person->department, &Department::id);
    return department == m_known.departments.end()
        ? person->name
        : tr("%1, %2", "a person, a department").arg(person->name, department->name);
}

QWidget *CallSheetImportDialog::makeDecision(const ImportVerdict &verdict)
{
    const std::vector<PersonId> candidates = candidatesFor(verdict);
    auto *decision = new QComboBox(m_problems);
    decision->setObjectName(u"who:%1"_s.arg(verdict.text));
    decision->setAccessibleName(tr("Who %1 is").arg(verdict.text));
    decision->addItem(tr("Stays out"), nobody);
    for (size_t i = 0; i < candidates.size(); ++i)
        decision->addItem(nameOf(candidates[i]), int(i));
    // Later: the list that is chosen from goes with its row.
    connect(
        decision, &QComboBox::activated, this,
        [this, candidates, decision, text = verdict.text] {
            const int chosen = decision->currentData().toInt();
            if (chosen == nobody)
                return;
            m_options.people[text] = candidates[size_t(chosen)];
            readAgain();
        },
        Qt::QueuedConnection);
    return decision;
}

QStringList CallSheetImportDialog::dayRow(const CallSheetFile &file) const
{
    const ShootingDay &day = *file.import.day;
    const auto unit = std::ranges::find(m_known.units, day.unit, &Unit::id);
    const auto time = [this](const std::optional<Minutes> &planned) {
        return planned ? m_words.time(TimeField::at(int(planned->count()))) : QString();
    };
    return {QLocale().toString(day.date, QLocale::ShortFormat),
            unit == m_known.units.end() ? QString() : unit->name,
            time(day.call),
            time(day.wrap),
            QLocale().toString(int(day.departmentCalls.size() + day.personCalls.size())),
            day.location,
            file.import.production,
            file.name};
}

} // namespace film::app
