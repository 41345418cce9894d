#include "server/identity/access_token.h"
#include "server/identity/account_names.h"
#include "server/identity/password_hasher.h"
#include "server/identity/password_rules.h"
#include "server/identity/secret_box.h"
#include "server/identity/sign_in_delays.h"
#include "server/identity/token_key.h"
#include "server/identity/totp.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);
constexpr auto urlText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr HashCost cheap{1, 8192};

TokenKey makeKey()
{
    const auto pair = makeTokenKey();
    if (!pair)
        qFatal("no key");
    return {jwkThumbprint(*publicJwk(pair->publicPem)),
            pair->publicPem,
            pair->privatePem,
            now - 24h,
            now + 24h,
            now + 25h};
}

// Its quotation marks are written as apostrophes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

// Tokens of a server and of those who attack it.
struct TokenFixture {
    TokenKey key = makeKey();
    KeyRing ring{{key}};
    TokenRealm realm{u"https://film.example"_s, u"filmtracker-api"_s, 60s};
    AccessClaims claims;

    TokenFixture()
    {
        SeededRandom random(5);
        claims.account = AccountId(random.bytes<16>());
        claims.session = AccountSessionId(random.bytes<16>());
        claims.id = random.bytes<16>();
        claims.issued = now;
        claims.expires = now + 15min;
    }
    [[nodiscard]] QByteArray token() const { return *signAccessToken(claims, key, realm); }
    [[nodiscard]] QByteArray withHeader(const QByteArray &header) const
    {
        return header.toBase64(urlText) + token().mid(token().indexOf('.'));
    }
    [[nodiscard]] Result<AccessClaims> check(const QByteArray &token, Instant at = now) const
    {
        return checkAccessToken(token, ring, realm, at);
    }
    [[nodiscard]] QByteArray idText() const { return key.id.toLatin1(); }
};

} // namespace

// The parts of signing in that are values: codes, passwords, names, tokens.
class TestIdentityValues : public QObject
{
    Q_OBJECT

private slots:
    // RFC 4226, appendix D.
    void hotpIsThatOfTheRfc_data()
    {
        QTest::addColumn<QString>("code");
        const QStringList codes{u"755224"_s, u"287082"_s, u"359152"_s, u"969429"_s, u"338314"_s,
                                u"254676"_s, u"287922"_s, u"162583"_s, u"399871"_s, u"520489"_s};
        for (qsizetype i = 0; i < codes.size(); ++i)
            QTest::addRow("counter %d", int(i)) << codes[i];
    }
    void hotpIsThatOfTheRfc()
    {
        QFETCH(QString, code);
        const quint64 counter = QByteArray(QTest::currentDataTag()).mid(8).toULongLong();

        QCOMPARE(hotpCode("12345678901234567890", counter, 6), code);
    }

    // RFC 6238, appendix B, the rows of SHA-1.
    void totpIsThatOfTheRfc_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("code");
        QTest::newRow("1970") << qint64(59) << u"94287082"_s;
        QTest::newRow("2005") << qint64(1111111109) << u"07081804"_s;
        QTest::newRow("2005, the next step") << qint64(1111111111) << u"14050471"_s;
        QTest::newRow("2009") << qint64(1234567890) << u"89005924"_s;
        QTest::newRow("2033") << qint64(2000000000) << u"69279037"_s;
        QTest::newRow("2603") << qint64(20000000000) << u"65353130"_s;
    }
    void totpIsThatOfTheRfc()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, code);
        const QByteArray secret = "12345678901234567890";
        const Instant at = instantFromMs(seconds * 1000);

        QCOMPARE(hotpCode(secret, quint64(totpStep(at)), 8), code);
        QCOMPARE(matchingTotpStep(secret, code.right(6), at, 0), std::optional(totpStep(at)));
    }

    void aCodeCountsOnceAndNearItsTime_data()
    {
        QTest::addColumn<int>("stepsAway");
        QTest::addColumn<int>("lastUsed"); // steps from now
        QTest::addColumn<bool>("counts");
        QTest::newRow("now") << 0 << -9 << true;
        QTest::newRow("one step late") << -1 << -9 << true;
        QTest::newRow("one step early") << 1 << -9 << true;
        QTest::newRow("two steps late") << -2 << -9 << false;
        QTest::newRow("two steps early") << 2 << -9 << false;
        QTest::newRow("the same again") << 0 << 0 << false;
        QTest::newRow("one before that was used") << -1 << 0 << false;
        QTest::newRow("the next after that was used") << 1 << 0 << true;
    }
    void aCodeCountsOnceAndNearItsTime()
    {
        QFETCH(int, stepsAway);
        QFETCH(int, lastUsed);
        QFETCH(bool, counts);
        const QByteArray secret = "12345678901234567890";
        const qint64 step = totpStep(now);
        const QString code = hotpCode(secret, quint64(step + stepsAway), 6);

        const auto matching = matchingTotpStep(secret, code, now, step + lastUsed);

        QCOMPARE(matching, counts ? std::optional(step + stepsAway) : std::nullopt);
    }

    void base32IsThatOfTheRfc()
    {
        QCOMPARE(base32("foobar"), u"MZXW6YTBOI"_s); // RFC 4648, 10
        QCOMPARE(base32("fooba"), u"MZXW6YTB"_s);
        QCOMPARE(base32("f"), u"MY"_s);
        QCOMPARE(otpauthUri("foobar", u"Film Tracker"_s, u"a+b@x.org"_s),
                 u"otpauth://totp/Film%20Tracker:a%2Bb%40x.org?secret=MZXW6YTBOI"
                 "&issuer=Film%20Tracker&algorithm=SHA1&digits=6&period=30"_s);
    }

    void passwords_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<int>("problem"); // -1: none
        const auto row = [](const char *name, const QString &password, int problem) {
            QTest::newRow(name) << password << problem;
        };
        row("eleven characters", u"mfk29dla0wq"_s, int(PasswordProblem::TooShort));
        row("twelve characters", u"mfk29dla0wqz"_s, -1);
        row("only letters and spaces", u"nine grips carry crane"_s, -1);
        row("128 characters", u"abcdefgh"_s.repeated(16), -1);
        row("129 characters", u"abcdefgh"_s.repeated(16) + u'x', int(PasswordProblem::TooLong));
        row("more bytes than fit", QString(QChar(0x8a9e)).repeated(200),
            int(PasswordProblem::TooLong));
        row("a common one", u"Password1234"_s, int(PasswordProblem::TooCommon));
        row("one letter", u"aaaaaaaaaaaaaaaa"_s, int(PasswordProblem::TooCommon));
        row("two letters in turn", u"abababababab"_s, int(PasswordProblem::TooCommon));
        row("the login", u"Maya.Okafor@example.org"_s, int(PasswordProblem::IsTheLogin));
        row("surrogates count as one",
            QString::fromUtf8("\xf0\x9f\x8e\xac").repeated(6) + u"abcde"_s,
            int(PasswordProblem::TooShort));
    }
    void passwords()
    {
        QFETCH(QString, password);
        QFETCH(int, problem);

        const auto found = passwordProblem(password, u"maya.okafor@example.org"_s);

        QCOMPARE(found ? int(*found) : -1, problem);
    }

    void aPasswordIsTheSameFromEveryKeyboard()
    {
        QCOMPARE(passwordBytes(u"e\u0301"_s), passwordBytes(u"\u00e9"_s));
    }

    void logins_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("login"); // empty: refused
        QTest::newRow("case and spaces") << u" Maya@Example.ORG "_s << u"maya@example.org"_s;
        QTest::newRow("no domain") << u"maya"_s << QString();
        QTest::newRow("two at signs") << u"a@b@c"_s << QString();
        QTest::newRow("a space within") << u"a b@c"_s << QString();
        QTest::newRow("a letter that looks like another")
            << u"m\u0430ya@example.org"_s << QString();
        QTest::newRow("a line end") << u"maya@example.org\nx"_s << QString();
        QTest::newRow("dots in a row") << u"a..b@c"_s << QString();
        QTest::newRow("too long") << u"a"_s.repeated(65) + u"@c"_s << QString();
        QTest::newRow("much too long") << u"a@"_s + u"c"_s.repeated(100'000) << QString();
    }
    void logins()
    {
        QFETCH(QString, typed);
        QFETCH(QString, login);

        const auto normalised = normalisedLogin(typed);

        QCOMPARE(normalised ? *normalised : QString(), login);
    }

    void addressesAreCountedAsTheyAreGivenOut()
    {
        QCOMPARE(addressGroup(u"192.0.2.7"_s), u"192.0.2.7"_s);
        QCOMPARE(addressGroup(u"::ffff:192.0.2.7"_s), u"192.0.2.7"_s);
        QCOMPARE(addressGroup(u"2001:db8:1:2:3::4"_s), u"2001:db8:1:2::/64"_s);
        QCOMPARE(addressGroup(u"2001:db8:1:2:ffff::9"_s), addressGroup(u"2001:db8:1:2::1"_s));
        QCOMPARE(addressGroup(u"nonsense"_s), u"unknown"_s);
    }

    void delaysGrowUpToALimit()
    {
        const DelayPolicy policy{5, 15min, 15min};
        QCOMPARE(SignInDelays::delayAfter(policy, 4).count(), 0);
        QCOMPARE(SignInDelays::delayAfter(policy, 5).count(), 1'000);
        QCOMPARE(SignInDelays::delayAfter(policy, 6).count(), 2'000);
        QCOMPARE(SignInDelays::delayAfter(policy, 8).count(), 8'000);
        QCOMPARE(SignInDelays::delayAfter(policy, 1'000'000).count(), 900'000);
    }

    void whatIsSealedOpensForItsPurposeOnly()
    {
        SeededRandom random(1);
        const SecretBox box(random.bytes<32>());
        const SecretBox other(random.bytes<32>());
        const QByteArray sealed = box.seal("of Maya", "secret", random);

        QVERIFY(!sealed.contains("secret"));
        QCOMPARE(*box.open("of Maya", sealed), QByteArray("secret"));
        QVERIFY(!box.open("of Omar", sealed));
        QVERIFY(!other.open("of Maya", sealed));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(!box.open("of Maya", changed));
        }
        QVERIFY(!box.open("of Maya", sealed.left(20)));
        QVERIFY(box.fingerprint("a", "x") != box.fingerprint("b", "x"));
        QVERIFY(box.fingerprint("a", "x") != other.fingerprint("a", "x"));
    }

    void theServersKeyIsItsOwnersAlone()
    {
        const QTemporaryDir folder;
        SystemRandom random;
        const auto first = SecretBox::inFolder(folder.path(), random);
        QVERIFY(first.has_value());
        const QByteArray sealed = first->seal("x", "secret", random);
        const QString path = folder.filePath(u"identity.key"_s);

        const auto again = SecretBox::inFolder(folder.path(), random);

        QCOMPARE(*again->open("x", sealed), QByteArray("secret"));
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QCOMPARE(SecretBox::inFolder(folder.path(), random).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void passwordsAreHashedInTurn()
    {
        PasswordHasher hasher(cheap, {1, 2, 20s});
        const auto hash = hasher.hash("nine grips");

        QVERIFY(hash.has_value());
        QVERIFY(hash->startsWith("$argon2id$"));
        QVERIFY(hasher.verify(*hash, "nine grips")->matches);
        QVERIFY(!hasher.verify(*hash, "nine grips")->needsRehash);
        QVERIFY(!hasher.verify(*hash, "ten grips")->matches);
        QVERIFY(!hasher.verify({}, "nine grips")->matches);
        QVERIFY(!hasher.verify("rubbish", "nine grips")->matches);
        PasswordHasher dearer({2, 16384}, {1, 2, 20s});
        QVERIFY(dearer.verify(*hash, "nine grips")->needsRehash);
    }

    void aFullHasherSaysSoAtOnce()
    {
        PasswordHasher hasher(cheap, {1, -1, 20s}); // nobody may wait, and nobody may work

        QCOMPARE(hasher.hash("nine grips").error().code, ErrorCode::Busy);
    }

    void aTokenSaysWhatWasSigned()
    {
        const TokenFixture fixture;

        const auto claims = fixture.check(fixture.token());

        QVERIFY2(claims.has_value(), claims ? "" : qPrintable(claims.error().message));
        QCOMPARE(claims->account, fixture.claims.account);
        QCOMPARE(claims->session, fixture.claims.session);
        QCOMPARE(claims->id, fixture.claims.id);
        QCOMPARE(claims->expires, fixture.claims.expires);
        const QByteArray payload = QByteArray::fromBase64(fixture.token().split('.')[1], urlText);
        QVERIFY(!payload.contains("role"));
    }

    void aTokenCountsInItsTime_data()
    {
        QTest::addColumn<qint64>("secondsAfterIssue");
        QTest::addColumn<int>("code"); // -1: counts
        QTest::newRow("a minute and a second before")
            << qint64(-61) << int(ErrorCode::Unauthenticated);
        QTest::newRow("a minute before") << qint64(-60) << -1;
        QTest::newRow("at once") << qint64(0) << -1;
        QTest::newRow("a minute after its end, but for a second") << qint64(15 * 60 + 59) << -1;
        QTest::newRow("a minute after its end") << qint64(15 * 60 + 60) << int(ErrorCode::Expired);
    }
    void aTokenCountsInItsTime()
    {
        QFETCH(qint64, secondsAfterIssue);
        QFETCH(int, code);
        const TokenFixture fixture;

        const auto claims =
            fixture.check(fixture.token(), now + std::chrono::seconds(secondsAfterIssue));

        QCOMPARE(claims ? -1 : int(claims.error().code), code);
    }

    void aForeignTokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const auto row = [](const char *name, const QByteArray &token) {
            QTest::newRow(name) << token;
        };
        const TokenFixture stranger;
        row("of a stranger with a key of their own", stranger.token());
        row("nothing", {});
        row("one point", "a.b");
        row("two points", "..");
        row("three points", stranger.token() + ".a");
        row("not ASCII", QByteArray("\xff\xfe.\xff.\xff", 7));
        row("a zero", QByteArray("a\0.b.c", 6));
        row("over-long", QByteArray(5000, 'a'));
        row("deep", QByteArray(3000, '[').toBase64(urlText) + ".e30.e30");
    }
    void aForeignTokenIsRefused()
    {
        QFETCH(QByteArray, token);
        const TokenFixture fixture;

        QCOMPARE(fixture.check(token).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(fixture.check(fixture.token()).has_value(), true);
    }

    void aTokenThatWasChangedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("header"); // KID stands for the right one
        QTest::newRow("no algorithm") << json("{'alg':'none','kid':'KID','typ':'JWT'}");
        QTest::newRow("None") << json("{'alg':'None','kid':'KID','typ':'JWT'}");
        QTest::newRow("HS256") << json("{'alg':'HS256','kid':'KID','typ':'JWT'}");
        QTest::newRow("RS256") << json("{'alg':'RS256','kid':'KID','typ':'JWT'}");
        QTest::newRow("es256") << json("{'alg':'es256','kid':'KID','typ':'JWT'}");
        QTest::newRow("two algorithms")
            << json("{'alg':'ES256','alg':'none','kid':'KID','typ':'JWT'}");
        QTest::newRow("an algorithm that is no text")
            << json("{'alg':256,'kid':'KID','typ':'JWT'}");
        QTest::newRow("no kid") << json("{'alg':'ES256','typ':'JWT'}");
        QTest::newRow("another kid") << json("{'alg':'ES256','kid':'other','typ':'JWT'}");
        QTest::newRow("a path as kid")
            << json("{'alg':'ES256','kid':'../../dev/null','typ':'JWT'}");
        QTest::newRow("SQL as kid")
            << json("{'alg':'ES256','kid':'; DROP TABLE signing_key --','typ':'JWT'}");
        QTest::newRow("a key of its own")
            << json("{'alg':'ES256','jwk':{},'kid':'KID','typ':'JWT'}");
        QTest::newRow("a place to look")
            << json("{'alg':'ES256','jku':'http://x','kid':'KID','typ':'JWT'}");
        QTest::newRow("crit") << json("{'alg':'ES256','crit':['x'],'kid':'KID','typ':'JWT'}");
        QTest::newRow("another type") << json("{'alg':'ES256','kid':'KID','typ':'JWE'}");
        QTest::newRow("a type that is no text") << json("{'alg':'ES256','kid':'KID','typ':[]}");
        QTest::newRow("spaces") << json("{ 'alg':'ES256','kid':'KID','typ':'JWT'}");
        QTest::newRow("a list") << json("['ES256']");
        QTest::newRow("a number") << QByteArray("1");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a zero behind it") << json("{'alg':'ES256','kid':'KID','typ':'JWT'}") + '\0';
    }
    void aTokenThatWasChangedIsRefused()
    {
        QFETCH(QByteArray, header);
        const TokenFixture fixture;
        const QByteArray right = json("{'alg':'ES256','kid':'KID','typ':'JWT'}");
        const auto with = [&fixture](QByteArray text) {
            return fixture.withHeader(text.replace("KID", fixture.idText()));
        };

        QVERIFY(fixture.check(with(right)).has_value());
        QCOMPARE(fixture.check(with(header)).error().code, ErrorCode::Unauthenticated);
    }

    // The public key is known to everybody: it must not be a secret for HMAC.
    void thePublicKeyDoesNotSign()
    {
        const TokenFixture fixture;
        const QByteArray header =
            json("{'alg':'HS256','kid':'KID','typ':'JWT'}").replace("KID", fixture.idText());
        const QByteArray signedPart =
            header.toBase64(urlText) + '.' + fixture.token().split('.')[1];
        const QByteArray token = signedPart + '.'
            + QMessageAuthenticationCode::hash(signedPart, fixture.key.publicPem,
                                               QCryptographicHash::Sha256)
                  .toBase64(urlText);

        QVERIFY(!fixture.check(token).has_value());
        QVERIFY(!fixture.check(signedPart + '.').has_value());
    }

    void noByteOfATokenCanBeChanged()
    {
        const TokenFixture fixture;
        const QByteArray token = fixture.token();
        for (qsizetype i = 0; i < token.size(); ++i) {
            for (const char byte : {'A', '=', '.', '\0', '\x80'}) {
                QByteArray changed = token;
                changed[i] = byte;
                QVERIFY2(changed == token || !fixture.check(changed),
                         qPrintable(QString::number(i)));
            }
        }
        QVERIFY(!fixture.check(token.chopped(1)));
        QVERIFY(!fixture.check(token + '='));
        QVERIFY(!fixture.check(token + 'A'));
    }

    void aTokenOfAnotherRealmIsRefused_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("audience");
        QTest::newRow("another issuer") << u"https://other.example"_s << u"filmtracker-api"_s;
        QTest::newRow("another audience") << u"https://film.example"_s << u"other"_s;
        QTest::newRow("no audience") << u"https://film.example"_s << QString();
    }
    void aTokenOfAnotherRealmIsRefused()
    {
        QFETCH(QString, issuer);
        QFETCH(QString, audience);
        const TokenFixture fixture;
        const auto token = signAccessToken(fixture.claims, fixture.key, {issuer, audience, 60s});

        QCOMPARE(fixture.check(*token).error().code, ErrorCode::Unauthenticated);
    }

    void aKeySignsInItsTime()
    {
        const TokenFixture fixture;
        const QByteArray token = fixture.token();

        QVERIFY(fixture.ring.verifyingKey(fixture.key.id, now + 24h + 59min, 60s));
        QVERIFY(!fixture.ring.verifyingKey(fixture.key.id, now + 25h, 60s));
        QVERIFY(!fixture.ring.verifyingKey(fixture.key.id, now - 24h - 61s, 60s));
        QVERIFY(!fixture.ring.signingKey(now + 24h));
        QCOMPARE(fixture.ring.signingKey(now)->id, fixture.key.id);
    }

    void theKeySetHasPublicPartsOnly()
    {
        const TokenFixture fixture;
        const QJsonArray keys =
            QJsonDocument::fromJson(fixture.ring.jwks(now)).object()[u"keys"_s].toArray();

        QCOMPARE(keys.size(), 1);
        const QJsonObject key = keys[0].toObject();
        QCOMPARE(key.keys(),
                 (QStringList{u"alg"_s, u"crv"_s, u"kid"_s, u"kty"_s, u"use"_s, u"x"_s, u"y"_s}));
        QCOMPARE(key[u"kid"_s].toString(), fixture.key.id);
        QCOMPARE(key[u"x"_s].toString().size(), 43);
        QVERIFY(!publicJwk("rubbish").has_value());
    }
};

QTEST_GUILESS_MAIN(TestIdentityValues)
#include "tst_identity_values.moc"
