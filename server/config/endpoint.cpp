#include "server/config/endpoint.h"

namespace film::server {

using namespace Qt::StringLiterals;

QString Endpoint::toString() const
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = address.toString();
    return (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

Result<Endpoint> readEndpoint(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);

    Endpoint endpoint;
    bool isNumber = false;
    endpoint.port = text.mid(colon + 1).toUShort(&isNumber);
    if (host == u"localhost")
        endpoint.address = QHostAddress(QHostAddress::LocalHost);
    else if (host == u"*")
        endpoint.address = QHostAddress(QHostAddress::Any);
    else
        endpoint.address = QHostAddress(host);
    if (colon < 0 || !isNumber || endpoint.address.isNull())
        return fail(ErrorCode::InvalidInput, u"\"%1\" is not ADDRESS:PORT"_s.arg(text));
    return endpoint;
}

} // namespace film::server
