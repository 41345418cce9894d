#pragma once

#include "shared/domain/crew.h"
#include "shared/rules/holiday_calendar.h"
#include "shared/rules/pack_shelf.h"
#include "shared/rules/pay_week_reader.h"

#include <QHash>

#include <map>
#include <memory>

namespace film::rules {

// Why there is no figure. Shown in words instead of a 0.
enum class NoFigure : quint8 {
    NoDeal,        // no deal is known here, or this person may not see it
    NoRate,        // the deal says nothing the pack can start from
    NoPack,        // the deal names none, or one that is not here
    PackDisabled,  // it holds doubtful figures
    PackNotYet,    // it begins later
    OtherCurrency, // the deal's money is not the pack's
    BadTerms,      // the deal's own terms do not fit the pack; see PersonWeekPay::error
    Impossible,    // a day contradicts itself; see PersonWeekPay::error
};

struct PersonWeekPay {
    std::optional<NoFigure> noFigure;
    QString error;                  // for the log
    const RulePack *pack = nullptr; // lives as long as the shelf and the pricer
    DealTerms terms;
    WeekInput input;
    WeekPay pay;
    // With a statute below the agreement: what it asks for, and whether that is what is paid.
    std::optional<Money> floor;
    Layer layer = Layer::Agreement;
    std::vector<UnpricedDay> unpriced;

    // The priced day of a date; null if there is none.
    [[nodiscard]] const DayPay *find(QDate date) const;
};

// Prices people's weeks from what stands in their records. Keeps the zones it has made, so keep
// one for many weeks. One thread.
class WeekPricer
{
public:
    // The shelf outlives the pricer.
    explicit WeekPricer(const PackShelf &shelf)
        : m_shelf(shelf)
    {}

    // `days` in order of date, from at least a week before the week on. Days without a zone are
    // in `productionZone`.
    [[nodiscard]] PersonWeekPay price(const std::optional<Deal> &deal,
                                      std::span<const WorkDay> days, const PayWeek &week,
                                      const QByteArray &productionZone,
                                      Sheet::Keep keep = Sheet::Keep::Everything);
    // The same under another pack than the deal's, for a comparison.
    [[nodiscard]] PersonWeekPay priceWith(const RulePack &pack, const Deal &deal,
                                          std::span<const WorkDay> days, const PayWeek &week,
                                          const QByteArray &productionZone,
                                          Sheet::Keep keep = Sheet::Keep::Everything);
    [[nodiscard]] const PackShelf &shelf() const { return m_shelf; }
    [[nodiscard]] QTimeZone zoneOf(const QByteArray &name);
    // Null where the pack has none.
    [[nodiscard]] const HolidayCalendar *calendarOf(const RulePack &pack);

private:
    const PackShelf &m_shelf;
    [[nodiscard]] Result<const RulePack *> withTerms(const RulePack &pack, const QString &terms);
    void applyFloor(PersonWeekPay &priced, Sheet::Keep keep);

    QHash<QByteArray, QTimeZone> m_zones;
    std::map<QString, std::unique_ptr<const RulePack>> m_personal; // by pack and terms
    QHash<QString, std::optional<HolidayCalendar>> m_calendars;
};

[[nodiscard]] DealTerms termsOf(const Deal &deal);

} // namespace film::rules
