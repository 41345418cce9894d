#include "app/engine/places.h"

#include "shared/store/client_queries.h"
#include "shared/store/sqlite_client_storage.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idCharacters = 36;
constexpr qint64 noteBytesMax = 128;

} // namespace

std::optional<ProductionId> Places::productionOf(const QString &place)
{
    const bool isFurther = place.size() == 2 * idCharacters + 1 && place.at(idCharacters) == u'.'
        && DeviceId::fromString(place.mid(idCharacters + 1));
    if (place.size() != idCharacters && !isFurther)
        return std::nullopt;
    return ProductionId::fromString(place.left(idCharacters));
}

QString Places::fileOf(const QString &place) const
{
    return m_dataDir + u"/productions/"_s + place + u"/film.db"_s;
}

QString Places::cardOf(const QString &place) const
{
    return m_dataDir + u"/productions/"_s + place + u"/identity.json"_s;
}

QStringList Places::all() const
{
    QStringList places = QDir(QString(m_dataDir + u"/productions"_s))
                             .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    places.removeIf([this](const QString &place) {
        return !productionOf(place) || !QFile::exists(fileOf(place));
    });
    return places;
}

std::optional<QString> Places::last() const
{
    const QStringList known = all();
    QFile file(QString(m_dataDir + u"/current"_s));
    if (file.open(QIODevice::ReadOnly)) {
        const QString place = QString::fromLatin1(file.read(noteBytesMax).trimmed());
        if (known.contains(place))
            return place;
    }
    return known.isEmpty() ? std::nullopt : std::optional(known.first());
}

Result<> Places::rememberLast(const QString &place) const
{
    QSaveFile file(QString(m_dataDir + u"/current"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(place.toLatin1()) < 0 || !file.commit())
        return fail(ErrorCode::StoreReadOnly, u"the data folder cannot be written"_s);
    return {};
}

QString Places::forNewDevice(ProductionId production, DeviceId device) const
{
    const QString own = production.toString();
    return isFree(own) ? own : QString(own + u'.' + device.toString());
}

// Nothing there, or what a join left that was cut off.
bool Places::isFree(const QString &place) const
{
    if (!QFile::exists(fileOf(place)))
        return true;
    const auto database = store::Database::openForReading(fileOf(place));
    if (!database)
        return false;
    const auto meta = store::SqliteClientStorage(**database).meta();
    const auto changes = store::ClientQueries(**database).outbox(1);
    return meta && meta->production.isNull() && changes && changes->empty();
}

} // namespace film::app
