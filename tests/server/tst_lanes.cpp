#include "server/lanes/lane_commit.h"
#include "server/lanes/lane_limits.h"
#include "server/lanes/lanes.h"
#include "tests/sync/memory_server_storage.h"

#include "shared/domain/records.h"
#include "shared/sync/author.h"

#include <QTest>

#include <mutex>

using namespace film;
using namespace film::server;
using namespace Qt::StringLiterals;
using protocol::Outcome;
using sync::ServerSession;

namespace {

// Keeps what the lanes say; they say it from their own threads.
class Listener final : public SessionOutlet
{
public:
    void post(const SessionAddress &to, ServerSession::Event event) override
    {
        const std::lock_guard lock(m_mutex);
        if (const auto *decided = std::get_if<ServerSession::BatchDecided>(&event)) {
            for (const protocol::MutationResult &result : decided->results)
                m_results.push_back(result);
        } else if (const auto *refused = std::get_if<ServerSession::BatchRefused>(&event)) {
            m_refused.emplace_back(to, refused->batch, refused->code);
            m_waits.push_back(refused->retryMs);
        }
    }
    void headMoved(ProductionId, quint64) override {}
    void epochBegun(ProductionId, EpochId) override {}
    void scopeMoved(ProductionId) override {}
    void dropSessions(ProductionId) override { ++dropped; }

    [[nodiscard]] std::vector<protocol::MutationResult> results()
    {
        const std::lock_guard lock(m_mutex);
        return m_results;
    }
    using Refusal = std::tuple<SessionAddress, quint64, protocol::Nack::Code>;
    [[nodiscard]] std::vector<Refusal> refused()
    {
        const std::lock_guard lock(m_mutex);
        return m_refused;
    }

    [[nodiscard]] std::vector<quint32> waits()
    {
        const std::lock_guard lock(m_mutex);
        return m_waits;
    }

    std::atomic<int> dropped = 0;

private:
    std::mutex m_mutex;
    std::vector<protocol::MutationResult> m_results;
    std::vector<Refusal> m_refused;
    std::vector<quint32> m_waits;
};

// Refuses whatever batch a certain mutation is in, unless it is to be kept aside.
class PickyStorage final : public sync::ServerStorage
{
public:
    class Transaction final : public sync::ServerTransaction
    {
    public:
        Transaction(PickyStorage &storage, std::unique_ptr<sync::ServerTransaction> inner)
            : m_storage(storage)
            , m_inner(std::move(inner))
        {}
        const sync::BatchFound &found() const override { return m_inner->found(); }
        Result<> find(const sync::BatchWanted &wanted) override { return m_inner->find(wanted); }
        Result<std::map<QByteArray, sync::Digest>>
        findDigests(std::span<const QByteArray> cells) override
        {
            return m_inner->findDigests(cells);
        }
        Result<> write(const sync::BatchPart &part) override
        {
            for (const sync::LogAppend &row : part.rows) {
                if (row.mutation == m_storage.disliked)
                    return fail(m_storage.complaint, u"a value out of range"_s);
            }
            return m_inner->write(part);
        }
        Result<> commit(const sync::BatchEnd &end) override
        {
            if (m_storage.isBroken)
                return fail(ErrorCode::StoreFailure, u"everything fails"_s);
            const Result<> committed = m_inner->commit(end);
            if (m_storage.isUnknown)
                return fail(ErrorCode::Timeout, u"no answer"_s);
            return committed;
        }

    private:
        PickyStorage &m_storage;
        std::unique_ptr<sync::ServerTransaction> m_inner;
    };

    explicit PickyStorage(sync::ServerStorage &inner)
        : m_inner(inner)
    {}
    Result<std::unique_ptr<sync::ServerTransaction>> begin(ProductionId production,
                                                           const sync::BatchWanted &wanted) override
    {
        auto begun = m_inner.begin(production, wanted);
        if (!begun)
            return begun;
        return std::make_unique<Transaction>(*this, *std::move(begun));
    }
    Result<sync::ProductionHead> head(ProductionId id) override { return m_inner.head(id); }
    Result<std::optional<sync::DeviceRecord>> device(ProductionId id, DeviceId device) override
    {
        return m_inner.device(id, device);
    }
    Result<std::optional<Hash32>> chainAt(ProductionId id, quint64 sequence) override
    {
        return m_inner.chainAt(id, sequence);
    }
    Result<sync::RowsRead> rows(ProductionId id, const sync::RowsWanted &wanted) override
    {
        return m_inner.rows(id, wanted);
    }
    Result<std::vector<protocol::EntityState>> page(ProductionId id,
                                                    const sync::PageWanted &wanted) override
    {
        return m_inner.page(id, wanted);
    }
    Result<sync::BucketsRead> buckets(ProductionId id, const sync::Visibility &visibility) override
    {
        return m_inner.buckets(id, visibility);
    }
    Result<protocol::Signature> signAsAuthority(ProductionId id, QByteArrayView message) override
    {
        return m_inner.signAsAuthority(id, message);
    }
    Result<sync::CheckpointRead> checkpoint(ProductionId id,
                                            const sync::Visibility &visibility) override
    {
        return m_inner.checkpoint(id, visibility);
    }

    MutationId disliked;
    ErrorCode complaint = ErrorCode::InvalidInput;
    bool isBroken = false;
    bool isUnknown = false;

private:
    sync::ServerStorage &m_inner;
};

} // namespace

// The queue, the commit and the threads of the writers.
class TestLanes : public QObject
{
    Q_OBJECT

private:
    SeededRandom m_random{7};
    UuidSource m_ids{m_random};
    SystemClock m_clock;
    ServerMetrics m_metrics;
    const Instant m_now = instantFromMs(1'700'000'000'000);
    ProductionId m_production;
    sync::LaneMemory m_laneMemory;
    std::unique_ptr<simulation::MemoryServerStorage> m_memory;
    std::unique_ptr<PickyStorage> m_storage;

    struct Device {
        SessionAddress address;
        sync::DeviceRecord record;
        sync::AuthorState author;
        quint64 units = 0;
    };

    Device device()
    {
        Device made;
        made.address = {0, m_ids.next<SessionId>(m_now)};
        made.record.device = m_ids.next<DeviceId>(m_now);
        made.record.user = m_ids.next<UserId>(m_now);
        made.record.role = Role::Coordinator;
        made.author.production = m_production;
        made.author.device = made.record.device;
        made.author.user = made.record.user;
        made.author.stream = m_ids.next<StreamId>(m_now);
        return made;
    }

    LaneBatch batch(Device &from, quint64 number, size_t count, size_t atomSize = 1)
    {
        LaneBatch made{from.address, number, {}};
        std::optional<protocol::Atom> atom;
        for (size_t i = 0; i < count; ++i) {
            if (atomSize > 1 && i % atomSize == 0)
                atom = protocol::Atom{m_ids.next<AtomId>(m_now), quint32(atomSize)};
            const QString name =
                u"%1 %2"_s.arg(from.record.device.toString(), QString::number(++from.units));
            const UnitId id = unitId(m_production, name);
            sync::EnvelopeDraft draft;
            draft.type = EntityType::Unit;
            draft.entity = EntityId::of(id);
            draft.groups = sync::changesBetween({}, toGroups(Unit{id, name}), {});
            draft.atom = atom;
            auto sealed = sync::seal(draft, from.author, m_ids, m_now);
            made.submissions.push_back({sealed.bytes,
                                        sealed.hash,
                                        sealed.envelope,
                                        {},
                                        from.record,
                                        from.address.session});
        }
        return made;
    }

    LaneSettings settings()
    {
        // Each connection of a lane is another view of the same rows.
        const auto open = [storage = m_storage.get()] {
            return Result<std::unique_ptr<sync::ServerStorage>>(
                std::make_unique<PickyStorage>(*storage));
        };
        return {1, open, {}};
    }

    std::unique_ptr<Lanes> lanes(Listener &listener)
    {
        return std::make_unique<Lanes>(settings(), listener, m_clock, m_metrics);
    }

private slots:
    void init()
    {
        m_production = m_ids.next<ProductionId>(m_now);
        m_memory = std::make_unique<simulation::MemoryServerStorage>(
            m_production, m_ids.next<EpochId>(m_now), m_random);
        m_storage = std::make_unique<PickyStorage>(*m_memory);
        m_laneMemory = {};
    }

    void aDeviceWithLittleDoesNotWaitForOneWithMuch()
    {
        LaneQueue queue;
        Device much = device();
        Device little = device();
        for (quint64 number = 1; number <= 5; ++number) {
            LaneBatch big = batch(much, number, 200);
            QVERIFY(queue.add(big, m_now));
        }
        LaneBatch small = batch(little, 1, 1);
        QVERIFY(queue.add(small, m_now));

        const LaneQueue::Take take = queue.take(100, lane_limits::commitBytesMax);

        QCOMPARE(take.submissions.size(), 100U);
        QVERIFY(std::ranges::any_of(take.parts, [&little](const LaneQueue::Part &part) {
            return part.from == little.address;
        }));
    }

    void whatOneDeviceWroteStaysInItsOrder()
    {
        LaneQueue queue;
        Device one = device();
        Device other = device();
        for (quint64 number = 1; number <= 4; ++number) {
            LaneBatch first = batch(one, number, 30);
            LaneBatch second = batch(other, number, 7);
            QVERIFY(queue.add(first, m_now));
            QVERIFY(queue.add(second, m_now));
        }
        std::map<StreamId, quint64> last;
        while (!queue.isEmpty()) {
            const LaneQueue::Take take = queue.take(33, 4'000);
            QVERIFY(!take.submissions.empty());
            for (const sync::Submission &submission : take.submissions) {
                quint64 &before = last[submission.envelope.stream];
                QCOMPARE(submission.envelope.sequence, before + 1);
                before = submission.envelope.sequence;
            }
        }
        QCOMPARE(last[one.author.stream], 120U);
        QCOMPARE(last[other.author.stream], 28U);
    }

    void oneSubmissionIsTakenHoweverLargeItIs()
    {
        LaneQueue queue;
        Device one = device();
        LaneBatch large = batch(one, 1, 2);
        QVERIFY(queue.add(large, m_now));
        QCOMPARE(queue.take(500, 1).submissions.size(), 1U);
        QCOMPARE(queue.take(500, 1).submissions.size(), 1U);
        QVERIFY(queue.isEmpty());
    }

    void whatBelongsTogetherIsTakenTogether()
    {
        LaneQueue queue;
        Device one = device();
        Device other = device();
        LaneBatch atoms = batch(one, 1, 60, 6);
        LaneBatch singles = batch(other, 1, 50);
        QVERIFY(queue.add(atoms, m_now));
        QVERIFY(queue.add(singles, m_now));

        size_t taken = 0;
        while (!queue.isEmpty()) {
            const LaneQueue::Take take = queue.take(17, 3'000);
            QVERIFY(!take.submissions.empty());
            std::map<AtomId, size_t> members;
            for (const sync::Submission &submission : take.submissions) {
                if (submission.envelope.atom)
                    ++members[submission.envelope.atom->id];
            }
            for (const auto &[atom, count] : members)
                QCOMPARE(count, size_t(6));
            taken += take.submissions.size();
        }
        QCOMPARE(taken, size_t(110));
    }

    void withABadMutationGoesWhatBelongsTogetherWithIt()
    {
        Device one = device();
        LaneBatch work = batch(one, 1, 30, 3);
        m_storage->disliked = work.submissions[16].envelope.mutation;

        const LaneReport report =
            commitTake(*m_storage, m_production, work.submissions, m_clock, m_random, m_laneMemory);

        QCOMPARE(report.fate, LaneReport::Fate::Decided);
        for (size_t i = 0; i < report.results.size(); ++i)
            QCOMPARE(report.results[i].outcome,
                     i / 3 == 5 ? Outcome::Quarantined : Outcome::Applied);
        QCOMPARE(m_memory->log().size(), 27U);
    }

    void laterWorkDoesNotOvertakeWhatWasRefused()
    {
        LaneQueue queue;
        Device one = device();
        LaneBatch refused = batch(one, 1, 3);
        LaneBatch later = batch(one, 2, 3);
        queue.hold(one.address, refused.submissions.front().envelope.mutation, m_now);

        QVERIFY(!queue.add(later, m_now));
        QVERIFY(queue.add(refused, m_now));
        QVERIFY(queue.add(later, m_now));
    }

    void aHoldDoesNotLastForEver()
    {
        LaneQueue queue;
        Device one = device();
        LaneBatch gone = batch(one, 1, 1);
        LaneBatch later = batch(one, 2, 1);
        queue.hold(one.address, gone.submissions.front().envelope.mutation, m_now);

        QVERIFY(queue.add(later, m_now + lane_limits::holdMax));
    }

    // A budget may be used up for longer than a hold lasts.
    void aBatchThatIsRefusedAgainIsWaitedForAnew()
    {
        LaneQueue queue;
        Device one = device();
        LaneBatch refused = batch(one, 1, 1);
        LaneBatch later = batch(one, 2, 1);
        const auto first = refused.submissions.front().envelope.mutation;
        const auto second = later.submissions.front().envelope.mutation;
        const auto meanwhile = lane_limits::holdMax / 2;
        queue.hold(one.address, first, m_now);
        queue.hold(one.address, first, m_now + meanwhile);
        queue.hold(one.address, second, m_now + meanwhile * 2); // it does not count

        QVERIFY(!queue.add(later, m_now + meanwhile * 2));
        QVERIFY(queue.add(later, m_now + meanwhile * 3));
        // One that is over is nobody's any more.
        queue.hold(one.address, second, m_now + meanwhile * 6);
        QVERIFY(!queue.add(refused, m_now + meanwhile * 7));
    }

    void laterWorkIsToldToComeWithWhatWasRefusedFirst()
    {
        LaneQueue queue;
        Device one = device();
        const LaneBatch refused = batch(one, 1, 1);
        const LaneBatch later = batch(one, 2, 1);
        const auto first = refused.submissions.front().envelope.mutation;
        const auto second = later.submissions.front().envelope.mutation;
        using std::chrono::milliseconds;
        QCOMPARE(queue.hold(one.address, first, m_now, milliseconds(9'000)).count(), 9'000);
        const Instant soon = m_now + milliseconds(2'000);
        QCOMPARE(queue.hold(one.address, second, soon, milliseconds(500)).count(), 7'000);
        QCOMPARE(queue.hold(one.address, first, soon, milliseconds(500)).count(), 500);
    }

    void nobodyWaitsForAsLongAsTheClockWasSetBack()
    {
        LaneQueue queue;
        Device one = device();
        const LaneBatch refused = batch(one, 1, 1);
        LaneBatch later = batch(one, 2, 1);
        const auto first = refused.submissions.front().envelope.mutation;
        const auto second = later.submissions.front().envelope.mutation;
        const std::chrono::milliseconds pause(500);
        static_cast<void>(queue.hold(one.address, first, m_now, pause));
        const Instant setBack = m_now - std::chrono::hours(12);
        QCOMPARE(queue.hold(one.address, second, setBack, pause).count(), pause.count());
        QVERIFY(queue.add(later, setBack + lane_limits::holdMax));
    }

    void whatWaitsForAnEarlierOneTakesNothingOfTheSharedMinute()
    {
        std::atomic<int> asked = 0;
        LaneSettings shared = settings();
        shared.sharedBudget = [&asked](sync::ServerStorage &, DeviceId, int, Instant) {
            ++asked;
            return std::optional(std::chrono::milliseconds(8'000));
        };
        Listener listener;
        Lanes writers(shared, listener, m_clock, m_metrics);
        QTRY_VERIFY(writers.isUp());
        Device one = device();
        writers.submit(m_production, batch(one, 1, 1));
        writers.submit(m_production, batch(one, 2, 1));
        writers.finish();

        QCOMPARE(listener.waits().size(), 2U);
        QCOMPARE(listener.waits().at(0), 8'000U);
        QVERIFY(listener.waits().at(1) > lane_limits::busyRetryAfter.count());
        QCOMPARE(asked.load(), 1);
    }

    void whatWasNotWrittenCostsNothing()
    {
        m_storage->isBroken = true;
        DeviceBudget budget({0.001, 60});
        std::atomic<int> taken = 0;
        std::atomic<int> givenBack = 0;
        LaneSettings shared = settings();
        shared.budget = &budget;
        shared.sharedBudget = [&taken](sync::ServerStorage &, DeviceId, int changes, Instant) {
            taken += changes;
            return std::optional<std::chrono::milliseconds>();
        };
        shared.giveBackShared = [&givenBack](DeviceId, int changes, Instant) {
            givenBack += changes;
        };
        Listener listener;
        Lanes writers(shared, listener, m_clock, m_metrics);
        QTRY_VERIFY(writers.isUp());
        Device one = device();
        // More than a turn: it is taken in several parts.
        writers.submit(m_production, batch(one, 1, 3 * lane_limits::turnMutations));
        QTRY_COMPARE(listener.refused().size(), 1U);
        writers.finish();

        QCOMPARE(taken.load(), 60);
        QCOMPARE(givenBack.load(), 60);
        QVERIFY(!budget.take(one.record.device, 60, m_clock.now()));
    }

    void oneBadMutationIsKeptAsideAndItsNeighboursGoOn()
    {
        Device one = device();
        LaneBatch work = batch(one, 1, 50);
        m_storage->disliked = work.submissions[17].envelope.mutation;

        const LaneReport report =
            commitTake(*m_storage, m_production, work.submissions, m_clock, m_random, m_laneMemory);

        QCOMPARE(report.fate, LaneReport::Fate::Decided);
        QCOMPARE(report.results.size(), 50U);
        for (size_t i = 0; i < report.results.size(); ++i) {
            QCOMPARE(report.results[i].mutation, work.submissions[i].envelope.mutation);
            QCOMPARE(report.results[i].outcome, i == 17 ? Outcome::Quarantined : Outcome::Applied);
        }
        QCOMPARE(m_memory->log().size(), 49U);
        QCOMPARE(m_memory->quarantined().size(), 1);
    }

    void aFailingDatabaseKeepsNothingAside_data()
    {
        QTest::addColumn<ErrorCode>("complaint");

        QTest::newRow("a bad disk, a missing column") << ErrorCode::StoreFailure;
        QTest::newRow("full") << ErrorCode::StoreFull;
        QTest::newRow("read-only") << ErrorCode::StoreReadOnly;
        QTest::newRow("gone") << ErrorCode::Offline;
    }
    void aFailingDatabaseKeepsNothingAside()
    {
        QFETCH(ErrorCode, complaint);
        Device one = device();
        LaneBatch work = batch(one, 1, 50);
        m_storage->disliked = work.submissions[17].envelope.mutation;
        m_storage->complaint = complaint;

        const LaneReport report =
            commitTake(*m_storage, m_production, work.submissions, m_clock, m_random, m_laneMemory);

        QCOMPARE(report.fate, LaneReport::Fate::Down);
        QVERIFY(report.results.empty());
        QVERIFY(m_memory->log().empty());
        QVERIFY(m_memory->quarantined().isEmpty());
    }

    void aRolledBackCommitIsTriedAgain()
    {
        Device one = device();
        LaneBatch work = batch(one, 1, 5);
        m_memory->rollBackOneIn(2);

        const LaneReport report =
            commitTake(*m_storage, m_production, work.submissions, m_clock, m_random, m_laneMemory);

        QCOMPARE(report.fate, LaneReport::Fate::Decided);
        QCOMPARE(m_memory->log().size(), 5U);
    }

    void nothingIsSaidAboutACommitOfUnknownFate()
    {
        m_storage->isUnknown = true;
        Listener listener;
        auto writers = lanes(listener);
        Device one = device();
        QTRY_VERIFY(writers->isUp());

        writers->submit(m_production, batch(one, 1, 5));
        writers->submit(m_production, batch(one, 2, 5));

        QTRY_VERIFY(listener.dropped > 0);
        writers->finish();
        QVERIFY(listener.results().empty());
        for (const auto &[session, number, code] : listener.refused())
            QVERIFY(number != 1);
    }

    void aBrokenDatabaseKeepsNothingAside()
    {
        m_storage->isBroken = true;
        Device one = device();
        LaneBatch work = batch(one, 1, 4);

        const LaneReport report =
            commitTake(*m_storage, m_production, work.submissions, m_clock, m_random, m_laneMemory);

        QCOMPARE(report.fate, LaneReport::Fate::Down);
        QVERIFY(report.results.empty());
        QVERIFY(m_memory->quarantined().isEmpty());
    }

    void everythingSubmittedIsDecidedOnce()
    {
        Listener listener;
        auto writers = lanes(listener);
        QTRY_VERIFY(writers->isUp());
        std::vector<Device> devices;
        for (int i = 0; i < 10; ++i)
            devices.push_back(device());

        for (quint64 number = 1; number <= 3; ++number) {
            for (Device &each : devices)
                writers->submit(m_production, batch(each, number, 40));
        }
        writers->finish();

        QCOMPARE(listener.results().size(), 1200U);
        QVERIFY(listener.refused().empty());
        QCOMPARE(m_memory->log().size(), 1200U);
    }

    void aFullLaneSaysBusy()
    {
        Listener listener;
        auto writers = lanes(listener);
        QTRY_VERIFY(writers->isUp());
        Device one = device();

        LaneBatch tooMuch = batch(one, 1, lane_limits::waitingMutationsMax + 1);
        writers->submit(m_production, std::move(tooMuch));
        writers->finish();

        QCOMPARE(listener.refused().size(), 1U);
        QCOMPARE(std::get<2>(listener.refused().front()), protocol::Nack::Code::Busy);
        QVERIFY(m_memory->log().empty());
    }

    void inMaintenanceALaneSaysBusy()
    {
        Listener listener;
        auto writers = lanes(listener);
        QTRY_VERIFY(writers->isUp());
        Device one = device();
        Device other = device();
        writers->setPaused(true);
        writers->submit(m_production, batch(one, 1, 1));
        QTRY_COMPARE(listener.refused().size(), 1U);
        writers->setPaused(false);
        writers->submit(m_production, batch(other, 1, 1));
        writers->finish();
        QCOMPARE(listener.refused().size(), 1U);
        QCOMPARE(std::get<2>(listener.refused().front()), protocol::Nack::Code::Busy);
        QCOMPARE(m_memory->log().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
