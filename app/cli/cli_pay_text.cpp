#include "app/cli/cli_pay_text.h"

#include "shared/domain/time_text.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

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
