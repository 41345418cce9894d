#pragma once

#include "shared/domain/approved_week.h"
#include "shared/rules/person_week.h"

#include <optional>
#include <span>

namespace film::app {

// What the week comes to, as it is signed with these days. Nothing where there is no figure.
[[nodiscard]] std::optional<ApprovedWeek> approvedWeekOf(const rules::PersonWeekPay &pay,
                                                         PersonId person, QDate first,
                                                         std::span<const DayToSign> days);

// What a week was approved as beside what it would come to today. Only a comparison: what was
// approved stays as it was priced.
struct ApprovedPay {
    struct Line {
        rules::LineCode code = rules::LineCode::Hours;
        Money then{0, Currency::Usd};
        Money now{0, Currency::Usd};
    };
    std::vector<ApprovedWeek::Pack> packsThen;
    std::vector<ApprovedWeek::Pack> packsNow;
    Money then{0, Currency::Usd};
    std::optional<Money> now; // nothing where no rule prices it today, or in other money
    std::vector<Line> lines;  // those that differ, where both have the same money

    [[nodiscard]] bool isSame() const { return now == then && packsNow == packsThen; }
};

[[nodiscard]] ApprovedPay compareWithApproved(const ApprovedWeek &approved,
                                              const rules::PersonWeekPay &today);

} // namespace film::app
