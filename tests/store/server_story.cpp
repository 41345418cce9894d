#include "tests/store/server_story.h"

#include "shared/domain/records.h"
#include "shared/store/log_check.h"
#include "shared/store/production_repository.h"

#include <algorithm>
#include <set>

namespace film::tests {

using namespace Qt::StringLiterals;
using store::ServerStorageSql;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);

} // namespace

ServerStory::ServerStory(const QString &path)
    : m_address(u"sqlite:"_s + path)
{
    m_device.device = DeviceId(m_random.bytes<16>());
    m_device.user = UserId(m_random.bytes<16>());
    m_device.role = Role::Coordinator;
    m_author.production = m_production;
    m_author.device = m_device.device;
    m_author.user = m_device.user;
    m_author.stream = StreamId(m_random.bytes<16>());
}

void ServerStory::run(bool faster)
{
    auto opened = ServerStorageSql::open(m_address);
    if (!opened)
        return;
    ServerStorageSql &storage = **opened;
    if (faster)
        static_cast<void>(storage.database().execute(u"PRAGMA synchronous = NORMAL"_s));
    store::ProductionRepository productions(storage.database());
    if (!productions.create(m_production, u"Test"_s, m_epoch, {}, now))
        return;
    for (int i = 0; i < batches; ++i)
        push(storage);
}

QStringList ServerStory::problems()
{
    auto opened = ServerStorageSql::open(m_address);
    if (!opened)
        return {u"it does not open: "_s + opened.error().message};
    ServerStorageSql &storage = **opened;
    if (m_answered.empty())
        return {};
    std::set<MutationId> pushed;
    for (const auto &[mutation, isAnswered] : m_answered)
        pushed.insert(mutation);
    const auto verdict = store::checkLog(storage.database(), m_production, pushed);
    QStringList problems = verdict ? verdict->problems : QStringList(verdict.error().message);
    for (const auto &[mutation, isAnswered] : m_answered) {
        const quint64 times = verdict ? verdict->times.at(mutation) : 0;
        if (times > 1)
            problems << u"a change counts twice"_s;
        else if (isAnswered && times == 0)
            problems << u"a change that was answered is gone"_s;
    }
    const size_t before = answered();
    push(storage);
    if (answered() != before + daysOfBatch)
        problems << u"it takes nothing new"_s;
    return problems;
}

size_t ServerStory::answered() const
{
    return size_t(std::ranges::count(m_answered, true, &std::pair<const MutationId, bool>::second));
}

void ServerStory::push(ServerStorageSql &storage)
{
    std::vector<sync::Submission> batch;
    for (int i = 0; i < daysOfBatch; ++i)
        batch.push_back(nextDay());
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto done = sync::commitBatch(storage, m_production, batch, now, m_random, m_memory);
        for (const sync::Submission &one : batch)
            m_answered[one.envelope.mutation] |= done.has_value();
        if (done)
            return;
    }
}

sync::Submission ServerStory::nextDay()
{
    WorkDay day;
    day.key = {PersonId(m_random.bytes<16>()), QDate(2025, 11, 17), UnitId()};
    day.call = TimeField::at(420);
    day.notes = u"A note that takes some room. "_s.repeated(20);
    sync::EnvelopeDraft draft;
    draft.entity = workDayId(m_production, day.key);
    draft.operation = protocol::Operation::Create;
    draft.groups = sync::changesBetween({}, toGroups(day), {});
    const sync::SealedEnvelope sealed = sync::seal(draft, m_author, m_ids, now);
    return {sealed.bytes, sealed.hash, sealed.envelope, {}, m_device, {}};
}

} // namespace film::tests
