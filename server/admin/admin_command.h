#pragma once

#include <QStringList>

namespace film::server {

// `filmtracker-server admin …` without the first two words. 0 done, 1 failed, 2 not understood,
// 3 rows of a file have problems and nothing of it was written.
[[nodiscard]] int runAdmin(const QStringList &arguments);

} // namespace film::server
