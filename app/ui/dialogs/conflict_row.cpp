#include "app/ui/dialogs/conflict_row.h"

#include "app/ui/crew_words_text.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"
#include "shared/domain/record_limits.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QStyle>

namespace film::app {

namespace {

constexpr int choiceRowHeight = 34;

QFrame *frameAround(QWidget *content, QWidget *table)
{
    auto *box = new QFrame(table);
    setKind(box, "choice");
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->addWidget(content);
    return box;
}

// A letter or figure that begins a value; the space bar belongs to the radio button.
bool isTyping(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString text = event.text();
    return !(event.modifiers() & commands) && !text.isEmpty() && text.front().isPrint()
        && !text.front().isSpace();
}

bool isEnter(const QKeyEvent &event)
{
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isPlain && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

int stepOf(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return 0;
    return event.key() == Qt::Key_Down ? 1 : event.key() == Qt::Key_Up ? -1 : 0;
}

} // namespace

ConflictRow::ConflictRow(ConflictController &controller, const CrewWordsText &words, DayPart part,
                         QWidget *table)
    : m_controller(controller)
    , m_words(words)
    , m_part(part)
    , m_mine(makeRadio(Side::Mine, table))
    , m_theirs(makeRadio(Side::Theirs, table))
    , m_group(new QButtonGroup(this))
    , m_result(makeResult(table))
{
    m_group->addButton(m_mine);
    m_group->addButton(m_theirs);
}

QRadioButton *ConflictRow::makeRadio(Side side, QWidget *table)
{
    const DayVersion &version = m_controller.version(side);
    auto *radio = new QRadioButton(m_words.partValue(version.day, m_part), table);
    const QString where = version.isMine ? tr("this computer") : version.author;
    radio->setAccessibleName(tr("%1, %2, %3", "a part of the day, whose version, its value")
                                 .arg(m_words.partName(m_part), where, radio->text()));
    radio->setEnabled(!m_controller.current()->isLocked);
    radio->setMinimumHeight(choiceRowHeight);
    radio->installEventFilter(this);
    connect(radio, &QRadioButton::clicked, &m_controller,
            [this, side] { m_controller.choose(m_part, side); });
    return radio;
}

QWidget *ConflictRow::makeResult(QWidget *table)
{
    if (!canBeTyped(m_part)) {
        m_value = makeLabel({}, TextRole::Emphasis, "emphasis", table);
        m_value->setContentsMargins(12, 0, 8, 0);
        m_value->setWordWrap(true);
        return m_value;
    }
    auto *box = new QWidget(table);
    m_line = new QLineEdit(box);
    m_line->setAccessibleName(
        tr("%1, will be saved", "a part of the day").arg(m_words.partName(m_part)));
    m_line->setMaxLength(int(record_limits::textLengthMax));
    m_line->setEnabled(!m_controller.current()->isLocked);
    m_line->installEventFilter(this);
    m_echo = makeLabel({}, TextRole::Caption, "secondary", box);
    m_echo->setWordWrap(true);
    m_echo->setContentsMargins(8, 0, 0, 0); // under the text of the line
    m_echo->hide();
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(1);
    layout->addWidget(m_line);
    layout->addWidget(m_echo);
    connect(m_line, &QLineEdit::textEdited, &m_controller,
            [this](const QString &text) { m_controller.type(m_part, text); });
    return box;
}

void ConflictRow::addTo(QGridLayout &grid, int row, int column) const
{
    grid.addWidget(frameAround(m_mine, grid.parentWidget()), row, column);
    grid.addWidget(frameAround(m_theirs, grid.parentWidget()), row, column + 1);
    grid.addWidget(m_result, row, column + 2);
}

QString ConflictRow::resultText() const
{
    return m_line ? m_line->text() : m_value->text();
}

void ConflictRow::focusSide()
{
    const bool isMine = m_controller.chosen(m_part) == Side::Mine;
    (isMine ? m_mine : m_theirs)->setFocus(Qt::OtherFocusReason);
}

void ConflictRow::focusResult()
{
    if (!m_line)
        return focusSide();
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->end(false);
}

void ConflictRow::refresh()
{
    showSides();
    if (m_line)
        showResult();
    else
        m_value->setText(m_words.partValue(m_controller.result(), m_part));
}

// Neither side is chosen while something typed stands in their place.
void ConflictRow::showSides()
{
    const bool isTyped = m_controller.typed(m_part) != nullptr;
    const Side chosen = m_controller.chosen(m_part);
    m_group->setExclusive(false);
    for (const auto &[radio, side] : {std::pair(m_mine, Side::Mine), {m_theirs, Side::Theirs}}) {
        const bool isChosen = !isTyped && chosen == side;
        radio->setChecked(isChosen);
        setKind(radio->parentWidget(), isChosen ? "chosen" : "choice");
    }
    m_group->setExclusive(true);
    if (!isTyped && (m_mine->hasFocus() || m_theirs->hasFocus()))
        focusSide(); // Ctrl+1 and Ctrl+2 choose from elsewhere
}

// While it is edited the line keeps what was typed; before and after it says the value as the
// other cells do.
void ConflictRow::showResult()
{
    const TypedPart *own = m_controller.typed(m_part);
    const WorkDay result = m_controller.result();
    const QString value = m_words.partValue(result, m_part);
    const bool isOpen = own && !own->reading.isUnderstood();
    const bool isEdited = m_line->hasFocus();
    QString text = value;
    if (isOpen || (own && isEdited))
        text = own->text;
    else if (isEdited)
        text = partText(result, m_part, m_words.notation());
    if (text != m_line->text())
        m_line->setText(text);
    if (m_line->property("invalid").toBool() != isOpen) {
        m_line->setProperty("invalid", isOpen);
        m_line->style()->unpolish(m_line);
        m_line->style()->polish(m_line);
    }

    if (isOpen && own->reading.isAmbiguous())
        showEcho(tr("Two readings"), "warnText");
    else if (isOpen)
        showEcho(tr("Cannot be read"), "badText");
    else
        showEcho(own && isEdited && m_part != DayPart::Notes ? value : QString(), "secondary");
}

void ConflictRow::showEcho(const QString &text, const char *kind)
{
    m_echo->setText(text);
    m_echo->setVisible(!text.isEmpty());
    setKind(m_echo, kind);
    if (m_line->accessibleDescription() == text)
        return;
    m_line->setAccessibleDescription(text);
    QAccessibleEvent event(m_line, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool ConflictRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isResult = watched == m_line;
    if (isResult && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        showResult();
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (const int step = stepOf(key); step != 0) {
        emit moved(step, isResult);
        return true;
    }
    return isResult ? handleResultKey(key) : handleSideKey(key);
}

bool ConflictRow::handleSideKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) {
        chooseByKey(event.key() == Qt::Key_Left ? Side::Mine : Side::Theirs);
        return true;
    }
    if (!m_line)
        return false;
    if (event.key() == Qt::Key_F2 || isEnter(event)) {
        focusResult();
        return true;
    }
    if (!isTyping(event))
        return false;
    startTyping(event.text());
    return true;
}

bool ConflictRow::handleResultKey(const QKeyEvent &event)
{
    const bool isEscape = event.key() == Qt::Key_Escape;
    if (!isEscape && !isEnter(event))
        return false;
    if (isEscape)
        m_controller.takeBack(m_part);
    focusSide();
    return true;
}

void ConflictRow::chooseByKey(Side side)
{
    m_controller.choose(m_part, side);
    focusSide();
}

void ConflictRow::startTyping(const QString &text)
{
    focusResult();
    m_line->setText(text);
    m_controller.type(m_part, text);
}

} // namespace film::app
