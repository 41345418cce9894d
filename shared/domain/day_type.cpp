#include "shared/domain/day_type.h"

#include <array>

namespace film {

using namespace Qt::StringLiterals;

namespace {

struct TypeRow {
    DayType type;
    QStringView word; // read on every form but the crew list
    QStringView callSheet;
    QStringView exhibitG;
    QStringView timecard;
};

// Call sheet: the day-out-of-days legend. Exhibit G: the form's own legend of statuses, which
// knows performers only, so it has no idle, holiday or sick day.
constexpr std::array<TypeRow, 10> rows{{
    {DayType::Work, u"work", u"W", u"W", u"W"},
    {DayType::Travel, u"travel", u"T", u"TR", u"TR"},
    {DayType::Hold, u"hold", u"H", u"H", u"H"},
    {DayType::Idle, u"idle", u"I", u"", u"I"},
    {DayType::Rehearsal, u"rehearsal", u"R", u"R", u"R"},
    {DayType::Fitting, u"fitting", u"FT", u"FT", u"FT"},
    {DayType::Holiday, u"holiday", u"HOL", u"", u"HOL"},
    {DayType::Sick, u"sick", u"SICK", u"", u"SICK"},
    {DayType::NoWork, u"no work", u"NW", u"", u"NW"},
    {DayType::Off, u"off", u"OFF", u"", u"OFF"},
}};

QStringView codeOn(const TypeRow &row, Form form)
{
    switch (form) {
    case Form::CallSheet: return row.callSheet;
    case Form::ExhibitG: return row.exhibitG;
    case Form::Timecard: return row.timecard;
    case Form::CrewList: return {};
    }
    Q_UNREACHABLE();
}

// Start, finish and their combinations say which work day it is, not another kind of day.
bool meansFirstOrLastWorkDay(QStringView code, Form form)
{
    static constexpr std::array<QStringView, 3> combined{u"SW", u"WF", u"SWF"};
    for (const QStringView known : combined) {
        if (code.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    if (form != Form::ExhibitG)
        return false;
    return code.compare(u"S"_s, Qt::CaseInsensitive) == 0
        || code.compare(u"F"_s, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<DayType> dayTypeFromNumber(qint64 number)
{
    for (const TypeRow &row : rows) {
        if (static_cast<qint64>(row.type) == number)
            return row.type;
    }
    return std::nullopt;
}

std::optional<DayType> dayTypeFromCode(QStringView code, Form form)
{
    const QStringView trimmed = code.trimmed();
    if (trimmed.isEmpty() || form == Form::CrewList)
        return std::nullopt;
    for (const TypeRow &row : rows) {
        if (trimmed.compare(codeOn(row, form), Qt::CaseInsensitive) == 0
            || trimmed.compare(row.word, Qt::CaseInsensitive) == 0)
            return row.type;
    }
    if (meansFirstOrLastWorkDay(trimmed, form))
        return DayType::Work;
    return std::nullopt;
}

QString dayTypeCode(DayType type, Form form)
{
    for (const TypeRow &row : rows) {
        if (row.type == type)
            return codeOn(row, form).toString();
    }
    Q_UNREACHABLE();
}

QString dayTypeWord(DayType type)
{
    for (const TypeRow &row : rows) {
        if (row.type == type)
            return row.word.toString();
    }
    Q_UNREACHABLE();
}

bool hasTimes(DayType type)
{
    switch (type) {
    case DayType::Work:
    case DayType::Travel:
    case DayType::Rehearsal:
    case DayType::Fitting: return true;
    case DayType::Hold:
    case DayType::Idle:
    case DayType::Holiday:
    case DayType::Sick:
    case DayType::NoWork:
    case DayType::Off: return false;
    }
    Q_UNREACHABLE();
}

} // namespace film
