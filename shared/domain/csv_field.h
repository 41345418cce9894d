#pragma once

#include <QString>

namespace film {

// A field of a CSV file (RFC 4180), with a sign in front of what a spreadsheet would run.
[[nodiscard]] QString csvField(const QString &text);

} // namespace film
