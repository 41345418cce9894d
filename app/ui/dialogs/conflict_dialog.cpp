#include "app/ui/dialogs/conflict_dialog.h"

#include "app/models/date_text.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/conflict_row.h"
#include "app/ui/error_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/question_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

enum Column { Field, Before, Mine, Theirs, Resulting, ColumnCount };
constexpr std::array conflictColumnWidths{124, 96, 176, 168, 128};
constexpr int conflictDialogWidth = 920;
constexpr int dialogHeight = 600; // leaves the rows in sight while a question is asked
constexpr int conflictListWidth = 208;
constexpr int conflictRowHeight = 34;
constexpr int listRowHeight = 46;
constexpr int messageLengthMax = 500;

// A cell of the table: its background makes rows out of labels.
QLabel *addCell(QGridLayout &grid, int row, int column, const QString &text, TextRole role,
                const char *kind)
{
    QLabel *label = makeLabel(text, role, kind, grid.parentWidget());
    label->setContentsMargins(12, 0, 8, 0);
    label->setMinimumHeight(conflictRowHeight);
    label->setWordWrap(column != Field);
    grid.addWidget(label, row, column);
    return label;
}

// A day and whose it is, in two lines.
class DayListDelegate final : public QStyledItemDelegate
{
public:
    DayListDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {conflictListWidth, listRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QStringList lines = index.data(Qt::DisplayRole).toString().split(u'\n');
        const QRect room = option.rect.adjusted(12, 5, -8, -5);
        painter->save();
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Base));
        if (isSelected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              m_theme.color(Token::Focus));
        painter->setFont(textFont(isSelected ? TextRole::Emphasis : TextRole::Body));
        painter->setPen(m_theme.color(Token::Text));
        painter->drawText(room, Qt::AlignTop | Qt::AlignLeft, lines.value(0));
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(m_theme.color(Token::Text2));
        painter->drawText(room, Qt::AlignBottom | Qt::AlignLeft, lines.value(1));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

ConflictDialog::ConflictDialog(ConflictController &controller, const CrewWordsText &words,
                               const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_words(words)
    , m_theme(theme)
    , m_question(new QuestionPanel(theme, *this, this))
{
    setWindowTitle(tr("Review changes"));
    setWindowModality(Qt::WindowModal);
    resize(conflictDialogWidth, dialogHeight);
    m_question->setContentsMargins(20, 12, 20, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(m_question);
    layout->addWidget(makeDecision());
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeFoot());

    const auto shortcut = [this](const QKeySequence &keys, auto handler) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, handler);
    };
    shortcut(Qt::CTRL | Qt::Key_1, [this] { m_controller.chooseAll(Side::Mine); });
    shortcut(Qt::CTRL | Qt::Key_2, [this] { m_controller.chooseAll(Side::Theirs); });
    shortcut(Qt::CTRL | Qt::Key_3, [this] { m_controller.decideMarked(MassChoice::Counting); });
    shortcut(QKeySequence::SelectAll, [this] { m_list->selectAll(); });
    shortcut(Qt::CTRL | Qt::Key_Return, [this] { save(); });
    shortcut(Qt::CTRL | Qt::Key_Enter, [this] { save(); });

    connect(&controller, &ConflictController::conflictsChanged, this,
            &ConflictDialog::listConflicts);
    connect(&controller, &ConflictController::currentChanged, this, &ConflictDialog::showCurrent);
    connect(&controller, &ConflictController::choiceChanged, this, &ConflictDialog::updateChoice);
    connect(&controller, &ConflictController::failed, this, &ConflictDialog::sayFailure);
    connect(&controller, &ConflictController::saved, this, [this] {
        m_message->clear();
        if (!m_controller.current())
            accept();
    });
    connect(m_question, &QuestionPanel::answered, &controller, &ConflictController::answer);
    connect(m_question, &QuestionPanel::dropped, &controller, [this] {
        if (const auto question = m_controller.question())
            m_controller.takeBack(question->part);
    });
    listConflicts();
    showCurrent();
}

ConflictDialog::~ConflictDialog() = default;

QWidget *ConflictDialog::makeHead()
{
    auto *head = new QWidget(this);
    m_icon = new QLabel(head);
    m_icon->setAccessibleName(tr("Two versions"));
    recolor();
    connect(&m_theme, &Theme::changed, this, &ConflictDialog::recolor);
    m_title = makeLabel({}, TextRole::Section, "section", head);
    m_title->setObjectName(u"conflictTitle"_s);
    m_story = makeLabel({}, TextRole::Body, "secondary", head);
    m_story->setWordWrap(true);
    auto *layout = new QGridLayout(head);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setHorizontalSpacing(12);
    layout->addWidget(m_icon, 0, 0);
    layout->addWidget(m_title, 0, 1);
    layout->addWidget(m_story, 1, 1);
    layout->setColumnStretch(1, 1);
    return head;
}

void ConflictDialog::recolor()
{
    m_icon->setPixmap(m_theme.iconPixmap(u"split"_s, Token::Warn, 20, devicePixelRatioF()));
}

QWidget *ConflictDialog::makeBody()
{
    auto *body = new QWidget(this);
    m_listTitle = makeLabel({}, TextRole::SecondaryEmphasis, "secondary", body);
    m_listTitle->setContentsMargins(12, 6, 12, 6);
    m_list = new QListWidget(body);
    m_list->setFixedWidth(conflictListWidth);
    m_list->setItemDelegate(new DayListDelegate(m_theme, m_list));
    m_list->setAccessibleName(tr("Days to decide"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table = new QScrollArea(body);
    m_table->setWidgetResizable(true);
    m_table->setFrameShape(QFrame::NoFrame);

    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_listTitle);
    left->addWidget(m_list, 1);
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left);
    layout->addWidget(makeLine(Qt::Vertical, body));
    layout->addWidget(m_table, 1);
    connect(m_list, &QListWidget::currentRowChanged, &m_controller, &ConflictController::select);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ConflictDialog::markSelected);
    return body;
}

QWidget *ConflictDialog::makeDecision()
{
    using Look = KeyHintButton::Look;
    auto *box = new QWidget(this);
    m_allMine = new KeyHintButton(m_theme, Look::Plain, {}, box);
    m_allMine->setHint(tr("Ctrl+1"));
    m_allTheirs = new KeyHintButton(m_theme, Look::Plain, {}, box);
    m_allTheirs->setHint(tr("Ctrl+2"));
    m_asCounting = new KeyHintButton(m_theme, Look::Plain, tr("As they count now"), box);
    m_asCounting->setHint(tr("Ctrl+3"));
    m_asCounting->setObjectName(u"asTheyCount"_s);
    m_message = new QLineEdit(box);
    m_message->setMaxLength(messageLengthMax);
    m_message->setPlaceholderText(tr("Why, for the history and for the other person"));
    m_message->setAccessibleName(tr("Message"));
    m_message->addAction(m_theme.icon(u"message-square"_s), QLineEdit::LeadingPosition);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_allMine);
    buttons->addWidget(m_allTheirs);
    buttons->addWidget(m_asCounting);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addLayout(buttons);
    layout->addWidget(m_message);
    connect(m_allMine, &QPushButton::clicked, this, [this] { m_controller.chooseAll(Side::Mine); });
    connect(m_allTheirs, &QPushButton::clicked, this,
            [this] { m_controller.chooseAll(Side::Theirs); });
    connect(m_asCounting, &QPushButton::clicked, this,
            [this] { m_controller.decideMarked(MassChoice::Counting); });
    return box;
}

QWidget *ConflictDialog::makeFoot()
{
    using Look = KeyHintButton::Look;
    auto *foot = new QWidget(this);
    m_foot = makeLabel({}, TextRole::Secondary, "secondary", foot);
    m_foot->setWordWrap(true);
    auto *later = new KeyHintButton(m_theme, Look::Plain, tr("Decide later"), foot);
    later->setHint(tr("Esc"));
    m_save = new KeyHintButton(m_theme, Look::Primary, tr("Save choice"), foot);
    m_save->setHint(tr("Ctrl+Enter"));
    m_save->setObjectName(u"saveChoice"_s);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addWidget(m_foot, 1);
    layout->addWidget(later);
    layout->addWidget(m_save);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConflictDialog::save);
    return foot;
}

void ConflictDialog::listConflicts()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    m_listTitle->setText(tr("To decide, %1").arg(m_controller.conflicts().size()));
    for (const DayConflict &conflict : m_controller.conflicts())
        m_list->addItem(m_words.shortDate(conflict.counting.key.date) + u'\n'
                        + conflict.personName);
    m_list->setCurrentRow(m_controller.currentIndex());
    for (int row = 0; m_controller.isMass() && row < m_list->count(); ++row)
        m_list->item(row)->setSelected(m_controller.isMarked(row));
}

void ConflictDialog::markSelected()
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        rows.push_back(index.row());
    m_controller.mark(rows);
}

QString ConflictDialog::authorName(Side side) const
{
    const DayVersion &version = m_controller.version(side);
    return version.isMine ? tr("You") : version.author;
}

void ConflictDialog::showCurrent()
{
    const DayConflict *conflict = m_controller.current();
    m_save->setEnabled(m_controller.canSave());
    m_asCounting->setVisible(m_controller.isMass());
    m_allMine->setEnabled(true);
    m_allTheirs->setEnabled(true);
    if (m_controller.isMass())
        return showMass();
    m_save->setText(m_controller.conflicts().size() > 1 ? tr("Save and next") : tr("Save choice"));
    if (!conflict) {
        m_title->setText(tr("Nothing is left to decide"));
        m_story->clear();
        m_rows.clear();
        m_question->withdraw();
        m_table->setWidget(new QWidget(m_table));
        return;
    }
    if (m_list->currentRow() != m_controller.currentIndex())
        m_list->setCurrentRow(m_controller.currentIndex());
    const QString day = weekdayAndDate(conflict->counting.key.date);
    m_title->setText(tr("%1 was changed in two places").arg(day));
    const bool isMine = m_controller.version(Side::Mine).isMine;
    const QString how = isMine
        ? tr("You entered it on this computer. %1 entered it at about the same time.")
              .arg(authorName(Side::Theirs))
        : tr("%1 and %2 entered it at about the same time.")
              .arg(authorName(Side::Mine), authorName(Side::Theirs));
    const QString safe =
        tr("Nothing is lost: both versions stay in the day’s history, whichever you choose.");
    m_story->setText(how + u'\n' + safe);
    m_allMine->setText(isMine ? tr("Keep all mine")
                              : tr("Take all from %1").arg(authorName(Side::Mine)));
    m_allTheirs->setText(tr("Take all from %1").arg(authorName(Side::Theirs)));
    fillTable(*conflict);
    updateChoice();
}

void ConflictDialog::showMass()
{
    const int days = int(m_controller.massResults().size());
    m_rows.clear();
    m_question->withdraw();
    m_title->setText(tr("%n days are decided together", nullptr, days));
    m_story->setText(tr("Each becomes one version as a whole. One Ctrl+Z takes all of them back.")
                     + u'\n'
                     + tr("Nothing is lost: all versions stay in the history of each day."));
    m_allMine->setText(tr("Keep all mine"));
    m_allTheirs->setText(tr("Take all of the others"));
    m_allMine->setEnabled(m_controller.canTakeSides());
    m_allTheirs->setEnabled(m_controller.canTakeSides());
    m_save->setText(tr("Save %n days", nullptr, days));
    setKind(m_foot, "secondary");
    QStringList notes;
    if (!m_controller.canTakeSides())
        notes.append(tr("Not all of these days were entered on this computer: together they can "
                        "only stay as they count now."));
    if (const int locked = m_controller.lockedMarks())
        notes.append(tr("%n locked days are left out.", nullptr, locked));
    m_foot->setText(notes.join(u' '));
    fillMassTable();
}

// What counts now beside what would be saved.
void ConflictDialog::fillMassTable()
{
    const auto times = [this](const WorkDay &day) -> QString {
        return m_words.partValue(day, DayPart::Call) + u" – "_s
            + m_words.partValue(day, DayPart::Wrap);
    };
    auto *table = new QFrame(m_table);
    table->setBackgroundRole(QPalette::Base);
    table->setAutoFillBackground(true);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setColumnStretch(0, 1);
    int row = 0;
    const auto add = [&](int column, const QString &text, const char *kind) {
        addCell(*grid, row, column, text, TextRole::Body, kind)->setWordWrap(column == 0);
    };
    add(0, tr("Day"), "secondary");
    add(1, tr("Counts now"), "secondary");
    add(2, tr("Will be saved"), "emphasis");
    add(3, tr("Hours"), "emphasis");
    for (const MassResult &result : m_controller.massResults()) {
        grid->addWidget(makeLine(Qt::Horizontal, table), ++row, 0, 1, -1);
        ++row;
        const auto worked = workedMinutes(result.day);
        add(0,
            tr("%1, %2", "a date, a person")
                .arg(m_words.shortDate(result.day.key.date), result.conflict->personName),
            "body");
        add(1, times(result.conflict->counting), "secondary");
        add(2, times(result.day), "emphasis");
        add(3, worked ? m_words.hours(*worked) : m_words.time({}), "emphasis");
    }
    grid->setRowStretch(row + 1, 1);
    m_table->setWidget(table);
}

void ConflictDialog::fillTable(const DayConflict &conflict)
{
    const bool isInList = m_list->hasFocus(); // from there several are selected by keyboard
    auto *table = new QFrame(m_table);
    table->setBackgroundRole(QPalette::Base);
    table->setAutoFillBackground(true);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    for (int column = 0; column < ColumnCount; ++column)
        grid->setColumnMinimumWidth(column, conflictColumnWidths[size_t(column)]);
    grid->setColumnStretch(Resulting, 1);

    m_rows.clear(); // before their widgets, which go with the old table
    addHeader(*grid, conflict);
    int row = 2;
    const auto addLine = [&] { grid->addWidget(makeLine(Qt::Horizontal, table), row++, 0, 1, -1); };
    grid->addWidget(makeLine(Qt::Horizontal, table), 1, 0, 1, -1);
    const std::vector<DayPart> differing = m_controller.differing();
    const std::vector<DayPart> equal = m_controller.equal();
    for (const DayPart part : dayParts) {
        if (std::ranges::count(differing, part))
            addChoiceRow(*grid, row++, conflict, part);
        else if (std::ranges::count(equal, part))
            addEqualRow(*grid, row++, conflict, part);
        else
            continue;
        addLine();
    }
    addHoursRow(*grid, row++, conflict);
    grid->setRowStretch(row, 1);
    m_table->setWidget(table);
    if (!m_rows.empty() && !isInList)
        m_rows.front()->focusSide();
}

void ConflictDialog::addHeader(QGridLayout &grid, const DayConflict &conflict)
{
    addCell(grid, 0, Field, {}, TextRole::Secondary, "secondary");
    addCell(grid, 0, Before, tr("Before"), TextRole::Secondary, "secondary");
    addVersionHeader(grid, Mine, Side::Mine);
    addVersionHeader(grid, Theirs, Side::Theirs);
    auto *box = new QWidget(grid.parentWidget());
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(1);
    layout->addWidget(makeLabel(tr("Will be saved"), TextRole::SecondaryEmphasis, "emphasis", box));
    if (!conflict.isLocked)
        layout->addWidget(makeLabel(tr("Type to change it"), TextRole::Caption, "secondary", box));
    layout->addStretch(); // level with the others, however many lines those have
    grid.addWidget(box, 0, Resulting);
}

// With more than two versions the other side is a list of them.
void ConflictDialog::addVersionHeader(QGridLayout &grid, int column, Side side)
{
    const auto title = [this](const DayVersion &version) {
        return version.isMine ? tr("This computer")
                              : (version.device.isEmpty() ? version.author : version.device);
    };
    const DayVersion &version = m_controller.version(side);
    auto *box = new QWidget(grid.parentWidget());
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(1);
    const std::vector<int> others = m_controller.otherVersions();
    if (side == Side::Theirs && others.size() > 1) {
        auto *choice = new QComboBox(box);
        choice->setAccessibleName(tr("Version to compare with"));
        choice->setMaximumWidth(conflictColumnWidths[Theirs] - 20);
        for (const int other : others) {
            const DayVersion &candidate = m_controller.current()->versions[size_t(other)];
            choice->addItem(
                tr("%1, %2", "a device, a person").arg(title(candidate), candidate.author), other);
        }
        choice->setCurrentIndex(choice->findData(m_controller.comparedVersion()));
        connect(
            choice, &QComboBox::activated, &m_controller,
            [this, choice] { m_controller.compareWith(choice->currentData().toInt()); },
            Qt::QueuedConnection); // the table, and this box in it, is made anew
        layout->addWidget(choice);
    } else {
        layout->addWidget(makeLabel(title(version), TextRole::SecondaryEmphasis, "emphasis", box));
    }
    QLabel *caption = makeLabel(
        tr("%1, %2", "a person, a time").arg(authorName(side), m_words.moment(version.at)),
        TextRole::Caption, "secondary", box);
    caption->setWordWrap(true);
    layout->addWidget(caption);
    layout->addStretch();
    grid.addWidget(box, 0, column);
}

void ConflictDialog::addEqualRow(QGridLayout &grid, int row, const DayConflict &conflict,
                                 DayPart part)
{
    const QString value = m_words.partValue(m_controller.version(Side::Mine).day, part);
    addCell(grid, row, Field, m_words.partName(part), TextRole::Body, "secondary");
    addCell(grid, row, Before, m_words.partValue(conflict.before, part), TextRole::Body,
            "secondary");
    for (const int column : {Mine, Theirs, Resulting})
        addCell(grid, row, column, value, TextRole::Body, "secondary");
}

void ConflictDialog::addChoiceRow(QGridLayout &grid, int row, const DayConflict &conflict,
                                  DayPart part)
{
    addCell(grid, row, Field, m_words.partName(part), TextRole::Body, "emphasis");
    addCell(grid, row, Before, m_words.partValue(conflict.before, part), TextRole::Body,
            "secondary");
    auto choice = std::make_unique<ConflictRow>(m_controller, m_words, part, grid.parentWidget());
    choice->addTo(grid, row, Mine);
    connect(choice.get(), &ConflictRow::moved, this,
            [this, part](int rows, bool isInResult) { moveFrom(part, rows, isInResult); });
    m_rows.push_back(std::move(choice));
}

void ConflictDialog::moveFrom(DayPart part, int rows, bool isInResult)
{
    const auto at = std::ranges::find(m_rows, part, [](const auto &row) { return row->part(); });
    const int next = int(at - m_rows.begin()) + rows;
    if (next < 0 || next >= int(m_rows.size()))
        return;
    if (isInResult)
        m_rows[size_t(next)]->focusResult();
    else
        m_rows[size_t(next)]->focusSide();
}

void ConflictDialog::addHoursRow(QGridLayout &grid, int row, const DayConflict &conflict)
{
    const auto hours = [this](const WorkDay &day) {
        const auto worked = workedMinutes(day);
        return worked ? m_words.hours(*worked) : m_words.time({});
    };
    const auto add = [&](int column, const QString &text) {
        return addCell(grid, row, column, text, TextRole::Body, "secondary");
    };
    add(Field, tr("Hours"));
    add(Before, hours(conflict.before));
    add(Mine, hours(m_controller.version(Side::Mine).day));
    add(Theirs, hours(m_controller.version(Side::Theirs).day));
    m_hours = addCell(grid, row, Resulting, {}, TextRole::Emphasis, "emphasis");
}

void ConflictDialog::updateChoice()
{
    m_save->setEnabled(m_controller.canSave());
    if (m_controller.isMass())
        return showMass();
    if (!m_controller.current())
        return;
    for (const auto &row : m_rows)
        row->refresh();
    const WorkDay result = m_controller.result();
    const auto worked = workedMinutes(result);
    m_hours->setText(worked ? m_words.hours(*worked) : m_words.time({}));
    showQuestion();
    showFoot();
}

void ConflictDialog::showQuestion()
{
    const std::optional<TypedQuestion> question = m_controller.question();
    if (!question)
        return m_question->withdraw();
    const QString part = m_words.partName(question->part);
    const Notation notation = m_words.notation();
    if (question->clock) {
        const FindingNotice notice = WeekWords::clockNotice(*question->clock, notation);
        m_question->ask(tr("%1: %2", "a part of the day, what is asked").arg(part, notice.headline),
                        notice.lines, WeekWords::clockChoice(*question->clock, 0, notation),
                        WeekWords::clockChoice(*question->clock, 1, notation));
        return;
    }
    const auto text = [&](const WorkDay &day) {
        return partText(day, question->part, Notation::Clock);
    };
    m_question->ask(tr("%1: “%2” can be read in two ways.").arg(part, question->text), {},
                    text(question->choices[0]), text(question->choices[1]));
}

// Why it cannot be saved, else what counts until it is.
void ConflictDialog::showFoot()
{
    const DayConflict &conflict = *m_controller.current();
    const std::optional<DayPart> unread = m_controller.unread();
    const std::optional<DayFinding> refusal = m_controller.refusal();
    setKind(m_foot, unread || refusal ? "badText" : "secondary");
    if (unread) {
        m_foot->setText(tr("I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Type it "
                           "again, or choose a side.")
                            .arg(m_controller.typed(*unread)->text));
        return;
    }
    if (refusal) {
        m_foot->setText(m_words.refusalText(*refusal));
        return;
    }
    if (conflict.isLocked) {
        m_foot->setText(tr("This day was locked meanwhile. The choice is read-only."));
        return;
    }
    const auto worked = workedMinutes(conflict.counting);
    m_foot->setText(tr("Until you decide, this day counts as %1 h, is marked “Two versions”, and "
                       "payroll cannot lock it.")
                        .arg(worked ? m_words.hours(*worked) : m_words.time({})));
}

// What stands in the way is shown rather than nothing.
void ConflictDialog::save()
{
    const std::optional<DayPart> unread = m_controller.unread();
    for (const auto &row : m_rows) {
        if (row->part() == unread)
            return row->focusResult();
    }
    m_controller.save(m_message->text());
}

QString ConflictDialog::resultText(DayPart part) const
{
    for (const auto &row : m_rows) {
        if (row->part() == part)
            return row->resultText();
    }
    return {};
}

void ConflictDialog::sayFailure(const Error &error)
{
    m_foot->setText(ErrorText::forUser(error.code));
}

// Enter alone must not save: it ends a word in the message.
void ConflictDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        QDialog::keyPressEvent(event);
}

} // namespace film::app
