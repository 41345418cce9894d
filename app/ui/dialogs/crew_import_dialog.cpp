#include "app/ui/dialogs/crew_import_dialog.h"

#include "app/ui/dialogs/preview_table.h"
#include "app/ui/import_words.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int peopleShown = 20;
constexpr QSize dialogSize(720, 560);

template<typename Named, typename Id>
QString nameOf(const std::vector<Named> &all, Id id)
{
    const auto found = std::ranges::find(all, id, &Named::id);
    return found == all.end() ? QString() : found->name;
}

} // namespace

CrewImportDialog::CrewImportDialog(const CrewListImport &import, const Theme &theme,
                                   QWidget *parent)
    : QDialog(parent)
    , m_import(import)
{
    setObjectName(u"crewImportDialog"_s);
    setWindowTitle(tr("Import crew list"));
    resize(dialogSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(12);
    QLabel *head = makeLabel(summary(), TextRole::Emphasis, "emphasis", this);
    head->setObjectName(u"importSummary"_s);
    head->setWordWrap(true);
    layout->addWidget(head);
    if (!m_import.ignoredColumns.isEmpty())
        layout->addWidget(makeLabel(
            tr("Columns that are not used: %1").arg(m_import.ignoredColumns.join(u", "_s)),
            TextRole::Secondary, "secondary", this));
    if (!allReady(m_import.verdicts))
        layout->addWidget(makeProblems(), 1);
    layout->addWidget(makePeople(), 1);

    auto *add =
        new KeyHintButton(theme, KeyHintButton::Look::Primary,
                          tr("Add %n people", nullptr, int(m_import.crew.people.size())), this);
    add->setObjectName(u"addCrew"_s);
    add->setEnabled(!m_import.crew.people.empty());
    add->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(add, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, [this] {
        emit addRequested(m_import.crew);
        accept();
    });
}

QString CrewImportDialog::summary() const
{
    std::set<int> rows;
    for (const ImportVerdict &verdict : m_import.verdicts) {
        if (verdict.kind != ImportKind::Ready)
            rows.insert(verdict.row);
    }
    QString text = tr("%n people ready.", nullptr, int(m_import.crew.people.size()));
    if (!rows.empty())
        text = tr("%1 %2", "people ready, rows left out")
                   .arg(text, tr("%n rows need a look and stay out.", nullptr, int(rows.size())));
    return tr("%1 Nothing is added until you press Add.").arg(text);
}

QWidget *CrewImportDialog::makeProblems()
{
    QTableWidget *table =
        makePreviewTable({tr("Row"), tr("Column"), tr("What stands there"), tr("Problem")},
                         tr("Rows that stay out"), this);
    table->setObjectName(u"importProblems"_s);
    for (const ImportVerdict &verdict : m_import.verdicts) {
        if (verdict.kind != ImportKind::Ready)
            addPreviewRow(*table,
                          {QLocale().toString(verdict.row), verdict.column, verdict.text,
                           ImportWords::problem(verdict)});
    }
    fitPreviewColumns(*table);
    return table;
}

QWidget *CrewImportDialog::makePeople()
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
