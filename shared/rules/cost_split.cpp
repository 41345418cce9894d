#include "shared/rules/cost_split.h"

#include <algorithm>

namespace film::rules {

std::vector<qint64> largestRemainder(qint64 amount, const std::vector<Ratio> &weights)
{
    Ratio total;
    for (const Ratio &weight : weights)
        total += weight;
    std::vector<qint64> shares;
    std::vector<std::pair<Ratio, size_t>> rests;
    qint64 left = amount;
    for (size_t i = 0; i < weights.size(); ++i) {
        const Ratio exact = Ratio(amount) * weights[i] / total;
        const Ratio whole = exact.roundedDownTo(1);
        shares.push_back(whole.numerator());
        rests.emplace_back(exact - whole, i);
        left -= whole.numerator();
    }
    std::ranges::stable_sort(rests, [](const auto &a, const auto &b) { return b.first < a.first; });
    for (size_t i = 0; left > 0; ++i, --left)
        ++shares[rests[i % rests.size()].second];
    return shares;
}

std::vector<CostShare> splitCost(const DayPay &pay, const PayDay &day,
                                 const std::vector<TimeSpan> &unpaid)
{
    std::vector<CostShare> split;
    if (day.segments.empty())
        return split;
    std::vector<Ratio> weights;
    Ratio total;
    for (const WorkSegment &segment : day.segments) {
        Minutes minutes = segment.to - segment.from;
        for (const TimeSpan &span : unpaid)
            minutes -= std::max(
                Minutes(0),
                Minutes(std::min(span.to, segment.to) - std::max(span.from, segment.from)));
        const Ratio weight = Ratio(minutes.count())
            * (segment.hourly ? *segment.hourly : (pay.hourly.isZero() ? Ratio(1) : pay.hourly));
        weights.push_back(weight);
        total += weight;
    }
    if (total.isZero() || !total.isNumber())
        return split;
    const Money gross = pay.gross();
    const std::vector<qint64> shares = largestRemainder(gross.minorUnits(), weights);
    for (size_t i = 0; i < shares.size(); ++i) {
        const auto known = std::ranges::find(split, day.segments[i].code, &CostShare::code);
        const Money share(shares[i], gross.currency());
        if (known == split.end())
            split.push_back({day.segments[i].code, share});
        else
            known->amount = known->amount + share;
    }
    return split;
}

} // namespace film::rules
