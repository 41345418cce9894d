#pragma once

#include "app/engine/secret_store.h"
#include "shared/base/clock.h"

#include <QString>

namespace film::app {

// What the store of secrets says about the signing PIN of this computer's person.
struct PinState {
    bool isSet = false;
    bool isOpen = false; // given a moment ago: it need not be typed again
    int triesLeft = 0;
    std::optional<Instant> waitUntil; // after too many wrong ones

    friend bool operator==(const PinState &, const PinState &) = default;
};

enum class PinVerdict : quint8 {
    Right,
    Wrong,
    Waiting,  // too many were wrong; this one was not looked at
    TooShort, // for a first one
    NoStore,  // the store of secrets cannot be read or written
};

struct PinAnswer {
    PinVerdict verdict = PinVerdict::Wrong;
    PinState state;
};

// The PIN that a person signs with on this computer. Kept as an Argon2id hash beside the device's
// key, together with the wrong tries, so that closing the program gives none back. A right one
// holds for five minutes. Engine thread.
class SigningPin
{
public:
    static constexpr int digitsMin = 4;
    static constexpr int lengthMax = 64;
    static constexpr int triesMax = 5;
    static constexpr std::chrono::minutes validFor{5};
    // After the fifth wrong one; doubled by each wrong one after it, up to a quarter of a day.
    static constexpr std::chrono::minutes firstWait{1};
    static constexpr std::chrono::minutes waitMax{6 * 60};

    // Both outlive it.
    SigningPin(SecretStore &secrets, const Clock &clock);

    using Seen = std::function<void(Result<PinState>)>;
    using Answered = std::function<void(Result<PinAnswer>)>;
    // `place` names the production that the PIN signs in.
    void state(const QString &place, const Seen &done);
    // With none set yet this one becomes it.
    void enter(const QString &place, const QString &pin, const Answered &done);
    // Another one, for whoever knows the one until now; wrong ones count as when signing. With none
    // set yet the new one becomes it.
    void change(const QString &place, const QString &before, const QString &next,
                const Answered &done);

private:
    struct Kept {
        QByteArray hash;
        int wrong = 0;
        qint64 lastWrongMs = 0;
    };
    [[nodiscard]] static QByteArray encode(const Kept &kept);
    [[nodiscard]] static std::optional<Kept> decode(const QByteArray &bytes);
    [[nodiscard]] std::optional<Instant> waitOf(const Kept &kept) const;
    [[nodiscard]] PinState stateOf(const std::optional<Kept> &kept, const QString &place) const;
    void choose(const QString &place, const QString &pin, const Answered &done);
    void check(const QString &place, const QString &pin, Kept kept, const Answered &done);
    void keep(const QString &place, const Kept &kept, PinVerdict verdict, const Answered &done);

    SecretStore &m_secrets;
    const Clock &m_clock;
    std::optional<Instant> m_openSince;
    QString m_openPlace;
};

} // namespace film::app
