#pragma once

#include "app/controllers/conflict_store.h"
#include "app/controllers/crew_store.h"
#include "app/controllers/history_store.h"
#include "tests/support/ready_future.h"

#include <algorithm>

namespace film::test {

// A week of a crew in memory. Answers at once; refuses everything with `failure` while it is
// set, and single days that are locked in it.
class FakeCrewStore final : public app::CrewStore
{
public:
    app::CrewSnapshot week;
    std::optional<ErrorCode> failure;
    std::vector<std::vector<app::DayEdit>> saves; // what was asked for, call by call
    std::vector<app::UndoNote> notes;             // the same
    std::vector<app::CallMove> moves;
    std::vector<app::PenaltyReview> reviews;

    QFuture<Result<app::CrewSnapshot>> loadCrew(QDate) override
    {
        return readyFuture<Result<app::CrewSnapshot>>(week);
    }

    QFuture<Result<app::SaveReport>> saveDays(std::vector<app::DayEdit> edits, QString,
                                              app::UndoNote note) override
    {
        if (failure)
            return readyFuture<Result<app::SaveReport>>(
                fail(*failure, QStringLiteral("refused by the test")));
        saves.push_back(edits);
        notes.push_back(std::move(note));
        app::SaveReport report;
        for (const app::DayEdit &edit : edits) {
            app::CrewCell *cell = find(edit.after.key);
            if (!cell || cell->isLocked)
                report.refused.push_back(edit.after.key);
            else if (notes.back().isRewrite && cell->day != edit.before)
                report.changedSince.push_back(edit.after.key);
            else
                cell->day = edit.after;
        }
        return readyFuture<Result<app::SaveReport>>(report);
    }

    QFuture<Result<>> moveCall(app::CallMove move) override
    {
        if (failure)
            return readyFuture<Result<>>(fail(*failure, QStringLiteral("refused by the test")));
        for (app::CrewDate &date : week.dates) {
            for (ShootingDay &sheet : date.sheets) {
                if (sheet.date != move.key.date || sheet.unit != move.key.unit)
                    continue;
                std::erase_if(sheet.personCalls,
                              [&](const auto &own) { return own.who == move.key.person; });
                if (move.after)
                    sheet.personCalls.push_back({move.key.person, *move.after});
            }
        }
        find(move.key)->plannedCall = move.after;
        moves.push_back(std::move(move));
        return readyFuture<Result<>>({});
    }

    QFuture<Result<>> review(app::PenaltyReview review) override
    {
        if (failure)
            return readyFuture<Result<>>(fail(*failure, QStringLiteral("refused by the test")));
        find(review.key)->reviewed = review.after;
        reviews.push_back(std::move(review));
        return readyFuture<Result<>>({});
    }

    [[nodiscard]] app::CrewCell *find(const WorkDayKey &key)
    {
        for (app::CrewDepartment &department : week.departments) {
            for (app::CrewPerson &person : department.people) {
                for (app::CrewCell &cell : person.days) {
                    if (cell.day.key == key)
                        return &cell;
                }
            }
        }
        return nullptr;
    }
};

class FakeConflictStore final : public app::ConflictStore
{
public:
    std::vector<app::DayConflict> conflicts;
    std::optional<ErrorCode> failure;
    std::vector<app::ConflictChoice> choices;

    QFuture<Result<std::vector<app::DayConflict>>> loadConflicts() override
    {
        return readyFuture<Result<std::vector<app::DayConflict>>>(conflicts);
    }

    QFuture<Result<app::SavedStep>> resolve(std::vector<app::ConflictChoice> wanted) override
    {
        using Answer = Result<app::SavedStep>;
        if (failure)
            return readyFuture<Answer>(fail(*failure, QStringLiteral("refused by the test")));
        app::SavedStep step;
        for (app::ConflictChoice &choice : wanted) {
            std::erase_if(conflicts, [&](const auto &other) { return other.id == choice.id; });
            step.days.push_back({choice.counting, choice.result});
            choices.push_back(std::move(choice));
        }
        return readyFuture<Answer>(step);
    }
};

class FakeHistoryStore final : public app::HistoryStore
{
public:
    app::DayHistory stored;

    QFuture<Result<app::DayHistory>> history(WorkDayKey) override
    {
        return readyFuture<Result<app::DayHistory>>(stored);
    }
};

} // namespace film::test
