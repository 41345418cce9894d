#pragma once

#include "app/models/approved_pay.h"
#include "app/models/crew_ahead.h"
#include "app/models/hours_text.h"
#include "app/models/pay_desk.h"

#include <QCoreApplication>

namespace film::app {

// The words of pay. Wherever money shows it is called an estimate: payroll, the agreement and the
// law decide.
class PayWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::PayWords)
public:
    [[nodiscard]] static QString moneyText(const Money &money); // $2,236.70
    // "kit $50.00"
    [[nodiscard]] static QString allowanceText(const Allowance &allowance);
    [[nodiscard]] static QString allowancesText(std::span<const Allowance> allowances);
    // Who bears what of a day: "Second unit $420.00"; empty where nobody is named.
    [[nodiscard]] static QString splitText(const rules::DayPay &day);
    // "Est. $2,236.70", or "No rule: …"; empty where there is no deal to be seen.
    [[nodiscard]] static QString estimateText(const rules::PersonWeekPay &pay);
    [[nodiscard]] static QString noFigureText(const rules::PersonWeekPay &pay);
    // Why a day of a priced week has no figure, and whether that is more than a day not entered.
    [[nodiscard]] static bool isWorthSaying(rules::WhyUnpriced why);
    [[nodiscard]] static QString unpricedText(rules::WhyUnpriced why, DayType type);
    [[nodiscard]] static QString disclaimer();

    // "Straight time", "Overtime 1.5×", "2 meal penalties".
    [[nodiscard]] static QString lineTitle(const rules::PayLine &line);
    // "5.1 h × $52.00"
    [[nodiscard]] static QString lineQuantity(const rules::PayLine &line, const rules::DayPay &pay,
                                              Currency currency, Notation notation);
    [[nodiscard]] static QString noticeText(rules::Notice notice);

    // What stands beside the pay of a week and is in no sum of it: penalties whose price is
    // contested, what is put by for holidays.
    [[nodiscard]] static QString openPenaltiesText(const rules::OpenPenalties &open);
    [[nodiscard]] static QString accruedText(const Money &amount);
    // "Approved under US-CA version 3: $2,236.70. Under today’s rules, US-CA version 4: …"
    [[nodiscard]] static QString approvedText(const ApprovedPay &pay);
    // The lines that differ, one each, for a tooltip; empty where none does.
    [[nodiscard]] static QString approvedLinesText(const ApprovedPay &pay);
    // What the pack leaves to people, in the language of the window.
    [[nodiscard]] static QStringList advisories(const rules::RulePack &pack);
    // What the pack does not price, one line each, for a tooltip; empty where it says nothing.
    [[nodiscard]] static QString leftOutText(const rules::RulePack &pack);

    // One row of "Ahead today": what comes, and why.
    [[nodiscard]] static QString aheadTitle(const rules::AheadEvent &event);
    [[nodiscard]] static QString aheadReason(const rules::AheadEvent &event, QDate date,
                                             std::optional<Minutes> nextCall, Notation notation);
    // "If the call stays, 0.5 h is paid extra: $26.00. §6.1"; empty where nothing is.
    [[nodiscard]] static QString restCostText(const rules::NextRest &rest, const QString &clause,
                                              Notation notation);
    // "Ahead today, 12 at work: Meal 1 is due 13.0 (8 people), … Est. $5,200.00 if they wrap now,
    // …"
    [[nodiscard]] static QString crewAheadText(const CrewAhead &ahead, Notation notation);
    // "$520.00 if you wrap now, $546.00 in 15 min, $572.00 in 30 min"
    [[nodiscard]] static QString costText(const std::vector<rules::AheadCost> &costs);
};

} // namespace film::app
