#pragma once

#include "shared/base/result.h"

#include <QString>

class QHostAddress;

namespace film::server {

// "Maya.Okafor@Example.org " is "maya.okafor@example.org": an address of ASCII as RFC 5321 writes
// it without quotes, at most 254 characters, its first part at most 64. ASCII alone, so that no
// two logins look alike. InvalidInput otherwise.
[[nodiscard]] Result<QString> normalisedLogin(const QString &typed);

// 1 to 100 characters without control characters, without spaces around. InvalidInput otherwise.
[[nodiscard]] Result<QString> checkedDisplayName(const QString &typed);

// What attempts from one address are counted under: an IPv4 address, or the 64 bits that a host's
// provider gives out of an IPv6 address (RFC 6177: whoever has one address has 2^64).
[[nodiscard]] QString addressGroup(const QString &address);
[[nodiscard]] QString addressGroup(const QHostAddress &host);

} // namespace film::server
