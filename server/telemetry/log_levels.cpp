#include "server/telemetry/log_levels.h"

#include <QLoggingCategory>

namespace film::server {

using namespace Qt::StringLiterals;

const QStringList &logCategories()
{
    static const QStringList names{u"server"_s, u"net"_s, u"lanes"_s, u"http"_s};
    return names;
}

const QStringList &logLevelNames()
{
    static const QStringList names{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s};
    return names;
}

Result<> checkLogLevel(const LogLevel &level)
{
    if (!logCategories().contains(level.category))
        return fail(ErrorCode::InvalidInput,
                    u"category is one of %1"_s.arg(logCategories().join(u", "_s)));
    if (!logLevelNames().contains(level.level))
        return fail(ErrorCode::InvalidInput,
                    u"level is one of %1"_s.arg(logLevelNames().join(u", "_s)));
    return {};
}

void applyLogLevels(const std::vector<LogLevel> &levels)
{
    QString rules;
    for (const LogLevel &level : levels) {
        const qsizetype from = logLevelNames().indexOf(level.level);
        for (const auto &[rank, word] :
             {std::pair(0, u"debug"_s), std::pair(1, u"info"_s), std::pair(2, u"warning"_s)})
            rules += u"filmtracker.%1.%2=%3\n"_s.arg(level.category, word,
                                                     rank >= from ? u"true"_s : u"false"_s);
    }
    QLoggingCategory::setFilterRules(rules);
}

} // namespace film::server
