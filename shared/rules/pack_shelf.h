#pragma once

#include "shared/rules/pack_notes.h"
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

// What is known of a person's engagement; what is empty is not known. Words as in the packs'
// `applies` (docs/rule-packs.md).
struct Engagement {
    QString unionName;
    QString medium;
    QString location;
    QString deal;
    std::optional<bool> onProduction;
};

// A pack that may be meant for an engagement.
struct PackFit {
    const RulePack *pack = nullptr;
    PackState state = PackState::Usable; // or Expired
    QStringList agreed;                  // keys of `applies` that say what the engagement says
    QStringList open;                    // keys that it asks for and nobody has said
};

// The packs there are, by name. A pack is immutable: another version is another pack.
class PackShelf
{
public:
    explicit PackShelf(std::vector<RulePack> packs = {});

    // "iatse-asa@2024.1", or "iatse-asa" for the version in force on the date: the latest that
    // began by then, and of two that began together the later one. Case and outer spaces do not
    // count.
    [[nodiscard]] PackChoice choose(QStringView name, QDate date) const;
    // The packs that price on the date, of each the version that `choose` takes, and whose
    // `applies` the engagement nowhere contradicts. The best first: in force before expired, then
    // the one that agrees in most keys, then the one that leaves the fewest open, then the higher
    // priority, then by name. (pay-rules 3.2: most specific wins, then priority.)
    [[nodiscard]] std::vector<PackFit> fitting(const Engagement &engagement, QDate date) const;
    [[nodiscard]] const std::vector<RulePack> &packs() const { return m_packs; }

private:
    std::vector<RulePack> m_packs;
};

// Nothing if the statute that the pack asks for is one of the packs, is in use and of its money.
[[nodiscard]] std::optional<PackProblem> missingFloorOf(const RulePack &pack,
                                                        const std::vector<RulePack> &packs);

// A pack that asks for a statute below it which is none of them would price without it, and nobody
// would know: it is taken out, and named.
void takeOutThoseWithoutFloor(std::vector<RulePack> &packs, std::vector<PackProblem> &problems);

} // namespace film::rules
