#pragma once

#include "app/controllers/approvals_store.h"
#include "shared/domain/time_fields.h"
#include "tests/support/ready_future.h"
#include "tests/support/sample_crew.h"
#include "tests/support/sample_week.h"

#include <algorithm>
#include <map>

namespace film::test {

// Camera's week of the sample on its Saturday morning, in memory: six cards wait, two are
// approved, one was not handed in. Answers at once, and signs nothing but what is there.
class FakeApprovalsStore final : public app::ApprovalsStore
{
public:
    app::CrewSnapshot crew = cameraCrew();
    ApprovalLevel level = ApprovalLevel::Department;
    std::map<PersonId, ApprovalLevel> levels;
    std::map<PersonId, std::vector<SignOff>> said;
    app::PinState pin{true, false, 5, {}};
    QString rightPin = QStringLiteral("2468");
    std::optional<ErrorCode> failure; // of the next write
    std::vector<DayToSign> signedDays;
    std::vector<ApprovedWeek> signedWeeks;
    QString lastReason;
    std::vector<WorkDayKey> leftAlone; // by the next change of states
    bool canDelegate = true;
    QString inPlaceOf;
    app::Delegations delegations{
        {{UserId(std::array<quint8, 16>{7}), QStringLiteral("Ruben Castellane"),
          QStringLiteral("A-cam operator")}},
        {}};

    FakeApprovalsStore()
    {
        levels[sampleId<PersonId>(15)] = levels[sampleId<PersonId>(19)] = ApprovalLevel::Department;
        for (const int number : {15, 19})
            said[sampleId<PersonId>(number)].push_back({SignOff::Kind::Approved,
                                                        ApprovalLevel::Department,
                                                        keyOf(number),
                                                        signedAt(),
                                                        QStringLiteral("Ingrid Solheim"),
                                                        true,
                                                        false,
                                                        false,
                                                        {}});
        for (app::CrewPerson &person : crew.departments.front().people) {
            if (person.name == QStringLiteral("Cal Prideaux"))
                continue;
            setState(person, DayState::Submitted);
            SignOff submitted;
            submitted.key = person.days[1].day.key;
            submitted.at = sampleInstant(QDate(2025, 11, 21), 21, 14);
            submitted.who = person.name;
            submitted.isByOwner = true;
            said[person.id].insert(said[person.id].begin(), submitted);
        }
    }

    QFuture<Result<app::ApprovalWeek>> loadQueue(QDate) override
    {
        app::ApprovalWeek week;
        week.crew = crew;
        week.level = level;
        week.signer = QStringLiteral("Ingrid Solheim");
        week.department = QStringLiteral("Camera");
        week.canDelegate = canDelegate;
        week.inPlaceOf = inPlaceOf;
        week.inPlaceUntil = QDate(2025, 11, 28);
        for (const app::CrewPerson &person : people()) {
            app::ApprovalEntry entry;
            entry.person = person.id;
            entry.standings = standingsOf(person);
            if (levelOf(person.id) != ApprovalLevel::None)
                entry.approvedAt = signedAt();
            week.entries.push_back(std::move(entry));
        }
        return readyFuture(Result<app::ApprovalWeek>(std::move(week)));
    }

    QFuture<Result<app::ApprovalCard>> loadCard(PersonId id, QDate) override
    {
        app::ApprovalCard card;
        const app::CrewPerson &person = *find(id);
        card.week = emptyWeek(crewWeek, 6);
        card.week.person = id;
        card.week.personName = person.name;
        card.week.position = person.position;
        card.week.deal = person.deal;
        for (size_t i = 0; i < person.days.size(); ++i) {
            app::WeekDay &day = card.week.days[i];
            day.day = person.days[i].day;
            day.hasTwoVersions = person.days[i].hasConflict;
            if (person.days[i].isCalled)
                day.plan = samplePlan(25 + int(i), person.days[i].plannedCall->count(),
                                      QStringLiteral("Stage 4"));
        }
        if (person.dayBefore)
            card.week.earlier = {*person.dayBefore};
        card.standings = standingsOf(person);
        card.said = said[id];
        for (const ApprovedWeek &week : signedWeeks) {
            if (week.person == id && week.isOf(card.standings))
                card.week.approvedPay = week;
        }
        return readyFuture(Result<app::ApprovalCard>(std::move(card)));
    }

    QFuture<Result<>> approve(std::vector<DayToSign> days, std::vector<ApprovedWeek> weeks) override
    {
        if (failure)
            return readyFuture(Result<>(fail(*std::exchange(failure, std::nullopt), {})));
        if (!std::ranges::all_of(days, [this](const DayToSign &day) { return isThere(day); }))
            return readyFuture(Result<>(fail(ErrorCode::Conflict, {})));
        for (const DayToSign &day : days) {
            levels[day.key.person] = level;
            said[day.key.person].push_back({SignOff::Kind::Approved,
                                            level,
                                            day.key,
                                            signedAt(),
                                            QStringLiteral("Ingrid Solheim"),
                                            true,
                                            false,
                                            true,
                                            {}});
        }
        signedDays = std::move(days);
        signedWeeks = std::move(weeks);
        return readyFuture(Result<>());
    }

    QFuture<Result<>> withdraw(std::vector<DayToSign> days, Withdrawal) override
    {
        const bool isStanding = std::ranges::all_of(days, [this](const DayToSign &day) {
            return isThere(day) && levelOf(day.key.person) != ApprovalLevel::None;
        });
        if (!isStanding)
            return readyFuture(Result<>(fail(ErrorCode::Conflict, {})));
        for (const DayToSign &day : days)
            levels[day.key.person] = ApprovalLevel::None;
        return readyFuture(Result<>());
    }

    QFuture<Result<app::SavedDays>> saveStates(std::vector<app::EditedDay> days,
                                               QString reason) override
    {
        lastReason = reason;
        app::SavedDays saved;
        saved.changedSince = std::exchange(leftAlone, {});
        for (const app::EditedDay &edit : days) {
            if (std::ranges::find(saved.changedSince, edit.after.key) != saved.changedSince.end())
                continue;
            app::CrewPerson *person = find(edit.after.key.person);
            for (app::CrewCell &cell : person->days) {
                if (cell.day.key == edit.after.key)
                    cell.day.state = edit.after.state;
            }
        }
        return readyFuture(Result<app::SavedDays>(std::move(saved)));
    }

    QFuture<Result<>> initial(WorkDayKey, Hash32, std::optional<QString>) override
    {
        return readyFuture(Result<>());
    }

    QFuture<Result<app::Delegations>> loadDelegations() override
    {
        return readyFuture(Result<app::Delegations>(delegations));
    }
    QFuture<Result<>> setDeputy(UserId user, std::optional<QDate> until) override
    {
        if (failure)
            return readyFuture(Result<>(fail(*std::exchange(failure, std::nullopt), {})));
        std::erase_if(delegations.standing,
                      [&](const app::Delegation &one) { return one.user == user; });
        for (const app::DelegationMember &member : delegations.members) {
            if (member.user == user && until)
                delegations.standing.push_back(
                    {user, member.name, QStringLiteral("Ingrid Solheim"), *until, false, true});
        }
        return readyFuture(Result<>());
    }

    QFuture<Result<app::PinState>> pinState() override
    {
        return readyFuture(Result<app::PinState>(pin));
    }

    QFuture<Result<app::PinAnswer>> enterPin(QString text) override
    {
        const bool isRight = text == rightPin;
        pin.isOpen = isRight;
        pin.isSet = pin.isSet || isRight;
        pin.triesLeft = isRight ? 5 : pin.triesLeft - 1;
        const app::PinVerdict verdict = isRight ? app::PinVerdict::Right : app::PinVerdict::Wrong;
        return readyFuture(Result<app::PinAnswer>(app::PinAnswer{verdict, pin}));
    }

    QFuture<Result<app::PinAnswer>> changePin(QString before, QString next) override
    {
        const bool isRight = before == rightPin;
        if (isRight)
            rightPin = next;
        pin.triesLeft = isRight ? 5 : pin.triesLeft - 1;
        const app::PinVerdict verdict = isRight ? app::PinVerdict::Right : app::PinVerdict::Wrong;
        return readyFuture(Result<app::PinAnswer>(app::PinAnswer{verdict, pin}));
    }

    [[nodiscard]] app::CrewPerson *find(PersonId id)
    {
        for (app::CrewPerson &person : crew.departments.front().people) {
            if (person.id == id)
                return &person;
        }
        return nullptr;
    }

private:
    [[nodiscard]] static Instant signedAt() { return sampleInstant(QDate(2025, 11, 22), 9, 58); }
    [[nodiscard]] static WorkDayKey keyOf(int number)
    {
        return {sampleId<PersonId>(number), crewWeek.addDays(1), sampleId<UnitId>(1)};
    }
    [[nodiscard]] const std::vector<app::CrewPerson> &people() const
    {
        return crew.departments.front().people;
    }
    [[nodiscard]] ApprovalLevel levelOf(PersonId id) const
    {
        const auto found = levels.find(id);
        return found == levels.end() ? ApprovalLevel::None : found->second;
    }
    static void setState(app::CrewPerson &person, DayState state)
    {
        for (app::CrewCell &cell : person.days) {
            if (!cell.day.isBlank())
                cell.day.state = state;
        }
    }
    [[nodiscard]] bool isThere(const DayToSign &day)
    {
        const app::CrewPerson *person = find(day.key.person);
        return person
            && std::ranges::any_of(standingsOf(*person), [&day](const DayStanding &standing) {
                   return standing.key == day.key && standing.content == day.content;
               });
    }
    // The content is made from what is to be told apart here: the wrap.
    [[nodiscard]] std::vector<DayStanding> standingsOf(const app::CrewPerson &person) const
    {
        std::vector<DayStanding> standings;
        for (const app::CrewCell &cell : person.days) {
            if (!cell.day.isBlank())
                standings.push_back(
                    {cell.day.key, levelOf(person.id),
                     sha256(QByteArray::number(
                         cell.day.wrap.isKnown() ? cell.day.wrap.minutes().count() : -1))});
        }
        return standings;
    }
    [[nodiscard]] static app::CrewSnapshot cameraCrew()
    {
        app::CrewSnapshot all = pricedCrew();
        all.today = crewWeek.addDays(6);
        all.now = Minutes(10 * 60 + 5);
        app::CrewDepartment camera = all.departments[1];
        std::erase_if(camera.people, [](const app::CrewPerson &person) {
            return person.name == QStringLiteral("Ingrid Solheim");
        });
        for (app::CrewPerson &person : camera.people) {
            const bool isOut = person.name == QStringLiteral("Cal Prideaux");
            app::CrewCell &friday = person.days[size_t(crewFriday)];
            if (isOut) {
                friday.isCalled = false;
                friday.plannedCall.reset();
                continue;
            }
            const bool isEarly = friday.plannedCall == Minutes(5 * 60);
            friday.plannedCall = Minutes(isEarly ? 5 * 60 + 30 : 7 * 60);
            friday.day = withTimes(
                friday.day, timesFrom(isEarly ? "0530 1130-1200 1730" : "0700 1300-1330 1930"));
            friday.day.travelTo = Minutes(60);
            for (app::CrewCell &cell : person.days) {
                if (!cell.day.isBlank())
                    cell.day.zone = "America/New_York";
            }
        }
        all.departments = {camera};
        return all;
    }
};

} // namespace film::test
