#pragma once

#include "app/models/week_snapshot.h"

#include <QDateTime>
#include <QTimeZone>

namespace film::test {

// Maya's week 6 of the invented production "Northern Lights", as the design pictures show it:
// today is Thursday 20 Nov 2025, 12:06, she is on her fourth day and Friday calls at 5.0.
inline const QDate thursday(2025, 11, 20);
inline const QByteArray sampleZone("America/New_York");

// A moment on the production's own clock.
[[nodiscard]] inline Instant sampleInstant(QDate date, int hour, int minute)
{
    const QDateTime moment(date, QTime(hour, minute), QTimeZone(sampleZone));
    return instantFromMs(moment.toMSecsSinceEpoch());
}

[[nodiscard]] inline app::DayPlan samplePlan(int number, int call, const QString &location)
{
    app::DayPlan plan;
    plan.times.call = TimeField::at(call);
    plan.times.meals = {{TimeField::at(call + 360), TimeField::at(call + 390)}};
    plan.times.wrap = TimeField::at(call + 750);
    plan.dayNumber = number;
    plan.location = location;
    plan.scenes = QStringLiteral("41, 42A, 43");
    return plan;
}

[[nodiscard]] inline WorkDay sampleDay(const WorkDayKey &key, int call, int out, int in, int wrap)
{
    WorkDay day;
    day.key = key;
    day.zone = sampleZone;
    day.state = DayState::Confirmed;
    if (call > 0)
        day.call = TimeField::at(call);
    if (out > 0)
        day.meals = {{TimeField::at(out), TimeField::at(in)}};
    if (wrap > 0)
        day.wrap = TimeField::at(wrap);
    return day;
}

[[nodiscard]] inline std::vector<app::HistoryEntry> sampleHistory()
{
    const auto callWas = [](TimeField before, int after) {
        return std::vector<app::HistoryChange>{
            {{DayField::Call}, before, TimeField::at(after), {}}};
    };
    const QString priya = QStringLiteral("Priya Nair");
    const QDate wednesday = thursday.addDays(-1);
    return {
        {sampleInstant(thursday, 7, 2), QStringLiteral("Maya Lindqvist"), true, false,
         callWas({}, 420)},
        {sampleInstant(wednesday, 21, 10), priya, false, true, callWas(TimeField::at(390), 420)},
        {sampleInstant(wednesday, 18, 24), priya, false, true, callWas({}, 390)},
    };
}

[[nodiscard]] inline app::WeekSnapshot emptyWeek(QDate first, int number)
{
    app::WeekSnapshot week;
    week.person = PersonId(std::array<quint8, 16>{1});
    week.personName = QStringLiteral("Maya Lindqvist");
    week.position = QStringLiteral("1st AC, A-cam");
    week.zone = sampleZone;
    week.week.first = first;
    week.number = number;
    week.days.resize(7);
    for (int i = 0; i < 7; ++i)
        week.days[std::size_t(i)].day.key = {week.person, first.addDays(i), {}};
    return week;
}

[[nodiscard]] inline app::WeekSnapshot sampleWeek()
{
    app::WeekSnapshot week = emptyWeek(QDate(2025, 11, 16), 6);
    week.deal = Deal{};
    week.deal->person = week.person;
    week.deal->hourlyRate = Money(5200, Currency::Usd);
    week.deal->rulePack = QStringLiteral("NL-2025");
    std::vector<app::WeekDay> &days = week.days;
    days[0].day.type = DayType::Off;
    days[6].day.type = DayType::Off;
    const QString stage = QStringLiteral("Stage 4");
    days[1].plan = samplePlan(26, 420, stage);
    days[2].plan = samplePlan(27, 420, stage);
    days[3].plan = samplePlan(28, 420, QStringLiteral("Backlot"));
    days[4].plan = samplePlan(29, 420, stage);
    days[5].plan = samplePlan(30, 300, QStringLiteral("Lake location"));
    days[1].day = sampleDay(days[1].day.key, 420, 780, 810, 1140);
    days[2].day = sampleDay(days[2].day.key, 420, 792, 822, 1170);
    days[3].day = sampleDay(days[3].day.key, 420, 768, 798, 1248);
    days[3].day.meals.push_back({TimeField::at(1152), TimeField::at(1182)});
    days[4].day = sampleDay(days[4].day.key, 420, 0, 0, 0);
    days[4].history = sampleHistory();
    return week;
}

} // namespace film::test
