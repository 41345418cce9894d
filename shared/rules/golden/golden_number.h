#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace film::rules {

// A decimal number as it stands in a file of cases: "783.50", or 783.5 without quotes. Empty for
// what is neither.
[[nodiscard]] inline QString decimalTextOf(const QJsonValue &value)
{
    if (!value.isDouble())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(list.mid(1, list.size() - 2));
}

} // namespace film::rules
