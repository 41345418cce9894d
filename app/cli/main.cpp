#include "app/cli/cli.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    // The same data folder as the desktop app.
    QCoreApplication::setOrganizationName(QStringLiteral("Film Tracker"));
    QCoreApplication::setApplicationName(QStringLiteral("Film Tracker"));
    const film::app::CliParse parsed = film::app::parseCommandLine(QCoreApplication::arguments());
    if (!parsed.options) {
        if (parsed.exit == film::app::ExitOk)
            film::app::printLine(parsed.message);
        else
            film::app::printProblem(parsed.message, false, film::ErrorCode::InvalidInput);
        return parsed.exit;
    }
    return film::app::Cli(*parsed.options).run();
}
