#include "shared/rules/pack_shelf.h"

namespace film::rules {

namespace {

PackState stateOn(const RulePack &pack, QDate date)
{
    if (!pack.isEnabled)
        return PackState::Disabled;
    if (pack.from.isValid() && date < pack.from)
        return PackState::NotYetValid;
    return pack.isExpiredOn(date) ? PackState::Expired : PackState::Usable;
}

bool isSame(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

PackShelf::PackShelf(std::vector<RulePack> packs)
    : m_packs(std::move(packs))
{}

PackChoice PackShelf::choose(QStringView name, QDate date) const
{
    name = name.trimmed();
    const qsizetype at = name.indexOf(u'@');
    PackChoice best;
    for (const RulePack &pack : m_packs) {
        if (at >= 0) {
            if (isSame(pack.name(), name))
                return {&pack, stateOn(pack, date)};
            continue;
        }
        if (!isSame(pack.id, name))
            continue;
        // Of those that have begun the latest; before all of them the first to come.
        const bool hasBegun = pack.from <= date;
        const bool bestHasBegun = best.pack && best.pack->from <= date;
        if (!best.pack || (hasBegun && (!bestHasBegun || best.pack->from < pack.from))
            || (!hasBegun && !bestHasBegun && pack.from < best.pack->from))
            best = {&pack, stateOn(pack, date)};
    }
    return best;
}

} // namespace film::rules
