#include "shared/base/small_file.h"

#include <QFile>

namespace film {

using namespace Qt::StringLiterals;

Result<QByteArray> readSmallFile(const QString &path, qsizetype bytesMax)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    QByteArray content = file.read(bytesMax + 1);
    if (content.size() > bytesMax)
        return fail(ErrorCode::LimitExceeded,
                    u"%1 is larger than %2 bytes"_s.arg(path, QString::number(bytesMax)));
    return content;
}

} // namespace film
