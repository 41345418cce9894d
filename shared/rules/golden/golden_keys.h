#pragma once

#include <QJsonObject>
#include <QStringList>

namespace film::rules {

// The keys of a case that nobody reads, with their places. They change nothing, but somebody may
// have meant something by them.
[[nodiscard]] QStringList unreadKeys(const QJsonObject &json);

} // namespace film::rules
