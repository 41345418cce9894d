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

struct TierStretch {
    Minutes from;
    Minutes to;
    Token tier;
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

// The last hours of a day are its dearest: cut where a higher tier begins.
std::vector<TierStretch> tierStretches(const std::vector<Stretch> &worked,
                                       const std::optional<OvertimeHours> &overtime)
{
    Minutes all{0};
    for (const Stretch &stretch : worked)
        all += std::max(Minutes(0), stretch.to - stretch.from);
    const OvertimeHours hours = overtime.value_or(OvertimeHours{});
    const Minutes doubleFrom = all - std::min(all, hours.doubleTime);
    const Minutes halfFrom = doubleFrom - std::min(doubleFrom, hours.timeAndHalf);

    std::vector<TierStretch> pieces;
    Minutes done{0}; // worked before `at`
    for (const Stretch &stretch : worked) {
        Minutes at = stretch.from;
        while (at < stretch.to) {
            const bool isHalf = done >= halfFrom;
            const bool isDouble = done >= doubleFrom;
            const Minutes next = isDouble ? all : isHalf ? doubleFrom : halfFrom;
            const Minutes to = std::min(stretch.to, at + (next - done));
            const Token tier = isDouble ? Token::Tier3 : isHalf ? Token::Tier2 : Token::Tier1;
            pieces.push_back({at, to, tier});
            done += to - at;
            at = to;
        }
    }
    return pieces;
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
    const auto rectOf = [&](Minutes from, Minutes to) {
        const qreal left = std::round(scale.x(from));
        const qreal right = std::max(left + 1, std::round(scale.x(to)));
        return QRectF(left + 0.5, bar.top() + 0.5, right - left - 1, bar.height() - 1);
    };
    if (const std::optional<Stretch> planned = plannedStretch(row)) {
        QPen dashed(theme.color(Token::Text3), 1, Qt::CustomDashLine);
        dashed.setDashPattern({2, 2});
        painter.setPen(dashed);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rectOf(planned->from, planned->to), 2, 2);
    }
    for (const TierStretch &piece :
         tierStretches(workedStretches(row.day.day, row.now), row.overtime)) {
        // The lightest tier is too light without its outline.
        painter.setPen(theme.color(piece.tier == Token::Tier3 ? Token::Tier3 : Token::Tier2));
        painter.setBrush(theme.color(piece.tier));
        painter.drawRect(rectOf(piece.from, piece.to));
    }
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
