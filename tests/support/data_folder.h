#pragma once

#include "shared/base/result.h"
#include "shared/domain/roles.h"
#include "tests/support/sample_generator.h"

#include <QDate>
#include <QString>

namespace film::tests {

// Makes a data folder as the app keeps it after a first sync: whoever is first on the crew list
// sits at it, and works without a network. Writes at most `records` days; where the sample has
// fewer they come again, each time a day later.
[[nodiscard]] Result<> makeDataFolder(const QString &folder, const SampleProduction &sample,
                                      int records, Role role = Role::Coordinator);
// The same for about `records` records of an invented production. Gives a day of a week that has
// entries.
[[nodiscard]] Result<QDate> makeDataFolder(const QString &folder, int records);

} // namespace film::tests
