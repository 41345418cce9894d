#include "app/cli/cli_options.h"

#include <QCommandLineParser>
#include <QStandardPaths>
#include <QSysInfo>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"data"_s, u"Folder of the data (default: the user's)."_s, u"DIR"_s},
        {u"insecure-secrets-file"_s,
         u"Keep the device's key in a plain file, as FILMTRACKER_SECRETS=plain does."_s},
        {u"json"_s, u"One JSON value per line instead of text."_s},
        {u"server"_s, u"Address of the sync server."_s, u"URL"_s},
        {u"code"_s, u"join: the invite code."_s, u"CODE"_s},
        {u"device"_s, u"join: what this computer is called."_s, u"NAME"_s},
        {u"new-device"_s, u"join: although this computer's key cannot be read now."_s},
        {u"title"_s, u"start: title of the production."_s, u"TITLE"_s},
        {u"person"_s, u"Whose days (default: your own); start: your name."_s, u"NAME"_s},
        {u"department"_s, u"start: your department; else to tell two people apart."_s, u"NAME"_s},
        {u"position"_s, u"start: your position."_s, u"NAME"_s},
        {u"zone"_s, u"start: time zone, such as Europe/Berlin."_s, u"ZONE"_s},
        {u"unit"_s, u"enter, submit …: another unit than the person's own."_s, u"NAME"_s},
        {u"take"_s, u"resolve: mine, theirs or the number of a version."_s, u"WHICH"_s},
        {u"week"_s, u"export: a date in the week."_s, u"DATE"_s},
        {u"reason"_s, u"enter, resolve, submit …: why."_s, u"TEXT"_s},
        {u"pack"_s, u"rules compare: the rule pack to compare with."_s, u"NAME"_s},
        {u"move-call"_s, u"rules what-if: how much later, such as 0:30 or -1.0."_s, u"LENGTH"_s},
        {u"move-meals"_s, u"rules what-if: the same for all meals."_s, u"LENGTH"_s},
        {u"move-wrap"_s, u"rules what-if: the same for the wrap."_s, u"LENGTH"_s},
        {u"add"_s, u"rules what-if: so many more like the first person."_s, u"N"_s, u"0"_s},
        {u"now"_s, u"rules forecast: the time it is asked at (default: now)."_s, u"TIME"_s},
        {u"next-call"_s,
         u"rules forecast: the call of the date after (default: what is entered or on the call"
         " sheet)."_s,
         u"TIME"_s},
        {u"key"_s,
         u"rules sign: the publisher's key, made by rules key; audit verify: the server's public"
         " key."_s,
         u"FILE"_s},
        {u"explain"_s, u"rules golden: also the lines of each case, with their derivations."_s},
        {u"language"_s,
         u"rules price, explain, compare, what-if, forecast, golden --explain: en, de, fr or es."_s,
         u"CODE"_s, u"en"_s},
        {u"clock"_s,
         u"enter: which is meant of two times that the clocks show twice: first or second."_s,
         u"WHICH"_s},
        {u"all"_s, u"week: everybody."_s},
        {u"stdin"_s, u"enter, run: read DATE<TAB>PERSON<TAB>LINE from standard input."_s},
        {u"ready-rows-only"_s, u"import: leave out the rows with a problem."_s},
        {u"watch"_s, u"sync: go on, and print each change of state."_s},
        {u"accept-removal"_s,
         u"sync: take over what the server has, even if most is gone there."_s},
        {u"wait"_s, u"sync, run: how long to wait for the server."_s, u"SECONDS"_s, u"30"_s},
    });
}

CliOptions optionsIn(const QCommandLineParser &parser)
{
    CliOptions options;
    options.arguments = parser.positionalArguments();
    options.command = options.arguments.isEmpty() ? QString() : options.arguments.takeFirst();
    options.dataDir = parser.value(u"data"_s);
    if (options.dataDir.isEmpty())
        options.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (parser.isSet(u"insecure-secrets-file"_s)
        || qEnvironmentVariable("FILMTRACKER_SECRETS") == u"plain")
        options.secrets = SecretsMode::PlainFile;
    options.json = parser.isSet(u"json"_s);
    options.server = parser.value(u"server"_s);
    options.code = parser.value(u"code"_s);
    options.device =
        parser.isSet(u"device"_s) ? parser.value(u"device"_s) : QSysInfo::machineHostName();
    options.asNewDevice = parser.isSet(u"new-device"_s);
    options.title = parser.value(u"title"_s);
    options.person = parser.value(u"person"_s);
    options.department = parser.value(u"department"_s);
    options.position = parser.value(u"position"_s);
    options.zone = parser.value(u"zone"_s);
    options.unit = parser.value(u"unit"_s);
    options.take = parser.value(u"take"_s);
    options.week = parser.value(u"week"_s);
    options.reason = parser.value(u"reason"_s);
    options.pack = parser.value(u"pack"_s);
    options.moveCall = parser.value(u"move-call"_s);
    options.moveMeals = parser.value(u"move-meals"_s);
    options.moveWrap = parser.value(u"move-wrap"_s);
    options.now = parser.value(u"now"_s);
    options.nextCall = parser.value(u"next-call"_s);
    options.keyFile = parser.value(u"key"_s);
    options.language = parser.value(u"language"_s);
    options.explain = parser.isSet(u"explain"_s);
    options.all = parser.isSet(u"all"_s);
    options.readsStdin = parser.isSet(u"stdin"_s);
    options.readyRowsOnly = parser.isSet(u"ready-rows-only"_s);
    options.watch = parser.isSet(u"watch"_s);
    options.acceptRemoval = parser.isSet(u"accept-removal"_s);
    return options;
}

} // namespace

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::LimitExceeded:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Expired: return ExitRefused;
    case ErrorCode::NotFound: return ExitNothing;
    case ErrorCode::Conflict: return ExitConflict;
    case ErrorCode::Unauthenticated:
    case ErrorCode::PermissionDenied:
    case ErrorCode::Cancelled: return ExitNotAllowed;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Busy:
    case ErrorCode::ProtocolViolation: return ExitOffline;
    case ErrorCode::StoreFailure:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreForeign:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse: return ExitStore;
    case ErrorCode::Internal: return ExitInternal;
    }
    return ExitInternal;
}

CliParse parseCommandLine(const QStringList &arguments)
{
    static const QStringList commands{
        u"join"_s,       u"start"_s,   u"import-crew"_s, u"import-callsheet"_s, u"enter"_s,
        u"run"_s,        u"week"_s,    u"sync"_s,        u"status"_s,           u"conflicts"_s,
        u"outbox"_s,     u"resolve"_s, u"export"_s,      u"rescue"_s,           u"sign-out"_s,
        u"bring-days"_s, u"submit"_s,  u"approve"_s,     u"reopen"_s,           u"delete"_s,
        u"undelete"_s,   u"rules"_s,   u"audit"_s};
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Film Tracker without windows."_s);
    parser.addPositionalArgument(u"command"_s, commands.join(u", "_s));
    addOptions(parser);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return {std::nullopt, parser.errorText(), ExitUsage};
    if (parser.isSet(help))
        return {std::nullopt, parser.helpText(), ExitOk};
    if (parser.isSet(version))
        return {std::nullopt, u"filmtracker-cli 0.1.0"_s, ExitOk};
    CliOptions options = optionsIn(parser);
    if (!commands.contains(options.command))
        return {std::nullopt, QString(u"commands: "_s + commands.join(u", "_s)), ExitUsage};
    bool isNumber = false;
    options.add = parser.value(u"add"_s).toInt(&isNumber);
    if (!isNumber || options.add < 0 || options.add > 1000)
        return {std::nullopt, u"--add takes a number of people"_s, ExitUsage};
    options.waitSeconds = parser.value(u"wait"_s).toInt(&isNumber);
    if (!isNumber || options.waitSeconds < 0)
        return {std::nullopt, u"--wait takes a number of seconds"_s, ExitUsage};
    if (parser.isSet(u"clock"_s)) {
        const QString which = parser.value(u"clock"_s);
        if (which != u"first" && which != u"second")
            return {std::nullopt, u"--clock takes first or second"_s, ExitUsage};
        options.fold = which == u"first" ? 0 : 1;
    }
    return {options, {}, ExitOk};
}

} // namespace film::app
