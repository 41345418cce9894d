#pragma once

#include "shared/base/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

// Codes of an authenticator app: HOTP (RFC 4226) counted by time (RFC 6238), SHA-1, 30 seconds,
// because that is what all the apps know.
namespace film::server {

namespace totp {

constexpr int digits = 6;
constexpr qsizetype secretBytes = 20; // RFC 4226, 4, R6
constexpr std::chrono::seconds stepLength{30};
constexpr qint64 window = 1; // steps before and after: RFC 6238, 5.2

} // namespace totp

// RFC 4226, 5.3. `digits` from 6 to 8.
[[nodiscard]] QString hotpCode(const QByteArray &secret, quint64 counter, int digits);
[[nodiscard]] qint64 totpStep(Instant now);

// The step that the code is of, later than `lastUsed`: a code counts once (RFC 6238, 5.2). Spaces
// within are ignored, as apps show "123 456". Takes the same time for every code of six digits.
[[nodiscard]] std::optional<qint64> matchingTotpStep(const QByteArray &secret, const QString &code,
                                                     Instant now, qint64 lastUsed);

// RFC 4648, 6, without padding: as it is typed where no picture can be taken.
[[nodiscard]] QString base32(const QByteArray &bytes);

// What the QR code says:
// https://github.com/google/google-authenticator/wiki/Key-Uri-Format
[[nodiscard]] QString otpauthUri(const QByteArray &secret, const QString &issuer,
                                 const QString &login);

} // namespace film::server
