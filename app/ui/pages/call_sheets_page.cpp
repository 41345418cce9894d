#include "app/ui/pages/call_sheets_page.h"

#include "app/ui/delegates/record_delegate.h"
#include "app/ui/delegates/two_line_delegate.h"
#include "app/ui/error_text.h"
#include "app/ui/main_window.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStyle>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int callSheetsHeaderHeight = 48;
constexpr int callSheetsListWidth = 248;
constexpr std::array callWidths{230, 200, 80, 160};

// The types of a day that a unit plans.
constexpr std::array plannedTypes{DayType::Work,      DayType::Travel,  DayType::Hold,
                                  DayType::Rehearsal, DayType::Fitting, DayType::Holiday,
                                  DayType::NoWork,    DayType::Off};

TwoLineDelegate::Look lookOfDay(const QModelIndex &index)
{
    TwoLineDelegate::Look look;
    look.detail = index.data(SheetDaysModel::DetailRole).toString();
    look.status = index.data(SheetDaysModel::StateTextRole).toString();
    switch (index.data(SheetDaysModel::StateRole).value<SheetState>()) {
    case SheetState::None: break;
    case SheetState::Published:
        look.icon = u"check"_s;
        look.token = Token::Ok;
        break;
    case SheetState::Draft:
    case SheetState::ChangedDraft:
        look.icon = u"pencil"_s;
        look.token = Token::Warn;
        break;
    }
    return look;
}

} // namespace

CallSheetsPage::CallSheetsPage(const Parts &parts, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_theme(theme)
{
    setObjectName(u"callSheetsPage"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList());
    layout->addWidget(makeLine(Qt::Vertical, this));
    layout->addWidget(makeSheet(), 1);
    makeCommands();

    CallSheetController &controller = m_parts.controller;
    connect(&controller, &CallSheetController::dayAboutToChange, this, &CallSheetsPage::leaveDay);
    connect(&controller, &CallSheetController::sheetChanged, this, &CallSheetsPage::showSheet);
    connect(&controller, &CallSheetController::loadFailed, this, &CallSheetsPage::showFailure);
    connect(&m_parts.calls, &CallsModel::callTyped, this, &CallSheetsPage::takeCall);
    connect(&m_parts.calls, &QAbstractItemModel::modelReset, this, [this] {
        m_listed.clear();
        openNewDepartments();
        m_calls->setCurrentIndex(m_parts.calls.index(0, CallsModel::Call));
    });
    connect(&m_parts.calls, &QAbstractItemModel::layoutChanged, this, [this] {
        openNewDepartments();
        if (!m_calls->currentIndex().isValid()) // who it was is not called any more
            m_calls->setCurrentIndex(m_parts.calls.index(0, CallsModel::Call));
    });
    connect(m_days->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CallSheetsPage::chooseDay);
    setFocusProxy(m_days);
    showSheet();
}

QWidget *CallSheetsPage::makeList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(callSheetsListWidth);
    QLabel *title = makeLabel(tr("Call sheets"), TextRole::Title, "title", side);
    title->setMinimumHeight(callSheetsHeaderHeight);
    title->setContentsMargins(12, 0, 0, 0);
    m_days = new QListView(side);
    m_days->setObjectName(u"sheetDays"_s);
    m_days->setAccessibleName(tr("Shooting days of the week"));
    m_days->setModel(&m_parts.days);
    m_days->setItemDelegate(new TwoLineDelegate(m_theme, lookOfDay, m_days));
    m_days->setFrameShape(QFrame::NoFrame);
    m_days->setUniformItemSizes(true);
    connect(&m_theme, &Theme::changed, m_days->viewport(), qOverload<>(&QWidget::update));
    m_import = new QPushButton(m_theme.icon(u"download"_s), tr("Import…"), side);
    m_import->setObjectName(u"importSheets"_s);
    m_import->setToolTip(tr("Read call sheets from files"));
    connect(m_import, &QPushButton::clicked, this, &CallSheetsPage::importRequested);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(12, 8, 12, 12);
    bottom->addWidget(m_import);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(makeLine(Qt::Horizontal, side));
    layout->addWidget(m_days, 1);
    layout->addLayout(bottom);
    return side;
}

QWidget *CallSheetsPage::makeSheet()
{
    auto *sheet = new QWidget(this);
    m_notice = new NoticePanel(m_theme, sheet);
    m_notice->setObjectName(u"sheetNotice"_s);
    m_start = new NoticePanel(m_theme, sheet);
    m_start->setObjectName(u"sheetStart"_s);
    m_startEmpty = new QPushButton(tr("Start with an empty sheet"), sheet);
    m_startEmpty->setObjectName(u"startEmptySheet"_s);
    setKind(m_startEmpty, "link");
    m_problem = makeLabel({}, TextRole::Body, "badText", sheet);
    m_problem->setObjectName(u"sheetProblem"_s);
    m_problem->setWordWrap(true);
    m_readOnly = makeLabel(tr("Only the production office changes call sheets."),
                           TextRole::Secondary, "secondary", sheet);
    m_readOnly->setWordWrap(true);
    m_calls = makeRecordTree(m_theme, sheet);
    m_calls->setObjectName(u"sheetCalls"_s);
    m_calls->setAccessibleName(tr("Calls of departments and people"));
    m_calls->setModel(&m_parts.calls);
    m_calls->setItemDelegate(new RecordDelegate(
        m_theme, {CallsModel::CountRole, -1, CallsModel::InheritedRole}, m_calls));
    m_calls->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed
                             | QAbstractItemView::DoubleClicked);
    m_calls->setExpandsOnDoubleClick(false);
    for (int column = 0; column < CallsModel::ColumnCount; ++column)
        m_calls->setColumnWidth(column, callWidths[size_t(column)]);
    // Typing goes into the call, wherever in the row the keys are.
    connect(m_calls->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && current.column() != CallsModel::Call)
                    m_calls->setCurrentIndex(current.siblingAtColumn(CallsModel::Call));
                updateCommands();
            });

    m_form = new QWidget(sheet);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    form->addLayout(makeFields());
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 12);
    inner->setSpacing(8);
    inner->addLayout(makeHeader());
    inner->addWidget(m_readOnly);
    inner->addWidget(m_notice);
    inner->addWidget(m_start);
    inner->addWidget(m_startEmpty, 0, Qt::AlignLeft);
    inner->addWidget(m_form);
    inner->addWidget(m_problem);
    auto *layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(inner);
    layout->addWidget(makeLine(Qt::Horizontal, sheet));
    layout->addWidget(m_calls, 1);
    layout->addStretch();

    connect(m_notice, &NoticePanel::actionRequested, this, &CallSheetsPage::doNotice);
    connect(m_start, &NoticePanel::actionRequested, this, &CallSheetsPage::startFromDayBefore);
    connect(m_startEmpty, &QPushButton::clicked, this, &CallSheetsPage::startEmpty);
    return sheet;
}

QLayout *CallSheetsPage::makeHeader()
{
    m_title = makeLabel({}, TextRole::Section, "section", this);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_detail = makeLabel({}, TextRole::Secondary, "secondary", this);
    m_detail->setWordWrap(true);
    m_discardButton = new QPushButton(tr("Discard draft"), this);
    m_discardButton->setObjectName(u"discardSheet"_s);
    m_publishButton = new KeyHintButton(m_theme, KeyHintButton::Look::Primary, tr("Publish"), this);
    m_publishButton->setObjectName(u"publishSheet"_s);
    m_publishButton->setIconName(u"send"_s);
    m_publishButton->setHint(tr("Ctrl+Enter"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    row->addLayout(texts, 1);
    row->addWidget(m_discardButton);
    row->addWidget(m_publishButton);
    connect(m_discardButton, &QPushButton::clicked, this, &CallSheetsPage::discard);
    connect(m_publishButton, &QPushButton::clicked, this, &CallSheetsPage::publish);
    return row;
}

QLayout *CallSheetsPage::makeFields()
{
    using enum SheetField;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    int column = 0;
    for (const SheetField field : {Call, MealOut, MealIn, Wrap})
        addField(*grid, field, 0, column++);
    column = 0;
    for (const SheetField field : {DayNumber, Type, Location, Scenes})
        addField(*grid, field, 2, column++);
    for (int i = 0; i < column; ++i)
        grid->setColumnStretch(i, 1);
    return grid;
}

void CallSheetsPage::addField(QGridLayout &grid, SheetField field, int row, int column)
{
    const QString title = SheetWordsText::fieldTitle(field);
    QWidget *widget = nullptr;
    if (field == SheetField::Type) {
        auto *types = new QComboBox(m_form);
        for (const DayType type : plannedTypes)
            types->addItem(m_parts.words.dayType(type), int(type));
        connect(types, &QComboBox::activated, this, [this, types] {
            m_parts.controller.setType(DayType(types->currentData().toInt()), stepName());
        });
        widget = types;
    } else {
        auto *edit = new QLineEdit(m_form);
        connect(edit, &QLineEdit::editingFinished, this, [this, field] { takeField(field); });
        widget = edit;
    }
    widget->setObjectName(u"sheet:%1"_s.arg(int(field)));
    widget->setAccessibleName(QString(title).remove(u'&'));
    widget->setMinimumWidth(60);
    auto *label = new QLabel(title, m_form);
    label->setBuddy(widget);
    grid.addWidget(label, row, column);
    grid.addWidget(widget, row + 1, column);
    m_fields[size_t(field)] = widget;
}

QAction *CallSheetsPage::makeCommand(const QString &text, const QKeySequence &keys,
                                     void (CallSheetsPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_commands += action;
    return action;
}

void CallSheetsPage::makeCommands()
{
    m_fromDayBefore = makeCommand(tr("Start from the day &before"), Qt::CTRL | Qt::Key_L,
                                  &CallSheetsPage::startFromDayBefore);
    m_empty =
        makeCommand(tr("Start with an &empty sheet"), Qt::Key_Insert, &CallSheetsPage::startEmpty);
    m_editCall =
        makeCommand(tr("Change the call of the &row"), {}, &CallSheetsPage::editCurrentCall);
    m_withOthers = makeCommand(tr("Call with the &others"), Qt::Key_Delete,
                               &CallSheetsPage::callWithTheOthers);
    m_publish = makeCommand(tr("&Publish the call sheet"), Qt::CTRL | Qt::Key_Return,
                            &CallSheetsPage::publish);
    m_publish->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_discard = makeCommand(tr("Discard the &draft"), {}, &CallSheetsPage::discard);
    static_cast<void>(makeCommand(tr("Open or close all departments of the shee&t"),
                                  Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                                  &CallSheetsPage::toggleAllDepartments));
    updateCommands();
}

QString CallSheetsPage::noticeText() const
{
    const NoticePanel *shown = m_notice->isHidden() ? m_start : m_notice;
    return shown->isHidden() ? QString() : shown->text();
}

QString CallSheetsPage::problemText() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

QString CallSheetsPage::detailText() const
{
    return m_detail->text();
}

QString CallSheetsPage::stepName() const
{
    return tr("call sheet of %1").arg(m_parts.words.date(m_parts.controller.key().date));
}

QString CallSheetsPage::textOf(const ShootingDay &sheet, SheetField field) const
{
    switch (field) {
    case SheetField::DayNumber:
        return sheet.dayNumber > 0 ? QString::number(sheet.dayNumber) : QString();
    case SheetField::Location: return sheet.location;
    case SheetField::Scenes: return sheet.scenes;
    case SheetField::Type: return {};
    case SheetField::Call:
    case SheetField::MealOut:
    case SheetField::MealIn:
    case SheetField::Wrap: break;
    }
    const std::optional<Minutes> time = sheetTime(sheet, field);
    return time ? m_parts.words.time(*time) : QString();
}

void CallSheetsPage::refreshWords()
{
    m_parts.days.refresh();
    m_parts.calls.refresh();
    showFields();
}

void CallSheetsPage::showSheet()
{
    const CallSheetController &controller = m_parts.controller;
    if (controller.isLoaded())
        m_failure.reset();
    const int row = m_parts.days.rowOf(controller.key());
    if (row >= 0) {
        m_days->setCurrentIndex(m_parts.days.index(row));
        const SheetDay &day = m_parts.days.days()[size_t(row)];
        m_title->setText(m_parts.words.title(day));
        QString detail = m_parts.words.detail(day);
        if (day.state == SheetState::Draft || day.state == SheetState::ChangedDraft)
            detail = tr("%1 · Draft, on this computer only").arg(detail);
        else if (day.state == SheetState::Published)
            detail = tr("%1 · Published").arg(detail);
        m_detail->setText(detail);
    } else {
        m_title->setText(controller.isLoaded() ? QString() : tr("Opening the call sheets…"));
        m_detail->clear();
    }
    if (!(m_shown == controller.key())) {
        m_shown = controller.key();
        say({}, nullptr);
        // What could not be taken must not be written to another day.
        for (QWidget *field : m_fields) {
            if (auto *edit = qobject_cast<QLineEdit *>(field))
                edit->setModified(false);
        }
    }
    showFields();
    showNotice();
    updateCommands();
}

void CallSheetsPage::showFields()
{
    const std::optional<ShootingDay> sheet = m_parts.controller.sheet();
    m_form->setVisible(sheet.has_value());
    m_calls->setVisible(sheet && hasTimes(sheet->type) && m_parts.calls.rowCount() > 0);
    if (!sheet)
        return;
    const bool mayEdit = m_parts.controller.crew().canEdit;
    for (int i = 0; i < sheetFieldCount; ++i) {
        const SheetField field = SheetField(i);
        if (auto *edit = qobject_cast<QLineEdit *>(m_fields[size_t(i)])) {
            edit->setReadOnly(!mayEdit);
            // What is being typed stays until it is taken.
            if (!(edit->hasFocus() && edit->isModified()))
                edit->setText(textOf(*sheet, field));
        } else if (auto *types = qobject_cast<QComboBox *>(m_fields[size_t(i)])) {
            types->setEnabled(mayEdit);
            types->setCurrentIndex(types->findData(int(sheet->type)));
        }
    }
    const bool hasDayTimes = hasTimes(sheet->type);
    for (const SheetField field :
         {SheetField::Call, SheetField::MealOut, SheetField::MealIn, SheetField::Wrap})
        m_fields[size_t(field)]->setEnabled(hasDayTimes);
}

void CallSheetsPage::showNotice()
{
    using Tone = NoticePanel::Tone;
    const CallSheetController &controller = m_parts.controller;
    const std::optional<ShootingDay> sheet = controller.sheet();
    const bool mayEdit = controller.crew().canEdit;
    m_readOnly->setVisible(controller.isLoaded() && !mayEdit);
    m_notice->setAction({});
    m_notice->hide();
    const std::optional<SheetField> wrong =
        sheet && controller.state() != SheetState::Published ? wrongOrderIn(*sheet) : std::nullopt;
    if (m_failure) {
        m_notice->say(Tone::Problem, u"triangle-alert"_s,
                      tr("The call sheets could not be read. The last good ones are shown."),
                      {ErrorText::forUser(m_failure->code)});
        m_notice->setAction(tr("Try again"));
    } else if (controller.isLoaded() && m_parts.days.rowCount() == 0) {
        m_notice->say(Tone::Plain, u"users"_s, tr("Nobody to call yet."),
                      {tr("A call sheet belongs to a unit. The first one comes with the first "
                          "people.")});
    } else if (controller.isOvertaken()) {
        m_notice->say(Tone::Warning, u"split"_s,
                      tr("This call sheet was published by somebody else after you began yours."),
                      {tr("Yours is kept here and is not published. Discard it to see theirs, or "
                          "keep yours and publish it in place of theirs.")});
        m_notice->setAction(tr("Keep mine"));
    } else if (wrong) {
        m_notice->say(Tone::Warning, u"triangle-alert"_s, SheetWordsText::wrongOrder(*wrong),
                      {tr("Check the two times. It can be published once they follow each "
                          "other.")});
    }

    const bool isWithout = controller.isLoaded() && !sheet && m_parts.days.rowCount() > 0;
    m_start->setVisible(false);
    m_startEmpty->setVisible(isWithout && mayEdit);
    if (!isWithout)
        return;
    const ShootingDay *before = controller.dayBefore();
    m_start->say(Tone::Plain, u"clapperboard"_s,
                 tr("No call sheet for %1 yet.").arg(m_parts.words.date(controller.key().date)),
                 mayEdit && before
                     ? QStringList{tr("The plan of %1 can be the beginning: its times, its place, "
                                      "and which departments come earlier.")
                                       .arg(m_parts.words.date(before->date))}
                     : QStringList());
    m_start->setAction(mayEdit && before ? tr("Start from %1").arg(m_parts.words.date(before->date))
                                         : QString());
}

void CallSheetsPage::updateCommands()
{
    if (!m_discard)
        return;
    const CallSheetController &controller = m_parts.controller;
    const bool mayEdit = controller.crew().canEdit && controller.isLoaded();
    const bool hasSheet = controller.sheet().has_value();
    const bool isDraft =
        controller.state() == SheetState::Draft || controller.state() == SheetState::ChangedDraft;
    const bool isInOrder = hasSheet && !wrongOrderIn(*controller.sheet());
    m_fromDayBefore->setEnabled(mayEdit && controller.dayBefore() && !hasSheet);
    m_empty->setEnabled(mayEdit && !hasSheet && m_parts.days.rowCount() > 0);
    m_publish->setEnabled(mayEdit && isDraft && isInOrder && !controller.isOvertaken());
    m_discard->setEnabled(mayEdit && isDraft);
    m_editCall->setEnabled(mayEdit && hasSheet && m_calls->currentIndex().isValid());
    const auto owner = m_parts.calls.ownerAt(m_calls->currentIndex());
    m_withOthers->setEnabled(mayEdit && hasSheet && owner
                             && ownCall(*controller.sheet(), *owner).has_value());
    m_publishButton->setVisible(mayEdit && hasSheet);
    m_publishButton->setEnabled(m_publish->isEnabled());
    m_discardButton->setVisible(m_discard->isEnabled());
    m_import->setVisible(mayEdit);
}

void CallSheetsPage::showFailure(const Error &error)
{
    m_failure = error;
    showNotice();
}

void CallSheetsPage::say(const QString &problem, QWidget *field)
{
    for (QWidget *widget : m_fields) {
        widget->setProperty("invalid", widget == field);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

bool CallSheetsPage::takeField(SheetField field)
{
    auto *edit = qobject_cast<QLineEdit *>(m_fields[size_t(field)]);
    if (!edit->isModified())
        return true; // walked through
    edit->setModified(false);
    const QString text = edit->text();
    const SheetReading reading = m_parts.controller.setField(field, text, stepName());
    say(m_parts.words.problem(reading, text), reading.sheet ? nullptr : edit);
    if (reading.sheet)
        showFields(); // as it was understood
    return reading.sheet.has_value();
}

// The keys that leave it do not leave the field that is being typed into.
void CallSheetsPage::leaveDay()
{
    if (auto *editor = m_calls->viewport()->findChild<QLineEdit *>())
        m_calls->itemDelegate()->setModelData(editor, &m_parts.calls, m_calls->currentIndex());
    for (int i = 0; i < sheetFieldCount; ++i) {
        const auto *edit = qobject_cast<const QLineEdit *>(m_fields[size_t(i)]);
        if (edit && !takeField(SheetField(i)))
            emit messageChanged(m_problem->text());
    }
}

void CallSheetsPage::takeCall(const CallOwner &owner, const QString &text)
{
    const SheetReading reading = m_parts.controller.setCall(owner, text, stepName());
    say(m_parts.words.problem(reading, text), nullptr);
}

// Those that were closed stay so.
void CallSheetsPage::openNewDepartments()
{
    for (int row = 0; row < m_parts.calls.rowCount(); ++row) {
        const QModelIndex index = m_parts.calls.index(row, 0);
        const DepartmentId id = std::get<DepartmentId>(*m_parts.calls.ownerAt(index));
        if (m_listed.contains(id))
            continue;
        m_listed.insert(id);
        m_calls->expand(index);
    }
}

void CallSheetsPage::chooseDay()
{
    const int row = m_days->currentIndex().row();
    if (row >= 0)
        m_parts.controller.choose(m_parts.days.days()[size_t(row)].key);
}

void CallSheetsPage::startFromDayBefore()
{
    if (!m_fromDayBefore->isEnabled())
        return;
    m_parts.controller.startFromDayBefore(stepName());
    m_fields[size_t(SheetField::Call)]->setFocus();
}

void CallSheetsPage::startEmpty()
{
    if (!m_empty->isEnabled())
        return;
    m_parts.controller.startEmpty(stepName());
    m_fields[size_t(SheetField::Call)]->setFocus();
}

// What stands in a field but is not taken yet is meant, too.
void CallSheetsPage::publish()
{
    for (int i = 0; i < sheetFieldCount; ++i) {
        const auto *edit = qobject_cast<const QLineEdit *>(m_fields[size_t(i)]);
        if (edit && !takeField(SheetField(i)))
            return;
    }
    if (!m_publish->isEnabled())
        return;
    const QString date = m_parts.words.date(m_parts.controller.key().date);
    m_parts.controller.publish(
        tr("publishing of the call sheet of %1").arg(date),
        tr("The call sheet of %1 is published. Ctrl+Z takes it back.").arg(date));
}

void CallSheetsPage::discard()
{
    if (!m_discard->isEnabled())
        return;
    m_parts.controller.discardDraft(
        tr("discarded draft of %1").arg(m_parts.words.date(m_parts.controller.key().date)));
    emit messageChanged(tr("The draft was discarded. Ctrl+Z brings it back."));
}

void CallSheetsPage::editCurrentCall()
{
    const QModelIndex current = m_calls->currentIndex();
    if (!current.isValid() || !m_editCall->isEnabled())
        return;
    m_calls->setFocus();
    m_calls->edit(current.siblingAtColumn(CallsModel::Call));
}

void CallSheetsPage::callWithTheOthers()
{
    const auto owner = m_parts.calls.ownerAt(m_calls->currentIndex());
    if (owner && m_withOthers->isEnabled())
        takeCall(*owner, {});
}

void CallSheetsPage::toggleAllDepartments()
{
    const bool isOpen = m_calls->isExpanded(m_parts.calls.index(0, 0));
    isOpen ? m_calls->collapseAll() : m_calls->expandAll();
}

void CallSheetsPage::doNotice()
{
    if (m_failure)
        m_parts.controller.reload();
    else
        m_parts.controller.keepMine();
}

void addCallSheets(MainWindow &window, CallSheetsPage *page, CallSheetController &controller)
{
    const QString id = QString::fromLatin1(callSheetsPageId);
    window.addPage(id, u"clapperboard"_s, CallSheetsPage::tr("Call sheets"), page);
    window.addPageCommands(MainWindow::MenuId::Entry, id, page->commands());
    window.setHandler(Command::EditCell, id, [page] { page->editCurrentCall(); });
    QObject::connect(page, &CallSheetsPage::messageChanged, &window, &MainWindow::showMessage);
    QObject::connect(&window, &MainWindow::pageChanged, &controller,
                     [&controller, id](const QString &shown) { controller.setShown(shown == id); });
}

} // namespace film::app
