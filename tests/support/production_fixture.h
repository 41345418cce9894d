#pragma once

#include "server/admin/admin_tasks.h"
#include "server/admin/production_reader.h"
#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/domain/records.h"
#include "shared/store/identity_repository.h"
#include "shared/store/server_storage_sql.h"
#include "shared/sync/approval.h"
#include "shared/sync/author.h"
#include "shared/sync/commit_batch.h"
#include "shared/sync/grants.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/test_database.h"

#include <QTest>

namespace film::tests {

using namespace film::server;
using namespace std::chrono_literals;

// Somebody with a device, who writes without a network in between.
struct Hand {
    UserId user;
    DeviceId device;
    sync::AuthorState state;
};

// A production with a crew of three, in a database of its own, and people who write to it.
class ProductionFixture
{
public:
    explicit ProductionFixture(const TestDatabase &place)
    {
        auto opened = store::ServerStorageSql::open(place.address());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_storage = *std::move(opened);
        Production made;
        made.title = u"Northern Lights"_s;
        made.zone = "Europe/Oslo";
        const auto id = tasks().createProduction(made);
        if (!id)
            qFatal("%s", qPrintable(id.error().message));
        m_production = *id;
        const auto crew = tasks().importCrew(m_production,
                                             "Name,Department,Position,Unit\n"
                                             "Maya Lindqvist,Camera,1st AC,Main\n"
                                             "Ruben Castellane,Camera,Operator,Main\n"
                                             "Nils Aaberg,Electric,Lamp operator,Main\n");
        if (!crew)
            qFatal("no crew");
        m_people = readProduction(*m_storage, m_production)->crew.people;
    }

    store::ServerStorageSql &storage() { return *m_storage; }
    store::Database &database() { return m_storage->database(); }
    [[nodiscard]] ProductionId production() const { return m_production; }
    [[nodiscard]] AdminTasks tasks() { return {*m_storage, m_clock.now()}; }
    test::FixedClock &clock() { return m_clock; }
    [[nodiscard]] const Person &person(const QString &name) const
    {
        return *std::ranges::find(m_people, name, &Person::name);
    }

    // Of the crew list if the name is there.
    Hand hand(const QString &name, Role role, const QString &deviceName)
    {
        store::MemberRow member;
        member.user = m_ids.next<UserId>(m_clock.now());
        member.role = role;
        member.name = name;
        if (const auto known = std::ranges::find(m_people, name, &Person::name);
            known != m_people.end()) {
            member.person = known->id;
            if (role == Role::HeadOfDepartment)
                member.department = known->department;
        }
        store::DeviceRow device;
        device.device = m_ids.next<DeviceId>(m_clock.now());
        device.user = member.user;
        device.name = deviceName;
        device.key = m_random.bytes<32>();
        device.certificate = ++m_serial + 1000;
        device.certificateEndsMs = msSinceEpoch(m_clock.now() + 24h * 400);
        device.tokenHash = sha256(QByteArrayView(deviceName.toUtf8()));
        store::IdentityRepository identities(m_storage->database());
        if (!identities.addMember(m_production, member)
            || !identities.addDevice(m_production, device, m_clock.now()))
            qFatal("no member or no device");
        Hand hand{member.user, device.device, {}};
        hand.state.production = m_production;
        hand.state.device = device.device;
        hand.state.user = member.user;
        hand.state.certificate = device.certificate;
        hand.state.stream = m_ids.next<StreamId>(m_clock.now());
        return hand;
    }

    [[nodiscard]] WorkDay day(const QString &name, QDate date, TimeField call = {},
                              TimeField wrap = {}) const
    {
        WorkDay day;
        day.key = {person(name).id, date, person(name).unit};
        day.zone = "Europe/Oslo";
        day.call = call;
        day.wrap = wrap;
        return day;
    }

    // What `hand` makes of the day that it saw as `before`; null: it saw none. The outcome.
    protocol::Outcome enter(Hand &hand, const std::optional<WorkDay> &before, const WorkDay &after,
                            const QString &reason = {})
    {
        const GroupMap seen = before ? toGroups(*before) : GroupMap();
        sync::EnvelopeDraft draft;
        draft.operation = before ? protocol::Operation::Set : protocol::Operation::Create;
        draft.reason = reason;
        return change(hand, EntityType::TimeEntry, workDayId(m_production, after.key), seen,
                      toGroups(after), std::move(draft));
    }

    protocol::Outcome change(Hand &hand, EntityType type, EntityId entity, const GroupMap &before,
                             const GroupMap &after, sync::EnvelopeDraft draft = {})
    {
        draft.type = type;
        draft.entity = entity;
        draft.groups = sync::changesBetween(before, after, stored(entity));
        return submit(hand, draft);
    }

    protocol::Outcome submit(Hand &hand, const sync::EnvelopeDraft &draft)
    {
        const sync::SealedEnvelope sealed = sync::seal(draft, hand.state, m_ids, m_clock.now());
        const auto author = m_storage->device(m_production, hand.device);
        if (!author || !*author)
            qFatal("no such device");
        sync::Submission submission;
        submission.bytes = sealed.bytes;
        submission.hash = sealed.hash;
        submission.envelope = sealed.envelope;
        submission.author = **author;
        sync::LaneMemory memory;
        const auto done = sync::commitBatch(*m_storage, m_production, std::span(&submission, 1),
                                            m_clock.now(), m_random, memory);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        m_last = sealed.envelope;
        return done->results.front().outcome;
    }

    [[nodiscard]] protocol::VersionedGroups stored(EntityId entity)
    {
        const auto state = m_storage->entity(m_production, entity);
        if (!state || !*state)
            return {};
        return protocol::decodeGroups((*state)->groups).value_or(protocol::VersionedGroups());
    }
    [[nodiscard]] const protocol::Envelope &lastEnvelope() const { return m_last; }
    [[nodiscard]] quint64 head() { return m_storage->head(m_production)->sequence; }

private:
    test::FixedClock m_clock{instantFromMs(1'763'662'031'000)}; // 2025-11-20 18:07:11 UTC
    SeededRandom m_random{20};
    UuidSource m_ids{m_random};
    std::unique_ptr<store::ServerStorageSql> m_storage;
    ProductionId m_production;
    std::vector<Person> m_people;
    quint64 m_serial = 0;
    protocol::Envelope m_last;
};

} // namespace film::tests
