#pragma once

#include "shared/base/result.h"

#include <QHostAddress>
#include <QList>

#include <utility>

namespace film::server {

// "10.1.0.0/16", or an address that stands for itself.
using Networks = QList<std::pair<QHostAddress, int>>;

// "127.0.0.0/8, fd00::/8, 192.0.2.1". InvalidInput for anything else, and for more than 64.
[[nodiscard]] Result<Networks> readNetworks(const QString &text);
[[nodiscard]] bool isIn(const Networks &networks, const QHostAddress &address);
// An IPv4 address in the clothes of an IPv6 one is the IPv4 address.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

} // namespace film::server
