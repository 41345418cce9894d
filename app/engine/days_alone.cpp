#include "app/engine/days_alone.h"

#include "shared/domain/records.h"
#include "shared/store/client_queries.h"
#include "shared/store/sqlite_client_storage.h"
#include "shared/sync/author.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

Result<std::vector<WorkDay>> daysAloneIn(const QString &path)
{
    const auto database = store::Database::openForReading(path);
    if (!database)
        return fail(database.error());
    store::ClientQueries queries(**database);
    const auto meta = store::SqliteClientStorage(**database).meta();
    const auto server = queries.setting(u"server"_s);
    if (!meta || !server)
        return fail(ErrorCode::StoreCorrupt, u"a data file cannot be read"_s);
    const bool isAlone = !meta->production.isNull() && server->value_or(QByteArray()).isEmpty();
    if (!isAlone)
        return std::vector<WorkDay>();
    const auto records = queries.records(EntityType::TimeEntry);
    if (!records)
        return fail(records.error());
    std::vector<WorkDay> days;
    for (const store::SeenRecord &record : *records) {
        const auto groups = protocol::decodeGroups(record.state.groups);
        if (!groups || record.state.deleted)
            continue;
        auto day = workDayFromGroups(sync::plainGroups(*groups));
        if (day && day->key.person == meta->person && !day->isBlank())
            days.push_back(std::move(*day));
    }
    std::ranges::sort(days, {}, [](const WorkDay &day) { return day.key.date; });
    return days;
}

} // namespace film::app
