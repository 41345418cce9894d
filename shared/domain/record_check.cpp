#include "shared/domain/deputy.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/record_readers.h"
#include "shared/domain/records.h"

namespace film {

using namespace Qt::StringLiterals;

namespace {

// Holds for every field, also those a newer version has added: they pass through unread, so
// only their size can be judged.
class SizeCheck
{
public:
    [[nodiscard]] bool accepts(const GroupMap &groups)
    {
        if (groups.size() > record_limits::groupsMax)
            return false;
        for (const auto &[group, fields] : groups) {
            if (fields.size() > record_limits::fieldsMax)
                return false;
            for (const auto &[field, value] : fields) {
                if (!accepts(value, 0))
                    return false;
            }
        }
        return true;
    }

private:
    [[nodiscard]] bool accepts(const FieldValue &value, int depth)
    {
        if (++m_values > record_limits::valuesMax || depth > record_limits::depthMax)
            return false;
        if (value.text())
            return FieldReader::isText(*value.text(), record_limits::textLengthMax);
        if (value.bytes())
            return value.bytes()->size() <= record_limits::bytesMax;
        if (value.list()) {
            for (const FieldValue &item : *value.list()) {
                if (!accepts(item, depth + 1))
                    return false;
            }
        }
        return true;
    }

    size_t m_values = 0;
};

void checkId(FieldReader &reader, EntityId expected, EntityId actual)
{
    if (reader.isFine() && expected != actual)
        reader.report(u"the id is not the one its fields make");
}

template<typename T>
void checkPlain(FieldReader &reader)
{
    T value;
    detail::read(reader, value);
}

void checkDeal(FieldReader &reader, ProductionId production, EntityId id)
{
    Deal deal;
    if (reader.open(schema::deal::Identity)) {
        reader.require(schema::deal::Person);
        detail::read(reader, deal);
        const int number = dealNumber(production, deal.person, id).value_or(0);
        return checkId(reader, dealId(production, deal.person, number), id);
    }
    detail::read(reader, deal);
}

void checkShootingDay(FieldReader &reader, ProductionId production, EntityId id)
{
    using namespace schema::shooting_day;
    ShootingDay day;
    if (reader.open(Identity)) {
        reader.require(Date);
        reader.require(schema::shooting_day::Unit);
        detail::read(reader, day);
        return checkId(reader, shootingDayId(production, day.date, day.unit), id);
    }
    detail::read(reader, day);
}

void checkWorkDay(FieldReader &reader, ProductionId production, EntityId id)
{
    using namespace schema::time_entry;
    WorkDay day;
    if (reader.open(Identity)) {
        reader.require(schema::time_entry::Person);
        reader.require(Date);
        reader.require(schema::time_entry::Unit);
        detail::read(reader, day);
        return checkId(reader, workDayId(production, day.key), id);
    }
    detail::read(reader, day);
}

void checkGrant(FieldReader &reader, ProductionId production, EntityId id)
{
    Grant grant;
    if (reader.open(schema::grant::Main)) {
        reader.require(schema::grant::User);
        reader.require(schema::grant::Role);
        detail::read(reader, grant);
        return checkId(reader, grantId(production, grant.user), id);
    }
    detail::read(reader, grant);
}

void checkTimecard(FieldReader &reader, ProductionId production, EntityId id)
{
    namespace timecard = schema::timecard;
    ApprovedWeek week;
    reader.open(timecard::Identity);
    reader.require(timecard::Person);
    reader.require(timecard::First);
    reader.require(timecard::Device);
    detail::read(reader, week);
    checkId(reader, approvedWeekId(production, week), id);
}

bool isCandidate(const FieldValue::List &item)
{
    return item.size() == 6 && FieldReader::toId<struct MutationTag>(item[0])
        && FieldReader::toId<struct UserTag>(item[1])
        && FieldReader::toId<struct DeviceTag>(item[2]) && item[3].number() && item[4].number()
        && item[5].bytes();
}

void checkConflict(FieldReader &reader)
{
    namespace conflict = schema::conflict;
    reader.open(conflict::Main);
    EntityId target;
    reader.id(conflict::Target, target);
    std::optional<qint64> number;
    reader.number(conflict::TargetType, number, 1, 255);
    reader.numbers(conflict::Groups, record_limits::groupsMax);
    reader.number(conflict::Kind, number, 0, 255);

    reader.open(conflict::Candidates);
    reader.list(conflict::Items, record_limits::candidatesMax, isCandidate);

    reader.open(conflict::Resolution);
    reader.number(conflict::State, number, 0, 255);
    UserId resolver;
    reader.id(conflict::Resolver, resolver);
    MutationId mutation;
    reader.id(conflict::Mutation, mutation);
}

void checkFields(FieldReader &reader, ProductionId production, EntityType type, EntityId id)
{
    switch (type) {
    case EntityType::Production:
        checkPlain<Production>(reader);
        return checkId(reader, EntityId::of(production), id);
    case EntityType::Unit: return checkPlain<Unit>(reader);
    case EntityType::Department: return checkPlain<Department>(reader);
    case EntityType::Person: return checkPlain<Person>(reader);
    case EntityType::Deal: return checkDeal(reader, production, id);
    case EntityType::ShootingDay: return checkShootingDay(reader, production, id);
    case EntityType::TimeEntry: return checkWorkDay(reader, production, id);
    case EntityType::Grant: return checkGrant(reader, production, id);
    case EntityType::Conflict: return checkConflict(reader);
    case EntityType::Timecard: return checkTimecard(reader, production, id);
    case EntityType::Signature: break; // a number kept for it; it has no fields yet
    }
    reader.report(u"this kind of record is not known");
}

} // namespace

Result<> checkRecord(ProductionId production, EntityType type, EntityId id, const GroupMap &groups)
{
    if (!SizeCheck().accepts(groups))
        return fail(ErrorCode::LimitExceeded, u"the record is too large or holds bad text"_s);
    FieldReader reader(groups);
    checkFields(reader, production, type, id);
    if (type == EntityType::Grant) {
        if (const Result<> fits = checkDeputy(groups); !fits)
            return fits;
    }
    return reader.outcome();
}

} // namespace film
