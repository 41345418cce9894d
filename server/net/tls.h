#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QSslConfiguration>

namespace film::server {

// A certificate with its chain, and the key that belongs to it.
struct TlsFiles {
    QByteArray certificate; // PEM
    QByteArray key;         // PEM
    Instant expires{};      // of the server's own certificate

    friend bool operator==(const TlsFiles &, const TlsFiles &) = default;
};

// InvalidInput if one cannot be read, or if they do not belong together: as they are for a moment
// while somebody renews them. One that has expired is read like any other.
[[nodiscard]] Result<TlsFiles> readTlsFiles(const QString &certificatePath, const QString &keyPath);

// TLS 1.2 or newer with it, for Qt's sockets.
[[nodiscard]] QSslConfiguration sslConfiguration(const TlsFiles &files);

} // namespace film::server
