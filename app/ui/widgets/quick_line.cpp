#include "app/ui/widgets/quick_line.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int edge = 12;
constexpr int quickLineGap = 6;

} // namespace

QuickLine::QuickLine(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_state(makeLabel({}, TextRole::Body, "okText", this))
    , m_hint(makeKeycap(tr("Ctrl+E"), this))
{
    setFont(textFont(TextRole::QuickEntry));
    setFixedHeight(metrics::mainControlHeight);
    setPlaceholderText(tr("Type the day, like 0700 1300-1330 1930"));
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_state->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    QFont font = textFont(TextRole::Body);
    font.setWeight(QFont::Medium);
    m_state->setFont(font);
    setState({}, Tone::Plain);
}

void QuickLine::setState(const QString &text, Tone tone)
{
    const char *kind = tone == Tone::Confirmed ? "okText"
        : tone == Tone::Problem                ? "badText"
                                               : "hint";
    setKind(m_state, kind);
    m_state->setText(text);
    m_icon->setVisible(!text.isEmpty() && tone != Tone::Plain);
    if (tone != Tone::Plain)
        m_icon->setPixmap(m_theme.iconPixmap(
            tone == Tone::Confirmed ? u"check"_s : u"triangle-alert"_s,
            tone == Tone::Confirmed ? Token::Ok : Token::Bad, 14, devicePixelRatioF()));
    m_state->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
    placeState();
}

QString QuickLine::state() const
{
    return m_state->text();
}

bool QuickLine::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && text().isEmpty()) {
        auto *key = static_cast<QKeyEvent *>(event);
        // Nothing of its own to undo: the keys mean the day.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void QuickLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        emit dayStepRequested(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            emit leaveRequested();
        else
            clear();
    } else if (event->text() == u"?" && text().isEmpty()) {
        emit helpRequested();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void QuickLine::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeState();
}

void QuickLine::placeState()
{
    const bool hasState = !m_state->text().isEmpty();
    m_hint->setVisible(!hasState && text().isEmpty());
    m_hint->adjustSize();
    m_hint->move(width() - m_hint->width() - edge, (height() - m_hint->height()) / 2);
    const QSize size = m_state->sizeHint();
    m_state->setGeometry(width() - size.width() - edge, (height() - size.height()) / 2,
                         size.width(), size.height());
    m_icon->setGeometry(m_state->x() - 14 - quickLineGap, (height() - 14) / 2, 14, 14);
    const int taken = hasState ? size.width() + edge + 14 + quickLineGap : m_hint->width() + edge;
    setTextMargins(4, 0, taken, 0);
}

} // namespace film::app
