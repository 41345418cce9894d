#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace film::server {

// "/api/v1/productions/{production}/people": what stands in braces fits any part that is not empty.
class PathPattern
{
public:
    explicit PathPattern(const QString &pattern)
        : m_parts(pattern.split(u'/'))
    {}

    // What stands for the names; nothing if it does not fit. `parts` as of splitting at '/'.
    [[nodiscard]] std::optional<std::map<QString, QString>> match(const QStringList &parts) const;

private:
    QStringList m_parts;
};

} // namespace film::server
