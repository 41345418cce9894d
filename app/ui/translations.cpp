#include "app/ui/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

const QString ours = u"filmTranslator"_s;

QTranslator *makeTranslator(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(ours);
    return translator;
}

} // namespace

// Dates, numbers and the point in 13.5 follow, too. The system's own variant of the language,
// where it has one: "de_AT" says Jänner.
void useLanguage(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(language);
    const bool isSystem = language.isEmpty() || wanted.language() == system.language();
    QLocale::setDefault(isSystem ? system : wanted);
}

QList<std::pair<QString, QString>> languages()
{
    return {{u"English"_s, u"en"_s},
            {u"Deutsch"_s, u"de"_s},
            {u"Français"_s, u"fr"_s},
            {u"Español"_s, u"es"_s}};
}

void installTranslations(QCoreApplication &application)
{
    const QList<QTranslator *> before = application.findChildren<QTranslator *>(ours);
    for (QTranslator *translator : before) {
        QCoreApplication::removeTranslator(translator);
        translator->setObjectName({});
        translator->deleteLater();
    }
    const QString folder = u":/translations"_s;
    auto *english = makeTranslator(application);
    if (english->load(u"filmtracker_en"_s, folder))
        application.installTranslator(english);
    // Qt's own: the keys in menus, "Cancel", "Copy" in a text's menu.
    auto *platform = makeTranslator(application);
    if (platform->load(QLocale(), u"qtbase"_s, u"_"_s,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(platform);
    // Asked first, because it is installed last; what it lacks is said in English.
    auto *own = makeTranslator(application);
    if (own->load(QLocale(), u"filmtracker"_s, u"_"_s, folder))
        application.installTranslator(own);
}

} // namespace film::app
