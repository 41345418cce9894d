#pragma once

#include "server/net/tls.h"

#include <QObject>
#include <QTimer>

namespace film::server {

// Looks now and then whether somebody has renewed the certificate. By their content, because the
// files may be links that are turned to others.
class CertificateWatch final : public QObject
{
    Q_OBJECT

public:
    CertificateWatch(QString certificatePath, QString keyPath, TlsFiles now);

    [[nodiscard]] const TlsFiles &files() const { return m_files; }
    // At once. Files that are not a pair are left alone, and said in the log once.
    void look();

signals:
    void renewed(const film::server::TlsFiles &files);

private:
    const QString m_certificatePath;
    const QString m_keyPath;
    TlsFiles m_files;
    QString m_said; // the last complaint
    QTimer m_timer;
};

} // namespace film::server
