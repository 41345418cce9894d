#pragma once

#include <QByteArray>
#include <QString>

namespace film::app {

// Where a data file lies: this computer, its path, and when it was made there, as one digest. A
// copy of the file, of its folder or of the computer's disk on another computer has another one,
// and so has a file that was moved. 32 bytes.
[[nodiscard]] QByteArray filePlace(const QString &path);

} // namespace film::app
