#include "server/net/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileBytesMax = 1024 * 1024;

template<auto Free>
struct Freeing {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(fileBytesMax) : QByteArray();
}

QSslKey keyIn(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return {};
}

// Qt takes any key with any certificate, and fails in each handshake.
bool areOfOnePair(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const auto bioOf = [](const QByteArray &pem) {
        return std::unique_ptr<BIO, Freeing<BIO_free_all>>(
            BIO_new_mem_buf(pem.constData(), int(pem.size())));
    };
    const std::unique_ptr<X509, Freeing<X509_free>> certificate(
        PEM_read_bio_X509(bioOf(certificatePem).get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>> key(
        PEM_read_bio_PrivateKey(bioOf(keyPem).get(), nullptr, nullptr, nullptr));
    const bool isPair =
        certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error(); // Qt's sockets would take what is left there for their own
    return isPair;
}

} // namespace

Result<TlsFiles> readTlsFiles(const QString &certificatePath, const QString &keyPath)
{
    const TlsFiles files{contentOf(certificatePath), contentOf(keyPath), {}};
    const QList<QSslCertificate> chain = QSslCertificate::fromData(files.certificate, QSsl::Pem);
    if (chain.isEmpty())
        return fail(ErrorCode::InvalidInput, u"no certificate in %1"_s.arg(certificatePath));
    if (keyIn(files.key).isNull())
        return fail(ErrorCode::InvalidInput, u"no private key in %1"_s.arg(keyPath));
    if (!areOfOnePair(files.certificate, files.key))
        return fail(
            ErrorCode::InvalidInput,
            u"the key in %1 is not that of the certificate in %2"_s.arg(keyPath, certificatePath));
    return TlsFiles{files.certificate, files.key,
                    instantFromMs(chain.first().expiryDate().toMSecsSinceEpoch())};
}

QSslConfiguration sslConfiguration(const TlsFiles &files)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromData(files.certificate, QSsl::Pem));
    configuration.setPrivateKey(keyIn(files.key));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // devices prove themselves in HELLO
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace film::server
