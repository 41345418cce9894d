#include "app/ui/delegates/cell_editor.h"

#include "app/ui/crew_words_text.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QPushButton *makeChoice(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    setKind(button, "link");
    button->setFocusPolicy(Qt::NoFocus); // taking the focus would close the editor
    button->hide();
    return button;
}

} // namespace

CellEditor::CellEditor(Reader reader, const CrewWordsText &words, QWidget *parent)
    : QLineEdit(parent)
    , m_reader(std::move(reader))
    , m_words(words)
    , m_echo(new QFrame(parent))
    , m_text(makeLabel({}, TextRole::Secondary, "secondary", m_echo))
    , m_first(makeChoice(tr("First (Alt+1)"), m_echo))
    , m_second(makeChoice(tr("Second (Alt+2)"), m_echo))
{
    setKind(this, "cell");
    setKind(m_echo, "panel");
    setAccessibleName(tr("Times of the day"));
    setMaxLength(int(typedTextLengthMax));
    auto *layout = new QHBoxLayout(m_echo);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->addWidget(m_text);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    connect(this, &QLineEdit::textChanged, this, &CellEditor::readAgain);
    connect(m_first, &QPushButton::clicked, this, [this] { emit choiceMade(0); });
    connect(m_second, &QPushButton::clicked, this, [this] { emit choiceMade(1); });
    readAgain();
}

CellEditor::~CellEditor()
{
    delete m_echo; // a sibling: nobody else would know that it has to go
}

void CellEditor::start(const QString &line)
{
    m_started = line;
    setText(line);
}

bool CellEditor::isReadable() const
{
    return m_reading.line.status != DayLineStatus::Unreadable
        && m_reading.line.status != DayLineStatus::Ambiguous && !m_reading.refusal;
}

QString CellEditor::echo() const
{
    return m_text->text();
}

void CellEditor::readAgain()
{
    m_reading = m_reader(text());
    m_text->setText(m_reading.refusal ? m_words.refusalText(*m_reading.refusal)
                                      : m_words.echo(m_reading.line, text()));
    setKind(m_text, isReadable() ? "secondary" : "badText");
    const bool hasChoice = m_reading.line.status == DayLineStatus::Ambiguous;
    m_first->setVisible(hasChoice);
    m_second->setVisible(hasChoice);
    setAccessibleDescription(m_text->text());
    placeEcho();
}

void CellEditor::placeEcho()
{
    m_echo->adjustSize();
    const QRect room = parentWidget()->rect();
    QPoint at = geometry().bottomLeft() + QPoint(0, 2);
    if (at.y() + m_echo->height() > room.bottom())
        at.setY(geometry().top() - m_echo->height() - 2);
    at.setX(std::max(0, std::min(at.x(), room.right() - m_echo->width())));
    m_echo->move(at);
    m_echo->setVisible(isVisible());
    m_echo->raise();
}

void CellEditor::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeEcho();
}

void CellEditor::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeEcho();
}

void CellEditor::showEvent(QShowEvent *event)
{
    QLineEdit::showEvent(event);
    placeEcho();
}

} // namespace film::app
