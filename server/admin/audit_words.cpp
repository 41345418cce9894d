#include "server/admin/audit_words.h"

#include "shared/domain/approved_week.h"
#include "shared/domain/deputy.h"
#include "shared/domain/field_reader.h"
#include "shared/domain/time_format.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/record_content.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>

namespace film::server {

using namespace Qt::StringLiterals;
using protocol::Envelope;
using protocol::GroupChange;
using protocol::Operation;
using protocol::Outcome;

namespace {

constexpr qsizetype textMax = 4'000; // of one cell

// How a field's value is read.
enum class Shape : quint8 {
    Hidden, // follows from others, or says whose record it is
    Text,
    Number,
    Flag,
    Time,   // a work time
    Meals,  // several of two
    Clock,  // minutes from midnight, as a call sheet has them
    Length, // minutes
    Date,   // Julian day number
    Weekday,
    Minor, // money
    DayKind,
    Choices,
    Allowances,
    State,
    RoleName,
    Department,
    Unit,
    Person,
    Devices,
    DepartmentCalls,
    PersonCalls,
    Packs, // of rules, each with its version
};

struct FieldWord {
    EntityType type;
    quint32 group;
    quint32 field;
    QStringView key;
    QStringView word;
    Shape shape;
};

namespace production = schema::production;
namespace unit = schema::unit;
namespace department = schema::department;
namespace person = schema::person;
namespace deal = schema::deal;
namespace sheet = schema::shooting_day;
namespace day = schema::time_entry;
namespace grant = schema::grant;
namespace timecard = schema::timecard;

// clang-format off
constexpr std::array words{
    FieldWord{EntityType::TimeEntry, day::Identity, day::Person, u"person", u"person", Shape::Hidden},
    FieldWord{EntityType::TimeEntry, day::Identity, day::Date, u"date", u"date", Shape::Hidden},
    FieldWord{EntityType::TimeEntry, day::Identity, day::Unit, u"unit", u"unit", Shape::Hidden},
    FieldWord{EntityType::TimeEntry, day::Times, day::DayTypeCode, u"day-type", u"day type", Shape::DayKind},
    FieldWord{EntityType::TimeEntry, day::Times, day::Call, u"call", u"call", Shape::Time},
    FieldWord{EntityType::TimeEntry, day::Times, day::NdbOut, u"ndb-out", u"NDB out", Shape::Time},
    FieldWord{EntityType::TimeEntry, day::Times, day::NdbIn, u"ndb-in", u"NDB in", Shape::Time},
    FieldWord{EntityType::TimeEntry, day::Meals, day::Meals_, u"meal", u"meal", Shape::Meals},
    FieldWord{EntityType::TimeEntry, day::Times, day::Wrap, u"wrap", u"wrap", Shape::Time},
    FieldWord{EntityType::TimeEntry, day::Times, day::TravelToMinutes, u"travel-to", u"travel to", Shape::Length},
    FieldWord{EntityType::TimeEntry, day::Times, day::TravelFromMinutes, u"travel-from", u"travel from", Shape::Length},
    FieldWord{EntityType::TimeEntry, day::Times, day::Zone, u"zone", u"time zone", Shape::Text},
    FieldWord{EntityType::TimeEntry, day::Times, day::Location, u"location", u"location", Shape::Text},
    FieldWord{EntityType::TimeEntry, day::Times, day::CallUtcMs, u"call-utc", u"call in UTC", Shape::Hidden},
    FieldWord{EntityType::TimeEntry, day::Times, day::WrapUtcMs, u"wrap-utc", u"wrap in UTC", Shape::Hidden},
    FieldWord{EntityType::TimeEntry, day::Rates, day::Account, u"account", u"account", Shape::Text},
    FieldWord{EntityType::TimeEntry, day::Rates, day::Episode, u"episode", u"episode", Shape::Text},
    FieldWord{EntityType::TimeEntry, day::Rates, day::Choices, u"choices", u"choices", Shape::Choices},
    FieldWord{EntityType::TimeEntry, day::Allowances, day::Items, u"allowances", u"allowances", Shape::Allowances},
    FieldWord{EntityType::TimeEntry, day::Notes, day::Text, u"notes", u"notes", Shape::Text},
    FieldWord{EntityType::TimeEntry, day::Lifecycle, day::State, u"state", u"state", Shape::State},
    FieldWord{EntityType::ShootingDay, sheet::Identity, sheet::Date, u"date", u"date", Shape::Hidden},
    FieldWord{EntityType::ShootingDay, sheet::Identity, sheet::Unit, u"unit", u"unit", Shape::Hidden},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::DayNumber, u"planned-day-number", u"day number", Shape::Number},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Kind, u"planned-day-type", u"day type", Shape::DayKind},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Location, u"planned-location", u"location", Shape::Text},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Zone, u"planned-zone", u"time zone", Shape::Text},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Call, u"planned-call", u"call", Shape::Clock},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Meal1Out, u"planned-meal-out", u"meal 1 out", Shape::Clock},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Meal1In, u"planned-meal-in", u"meal 1 in", Shape::Clock},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Wrap, u"planned-wrap", u"wrap", Shape::Clock},
    FieldWord{EntityType::ShootingDay, sheet::Plan, sheet::Scenes, u"planned-scenes", u"scenes", Shape::Text},
    FieldWord{EntityType::ShootingDay, sheet::Calls, sheet::ByDepartment, u"planned-department-calls", u"calls of departments", Shape::DepartmentCalls},
    FieldWord{EntityType::ShootingDay, sheet::Calls, sheet::ByPerson, u"planned-person-calls", u"calls of people", Shape::PersonCalls},
    FieldWord{EntityType::Person, person::Main, person::Name, u"name", u"name", Shape::Text},
    FieldWord{EntityType::Person, person::Main, person::Department, u"department", u"department", Shape::Department},
    FieldWord{EntityType::Person, person::Main, person::Position, u"position", u"position", Shape::Text},
    FieldWord{EntityType::Person, person::Main, person::Unit, u"unit", u"unit", Shape::Unit},
    FieldWord{EntityType::Person, person::Main, person::SortOrder, u"order", u"order", Shape::Number},
    FieldWord{EntityType::Deal, deal::Identity, deal::Person, u"person", u"person", Shape::Hidden},
    FieldWord{EntityType::Deal, deal::Terms, deal::Union, u"union", u"union", Shape::Text},
    FieldWord{EntityType::Deal, deal::Terms, deal::RateMinor, u"rate", u"hourly rate", Shape::Minor},
    FieldWord{EntityType::Deal, deal::Terms, deal::DayRateMinor, u"day-rate", u"day rate", Shape::Minor},
    FieldWord{EntityType::Deal, deal::Terms, deal::WeekRateMinor, u"week-rate", u"week rate", Shape::Minor},
    FieldWord{EntityType::Deal, deal::Terms, deal::Currency, u"currency", u"currency", Shape::Text},
    FieldWord{EntityType::Deal, deal::Terms, deal::GuaranteeMinutes, u"guarantee", u"guarantee", Shape::Length},
    FieldWord{EntityType::Deal, deal::Terms, deal::RulePack, u"rule-pack", u"rule pack", Shape::Text},
    FieldWord{EntityType::Deal, deal::Terms, deal::From, u"deal-from", u"first day", Shape::Date},
    FieldWord{EntityType::Deal, deal::Terms, deal::To, u"deal-to", u"last day", Shape::Date},
    FieldWord{EntityType::Deal, deal::Terms, deal::AdditionalHour, u"additional-hour", u"additional hour", Shape::Flag},
    FieldWord{EntityType::Deal, deal::Terms, deal::Own, u"terms", u"terms", Shape::Text},
    FieldWord{EntityType::Timecard, timecard::Identity, timecard::Person, u"person", u"person", Shape::Hidden},
    FieldWord{EntityType::Timecard, timecard::Identity, timecard::First, u"first", u"first day", Shape::Hidden},
    FieldWord{EntityType::Timecard, timecard::Identity, timecard::Device, u"device", u"device", Shape::Hidden},
    FieldWord{EntityType::Timecard, timecard::Approved, timecard::Days, u"approved-days", u"approved days", Shape::Hidden},
    FieldWord{EntityType::Timecard, timecard::Approved, timecard::Packs, u"approved-packs", u"packs of the approval", Shape::Packs},
    FieldWord{EntityType::Timecard, timecard::Approved, timecard::GrossMinor, u"approved-gross", u"approved gross", Shape::Minor},
    FieldWord{EntityType::Timecard, timecard::Approved, timecard::Currency, u"approved-currency", u"currency of the approval", Shape::Text},
    FieldWord{EntityType::Timecard, timecard::Approved, timecard::Lines, u"approved-lines", u"approved lines", Shape::Hidden},
    FieldWord{EntityType::Grant, grant::Main, grant::User, u"user", u"user", Shape::Hidden},
    FieldWord{EntityType::Grant, grant::Main, grant::Role, u"role", u"role", Shape::RoleName},
    FieldWord{EntityType::Grant, grant::Main, grant::Department, u"role-department", u"department of the role", Shape::Department},
    FieldWord{EntityType::Grant, grant::Main, grant::Person, u"role-person", u"person of the role", Shape::Person},
    FieldWord{EntityType::Grant, grant::Main, grant::Name, u"member-name", u"name", Shape::Text},
    FieldWord{EntityType::Grant, grant::Main, grant::Ended, u"ended", u"left the production", Shape::Flag},
    FieldWord{EntityType::Grant, grant::Custom, grant::RoleName, u"own-role", u"role of the production", Shape::Text},
    FieldWord{EntityType::Grant, grant::Custom, grant::Reaches, u"own-role-reaches", u"reaches of the role", Shape::Hidden},
    FieldWord{EntityType::Grant, grant::Devices, grant::Revoked, u"signed-out-devices", u"signed-out devices", Shape::Devices},
    FieldWord{EntityType::Grant, grant::Deputy, grant::By, u"deputy-by", u"in whose place", Shape::Hidden},
    FieldWord{EntityType::Grant, grant::Deputy, grant::DeputyDepartment, u"deputy-department", u"approves in somebody's place", Shape::Department},
    FieldWord{EntityType::Grant, grant::Deputy, grant::Until, u"deputy-until", u"approves in somebody's place until", Shape::Date},
    FieldWord{EntityType::Production, production::Main, production::Title, u"title", u"title", Shape::Text},
    FieldWord{EntityType::Production, production::Main, production::Episode, u"production-episode", u"episode", Shape::Text},
    FieldWord{EntityType::Production, production::Main, production::Zone, u"production-zone", u"time zone", Shape::Text},
    FieldWord{EntityType::Production, production::Main, production::WeekEndsOn, u"week-ends", u"last day of the week", Shape::Weekday},
    FieldWord{EntityType::Production, production::Main, production::Currency, u"production-currency", u"currency", Shape::Text},
    FieldWord{EntityType::Production, production::Agreed, production::SideLetter, u"side-letter", u"side letter", Shape::Text},
    FieldWord{EntityType::Unit, unit::Main, unit::Name, u"unit-name", u"name", Shape::Text},
    FieldWord{EntityType::Department, department::Main, department::Name, u"department-name", u"name", Shape::Text},
    FieldWord{EntityType::Department, department::Main, department::SortOrder, u"department-order", u"order", Shape::Number},
};
// clang-format on

const FieldWord *wordOf(EntityType type, quint32 group, quint32 field)
{
    const auto found = std::ranges::find_if(words, [&](const FieldWord &word) {
        return word.type == type && word.group == group && word.field == field;
    });
    return found == words.end() ? nullptr : found;
}

// ---- values ----

// 19.5 where tenths say it to the minute, else 19:20; the second 01:30 of a night says so.
QString timeText(const TimeField &time)
{
    if (!time.isKnown())
        return time.isNone() ? u"none"_s : QString();
    const bool isTenths = time.minutes().count() % 6 == 0;
    const QString text = formatTime(time, isTenths ? Notation::Tenths : Notation::Clock);
    return time.time().fold == 0 ? text : QString(text + u" (second)"_s);
}

QString timeText(const FieldValue &value)
{
    return timeText(FieldReader::toTime(value).value_or(TimeField()));
}

QString clockText(qint64 minutes)
{
    if (minutes < 0 || minutes > wallTimeMax.count())
        return QString::number(minutes);
    return timeText(TimeField::at(int(minutes)));
}

QString lengthText(qint64 minutes)
{
    constexpr qint64 most = 366 * 24 * 60;
    if (minutes < -most || minutes > most)
        return QString::number(minutes);
    const Minutes length{int(minutes)};
    return formatHours(length, minutes % 6 == 0 ? Notation::Tenths : Notation::Clock);
}

QString minorText(qint64 minor)
{
    const QString sign = minor < 0 ? u"-"_s : QString();
    const quint64 size = minor < 0 ? quint64(0) - quint64(minor) : quint64(minor);
    return u"%1%2.%3"_s.arg(sign, QString::number(size / 100)).arg(size % 100, 2, 10, QChar(u'0'));
}

QString stateText(qint64 state)
{
    static const QStringList names{u"empty"_s,  u"confirmed"_s, u"submitted"_s, u"approved"_s,
                                   u"locked"_s, u"exported"_s,  u"adjusted"_s};
    return state >= 0 && state < names.size() ? names.at(state) : QString::number(state);
}

QString choicesText(qint64 number)
{
    QStringList chosen;
    for (const DayChoice choice : dayChoices) {
        if (number & qint64(choice))
            chosen << dayChoiceWord(choice).toString();
    }
    return chosen.join(u' ');
}

QString numberText(qint64 number, Shape shape)
{
    switch (shape) {
    case Shape::Flag: return number == 1 ? u"yes"_s : u"no"_s;
    case Shape::Clock: return clockText(number);
    case Shape::Length: return lengthText(number);
    case Shape::Date: return QDate::fromJulianDay(number).toString(Qt::ISODate);
    case Shape::Weekday:
        return number >= Qt::Monday && number <= Qt::Sunday ? QLocale::c().dayName(int(number))
                                                            : QString::number(number);
    case Shape::Minor: return minorText(number);
    case Shape::DayKind: {
        const auto type = dayTypeFromNumber(number);
        return type ? dayTypeWord(*type) : QString::number(number);
    }
    case Shape::Choices: return choicesText(number);
    case Shape::State: return stateText(number);
    case Shape::RoleName: {
        const auto role = roleFromNumber(number);
        return role ? roleName(*role) : QString::number(number);
    }
    default: return QString::number(number);
    }
}

class Values
{
public:
    explicit Values(const AuditNameOf &nameOf)
        : m_nameOf(nameOf)
    {}

    [[nodiscard]] QString text(const FieldValue &value, Shape shape) const
    {
        QString text = whole(value, shape);
        if (text.size() > textMax)
            text = text.first(textMax) + u'…';
        return text;
    }

private:
    [[nodiscard]] QString whole(const FieldValue &value, Shape shape) const
    {
        if (value.isNull())
            return u"none"_s;
        if (shape == Shape::Time)
            return timeText(value);
        if (const qint64 *number = value.number())
            return numberText(*number, shape);
        if (const QString *text = value.text())
            return *text;
        if (const QByteArray *bytes = value.bytes())
            return named(*bytes, shape);
        QStringList parts;
        for (const FieldValue &item : *value.list())
            parts << part(item, shape);
        return parts.join(u", "_s);
    }

    [[nodiscard]] QString named(const QByteArray &bytes, Shape shape) const
    {
        const auto id = EntityId::fromBytes(bytes);
        if (!id)
            return QString::fromLatin1(bytes.left(64).toHex());
        switch (shape) {
        case Shape::Department:
        case Shape::DepartmentCalls: return m_nameOf(EntityType::Department, *id);
        case Shape::Unit: return m_nameOf(EntityType::Unit, *id);
        case Shape::Person:
        case Shape::PersonCalls: return m_nameOf(EntityType::Person, *id);
        default: return id->toString();
        }
    }

    // One of a list: a device; [who, minutes]; [code, minor units, currency].
    [[nodiscard]] QString part(const FieldValue &item, Shape shape) const
    {
        const FieldValue::List *list = item.list();
        const bool isCall = shape == Shape::DepartmentCalls || shape == Shape::PersonCalls;
        if (isCall && list && list->size() == 2 && list->at(0).bytes() && list->at(1).number())
            return named(*list->at(0).bytes(), shape) + u' ' + clockText(*list->at(1).number());
        if (shape == Shape::Allowances && list && list->size() == 3 && list->at(0).text()
            && list->at(1).number() && list->at(2).text())
            return *list->at(0).text() + u' ' + minorText(*list->at(1).number()) + u' '
                + *list->at(2).text();
        if (shape == Shape::Packs && list && list->size() == 4 && list->at(0).text()
            && list->at(1).text())
            return *list->at(0).text() + u' ' + *list->at(1).text();
        return list ? u"…"_s : whole(item, shape);
    }

    const AuditNameOf &m_nameOf;
};

// ---- fields of a group ----

using Shown = AuditField;
using ShownList = std::vector<Shown>;

const QString *find(const ShownList &list, const QString &key)
{
    const auto found = std::ranges::find(list, key, &Shown::key);
    return found == list.end() ? nullptr : &found->text;
}

QString textIn(const ShownList &list, const QString &key)
{
    const QString *text = find(list, key);
    return text ? *text : QString();
}

void addMeals(const FieldValue &value, const FieldWord &word, ShownList &shown)
{
    if (!value.list())
        return;
    int number = 0;
    for (const FieldValue &item : *value.list()) {
        ++number;
        const FieldValue::List *meal = item.list();
        if (!meal || meal->size() != 2)
            continue;
        const QString out = timeText(meal->at(0));
        const QString in = timeText(meal->at(1));
        const QString text = out == u"none" && in == u"none" ? u"none"_s : QString(out + u'–' + in);
        shown.push_back(
            {u"%1-%2"_s.arg(word.key).arg(number), u"%1 %2"_s.arg(word.word).arg(number), text});
    }
}

// In the order in which people read them: the table's; then what only a newer version knows.
ShownList shownOf(EntityType type, quint32 group, const FieldMap &fields, const Values &values)
{
    ShownList shown;
    for (const FieldWord &word : words) {
        const auto field = fields.find(word.field);
        if (word.type != type || word.group != group || field == fields.end()
            || word.shape == Shape::Hidden)
            continue;
        if (word.shape == Shape::Meals)
            addMeals(field->second, word, shown);
        else
            shown.push_back({word.key.toString(), word.word.toString(),
                             values.text(field->second, word.shape)});
    }
    for (const auto &[field, value] : fields) {
        if (!wordOf(type, group, field))
            shown.push_back({u"field-%1-%2"_s.arg(group).arg(field),
                             u"field %2 of group %1"_s.arg(group).arg(field),
                             values.text(value, Shape::Text)});
    }
    return shown;
}

// ---- words ----

QString kindWord(EntityType type)
{
    switch (type) {
    case EntityType::Production: return u"production"_s;
    case EntityType::Unit: return u"unit"_s;
    case EntityType::Department: return u"department"_s;
    case EntityType::Person: return u"person"_s;
    case EntityType::Deal: return u"deal"_s;
    case EntityType::ShootingDay: return u"call sheet"_s;
    case EntityType::TimeEntry: return u"day"_s;
    case EntityType::Grant: return u"member"_s;
    case EntityType::Conflict: return u"conflict"_s;
    case EntityType::Timecard: return u"timecard"_s;
    case EntityType::Signature: return u"signature"_s;
    }
    return u"record"_s;
}

// "Entered wrap", "Planned call".
QString whatOf(EntityType type, const Shown &shown, const QString &before, const QString &after)
{
    if (shown.key == u"ended")
        return after == u"yes" ? u"Left the production"_s : u"Came back to the production"_s;
    if (shown.key == u"state" && after == u"submitted")
        return u"Submitted the day"_s;
    if (shown.key == u"state" && after == u"confirmed")
        return u"Confirmed the day"_s;
    if (after.isEmpty())
        return u"Cleared "_s + shown.word;
    if (type == EntityType::ShootingDay)
        return u"Planned "_s + shown.word;
    return (before.isEmpty() ? u"Entered "_s : u"Changed "_s) + shown.word;
}

QString levelText(const FieldMap &approval)
{
    const auto level = approval.find(day::Level);
    if (level == approval.end() || !level->second.number())
        return {};
    return *level->second.number() == qint64(ApprovalLevel::Department) ? u"department"_s
                                                                        : u"office"_s;
}

// What happened to a change that was not applied, and what it says about it.
struct Aside {
    QString what; // "Conflict found"
    QString note; // behind the value
};

std::optional<Aside> asideOf(Outcome outcome, const std::optional<sync::ConflictRecord> &conflict)
{
    if (outcome == Outcome::Held)
        return Aside{u"Held for the coordinator"_s, u"kept aside"_s};
    if (outcome != Outcome::Conflict)
        return std::nullopt;
    switch (conflict ? conflict->kind : sync::ConflictKind::Group) {
    case sync::ConflictKind::Locked:
        return Aside{u"Change of an approved day asked for"_s, u"kept aside"_s};
    case sync::ConflictKind::Guard: return Aside{u"Overtaken by another change"_s, u"kept aside"_s};
    case sync::ConflictKind::Held: return Aside{u"Held for the coordinator"_s, u"kept aside"_s};
    case sync::ConflictKind::Group:
    case sync::ConflictKind::Delete: break;
    }
    return Aside{u"Conflict found"_s, u"both kept"_s};
}

class Lines
{
public:
    Lines(const Envelope &envelope, Outcome outcome,
          const std::optional<sync::ConflictRecord> &conflict, const AuditNameOf &nameOf)
        : m_envelope(envelope)
        , m_outcome(outcome)
        , m_conflict(conflict)
        , m_values(nameOf)
        , m_aside(asideOf(outcome, conflict))
    {}

    std::vector<AuditLine> run()
    {
        if (m_outcome == Outcome::Resolved) {
            addResolution();
        } else {
            for (const auto &[group, change] : m_envelope.groups)
                addGroup(group, change);
        }
        if (m_lines.empty())
            m_lines.push_back({auditKindName(m_envelope.type), wholeWhat(), {}, {}});
        return std::move(m_lines);
    }

private:
    void add(const QString &field, const QString &what, const QString &thing, const QString &before,
             const QString &after)
    {
        if (!m_aside) {
            m_lines.push_back({field, what, before, after});
            return;
        }
        const QString value =
            after.isEmpty() ? m_aside->note : QString(after + u", "_s + m_aside->note);
        m_lines.push_back({field, m_aside->what + u": "_s + thing, before, value});
    }

    void addGroup(quint32 group, const GroupChange &change)
    {
        if (group == schema::whole::Group)
            return addExistence();
        if (m_envelope.type == EntityType::TimeEntry && group == day::Approval)
            return addApproval(change);
        const EntityType type = m_envelope.type;
        const ShownList before = shownOf(type, group, change.pre, m_values);
        const ShownList after = shownOf(type, group, sync::changed(change.pre, change), m_values);
        for (const Shown &now : after) {
            const QString was = textIn(before, now.key);
            if (now.text != was)
                add(now.key, whatOf(type, now, was, now.text), now.word, was, now.text);
        }
        for (const Shown &was : before) {
            if (!find(after, was.key) && !was.text.isEmpty())
                add(was.key, whatOf(type, was, was.text, {}), was.word, was.text, {});
        }
    }

    void addExistence()
    {
        const bool isDeleted = m_envelope.operation == Operation::Delete;
        const QString thing = kindWord(m_envelope.type);
        const QString verb = isDeleted ? u"Deleted the "_s : u"Brought back the "_s;
        add(auditKindName(m_envelope.type), verb + thing,
            isDeleted ? u"deletion"_s : u"bringing it back"_s, {}, {});
    }

    void addApproval(const GroupChange &change)
    {
        const QString before = levelText(change.pre);
        const QString after = levelText(sync::changed(change.pre, change));
        QString what =
            after == u"department" ? u"Approved for the department"_s : u"Approved by the office"_s;
        if (m_outcome == Outcome::System)
            what = u"Approval taken back: the day changed"_s;
        else if (after.isEmpty())
            what = u"Reopened the day"_s;
        add(u"approval"_s, what, u"approval"_s, before, after);
    }

    // What was in question: every version that there was, and the one that counts now.
    void addResolution()
    {
        std::vector<Envelope> candidates;
        if (m_conflict) {
            for (const sync::ConflictCandidate &candidate : m_conflict->candidates) {
                if (auto envelope = protocol::decodeEnvelope(candidate.envelope))
                    candidates.push_back(*std::move(envelope));
            }
        }
        for (const auto &[group, change] : m_envelope.groups) {
            if (group != schema::whole::Group && group != day::Approval)
                addDecided(group, change, candidates);
        }
        if (m_lines.empty())
            m_lines.push_back({auditKindName(m_envelope.type),
                               u"Conflict resolved: "_s + kindWord(m_envelope.type),
                               {},
                               {}});
    }

    void addDecided(quint32 group, const GroupChange &change,
                    const std::vector<Envelope> &candidates)
    {
        const EntityType type = m_envelope.type;
        std::vector<ShownList> versions{shownOf(type, group, change.pre, m_values)};
        for (const Envelope &candidate : candidates) {
            const auto own = candidate.groups.find(group);
            if (candidate.entity == m_envelope.entity && own != candidate.groups.end())
                versions.push_back(
                    shownOf(type, group, sync::changed(own->second.pre, own->second), m_values));
        }
        const ShownList after = shownOf(type, group, sync::changed(change.pre, change), m_values);
        ShownList all = after;
        for (const ShownList &version : versions)
            std::ranges::copy(version, std::back_inserter(all));
        QStringList done;
        for (const Shown &shown : all) {
            if (done.contains(shown.key))
                continue;
            done << shown.key;
            addVersions(shown, versions, textIn(after, shown.key));
        }
    }

    void addVersions(const Shown &shown, const std::vector<ShownList> &versions,
                     const QString &after)
    {
        QStringList before;
        bool isInQuestion = false;
        for (const ShownList &version : versions) {
            const QString text = textIn(version, shown.key);
            isInQuestion = isInQuestion || text != after;
            if (!text.isEmpty() && !before.contains(text))
                before << text;
        }
        if (isInQuestion)
            m_lines.push_back(
                {shown.key, u"Conflict resolved: "_s + shown.word, before.join(u", "_s), after});
    }

    [[nodiscard]] QString wholeWhat() const
    {
        const QString thing = kindWord(m_envelope.type);
        if (m_aside)
            return m_aside->what + u": "_s + thing;
        if (m_envelope.operation == Operation::Create)
            return u"Began the "_s + thing;
        return u"Left the "_s + thing + u" as it was"_s;
    }

    const Envelope &m_envelope;
    const Outcome m_outcome;
    const std::optional<sync::ConflictRecord> &m_conflict;
    const Values m_values;
    const std::optional<Aside> m_aside;
    std::vector<AuditLine> m_lines;
};

} // namespace

std::vector<AuditLine> auditLinesOf(const Envelope &envelope, Outcome outcome,
                                    const std::optional<sync::ConflictRecord> &conflict,
                                    const AuditNameOf &nameOf)
{
    return Lines(envelope, outcome, conflict, nameOf).run();
}

std::vector<AuditField> auditFieldsOf(EntityType type, const GroupMap &groups,
                                      const AuditNameOf &nameOf)
{
    const Values values(nameOf);
    std::vector<AuditField> fields;
    for (const auto &[group, content] : groups)
        std::ranges::move(shownOf(type, group, content, values), std::back_inserter(fields));
    return fields;
}

QString auditKindName(EntityType type)
{
    return type == EntityType::TimeEntry ? u"time-entry"_s : kindWord(type).replace(u' ', u'-');
}

QString auditOutcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied: return u"applied"_s;
    case Outcome::Converged: return u"converged"_s;
    case Outcome::Conflict: return u"conflict"_s;
    case Outcome::Held: return u"held"_s;
    case Outcome::Duplicate: return u"duplicate"_s;
    case Outcome::Quarantined: return u"quarantined"_s;
    case Outcome::GrantChanged: return u"grant-changed"_s;
    case Outcome::Resolved: return u"resolved"_s;
    case Outcome::System: return u"system"_s;
    }
    return u"unknown"_s;
}

QStringList auditFieldNames()
{
    QStringList names;
    for (const FieldWord &word : words) {
        const QString name = word.shape == Shape::Meals ? u"meals"_s : word.key.toString();
        if (word.shape != Shape::Hidden && !names.contains(name))
            names << name;
    }
    names << u"approval"_s;
    for (const EntityType type : {EntityType::Production, EntityType::Unit, EntityType::Department,
                                  EntityType::Person, EntityType::Deal, EntityType::ShootingDay,
                                  EntityType::TimeEntry, EntityType::Grant, EntityType::Timecard}) {
        if (!names.contains(auditKindName(type)))
            names << auditKindName(type);
    }
    return names;
}

bool isAuditField(const QString &field, const QString &filter)
{
    return field == filter || (filter == u"meals" && field.startsWith(u"meal-"));
}

} // namespace film::server
