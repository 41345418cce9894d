#pragma once

#include "server/config/networks.h"
#include "shared/base/result.h"

#include <QUrl>

namespace film::server {

// Whether the address is of the Internet, where no service of ours answers: not this computer, no
// private network, nothing reserved (IANA special-purpose registries, RFC 6890).
[[nodiscard]] bool isPublic(const QHostAddress &address);

// Where webhooks may be sent to. Whoever may register one chooses the address, and the server must
// not be made to ask for what only it can reach.
class WebhookAddresses
{
public:
    WebhookAddresses() = default;
    // Networks that are not the Internet.
    explicit WebhookAddresses(Networks alsoAllowed)
        : m_alsoAllowed(std::move(alsoAllowed))
    {}

    // What can be known of a URL without looking up its host: InvalidInput, with a sentence.
    [[nodiscard]] Result<> check(const QUrl &url) const;
    // What its host turned out to be. Without TLS only this computer, where that is allowed.
    [[nodiscard]] bool allows(const QHostAddress &address, bool isTls) const;

private:
    Networks m_alsoAllowed;
};

} // namespace film::server
