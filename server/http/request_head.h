#pragma once

#include "server/config/networks.h"
#include "server/http/web_message.h"
#include "shared/base/result.h"

#include <optional>

namespace film::server {

namespace head_limits {

constexpr qsizetype targetBytes = 4096;
constexpr qsizetype queryKeys = 50;
constexpr qsizetype hops = 20; // of X-Forwarded-For, from the end

} // namespace head_limits

// What stands before the body of a request, as it was sent.
struct RequestHead {
    QByteArray method;
    QByteArray target;
    std::vector<std::pair<QByteArray, QByteArray>> headers; // by lower-case name
    QHostAddress peer;
    bool isTls = false;
};

// The request without its body. `trustedProxies` are those whose X-Forwarded-For and
// X-Forwarded-Proto are believed. InvalidInput for what two programs could read in two ways:
// a length said twice or not as a number (RFC 9112, 6.3 and 11.2), two hosts, any form of target
// but the origin form (RFC 9112, 3.2.1), and one that does not decode to UTF-8 without control
// characters.
[[nodiscard]] Result<WebRequest> requestFrom(const RequestHead &head,
                                             const Networks &trustedProxies);

} // namespace film::server
