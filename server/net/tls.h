#pragma once

#include "shared/base/result.h"

#include <QSslConfiguration>

namespace film::server {

// TLS 1.2 or newer with this certificate chain and key, both PEM.
[[nodiscard]] Result<QSslConfiguration> readTls(const QString &certificatePath,
                                                const QString &keyPath);

} // namespace film::server
