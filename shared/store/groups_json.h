#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace film::store {

// A record's groups as JSON for the views: {"2": {"2": [420, 0]}}, numbers of groups and fields as
// keys, bytes in hexadecimal. "{}" for groups that cannot be read. UTF-8.
[[nodiscard]] QByteArray groupsAsJson(QByteArrayView groups);

} // namespace film::store
