#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QTemporaryDir>

namespace film::test {

// A self-signed certificate for this computer, made by openssl.
class TestCertificate
{
public:
    [[nodiscard]] static bool canBeMade()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty();
    }
    // Another one each time.
    [[nodiscard]] bool make()
    {
        using namespace Qt::StringLiterals;
        return QProcess::execute(u"openssl"_s,
                                 {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                  u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s,
                                  u"1"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                                  u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, key(), u"-out"_s,
                                  certificate()})
            == 0;
    }
    [[nodiscard]] QString certificate() const
    {
        return m_folder.filePath(QStringLiteral("certificate.pem"));
    }
    [[nodiscard]] QString key() const { return m_folder.filePath(QStringLiteral("key.pem")); }

private:
    const QTemporaryDir m_folder;
};

} // namespace film::test
