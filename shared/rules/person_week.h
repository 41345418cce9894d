#pragma once

#include "shared/domain/crew.h"
#include "shared/rules/agreed_terms.h"
#include "shared/rules/holiday_calendar.h"
#include "shared/rules/pack_shelf.h"
#include "shared/rules/pay_week_reader.h"

#include <QHash>

#include <functional>
#include <memory>

namespace film::rules {

// Why there is no figure. Shown in words instead of a 0.
enum class NoFigure : quint8 {
    NoDeal,        // no deal is known here, or this person may not see it
    NotInForce,    // of the deals there are none is in force in the week
    NoRate,        // the deal says nothing the pack can start from
    NoPack,        // the deal names none, or one that is not here: PersonWeekPay::wantedPack
    PackDisabled,  // it holds doubtful figures
    PackNotYet,    // it begins later
    OtherCurrency, // the deal's money is not the pack's
    BadTerms,      // the deal's own terms do not fit the pack; see PersonWeekPay::error
    BadSideLetter, // the production's do not
    Impossible,    // a day contradicts itself; see PersonWeekPay::error
};

// What a production says about everybody's days.
struct ProductionFacts {
    QByteArray zone;      // of days without one
    QString sideLetter{}; // Production::sideLetter
    // The unit's call on the call sheet of the day, from midnight of its date; may be empty.
    std::function<std::optional<Minutes>(const WorkDayKey &)> unitCallOf{};
    // How a unit is called: in the cost split, and in a deal that has another rate for it.
    std::function<QString(UnitId)> unitNameOf{};
};

// The days of a week under one deal.
struct DealPart {
    QDate from; // of the week, both included
    QDate to;
    QDate dealFrom; // as the deal says it; not valid where it is open
    QDate dealTo;
    const RulePack *pack = nullptr; // lives as long as the shelf and the pricer
    DealTerms terms;
    // With a statute below the agreement: what it asks for, and whether that is what is paid.
    std::optional<Money> floor;
    Layer layer = Layer::Agreement;
    const RulePack *statute = nullptr; // the one that was asked, if there is one
    // The days as the statute reads them: what kind of day each is, and which rest it asks for.
    WeekInput statuteWeek{};
    std::vector<AgreedRate> rates{}; // for units and accounts, where the deal has others
};

struct PersonWeekPay {
    std::optional<NoFigure> noFigure;
    QString error;                  // for the log
    QString wantedPack{};           // with NoPack: the name of one that is not on this computer
    const RulePack *pack = nullptr; // of the last part; without one that which was meant
    DealTerms terms;                // of the last part
    WeekInput input;
    WeekPay pay;
    // Over all parts: what the statutes ask for, and whether one of them is what is paid.
    std::optional<Money> floor;
    Layer layer = Layer::Agreement;
    std::vector<UnpricedDay> unpriced;
    // In order; one, but where another deal came into force in the week. Parts that follow on one
    // another under the same pack are priced as one: only their terms differ.
    std::vector<DealPart> parts;

    // The priced day of a date; null if there is none.
    [[nodiscard]] const DayPay *find(QDate date) const;
    // What the date is priced by. There must be a figure.
    [[nodiscard]] const DealPart &partOf(QDate date) const;
    // The pack that prices the date, or the one that was meant; may be null.
    [[nodiscard]] const RulePack *packOn(QDate date) const
    {
        return parts.empty() ? pack : partOf(date).pack;
    }
    // The pack whose numbers a line of the week names.
    [[nodiscard]] const RulePack &packOf(const PayLine &line) const
    {
        return *parts.at(line.part).pack;
    }
};

// Another pack in the place of what the deals name. What was agreed beside it counts as always.
struct PackSwitch {
    const RulePack *to = nullptr; // null: none; whatever its dates, but not where it is disabled
    QString from{};               // only for this one, by RulePack::name(); empty: for all
};

// Prices people's weeks from what stands in their records. Keeps the zones it has made, so keep
// one for many weeks. One thread.
class WeekPricer
{
public:
    // The shelf and the other pack outlive the pricer.
    explicit WeekPricer(const PackShelf &shelf, PackSwitch instead = {})
        : m_shelf(shelf)
        , m_instead(std::move(instead))
    {}

    // `deals` of one person: each day is priced by the one in force on it (dealInForce). `days` in
    // order of date, from at least a week before the week on.
    [[nodiscard]] PersonWeekPay price(std::span<const Deal> deals, std::span<const WorkDay> days,
                                      const PayWeek &week, const ProductionFacts &production,
                                      Sheet::Keep keep = Sheet::Keep::Everything);
    [[nodiscard]] PersonWeekPay price(const std::optional<Deal> &deal,
                                      std::span<const WorkDay> days, const PayWeek &week,
                                      const ProductionFacts &production,
                                      Sheet::Keep keep = Sheet::Keep::Everything)
    {
        return price(deal ? std::span<const Deal>(&*deal, 1) : std::span<const Deal>(), days, week,
                     production, keep);
    }
    // The deal's pack with everything that was agreed beside it; null where none prices the day.
    // Lives as long as the pricer.
    [[nodiscard]] const RulePack *packOf(const Deal &deal, QDate date, const QString &sideLetter);
    [[nodiscard]] const PackShelf &shelf() const { return m_shelf; }
    [[nodiscard]] QTimeZone zoneOf(const QByteArray &name);
    // Null where the pack has none.
    [[nodiscard]] const HolidayCalendar *calendarOf(const RulePack &pack);

private:
    struct Chosen {
        const RulePack *pack = nullptr;
        std::optional<NoFigure> why; // there is none; `pack` may still say which was meant
        Error error{};
        std::vector<AgreedRate> rates{};
    };
    [[nodiscard]] PackChoice choiceOf(const Deal &deal, QDate date) const;
    [[nodiscard]] Chosen choose(const Deal &deal, QDate date, const QString &sideLetter);
    static void findRate(Chosen &chosen, const Deal &deal);
    [[nodiscard]] Result<const RulePack *> withTerms(const RulePack &pack,
                                                     const AgreedTermsReading &terms, Layer layer);
    // Parts of a week that one pack prices together: [first, last] of PersonWeekPay::parts.
    struct Stretch {
        size_t first = 0;
        size_t last = 0;
        WeekInput input;
        const RulePack *statute = nullptr;
        WeekInput statuteWeek{};
    };
    [[nodiscard]] WeekFacts factsFor(const RulePack &pack, const ProductionFacts &production,
                                     const PersonWeekPay &priced);
    void findParts(PersonWeekPay &priced, std::span<const Deal> deals, const PayWeek &week,
                   const QString &sideLetter);
    [[nodiscard]] std::vector<Stretch> readStretches(PersonWeekPay &priced,
                                                     std::span<const WorkDay> days,
                                                     const PayWeek &week,
                                                     const ProductionFacts &production);
    [[nodiscard]] Result<> priceStretches(PersonWeekPay &priced, std::vector<Stretch> stretches,
                                          Sheet::Keep keep);
    [[nodiscard]] const RulePack *statuteOf(const RulePack &pack, QDate date) const;
    static void applyFloor(DealPart &part, Stretch &stretch, WeekPay &pay, Sheet::Keep keep);

    const PackShelf &m_shelf;
    PackSwitch m_instead;
    QHash<QByteArray, QTimeZone> m_zones;
    struct Agreed {
        const RulePack *pack = nullptr;
        Layer layer = Layer::Deal;
        std::vector<AgreedTerm> terms;
        std::unique_ptr<const RulePack> changed;
    };
    std::vector<Agreed> m_agreed; // a production has few different terms
    QHash<QString, std::optional<HolidayCalendar>> m_calendars;
};

[[nodiscard]] DealTerms termsOf(const Deal &deal);

} // namespace film::rules
