#include "app/engine/identity_card.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 cardBytesMax = 64 * 1024;

QByteArray bytesOf(const Workspace::Identity &identity)
{
    const sync::ClientMeta &meta = identity.meta;
    const QJsonObject card{{u"production"_s, meta.production.toString()},
                           {u"device"_s, meta.device.toString()},
                           {u"user"_s, meta.user.toString()},
                           {u"person"_s, meta.person.toString()},
                           {u"role"_s, qint64(meta.role)},
                           {u"certificate"_s, qint64(meta.certificate)},
                           {u"server"_s, identity.server},
                           {u"title"_s, identity.productionTitle},
                           {u"name"_s, identity.personName}};
    return QJsonDocument(card).toJson();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(cardBytesMax) : QByteArray();
}

} // namespace

Result<> writeIdentityCard(const QString &path, const Workspace::Identity &identity)
{
    const QByteArray bytes = bytesOf(identity);
    if (contentsOf(path) == bytes)
        return {};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StoreReadOnly, u"the identity cannot be written"_s);
    return {};
}

std::optional<Workspace::Identity> readIdentityCard(const QString &path)
{
    const QJsonObject card = QJsonDocument::fromJson(contentsOf(path)).object();
    const auto text = [&card](const QString &key) { return card.value(key).toString(); };
    const auto production = ProductionId::fromString(text(u"production"_s));
    const auto device = DeviceId::fromString(text(u"device"_s));
    const auto user = UserId::fromString(text(u"user"_s));
    if (!production || !device || !user)
        return std::nullopt;
    Workspace::Identity identity;
    identity.meta.production = *production;
    identity.meta.device = *device;
    identity.meta.user = *user;
    identity.meta.person = PersonId::fromString(text(u"person"_s)).value_or(PersonId());
    identity.meta.role = quint32(card.value(u"role"_s).toInteger());
    identity.meta.certificate = quint64(card.value(u"certificate"_s).toInteger());
    identity.server = text(u"server"_s);
    identity.productionTitle = text(u"title"_s);
    identity.personName = text(u"name"_s);
    return identity;
}

} // namespace film::app
