#include "app/ui/dialogs/import_dialog.h"

#include "app/ui/dialogs/preview_table.h"
#include "app/ui/import_words.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <set>

namespace film::app {

namespace {

constexpr QSize importDialogSize(720, 560);

} // namespace

ImportDialog::ImportDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_layout(new QVBoxLayout(this))
{
    setWindowTitle(title);
    resize(importDialogSize);
    m_layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                                 metrics::pageMargin);
    m_layout->setSpacing(12);
}

QLabel *ImportDialog::addSummary(const QString &text)
{
    QLabel *summary = makeLabel(text, TextRole::Emphasis, "emphasis", this);
    summary->setWordWrap(true);
    m_layout->addWidget(summary);
    return summary;
}

void ImportDialog::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void ImportDialog::addNote(const QString &text)
{
    m_layout->addWidget(makeLabel(text, TextRole::Secondary, "secondary", this));
}

void ImportDialog::addTable(QTableWidget *table, int stretch)
{
    m_layout->addWidget(table, stretch);
}

KeyHintButton *ImportDialog::addButtons(const AddButton &add, const Theme &theme)
{
    auto *button = new KeyHintButton(theme, KeyHintButton::Look::Primary, add.text, this);
    button->setObjectName(add.objectName);
    button->setEnabled(add.isEnabled);
    button->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(button, QDialogButtonBox::ActionRole);
    m_layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(button, &QPushButton::clicked, this, [this] {
        requestAdd();
        accept();
    });
    return button;
}

int ImportDialog::rowsLeftOut(const ImportVerdicts &verdicts)
{
    std::set<int> rows;
    for (const ImportVerdict &verdict : verdicts) {
        if (verdict.kind != ImportKind::Ready)
            rows.insert(verdict.row);
    }
    return int(rows.size());
}

void ImportDialog::addProblems(QTableWidget &table, const ImportVerdicts &verdicts,
                               const QStringList &first)
{
    for (const ImportVerdict &verdict : verdicts) {
        if (verdict.kind != ImportKind::Ready)
            addPreviewRow(table,
                          first
                              + QStringList{QLocale().toString(verdict.row), verdict.column,
                                            verdict.text, ImportWords::problem(verdict)});
    }
}

} // namespace film::app
