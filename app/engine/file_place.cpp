#include "app/engine/file_place.h"

#include "shared/base/hash.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSysInfo>

namespace film::app {

QByteArray filePlace(const QString &path)
{
    const QFileInfo file(path);
    // Some file systems do not know when a file was made; then the path has to do.
    const QDateTime made = file.birthTime();
    QByteArray words = QSysInfo::machineUniqueId();
    words.append('\0').append(file.canonicalFilePath().toUtf8()).append('\0');
    words.append(QByteArray::number(made.isValid() ? made.toMSecsSinceEpoch() : 0));
    return sha256(words).toByteArray();
}

} // namespace film::app
