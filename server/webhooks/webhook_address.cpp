#include "server/webhooks/webhook_address.h"

#include <algorithm>
#include <array>
#include <span>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype urlLengthMax = 500;

bool isInAny(const QHostAddress &address, std::span<const char *const> networks)
{
    return std::ranges::any_of(networks, [&address](const char *network) {
        return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
    });
}

constexpr std::array reserved4{
    "0.0.0.0/8",     "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16",
    "172.16.0.0/12", "192.0.0.0/24",    "192.0.2.0/24",   "192.88.99.0/24", "192.168.0.0/16",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",    "240.0.0.0/4"};
// Of 2000::/3, outside of which nothing is given out: protocols, tunnels, documentation.
constexpr std::array reserved6{"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"};

} // namespace

bool isPublic(const QHostAddress &address)
{
    const QHostAddress own = plainAddress(address);
    if (own.protocol() == QAbstractSocket::IPv4Protocol)
        return !isInAny(own, reserved4);
    static const auto givenOut = QHostAddress::parseSubnet(u"2000::/3"_s);
    return own.protocol() == QAbstractSocket::IPv6Protocol && own.scopeId().isEmpty()
        && own.isInSubnet(givenOut) && !isInAny(own, reserved6);
}

Result<> WebhookAddresses::check(const QUrl &url) const
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        return fail(ErrorCode::InvalidInput, u"the url has to begin with https://"_s);
    if (url.toEncoded().size() > urlLengthMax)
        return fail(ErrorCode::InvalidInput,
                    u"the url has at most %1 characters"_s.arg(urlLengthMax));
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return fail(ErrorCode::InvalidInput, u"the url holds no password and no fragment"_s);
    const bool isTls = scheme == u"https";
    if (const QHostAddress address(url.host()); !address.isNull() && !allows(address, isTls))
        return fail(ErrorCode::InvalidInput, u"that address is not one to send webhooks to"_s);
    // A name may still turn out to be this computer.
    if (!isTls && m_alsoAllowed.isEmpty())
        return fail(ErrorCode::InvalidInput, u"the url has to begin with https://"_s);
    return {};
}

bool WebhookAddresses::allows(const QHostAddress &address, bool isTls) const
{
    const QHostAddress own = plainAddress(address);
    if (!isTls)
        return own.isLoopback() && isIn(m_alsoAllowed, own);
    return isPublic(own) || isIn(m_alsoAllowed, own);
}

} // namespace film::server
