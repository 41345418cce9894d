#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace film::admin_cli {

// One thing that can be said after a command: "--role ROLE".
struct CommandOption {
    enum class Place { Path, Query, Body };
    enum class Kind { Text, Number, Switch, List }; // a list is typed with commas

    QString name; // "role"
    QString key;  // what the API calls it
    QString help;
    Place place = Place::Body;
    Kind kind = Kind::Text;
    bool isNeeded = false;
};

// A command that is one request of the API. All but signing in are.
struct Command {
    QString name; // "members set-role"
    QString help;
    QByteArray method;
    QString path; // "/api/v1/productions/{production}/members/{user}/role"
    std::vector<CommandOption> options;
    // Of the answer: the keys to show, of each item where it is a list. Nothing: "done".
    QStringList columns;
    bool isText = false; // the answer is no JSON and is printed as it is
    QString query = {};  // what is asked with it each time
    QString unless = {}; // a list of the answer; with anything in it the command has failed
};

[[nodiscard]] const std::vector<Command> &commands();

// For bash, zsh or fish; empty for any other.
[[nodiscard]] QString completionFor(const QString &shell);

} // namespace film::admin_cli
