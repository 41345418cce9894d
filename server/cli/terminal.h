#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace film::admin_cli {

void say(const QString &text);
void complain(const QString &text);

// A line from whoever types, or from what is piped in; `isSecret` is not shown.
[[nodiscard]] QString ask(const QString &question, bool isSecret = false);

// A list's items, or one object, as lines of columns with a head.
[[nodiscard]] QString tableOf(const QJsonObject &answer, const QStringList &columns);

} // namespace film::admin_cli
