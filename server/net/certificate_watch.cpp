#include "server/net/certificate_watch.h"

#include "server/telemetry/logging.h"

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CertificateWatch::CertificateWatch(QString certificatePath, QString keyPath, TlsFiles now)
    : m_certificatePath(std::move(certificatePath))
    , m_keyPath(std::move(keyPath))
    , m_files(std::move(now))
{
    connect(&m_timer, &QTimer::timeout, this, &CertificateWatch::look);
    m_timer.start(1min);
}

void CertificateWatch::look()
{
    const Result<TlsFiles> files = readTlsFiles(m_certificatePath, m_keyPath);
    const QString complaint = files ? QString() : files.error().message;
    if (complaint != std::exchange(m_said, complaint) && !complaint.isEmpty())
        qCWarning(netLog).noquote() << u"the certificate before stays: "_s + complaint;
    if (!files || *files == m_files)
        return;
    m_files = *files;
    qCInfo(netLog) << "a renewed certificate is in use";
    emit renewed(m_files);
}

} // namespace film::server
