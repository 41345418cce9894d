#include "app/ui/widgets/key_hint_button.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace film::app {

namespace {

constexpr int keyHintSidePadding = 13;
constexpr int iconGap = 7;
constexpr int hintGap = 9;

} // namespace

KeyHintButton::KeyHintButton(const Theme &theme, Look look, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_look(look)
{
    QFont font = textFont(TextRole::Body);
    font.setWeight(QFont::Medium);
    setFont(font);
    setKind(this, look == Look::Primary ? "primary" : "plain");
}

void KeyHintButton::setHint(const QString &keys)
{
    m_hint = keys;
    setToolTip(keys);
    updateGeometry();
    update();
}

void KeyHintButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

QSize KeyHintButton::sizeHint() const
{
    return {contentWidth() + 2 * keyHintSidePadding, metrics::controlHeight};
}

void KeyHintButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    // Laid out from the left edge of the centred contents; mirrored for right-to-left scripts.
    int x = (width() - contentWidth()) / 2;
    const auto place = [&](int itemWidth) {
        const QRect rect =
            QStyle::visualRect(layoutDirection(), this->rect(), QRect(x, 0, itemWidth, height()));
        x += itemWidth;
        return rect;
    };
    if (!m_iconName.isEmpty()) {
        m_theme.drawIcon(painter, place(metrics::iconSize), m_iconName, textToken(),
                         metrics::iconSize);
        x += iconGap;
    }
    painter.setPen(m_theme.color(textToken()));
    const QRect textRect = place(fontMetrics().horizontalAdvance(option.text.remove(u'&')));
    style()->drawItemText(&painter, textRect, Qt::AlignCenter | Qt::TextShowMnemonic, palette(),
                          isEnabled(), text());
    if (m_hint.isEmpty())
        return;
    x += hintGap;
    painter.setFont(textFont(TextRole::Caption));
    if (m_look == Look::Plain)
        painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(place(QFontMetrics(painter.font()).horizontalAdvance(m_hint)), Qt::AlignCenter,
                     m_hint);
}

int KeyHintButton::contentWidth() const
{
    int width = fontMetrics().horizontalAdvance(text().remove(u'&'));
    if (!m_iconName.isEmpty())
        width += metrics::iconSize + iconGap;
    if (!m_hint.isEmpty())
        width += hintGap + QFontMetrics(textFont(TextRole::Caption)).horizontalAdvance(m_hint);
    return width;
}

Token KeyHintButton::textToken() const
{
    if (!isEnabled())
        return Token::Text3;
    return m_look == Look::Primary ? Token::OnAccent : Token::Text;
}

} // namespace film::app
