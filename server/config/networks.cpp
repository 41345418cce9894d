#include "server/config/networks.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype networksMax = 64;

// parseSubnet() reads "10.1" as 10.1.0.0/16; whoever leaves out the mask means one address.
std::pair<QHostAddress, int> networkIn(const QString &text)
{
    if (text.contains(u'/'))
        return QHostAddress::parseSubnet(text);
    const QHostAddress address(text);
    if (address.isNull()
        || (address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') != 3))
        return {{}, -1};
    return {address, address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128};
}

} // namespace

Result<Networks> readNetworks(const QString &text)
{
    Networks networks;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const auto network = networkIn(part.trimmed());
        if (network.second < 0 || networks.size() >= networksMax)
            return fail(ErrorCode::InvalidInput,
                        u"\"%1\" is neither an address nor a network such as 10.1.0.0/16"_s.arg(
                            part.trimmed()));
        networks.append(network);
    }
    return networks;
}

bool isIn(const Networks &networks, const QHostAddress &address)
{
    const QHostAddress own = plainAddress(address);
    return std::ranges::any_of(networks, [&own](const auto &network) {
        return own.isInSubnet(network.first, network.second);
    });
}

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(v4) : address;
}

} // namespace film::server
