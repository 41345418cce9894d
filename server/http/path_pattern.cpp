#include "server/http/path_pattern.h"

namespace film::server {

namespace {

bool isName(const QString &part)
{
    return part.startsWith(u'{') && part.endsWith(u'}');
}

} // namespace

std::optional<std::map<QString, QString>> PathPattern::match(const QStringList &parts) const
{
    if (m_parts.size() != parts.size())
        return std::nullopt;
    std::map<QString, QString> names;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (isName(m_parts.at(i)) && !parts.at(i).isEmpty())
            names[m_parts.at(i).mid(1, m_parts.at(i).size() - 2)] = parts.at(i);
        else if (m_parts.at(i) != parts.at(i))
            return std::nullopt;
    }
    return names;
}

} // namespace film::server
