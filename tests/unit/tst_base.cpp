#include "shared/base/clock.h"
#include "shared/base/hash.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/base/uuid_source.h"

#include <QSet>
#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

class TestBase : public QObject
{
    Q_OBJECT

private slots:
    void idIsReadFromItsTextAndBytes()
    {
        const QString text = u"01890a5d-ac96-774b-bcce-b302099a8057"_s;

        const std::optional<PersonId> id = PersonId::fromString(text);

        QVERIFY(id);
        QCOMPARE(id->toString(), text);
        QVERIFY(PersonId::fromString(text.toUpper()) == id);
        QVERIFY(PersonId::fromBytes(id->toByteArray()) == id);
        QVERIFY(EntityId::of(*id).bytes() == id->bytes());
        QVERIFY(PersonId().isNull() && !id->isNull());
    }

    // The databases sort them so.
    void idsStandInTheOrderOfTheirBytes()
    {
        SeededRandom random(7);
        for (int i = 0; i < 1000; ++i) {
            std::array<quint8, 16> bytes = random.bytes<16>();
            const EntityId one(bytes);
            bytes[random.below(16)] = static_cast<quint8>(random.below(256));
            const EntityId other(bytes);
            QCOMPARE(one < other, one.bytes() < other.bytes());
            QCOMPARE(one > other, one.bytes() > other.bytes());
            QCOMPARE(one == other, one.bytes() == other.bytes());
        }
    }

    void textThatIsNoIdIsRefused_data()
    {
        QTest::addColumn<QString>("text");

        QTest::newRow("empty") << QString();
        QTest::newRow("too short") << u"01890a5d-ac96-774b-bcce-b302099a805"_s;
        QTest::newRow("too long") << u"01890a5d-ac96-774b-bcce-b302099a80577"_s;
        QTest::newRow("no dashes") << u"01890a5dxac96x774bxbccexb302099a8057"_s;
        QTest::newRow("not hexadecimal") << u"01890a5d-ac96-774b-bcce-b302099a805g"_s;
        QTest::newRow("braces") << u"{01890a5d-ac96-774b-bcce-b302099a80}"_s;
    }

    void textThatIsNoIdIsRefused()
    {
        QFETCH(QString, text);

        QVERIFY(!PersonId::fromString(text));
    }

    void bytesOfAnotherLengthAreNoId()
    {
        QVERIFY(!PersonId::fromBytes(QByteArray(15, 'x')));
        QVERIFY(!PersonId::fromBytes(QByteArray(17, 'x')));
        QVERIFY(!Hash32::fromBytes(QByteArray(31, 'x')));
    }

    void uuidsAreVersionSevenAndOnlyGrow()
    {
        SeededRandom random(7);
        UuidSource source(random);
        const Instant now = instantFromMs(1'763'622'000'123);

        EntityId last;
        for (int i = 0; i < 10'000; ++i) { // more than one millisecond can count
            const auto id = source.next<EntityId>(now);
            QVERIFY(last < id);
            QCOMPARE(id.bytes()[6] >> 4, 7);
            QCOMPARE(id.bytes()[8] >> 6, 2);
            last = id;
        }
    }

    void uuidHoldsItsMillisecond()
    {
        SeededRandom random(7);
        UuidSource source(random);

        const auto id = source.next<EntityId>(instantFromMs(0x0123456789ab));

        QCOMPARE(id.toString().left(13), u"01234567-89ab"_s);
    }

    void uuidsGrowWhenTheClockIsSetBack()
    {
        SeededRandom random(7);
        UuidSource source(random);

        const auto before = source.next<EntityId>(instantFromMs(2'000'000));
        const auto after = source.next<EntityId>(instantFromMs(1'000'000));

        QVERIFY(before < after);
    }

    void seedGivesTheSameNumbersForEver()
    {
        SeededRandom random(42);

        // Computed apart from this code, from the published description of the two generators.
        QCOMPARE(random.next(), quint64(0x15780b2e0c2ec716));
        QCOMPARE(random.next(), quint64(0x6104d9866d113a7e));
        QCOMPARE(random.next(), quint64(0xae17533239e499a1));
    }

    void numbersStayBelowTheirBound()
    {
        SeededRandom random(1);
        std::array<int, 3> counts{};

        for (int i = 0; i < 3'000; ++i)
            ++counts.at(random.below(3));

        for (const int count : counts)
            QVERIFY(count > 800 && count < 1'200);
    }

    void randomBytesFillOddLengths()
    {
        SeededRandom random(3);
        QSet<QByteArray> seen;

        for (int i = 0; i < 100; ++i) {
            const auto bytes = random.bytes<13>();
            seen.insert(
                QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())));
        }

        QCOMPARE(seen.size(), 100);
    }

    void hashOfPartsIsThatOfTheWhole()
    {
        const Hash32 hash = sha256("abc");

        // FIPS 180-2, B.1
        QCOMPARE(hash.toByteArray().toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY(sha256({"a", "", "bc"}) == hash);
        QVERIFY(Hash32::fromBytes(hash.view()) == hash);
        QVERIFY(Hash32().isNull() && !hash.isNull());
    }

    void idFromAHashIsVersionEight()
    {
        const auto id = idFromHash<EntityId>(sha256("abc"));

        QCOMPARE(id.toString(), u"ba7816bf-8f01-8fea-8141-40de5dae2223"_s);
    }

    void errorTellsTheStepItHappenedIn()
    {
        const Result<int> failed = fail(ErrorCode::StoreFull, u"disk is full"_s);

        const Error error = failed.error().during(u"saving day"_s);

        QCOMPARE(error.message, u"saving day: disk is full"_s);
        QCOMPARE(errorCodeName(error.code), u"store-full"_s);
    }

    void everyErrorCodeHasItsOwnName()
    {
        QSet<QString> names;
        const int count = static_cast<int>(ErrorCode::Internal) + 1;

        for (int code = 0; code < count; ++code)
            names.insert(errorCodeName(static_cast<ErrorCode>(code)));

        QCOMPARE(names.size(), count);
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
