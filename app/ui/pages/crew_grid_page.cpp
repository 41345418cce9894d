#include "app/ui/pages/crew_grid_page.h"

#include "app/models/crew_findings.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/delegates/cell_delegate.h"
#include "app/ui/dialogs/offsets_dialog.h"
#include "app/ui/dialogs/paste_dialog.h"
#include "app/ui/docks/bottom_pane.h"
#include "app/ui/docks/exceptions_panel.h"
#include "app/ui/docks/history_panel.h"
#include "app/ui/error_text.h"
#include "app/ui/pages/bulk_bar.h"
#include "app/ui/pages/crew_grid_clipboard.h"
#include "app/ui/pages/crew_grid_view.h"
#include "app/ui/pay_words.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/crew_setup_panel.h"
#include "app/ui/widgets/crew_view_button.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/segment_control.h"

#include <QAction>
#include <QButtonGroup>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int crewPageHeaderHeight = 48;
constexpr int filterWidthMin = 80;
constexpr int filterWidthMax = 168;
constexpr int aheadSoonMs = 150;
constexpr int exceptionsPage = 0;
constexpr int historyPage = 1;

bool hasFlags(const CrewDepartment &department)
{
    return std::ranges::any_of(department.people, [](const CrewPerson &person) {
        return std::ranges::any_of(person.days,
                                   [](const CrewCell &cell) { return flagCount(cell) > 0; });
    });
}

} // namespace

CrewGridPage::CrewGridPage(const CrewGridParts &parts, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_theme(theme)
    , m_grid(new CrewGridView(theme, this))
    , m_delegate(new CellDelegate(
          theme, parts.words,
          [this](const QModelIndex &index, const QString &text) {
              const auto ref = m_parts.filter.refAt(index);
              return ref ? CellReading{m_parts.controller.read(*ref, text),
                                       m_parts.controller.refusal(*ref, text)}
                         : CellReading();
          },
          [this](const QModelIndex &index) {
              const auto ref = m_parts.filter.refAt(index);
              return ref ? m_parts.controller.editText(*ref) : QString();
          },
          this))
    , m_frozenDelegate(new CellDelegate(theme, parts.words, {}, {}, m_grid))
    , m_over(new QVBoxLayout(m_grid))
    , m_noMatch(new NoticePanel(theme, m_grid))
    , m_setup(new CrewSetupPanel(theme, m_grid))
    , m_firstSheetRow(new QWidget(this))
    , m_firstSheet(new NoticePanel(theme, m_firstSheetRow))
    , m_bulk(new BulkBar(parts.controller, parts.crew, parts.words, theme, this))
    , m_bottom(new BottomPane(theme, this))
    , m_exceptions(new ExceptionsPanel(parts.exceptions, parts.crew, theme, m_bottom))
    , m_aheadSoon(new QTimer(this))
    , m_history(new HistoryPanel(parts.history, parts.historyModel, parts.words, theme, m_bottom))
{
    m_grid->setModel(&parts.filter);
    m_grid->setItemDelegates(m_delegate, m_frozenDelegate);
    m_aheadSoon->setSingleShot(true);
    m_aheadSoon->setInterval(aheadSoonMs);
    m_bottom->addPage(tr("Exceptions"), m_exceptions);
    m_bottom->addPage(tr("Entry history"), m_history);

    auto *upper = new QWidget(this);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addWidget(m_firstSheetRow);
    upperLayout->addWidget(m_grid, 1);
    upperLayout->addWidget(m_bulk);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"crew-grid"_s);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(m_bottom);
    splitter->setStretchFactor(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHeader());
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(splitter, 1);

    m_over->addWidget(m_setup, 0, Qt::AlignCenter);
    m_over->addWidget(m_noMatch, 0, Qt::AlignCenter);
    m_setup->hide();
    m_firstSheet->setObjectName(u"firstCallSheet"_s);
    m_firstSheet->say(
        NoticePanel::Tone::Plain, u"clapperboard"_s,
        tr("Enter the first call sheet. Calls appear in the grid, ready to confirm at wrap."));
    m_firstSheet->setAction(tr("Open call sheet…"));
    auto *row = new QVBoxLayout(m_firstSheetRow);
    row->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, 8);
    row->addWidget(m_firstSheet);
    m_firstSheetRow->hide();

    setFocusProxy(m_grid);
    makeActions();
    connectGrid();
    fitColumns();
    updateDaysOff();
    startWeek();
    updateSelection();
}

QLayout *CrewGridPage::makeHeader()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::pageMargin, 0, 12, 0);
    row->setSpacing(8);
    QLabel *title = makeLabel(tr("Crew grid"), TextRole::Title, "title", this);
    title->setMinimumHeight(crewPageHeaderHeight);
    m_progress = makeLabel({}, TextRole::Body, "secondary", this);
    row->addWidget(title);
    m_progress->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // goes first
    row->addWidget(m_progress, 1);

    m_chips = new QButtonGroup(this);
    m_chips->setExclusive(true);
    constexpr std::array icons{"", "circle-dashed", "utensils", "moon"};
    for (int id = 0; id < 4; ++id) {
        auto *chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setChecked(id == 0);
        chip->setFixedHeight(metrics::controlHeight);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (id > 0)
            chip->setIcon(m_theme.icon(QString::fromLatin1(icons[size_t(id)]), Token::Warn));
        chip->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        setKind(chip, "chip");
        m_chips->addButton(chip, id);
        row->addWidget(chip);
    }
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"crewFilter"_s);
    m_filter->setPlaceholderText(tr("Name or role"));
    m_filter->setAccessibleName(tr("Filter by name, role or department"));
    m_filter->setToolTip(tr("Filter (Ctrl+F)"));
    m_filter->addAction(m_theme.icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedHeight(metrics::controlHeight);
    m_filter->setMinimumWidth(filterWidthMin);
    m_filter->setMaximumWidth(filterWidthMax);
    m_filter->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    row->addWidget(m_filter);
    m_shows = new SegmentControl(tr("What the cells show"), this);
    m_shows->addSegment(int(CellShows::Times), tr("Times"));
    m_shows->addSegment(int(CellShows::Meals), tr("Meals"));
    m_shows->addSegment(int(CellShows::Cost), tr("Cost"))->setToolTip(PayWords::disclaimer());
    row->addWidget(m_shows);
    m_views = new CrewViewButton(m_parts.crew, this);
    m_views->setCurrent([this] { return currentView(); });
    row->addWidget(m_views);

    connect(m_chips, &QButtonGroup::idClicked, this, &CrewGridPage::chooseChip);
    connect(m_filter, &QLineEdit::textChanged, &m_parts.controller, &CrewController::setTextFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &CrewGridPage::updateNoMatch);
    connect(m_views, &CrewViewButton::viewChosen, this, &CrewGridPage::showView);
    connect(m_views, &CrewViewButton::said, this, &CrewGridPage::messageChanged);
    connect(m_shows, &SegmentControl::chosen, &m_parts.crew,
            [this](int id) { m_parts.crew.setShows(CellShows(id)); });
    return row;
}

QAction *CrewGridPage::makeCommand(const QString &text, const QKeySequence &keys,
                                   void (CrewGridPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void CrewGridPage::makeActions()
{
    // Ctrl+Space is Meta+Space to Qt on macOS, where it would be Spotlight otherwise.
    m_commands.edit = {
        makeCommand(tr("Cop&y the cells"), QKeySequence::Copy, &CrewGridPage::copy),
        makeCommand(tr("&Paste into the cells"), QKeySequence::Paste, &CrewGridPage::paste),
        makeCommand(tr("C&lear the times"), Qt::Key_Delete, &CrewGridPage::clearTimes),
        makeCommand(tr("Select the &day for everybody"), Qt::CTRL | Qt::Key_Space,
                    &CrewGridPage::selectColumn),
        makeCommand(tr("Select the &week of the person"), Qt::SHIFT | Qt::Key_Space,
                    &CrewGridPage::selectRow),
        makeCommand(tr("&Filter the people"), Qt::CTRL | Qt::Key_F, &CrewGridPage::focusFilter),
    };
    QAction *down = makeCommand(tr("Fill &down"), Qt::CTRL | Qt::Key_D, &CrewGridPage::fillDown);
    QAction *right = makeCommand(tr("Fill &right"), Qt::CTRL | Qt::Key_R, &CrewGridPage::fillRight);
    QAction *apply = makeCommand(tr("&Apply to the selected cells"), Qt::CTRL | Qt::Key_Return,
                                 &CrewGridPage::applyBulk);
    apply->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_commands.entry = {
        makeCommand(tr("D&o the suggested fix"), Qt::ALT | Qt::Key_Return,
                    &CrewGridPage::fixException),
        makeCommand(tr("Accept the penalt&ies"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
                    &CrewGridPage::acceptPenalties),
        down,
        right,
        makeCommand(tr("Fill from the call shee&t"), Qt::CTRL | Qt::Key_L,
                    &CrewGridPage::fillFromCallSheet),
        apply,
        makeCommand(tr("Department o&ffsets…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                    &CrewGridPage::askOffsets),
    };
    m_commands.view = {
        makeCommand(tr("Saved &views and columns"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
                    &CrewGridPage::chooseView),
        makeCommand(tr("&Open or close all departments"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                    &CrewGridPage::toggleAllDepartments),
    };
    m_forManyCells = {down, right, apply};
    m_exceptions->setRowCommands(m_commands.entry.first(2));

    // In the lists below the grid these keys must not change what is selected in the grid.
    const auto bindTo = [this](QAction *action, const QList<QWidget *> &widgets) {
        removeAction(action);
        for (QWidget *widget : widgets)
            widget->addAction(action);
    };
    for (QAction *action : m_commands.edit.first(m_commands.edit.size() - 1)) // all but the filter
        bindTo(action, {m_grid});
    for (QAction *action : {down, right, apply, m_commands.entry.at(4)})
        bindTo(action, {m_grid, m_bulk});
}

void CrewGridPage::connectGrid()
{
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CrewGridPage::updateSelection);
    connect(m_delegate, &CellDelegate::moved, this, [this](int rows, int columns) {
        m_grid->moveTo(m_grid->cellBeside(m_grid->currentIndex(), rows, columns));
    });
    connect(m_delegate, &CellDelegate::readingChosen, this,
            [this](const QModelIndex &index, const DayTimes &times) {
                if (const auto ref = m_parts.filter.refAt(index))
                    m_parts.controller.enterTimes({*ref}, times);
            });
    connect(m_grid, &CrewGridView::editingStarted, this, [this](const QModelIndex &index) {
        if (const auto ref = m_parts.filter.refAt(index))
            m_parts.filter.setKept(ref->person);
    });
    // Later: the filter must not take the row away while its editor is being closed.
    connect(
        m_grid, &CrewGridView::editingEnded, this, [this] { m_parts.filter.setKept({}); },
        Qt::QueuedConnection);
    connect(m_grid, &CrewGridView::departmentToggled, this,
            [this](const QModelIndex &index, bool isOpen) {
                const int row = m_parts.filter.mapToSource(index).row();
                const DepartmentId id = m_parts.crew.snapshot().departments[size_t(row)].id;
                isOpen ? (void)m_closed.remove(id) : (void)m_closed.insert(id);
            });
    connect(&m_parts.filter, &QAbstractItemModel::modelReset, this, &CrewGridPage::startWeek);
    connect(&m_parts.filter, &QAbstractItemModel::layoutChanged, this, &CrewGridPage::showRows);
    connect(&m_parts.filter, &QAbstractItemModel::rowsInserted, this,
            &CrewGridPage::updateExpanded);
    connect(&m_parts.filter, &QAbstractItemModel::rowsRemoved, this, &CrewGridPage::updateNoMatch);
    connect(&m_parts.crew, &CrewModel::progressChanged, this, &CrewGridPage::updateProgress);
    connect(&m_parts.crew, &CrewModel::progressChanged, this, &CrewGridPage::updateDaysOff);
    connect(&m_parts.crew, &CrewModel::progressChanged, m_aheadSoon, qOverload<>(&QTimer::start));
    connect(m_aheadSoon, &QTimer::timeout, this, &CrewGridPage::updateAhead);
    connect(&m_parts.crew, &QAbstractItemModel::headerDataChanged, m_bulk, &BulkBar::refresh);
    connect(&m_parts.crew, &QAbstractItemModel::headerDataChanged, this, &CrewGridPage::fitColumns);
    connect(&m_parts.controller, &CrewController::reported, this, &CrewGridPage::say);
    connect(&m_parts.controller, &CrewController::weekAboutToChange, m_grid,
            &CrewGridView::commitEditor);
    connect(&m_parts.controller, &CrewController::loadFailed, this, [this](const Error &error) {
        m_failure = error.code;
        updateNoMatch();
        emit messageChanged(ErrorText::forUser(error.code));
    });
    connect(&m_parts.controller, &CrewController::weekShown, this, [this] {
        m_failure.reset();
        updateNoMatch();
    });
    connect(&m_parts.history, &HistoryController::failed, this,
            [this](const Error &error) { emit messageChanged(ErrorText::forUser(error.code)); });
    connect(&m_parts.history, &HistoryController::restoreRequested, &m_parts.controller,
            &CrewController::restore);
    connect(m_exceptions, &ExceptionsPanel::activated, this,
            [this](int row) { showCell(m_parts.exceptions.row(row).ref); });
    connect(m_exceptions, &ExceptionsPanel::fixRequested, this, &CrewGridPage::fix);
    connect(m_bulk, &BulkBar::applyRequested, &m_parts.controller, &CrewController::applyFields);
    connect(m_bulk, &BulkBar::callSheetRequested, &m_parts.controller,
            &CrewController::fillFromCallSheet);
    connect(m_bulk, &BulkBar::offsetsRequested, this, &CrewGridPage::askOffsets);
    connect(m_bulk, &BulkBar::left, m_grid, qOverload<>(&QWidget::setFocus));
    connect(m_noMatch, &NoticePanel::actionRequested, this,
            [this] { isRead() ? m_filter->clear() : m_parts.controller.reload(); });
    connect(m_setup, &CrewSetupPanel::crewFileRequested, this, &CrewGridPage::crewFileRequested);
    connect(m_setup, &CrewSetupPanel::crewPasteRequested, this, &CrewGridPage::pasteCrew);
    connect(m_setup, &CrewSetupPanel::callSheetRequested, this, &CrewGridPage::callSheetRequested);
    connect(m_firstSheet, &NoticePanel::actionRequested, this, &CrewGridPage::callSheetRequested);
}

CrewRefs CrewGridPage::selectedCells() const
{
    std::map<std::tuple<int, int, int>, CrewRef> ordered;
    for (const QModelIndex &index : m_grid->selectionModel()->selectedIndexes()) {
        if (const auto ref = m_parts.filter.refAt(index))
            ordered[{index.parent().row(), index.row(), index.column()}] = *ref;
    }
    CrewRefs refs;
    for (const auto &[place, ref] : ordered)
        refs.push_back(ref);
    return refs;
}

std::optional<CrewRef> CrewGridPage::currentCell() const
{
    return m_parts.filter.refAt(m_grid->currentIndex());
}

// Of the people that are selected, or of everybody.
void CrewGridPage::updateAhead()
{
    std::vector<PersonId> people;
    if (m_bulk->selection().size() > 1) {
        for (const CrewRef &ref : m_bulk->selection()) {
            if (std::ranges::find(people, ref.person) == people.end())
                people.push_back(ref.person);
        }
    }
    m_exceptions->setAhead(
        PayWords::crewAheadText(m_parts.crew.ahead(people), m_parts.words.notation()));
}

QString CrewGridPage::selectionSummary() const
{
    const int count = int(m_bulk->selection().size());
    return count > 1 ? tr("%n cells", nullptr, count) : QString();
}

void CrewGridPage::showCell(const CrewRef &ref)
{
    if (!m_parts.filter.indexOf(ref).isValid()) { // filtered out: show everybody again
        m_filter->clear();
        setFilter(int(CrewFilter::All));
    }
    const QModelIndex index = m_parts.filter.indexOf(ref);
    if (!index.isValid())
        return;
    m_closed.remove(m_parts.crew.departmentOf(ref.person)->id);
    m_grid->moveTo(index);
    m_exceptions->setCurrentRow(m_parts.exceptions.rowOf(ref));
}

void CrewGridPage::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void CrewGridPage::fillDown()
{
    m_parts.controller.fillDown(selectedCells());
}

void CrewGridPage::fillRight()
{
    m_parts.controller.fillRight(selectedCells());
}

void CrewGridPage::fillFromCallSheet()
{
    if (m_bulk->isVisible())
        m_bulk->fillFromCallSheet();
    else
        m_parts.controller.fillFromCallSheet(selectedCells());
}

void CrewGridPage::applyBulk()
{
    if (m_bulk->isVisible())
        m_bulk->apply();
}

void CrewGridPage::clearTimes()
{
    m_parts.controller.clearTimes(selectedCells());
}

void CrewGridPage::copy()
{
    const CrewRefs refs = selectedCells();
    if (!refs.empty())
        copyCells(refs, m_parts.controller, m_parts.crew);
}

void CrewGridPage::pasteCrew()
{
    emit crewTextPasted(copiedBlock().text);
}

// While a crew is still to be added, rows of people may be meant as well as one's own times.
bool CrewGridPage::readsAsTimes(const QString &text) const
{
    const std::optional<CrewRef> anchor = currentCell();
    if (!anchor)
        return false;
    const QString first = text.section(u'\n', 0, 0).section(u'\t', 0, 0);
    const DayLineStatus status = m_parts.controller.read(*anchor, first).status;
    return status != DayLineStatus::Unreadable && status != DayLineStatus::Empty;
}

// One cell, or a block that was copied here and fits, goes in at once; what comes from elsewhere
// is shown first.
void CrewGridPage::paste()
{
    const CopiedBlock copied = copiedBlock();
    if (m_setup->isVisible() && !readsAsTimes(copied.text))
        return pasteCrew();
    const std::optional<CrewRef> anchor = currentCell();
    if (!anchor || copied.text.trimmed().isEmpty())
        return;
    PasteRequest request{*anchor, {}, copied.text, {}};
    for (QModelIndex index = m_grid->currentIndex(); index.isValid();
         index = m_grid->indexBelow(index)) {
        if (const auto ref = m_parts.filter.refAt(index.siblingAtColumn(CrewModel::FirstDay)))
            request.people.push_back(ref->person);
    }
    const QString text = copied.text.trimmed();
    const bool isOneCell = !text.contains(u'\t') && !text.contains(u'\n');
    if (copied.isOurs)
        request.layout = PasteLayout::Days;
    if (isOneCell || (copied.isOurs && m_parts.controller.previewPaste(request).leftOut() == 0))
        m_parts.controller.paste(*anchor, request.people, copied.text);
    else
        previewPaste(std::move(request));
}

void CrewGridPage::previewPaste(PasteRequest request)
{
    auto *dialog = new PasteDialog(m_parts.controller, m_parts.crew, m_parts.words,
                                   std::move(request), m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasteDialog::applyRequested, &m_parts.controller, &CrewController::applyPaste);
    dialog->open();
}

void CrewGridPage::nextException()
{
    stepException(1);
}

void CrewGridPage::previousException()
{
    stepException(-1);
}

void CrewGridPage::stepException(int step)
{
    if (const auto next = m_parts.controller.nextException(currentCell(), step))
        showCell(*next);
    m_bottom->showPage(exceptionsPage);
}

void CrewGridPage::fixException()
{
    if (const auto current = currentCell())
        fix(m_parts.exceptions.rowOf(*current));
}

// Of the day that has the keys, in the list below or in the grid.
void CrewGridPage::acceptPenalties()
{
    const std::optional<int> row = m_exceptions->focusedRow();
    if (row)
        m_parts.controller.acceptPenalties(m_parts.exceptions.row(*row).ref);
    else if (const auto current = currentCell())
        m_parts.controller.acceptPenalties(*current);
}

void CrewGridPage::fix(int row)
{
    if (row < 0)
        return;
    const ExceptionsModel::Row chosen = m_parts.exceptions.row(row);
    showCell(chosen.ref);
    switch (chosen.fix) {
    case ExceptionFix::CompareVersions:
        emit conflictRequested(m_parts.crew.cell(chosen.ref)->day.key);
        break;
    case ExceptionFix::FillFromCallSheet: m_parts.controller.fillFromCallSheet({chosen.ref}); break;
    case ExceptionFix::EditDay: editCell(); break;
    case ExceptionFix::MoveCall: askToMoveCall(chosen); break;
    case ExceptionFix::ShowDay: break;
    }
}

// Another person's plan: who moves it says why, and the call sheet's history keeps it.
void CrewGridPage::askToMoveCall(const ExceptionsModel::Row &row)
{
    const Minutes call = callAfterRest(*row.finding);
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"moveCall"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Move a call"));
    dialog->setLabelText(tr("%1 for %2. Why? It is kept with the call sheet.")
                             .arg(m_parts.words.fix(row.fix, &*row.finding,
                                                    m_parts.crew.cell(row.ref)->day.key.date),
                                  m_parts.crew.person(row.ref.person)->name));
    dialog->setTextValue(tr("Full rest after the wrap"));
    dialog->setOkButtonText(tr("Move"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, ref = row.ref, call](const QString &reason) {
                if (!reason.trimmed().isEmpty())
                    m_parts.controller.moveCall(ref, call, reason.trimmed());
            });
    dialog->open();
}

void CrewGridPage::showHistory()
{
    m_bottom->showPage(historyPage);
    const std::optional<CrewRef> current = currentCell();
    if (!current)
        return;
    m_history->setPerson(m_parts.crew.person(current->person)->name);
    m_parts.history.show(m_parts.crew.cell(*current)->day.key);
}

void CrewGridPage::editCell()
{
    m_grid->editCurrent();
}

void CrewGridPage::selectColumn()
{
    m_grid->selectColumn();
}

void CrewGridPage::selectRow()
{
    m_grid->selectRow();
}

void CrewGridPage::toggleAllDepartments()
{
    const bool isOpening = !m_closed.isEmpty();
    m_closed.clear();
    if (!isOpening) {
        for (const CrewDepartment &department : m_parts.crew.snapshot().departments)
            m_closed.insert(department.id);
    }
    for (int row = 0; row < m_parts.filter.rowCount(); ++row)
        m_grid->setExpanded(m_parts.filter.index(row, 0), isOpening);
}

void CrewGridPage::setPreferences(CrewPreferences &preferences)
{
    m_preferences = &preferences;
    m_views->setPreferences(m_preferences);
    m_parts.controller.setOffsets(preferences.offsets());
    m_bulk->refresh();
}

CrewView CrewGridPage::currentView() const
{
    CrewView view;
    view.filter = m_parts.filter.filter();
    view.department = m_parts.filter.department();
    view.text = view.department ? QString() : m_parts.filter.text();
    view.closed = m_closed;
    view.shows = m_parts.crew.shows();
    view.hiddenColumns = m_grid->hiddenColumns();
    return view;
}

void CrewGridPage::showView(const CrewView &view)
{
    m_closed = view.closed;
    if (view.department) {
        showDepartment(*view.department);
    } else {
        m_filter->setText(view.text);
        setFilter(int(view.filter));
    }
    m_shows->setCurrent(int(view.shows));
    m_parts.crew.setShows(view.shows);
    m_grid->setHiddenColumns(view.hiddenColumns);
    updateExpanded();
}

void CrewGridPage::chooseView()
{
    // Not the button's own way, which would wait until the menu is closed.
    m_views->menu()->popup(m_views->mapToGlobal(m_views->rect().bottomLeft()));
}

// Of everybody's departments, not only of those that are shown.
void CrewGridPage::askOffsets()
{
    auto *dialog = new OffsetsDialog(m_parts.crew.snapshot().departments,
                                     m_parts.controller.offsets(), m_parts.words, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OffsetsDialog::chosen, this, [this](const DepartmentOffsets &offsets) {
        m_parts.controller.setOffsets(offsets);
        if (m_preferences)
            m_preferences->keepOffsets(offsets);
        m_bulk->refresh();
    });
    dialog->open();
}

void CrewGridPage::setDensity(Density density)
{
    m_density = density;
    m_delegate->setRowHeight(gridRowOf(density));
    m_frozenDelegate->setRowHeight(gridRowOf(density));
    m_grid->doItemsLayout();
    for (QTreeView *frozen : m_grid->findChildren<QTreeView *>())
        frozen->doItemsLayout();
    updateSetup();
}

void CrewGridPage::showDepartment(const DepartmentId &department)
{
    const auto &departments = m_parts.crew.snapshot().departments;
    const auto found = std::ranges::find(departments, department, &CrewDepartment::id);
    if (found == departments.end())
        return;
    setFilter(int(CrewFilter::All));
    // The name says what is shown; it is not looked for, as another's title may hold it too.
    m_filter->setText(found->name);
    m_parts.controller.setDepartmentFilter(department);
    updateNoMatch();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void CrewGridPage::chooseChip(int id)
{
    if (m_parts.filter.department())
        m_filter->clear(); // its name, which nobody typed
    setFilter(id);
}

void CrewGridPage::setFilter(int id)
{
    m_chips->button(id)->setChecked(true);
    m_parts.controller.setFilter(CrewFilter(id));
    updateNoMatch();
}

// Hours and minutes are longer than tenths, and two meals longer than a call and a wrap.
void CrewGridPage::fitColumns()
{
    const TimeField late = TimeField::at(23 * 60 + 54);
    const QString range = m_parts.words.range(late, late);
    const bool isMeals = m_parts.crew.shows() == CellShows::Meals;
    m_grid->setRoomFor(isMeals ? QString(range + u' ' + range) : range,
                       m_parts.words.hours(Minutes(23 * 60 + 54)),
                       m_parts.words.hours(Minutes(9999 * 60)), m_isOff);
}

// A day on which nobody is called and nothing is entered is a narrow column, until somebody is.
void CrewGridPage::updateDaysOff()
{
    std::array<bool, 7> isOff{};
    for (size_t day = 0; day < isOff.size(); ++day) {
        isOff[day] = std::ranges::none_of(
            m_parts.crew.snapshot().departments, [day](const CrewDepartment &department) {
                return std::ranges::any_of(department.people, [day](const CrewPerson &person) {
                    const CrewCell &cell = person.days[day];
                    return cell.isCalled || !cell.day.isBlank();
                });
            });
    }
    if (std::exchange(m_isOff, isOff) != isOff)
        fitColumns();
}

void CrewGridPage::updateProgress()
{
    const CrewProgress &progress = m_parts.crew.progress();
    if (!isRead())
        m_progress->clear();
    else if (hasNobody())
        m_progress->setText(tr("No people yet"));
    else if (needsCrew())
        m_progress->setText(tr("Nobody but you yet"));
    else
        m_progress->setText(tr("%n people, %1 of %2 days in", nullptr, progress.people)
                                .arg(progress.daysIn)
                                .arg(progress.daysExpected));
    updateSetup();
    const std::array names = {tr("All"), tr("Missing"), tr("Meals"), tr("Rest")};
    const std::array counts = {progress.people, progress.missing, progress.meals, progress.rest};
    for (int id = 0; id < 4; ++id) {
        QAbstractButton *chip = m_chips->button(id);
        const QString number = QString::number(counts[size_t(id)]);
        const QString gap = id > 0 ? u" "_s : QString();
        chip->setText(isRead() ? QString(gap + names[size_t(id)] + u"  "_s + number)
                               : QString(gap + names[size_t(id)]));
        chip->setAccessibleName(tr("%1, %2", "a filter, how many").arg(names[size_t(id)], number));
    }
    m_bottom->setTitle(exceptionsPage, tr("Exceptions %1").arg(m_parts.exceptions.rowCount()));
    m_bulk->refresh();

    const CrewSnapshot &week = m_parts.crew.snapshot();
    const qint64 today = week.dates.front().date.daysTo(week.today);
    m_grid->setTodayColumn(isRead() && today >= 0 && today < 7 ? CrewModel::FirstDay + int(today)
                                                               : -1);
}

void CrewGridPage::updateSelection()
{
    m_bulk->setSelection(selectedCells());
    m_aheadSoon->start();
    for (QAction *command : std::as_const(m_forManyCells))
        command->setEnabled(m_bulk->selection().size() > 1);
    emit selectionSummaryChanged(selectionSummary());
}

bool CrewGridPage::isRead() const
{
    return m_parts.crew.snapshot().today.isValid();
}

// Before the first week is there; later the old one stays until the new one is.
void CrewGridPage::sayNotRead()
{
    if (m_failure) {
        m_noMatch->say(NoticePanel::Tone::Problem, u"triangle-alert"_s,
                       tr("The crew could not be read."), {ErrorText::forUser(*m_failure)});
        m_noMatch->setAction(tr("Try again"));
    } else {
        m_noMatch->say(NoticePanel::Tone::Plain, u"clock"_s, tr("Opening the crew…"));
        m_noMatch->setAction({});
    }
    m_noMatch->show();
}

void CrewGridPage::updateNoMatch()
{
    if (!isRead())
        return sayNotRead();
    const bool isEmpty = m_parts.filter.rowCount() == 0 && m_parts.crew.rowCount() > 0;
    if (isEmpty && !m_filter->text().isEmpty()) {
        m_noMatch->say(NoticePanel::Tone::Warning, u"filter"_s,
                       tr("Nobody matches “%1”.").arg(m_filter->text()));
        m_noMatch->setAction(tr("Clear filter"));
    } else if (isEmpty) {
        m_noMatch->say(NoticePanel::Tone::Confirmed, u"check"_s, tr("Nobody is left here."));
        m_noMatch->setAction({});
    }
    m_noMatch->setVisible(isEmpty);
    if (hasNobody() && !m_mayAddCrew)
        sayNobody();
}

void CrewGridPage::sayNobody()
{
    m_noMatch->say(NoticePanel::Tone::Plain, u"users"_s, tr("No people yet."),
                   {tr("The production office adds the crew. You see them here once they are "
                       "added.")});
    m_noMatch->setAction({});
}

// A week that was not read yet has no date of today: nobody is known to be missing in it.
bool CrewGridPage::hasNobody() const
{
    return isRead() && m_parts.crew.progress().people == 0;
}

// Whoever starts alone is on the crew list already: that is no crew yet.
bool CrewGridPage::needsCrew() const
{
    const CrewSnapshot &week = m_parts.crew.snapshot();
    const int self = m_parts.crew.person(week.self) ? 1 : 0;
    return m_mayAddCrew && isRead() && m_parts.crew.progress().people == self;
}

void CrewGridPage::updateSetup()
{
    // One's own department and row stay in reach above the frame.
    const int rows = hasNobody() ? 0 : 2;
    m_over->setContentsMargins(
        0, m_grid->header()->sizeHint().height() + rows * gridRowOf(m_density), 0, 0);
    const bool isWithoutSheets = m_parts.crew.snapshot().isWithoutSheets;
    m_setup->setHasCallSheet(!isWithoutSheets);
    m_setup->setVisible(needsCrew());
    m_firstSheetRow->setVisible(m_mayAddCrew && isWithoutSheets && !needsCrew());
    const bool isEmpty = hasNobody() || needsCrew();
    if (std::exchange(m_isEmpty, isEmpty) == isEmpty)
        return;
    for (QAbstractButton *chip : m_chips->buttons())
        chip->setHidden(m_isEmpty); // nothing to sort out yet
    m_bottom->setHidden(m_isEmpty);
}

void CrewGridPage::offerSetup(const QString &production)
{
    m_mayAddCrew = true;
    m_setup->setProduction(production);
    updateProgress();
    updateNoMatch();
}

// Departments in which nothing is to be done start closed, unless that is all of them.
void CrewGridPage::startWeek()
{
    const std::vector<CrewDepartment> &departments = m_parts.crew.snapshot().departments;
    m_closed.clear();
    if (std::ranges::any_of(departments, hasFlags)) {
        for (const CrewDepartment &department : departments) {
            if (!hasFlags(department))
                m_closed.insert(department.id);
        }
    }
    updateExpanded();
    updateProgress(); // and which column is today's
    goToFirstCell();
}

// People have come or gone. Whoever the keys were at may be one of them.
void CrewGridPage::showRows()
{
    updateExpanded();
    m_grid->layRows();
    if (!m_grid->currentIndex().isValid())
        goToFirstCell();
    updateSelection();
}

// The keys have somewhere to start from: today, the first person that is shown.
void CrewGridPage::goToFirstCell()
{
    const int today = std::max(m_grid->todayColumn(), int(CrewModel::FirstDay));
    for (int row = 0; row < m_parts.filter.rowCount(); ++row) {
        const QModelIndex department = m_parts.filter.index(row, CrewModel::Name);
        if (!m_grid->isExpanded(department))
            continue;
        m_grid->selectionModel()->setCurrentIndex(m_parts.filter.index(0, today, department),
                                                  QItemSelectionModel::NoUpdate);
        break;
    }
}

// A filter opens what it found.
void CrewGridPage::updateExpanded()
{
    const std::vector<CrewDepartment> &departments = m_parts.crew.snapshot().departments;
    const bool isFiltered =
        m_parts.filter.filter() != CrewFilter::All || !m_parts.filter.text().isEmpty();
    for (int row = 0; row < m_parts.filter.rowCount(); ++row) {
        const QModelIndex index = m_parts.filter.index(row, 0);
        const CrewDepartment &department =
            departments[size_t(m_parts.filter.mapToSource(index).row())];
        m_grid->setExpanded(index, isFiltered || !m_closed.contains(department.id));
    }
    updateNoMatch();
}

void CrewGridPage::say(const CrewReport &report)
{
    const bool isFailure = report.kind == CrewReport::Kind::NotSaved && report.failure;
    emit messageChanged(isFailure ? ErrorText::forUser(report.failure->code)
                                  : m_parts.words.report(report));
}

} // namespace film::app
