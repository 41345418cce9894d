#include "app/ui/widgets/day_strip.h"

#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int dayStripHeight = 86;
constexpr int labelHeight = 18;
constexpr int bandTop = 36;
constexpr int bandHeight = 20;
constexpr int labelGap = 8;
constexpr Minutes shownFrom{5 * 60};
constexpr Minutes shownTo{24 * 60};

} // namespace

DayStrip::DayStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(dayStripHeight);
    setAccessibleName(tr("The day to scale"));
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void DayStrip::setDay(const WeekRow &row, Notation notation)
{
    m_row = row;
    m_notation = notation;
    setAccessibleDescription(WeekWords::rowSentence(row, notation));
    update();
}

DayScale DayStrip::scale() const
{
    DayScale scale;
    scale.from = shownFrom;
    scale.to = shownTo;
    scale.left = 0;
    scale.width = width() - 18;
    // A night shoot: as far as the day is known to go, and an hour for the eye.
    const auto reach = [&scale](const TimeField &time) {
        if (!time.isKnown())
            return;
        scale.from = std::min(scale.from, time.minutes() - Minutes(60));
        scale.to = std::max(scale.to, time.minutes() + Minutes(60));
    };
    reach(m_row.day.day.call);
    reach(m_row.day.day.wrap);
    if (m_row.day.plan) {
        reach(m_row.day.plan->times.call);
        reach(m_row.day.plan->times.wrap);
    }
    if (m_row.now)
        reach(WallTime{*m_row.now});
    return scale;
}

std::vector<DayStrip::Mark> DayStrip::marks() const
{
    std::vector<Mark> marks;
    const WorkDay &day = m_row.day.day;
    const auto at = [this](Minutes time) { return timeText(time, m_notation); };
    if (m_row.now && !m_row.isDraft)
        marks.push_back({*m_row.now, tr("Now %1").arg(at(*m_row.now)), Token::Text, false});
    if (m_row.isDraft)
        for (size_t i = 0; i < day.meals.size(); ++i)
            if (day.meals[i].out.isKnown())
                marks.push_back({day.meals[i].out.minutes(),
                                 tr("Meal %1 %2").arg(i + 1).arg(at(day.meals[i].out.minutes())),
                                 Token::Text2, false});
    for (const DayFinding &finding : m_row.findings) {
        const int meal = int(finding.meal) + 1;
        if (finding.kind == FindingKind::MealDue)
            marks.push_back({finding.at, tr("Meal %1").arg(meal), Token::AccentText, false});
        else if (finding.kind == FindingKind::WrapBy)
            marks.push_back({finding.at, tr("Wrap by %1").arg(at(finding.at)), Token::Warn, true});
        else if (finding.kind == FindingKind::ShortRest)
            marks.push_back({finding.nextCall - finding.rest,
                             tr("Wrap by %1").arg(at(finding.nextCall - finding.rest)), Token::Warn,
                             true});
    }
    if (day.wrap.isKnown())
        marks.push_back(
            {day.wrap.minutes(), tr("Wrap %1").arg(at(day.wrap.minutes())), Token::Text, false});
    else if (m_row.day.plan && m_row.day.plan->times.wrap.isKnown() && m_row.now)
        marks.push_back(
            {m_row.day.plan->times.wrap.minutes(), tr("Planned wrap"), Token::Text2, false});
    std::ranges::sort(marks, {}, &Mark::at);
    return marks;
}

void DayStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const DayScale hours = scale();
    painter.fillRect(QRectF(hours.left, bandTop, hours.width, bandHeight),
                     m_theme.color(Token::Header));
    paintDayBar(painter, QRectF(0, bandTop, width(), bandHeight), hours, m_row, m_theme);
    paintAxis(painter, hours);
    paintMarks(painter, hours);
}

void DayStrip::paintAxis(QPainter &painter, const DayScale &scale) const
{
    painter.setFont(textFont(TextRole::Caption));
    const int first = scale.from.count() / 60;
    for (int hour = first; Minutes(hour * 60) <= scale.to; ++hour) {
        const qreal x = scale.x(Minutes(hour * 60));
        if (x < scale.left)
            continue;
        painter.setPen(m_theme.color(Token::InputBorder));
        painter.drawLine(QPointF(x, bandTop + bandHeight + 2),
                         QPointF(x, bandTop + bandHeight + 5));
        if (hour % 2 != 0)
            continue;
        painter.setPen(m_theme.color(Token::Text2));
        m_theme.figures().draw(painter, QRectF(x - 20, bandTop + bandHeight + 6, 40, 18),
                               hoursText(Minutes(hour * 60), m_notation), Qt::AlignHCenter);
    }
}

void DayStrip::paintMarks(QPainter &painter, const DayScale &scale) const
{
    painter.setFont(textFont(TextRole::Secondary));
    const QFontMetrics metrics(painter.font());
    qreal freeFrom = 0;
    for (const Mark &mark : marks()) {
        const qreal x = std::round(scale.x(mark.at));
        painter.setPen(
            QPen(m_theme.color(mark.token), 1, mark.isDashed ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(x + 0.5, labelHeight + 2), QPointF(x + 0.5, bandTop + bandHeight));
        const qreal textWidth = metrics.horizontalAdvance(mark.text);
        // Left of its line at the far end, else as near to it as the one before leaves room.
        qreal left = std::max(freeFrom, std::min(x - textWidth / 2, width() - textWidth));
        painter.drawText(QRectF(left, 0, textWidth + 1, labelHeight), Qt::AlignCenter, mark.text);
        freeFrom = left + textWidth + labelGap;
    }
}

} // namespace film::app
