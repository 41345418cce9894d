#include "shared/rules/day_walk.h"

#include <algorithm>

namespace film::rules {

namespace {

// A window of the clock as it lies on this day: [from, to).
struct NightWindow {
    const NightRule *rule = nullptr;
    Moment from;
    Moment to;
};

bool isWithin(Minutes time, Minutes from, Minutes to)
{
    return from <= to ? time >= from && time < to : time >= from || time < to;
}

// A night may have begun the evening before the call and another may begin before the wrap.
std::vector<NightWindow> nightWindows(const RulePack &pack, const PayDay &day)
{
    std::vector<NightWindow> windows;
    if (!pack.night || pack.night->isSurcharge || !day.hasTimes)
        return windows;
    const Minutes called = day.clock.wallTime(day.call) % wholeDay;
    for (const NightRule &rule : pack.night->rules) {
        if (rule.callFrom && !isWithin(called, rule.callFrom->minutes(), rule.callTo->minutes()))
            continue;
        if (!rule.windowFrom) {
            windows.push_back({&rule, day.call, day.wrap + wholeDay});
            continue;
        }
        const Minutes from = rule.windowFrom->minutes();
        Minutes to = rule.windowTo->minutes();
        if (to <= from)
            to += wholeDay;
        for (Minutes shift = -wholeDay; shift <= wholeDay; shift += wholeDay)
            windows.push_back(
                {&rule, day.clock.firstAt(from + shift), day.clock.firstAt(to + shift)});
    }
    return windows;
}

class Walker
{
public:
    Walker(const RulePack &pack, const PayDay &day, const WalkRules &rules)
        : m_pack(pack)
        , m_day(day)
        , m_rules(rules)
        , m_windows(nightWindows(pack, day))
    {
        if (rules.hasClockTiers && pack.overtime && day.hasTimes) {
            for (const ClockTier &tier : pack.overtime->clockTiers)
                m_clockTiers.emplace_back(day.clock.firstAt(tier.from.minutes()), &tier.factor);
        }
    }

    void walk(const TimeSpan &span, std::vector<PaidSpan> &paid)
    {
        Moment at = span.from;
        while (at < span.to) {
            PaidSpan next = factorAt(at);
            next.from = at;
            next.to = std::min(span.to, nextCut(at));
            Q_ASSERT(next.to > at);
            m_worked += next.to - at;
            at = next.to;
            append(paid, next);
        }
    }

private:
    Minutes startOf(const Tier &tier) const
    {
        return tier.after ? tier.after->minutes() : m_rules.contracted;
    }

    // How far the tier is at the moment, in its own minutes.
    Minutes reached(const Tier &tier, Moment at) const
    {
        return tier.basis == TierBasis::Worked ? m_worked : at - m_rules.origin;
    }

    PaidSpan factorAt(Moment at) const
    {
        PaidSpan span;
        span.factor = 0;
        for (const Tier &tier : *m_rules.tiers) {
            if (reached(tier, at) >= startOf(tier))
                raise(span, m_rules.fixed ? *m_rules.fixed : tier.factor);
        }
        if (!span.factor.isZero()) {
            for (const auto &[from, factor] : m_clockTiers) {
                if (at >= from)
                    raise(span, *factor);
            }
        }
        if (m_day.holidayFrom && m_pack.holidays.overlapFactor && at >= *m_day.holidayFrom)
            raise(span, *m_pack.holidays.overlapFactor);
        if (m_rules.floor && (!m_rules.floorUntil || at < *m_rules.floorUntil)
            && span.factor < *m_rules.floor) {
            span.factor = *m_rules.floor;
            span.parameter = nullptr;
        }
        span.night = nightAt(at, span.factor);
        span.segment = segmentAt(at);
        return span;
    }

    static void raise(PaidSpan &span, const Parameter &factor)
    {
        if (span.factor < factor.value) {
            span.factor = factor.value;
            span.parameter = &factor;
        }
    }

    const NightRule *nightAt(Moment at, const Ratio &factor) const
    {
        if (m_windows.empty()
            || (m_pack.night->suppressAtFactor && factor >= m_pack.night->suppressAtFactor->value))
            return nullptr;
        for (const NightWindow &window : m_windows) {
            if (at >= window.from && at < window.to)
                return window.rule;
        }
        return nullptr;
    }

    const WorkSegment *segmentAt(Moment at) const
    {
        const auto found = std::ranges::find_if(m_day.segments, [&](const WorkSegment &segment) {
            return segment.hourly && at >= segment.from && at < segment.to;
        });
        return found == m_day.segments.end() ? nullptr : &*found;
    }

    Moment nextCut(Moment at) const
    {
        Moment next = Moment::max();
        const auto consider = [&](Moment cut) {
            if (cut > at)
                next = std::min(next, cut);
        };
        for (const Tier &tier : *m_rules.tiers) {
            const Minutes missing = startOf(tier) - reached(tier, at);
            if (missing > Minutes(0))
                consider(at + missing);
        }
        for (const auto &[from, factor] : m_clockTiers)
            consider(from);
        if (m_day.holidayFrom)
            consider(*m_day.holidayFrom);
        if (m_rules.floorUntil)
            consider(*m_rules.floorUntil);
        for (const NightWindow &window : m_windows) {
            consider(window.from);
            consider(window.to);
        }
        for (const WorkSegment &segment : m_day.segments) {
            if (!segment.hourly)
                continue;
            consider(segment.from);
            consider(segment.to);
        }
        return next;
    }

    static void append(std::vector<PaidSpan> &paid, const PaidSpan &next)
    {
        if (!paid.empty() && paid.back().to == next.from && paid.back().factor == next.factor
            && paid.back().night == next.night && paid.back().segment == next.segment) {
            paid.back().to = next.to;
            return;
        }
        paid.push_back(next);
    }

    const RulePack &m_pack;
    const PayDay &m_day;
    const WalkRules &m_rules;
    std::vector<NightWindow> m_windows;
    std::vector<std::pair<Moment, const Parameter *>> m_clockTiers;
    Minutes m_worked{0};
};

} // namespace

std::vector<TimeSpan> workSpans(Moment call, Moment end, const std::vector<TimeSpan> &unpaid)
{
    std::vector<TimeSpan> spans;
    Moment from = call;
    for (const TimeSpan &gap : unpaid) {
        if (gap.from >= end)
            break;
        if (gap.from > from)
            spans.push_back({from, gap.from});
        from = std::max(from, gap.to);
    }
    if (from < end)
        spans.push_back({from, end});
    return spans;
}

Minutes lengthOf(const std::vector<TimeSpan> &spans)
{
    Minutes sum{0};
    for (const TimeSpan &span : spans)
        sum += span.to - span.from;
    return sum;
}

std::vector<PaidSpan> walkDay(const RulePack &pack, const PayDay &day,
                              const std::vector<TimeSpan> &spans, const WalkRules &rules)
{
    std::vector<PaidSpan> paid;
    Walker walker(pack, day, rules);
    for (const TimeSpan &span : spans)
        walker.walk(span, paid);
    return paid;
}

} // namespace film::rules
