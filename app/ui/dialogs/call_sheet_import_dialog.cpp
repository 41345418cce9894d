#include "app/ui/dialogs/call_sheet_import_dialog.h"

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

constexpr QSize dialogSize(720, 560);

} // namespace

CallSheetImportDialog::CallSheetImportDialog(std::vector<CallSheetFile> files,
                                             std::vector<Unit> units, const CrewWordsText &words,
                                             const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_files(std::move(files))
    , m_units(std::move(units))
    , m_words(words)
{
    setObjectName(u"callSheetImportDialog"_s);
    setWindowTitle(tr("Import call sheets"));
    resize(dialogSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(12);
    QLabel *head = makeLabel(summary(), TextRole::Emphasis, "emphasis", this);
    head->setWordWrap(true);
    layout->addWidget(head);
    if (linesLeftOut() > 0)
        layout->addWidget(makeProblems(), 1);
    layout->addWidget(makeDays(), 1);

    const int count = int(days().size());
    auto *add = new KeyHintButton(theme, KeyHintButton::Look::Primary,
                                  tr("Add %n call sheets", nullptr, count), this);
    add->setObjectName(u"addCallSheets"_s);
    add->setEnabled(count > 0);
    add->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(add, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, [this] {
        emit addRequested(days());
        accept();
    });
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
    for (const CallSheetFile &file : m_files) {
        std::set<int> rows;
        for (const ImportVerdict &verdict : file.import.verdicts) {
            if (verdict.kind != ImportKind::Ready)
                rows.insert(verdict.row);
        }
        count += int(rows.size());
    }
    return count;
}

QWidget *CallSheetImportDialog::makeProblems()
{
    QTableWidget *table = makePreviewTable(
        {tr("File"), tr("Row"), tr("Line"), tr("What stands there"), tr("Problem")},
        tr("Lines that stay out"), this);
    table->setObjectName(u"callSheetProblems"_s);
    for (const CallSheetFile &file : m_files) {
        for (const ImportVerdict &verdict : file.import.verdicts) {
            if (verdict.kind != ImportKind::Ready)
                addPreviewRow(*table,
                              {file.name, QLocale().toString(verdict.row), verdict.column,
                               verdict.text, ImportWords::problem(verdict)});
        }
    }
    fitPreviewColumns(*table);
    return table;
}

QWidget *CallSheetImportDialog::makeDays()
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
