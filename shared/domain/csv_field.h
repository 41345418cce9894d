#pragma once

#include <QString>

namespace film {

// A field of a CSV file (RFC 4180), with a sign in front of what a spreadsheet would run.
[[nodiscard]] QString csvField(const QString &text);
// A figure that the app itself wrote: only quoted. The sign of a negative one stays the first
// character, else a spreadsheet would take it for a word.
[[nodiscard]] QString csvFigure(const QString &text);

} // namespace film
