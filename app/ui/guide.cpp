#include "app/ui/guide.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

const QString firstPage = u"README.md"_s;

} // namespace

QString guideFolder()
{
    const QDir beside(QCoreApplication::applicationDirPath());
    for (const QString &folder :
         {beside.filePath(u"user-guide"_s), beside.filePath(u"../share/filmtracker/user-guide"_s),
          beside.filePath(u"../Resources/user-guide"_s), QStringLiteral(FILM_GUIDE_SOURCE)}) {
        if (QFileInfo::exists(QDir(folder).filePath(firstPage)))
            return QDir::cleanPath(folder);
    }
    return {};
}

QString guidePage(const QString &pageId)
{
    const QString folder = guideFolder();
    if (folder.isEmpty())
        return {};
    const QString page = QDir(folder).filePath(pageId + u".md"_s);
    const bool hasPage = !pageId.isEmpty() && QFileInfo::exists(page);
    return hasPage ? page : QDir(folder).filePath(firstPage);
}

} // namespace film::app
