#pragma once

#include "server/cli/command_table.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QUrl>
#include <QUrlQuery>

namespace film::admin_cli {

// What was typed, read and checked, before anything is sent.
struct Arguments {
    QStringList words; // of the command
    QUrl server;
    QString caFile; // or nothing: the system's
    bool isJson = false;

    const Command *command = nullptr; // null: one of those that are not one request
    QString path;                     // encoded, with its ids
    QUrlQuery query;
    QJsonObject body;
    QString login;         // of sign-in and password set
    bool isOpenId = false; // sign-in with the browser
};

// InvalidInput, with a sentence.
[[nodiscard]] Result<Arguments> readArguments(const QStringList &typed,
                                              const QProcessEnvironment &environment);

[[nodiscard]] QString helpText();
// Of one command; empty if there is none.
[[nodiscard]] QString helpText(const QStringList &words);

} // namespace film::admin_cli
