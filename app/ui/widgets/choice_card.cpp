#include "app/ui/widgets/choice_card.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>

namespace film::app {

namespace {

constexpr int choicePadding = 17;
constexpr int choiceMarkSize = 36;
constexpr int dotSize = 15;

} // namespace

ChoiceCard::ChoiceCard(const Theme &theme, const QString &iconName, const QString &title,
                       const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
    , m_details(text)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

QSize ChoiceCard::sizeHint() const
{
    return {316, 148};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = isChecked() || hasFocus();
    const qreal line = isLit ? metrics::focusWidth : 1;
    painter.setPen(QPen(m_theme.color(isLit ? Token::Focus : Token::Border), line));
    painter.setBrush(m_theme.color(hasFocus() && !isChecked() ? Token::Alt : Token::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                            metrics::panelRadius, metrics::panelRadius);

    const QRect mark(choicePadding, choicePadding, choiceMarkSize, choiceMarkSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(isChecked() ? Token::Tint : Token::Header));
    painter.drawRoundedRect(mark, metrics::chipRadius, metrics::chipRadius);
    m_theme.drawIcon(painter, mark, m_iconName, isChecked() ? Token::AccentText : Token::Text2, 20);

    const QRectF dot(width() - choicePadding - dotSize, choicePadding, dotSize, dotSize);
    const Token dotToken = isChecked() ? Token::Accent : Token::InputBorder;
    painter.setPen(QPen(m_theme.color(dotToken), isChecked() ? 5 : 1));
    painter.setBrush(m_theme.color(Token::Base));
    const qreal inset = isChecked() ? 2.5 : 0.5;
    painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset));

    const QRect texts =
        rect().adjusted(choicePadding, 2 * choicePadding + choiceMarkSize - 6, -choicePadding, -8);
    painter.setPen(m_theme.color(Token::Text));
    painter.setFont(textFont(TextRole::Section));
    painter.drawText(texts, Qt::AlignLeft | Qt::AlignTop, text());
    painter.setPen(m_theme.color(Token::Text2));
    painter.setFont(textFont(TextRole::Body));
    painter.drawText(texts.adjusted(0, 24, 0, 0), int(Qt::AlignLeft) | Qt::TextWordWrap, m_details);
}

} // namespace film::app
