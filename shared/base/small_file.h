#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace film {

// The whole of a file that a person named. NotFound if it cannot be read, LimitExceeded if it is
// larger; both say which file and why.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString &path, qsizetype bytesMax);

} // namespace film
