#include "app/models/approved_pay.h"

#include <algorithm>
#include <map>

namespace film::app {

namespace {

std::vector<ApprovedWeek::Pack> packsPricing(const rules::PersonWeekPay &pay)
{
    std::vector<ApprovedWeek::Pack> packs;
    for (const rules::DealPart &part : pay.parts) {
        if (!packs.empty() && packs.back().id == part.pack->id
            && packs.back().version == part.pack->version)
            packs.back().to = part.to;
        else
            packs.push_back({part.pack->id, part.pack->version, part.from, part.to});
    }
    return packs;
}

// By line code, in the order in which people read them.
std::map<rules::LineCode, Money> sumsByCode(const rules::PersonWeekPay &pay)
{
    std::map<rules::LineCode, Money> sums;
    const auto add = [&sums](const rules::PayLine &line) {
        const auto [sum, isNew] = sums.try_emplace(line.code, line.amount);
        if (!isNew)
            sum->second = sum->second + line.amount;
    };
    for (const rules::DayPay &day : pay.pay.days)
        std::ranges::for_each(day.lines, add);
    std::ranges::for_each(pay.pay.lines, add);
    return sums;
}

} // namespace

std::optional<ApprovedWeek> approvedWeekOf(const rules::PersonWeekPay &pay, PersonId person,
                                           QDate first, std::span<const DayToSign> days)
{
    if (pay.noFigure || pay.parts.empty() || days.empty())
        return std::nullopt;
    ApprovedWeek week;
    week.person = person;
    week.first = first;
    for (const DayToSign &day : days)
        week.days.push_back({day.key.date, day.content});
    week.packs = packsPricing(pay);
    week.gross = pay.pay.gross();
    for (const auto &[code, amount] : sumsByCode(pay))
        week.lines.push_back({rules::lineCodeName(code).toString(), amount});
    return week;
}

ApprovedPay compareWithApproved(const ApprovedWeek &approved, const rules::PersonWeekPay &today)
{
    ApprovedPay compared;
    compared.packsThen = approved.packs;
    compared.then = approved.gross;
    if (today.noFigure)
        return compared;
    compared.packsNow = packsPricing(today);
    if (today.pay.currency != approved.gross.currency())
        return compared;
    compared.now = today.pay.gross();
    const std::map<rules::LineCode, Money> now = sumsByCode(today);
    const Money none(0, today.pay.currency);
    for (int number = 0; number <= int(rules::LineCode::HolidayAccrual); ++number) {
        const auto code = rules::LineCode(number);
        const auto then = std::ranges::find(approved.lines, rules::lineCodeName(code).toString(),
                                            &ApprovedWeek::Line::code);
        const auto after = now.find(code);
        ApprovedPay::Line line;
        line.code = code;
        line.then = then == approved.lines.end() ? none : then->amount;
        line.now = after == now.end() ? none : after->second;
        if (!(line.then == line.now))
            compared.lines.push_back(line);
    }
    return compared;
}

} // namespace film::app
