#include "server/admin/audit_names.h"

#include "shared/domain/approved_week.h"
#include "shared/domain/schema.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/record_content.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

const FieldValue *find(const GroupMap &groups, quint32 group, quint32 field)
{
    const auto fields = groups.find(group);
    if (fields == groups.end())
        return nullptr;
    const auto value = fields->second.find(field);
    return value == fields->second.end() ? nullptr : &value->second;
}

template<typename IdType>
IdType idIn(const GroupMap &groups, quint32 group, quint32 field)
{
    const FieldValue *value = find(groups, group, field);
    return value && value->bytes() ? IdType::fromBytes(*value->bytes()).value_or(IdType())
                                   : IdType();
}

QString textIn(const GroupMap &groups, quint32 group, quint32 field)
{
    const FieldValue *value = find(groups, group, field);
    return value && value->text() ? *value->text() : QString();
}

QDate dayIn(const GroupMap &groups, quint32 group, quint32 field)
{
    const FieldValue *value = find(groups, group, field);
    return value && value->number() ? QDate::fromJulianDay(*value->number()) : QDate();
}

} // namespace

Result<> AuditNames::load()
{
    store::IdentityRepository identities(m_storage.database());
    const auto members = identities.members(m_production);
    const auto devices = identities.devices(m_production);
    if (!members || !devices)
        return fail(members ? devices.error() : members.error());
    for (const store::MemberRow &member : *members)
        m_members[member.user] = member;
    for (const store::DeviceRow &device : *devices)
        m_devices[device.device] = device.name;
    return {};
}

QString AuditNames::user(UserId id) const
{
    const auto member = m_members.find(id);
    return member == m_members.end() ? id.toString() : member->second.name;
}

QString AuditNames::device(DeviceId id) const
{
    const auto device = m_devices.find(id);
    return device == m_devices.end() ? id.toString() : device->second;
}

std::vector<UserId> AuditNames::usersOf(PersonId person) const
{
    std::vector<UserId> users;
    for (const auto &[user, member] : m_members) {
        if (member.person == person || UserId::of(person) == user)
            users.push_back(user);
    }
    return users;
}

QString AuditNames::record(EntityType type, EntityId id)
{
    switch (type) {
    case EntityType::Person: return textIn(groups(id), schema::person::Main, schema::person::Name);
    case EntityType::Department:
        return textIn(groups(id), schema::department::Main, schema::department::Name);
    case EntityType::Unit: return textIn(groups(id), schema::unit::Main, schema::unit::Name);
    case EntityType::Production:
        return textIn(groups(id), schema::production::Main, schema::production::Title);
    default: return {};
    }
}

AuditSubject AuditNames::subject(EntityType type, EntityId id, const GroupMap &known)
{
    AuditSubject subject = subjectIn(type, id, known);
    const bool isSaid = !subject.person.isNull() || subject.day.isValid();
    return isSaid ? subject : subjectIn(type, id, groups(id));
}

AuditSubject AuditNames::subjectIn(EntityType type, EntityId id, const GroupMap &groups)
{
    AuditSubject subject;
    switch (type) {
    case EntityType::TimeEntry:
        subject.person =
            idIn<PersonId>(groups, schema::time_entry::Identity, schema::time_entry::Person);
        subject.day = dayIn(groups, schema::time_entry::Identity, schema::time_entry::Date);
        break;
    case EntityType::Deal:
        subject.person = idIn<PersonId>(groups, schema::deal::Identity, schema::deal::Person);
        break;
    case EntityType::Timecard:
        subject.person =
            idIn<PersonId>(groups, schema::timecard::Identity, schema::timecard::Person);
        subject.day = dayIn(groups, schema::timecard::Identity, schema::timecard::First);
        break;
    case EntityType::Grant:
        subject.person = idIn<PersonId>(groups, schema::grant::Main, schema::grant::Person);
        subject.name = textIn(groups, schema::grant::Main, schema::grant::Name);
        return subject;
    case EntityType::Person: subject.person = PersonId::of(id); break;
    case EntityType::ShootingDay:
        subject.day = dayIn(groups, schema::shooting_day::Identity, schema::shooting_day::Date);
        subject.name = record(
            EntityType::Unit,
            idIn<EntityId>(groups, schema::shooting_day::Identity, schema::shooting_day::Unit));
        return subject;
    default: subject.name = record(type, id); return subject;
    }
    if (!subject.person.isNull())
        subject.name = record(EntityType::Person, EntityId::of(subject.person));
    return subject;
}

const GroupMap &AuditNames::groups(EntityId id)
{
    const auto known = m_groups.find(id);
    if (known != m_groups.end())
        return known->second;
    GroupMap &groups = m_groups[id];
    if (id.isNull())
        return groups;
    // A name that cannot be read now is an id: the change itself is what the audit is about.
    const auto state = m_storage.entity(m_production, id);
    if (!state || !*state)
        return groups;
    if (const auto versions = protocol::decodeGroups((*state)->groups))
        groups = sync::plainGroups(*versions);
    return groups;
}

} // namespace film::server
