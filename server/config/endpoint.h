#pragma once

#include "shared/base/result.h"

#include <QHostAddress>

namespace film::server {

// Where to listen.
struct Endpoint {
    QHostAddress address;
    quint16 port = 0; // 0: any free one

    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isLoopback() const { return address.isLoopback(); }

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

// "127.0.0.1:7420", "[::1]:7420", "localhost:0", "*:7420" (every address).
[[nodiscard]] Result<Endpoint> readEndpoint(const QString &text);

} // namespace film::server
