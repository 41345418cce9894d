#include "server/identity/id_token.h"
#include "server/identity/openssl_pointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <functional>

using namespace film;
using namespace film::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto urlText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const Instant now = instantFromMs(1'763'000'000'000);

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(urlText);
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

// A key pair of an issuer that would sign anything.
class Pair
{
public:
    Pair(QString type, QString id, int bits = 2048)
        : m_type(std::move(type))
        , m_id(std::move(id))
        , m_key(m_type == u"RSA"      ? EVP_RSA_gen(unsigned(bits))
                    : m_type == u"EC" ? EVP_EC_gen("P-256")
                                      : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))
    {}

    [[nodiscard]] QJsonObject jwk() const
    {
        QJsonObject jwk{{u"kty"_s, m_type}, {u"kid"_s, m_id}};
        const auto number = [this](const char *name, int size) {
            BIGNUM *value = nullptr;
            EVP_PKEY_get_bn_param(m_key.get(), name, &value);
            QByteArray bytes(size > 0 ? size : BN_num_bytes(value), 0);
            BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size()));
            BN_free(value);
            return QString::fromLatin1(base64(bytes));
        };
        if (m_type == u"RSA") {
            jwk[u"n"_s] = number("n", 0);
            jwk[u"e"_s] = number("e", 0);
        } else if (m_type == u"EC") {
            jwk[u"crv"_s] = u"P-256"_s;
            jwk[u"x"_s] = number(OSSL_PKEY_PARAM_EC_PUB_X, 32);
            jwk[u"y"_s] = number(OSSL_PKEY_PARAM_EC_PUB_Y, 32);
        } else {
            QByteArray bytes(32, 0);
            size_t size = 32;
            EVP_PKEY_get_raw_public_key(m_key.get(),
                                        reinterpret_cast<unsigned char *>(bytes.data()), &size);
            jwk[u"crv"_s] = u"Ed25519"_s;
            jwk[u"x"_s] = QString::fromLatin1(base64(bytes));
        }
        return jwk;
    }

    [[nodiscard]] QByteArray sign(const QJsonObject &header, const QJsonObject &claims) const
    {
        const QByteArray text = base64(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
            + base64(QJsonDocument(claims).toJson(QJsonDocument::Compact));
        const OpensslPointer<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
        EVP_DigestSignInit(context.get(), nullptr, m_type == u"OKP" ? nullptr : EVP_sha256(),
                           nullptr, m_key.get());
        QByteArray signature(1024, 0);
        size_t size = size_t(signature.size());
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       raw(text), size_t(text.size()));
        signature.truncate(qsizetype(size));
        return text + '.' + base64(m_type == u"EC" ? rawSignature(signature) : signature);
    }
    [[nodiscard]] QString algorithm() const
    {
        return m_type == u"RSA" ? u"RS256"_s : m_type == u"EC" ? u"ES256"_s : u"EdDSA"_s;
    }
    [[nodiscard]] const QString &id() const { return m_id; }

private:
    static QByteArray rawSignature(const QByteArray &der)
    {
        const unsigned char *from = raw(der);
        const OpensslPointer<ECDSA_SIG, ECDSA_SIG_free> parts(
            d2i_ECDSA_SIG(nullptr, &from, long(der.size())));
        QByteArray bytes(64, 0);
        auto *to = reinterpret_cast<unsigned char *>(bytes.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), to, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), to + 32, 32);
        return bytes;
    }

    const QString m_type;
    const QString m_id;
    const OpensslPointer<EVP_PKEY, EVP_PKEY_free> m_key;
};

QByteArray setOf(const std::vector<QJsonObject> &keys)
{
    QJsonArray all;
    for (const QJsonObject &key : keys)
        all.append(key);
    return QJsonDocument(QJsonObject{{u"keys"_s, all}}).toJson();
}

QJsonObject headerOf(const Pair &pair)
{
    return {{u"alg"_s, pair.algorithm()}, {u"kid"_s, pair.id()}};
}

QJsonObject goodClaims()
{
    const qint64 seconds = msSinceEpoch(now) / 1000;
    return {{u"iss"_s, u"https://login.example.org"_s},
            {u"aud"_s, u"filmtracker"_s},
            {u"sub"_s, u"248289761001"_s},
            {u"nonce"_s, u"n-0S6_WzA2Mj-n-0S6_WzA2Mj"_s},
            {u"iat"_s, seconds},
            {u"exp"_s, seconds + 300}};
}

IdTokenWish wish()
{
    return {u"https://login.example.org"_s, u"filmtracker"_s, u"n-0S6_WzA2Mj-n-0S6_WzA2Mj"_s};
}

struct Keys {
    Pair rsa{u"RSA"_s, u"one"_s};
    Pair curve{u"EC"_s, u"two"_s};
    Pair edwards{u"OKP"_s, u"three"_s};
    std::vector<IssuerKey> read = *readKeySet(setOf({rsa.jwk(), curve.jwk(), edwards.jwk()}));
};

} // namespace

// ID tokens as an issuer gives them, and as nobody honest does.
class TestIdToken : public QObject
{
    Q_OBJECT

    const Keys m_keys;

private slots:
    void aTokenOfTheIssuerNamesSomebody_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("RS256") << 0;
        QTest::newRow("ES256") << 1;
        QTest::newRow("EdDSA") << 2;
    }
    void aTokenOfTheIssuerNamesSomebody()
    {
        QFETCH(int, which);
        QCOMPARE(m_keys.read.size(), size_t(3));
        const Pair &pair = which == 0 ? m_keys.rsa : which == 1 ? m_keys.curve : m_keys.edwards;

        const QByteArray token = pair.sign(headerOf(pair), goodClaims());
        const auto subject = subjectOfIdToken(token, m_keys.read, wish(), now);

        QVERIFY2(subject, subject ? "" : qPrintable(subject.error().message));
        QCOMPARE(*subject, u"248289761001"_s);
        QCOMPARE(issuerKeyIdIn(token), pair.id());
        // One bit of the signature, of the claims and of the header.
        for (const qsizetype at : {token.size() - 20, token.size() / 2, qsizetype(3)}) {
            QByteArray changed = token;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            QVERIFY(!subjectOfIdToken(changed, m_keys.read, wish(), now));
        }
    }

    void aClaimThatIsNotRightIsRefused_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("isExpired");
        const qint64 seconds = msSinceEpoch(now) / 1000;
        const auto row = [](const char *name, const QString &claim, const QJsonValue &value,
                            bool isExpired = false) {
            QTest::newRow(name) << claim << value << isExpired;
        };
        const QJsonValue none(QJsonValue::Undefined);
        row("another issuer", u"iss"_s, u"https://login.example.com"_s);
        row("the issuer with a slash", u"iss"_s, u"https://login.example.org/"_s);
        row("another audience", u"aud"_s, u"payroll"_s);
        row("another audience in a list", u"aud"_s, QJsonArray{u"payroll"_s});
        row("two audiences and no party", u"aud"_s, QJsonArray{u"filmtracker"_s, u"payroll"_s});
        row("no audience", u"aud"_s, none);
        row("another party", u"azp"_s, u"payroll"_s);
        row("another nonce", u"nonce"_s, u"another"_s);
        row("no nonce", u"nonce"_s, none);
        row("no subject", u"sub"_s, none);
        row("an empty subject", u"sub"_s, u""_s);
        row("a number for a subject", u"sub"_s, 42);
        row("a long subject", u"sub"_s, QString(256, u'a'));
        row("expired", u"exp"_s, seconds - 61, true);
        row("no end", u"exp"_s, none);
        row("a text for the end", u"exp"_s, u"never"_s);
        row("an end past all calendars", u"exp"_s, 1e300);
        row("issued long ago", u"iat"_s, seconds - 3600, true);
        row("issued tomorrow", u"iat"_s, seconds + 86'400);
        row("not issued", u"iat"_s, none);
        row("not yet", u"nbf"_s, seconds + 3600);
    }
    void aClaimThatIsNotRightIsRefused()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        QFETCH(bool, isExpired);
        QJsonObject claims = goodClaims();
        if (value.isUndefined())
            claims.remove(claim);
        else
            claims[claim] = value;

        const QByteArray token = m_keys.curve.sign(headerOf(m_keys.curve), claims);
        const auto subject = subjectOfIdToken(token, m_keys.read, wish(), now);

        QVERIFY(!subject);
        QCOMPARE(subject.error().code, isExpired ? ErrorCode::Expired : ErrorCode::Unauthenticated);
    }

    void twoAudiencesNameTheirParty()
    {
        QJsonObject claims = goodClaims();
        claims[u"aud"_s] = QJsonArray{u"payroll"_s, u"filmtracker"_s};
        claims[u"azp"_s] = u"filmtracker"_s;
        QVERIFY(subjectOfIdToken(m_keys.rsa.sign(headerOf(m_keys.rsa), claims), m_keys.read, wish(),
                                 now));
    }

    void aSubjectMayStandInAnotherClaim()
    {
        QJsonObject claims = goodClaims();
        claims[u"oid"_s] = u"00000000-7f"_s;
        IdTokenWish other = wish();
        other.subjectClaim = u"oid"_s;
        const auto subject = subjectOfIdToken(m_keys.rsa.sign(headerOf(m_keys.rsa), claims),
                                              m_keys.read, other, now);
        QVERIFY(subject);
        QCOMPARE(*subject, u"00000000-7f"_s);
    }

    // RFC 8725, 2.1: the token does not choose how it is looked at.
    void aTokenDoesNotChooseItsAlgorithm_data()
    {
        QTest::addColumn<QJsonObject>("header");
        const auto named = [](const char *name, const QString &algorithm, const QString &id) {
            QTest::newRow(name) << QJsonObject{{u"alg"_s, algorithm}, {u"kid"_s, id}};
        };
        named("none", u"none"_s, u"one"_s);
        named("None", u"None"_s, u"one"_s);
        named("HS256", u"HS256"_s, u"one"_s);
        named("RS512", u"RS512"_s, u"one"_s);
        named("PS256", u"PS256"_s, u"one"_s);
        named("another key's", u"ES256"_s, u"one"_s);
        named("an unknown key's", u"RS256"_s, u"four"_s);
        QTest::newRow("no algorithm") << QJsonObject{{u"kid"_s, u"one"_s}};
        QTest::newRow("critical") << QJsonObject{
            {u"alg"_s, u"RS256"_s}, {u"kid"_s, u"one"_s}, {u"crit"_s, QJsonArray{u"exp"_s}}};
        QTest::newRow("no key of many") << QJsonObject{{u"alg"_s, u"HS256"_s}};
    }
    void aTokenDoesNotChooseItsAlgorithm()
    {
        QFETCH(QJsonObject, header);
        const QByteArray signedByIt = m_keys.rsa.sign(header, goodClaims());
        const QByteArray text = signedByIt.first(signedByIt.lastIndexOf('.'));
        // The public key, as it is published, taken for a secret.
        const auto jwk = m_keys.rsa.jwk();
        QByteArrayList secrets{QJsonDocument(jwk).toJson(QJsonDocument::Compact),
                               m_keys.read.front().publicDer};
        QByteArrayList tokens{signedByIt, text + '.', text};
        for (const QByteArray &secret : secrets) {
            QByteArray mac(32, 0);
            unsigned size = 32;
            HMAC(EVP_sha256(), secret.constData(), int(secret.size()), raw(text),
                 size_t(text.size()), reinterpret_cast<unsigned char *>(mac.data()), &size);
            tokens.append(text + '.' + base64(mac));
        }
        for (const QByteArray &token : tokens) {
            const auto subject = subjectOfIdToken(token, m_keys.read, wish(), now);
            QVERIFY(!subject);
            QCOMPARE(subject.error().code, ErrorCode::Unauthenticated);
        }
    }

    // Nor does it bring the key along.
    void aKeyInTheTokenIsNotLookedAt()
    {
        const Pair stranger(u"EC"_s, u"two"_s);
        QJsonObject header = headerOf(stranger);
        header[u"jwk"_s] = stranger.jwk();
        header[u"jku"_s] = u"https://elsewhere.example/keys"_s;
        QVERIFY(!subjectOfIdToken(stranger.sign(header, goodClaims()), m_keys.read, wish(), now));
    }

    void withoutAKeyIdThereIsOneKey()
    {
        QJsonObject header = headerOf(m_keys.curve);
        header.remove(u"kid"_s);
        const QByteArray token = m_keys.curve.sign(header, goodClaims());
        QVERIFY(subjectOfIdToken(token, m_keys.read, wish(), now));
        const Pair second(u"EC"_s, u"five"_s);
        const auto two = readKeySet(setOf({m_keys.curve.jwk(), second.jwk()}));
        QVERIFY(two);
        QVERIFY(!subjectOfIdToken(token, *two, wish(), now));
    }

    void keysThatMayNotSignAreLeftOut_data()
    {
        QTest::addColumn<QJsonObject>("jwk");
        const auto with = [this](const char *name, const QString &key, const QJsonValue &value,
                                 bool isCurve = true) {
            QJsonObject jwk = isCurve ? m_keys.curve.jwk() : m_keys.rsa.jwk();
            jwk[key] = value;
            QTest::newRow(name) << jwk;
        };
        with("for encryption", u"use"_s, u"enc"_s);
        with("for other operations", u"key_ops"_s, QJsonArray{u"sign"_s});
        with("for another algorithm", u"alg"_s, u"ES384"_s);
        with("another curve", u"crv"_s, u"P-521"_s);
        with("not on the curve", u"y"_s, QString::fromLatin1(base64(QByteArray(32, '\1'))));
        with("a short coordinate", u"x"_s, QString::fromLatin1(base64(QByteArray(31, '\1'))));
        with("a secret", u"kty"_s, u"oct"_s);
        with("an even exponent", u"e"_s, u"AA"_s, false);
        with("the exponent one", u"e"_s, u"AQ"_s, false);
        with("a large modulus", u"n"_s, QString::fromLatin1(base64(QByteArray(1025, '\xff'))),
             false);
        QTest::newRow("a short RSA key") << Pair(u"RSA"_s, u"one"_s, 1024).jwk();
    }
    void keysThatMayNotSignAreLeftOut()
    {
        QFETCH(QJsonObject, jwk);
        const auto keys = readKeySet(setOf({jwk, m_keys.edwards.jwk()}));
        QVERIFY(keys);
        QCOMPARE(keys->size(), size_t(1));
        QCOMPARE(keys->front().id, u"three"_s);
    }

    void whatIsNoSetOfKeysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no list") << QByteArray("{\"keys\": 1}");
        QTest::newRow("too many") << setOf(std::vector<QJsonObject>(33));
        QTest::newRow("too large") << QByteArray(300 * 1024, ' ');
    }
    void whatIsNoSetOfKeysIsRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!readKeySet(json));
    }
};

QTEST_GUILESS_MAIN(TestIdToken)
#include "tst_id_token.moc"
