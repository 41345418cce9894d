#include "app/ui/dialogs/crew_import_dialog.h"

#include "app/ui/dialogs/preview_table.h"

#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int peopleShown = 20;

template<typename Named, typename Id>
QString nameOf(const std::vector<Named> &all, Id id)
{
    const auto found = std::ranges::find(all, id, &Named::id);
    return found == all.end() ? QString() : found->name;
}

} // namespace

CrewImportDialog::CrewImportDialog(const CrewListImport &import, const Theme &theme,
                                   QWidget *parent)
    : ImportDialog(tr("Import crew list"), parent)
    , m_import(import)
{
    setObjectName(u"crewImportDialog"_s);
    addSummary(summary());
    if (!m_import.ignoredColumns.isEmpty())
        addNote(tr("Columns that are not used: %1").arg(m_import.ignoredColumns.join(u", "_s)));
    if (!allReady(m_import.verdicts))
        addTable(makeProblems());
    addTable(makePeople());
    const int people = int(m_import.crew.people.size());
    addButtons({tr("Add %n people", nullptr, people), u"addCrew"_s, people > 0}, theme);
}

void CrewImportDialog::requestAdd()
{
    emit addRequested(m_import.crew);
}

QString CrewImportDialog::summary() const
{
    const int rows = rowsLeftOut(m_import.verdicts);
    QString text = tr("%n people ready.", nullptr, int(m_import.crew.people.size()));
    if (rows > 0)
        text = tr("%1 %2", "people ready, rows left out")
                   .arg(text, tr("%n rows need a look and stay out.", nullptr, rows));
    return tr("%1 Nothing is added until you press Add.").arg(text);
}

QTableWidget *CrewImportDialog::makeProblems()
{
    QTableWidget *table =
        makePreviewTable({tr("Row"), tr("Column"), tr("What stands there"), tr("Problem")},
                         tr("Rows that stay out"), this);
    table->setObjectName(u"importProblems"_s);
    addProblems(*table, m_import.verdicts);
    fitPreviewColumns(*table);
    return table;
}

QTableWidget *CrewImportDialog::makePeople()
{
    QTableWidget *table =
        makePreviewTable({tr("Name"), tr("Department"), tr("Position"), tr("Unit")},
                         tr("People that are added, the first 20"), this);
    table->setObjectName(u"importPeople"_s);
    const CrewList &crew = m_import.crew;
    for (const Person &person : crew.people) {
        if (table->rowCount() == peopleShown)
            break;
        addPreviewRow(*table,
                      {person.name, nameOf(crew.departments, person.department), person.position,
                       nameOf(crew.units, person.unit)});
    }
    fitPreviewColumns(*table);
    return table;
}

} // namespace film::app
