#include "app/ui/dialogs/call_sheet_import_dialog.h"

#include "app/ui/dialogs/preview_table.h"

#include <QLocale>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

CallSheetImportDialog::CallSheetImportDialog(std::vector<CallSheetFile> files,
                                             std::vector<Unit> units, const CrewWordsText &words,
                                             const Theme &theme, QWidget *parent)
    : ImportDialog(tr("Import call sheets"), parent)
    , m_files(std::move(files))
    , m_units(std::move(units))
    , m_words(words)
{
    setObjectName(u"callSheetImportDialog"_s);
    addSummary(summary());
    if (linesLeftOut() > 0)
        addTable(makeProblems());
    addTable(makeDays());
    const int count = int(days().size());
    addButtons({tr("Add %n call sheets", nullptr, count), u"addCallSheets"_s, count > 0}, theme);
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

QTableWidget *CallSheetImportDialog::makeProblems()
{
    QTableWidget *table = makePreviewTable(
        {tr("File"), tr("Row"), tr("Line"), tr("What stands there"), tr("Problem")},
        tr("Lines that stay out"), this);
    table->setObjectName(u"callSheetProblems"_s);
    for (const CallSheetFile &file : m_files)
        addProblems(*table, file.import.verdicts, {file.name});
    fitPreviewColumns(*table);
    return table;
}

QTableWidget *CallSheetImportDialog::makeDays()
{
    QTableWidget *table =
        makePreviewTable({tr("Date"), tr("Unit"), tr("Call"), tr("Wrap"), tr("Own calls"),
                          tr("Location"), tr("Production"), tr("File")},
                         tr("Days that are added"), this);
    table->setObjectName(u"callSheetDays"_s);
    for (const CallSheetFile &file : m_files) {
        if (file.import.day)
            addPreviewRow(*table, dayRow(file));
    }
    fitPreviewColumns(*table);
    return table;
}

QStringList CallSheetImportDialog::dayRow(const CallSheetFile &file) const
{
    const ShootingDay &day = *file.import.day;
    const auto unit = std::ranges::find(m_units, day.unit, &Unit::id);
    const auto time = [this](const std::optional<Minutes> &planned) {
        return planned ? m_words.time(TimeField::at(int(planned->count()))) : QString();
    };
    return {QLocale().toString(day.date, QLocale::ShortFormat),
            unit == m_units.end() ? QString() : unit->name,
            time(day.call),
            time(day.wrap),
            QLocale().toString(int(day.departmentCalls.size() + day.personCalls.size())),
            day.location,
            file.import.production,
            file.name};
}

} // namespace film::app
