#include "shared/rules/overtime_rate.h"

namespace film::rules {

Term overtimeRate(DayWork &work, const Term &factor, const MaybeParameter &floorOfKind)
{
    Sheet &sheet = work.sheet();
    Term rate =
        sheet.compute(Step::Product, Word::OvertimeRate, Unit::MoneyPerHour, {work.hour(), factor});
    if (!work.pack.overtime)
        return rate;
    const OvertimeRules &rules = *work.pack.overtime;
    const MaybeParameter &floor = floorOfKind ? floorOfKind : rules.floorPerHour;
    if (floor)
        rate = sheet.compute(Step::Larger, Word::OvertimeRate, Unit::MoneyPerHour,
                             {rate, sheet.pack(Word::FloorPerHour, Unit::MoneyPerHour, *floor)});
    if (!rules.ceilingPerHour)
        return rate;
    Term ceiling = sheet.pack(Word::CeilingPerHour, Unit::MoneyPerHour, *rules.ceilingPerHour);
    if (rules.ceilingOrStraight)
        ceiling = sheet.compute(Step::Larger, Word::CeilingPerHour, Unit::MoneyPerHour,
                                {ceiling, work.hour()});
    return sheet.compute(Step::Smaller, Word::OvertimeRate, Unit::MoneyPerHour, {rate, ceiling});
}

Term overtimeRate(DayWork &work)
{
    if (work.pack.overtime && !work.pack.overtime->kinds.empty())
        return overtimeRate(
            work, work.packFactor(Word::Factor, work.pack.overtime->kinds.begin()->second.factor));
    for (const Tier &tier : work.pack.tiers) {
        if (!tier.after || !tier.after->value.isZero())
            return overtimeRate(work, work.packFactor(Word::Factor, tier.factor));
    }
    return overtimeRate(work, work.sheet().constant(Word::Factor, Unit::Factor, 1));
}

Term cameraRate(DayWork &work)
{
    if (work.pack.overtime) {
        const auto &kinds = work.pack.overtime->kinds;
        if (const auto camera = kinds.find(OvertimeKind::Camera); camera != kinds.end())
            return overtimeRate(work, work.packFactor(Word::Factor, camera->second.factor),
                                camera->second.floorPerHour);
    }
    return overtimeRate(work);
}

} // namespace film::rules
