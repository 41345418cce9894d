#pragma once

#include "server/http/web_message.h"
#include "shared/base/clock.h"

namespace film::server {

// RFC 6265bis. No script reads them and no other site sends them. Over TLS their names begin with
// __Host-, so that nobody but this host over TLS can have set them.
class ConsoleCookies
{
public:
    enum class Name {
        Access,     // of sign_in.h
        Refresh,    // of sign_in.h
        Visit,      // of somebody who is about to sign in; made anew each time
        Production, // that was looked at last
    };

    explicit ConsoleCookies(bool isSecure)
        : m_isSecure(isSecure)
    {}

    // Empty if there is none.
    [[nodiscard]] QByteArray read(const WebRequest &request, Name name) const;
    // What a Set-Cookie header says. A life of 0 takes it away.
    [[nodiscard]] QByteArray set(Name name, const QByteArray &value,
                                 std::chrono::seconds life) const;

private:
    [[nodiscard]] QByteArray fullName(Name name) const;

    bool m_isSecure;
};

} // namespace film::server
