#include "tests/bench/workload.h"

#include "shared/domain/records.h"
#include "shared/sync/commit_batch.h"
#include "shared/sync/grants.h"
#include "shared/sync/visibility.h"

namespace film::bench {

using namespace Qt::StringLiterals;

namespace {

// Far enough apart that one device's days never reach another's, within record_limits.
constexpr int yearsForHeads = 0;
constexpr int yearsForCrew = 60;
constexpr int yearsForOffice = 120;
constexpr size_t crewSegmentEntries = 100;

int yearsOf(Role role)
{
    switch (role) {
    case Role::HeadOfDepartment: return yearsForHeads;
    case Role::Crew: return yearsForCrew;
    default: return yearsForOffice;
    }
}

} // namespace

Workload::Workload(int people, quint64 seed)
    : m_random(seed)
    , m_sample(tests::generateProduction({people, 1, seed}))
{}

BenchDevice &Workload::add(Role role, PersonId person, DepartmentId department)
{
    auto device = std::make_unique<BenchDevice>();
    device->signer = std::make_unique<sync::Ed25519Signer>(m_random.bytes<32>());
    const auto token = m_random.bytes<32>();
    device->token = QByteArray(reinterpret_cast<const char *>(token.data()), token.size());

    sync::DeviceRecord &record = device->record;
    record.device = DeviceId(m_random.bytes<16>());
    record.user = UserId(m_random.bytes<16>());
    record.key = device->signer->publicKey();
    record.certificate = m_devices.size() + 1;
    record.certificateEndsMs = msSinceEpoch(m_clock.now() + std::chrono::hours(24));
    record.tokenHash = sha256(device->token);
    record.role = role;
    record.person = person;
    record.department = department;

    sync::AuthorState &author = device->author;
    author.production = production();
    author.device = record.device;
    author.user = record.user;
    author.certificate = record.certificate;
    author.stream = StreamId(m_random.bytes<16>());

    device->firstDate = m_sample.workDays.front().key.date.addYears(yearsOf(role));
    m_devices.push_back(std::move(device));
    return *m_devices.back();
}

BenchDevice &Workload::addOffice()
{
    BenchDevice &device = add(Role::Coordinator, {}, {});
    for (size_t i = 0; i < m_sample.workDays.size(); ++i)
        device.templates.push_back(i);
    return device;
}

BenchDevice &Workload::addHead(size_t department)
{
    const DepartmentId id = m_sample.crew.departments.at(department).id;
    BenchDevice &device = add(Role::HeadOfDepartment, {}, id);
    for (const Person &person : m_sample.crew.people) {
        if (person.department != id)
            continue;
        for (size_t i = 0; i < m_sample.workDays.size(); ++i) {
            if (m_sample.workDays[i].key.person == person.id)
                device.templates.push_back(i);
        }
    }
    return device;
}

BenchDevice &Workload::addCrew(size_t person)
{
    const Person &who = m_sample.crew.people.at(person);
    BenchDevice &device = add(Role::Crew, who.id, who.department);
    for (size_t i = 0; i < m_sample.workDays.size(); ++i) {
        if (m_sample.workDays[i].key.person == who.id)
            device.templates.push_back(i);
    }
    return device;
}

sync::SealedEnvelope Workload::sealNew(BenchDevice &device, EntityType type, EntityId entity,
                                       const GroupMap &groups)
{
    sync::EnvelopeDraft draft;
    draft.type = type;
    draft.entity = entity;
    draft.operation = protocol::Operation::Create;
    draft.groups = sync::changesBetween({}, groups, {});
    return sync::seal(draft, device.author, m_ids, m_clock.now());
}

WrittenDay Workload::nextDay(BenchDevice &device)
{
    const size_t lap = device.written / device.templates.size();
    const size_t place = device.written % device.templates.size();
    ++device.written;

    WorkDay day = m_sample.workDays[device.templates[place]];
    day.key.date = device.firstDate.addDays(qint64(lap));
    WrittenDay written;
    written.entity = workDayId(production(), day.key);
    written.person = day.key.person;
    written.date = day.key.date;
    written.groups = toGroups(day);
    written.sealed = sealNew(device, EntityType::TimeEntry, written.entity, written.groups);
    return written;
}

protocol::Segment Workload::nextSegment(BenchDevice &device, int entries)
{
    std::vector<sync::SealedEnvelope> envelopes;
    envelopes.reserve(size_t(entries));
    for (int i = 0; i < entries; ++i)
        envelopes.push_back(nextDay(device).sealed);
    return segmentOf(device, envelopes);
}

std::vector<protocol::Segment> Workload::crewSegments(BenchDevice &office)
{
    std::vector<protocol::Segment> segments;
    std::vector<sync::SealedEnvelope> envelopes;
    const auto add = [&](EntityType type, EntityId entity, const GroupMap &groups) {
        envelopes.push_back(sealNew(office, type, entity, groups));
        if (envelopes.size() == crewSegmentEntries) {
            segments.push_back(segmentOf(office, envelopes));
            envelopes.clear();
        }
    };
    add(EntityType::Production, EntityId::of(production()), toGroups(m_sample.production));
    for (const Unit &unit : m_sample.crew.units)
        add(EntityType::Unit, EntityId::of(unit.id), toGroups(unit));
    for (const Department &department : m_sample.crew.departments)
        add(EntityType::Department, EntityId::of(department.id), toGroups(department));
    for (const Person &person : m_sample.crew.people)
        add(EntityType::Person, EntityId::of(person.id), toGroups(person));
    if (!envelopes.empty())
        segments.push_back(segmentOf(office, envelopes));
    return segments;
}

std::vector<protocol::Segment> Workload::dealSegments(BenchDevice &office, const QString &pack)
{
    std::vector<protocol::Segment> segments;
    std::vector<sync::SealedEnvelope> envelopes;
    for (const Person &person : m_sample.crew.people) {
        Deal deal;
        deal.person = person.id;
        deal.rulePack = pack;
        deal.hourlyRate = Money(60'00, Currency::Usd);
        envelopes.push_back(
            sealNew(office, EntityType::Deal, dealId(production(), person.id), toGroups(deal)));
        if (envelopes.size() == crewSegmentEntries) {
            segments.push_back(segmentOf(office, envelopes));
            envelopes.clear();
        }
    }
    if (!envelopes.empty())
        segments.push_back(segmentOf(office, envelopes));
    return segments;
}

protocol::Hello helloOf(const BenchDevice &device, const sync::ProductionHead &head)
{
    protocol::Hello hello;
    hello.app = u"bench"_s;
    hello.production = device.author.production;
    hello.device = device.record.device;
    hello.stream = device.author.stream;
    hello.streamSequence = device.author.streamSequence;
    hello.streamHead = device.author.lastHash;
    hello.token = device.token;
    hello.epoch = head.epoch;
    hello.cursor = head.sequence;
    hello.highWater = head.sequence;
    hello.chain = head.chain;
    hello.scopeHash = sync::scopeHash(sync::visibilityOf(device.record).entries());
    return hello;
}

protocol::Segment segmentOf(const BenchDevice &device,
                            const std::vector<sync::SealedEnvelope> &envelopes)
{
    protocol::Segment segment;
    segment.stream = envelopes.front().envelope.stream;
    segment.firstSequence = envelopes.front().envelope.sequence;
    for (const sync::SealedEnvelope &sealed : envelopes)
        segment.envelopes.push_back(sealed.bytes);
    segment.head = envelopes.back().hash;
    segment.signature = device.signer->sign(sync::segmentBytes(device.author.production, segment));
    return segment;
}

Result<> commitSegments(sync::ServerStorage &storage, const BenchDevice &device,
                        const std::vector<protocol::Segment> &segments, size_t batchMax)
{
    const sync::Ed25519Verifier verifier;
    const SystemClock clock;
    SystemRandom salts;
    sync::LaneMemory memory;
    std::vector<sync::Submission> waiting;
    const auto commit = [&]() -> Result<> {
        const auto done = sync::commitBatch(storage, device.author.production, waiting, clock.now(),
                                            salts, memory);
        waiting.clear();
        if (!done)
            return fail(done.error());
        for (const protocol::MutationResult &result : done->results) {
            if (result.outcome != protocol::Outcome::Applied)
                return fail(ErrorCode::InvalidInput, u"an entry of the benchmark was refused"_s);
        }
        return {};
    };
    for (const protocol::Segment &segment : segments) {
        auto opened = sync::openSegment(segment, device.author.production, device.record,
                                        SessionId(), verifier);
        if (!opened)
            return fail(opened.error());
        std::ranges::move(*opened, std::back_inserter(waiting));
        if (waiting.size() < batchMax)
            continue;
        if (const Result<> done = commit(); !done)
            return done;
    }
    return waiting.empty() ? Result<>() : commit();
}

} // namespace film::bench
