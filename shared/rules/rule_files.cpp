#include "shared/rules/rule_files.h"

#include <QDir>
#include <QResource>

// In a static library nobody else would name the resource, and the linker would leave it out.
static void initRulePackResource()
{
    Q_INIT_RESOURCE(rule_packs);
}

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

QString pathOfFolder(RuleFolder folder)
{
    return folder == RuleFolder::Packs ? u":/film/rule_packs/packs"_s
                                       : u":/film/rule_packs/calendars"_s;
}

} // namespace

QStringList ruleFileNames(RuleFolder folder)
{
    initRulePackResource();
    QStringList names = QDir(pathOfFolder(folder)).entryList(QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(u".json"_s.size());
    return names;
}

QByteArray ruleFile(RuleFolder folder, QStringView name)
{
    // The names are asked first: a name from a pack must not become a path.
    if (!ruleFileNames(folder).contains(name))
        return {};
    return QResource(pathOfFolder(folder) + u'/' + name + u".json").uncompressedData();
}

} // namespace film::rules
