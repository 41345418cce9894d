#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "shared/sync/recent_rows.h"
#include "tests/sync/memory_server_storage.h"

#include <QTest>

using namespace film;
using namespace film::sync;
using namespace Qt::StringLiterals;

namespace {

// A log of days of two people, in memory and in a storage that stands for the database.
struct Fixture {
    SeededRandom random{3};
    ProductionId production{random.bytes<16>()};
    simulation::MemoryServerStorage storage{production, EpochId(random.bytes<16>()), random};
    RecentRows recent;
    DepartmentId camera{random.bytes<16>()};
    std::vector<PersonId> people{PersonId(random.bytes<16>()), PersonId(random.bytes<16>())};
    std::vector<DeviceId> devices{DeviceId(random.bytes<16>()), DeviceId(random.bytes<16>())};
    EntityId grant{random.bytes<16>()};

    LogAppend row(quint64 sequence, qsizetype envelopeBytes = 100)
    {
        const size_t whose = random.below(people.size());
        LogAppend row;
        row.sequence = sequence;
        row.mutation = MutationId(random.bytes<16>());
        row.device = devices[random.below(devices.size())];
        row.entity = EntityId(random.bytes<16>());
        row.cell = protocol::Cell::ofPerson(camera, people[whose]);
        row.envelope = QByteArray(envelopeBytes, 'e') + QByteArray::number(sequence);
        row.post = protocol::encodeEntities({});
        row.chain = Hash32(random.bytes<32>());
        return row;
    }
    std::vector<LogAppend> rows(int count, qsizetype envelopeBytes = 100)
    {
        std::vector<LogAppend> rows;
        const quint64 head = storage.currentHead().sequence;
        for (int i = 0; i < count; ++i)
            rows.push_back(row(head + quint64(i) + 1, envelopeBytes));
        return rows;
    }
    void commit(const std::vector<LogAppend> &rows)
    {
        BatchEnd end;
        end.head = storage.currentHead();
        end.head.sequence = rows.back().sequence;
        end.head.chain = rows.back().chain;
        const auto transaction = *storage.begin(production, {});
        QVERIFY(transaction->write({rows, {}, {}}));
        QVERIFY(transaction->commit(end));
    }
    void commitHere(const std::vector<LogAppend> &rows)
    {
        const ProductionHead before = storage.currentHead();
        commit(rows);
        recent.add(before, rows);
    }
    RowsWanted wanted(quint64 from, const Visibility &visibility, int device = 0)
    {
        return {from,
                visibility,
                devices[size_t(device)],
                grant,
                protocol::limits::deltaRowsMax,
                protocol::limits::messageBytesTarget,
                storage.currentHead().epoch,
                **storage.chainAt(production, from)};
    }
    Visibility ofPerson(int i) const { return Visibility::of(Role::Crew, people[size_t(i)], {}); }
};

void compare(const RowsRead &here, const RowsRead &there)
{
    QCOMPARE(here.to, there.to);
    QCOMPARE(here.chain, there.chain);
    QCOMPARE(here.passesGrant, there.passesGrant);
    QVERIFY(here.rows == there.rows);
    QVERIFY(here.withdrawn == there.withdrawn);
}

} // namespace

class TestRecentRows : public QObject
{
    Q_OBJECT
private slots:
    void giveWhatTheDatabaseWouldGive()
    {
        Fixture fixture;
        for (int i = 0; i < 5; ++i)
            fixture.commitHere(fixture.rows(40, 700));

        for (const Visibility &visibility :
             {Visibility::all(), fixture.ofPerson(0), fixture.ofPerson(1), Visibility()}) {
            for (quint64 from = 0; from < 200; from += 13) {
                RowsWanted wanted = fixture.wanted(from, visibility, int(from % 2));
                const auto here = fixture.recent.read(wanted);
                QVERIFY(here.has_value());
                compare(*here, *fixture.storage.rows(fixture.production, wanted));
            }
        }
    }

    // What the rows before it showed of the conflict has been given when it is withdrawn.
    void aRowThatWithdrawsAConflictBeginsARead()
    {
        Fixture fixture;
        auto rows = fixture.rows(10);
        for (LogAppend &row : rows)
            row.cell = protocol::Cell::ofPerson(fixture.camera, fixture.people[0]);
        const ConflictId conflict(fixture.random.bytes<16>());
        rows[3].cell = protocol::Cell::office();
        for (const size_t about : {3, 6, 7}) {
            rows[about].entity = rows[3].entity;
            rows[about].conflict = conflict;
        }
        fixture.commitHere(rows);
        Visibility office = Visibility::all();
        office.hidden = {fixture.people[0]};

        quint64 from = 0;
        for (const quint64 to : {6, 7, 10}) {
            const RowsWanted wanted = fixture.wanted(from, office);
            const auto read = fixture.recent.read(wanted);
            QVERIFY(read.has_value());
            QCOMPARE(read->to, to);
            QCOMPARE(read->withdrawn, from < 6 ? std::nullopt : std::optional(conflict));
            compare(*read, *fixture.storage.rows(fixture.production, wanted));
            from = to;
        }
    }

    void stopAtARowOfTheGrant()
    {
        Fixture fixture;
        auto rows = fixture.rows(10);
        rows[4].entity = fixture.grant;
        fixture.commitHere(rows);

        const auto read = fixture.recent.read(fixture.wanted(0, Visibility::all()));

        QVERIFY(read && read->passesGrant);
        QCOMPARE(read->to, quint64(5));
    }

    void comeWithTheFrameThatASessionWouldSend()
    {
        Fixture fixture;
        fixture.commitHere(fixture.rows(10));

        const auto read = fixture.recent.read(fixture.wanted(4, fixture.ofPerson(0)));

        QVERIFY(read.has_value());
        QCOMPARE(read->frame,
                 protocol::encodeFrame({0, protocol::Delta{4, read->to, read->chain, read->rows}}));
    }

    void areEncodedOnceForAllWhoSeeTheSame()
    {
        Fixture fixture;
        fixture.commitHere(fixture.rows(10));

        const auto one = fixture.recent.read(fixture.wanted(0, Visibility::all(), 0));
        const auto other = fixture.recent.read(fixture.wanted(0, Visibility::all(), 1));

        QVERIFY(one && other);
        QCOMPARE(static_cast<const void *>(one->frame.constData()),
                 static_cast<const void *>(other->frame.constData()));
    }

    void areNotGivenToWhoComesFromAnotherHistory()
    {
        Fixture fixture;
        fixture.commitHere(fixture.rows(10));
        RowsWanted wanted = fixture.wanted(4, Visibility::all());
        wanted.chain = Hash32(fixture.random.bytes<32>());

        QVERIFY(!fixture.recent.read(wanted));
    }

    // Both histories have the asker's rows, but what came after them is not what is here.
    void areNotGivenToWhoIsInAHistoryThatPartedLater()
    {
        Fixture fixture;
        fixture.commitHere(fixture.rows(10));
        fixture.storage.failOver(8, EpochId(fixture.random.bytes<16>()));

        QVERIFY(!fixture.recent.read(fixture.wanted(4, Visibility::all())));
    }

    void areForgottenWhereAnotherServerWroteInBetween()
    {
        Fixture fixture;
        fixture.commitHere(fixture.rows(10));
        fixture.commit(fixture.rows(3));
        fixture.commitHere(fixture.rows(2));

        QVERIFY(!fixture.recent.read(fixture.wanted(5, Visibility::all())));
        QVERIFY(!fixture.recent.read(fixture.wanted(11, Visibility::all())));
        const auto read = fixture.recent.read(fixture.wanted(13, Visibility::all()));
        QVERIFY(read.has_value());
        QCOMPARE(read->to, quint64(15));
    }

    void areBounded()
    {
        Fixture fixture;
        for (int i = 0; i < 20; ++i)
            fixture.commitHere(fixture.rows(20, 10'000));

        QVERIFY(fixture.recent.bytes() <= 1024 * 1024);
        QVERIFY(!fixture.recent.read(fixture.wanted(0, Visibility::all())));
        QVERIFY(fixture.recent.read(fixture.wanted(399, Visibility::all())));
    }

    void nothingIsReadAtTheHead()
    {
        Fixture fixture;
        QVERIFY(!fixture.recent.read(fixture.wanted(0, Visibility::all())));
        fixture.commitHere(fixture.rows(10));

        QVERIFY(!fixture.recent.read(fixture.wanted(10, Visibility::all())));
    }
};

QTEST_GUILESS_MAIN(TestRecentRows)
#include "tst_recent_rows.moc"
