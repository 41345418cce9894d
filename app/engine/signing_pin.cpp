#include "app/engine/signing_pin.h"

#include <QList>

#include <sodium.h>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

QString secretName(const QString &place)
{
    return QString(place + u".signing-pin"_s);
}

// Nothing if libsodium gives none.
QByteArray hashOf(const QByteArray &pin)
{
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (sodium_init() < 0
        || crypto_pwhash_str_alg(hash.data(), pin.constData(), quint64(pin.size()),
                                 crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                 crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return {};
    return hash.left(qsizetype(qstrlen(hash.constData())));
}

bool isPinOf(const QByteArray &hash, const QByteArray &pin)
{
    QByteArray padded = hash;
    padded.resize(crypto_pwhash_STRBYTES, '\0');
    return sodium_init() >= 0
        && crypto_pwhash_str_verify(padded.constData(), pin.constData(), quint64(pin.size())) == 0;
}

} // namespace

SigningPin::SigningPin(SecretStore &secrets, const Clock &clock)
    : m_secrets(secrets)
    , m_clock(clock)
{}

QByteArray SigningPin::encode(const Kept &kept)
{
    return QByteArray::number(kept.wrong) + ' ' + QByteArray::number(kept.lastWrongMs) + ' '
        + kept.hash;
}

std::optional<SigningPin::Kept> SigningPin::decode(const QByteArray &bytes)
{
    const QList<QByteArray> parts = bytes.split(' ');
    if (parts.size() != 3 || !parts[2].startsWith("$argon2id$")
        || parts[2].size() >= qsizetype(crypto_pwhash_STRBYTES))
        return std::nullopt;
    return Kept{parts[2], std::max(parts[0].toInt(), 0), parts[1].toLongLong()};
}

std::optional<Instant> SigningPin::waitOf(const Kept &kept) const
{
    if (kept.wrong < triesMax)
        return std::nullopt;
    std::chrono::minutes wait = firstWait;
    for (int i = triesMax; i < kept.wrong && wait < waitMax; ++i)
        wait *= 2;
    const Instant until = instantFromMs(kept.lastWrongMs) + std::min(wait, waitMax);
    return m_clock.now() < until ? std::optional(until) : std::nullopt;
}

PinState SigningPin::stateOf(const std::optional<Kept> &kept, const QString &place) const
{
    PinState state;
    state.isSet = kept.has_value();
    // A clock that was set back makes no five minutes longer.
    const Instant now = m_clock.now();
    state.isOpen = kept && m_openSince && place == m_openPlace && now >= *m_openSince
        && now < *m_openSince + validFor;
    state.triesLeft = triesMax - std::min(kept ? kept->wrong : 0, triesMax);
    if (kept)
        state.waitUntil = waitOf(*kept);
    return state;
}

void SigningPin::state(const QString &place, const Seen &done)
{
    m_secrets.read(secretName(place),
                   [this, place, done](const Result<std::optional<QByteArray>> &secret) {
                       if (!secret)
                           return done(fail(secret.error()));
                       done(stateOf(*secret ? decode(**secret) : std::nullopt, place));
                   });
}

void SigningPin::enter(const QString &place, const QString &pin, const Answered &done)
{
    m_secrets.read(secretName(place),
                   [this, place, pin, done](const Result<std::optional<QByteArray>> &secret) {
                       if (!secret)
                           return done(PinAnswer{PinVerdict::NoStore, {}});
                       if (!*secret)
                           return choose(place, pin, done);
                       // What cannot be read is no PIN that anybody could give: another one is
                       // chosen, or nobody would ever sign here again.
                       if (const auto kept = decode(**secret))
                           return check(place, pin, *kept, done);
                       choose(place, pin, done);
                   });
}

void SigningPin::change(const QString &place, const QString &before, const QString &next,
                        const Answered &done)
{
    if (next.size() < digitsMin || next.size() > lengthMax)
        return done(PinAnswer{PinVerdict::TooShort, {}});
    m_secrets.read(
        secretName(place),
        [this, place, before, next, done](const Result<std::optional<QByteArray>> &secret) {
            if (!secret)
                return done(PinAnswer{PinVerdict::NoStore, {}});
            const auto kept = *secret ? decode(**secret) : std::nullopt;
            if (!kept)
                return choose(place, next, done);
            check(place, before, *kept, [this, place, next, done](const Result<PinAnswer> &answer) {
                if (!answer || answer->verdict != PinVerdict::Right)
                    return done(answer);
                choose(place, next, done);
            });
        });
}

void SigningPin::choose(const QString &place, const QString &pin, const Answered &done)
{
    if (pin.size() < digitsMin || pin.size() > lengthMax)
        return done(PinAnswer{PinVerdict::TooShort, stateOf(std::nullopt, place)});
    const Kept kept{hashOf(pin.toUtf8())};
    if (kept.hash.isEmpty())
        return done(fail(ErrorCode::Internal, u"the PIN cannot be hashed"_s));
    m_openSince = m_clock.now();
    m_openPlace = place;
    keep(place, kept, PinVerdict::Right, done);
}

// The try is written down before it is looked at: pulling the plug gives none back.
void SigningPin::check(const QString &place, const QString &pin, Kept kept, const Answered &done)
{
    if (waitOf(kept))
        return done(PinAnswer{PinVerdict::Waiting, stateOf(kept, place)});
    m_openSince.reset();
    const Kept before = kept;
    ++kept.wrong;
    kept.lastWrongMs = msSinceEpoch(m_clock.now());
    keep(place, kept, PinVerdict::Wrong,
         [this, place, pin, before, done](const Result<PinAnswer> &answer) {
             if (!answer || answer->verdict == PinVerdict::NoStore
                 || !isPinOf(before.hash, pin.toUtf8()))
                 return done(answer);
             m_openSince = m_clock.now();
             m_openPlace = place;
             keep(place, Kept{before.hash}, PinVerdict::Right, done);
         });
}

void SigningPin::keep(const QString &place, const Kept &kept, PinVerdict verdict,
                      const Answered &done)
{
    m_secrets.write(secretName(place), encode(kept),
                    [this, place, kept, verdict, done](const Result<> &written) {
                        if (!written) {
                            m_openSince.reset();
                            return done(PinAnswer{PinVerdict::NoStore, stateOf(kept, place)});
                        }
                        done(PinAnswer{verdict, stateOf(kept, place)});
                    });
}

} // namespace film::app
