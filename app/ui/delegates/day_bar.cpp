#include "app/ui/delegates/day_bar.h"

#include "app/ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <vector>

namespace film::app {

namespace {

struct Stretch {
    Minutes from;
    Minutes to;
};

// Worked time between the meals, up to the wrap or, on a day under way, to now.
std::vector<Stretch> workedStretches(const WorkDay &day, std::optional<Minutes> now)
{
    std::vector<Stretch> stretches;
    if (!day.call.isKnown())
        return stretches;
    Minutes from = day.call.minutes();
    for (const Meal &meal : day.meals) {
        if (!meal.out.isKnown())
            continue;
        stretches.push_back({from, meal.out.minutes()});
        if (!meal.in.isKnown())
            return stretches;
        from = meal.in.minutes();
    }
    if (day.wrap.isKnown())
        stretches.push_back({from, day.wrap.minutes()});
    else if (now && *now > from)
        stretches.push_back({from, *now});
    return stretches;
}

std::optional<Stretch> plannedStretch(const WeekRow &row)
{
    if (!row.day.plan || row.day.day.wrap.isKnown() || row.isDraft)
        return std::nullopt;
    const DayTimes &plan = row.day.plan->times;
    if (!plan.call.isKnown() || !plan.wrap.isKnown())
        return std::nullopt;
    if (row.day.day.isBlank())
        return Stretch{plan.call.minutes(), plan.wrap.minutes()};
    if (row.now && *row.now < plan.wrap.minutes())
        return Stretch{std::max(*row.now, plan.call.minutes()), plan.wrap.minutes()};
    return std::nullopt;
}

} // namespace

void paintDayBar(QPainter &painter, const QRectF &bar, const DayScale &scale, const WeekRow &row,
                 const Theme &theme)
{
    painter.save();
    const auto rectOf = [&](const Stretch &stretch) {
        const qreal left = std::round(scale.x(stretch.from));
        const qreal right = std::max(left + 1, std::round(scale.x(stretch.to)));
        return QRectF(left + 0.5, bar.top() + 0.5, right - left - 1, bar.height() - 1);
    };
    if (const std::optional<Stretch> planned = plannedStretch(row)) {
        QPen dashed(theme.color(Token::Text3), 1, Qt::CustomDashLine);
        dashed.setDashPattern({2, 2});
        painter.setPen(dashed);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rectOf(*planned), 2, 2);
    }
    painter.setPen(theme.color(Token::Tier2));
    painter.setBrush(theme.color(Token::Tier1));
    for (const Stretch &stretch : workedStretches(row.day.day, row.now))
        if (stretch.to > stretch.from)
            painter.drawRect(rectOf(stretch));
    // A notch where a meal came too late.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::WarnLine));
    for (const DayFinding &finding : row.findings) {
        if (finding.kind != FindingKind::MealLate && finding.kind != FindingKind::MealMissing)
            continue;
        const qreal x = scale.x(finding.at);
        const QPointF notch[]{{x - 4, bar.top() - 4}, {x + 4, bar.top() - 4}, {x, bar.top() + 2}};
        painter.drawPolygon(notch, 3);
    }
    painter.restore();
}

} // namespace film::app
