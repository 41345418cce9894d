#include "shared/rules/rule_pack.h"

#include <algorithm>

namespace film::rules {

const KindRules *RulePack::rulesOf(DayKind kind) const
{
    const auto found = kinds.find(kind);
    return found == kinds.end() ? nullptr : &found->second;
}

const Parameter &MinimumCall::of(DayKind kind) const
{
    const auto own = byKind.find(kind);
    return own == byKind.end() ? minutes : own->second;
}

const RestRule *RulePack::restRule(QStringView ruleId) const
{
    const auto found = std::ranges::find(rest, ruleId, &RestRule::id);
    return found == rest.end() ? nullptr : &*found;
}

const Provenance &RulePack::provenanceOf(qint32 parameter) const
{
    Q_ASSERT(!provenances.empty());
    if (parameter < 0)
        return provenances.front();
    return provenances.at(size_t(parameters.at(size_t(parameter)).provenance));
}

} // namespace film::rules
