#pragma once

#include "app/controllers/week_store.h"

#include <QPromise>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace film::test {

// Weeks in memory. Answers at once, or, while `isHolding`, when release() is called; refuses to
// save with `failure` while that is set.
class FakeWeekStore final : public app::WeekStore
{
public:
    std::map<QDate, app::WeekSnapshot> weeks; // by first day
    std::optional<ErrorCode> failure;
    bool isHolding = false;
    int saves = 0;

    QFuture<Result<app::WeekSnapshot>> loadWeek(PersonId, QDate date) override
    {
        return answer<app::WeekSnapshot>([this, date]() -> Result<app::WeekSnapshot> {
            for (const auto &[first, week] : weeks)
                if (week.week.contains(date))
                    return week;
            return fail(ErrorCode::NotFound, QStringLiteral("no such week"));
        });
    }

    QFuture<Result<app::SavedDay>> saveDay(const WorkDay &before, const WorkDay &after,
                                           const app::UndoNote &note) override
    {
        const bool isRewrite = note.isRewrite;
        return answer<app::SavedDay>([this, before, after, isRewrite]() -> Result<app::SavedDay> {
            if (failure)
                return fail(*failure, QStringLiteral("refused by the test"));
            if (const WorkDay now = stored(after.key); isRewrite && now != before)
                return app::SavedDay{now, false, 0, true};
            ++saves;
            for (auto &[first, week] : weeks)
                if (week.week.contains(after.key.date))
                    put(week.days[std::size_t(first.daysTo(after.key.date))], after);
            return app::SavedDay{after, false};
        });
    }

    void release()
    {
        isHolding = false;
        std::deque<std::function<void()>> waiting = std::move(m_waiting);
        m_waiting.clear();
        for (const auto &finish : waiting)
            finish();
    }

    [[nodiscard]] WorkDay stored(QDate date) const
    {
        for (const auto &[first, week] : weeks)
            if (const app::WeekDay *day = week.find(date))
                return day->day;
        return {};
    }

    // Blank where that unit has none.
    [[nodiscard]] WorkDay stored(const WorkDayKey &key) const
    {
        WorkDay none;
        none.key = key;
        for (const auto &[first, week] : weeks)
            if (const app::WeekDay *day = week.find(key.date))
                if (const WorkDay *record = day->recordOf(key.unit))
                    return *record;
        return none;
    }

private:
    static void put(app::WeekDay &row, const WorkDay &after)
    {
        if (row.day.key.unit == after.key.unit) {
            row.day = after;
            return;
        }
        std::erase_if(row.others, [&](const auto &other) { return other.day.key == after.key; });
        if (!after.isBlank())
            row.others.push_back({after});
    }

    template<typename Value, typename Make>
    QFuture<Result<Value>> answer(Make make)
    {
        // Shared: std::function has to be copyable, a promise is not.
        auto promise = std::make_shared<QPromise<Result<Value>>>();
        promise->start();
        const auto finish = [promise, make] {
            promise->addResult(make());
            promise->finish();
        };
        if (isHolding)
            m_waiting.push_back(finish);
        else
            finish();
        return promise->future();
    }

    std::deque<std::function<void()>> m_waiting;
};

} // namespace film::test
