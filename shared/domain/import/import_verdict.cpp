#include "shared/domain/import/import_verdict.h"

#include <algorithm>

namespace film {

using namespace Qt::StringLiterals;

bool allReady(const ImportVerdicts &verdicts)
{
    return std::ranges::all_of(
        verdicts, [](const ImportVerdict &verdict) { return verdict.kind == ImportKind::Ready; });
}

QString importKindName(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Ready: return u"ready"_s;
    case ImportKind::MissingColumn: return u"missing-column"_s;
    case ImportKind::MissingName: return u"missing-name"_s;
    case ImportKind::MissingDepartment: return u"missing-department"_s;
    case ImportKind::MissingDate: return u"missing-date"_s;
    case ImportKind::MissingCall: return u"missing-call"_s;
    case ImportKind::UnknownPerson: return u"unknown-person"_s;
    case ImportKind::UnknownDepartment: return u"unknown-department"_s;
    case ImportKind::UnknownUnit: return u"unknown-unit"_s;
    case ImportKind::UnknownZone: return u"unknown-zone"_s;
    case ImportKind::UnknownCurrency: return u"unknown-currency"_s;
    case ImportKind::UnknownDayType: return u"unknown-day-type"_s;
    case ImportKind::UnknownWeekday: return u"unknown-weekday"_s;
    case ImportKind::AmbiguousPerson: return u"ambiguous-person"_s;
    case ImportKind::AmbiguousRate: return u"ambiguous-rate"_s;
    case ImportKind::AmbiguousDate: return u"ambiguous-date"_s;
    case ImportKind::AmbiguousTime: return u"ambiguous-time"_s;
    case ImportKind::BadRate: return u"bad-rate"_s;
    case ImportKind::BadGuarantee: return u"bad-guarantee"_s;
    case ImportKind::BadDate: return u"bad-date"_s;
    case ImportKind::BadTime: return u"bad-time"_s;
    case ImportKind::BadDayNumber: return u"bad-day-number"_s;
    case ImportKind::BadLine: return u"bad-line"_s;
    case ImportKind::Duplicate: return u"duplicate"_s;
    case ImportKind::TooLong: return u"too-long"_s;
    }
    Q_UNREACHABLE();
}

} // namespace film
