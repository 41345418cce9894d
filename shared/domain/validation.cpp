#include "shared/domain/validation.h"

#include <algorithm>

namespace film {

namespace {

struct Moment {
    DayFieldRef field;
    Instant instant;
};

Minutes between(Instant from, Instant to)
{
    return std::chrono::floor<Minutes>(to - from);
}

// Without a zone the wall clock is counted as if it never changed.
const QTimeZone &zoneOrUtc(const QTimeZone &zone)
{
    static const QTimeZone utc = QTimeZone::utc();
    return zone.isValid() ? zone : utc;
}

std::optional<Instant> instantOf(const WorkDay &day, const TimeField &time, const QTimeZone &zone)
{
    if (!time.isKnown())
        return std::nullopt;
    return toInstant(day.key.date, time.time(), zoneOrUtc(zone));
}

class Validator
{
public:
    Validator(const WorkDay &day, const DayContext &context)
        : m_day(day)
        , m_context(context)
    {}

    [[nodiscard]] std::vector<Problem> validate()
    {
        if (!m_day.zone.isEmpty() && !m_context.zone.isValid())
            warn(ProblemKind::UnknownZone, {});
        resolveTimes();
        checkOrder();
        checkCompleteness();
        checkLength();
        checkMeals();
        checkNeighbours();
        return std::move(m_problems);
    }

private:
    void warn(ProblemKind kind, std::vector<DayFieldRef> fields, Minutes actual = Minutes(0),
              Minutes limit = Minutes(0))
    {
        m_problems.push_back({kind, Severity::Warns, std::move(fields), actual, limit, {}});
    }

    // Puts each known time on the line of time, in the order in which a day runs.
    void resolveTimes()
    {
        resolve({DayField::Call}, m_day.call);
        resolve({DayField::NdbOut}, m_day.ndbOut);
        resolve({DayField::NdbIn}, m_day.ndbIn);
        for (size_t i = 0; i < m_day.meals.size(); ++i) {
            resolve({DayField::MealOut, i}, m_day.meals[i].out);
            resolve({DayField::MealIn, i}, m_day.meals[i].in);
        }
        resolve({DayField::Wrap}, m_day.wrap);
    }

    void resolve(DayFieldRef field, const TimeField &time)
    {
        if (!time.isKnown())
            return;
        const QTimeZone &zone = zoneOrUtc(m_context.zone);
        const ZoneReading reading = readWallTime(m_day.key.date, time.minutes(), zone);
        if (const auto *gap = std::get_if<TimeInGap>(&reading)) {
            m_problems.push_back({ProblemKind::InGap, Severity::Blocks, {field}, {}, {}, *gap});
        } else if (const auto *twice = std::get_if<AmbiguousTime>(&reading)) {
            if (!m_context.foldsAreAnswered)
                m_problems.push_back({ProblemKind::AskFold, Severity::Asks, {field}, {}, {}, {}});
            m_moments.push_back({field, time.time().fold == 0 ? twice->first : twice->second});
        } else if (const auto *instant = std::get_if<Instant>(&reading)) {
            m_moments.push_back({field, *instant});
        }
    }

    void checkOrder()
    {
        for (size_t i = 1; i < m_moments.size(); ++i) {
            const Moment &before = m_moments[i - 1];
            const Moment &after = m_moments[i];
            if (after.instant < before.instant) {
                m_problems.push_back({ProblemKind::WrongOrder,
                                      Severity::Blocks,
                                      {before.field, after.field},
                                      between(after.instant, before.instant),
                                      {},
                                      {}});
                m_isInOrder = false;
            }
        }
    }

    void checkCompleteness()
    {
        const bool hasAny = !m_moments.empty();
        if (hasAny && !hasTimes(m_day.type))
            warn(ProblemKind::TimesOnDayOff, {{DayField::Type}});
        if (!hasTimes(m_day.type))
            return;
        if (!hasAny && m_context.isShootingDay)
            warn(ProblemKind::NoTimes, {{DayField::Call}});
        if (hasAny && m_day.call.isUnknown())
            warn(ProblemKind::MissingCall, {{DayField::Call}});
        for (size_t i = 0; i < m_day.meals.size(); ++i) {
            const Meal &meal = m_day.meals[i];
            if (meal.out.isKnown() && meal.in.isUnknown())
                warn(ProblemKind::MissingMealEnd, {{DayField::MealIn, i}});
            if (meal.in.isKnown() && meal.out.isUnknown())
                warn(ProblemKind::MissingMealEnd, {{DayField::MealOut, i}});
        }
        if (hasAny && m_day.wrap.isUnknown())
            warn(ProblemKind::MissingWrap, {{DayField::Wrap}});
    }

    void checkLength()
    {
        const std::optional<Instant> call = instantOf(m_day, m_day.call, m_context.zone);
        const std::optional<Instant> wrap = instantOf(m_day, m_day.wrap, m_context.zone);
        if (!call || !wrap)
            return;
        const Minutes length = between(*call, *wrap);
        if (length > m_context.limits.dayMax)
            warn(ProblemKind::LongDay, {{DayField::Call}, {DayField::Wrap}}, length,
                 m_context.limits.dayMax);
    }

    // Work runs from the call, the end of an NDB or of a meal to the next meal or the wrap. A
    // meal of which one end is missing hides how long it ran.
    void checkMeals()
    {
        if (!m_isInOrder || !m_day.call.isKnown())
            return;
        const Moment *workFrom = nullptr;
        for (const Moment &moment : m_moments) {
            const DayField field = moment.field.field;
            const bool endsWork = field == DayField::MealOut || field == DayField::Wrap;
            if (endsWork && workFrom)
                checkStretch(*workFrom, moment);
            if (field == DayField::Call || field == DayField::NdbIn || field == DayField::MealIn)
                workFrom = &moment;
            else if (field == DayField::MealOut)
                workFrom = nullptr;
        }
    }

    void checkStretch(const Moment &from, const Moment &to)
    {
        const Minutes worked = between(from.instant, to.instant);
        if (worked > m_context.limits.mealWithin)
            warn(ProblemKind::MealLate, {from.field, to.field}, worked,
                 m_context.limits.mealWithin);
    }

    void checkNeighbours()
    {
        if (m_context.previous) {
            const NeighbourDay &previous = *m_context.previous;
            checkRest(instantOf(previous.day, previous.day.wrap, previous.zone),
                      instantOf(m_day, m_day.call, m_context.zone), DayField::Call,
                      ProblemKind::OverlapsPrevious);
        }
        if (m_context.next) {
            const NeighbourDay &next = *m_context.next;
            checkRest(instantOf(m_day, m_day.wrap, m_context.zone),
                      instantOf(next.day, next.day.call, next.zone), DayField::Wrap,
                      ProblemKind::OverlapsNext);
        }
    }

    void checkRest(std::optional<Instant> wrap, std::optional<Instant> call, DayField field,
                   ProblemKind overlap)
    {
        if (!wrap || !call)
            return;
        const Minutes rest = between(*wrap, *call);
        if (rest < Minutes(0))
            warn(overlap, {{field}}, -rest);
        else if (rest < m_context.limits.restMin)
            warn(ProblemKind::ShortRest, {{field}}, rest, m_context.limits.restMin);
    }

    const WorkDay &m_day;
    const DayContext &m_context;
    std::vector<Moment> m_moments;
    std::vector<Problem> m_problems;
    bool m_isInOrder = true;
};

} // namespace

std::vector<Problem> validate(const WorkDay &day, const DayContext &context)
{
    return Validator(day, context).validate();
}

bool canSave(const std::vector<Problem> &problems)
{
    return std::ranges::none_of(
        problems, [](const Problem &problem) { return problem.severity == Severity::Blocks; });
}

} // namespace film
