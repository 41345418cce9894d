#include "server/net/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QSslKey readKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray pem = file.readAll();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<QSslConfiguration> readTls(const QString &certificatePath, const QString &keyPath)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificatePath);
    if (chain.isEmpty())
        return fail(ErrorCode::InvalidInput, u"no certificate in %1"_s.arg(certificatePath));
    const QSslKey key = readKey(keyPath);
    if (key.isNull())
        return fail(ErrorCode::InvalidInput, u"no private key in %1"_s.arg(keyPath));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // devices prove themselves in HELLO
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace film::server
