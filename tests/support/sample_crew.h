#pragma once

#include "app/models/conflict_snapshot.h"
#include "app/models/crew_snapshot.h"
#include "shared/domain/day_line.h"

namespace film::test {

// The week of the mock-ups: Thursday evening, 20 November 2025; Camera and Electric in full,
// with the exceptions that are on them.

template<typename IdType>
[[nodiscard]] IdType sampleId(int number)
{
    std::array<quint8, 16> bytes{};
    bytes[0] = quint8(number >> 8);
    bytes[15] = quint8(number & 0xff);
    return IdType(bytes);
}

inline const QDate crewWeek(2025, 11, 16);
inline constexpr int crewThursday = 4;
inline constexpr int crewFriday = 5;

[[nodiscard]] inline DayTimes timesFrom(const char *line)
{
    const DayLineReading reading = readDayLine(QString::fromUtf8(line), {});
    Q_ASSERT(reading.times);
    return *reading.times;
}

[[nodiscard]] inline ShootingDay sampleSheet(int day)
{
    ShootingDay sheet;
    sheet.date = crewWeek.addDays(day);
    sheet.unit = sampleId<UnitId>(1);
    sheet.dayNumber = 25 + day;
    sheet.location = QStringLiteral("Stage 4");
    sheet.zone = "America/New_York";
    sheet.call = Minutes(7 * 60);
    sheet.meal1Out = Minutes(13 * 60);
    sheet.meal1In = Minutes(13 * 60 + 30);
    sheet.wrap = Minutes(19 * 60 + 30);
    if (day == crewFriday)
        sheet.personCalls = {{sampleId<PersonId>(14), Minutes(5 * 60)},
                             {sampleId<PersonId>(16), Minutes(5 * 60)},
                             {sampleId<PersonId>(18), Minutes(5 * 60)}};
    return sheet;
}

// `week`: a day line for Monday to Thursday each; empty for nothing entered, "x" for not called.
[[nodiscard]] inline app::CrewPerson samplePerson(int number, const char *name,
                                                  const char *position,
                                                  const std::array<const char *, 4> &week,
                                                  int fridayCall = 7 * 60)
{
    app::CrewPerson person;
    person.id = sampleId<PersonId>(number);
    person.name = QString::fromUtf8(name);
    person.position = QString::fromUtf8(position);
    for (int day = 0; day < 7; ++day) {
        app::CrewCell &cell = person.days[size_t(day)];
        cell.day.key = {person.id, crewWeek.addDays(day), sampleId<UnitId>(1)};
        if (day < 1 || day > crewFriday)
            continue;
        cell.isCalled = true;
        cell.plannedCall = Minutes(day == crewFriday ? fridayCall : 7 * 60);
        const QByteArrayView line = day == crewFriday ? "" : week[size_t(day - 1)];
        if (line == "x") {
            cell.isCalled = false;
            cell.plannedCall.reset();
        } else if (!line.isEmpty()) {
            cell.day = withTimes(cell.day, timesFrom(line.data()));
            cell.day.state = DayState::Confirmed;
        }
    }
    return person;
}

[[nodiscard]] inline app::CrewSnapshot sampleCrew()
{
    constexpr const char *mon = "0700 1300-1330 1918";
    constexpr const char *tue = "0700 1300-1330 1930";
    constexpr const char *wed = "0700 1248-1318 1912-1942 2036";
    constexpr const char *thu = "0700 1300-1330 1930";
    constexpr const char *early = "0700 1300-1330 1918";
    constexpr int five = 5 * 60;

    app::CrewSnapshot crew;
    crew.today = crewWeek.addDays(crewThursday);
    crew.now = Minutes(20 * 60 + 15);
    for (int day = 0; day < 7; ++day) {
        crew.dates[size_t(day)].date = crewWeek.addDays(day);
        if (day >= 1 && day <= crewFriday)
            crew.dates[size_t(day)].sheets = {sampleSheet(day)};
    }

    app::CrewDepartment production{sampleId<DepartmentId>(1), QStringLiteral("Production"), {}};
    production.people = {
        samplePerson(1, "Theo Marchetti", "Production accountant", {mon, tue, wed, thu}),
        samplePerson(2, "Priya Nair", "Production coordinator", {mon, tue, wed, thu}),
    };
    app::CrewDepartment camera{sampleId<DepartmentId>(2), QStringLiteral("Camera"), {}};
    camera.people = {
        samplePerson(11, "Ingrid Solheim", "Cinematographer", {mon, tue, wed, thu}),
        samplePerson(12, "Ruben Castellane", "A-cam operator", {mon, tue, wed, thu}),
        samplePerson(13, "Aiko Brandvold", "B-cam operator", {mon, tue, wed, thu}),
        samplePerson(14, "Maya Lindqvist", "1st AC, A-cam",
                     {mon, "0700 1312-1342 1930", wed, early}, five),
        samplePerson(15, "Dario Venn", "1st AC, B-cam", {mon, tue, wed, thu}),
        samplePerson(16, "Jonas Weller", "2nd AC, A-cam", {mon, tue, wed, early}, five),
        samplePerson(17, "Freya Okonjo", "2nd AC, B-cam", {mon, tue, wed, thu}),
        samplePerson(18, "Samir Haddou", "DIT", {mon, tue, wed, early}, five),
        samplePerson(19, "Lena Moravec", "Loader", {mon, tue, wed, thu}),
        samplePerson(20, "Cal Prideaux", "Stills", {mon, "x", wed, "x"}),
    };
    app::CrewDepartment electric{sampleId<DepartmentId>(3), QStringLiteral("Electric"), {}};
    constexpr const char *noMeal2 = "0700 1248-1318 2036";
    electric.people = {
        samplePerson(31, "Tomas Okafor", "Gaffer", {mon, tue, wed, thu}),
        samplePerson(32, "Greta Nyström", "Best boy electric", {mon, tue, wed, thu}),
        samplePerson(33, "Idris Kamara", "Lamp operator", {mon, tue, wed, ""}),
        samplePerson(34, "Nils Aaberg", "Lamp operator", {mon, tue, noMeal2, ""}),
        samplePerson(35, "Paloma Reyes", "Lamp operator", {mon, tue, wed, ""}),
        samplePerson(36, "Owen Tachibana", "Lamp operator", {mon, tue, wed, ""}),
        samplePerson(37, "Hanna Vogt", "Lamp operator", {mon, tue, wed, ""}),
        samplePerson(38, "Marek Duda", "Lamp operator", {mon, tue, noMeal2, thu}),
    };
    crew.departments = {production, camera, electric};
    return crew;
}

// The same crew as the production office sees it: everybody's deal under the sample's agreement.
[[nodiscard]] inline app::CrewSnapshot pricedCrew()
{
    app::CrewSnapshot crew = sampleCrew();
    crew.zone = "America/New_York";
    for (app::CrewDepartment &department : crew.departments) {
        for (app::CrewPerson &person : department.people) {
            person.deal = Deal{};
            person.deal->person = person.id;
            person.deal->hourlyRate = Money(5200, Currency::Usd);
            person.deal->rulePack = QStringLiteral("NL-2025");
        }
    }
    return crew;
}

[[nodiscard]] inline app::DayConflict sampleConflict()
{
    app::DayConflict conflict;
    conflict.id = sampleId<ConflictId>(900);
    conflict.personName = QStringLiteral("Maya Lindqvist");
    conflict.before.key = {sampleId<PersonId>(14), crewWeek.addDays(crewThursday),
                           sampleId<UnitId>(1)};
    conflict.before.call = TimeField::at(7 * 60);
    conflict.before.state = DayState::Confirmed;

    WorkDay mine = withTimes(conflict.before, timesFrom("0700 1300-1330 1930"));
    mine.notes = QStringLiteral("A-cam to truck");
    const WorkDay theirs = withTimes(conflict.before, timesFrom("0700 1300-1330 1918"));
    conflict.counting = theirs;
    const Instant evening = instantFromMs(1763685120000); // 20 Nov 2025, 19:32 in New York
    conflict.versions = {
        {sampleId<MutationId>(901), QStringLiteral("Maya Lindqvist"), QStringLiteral("A-cam cart"),
         true, evening, mine},
        {sampleId<MutationId>(902), QStringLiteral("Priya Nair"), QStringLiteral("Priya’s laptop"),
         false, evening + std::chrono::minutes(26), theirs},
    };
    return conflict;
}

} // namespace film::test
