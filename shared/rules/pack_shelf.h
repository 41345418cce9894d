#pragma once

#include "shared/rules/rule_pack.h"

#include <vector>

namespace film::rules {

enum class PackState : quint8 {
    Usable,
    Unknown,     // no pack of that name here
    Disabled,    // its figures are doubtful; RulePack::disabledReason says why
    NotYetValid, // the date is before it
    Expired,     // the date is after it; still priced, and said
};

struct PackChoice {
    const RulePack *pack = nullptr; // null if Unknown
    PackState state = PackState::Unknown;

    [[nodiscard]] bool canPrice() const
    {
        return state == PackState::Usable || state == PackState::Expired;
    }
};

// The packs there are, by name. A pack is immutable: another version is another pack.
class PackShelf
{
public:
    explicit PackShelf(std::vector<RulePack> packs = {});

    // "iatse-asa@2024.1", or "iatse-asa" for the version in force on the date: the latest that
    // began by then. Case and outer spaces do not count.
    [[nodiscard]] PackChoice choose(QStringView name, QDate date) const;
    [[nodiscard]] const std::vector<RulePack> &packs() const { return m_packs; }

private:
    std::vector<RulePack> m_packs;
};

} // namespace film::rules
