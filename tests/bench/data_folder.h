#pragma once

#include "shared/base/result.h"

#include <QDate>
#include <QString>

namespace film::bench {

// Makes a data folder as the app keeps it after a first sync: a coordinator who is on the crew
// list, works alone, and has about `records` records. Gives a day of a week that has entries.
[[nodiscard]] Result<QDate> makeDataFolder(const QString &folder, int records);

} // namespace film::bench
