#pragma once

#include "shared/domain/field_value.h"
#include "shared/domain/minutes.h"

#include <span>
#include <vector>

namespace film {

namespace schema::time_entry {
// A further group of a work day, see schema.h: the penalties of it that somebody has looked at and
// let stand. Versions that do not know it keep it.
inline constexpr quint32 Reviewed = 10;
enum ReviewedField : quint32 { Penalties = 1 }; // a list of [kind, meal, minutes]
} // namespace schema::time_entry

// A penalty as it was when somebody said that it is right: it stays paid and asks nobody any more.
// One of another length is another penalty.
struct ReviewedPenalty {
    // The numbers are stored and sent.
    enum class Kind : quint8 { MealLate = 1, MealMissing = 2, ShortRest = 3 };

    Kind kind = Kind::MealLate;
    size_t meal = 0;   // counted from 0; of a short rest 0
    Minutes amount{0}; // late, or of rest

    friend bool operator==(const ReviewedPenalty &, const ReviewedPenalty &) = default;
};

// Of a day's groups; what is not of this form is no review.
[[nodiscard]] std::vector<ReviewedPenalty> reviewedPenaltiesIn(const GroupMap &day);
void setReviewedPenalties(GroupMap &day, std::span<const ReviewedPenalty> penalties);

} // namespace film
