#include "app/ui/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace film::app {

void installTranslations(QCoreApplication &application)
{
    const QString folder = u":/translations"_s;
    auto *english = new QTranslator(&application);
    if (english->load(u"filmtracker_en"_s, folder))
        application.installTranslator(english);
    // Qt's own: the keys in menus, "Cancel", "Copy" in a text's menu.
    auto *platform = new QTranslator(&application);
    if (platform->load(QLocale(), u"qtbase"_s, u"_"_s,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(platform);
    // Asked first, because it is installed last; what it lacks is said in English.
    auto *own = new QTranslator(&application);
    if (own->load(QLocale(), u"filmtracker"_s, u"_"_s, folder))
        application.installTranslator(own);
}

} // namespace film::app
