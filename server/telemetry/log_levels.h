#pragma once

#include "shared/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace film::server {

// From which level on a category of the log is written, while the server runs.
struct LogLevel {
    QString category; // "http"
    QString level;    // "debug"

    friend bool operator==(const LogLevel &, const LogLevel &) = default;
};

// "server", "net", "lanes", "http". What is about security is always written.
[[nodiscard]] const QStringList &logCategories();
// "debug", "info", "warning", "error".
[[nodiscard]] const QStringList &logLevelNames();
// InvalidInput for a category or a level that there is not.
[[nodiscard]] Result<> checkLogLevel(const LogLevel &level);
// Those, and all others from info on. From any thread.
void applyLogLevels(const std::vector<LogLevel> &levels);

} // namespace film::server
