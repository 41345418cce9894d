#include "app/cli/cli_pay_text.h"

#include "shared/domain/time_text.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

QString reasonText(rules::NoFigure why, const QString &wantedPack)
{
    switch (why) {
    case rules::NoFigure::NoDeal: return u"no rule: no deal is known here"_s;
    case rules::NoFigure::NotInForce: return u"no rule: no deal is in force in this week"_s;
    case rules::NoFigure::NoRate: return u"no rule: the deal has no rate the pack starts from"_s;
    case rules::NoFigure::NoPack: {
        if (wantedPack.isEmpty())
            return u"no rule: the deal names no pack"_s;
        const QString version = wantedPack.section(u'@', 1);
        return u"no rule: pack %1%2 is not on this computer"_s.arg(
            wantedPack.section(u'@', 0, 0),
            version.isEmpty() ? QString() : QString(u" version "_s + version));
    }
    case rules::NoFigure::PackDisabled: return u"no rule: the pack's figures are doubtful"_s;
    case rules::NoFigure::PackNotYet: return u"no rule: the pack begins later"_s;
    case rules::NoFigure::OtherCurrency: return u"no rule: deal and pack differ in currency"_s;
    case rules::NoFigure::BadTerms: return u"no rule: the deal's own terms do not fit"_s;
    case rules::NoFigure::BadSideLetter:
        return u"no rule: the production's side letter does not fit"_s;
    case rules::NoFigure::Impossible: return u"no figure: the times contradict each other"_s;
    }
    Q_UNREACHABLE();
}

QString whyText(rules::WhyUnpriced why)
{
    switch (why) {
    case rules::WhyUnpriced::NotEntered: return u"no times"_s;
    case rules::WhyUnpriced::NoWrap: return u"no wrap"_s;
    case rules::WhyUnpriced::UnknownZone: return u"the zone is not known here"_s;
    case rules::WhyUnpriced::Impossible: return u"the times contradict each other"_s;
    case rules::WhyUnpriced::NoRule:
        return u"no rule: the pack does not say what such a day pays"_s;
    case rules::WhyUnpriced::NoDeal: return u"no rule: no deal is in force on this day"_s;
    case rules::WhyUnpriced::NoPack:
        return u"no rule: the deal of this day has no pack that prices it"_s;
    case rules::WhyUnpriced::AllowanceInOtherMoney:
        return u"an allowance in another currency is left out"_s;
    case rules::WhyUnpriced::PartOfDayBefore: return u"priced with the day before"_s;
    }
    Q_UNREACHABLE();
}

QString moneyText(const Money &money)
{
    return (rules::Ratio(money.minorUnits()) / rules::Ratio(100)).toDecimal(2, 2) + u' '
        + currencyCode(money.currency());
}

QString departmentOf(const Directory &directory, const Person &person)
{
    const auto found = std::ranges::find(directory.departments, person.department, &Department::id);
    return found == directory.departments.end() ? QString() : found->name;
}

Result<std::optional<Minutes>> signedLength(const QString &text)
{
    if (text.isEmpty())
        return std::optional<Minutes>();
    const bool isEarlier = text.startsWith(u'-');
    const LengthReading reading =
        readLength(isEarlier ? text.mid(1) : text, PointStyle::Hundredths);
    if (!reading.isUnderstood())
        return fail(ErrorCode::InvalidInput, u"%1 is no length such as 0:30 or -1.0"_s.arg(text));
    return std::optional(isEarlier ? Minutes(0) - reading.readings[0] : reading.readings[0]);
}

std::function<std::optional<Minutes>(const WorkDayKey &)>
unitCallIn(const std::vector<ShootingDay> &sheets)
{
    return [&sheets](const WorkDayKey &key) {
        const auto sheet = std::ranges::find_if(sheets, [&](const ShootingDay &day) {
            return day.date == key.date && day.unit == key.unit;
        });
        return sheet == sheets.end() ? std::nullopt : sheet->call;
    };
}

} // namespace film::app
