#include "shared/base/random.h"
#include "shared/sync/digest.h"

#include <QTest>

using namespace film;
using namespace film::sync;

namespace {

protocol::EntityState stateFrom(SeededRandom &random)
{
    protocol::EntityState state;
    state.id = EntityId(random.bytes<16>());
    state.lastSequence = random.below(1000);
    const auto groups = random.bytes<20>();
    state.groups = QByteArray(reinterpret_cast<const char *>(groups.data()), 20);
    return state;
}

} // namespace

class TestDigest : public QObject
{
    Q_OBJECT
private slots:
    void theOrderDoesNotMatter()
    {
        SeededRandom random(1);
        std::vector<protocol::EntityState> states;
        for (int i = 0; i < 200; ++i)
            states.push_back(stateFrom(random));
        Digest forwards;
        Digest backwards;

        for (const auto &state : states)
            forwards.add(state);
        for (auto it = states.rbegin(); it != states.rend(); ++it)
            backwards.add(*it);

        QVERIFY(forwards == backwards);
        QCOMPARE(forwards.count, quint64(200));
    }

    void whatIsTakenAwayWasNeverThere()
    {
        SeededRandom random(2);
        const auto first = stateFrom(random);
        const auto second = stateFrom(random);
        Digest only;
        only.add(first);
        Digest both;

        both.add(second);
        both.add(first);
        both.subtract(second);

        QVERIFY(both == only);
    }

    void cellsAddUpToTheirScope()
    {
        SeededRandom random(3);
        const auto first = stateFrom(random);
        const auto second = stateFrom(random);
        Digest one;
        one.add(first);
        Digest other;
        other.add(second);
        Digest whole;
        whole.add(first);
        whole.add(second);

        one.sum.add(other.sum);

        QVERIFY(one.sum == whole.sum);
    }

    void everyPartOfARecordCounts()
    {
        SeededRandom random(4);
        const auto state = stateFrom(random);
        auto newer = state;
        ++newer.lastSequence;
        auto other = state;
        other.groups[3] = static_cast<char>(other.groups[3] ^ 1);
        auto gone = state;
        gone.deleted = true;

        QVERIFY(digestLeaf(state) != digestLeaf(newer));
        QVERIFY(digestLeaf(state) != digestLeaf(other));
        QVERIFY(digestLeaf(state) != digestLeaf(gone));
    }

    void theSumSurvivesItsBytes()
    {
        SeededRandom random(5);
        DigestSum sum;
        for (int i = 0; i < 50; ++i)
            sum.add(Hash32(random.bytes<32>()));

        const auto back = DigestSum::fromBytes(sum.toBytes());

        QVERIFY(back && *back == sum);
        QVERIFY(!DigestSum::fromBytes(QByteArray(31, 'x')));
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
