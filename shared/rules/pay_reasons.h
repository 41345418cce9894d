#pragma once

#include "shared/rules/person_week.h"

namespace film::rules {

// The names by which programs know why there is no figure, or why it may not be the last word:
// in the server's interface and in the JSON of the command line. People read words of their own.
[[nodiscard]] QStringView noFigureName(NoFigure why);
[[nodiscard]] QStringView whyUnpricedName(WhyUnpriced why);
[[nodiscard]] QStringView noticeName(Notice notice);

} // namespace film::rules
