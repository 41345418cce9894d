#include "shared/store/server_standby.h"

#include "shared/store/migrator.h"

#include <QUrl>
#include <QUrlQuery>

namespace film::store {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ServerStorageSql>> openForReports(const QString &address)
{
    QUrl url(address);
    if (url.scheme() == u"sqlite")
        return fail(ErrorCode::InvalidInput, u"a database in a file has no standby"_s);
    QUrlQuery query(url);
    query.removeAllQueryItems(u"target_session_attrs"_s);
    query.addQueryItem(u"target_session_attrs"_s, u"prefer-standby"_s);
    url.setQuery(query);
    auto database = Database::open(url.toString(QUrl::FullyEncoded));
    if (!database)
        return fail(database.error());
    // Of the primary as well, where it stands in.
    const Result<> set =
        (*database)->execute(u"SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"_s);
    if (!set)
        return fail(set.error());
    const Result<> fits =
        checkMigrated(**database, migrationsOf(Schema::Server, (*database)->dialect()));
    if (!fits)
        return fail(fits.error());
    return std::make_unique<ServerStorageSql>(*std::move(database));
}

} // namespace film::store
