#include "shared/rules/rule_pack_blocks.h"

#include <array>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, MealPenaltyModel>, 5> mealPenaltyNames{
    {{u"none", MealPenaltyModel::None},
     {u"schedule", MealPenaltyModel::Schedule},
     {u"hour_per_day", MealPenaltyModel::HourPerDay},
     {u"ot_rate_segments", MealPenaltyModel::OvertimeSegments},
     {u"additive_until_break", MealPenaltyModel::AdditiveUntilBreak}}};
constexpr std::array<std::pair<QStringView, SegmentRate>, 3> segmentRateNames{
    {{u"ot_rate", SegmentRate::Overtime},
     {u"1T", SegmentRate::Straight},
     {u"camera_ot", SegmentRate::Camera}}};
constexpr std::array<std::pair<QStringView, FirstMealFrom>, 2> mealClockNames{
    {{u"individual_call", FirstMealFrom::IndividualCall}, {u"unit_call", FirstMealFrom::UnitCall}}};

void readSchedule(JsonFields &fields, MealRules &meals)
{
    meals.penalty.increment = fields.neededNumber(u"increment_min", numbers::minutes);
    fields.need(u"amounts");
    meals.penalty.amounts = fields.numberList(u"amounts", numbers::money);
    meals.penalty.then = fields.neededNumber(u"then", numbers::money);
    meals.penalty.capPerDay = fields.number(u"cap_per_day", numbers::money);
    fields.block(u"weekly_escalator", [&meals](JsonFields &escalator) {
        meals.escalator = PenaltyEscalator{escalator.neededNumber(u"after_count", numbers::count),
                                           escalator.neededNumber(u"fraction", numbers::part)};
    });
}

void readOvertimeSegments(JsonFields &fields, MealPenalty &penalty)
{
    penalty.increment = fields.neededNumber(u"increment_min", numbers::minutes);
    fields.need(u"at");
    penalty.at = fields.choice(u"at", ChoiceNames<SegmentRate>(segmentRateNames))
                     .value_or(SegmentRate::Overtime);
    fields.block(u"curtail_below_min", [&penalty](JsonFields &shapes) {
        for (int number = 0; number <= int(DayShape::Continuous); ++number) {
            const auto shape = static_cast<DayShape>(number);
            if (const auto minutes = shapes.number(dayShapeName(shape), numbers::minutes))
                penalty.curtailBelow.emplace(shape, *minutes);
        }
        shapes.need(dayShapeName(DayShape::Standard));
    });
    if (fields.has(u"curtail_at") && !fields.has(u"curtail_below_min"))
        fields.need(u"curtail_below_min");
    penalty.curtailAt = fields.choice(u"curtail_at", ChoiceNames<SegmentRate>(segmentRateNames))
                            .value_or(penalty.at);
    fields.block(u"not_shooting", [&penalty](JsonFields &other) {
        penalty.notShootingIncrement = other.neededNumber(u"increment_min", numbers::minutes);
        penalty.notShootingFactor = other.neededNumber(u"mult", numbers::factor);
    });
}

// Only the keys of its own model are asked for, so that a number of another is refused.
void readPenalty(JsonFields &fields, MealRules &meals)
{
    MealPenalty &penalty = meals.penalty;
    fields.need(u"model");
    penalty.model = fields.choice(u"model", ChoiceNames<MealPenaltyModel>(mealPenaltyNames))
                        .value_or(MealPenaltyModel::None);
    switch (penalty.model) {
    case MealPenaltyModel::None: return;
    case MealPenaltyModel::Schedule: return readSchedule(fields, meals);
    case MealPenaltyModel::HourPerDay:
        penalty.hours = fields.neededNumber(u"hours", numbers::hours);
        return;
    case MealPenaltyModel::OvertimeSegments: return readOvertimeSegments(fields, penalty);
    case MealPenaltyModel::AdditiveUntilBreak:
        penalty.increment = fields.neededNumber(u"increment_min", numbers::minutes);
        penalty.addFactor = fields.neededNumber(u"add_mult", numbers::factor);
        penalty.roundUpFrom = fields.number(u"round_up_from_min", numbers::minutes);
        return;
    }
    Q_UNREACHABLE();
}

void readShapesWithoutMeal(JsonFields &fields, MealRules &meals)
{
    for (const QString &name : fields.texts(u"not_due_for_shapes")) {
        if (const auto shape = dayShapeFromName(name))
            meals.shapesWithoutMeal.push_back(*shape);
        else
            fields.refuse(u"not_due_for_shapes", u"%1 is no shape of a day"_s.arg(name));
    }
}

} // namespace

MealRules mealRulesIn(JsonFields &fields)
{
    MealRules meals;
    fields.block(u"first_due", [&meals](JsonFields &due) {
        meals.firstDue = due.neededNumber(u"after_min", numbers::minutes);
        meals.firstDueFrom = due.choice(u"from", ChoiceNames<FirstMealFrom>(mealClockNames))
                                 .value_or(FirstMealFrom::IndividualCall);
    });
    fields.block(u"next_due", [&meals](JsonFields &due) {
        meals.nextDue = due.neededNumber(u"after_min", numbers::minutes);
    });
    meals.earliestDeductible = fields.number(u"earliest_deductible_min", numbers::minutes);
    meals.minLength = fields.number(u"min_len_min", numbers::minutes).value_or(meals.minLength);
    meals.maxDeduct = fields.number(u"max_deduct_min", numbers::minutes);
    meals.secondDeductibleFromWorked =
        fields.number(u"second_deductible_from_worked_min", numbers::minutes);
    fields.block(u"grace", [&meals](JsonFields &grace) {
        meals.grace = grace.neededNumber(u"max_min", numbers::minutes);
    });
    fields.block(u"wrap_extension", [&meals](JsonFields &extension) {
        meals.wrapExtension = extension.neededNumber(u"max_min", numbers::minutes);
    });
    fields.block(u"ndb", [&meals](JsonFields &ndb) {
        meals.ndb = NdbRule{ndb.neededNumber(u"min_len_min", numbers::minutes),
                            ndb.neededNumber(u"must_end_within_min", numbers::minutes), false};
    });
    meals.paidFrom = fields.number(u"paid_from", numbers::timeOfDay);
    fields.block(u"french_hours", [&meals](JsonFields &french) {
        french.need(u"allowed");
        meals.frenchHoursAllowed = french.flag(u"allowed").value_or(false);
    });
    readShapesWithoutMeal(fields, meals);
    fields.block(u"penalty", [&meals](JsonFields &penalty) { readPenalty(penalty, meals); });
    return meals;
}

} // namespace film::rules
