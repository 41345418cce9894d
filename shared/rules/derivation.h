#pragma once

#include "shared/rules/rule_pack.h"

#include <initializer_list>
#include <span>
#include <vector>

namespace film::rules {

// What a number of a derivation is. The words for people are in derivation_text.cpp.
enum class Word : quint8 {
    Nothing,
    Call,
    UnitCall,
    Wrap,
    MealStart,
    MealEnd,
    PreviousWrap,
    SpanStart,
    SpanEnd,
    Span,
    Worked,
    Elapsed,
    Deducted,
    RoundedWorked,
    HourUnit,
    MinutesPerHour,
    PaidHours,
    HourlyRate,
    DayRate,
    WeekRate,
    RateDivisor,
    RatePrecision,
    Factor,
    NightFactor,
    PreviousFactor,
    Amount,
    MinimumCall,
    Missing,
    Scheduled,
    ScheduledPart,
    LeastPaid,
    MostPaid,
    ReportingTime,
    SpreadOfHours,
    MinimumWage,
    MealDue,
    MealInterval,
    MealLate,
    Increment,
    Increments,
    PenaltyAmount,
    PenaltyThen,
    PenaltyCount,
    PenaltyHours,
    RequiredRest,
    Rest,
    ShortRest,
    FlatAmount,
    CapPerHour,
    FloorPerHour,
    CeilingPerHour,
    OvertimeRate,
    OvertimeHours,
    ContractedEnd,
    Contracted,
    AdditionalHour,
    FeeFactor,
    DayFee,
    Surcharge,
    EarlyHours,
    NightHours,
    NightBank,
    DayRateHours,
    TravelHours,
    IdleHours,
    WeekWorked,
    WeekPay,
    RegularRate,
    WeeklyOvertime,
    GuaranteedPayHours,
    EarnedPayHours,
    WeekGuarantee,
    DaysWorked,
    GuaranteeDays,
    DayFraction,
    PayHours,
    IncludedHours,
    LeaveRate,
    BasicPay,
    PriorAmount,
    One,
    Share,
    OpenPenalties,
    PenaltiesPriced,
    WholeHour,
};

enum class Unit : quint8 { Number, Moment, Minutes, Hours, Money, MoneyPerHour, Factor };

enum class Step : quint8 {
    Input,    // from the times, the deal or the days before
    Pack,     // a number of the pack
    Constant, // of arithmetic: 60 minutes are an hour
    Sum,
    Difference, // the first less all others
    Product,
    Quotient, // the first divided by the second
    Smaller,
    Larger,
    RoundUpTo, // the first to multiples of the second
    RoundDownTo,
    RoundHalfUpTo,
    Because, // the first; the others say why it is that one
};

struct DerivationNode {
    Step step = Step::Constant;
    Unit unit = Unit::Number;
    Word word = Word::Nothing;
    qint32 parameter = -1; // index in RulePack::parameters
    quint32 firstPart = 0; // in Sheet::parts()
    quint32 partCount = 0;
    Ratio value;
};

// A number on the way and the node that says how it came about (-1 where none is kept).
struct Term {
    Ratio value;
    qint32 node = -1;
};

// The paper everything is computed on. Each operation computes its value and, if the sheet is
// kept, writes down what it was made of, so that the explanation is the computation and cannot
// drift from it.
class Sheet
{
public:
    enum class Keep : quint8 { Everything, Nothing };

    explicit Sheet(Keep keep = Keep::Everything)
        : m_isKept(keep == Keep::Everything)
    {}

    [[nodiscard]] Term input(Word word, Unit unit, const Ratio &value);
    [[nodiscard]] Term constant(Word word, Unit unit, const Ratio &value);
    [[nodiscard]] Term pack(Word word, Unit unit, const Parameter &parameter);
    [[nodiscard]] Term compute(Step step, Word word, Unit unit, std::span<const Term> parts);
    [[nodiscard]] Term compute(Step step, Word word, Unit unit, std::initializer_list<Term> parts)
    {
        return compute(step, word, unit, std::span(parts.begin(), parts.size()));
    }

    // As a person wrote the time of an input, beside the instant that it was read as.
    void setTyped(qint32 node, const QString &text) { m_typed.emplace_back(node, text); }
    [[nodiscard]] QString typedText(qint32 node) const;

    // The nodes of another sheet behind those of this one. By what its numbers of nodes rise.
    qint32 append(const Sheet &other);

    [[nodiscard]] bool isKept() const { return m_isKept; }
    [[nodiscard]] const std::vector<DerivationNode> &nodes() const { return m_nodes; }
    [[nodiscard]] std::span<const qint32> partsOf(const DerivationNode &node) const
    {
        return std::span(m_parts).subspan(node.firstPart, node.partCount);
    }

private:
    qint32 keep(DerivationNode node);

    bool m_isKept;
    std::vector<DerivationNode> m_nodes;
    std::vector<qint32> m_parts;
    std::vector<std::pair<qint32, QString>> m_typed; // in order of node
};

// Computes the node again from its leaves, ignoring what stands at the nodes between: equal to
// the node's value, or the derivation is no explanation.
[[nodiscard]] Ratio evaluate(const Sheet &sheet, qint32 node);

} // namespace film::rules
