#include "server/console/console_cookies.h"

namespace film::server {

QByteArray ConsoleCookies::fullName(Name name) const
{
    const QByteArray prefix = m_isSecure ? "__Host-film_" : "film_";
    switch (name) {
    case Name::Access: return prefix + "access";
    case Name::Refresh: return prefix + "refresh";
    case Name::Visit: return prefix + "visit";
    case Name::Production: return prefix + "production";
    }
    Q_UNREACHABLE();
}

QByteArray ConsoleCookies::read(const WebRequest &request, Name name) const
{
    const QByteArray wanted = fullName(name) + '=';
    for (const QByteArray &pair : request.header("cookie").split(';')) {
        const QByteArray one = pair.trimmed();
        if (one.startsWith(wanted))
            return one.mid(wanted.size());
    }
    return {};
}

QByteArray ConsoleCookies::set(Name name, const QByteArray &value, std::chrono::seconds life) const
{
    // Path=/ is part of what the prefix promises.
    return fullName(name) + '=' + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + QByteArray::number(qint64(life.count())) + (m_isSecure ? "; Secure" : "");
}

} // namespace film::server
