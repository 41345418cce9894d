#include "shared/rules/pack_shelf.h"

#include <QVersionNumber>

#include <algorithm>
#include <tuple>

namespace film::rules {

using namespace Qt::StringLiterals;

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

// Nothing where they contradict each other.
std::optional<PackFit> fit(const RulePack &pack, const Engagement &engagement)
{
    PackFit fit{&pack, PackState::Usable, {}, {}};
    bool isContradicted = false;
    const auto compare = [&](const QString &key, bool isAsked, bool isKnown, bool isMet) {
        if (!isAsked)
            return;
        if (!isKnown)
            fit.open << key;
        else if (isMet)
            fit.agreed << key;
        else
            isContradicted = true;
    };
    const auto compareText = [&compare](const QString &key, const QStringList &asked,
                                        const QString &known) {
        compare(key, !asked.isEmpty(), !known.isEmpty(),
                asked.contains(known.trimmed(), Qt::CaseInsensitive));
    };
    const Applies &applies = pack.applies;
    compareText(u"union"_s, applies.unions, engagement.unionName);
    compareText(u"medium"_s, applies.media, engagement.medium);
    compareText(u"location"_s, applies.locations, engagement.location);
    compareText(u"deal"_s, applies.deals, engagement.deal);
    compare(u"on_production"_s, applies.onProduction.has_value(),
            engagement.onProduction.has_value(), applies.onProduction == engagement.onProduction);
    return isContradicted ? std::nullopt : std::optional(fit);
}

// "2024.10" comes after "2024.9".
bool isLaterVersion(const RulePack &one, const RulePack &other)
{
    qsizetype rest = 0;
    qsizetype restOfOther = 0;
    const QVersionNumber version = QVersionNumber::fromString(one.version, &rest);
    const QVersionNumber ofOther = QVersionNumber::fromString(other.version, &restOfOther);
    if (version != ofOther)
        return version > ofOther;
    return one.version.mid(rest) > other.version.mid(restOfOther);
}

// Of versions that have begun the latest; before all of them the first to come. Of two that begin
// together the later version replaces the other.
bool isBetterOn(QDate date, const RulePack &one, const RulePack &other)
{
    const bool hasBegun = one.from <= date;
    if (hasBegun != (other.from <= date))
        return hasBegun;
    if (one.from != other.from)
        return hasBegun ? one.from > other.from : one.from < other.from;
    return isLaterVersion(one, other);
}

bool isBetter(const PackFit &one, const PackFit &other)
{
    // Small is better in all of them.
    const auto rank = [](const PackFit &fit) {
        return std::tuple(fit.state != PackState::Usable, -fit.agreed.size(), fit.open.size(),
                          -fit.pack->priority, fit.pack->name());
    };
    return rank(one) < rank(other);
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
        if (!best.pack || isBetterOn(date, pack, *best.pack))
            best = {&pack, stateOn(pack, date)};
    }
    return best;
}

std::vector<PackFit> PackShelf::fitting(const Engagement &engagement, QDate date) const
{
    std::vector<PackFit> fits;
    for (const RulePack &pack : m_packs) {
        const PackChoice inForce = choose(pack.id, date);
        if (inForce.pack != &pack || !inForce.canPrice() || pack.isSample)
            continue;
        if (auto found = fit(pack, engagement)) {
            found->state = inForce.state;
            fits.push_back(*std::move(found));
        }
    }
    std::ranges::sort(fits, isBetter);
    return fits;
}

std::optional<PackProblem> missingFloorOf(const RulePack &pack, const std::vector<RulePack> &packs)
{
    const auto floorOf = [&packs](const RulePack &of) -> const RulePack * {
        const auto floor = std::ranges::find_if(packs, [&of](const RulePack &other) {
            return (isSame(other.id, of.floor) || isSame(other.name(), of.floor))
                && other.currency == of.currency && other.isEnabled;
        });
        return floor == packs.end() ? nullptr : &*floor;
    };
    if (pack.floor.isEmpty())
        return std::nullopt;
    const RulePack *floor = floorOf(pack);
    if (!floor)
        return PackProblem{
            u"floor"_s, u"\"%1\" is no pack here that prices in the same money"_s.arg(pack.floor)};
    // No law is below itself, however many packs lie between.
    for (size_t steps = 0; floor && steps <= packs.size(); ++steps) {
        if (isSame(floor->id, pack.id))
            return PackProblem{u"floor"_s,
                               u"\"%1\" leads back to the pack itself"_s.arg(pack.floor)};
        floor = floor->floor.isEmpty() ? nullptr : floorOf(*floor);
    }
    return std::nullopt;
}

void takeOutThoseWithoutFloor(std::vector<RulePack> &packs, std::vector<PackProblem> &problems)
{
    // One that is taken out may have been the floor of another.
    for (bool isDone = false; !isDone;) {
        std::vector<QString> missing;
        for (const RulePack &pack : packs) {
            if (const auto problem = missingFloorOf(pack, packs)) {
                missing.push_back(pack.name());
                problems.push_back({pack.name() + u": "_s + problem->path, problem->reason});
            }
        }
        for (const QString &name : missing)
            packs.erase(std::ranges::find(packs, name, &RulePack::name));
        isDone = missing.empty();
    }
}

} // namespace film::rules
