#pragma once

#include "shared/base/result.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace film::admin_cli {

// What signing in leaves on this computer, for one server.
struct Credentials {
    QUrl server;
    QString accessToken;
    QString refreshToken;
};

// In the user's configuration folder, in a file that nobody else may read: a program of the command
// line is also used where no key store runs.
class CredentialsFile
{
public:
    explicit CredentialsFile(QString path)
        : m_path(std::move(path))
    {}
    [[nodiscard]] static QString usualPath();

    // Nothing if there is none for this server. StoreForeign if others may read or have written it.
    [[nodiscard]] Result<std::optional<Credentials>> read(const QUrl &server) const;
    [[nodiscard]] Result<> write(const Credentials &credentials) const;
    void forget() const;

private:
    const QString m_path;
};

} // namespace film::admin_cli
