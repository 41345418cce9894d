#include "server/cli/credentials.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace film::admin_cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileBytesMax = 64 * 1024;
constexpr auto ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
    | QFileDevice::WriteOther;

} // namespace

QString CredentialsFile::usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/filmtracker/admin.json"_s;
}

Result<std::optional<Credentials>> CredentialsFile::read(const QUrl &server) const
{
    QFile file(m_path);
    if (!file.exists())
        return std::nullopt;
    if (file.permissions() & others)
        return fail(ErrorCode::StoreForeign,
                    u"%1 can be read by others: remove it and sign in again"_s.arg(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreInUse, u"%1 cannot be read"_s.arg(m_path));
    const QJsonObject object = QJsonDocument::fromJson(file.read(fileBytesMax)).object();
    const Credentials credentials{QUrl(object.value(u"server"_s).toString()),
                                  object.value(u"access_token"_s).toString(),
                                  object.value(u"refresh_token"_s).toString()};
    // A token never goes to a server that did not give it.
    if (credentials.server != server)
        return std::nullopt;
    return credentials;
}

Result<> CredentialsFile::write(const Credentials &credentials) const
{
    const QJsonObject object{{u"server"_s, credentials.server.toString()},
                             {u"access_token"_s, credentials.accessToken},
                             {u"refresh_token"_s, credentials.refreshToken}};
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownersOnly)
        || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
        return fail(ErrorCode::StoreInUse, u"%1 cannot be written"_s.arg(m_path));
    return {};
}

void CredentialsFile::forget() const
{
    QFile::remove(m_path);
}

} // namespace film::admin_cli
