#pragma once

#include "app/engine/engine_core.h"

#include <QStringList>

#include <optional>

namespace film::app {

// What the command line said. Exit codes and commands: README.md.
struct CliOptions {
    QString command;
    QStringList arguments; // after the command
    QString dataDir;
    SecretsMode secrets = SecretsMode::Keychain;
    bool json = false;
    QString server;
    QString code;
    QString device;
    bool asNewDevice = false;
    QString title;
    QString person;
    QString department;
    QString position;
    QString zone;
    QString unit; // set: for another than the person's own
    QString take;
    QString week;
    QString reason;
    QString pack;     // rules compare: the other one
    QString keyFile;  // rules sign
    QString moveCall; // rules what-if: lengths with a sign
    QString moveMeals;
    QString moveWrap;
    QString now;             // rules forecast: the time it is asked at
    QString nextCall;        // of the date after
    int add = 0;             // people like the one named
    QString language;        // rules explain
    std::optional<int> fold; // which of two equal times is meant
    bool explain = false;    // rules golden
    bool all = false;
    bool readsStdin = false;
    bool readyRowsOnly = false;
    bool watch = false;
    bool acceptRemoval = false;
    int waitSeconds = 30;

    // Of the rules commands: those about the production of this computer.
    [[nodiscard]] bool needsProduction() const
    {
        const QString what = arguments.value(0);
        return what == u"price" || what == u"explain" || what == u"compare" || what == u"letter"
            || what == u"what-if" || what == u"forecast";
    }
};

enum ExitCode : int {
    ExitOk = 0,
    ExitUsage = 1,
    ExitRefused = 2, // the input says something that cannot be
    ExitNothing = 3, // nothing to do, or no such thing
    ExitOffline = 4,
    ExitStore = 5,      // the data file: nothing was saved
    ExitNotAllowed = 6, // not signed in, or not this person's to do
    ExitConflict = 7,   // somebody else was first
    ExitInternal = 70,
};

[[nodiscard]] ExitCode exitCodeOf(ErrorCode code);

struct CliParse {
    std::optional<CliOptions> options;
    QString message; // help, version or what is wrong
    ExitCode exit = ExitOk;
};
[[nodiscard]] CliParse parseCommandLine(const QStringList &arguments);

} // namespace film::app
