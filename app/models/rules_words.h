#pragma once

#include "shared/rules/pack_shelf.h"

namespace film::app {

// Where a pack stands on a day.
[[nodiscard]] inline rules::PackState packStateOf(const rules::RulePack &pack, QDate day)
{
    if (!pack.isEnabled)
        return rules::PackState::Disabled;
    if (pack.from.isValid() && day < pack.from)
        return rules::PackState::NotYetValid;
    return pack.isExpiredOn(day) ? rules::PackState::Expired : rules::PackState::Usable;
}

// The words the models of the rules put round their figures; made in app/ui.
class RulesWords
{
public:
    virtual ~RulesWords() = default;

    [[nodiscard]] virtual QString packHeader(int column) const = 0;
    [[nodiscard]] virtual QString numberHeader(int column) const = 0;
    // "1 Aug 2024 to 31 Jul 2027", "from 1 Jan 2025"
    [[nodiscard]] virtual QString validity(const rules::RulePack &pack) const = 0;
    [[nodiscard]] virtual QString state(const rules::RulePack &pack, QDate day) const = 0;
    // "sure"; "invented" for what stands in a sample.
    [[nodiscard]] virtual QString trust(const rules::RulePack &pack,
                                        rules::Confidence confidence) const = 0;
    [[nodiscard]] virtual QString layer(rules::Layer layer) const = 0;
};

} // namespace film::app
