#include "shared/rules/shipped_packs.h"

#include "shared/rules/rule_files.h"
#include "shared/rules/rule_pack_reader.h"

namespace film::rules {

ShippedPacks readShippedPacks()
{
    ShippedPacks shipped;
    for (const QString &name : ruleFileNames(RuleFolder::Packs)) {
        PackReading reading = readRulePack(ruleFile(RuleFolder::Packs, name));
        if (reading.pack)
            shipped.packs.push_back(std::move(*reading.pack));
        for (const PackProblem &problem : reading.problems)
            shipped.problems.push_back(
                {name + QStringLiteral(": ") + problem.path, problem.reason});
    }
    return shipped;
}

} // namespace film::rules
