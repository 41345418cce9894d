#include "app/ui/widgets/approval_steps.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int circle = 18;
constexpr int stepGap = 6;
constexpr int lineMargin = 10;

} // namespace

ApprovalSteps::ApprovalSteps(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Way of this timecard"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ApprovalSteps::setSteps(QList<Step> steps)
{
    m_steps = std::move(steps);
    QStringList said;
    for (const Step &step : m_steps) {
        const QString state = step.state == State::Done ? tr("done")
            : step.state == State::Current              ? tr("now")
                                                        : tr("later");
        said.append(
            tr("%1 %2, %3", "a step, who or when, its state").arg(step.title, step.detail, state));
    }
    setAccessibleDescription(said.join(u"; "_s));
    update();
}

void ApprovalSteps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont bold = textFont(TextRole::SecondaryEmphasis);
    const QFont plain = textFont(TextRole::Secondary);
    QList<int> widths;
    int total = 0;
    for (const Step &step : m_steps) {
        const int width = circle + stepGap + QFontMetrics(bold).horizontalAdvance(step.title)
            + (step.detail.isEmpty() ? 0 : 4 + QFontMetrics(plain).horizontalAdvance(step.detail));
        widths.append(width);
        total += width;
    }
    const int gaps = std::max(1, int(m_steps.size()) - 1);
    const int line = std::max(2 * lineMargin + 8, (width() - total) / gaps);
    const auto placed = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    int x = 0;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps[i];
        const QRect mark = placed(QRect(x, (height() - circle) / 2, circle, circle));
        const Token ring = step.state == State::Done ? Token::Ok
            : step.state == State::Current           ? Token::Focus
                                                     : Token::InputBorder;
        painter.setPen(QPen(m_theme.color(ring), 1.25));
        painter.setBrush(m_theme.color(step.state == State::Done          ? Token::OkBg
                                           : step.state == State::Current ? Token::Tint
                                                                          : Token::Base));
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
        if (step.state != State::Ahead)
            m_theme.drawIcon(painter, mark, step.state == State::Done ? u"check"_s : u"pencil"_s,
                             step.state == State::Done ? Token::Ok : Token::AccentText, 11);
        int textX = x + circle - 1 + stepGap;
        painter.setFont(bold);
        painter.setPen(m_theme.color(Token::Text));
        const int titleWidth = painter.fontMetrics().horizontalAdvance(step.title);
        painter.drawText(placed(QRect(textX, 0, titleWidth + 2, height())), Qt::AlignVCenter,
                         step.title);
        textX += titleWidth + 4;
        painter.setFont(plain);
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(placed(QRect(textX, 0, width() - textX, height())), Qt::AlignVCenter,
                         step.detail);
        x += widths[i];
        if (i + 1 < m_steps.size()) {
            painter.setPen(m_theme.color(Token::Border));
            const QRect between =
                placed(QRect(x + lineMargin, height() / 2, line - 2 * lineMargin, 1));
            painter.drawLine(between.topLeft(), between.topRight());
        }
        x += line;
    }
}

} // namespace film::app
