#include "shared/domain/penalty_review.h"

#include <limits>
#include <optional>

namespace film {

namespace {

constexpr size_t reviewedPenaltiesMax = 64; // more meals than a day has, and a rest

std::optional<ReviewedPenalty> penaltyIn(const FieldValue &item)
{
    const FieldValue::List *parts = item.list();
    if (!parts || parts->size() != 3)
        return std::nullopt;
    const qint64 *kind = (*parts)[0].number();
    const qint64 *meal = (*parts)[1].number();
    const qint64 *amount = (*parts)[2].number();
    if (!kind || !meal || !amount || *kind < qint64(ReviewedPenalty::Kind::MealLate)
        || *kind > qint64(ReviewedPenalty::Kind::ShortRest) || *meal < 0
        || *meal > qint64(reviewedPenaltiesMax) || *amount < std::numeric_limits<qint16>::min()
        || *amount > std::numeric_limits<qint16>::max())
        return std::nullopt;
    return ReviewedPenalty{ReviewedPenalty::Kind(*kind), size_t(*meal), Minutes(int(*amount))};
}

} // namespace

std::vector<ReviewedPenalty> reviewedPenaltiesIn(const GroupMap &day)
{
    const auto group = day.find(schema::time_entry::Reviewed);
    if (group == day.end())
        return {};
    const auto field = group->second.find(schema::time_entry::Penalties);
    const FieldValue::List *items = field == group->second.end() ? nullptr : field->second.list();
    std::vector<ReviewedPenalty> penalties;
    if (!items || items->size() > reviewedPenaltiesMax)
        return penalties;
    for (const FieldValue &item : *items) {
        if (const auto penalty = penaltyIn(item))
            penalties.push_back(*penalty);
    }
    return penalties;
}

void setReviewedPenalties(GroupMap &day, std::span<const ReviewedPenalty> penalties)
{
    FieldMap &said = day[schema::time_entry::Reviewed];
    said.clear();
    if (penalties.empty())
        return;
    FieldValue::List items;
    for (const ReviewedPenalty &penalty : penalties)
        items.push_back(FieldValue::List{qint64(penalty.kind), qint64(penalty.meal),
                                         qint64(penalty.amount.count())});
    said[schema::time_entry::Penalties] = std::move(items);
}

} // namespace film
