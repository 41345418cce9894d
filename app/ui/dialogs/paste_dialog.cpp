#include "app/ui/dialogs/paste_dialog.h"

#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/preview_table.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QSize pasteDialogSize(1080, 560);
constexpr int pasteSoonMs = 150;
constexpr int pasteRowsShown = 200; // of those that need no look

} // namespace

PasteDialog::PasteDialog(const CrewController &controller, const CrewModel &crew,
                         const CrewWordsText &words, PasteRequest request, const Theme &theme,
                         QWidget *parent)
    : ImportDialog(tr("Paste into the grid"), parent)
    , m_controller(controller)
    , m_crew(crew)
    , m_words(words)
    , m_request(std::move(request))
    , m_summary(addSummary({}))
    , m_table(makePreviewTable({tr("Row"), tr("Person"), tr("Day"), tr("What stands there"),
                                tr("Is read as"), tr("What happens")},
                               tr("Pasted days and what becomes of them"), this))
    , m_soon(new QTimer(this))
{
    setObjectName(u"pasteDialog"_s);
    resize(pasteDialogSize);
    makeQuestions();
    m_table->setObjectName(u"pastedDays"_s);
    addTable(m_table);
    m_apply = addButtons({QString(), u"applyPaste"_s, true}, theme);
    m_soon->setSingleShot(true);
    m_soon->setInterval(pasteSoonMs);
    connect(m_soon, &QTimer::timeout, this, &PasteDialog::refresh);
    connect(&crew, &QAbstractItemModel::dataChanged, m_soon, qOverload<>(&QTimer::start));
    // The places belong to the week that goes.
    connect(&controller, &CrewController::weekAboutToChange, this, &QDialog::reject);
    refresh();
    m_apply->setFocus();
}

void PasteDialog::makeQuestions()
{
    m_layoutChoice = new QComboBox(this);
    m_layoutChoice->setObjectName(u"pasteLayout"_s);
    m_layoutChoice->setAccessibleName(tr("What the pasted columns are"));
    m_layoutChoice->addItem(tr("Each column is a day"), int(PasteLayout::Days));
    m_layoutChoice->addItem(tr("The columns are the times of one day"), int(PasteLayout::Times));
    m_keep = new QCheckBox(tr("Leave days that have times as they are"), this);
    m_keep->setObjectName(u"pasteKeep"_s);
    addWidget(m_layoutChoice);
    addWidget(m_keep);
    connect(m_layoutChoice, &QComboBox::activated, this, [this] {
        m_request.layout = PasteLayout(m_layoutChoice->currentData().toInt());
        refresh();
    });
    connect(m_keep, &QCheckBox::toggled, this, [this](bool keeps) {
        m_request.keepsExisting = keeps;
        refresh();
    });
}

void PasteDialog::refresh()
{
    m_preview = m_controller.previewPaste(m_request);
    m_layoutChoice->setVisible(m_preview.isLayoutOpen);
    m_layoutChoice->setCurrentIndex(m_layoutChoice->findData(int(m_preview.layout)));
    m_keep->setVisible(m_preview.count(PasteVerdict::Replaces) > 0 || m_request.keepsExisting);

    m_table->setRowCount(0);
    for (const PasteItem &item : m_preview.items) {
        if (item.isLeftOut())
            addItem(item);
    }
    int shown = 0;
    for (const PasteItem &item : m_preview.items) {
        if (!item.isLeftOut() && shown++ < pasteRowsShown)
            addItem(item);
    }
    fitPreviewColumns(*m_table);
    m_summary->setText(summary());
    const int days = m_preview.written();
    m_apply->setText(tr("Apply to %n days", nullptr, days));
    m_apply->setEnabled(days > 0);
}

void PasteDialog::addItem(const PasteItem &item)
{
    const CrewPerson *person = item.ref ? m_crew.person(item.ref->person) : nullptr;
    const bool isRead = !item.isLeftOut() || item.verdict == PasteVerdict::WrongOrder;
    addPreviewRow(*m_table,
                  {QLocale().toString(item.pasted.line), person ? person->name : item.pasted.person,
                   dayOf(item), item.pasted.text,
                   isRead ? m_words.times(timesOf(item.after)) : QString(), verdictOf(item)});
    // A long verdict is cut off where the table ends.
    QTableWidgetItem *verdict = m_table->item(m_table->rowCount() - 1, m_table->columnCount() - 1);
    verdict->setToolTip(verdict->text());
}

QString PasteDialog::dayOf(const PasteItem &item) const
{
    const CrewCell *cell = item.ref ? m_crew.cell(*item.ref) : nullptr;
    return cell ? m_words.shortDate(cell->day.key.date) : QString();
}

QString PasteDialog::verdictOf(const PasteItem &item) const
{
    switch (item.verdict) {
    case PasteVerdict::Written: return tr("Is entered");
    case PasteVerdict::Replaces: return tr("Replaces %1").arg(m_words.times(timesOf(item.before)));
    case PasteVerdict::Unchanged: return tr("Is so already, nothing changes");
    case PasteVerdict::Kept: return tr("Has times and keeps them");
    case PasteVerdict::Locked: return tr("The day is locked.");
    case PasteVerdict::NotUnderstood:
        return tr("I could not read “%1”. A time looks like 0700, 7.0 or 7:00.").arg(item.token);
    case PasteVerdict::TwoReadings: return tr("“%1” has two readings.").arg(item.token);
    case PasteVerdict::ClockChange:
        return tr("The clocks change over it. Type it in the cell and choose.");
    case PasteVerdict::WrongOrder: return m_words.refusalText(*item.wrongOrder);
    case PasteVerdict::UnknownPerson: return tr("Nobody of that name is in the grid.");
    case PasteVerdict::SeveralPeople:
        return tr("Several people have that name. Add their department.");
    case PasteVerdict::BelowTheGrid: return tr("There is no person in that row of the grid.");
    case PasteVerdict::OutsideWeek: return tr("That day is not in the week that is shown.");
    case PasteVerdict::Twice: return tr("A row above has the same day.");
    }
    return {};
}

QString PasteDialog::summary() const
{
    QStringList parts{tr("%n days ready.", nullptr, m_preview.written())};
    if (const int replaced = m_preview.count(PasteVerdict::Replaces))
        parts += tr("%n of them replace times that are there.", nullptr, replaced);
    if (const int left = m_preview.leftOut())
        parts += tr("%n need a look and stay out.", nullptr, left);
    parts += tr("Nothing is written until you press Apply.");
    return parts.join(u' ');
}

} // namespace film::app
