#include "server/identity/account_names.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype loginMax = 254;
constexpr qsizetype displayNameMax = 100;
constexpr int networkBits = 64;

} // namespace

Result<QString> normalisedLogin(const QString &typed)
{
    static const QRegularExpression form(
        u"\\A[a-z0-9_%+-]+(?:\\.[a-z0-9_%+-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
        "(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\\z"_s);
    if (typed.size() > 2 * loginMax)
        return fail(ErrorCode::InvalidInput, u"the login is too long"_s);
    const QString login = typed.trimmed().toLower();
    if (login.size() > loginMax || login.indexOf(u'@') > 64 || !form.match(login).hasMatch())
        return fail(ErrorCode::InvalidInput, u"the login is not like an e-mail address"_s);
    return login;
}

Result<QString> checkedDisplayName(const QString &typed)
{
    const QString name = typed.left(4 * displayNameMax).trimmed();
    const bool isPlain = std::ranges::all_of(name, [](QChar character) {
        return character.isPrint() && character.category() != QChar::Other_Format;
    });
    if (name.isEmpty() || name.size() > displayNameMax || !isPlain)
        return fail(ErrorCode::InvalidInput, u"the name is empty, too long or not text"_s);
    return name;
}

QString addressGroup(const QString &address)
{
    return addressGroup(QHostAddress(address));
}

QString addressGroup(const QHostAddress &host)
{
    bool isVersion4 = false;
    const quint32 version4 = host.toIPv4Address(&isVersion4); // also of ::ffff:192.0.2.1
    if (isVersion4)
        return QHostAddress(version4).toString();
    if (host.protocol() != QAbstractSocket::IPv6Protocol)
        return u"unknown"_s;
    Q_IPV6ADDR bytes = host.toIPv6Address();
    std::fill(std::begin(bytes.c) + networkBits / 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString() + u"/64"_s;
}

} // namespace film::server
