#include "shared/rules/pack_difference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

using Leaves = std::map<QString, QString>;

QString plainText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isArray() ? u"[]"_s : value.isObject() ? u"{}"_s : u"null"_s;
}

// A pack's file is not deeper than limits::depthMax.
void addLeaves(const QJsonValue &value, const QString &path, Leaves &leaves)
{
    if (value.isObject() && !value.toObject().isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            addLeaves(field.value(), path.isEmpty() ? field.key() : path + u'.' + field.key(),
                      leaves);
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            addLeaves(array.at(i), u"%1[%2]"_s.arg(path, QString::number(i)), leaves);
    } else {
        leaves[path] = plainText(value);
    }
}

Leaves leavesOf(const RulePack &pack)
{
    Leaves leaves;
    addLeaves(QJsonDocument::fromJson(pack.source).object(), {}, leaves);
    return leaves;
}

} // namespace

std::vector<PackDifference> packDifferences(const RulePack &before, const RulePack &after)
{
    const Leaves old = leavesOf(before);
    Leaves now = leavesOf(after);
    std::vector<PackDifference> differences;
    for (const auto &[path, text] : old) {
        const auto found = now.find(path);
        const QString changed = found == now.end() ? QString() : found->second;
        if (found != now.end())
            now.erase(found);
        if (changed != text)
            differences.push_back({path, text, changed});
    }
    for (const auto &[path, text] : now)
        differences.push_back({path, {}, text});
    std::ranges::sort(differences, {}, &PackDifference::path);
    return differences;
}

} // namespace film::rules
