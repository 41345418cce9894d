#include "app/application.h"
#include "app/page_screenshots.h"
#include "app/passphrase_prompt.h"
#include "app/settings_desk.h"
#include "app/ui/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QSysInfo>

#include <cstdio>
#include <memory>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

namespace {

SecretsMode secretsMode()
{
    const QString mode = qEnvironmentVariable("FILMTRACKER_SECRETS");
    if (mode == u"plain")
        return SecretsMode::PlainFile;
    return mode == u"sealed" ? SecretsMode::Sealed : SecretsMode::Keychain;
}

constexpr int reopenCode = 1000; // of the event loop; no exit code of a process

// For the benchmark of a cold start: from the start of main() to the week with its days on the
// screen.
void printStartAndQuit(Application &application, const QElapsedTimer &since)
{
    QObject::connect(&application, &Application::weekShown, &application, [&application, since] {
        application.window().repaint();
        std::printf("%lld\n", static_cast<long long>(since.elapsed()));
        std::fflush(stdout);
        QCoreApplication::exit(0);
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication::setApplicationName(u"Film Tracker"_s);
    QApplication::setOrganizationName(u"Film Tracker"_s);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    QApplication qtApplication(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Records a film crew's working day, with or without a network."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"where this computer keeps its data"_s, u"FOLDER"_s,
         QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)},
        {u"server"_s, u"the production's server, such as ws://127.0.0.1:8743"_s, u"URL"_s},
        {u"code"_s, u"an invite code; with --server, joins at once"_s, u"CODE"_s},
        {u"week"_s, u"opens the week of this day first"_s, u"YYYY-MM-DD"_s},
        {u"measure-start"_s, u"prints the milliseconds until the week is shown, and ends"_s},
        {u"screenshots"_s, u"draws the pages into PNG files in this folder, and ends"_s,
         u"FOLDER"_s},
    });
    parser.process(qtApplication);

    Theme theme;
    theme.apply(qtApplication);
    ApplicationOptions options;
    options.engine.dataDir = parser.value(u"data"_s);
    options.engine.secrets = secretsMode();
    options.engine.askPassphrase = passphrasePrompt(nullptr);
    options.server = parser.value(u"server"_s);
    options.code = parser.value(u"code"_s);
    options.deviceName = QSysInfo::machineHostName();
    options.week = QDate::fromString(parser.value(u"week"_s), Qt::ISODate);
    for (;;) {
        useLanguage(SettingsDesk::chosenLanguage(options.engine.dataDir));
        installTranslations(qtApplication);
        Application application(options, theme);
        QObject::connect(&application, &Application::reopenNeeded, &application,
                         [&options, &application](QDate week) {
                             options.week = week;
                             options.typed = application.typedOnFirstRun();
                             QCoreApplication::exit(reopenCode);
                         });
        if (parser.isSet(u"measure-start"_s))
            printStartAndQuit(application, sinceStart);
        std::unique_ptr<PageScreenshots> screenshots;
        if (parser.isSet(u"screenshots"_s))
            screenshots = std::make_unique<PageScreenshots>(application, theme,
                                                            parser.value(u"screenshots"_s));
        application.start();
        const int code = QApplication::exec();
        if (code != reopenCode)
            return code;
        options.code.clear(); // it is used up
    }
}
