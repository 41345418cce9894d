#pragma once

#include "shared/base/uuid_source.h"
#include "shared/sync/author.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/signing.h"
#include "shared/sync/submission.h"
#include "tests/support/sample_generator.h"

#include <memory>
#include <vector>

namespace film::bench {

// One device that writes days: with a key of its own, a stream, and people whose days it enters.
struct BenchDevice {
    sync::DeviceRecord record;
    QByteArray token; // what record.tokenHash is of
    std::unique_ptr<sync::Ed25519Signer> signer;
    sync::AuthorState author;
    std::vector<size_t> templates; // of SampleProduction::workDays
    QDate firstDate;               // no two devices enter the same day of the same person
    size_t written = 0;
};

// A day as a device puts it on record: the real thing down to the signature's input.
struct WrittenDay {
    EntityId entity;
    PersonId person;
    QDate date;
    GroupMap groups;
    sync::SealedEnvelope sealed;
};

// An invented production with a crew, and devices that enter one new day after the other in it.
class Workload
{
public:
    explicit Workload(int people, quint64 seed = 1);

    [[nodiscard]] const tests::SampleProduction &sample() const { return m_sample; }
    [[nodiscard]] ProductionId production() const { return m_sample.production.id; }

    // The office's device may write everything and see everything.
    [[nodiscard]] BenchDevice &addOffice();
    // A head enters the days of the whole department.
    [[nodiscard]] BenchDevice &addHead(size_t department);
    // Somebody who enters only their own days.
    [[nodiscard]] BenchDevice &addCrew(size_t person);
    [[nodiscard]] std::vector<std::unique_ptr<BenchDevice>> &devices() { return m_devices; }

    [[nodiscard]] WrittenDay nextDay(BenchDevice &device);
    // The next `entries` days in one segment.
    [[nodiscard]] protocol::Segment nextSegment(BenchDevice &device, int entries);
    // The production's crew list, in segments by the office.
    [[nodiscard]] std::vector<protocol::Segment> crewSegments(BenchDevice &office);
    // What everybody is paid under, by the office, all by one pack.
    [[nodiscard]] std::vector<protocol::Segment> dealSegments(BenchDevice &office,
                                                              const QString &pack);

private:
    [[nodiscard]] BenchDevice &add(Role role, PersonId person, DepartmentId department);
    [[nodiscard]] sync::SealedEnvelope sealNew(BenchDevice &device, EntityType type,
                                               EntityId entity, const GroupMap &groups);

    SeededRandom m_random;
    UuidSource m_ids{m_random};
    SystemClock m_clock;
    tests::SampleProduction m_sample;
    std::vector<std::unique_ptr<BenchDevice>> m_devices;
};

// Of a device that is in step, so that it is given nothing it would not have.
[[nodiscard]] protocol::Hello helloOf(const BenchDevice &device, const sync::ProductionHead &head);

// Signed by the device over the last one's hash.
[[nodiscard]] protocol::Segment segmentOf(const BenchDevice &device,
                                          const std::vector<sync::SealedEnvelope> &envelopes);

// Puts segments into the log as a server does: verified, decided, written, `batchMax` at a time.
// Every envelope has to be applied.
[[nodiscard]] Result<> commitSegments(sync::ServerStorage &storage, const BenchDevice &device,
                                      const std::vector<protocol::Segment> &segments,
                                      size_t batchMax);

} // namespace film::bench
