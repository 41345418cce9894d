#include "shared/rules/pay_reasons.h"

namespace film::rules {

QStringView noFigureName(NoFigure why)
{
    switch (why) {
    case NoFigure::NoDeal: return u"no-deal";
    case NoFigure::NoRate: return u"no-rate";
    case NoFigure::NoPack: return u"no-pack";
    case NoFigure::PackDisabled: return u"pack-disabled";
    case NoFigure::PackNotYet: return u"pack-not-yet";
    case NoFigure::OtherCurrency: return u"other-currency";
    case NoFigure::BadTerms: return u"bad-terms";
    case NoFigure::BadSideLetter: return u"bad-side-letter";
    case NoFigure::Impossible: return u"impossible-times";
    case NoFigure::NotInForce: return u"deal-not-in-force";
    }
    Q_UNREACHABLE();
}

QStringView whyUnpricedName(WhyUnpriced why)
{
    switch (why) {
    case WhyUnpriced::NotEntered: return u"not-entered";
    case WhyUnpriced::NoWrap: return u"no-wrap";
    case WhyUnpriced::UnknownZone: return u"unknown-zone";
    case WhyUnpriced::Impossible: return u"impossible-times";
    case WhyUnpriced::NoRule: return u"no-rule";
    case WhyUnpriced::NoDeal: return u"no-deal";
    case WhyUnpriced::NoPack: return u"no-pack";
    case WhyUnpriced::AllowanceInOtherMoney: return u"allowance-in-other-currency";
    case WhyUnpriced::PartOfDayBefore: return u"part-of-day-before";
    }
    Q_UNREACHABLE();
}

QStringView noticeName(Notice notice)
{
    switch (notice) {
    case Notice::NoPreviousWrap: return u"no-previous-wrap";
    case Notice::PenaltiesUnresolved: return u"penalties-unresolved";
    case Notice::LowConfidence: return u"low-confidence";
    case Notice::PackExpired: return u"pack-expired";
    case Notice::NotApproved: return u"not-approved";
    case Notice::CompRest: return u"compensatory-rest";
    case Notice::NightBanked: return u"night-banked";
    case Notice::EighthDay: return u"eighth-day";
    case Notice::EighthNext: return u"eighth-day-next";
    case Notice::WeekGuaranteeOpen: return u"week-guarantee-not-counted";
    case Notice::JoinedNextDate: return u"goes-on-into-next-date";
    }
    Q_UNREACHABLE();
}

} // namespace film::rules
