#pragma once

#include <QtGlobal>

// The numbers under which records, their groups and their fields are stored and sent. A number
// is never given a second meaning and never reused; a new field takes the next free one.
// A group is what two people can change at the same time without asking anybody; inside a
// group a second, different change is a conflict (docs/protocol.md).
namespace film {

enum class EntityType : quint32 {
    Production = 1,
    Unit = 2,
    Department = 3,
    Person = 4,
    Deal = 5,
    ShootingDay = 6,
    TimeEntry = 7, // a work day
    Grant = 8,
    Conflict = 9,
    Timecard = 10,
    Signature = 11,
};

namespace schema {

inline constexpr quint32 version = 1;

// Stands beside the groups of a change, and is none: whether the record is there at all. Content
// is the hash of all groups as the author saw them, deleted is 1 or absent.
namespace whole {
inline constexpr quint32 Group = 0;
enum Field : quint32 { Content = 1, Deleted = 2 };
} // namespace whole

namespace production {
enum Group : quint32 { Main = 1, Agreed = 2 };
// weekEndsOn: 1 Monday … 7 Sunday, the last day of the pay week.
enum Field : quint32 { Title = 1, Episode = 2, Zone = 3, WeekEndsOn = 4, Currency = 5 };
enum AgreedField : quint32 { SideLetter = 1 };
} // namespace production

namespace unit {
enum Group : quint32 { Main = 1 };
enum Field : quint32 { Name = 1 };
} // namespace unit

namespace department {
enum Group : quint32 { Main = 1 };
enum Field : quint32 { Name = 1, SortOrder = 2 };
} // namespace department

namespace person {
enum Group : quint32 { Main = 1 };
enum Field : quint32 { Name = 1, Department = 2, Position = 3, Unit = 4, SortOrder = 5 };
} // namespace person

namespace deal {
enum Group : quint32 { Identity = 1, Terms = 2 };
enum IdentityField : quint32 { Person = 1 };
enum TermsField : quint32 {
    Union = 1,
    RateMinor = 2, // per hour, minor units
    Currency = 3,
    GuaranteeMinutes = 4,
    RulePack = 5,
    From = 6, // Julian day number
    To = 7,
    DayRateMinor = 8,
    WeekRateMinor = 9,
    AdditionalHour = 10, // 1 or absent
    Own = 11, // terms of its own
};
} // namespace deal

namespace shooting_day {
enum Group : quint32 { Identity = 1, Plan = 2, Calls = 3 };
enum IdentityField : quint32 { Date = 1, Unit = 2 }; // date: Julian day number
enum PlanField : quint32 {
    DayNumber = 1,
    Kind = 2, // DayType
    Location = 3,
    Zone = 4,
    Call = 5, // minutes from midnight of the date, all of them
    Meal1Out = 6,
    Meal1In = 7,
    Wrap = 8,
    Scenes = 9,
};
// Lists of [id, minutes]; a person's call goes before the department's, that before the unit's.
enum CallsField : quint32 { ByDepartment = 1, ByPerson = 2 };
} // namespace shooting_day

namespace time_entry {
enum Group : quint32 {
    Identity = 1,
    Times = 2,
    Meals = 3,
    Rates = 4,
    Allowances = 5,
    Notes = 6,
    Approval = 7,
    Lifecycle = 8,
};
enum IdentityField : quint32 { Person = 1, Date = 2, Unit = 3 }; // date: Julian day number
// A time is a list [minutes, fold]: local wall minutes from midnight of the work day's date
// (25:30 is 1530), and 1 for the second of two equal wall times when the clocks go back.
enum TimesField : quint32 {
    DayTypeCode = 1,
    Call = 2,
    Wrap = 3,
    TravelToMinutes = 4,
    TravelFromMinutes = 5,
    Zone = 6,      // IANA zone of the work location
    CallUtcMs = 7, // derived from call, zone and fold; kept as they resolved when typed
    WrapUtcMs = 8,
    Location = 9,
    NdbOut = 10, // non-deductible breakfast
    NdbIn = 11,
};
// Meals: a list of [out, in], each a time or null.
enum MealsField : quint32 { Meals_ = 1 };
enum RatesField : quint32 { Account = 1, Episode = 2, Choices = 3 }; // choices: DayChoices
enum AllowancesField : quint32 { Items = 1 }; // a list of [code, minor units, currency]
enum NotesField : quint32 { Text = 1 };
// Level: ApprovalLevel. Content: the hash of the other groups that the approver saw.
enum ApprovalField : quint32 { Level = 1, Content = 2 };
enum LifecycleField : quint32 { State = 1 };
} // namespace time_entry

// What one member of the production may see and do. Nobody's word counts without one, and the one
// at the head of the log is the one that counts.
namespace grant {
enum Group : quint32 { Main = 1, Devices = 2, Custom = 3 };
// ended: 1 once the person is no longer on the production.
enum Field : quint32 { User = 1, Role = 2, Department = 3, Person = 4, Name = 5, Ended = 6 };
enum DevicesField : quint32 { Revoked = 1 }; // a list of device ids
// Of a role that the production made: its name and what it reaches, a list of [action, reach].
enum CustomField : quint32 { RoleName = 1, Reaches = 2 };
} // namespace grant

namespace conflict {
enum Group : quint32 { Main = 1, Candidates = 2, Resolution = 3 };
enum MainField : quint32 { Target = 1, TargetType = 2, Groups = 3, Kind = 4 };
// A list of [mutation, author, device, wall ms, received ms, envelope].
enum CandidatesField : quint32 { Items = 1 };
enum ResolutionField : quint32 { State = 1, Resolver = 2, Mutation = 3 };
} // namespace conflict

} // namespace schema
} // namespace film
