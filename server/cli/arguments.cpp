#include "server/cli/arguments.h"

#include <QJsonArray>

#include <algorithm>

namespace film::admin_cli {

using namespace Qt::StringLiterals;

namespace {

using Place = CommandOption::Place;
using Kind = CommandOption::Kind;

const QString defaultServer = u"http://127.0.0.1:7421"_s;

// "--name value", "--name=value" and "--switch", in the order in which they were typed.
struct Typed {
    QStringList words;
    std::vector<std::pair<QString, std::optional<QString>>> options;
};

bool isSwitch(const QString &name)
{
    if (name == u"json" || name == u"help" || name == u"openid")
        return true;
    return std::ranges::any_of(commands(), [&](const Command &command) {
        return std::ranges::any_of(command.options, [&](const CommandOption &option) {
            return option.name == name && option.kind == Kind::Switch;
        });
    });
}

Result<Typed> split(const QStringList &arguments)
{
    Typed typed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (!argument.startsWith(u"--")) {
            typed.words.append(argument);
            continue;
        }
        const QString name = argument.mid(2).section(u'=', 0, 0);
        if (argument.contains(u'='))
            typed.options.emplace_back(name, argument.section(u'=', 1));
        else if (isSwitch(name))
            typed.options.emplace_back(name, std::nullopt);
        else if (i + 1 < arguments.size())
            typed.options.emplace_back(name, arguments.at(++i));
        else
            return fail(ErrorCode::InvalidInput, u"--%1 needs a value"_s.arg(name));
    }
    return typed;
}

const Command *commandNamed(const QStringList &words)
{
    const auto found = std::ranges::find(commands(), words.join(u' '), &Command::name);
    return found == commands().end() ? nullptr : &*found;
}

Result<> place(const CommandOption &option, const std::optional<QString> &value,
               Arguments &arguments)
{
    switch (option.place) {
    case Place::Path:
        arguments.path.replace(u'{' + option.key + u'}',
                               QString::fromLatin1(QUrl::toPercentEncoding(value.value_or(u""_s))));
        return {};
    case Place::Query:
        arguments.query.addQueryItem(
            option.key, QString::fromLatin1(QUrl::toPercentEncoding(value.value_or(u""_s))));
        return {};
    case Place::Body: break;
    }
    bool isNumber = true;
    switch (option.kind) {
    case Kind::Text: arguments.body[option.key] = value.value_or(u""_s); break;
    case Kind::List:
        arguments.body[option.key] =
            QJsonArray::fromStringList(value.value_or(u""_s).split(u',', Qt::SkipEmptyParts));
        break;
    case Kind::Switch: arguments.body[option.key] = true; break;
    case Kind::Number: arguments.body[option.key] = value.value_or(u""_s).toInt(&isNumber); break;
    }
    return isNumber ? Result<>()
                    : fail(ErrorCode::InvalidInput, u"--%1 is a number"_s.arg(option.name));
}

// What every command takes.
Result<bool> takeCommon(const QString &name, const QString &value, Arguments &arguments)
{
    if (name == u"json")
        arguments.isJson = true;
    else if (name == u"server")
        arguments.server = QUrl(value, QUrl::StrictMode);
    else if (name == u"ca-file")
        arguments.caFile = value;
    else if (name == u"login" && !arguments.command)
        arguments.login = value;
    else if (name == u"openid" && arguments.words == QStringList{u"sign-in"_s})
        arguments.isOpenId = true;
    else
        return false;
    return true;
}

Result<> takeOptions(const Typed &typed, const QProcessEnvironment &environment,
                     Arguments &arguments)
{
    QStringList given;
    for (const auto &[name, value] : typed.options) {
        const Result<bool> isCommon = takeCommon(name, value.value_or(u""_s), arguments);
        if (!isCommon)
            return fail(isCommon.error());
        if (*isCommon)
            continue;
        const auto &known =
            arguments.command ? arguments.command->options : std::vector<CommandOption>();
        const auto option = std::ranges::find(known, name, &CommandOption::name);
        if (option == known.end())
            return fail(ErrorCode::InvalidInput, u"unknown option --%1"_s.arg(name));
        if (const Result<> placed = place(*option, value, arguments); !placed)
            return placed;
        given.append(name);
    }
    if (!arguments.command)
        return {};
    for (const CommandOption &option : arguments.command->options) {
        if (!option.isNeeded || given.contains(option.name))
            continue;
        const QString fallback =
            environment.value(u"FILMTRACKER_"_s + option.name.toUpper().replace(u'-', u'_'));
        if (option.place != Place::Path || fallback.isEmpty())
            return fail(ErrorCode::InvalidInput,
                        u"--%1 is missing: %2"_s.arg(option.name, option.help));
        if (const Result<> placed = place(option, fallback, arguments); !placed)
            return placed;
    }
    return {};
}

Result<> checkServer(const QUrl &server)
{
    const bool isWeb = server.scheme() == u"https" || server.scheme() == u"http";
    if (!server.isValid() || !isWeb || server.host().isEmpty())
        return fail(ErrorCode::InvalidInput,
                    u"--server is an address such as https://films.example:7421"_s);
    const bool isHere = server.host() == u"localhost" || server.host() == u"::1"
        || server.host().startsWith(u"127.");
    if (server.scheme() == u"http" && !isHere)
        return fail(ErrorCode::InvalidInput,
                    u"a password does not go to another computer without TLS: use https://"_s);
    return {};
}

QString usageOf(const Command &command)
{
    QString line = command.name;
    for (const CommandOption &option : command.options) {
        const QString value = option.kind == Kind::Switch ? u""_s : u" "_s + option.name.toUpper();
        const QString said = u"--"_s + option.name + value;
        line += option.isNeeded ? QString(u' ' + said) : QString(u" ["_s + said + u']');
    }
    return line;
}

} // namespace

Result<Arguments> readArguments(const QStringList &typed, const QProcessEnvironment &environment)
{
    const Result<Typed> parts = split(typed);
    if (!parts)
        return fail(parts.error());
    Arguments arguments;
    arguments.words = parts->words;
    arguments.server = QUrl(environment.value(u"FILMTRACKER_ADMIN_SERVER"_s, defaultServer));
    arguments.caFile = environment.value(u"FILMTRACKER_ADMIN_CA_FILE"_s);
    if (std::ranges::any_of(parts->options, [](const auto &o) { return o.first == u"help"; })) {
        arguments.words.prepend(u"help"_s);
        return arguments;
    }
    arguments.command = commandNamed(arguments.words);
    if (arguments.command) {
        arguments.path = arguments.command->path;
        arguments.query = QUrlQuery(arguments.command->query);
    }
    if (const Result<> taken = takeOptions(*parts, environment, arguments); !taken)
        return fail(taken.error());
    if (const Result<> checked = checkServer(arguments.server); !checked)
        return fail(checked.error());
    return arguments;
}

QString helpText()
{
    QString text =
        u"filmtracker-admin COMMAND [OPTIONS]\n\n"
        "  sign-in [--login LOGIN]  asks for the password and the code; stays for a while\n"
        "  sign-in --openid  in the browser, where the server has an issuer\n"
        "  sign-out  forgets it here and at the server\n"
        "  password set [--login LOGIN]  with the code that an administrator gave out\n"
        "  password change  asks for the old and the new one; other sessions and tokens end\n"
        "  second-factor enrol  for an authenticator app\n"_s;
    for (const Command &command : commands())
        text += u"  %1  %2\n"_s.arg(usageOf(command), command.help);
    text += u"  completion bash|zsh|fish  to be sourced by the shell\n\n"
            "Everywhere: --json, --server URL (FILMTRACKER_ADMIN_SERVER; http://127.0.0.1:7421),\n"
            "--ca-file FILE for a certificate of your own (FILMTRACKER_ADMIN_CA_FILE).\n"
            "FILMTRACKER_ADMIN_TOKEN instead of signing in: a personal token.\n\n"
            "Exit codes: 0 done, 1 refused or failed, 2 the command line is wrong,\n"
            "3 the server cannot be reached, 4 not signed in.\n"_s;
    return text;
}

QString helpText(const QStringList &words)
{
    QString text;
    for (const Command &command : commands()) {
        if (command.name != words.join(u' ')
            && !command.name.startsWith(QString(words.join(u' ') + u' ')))
            continue;
        text += u"filmtracker-admin %1\n  %2\n"_s.arg(usageOf(command), command.help);
        for (const CommandOption &option : command.options)
            text += u"    --%1  %2\n"_s.arg(option.name, option.help);
    }
    return text;
}

} // namespace film::admin_cli
