#include "shared/rules/pay_day.h"

#include <algorithm>

namespace film::rules {

Moment enteredCall(const PayDay &day)
{
    const auto call = std::ranges::find_if(day.rounded, &RoundedPunch::isCall);
    return call == day.rounded.end() ? day.call : call->entered;
}

PayDay withEnds(PayDay day, Moment call, Moment wrap)
{
    for (WorkSegment &segment : day.segments) {
        segment.from = segment.from == day.call ? call : std::max(segment.from, call);
        segment.to = segment.to == day.wrap ? wrap : std::min(segment.to, wrap);
    }
    std::erase_if(day.segments,
                  [](const WorkSegment &segment) { return segment.to < segment.from; });
    for (TimeSpan &span : day.breaks) {
        span.from = std::max(span.from, call);
        span.to = std::min(span.to, wrap);
    }
    std::erase_if(day.breaks, [](const TimeSpan &span) { return span.to <= span.from; });
    day.call = call;
    day.wrap = wrap;
    return day;
}

} // namespace film::rules
