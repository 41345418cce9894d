#pragma once

#include <QString>

namespace film::app {

// The user guide beside the program, else in the tree it was built from; empty where there is
// neither.
[[nodiscard]] QString guideFolder();
// The guide's page for a page of the window; its first page for one that has none. Empty where
// there is no guide.
[[nodiscard]] QString guidePage(const QString &pageId);

} // namespace film::app
