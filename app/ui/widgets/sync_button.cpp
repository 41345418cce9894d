#include "app/ui/widgets/sync_button.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>

namespace film::app {

namespace {

constexpr int syncPadding = 10;
constexpr int syncGap = 6;
constexpr int buttonHeight = 24;

QFont labelFont()
{
    QFont font = textFont(TextRole::Secondary);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

SyncButton::SyncButton(const Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Open the sync page (Ctrl+Shift+Y)"));
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void SyncButton::setLook(const SyncLook &look)
{
    m_look = look;
    setText(look.text);
    setAccessibleName(look.text);
    setAccessibleDescription(look.message);
    updateGeometry();
    update();
}

QSize SyncButton::sizeHint() const
{
    const int text = QFontMetrics(labelFont()).horizontalAdvance(m_look.text);
    return {2 * syncPadding + metrics::iconSize + syncGap + text, buttonHeight};
}

void SyncButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (m_look.background)
        painter.setBrush(m_theme.color(*m_look.background));
    else if (underMouse())
        painter.setBrush(m_theme.color(Token::Header));
    else
        painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect(), metrics::chipRadius, metrics::chipRadius);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Focus), metrics::focusWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), metrics::chipRadius,
                                metrics::chipRadius);
    }
    const QRect iconRect(syncPadding, 0, metrics::iconSize, height());
    m_theme.drawIcon(painter, iconRect, m_look.icon, m_look.iconToken, metrics::iconSize - 1);
    painter.setFont(labelFont());
    painter.setPen(m_theme.color(m_look.textToken));
    painter.drawText(rect().adjusted(syncPadding + metrics::iconSize + syncGap, 0, -syncPadding, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, m_look.text);
}

} // namespace film::app
