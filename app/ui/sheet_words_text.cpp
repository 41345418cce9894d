#include "app/ui/sheet_words_text.h"

using namespace Qt::StringLiterals;

namespace film::app {

QString SheetWordsText::columnTitle(int column) const
{
    switch (column) {
    case CallsModel::Name: return tr("Name");
    case CallsModel::Position: return tr("Position");
    case CallsModel::Call: return tr("Call");
    case CallsModel::Offset: return tr("From the unit’s call");
    default: return {};
    }
}

QString SheetWordsText::time(Minutes time) const
{
    return m_words.time(TimeField(WallTime{time}));
}

QString SheetWordsText::offset(Minutes afterUnit) const
{
    if (afterUnit == Minutes(0))
        return {};
    const Minutes length = afterUnit < Minutes(0) ? -afterUnit : afterUnit;
    const QString text = lengthText(length, m_words.notation());
    return afterUnit < Minutes(0) ? tr("%1 before").arg(text) : tr("%1 after").arg(text);
}

QString SheetWordsText::sentence(const QString &name, std::optional<Minutes> call, bool isOwn) const
{
    if (!call)
        return tr("%1, not called").arg(name);
    return isOwn ? tr("%1, own call %2").arg(name, time(*call))
                 : tr("%1, called with the others at %2").arg(name, time(*call));
}

QString SheetWordsText::title(const SheetDay &day) const
{
    const QString when = date(day.key.date);
    return day.unit.isEmpty() ? when : tr("%1, %2", "a date, a unit").arg(when, day.unit);
}

QString SheetWordsText::detail(const SheetDay &day) const
{
    if (!day.sheet)
        return tr("No call sheet");
    const ShootingDay &sheet = *day.sheet;
    if (!hasTimes(sheet.type))
        return dayType(sheet.type);
    const QString call = sheet.call ? tr("call %1").arg(time(*sheet.call)) : tr("no call yet");
    return sheet.dayNumber > 0 ? tr("Day %1 · %2").arg(sheet.dayNumber).arg(call) : call;
}

QString SheetWordsText::state(SheetState state) const
{
    switch (state) {
    case SheetState::None: return {};
    case SheetState::Draft: return tr("Draft");
    case SheetState::Published: return tr("Published");
    case SheetState::ChangedDraft: return tr("Changed");
    }
    Q_UNREACHABLE();
}

QString SheetWordsText::fieldTitle(SheetField field)
{
    switch (field) {
    case SheetField::DayNumber: return tr("&Day number");
    case SheetField::Type: return tr("T&ype of day");
    case SheetField::Location: return tr("&Location");
    case SheetField::Scenes: return tr("&Scenes");
    case SheetField::Call: return tr("&Call");
    case SheetField::MealOut: return tr("&Meal out");
    case SheetField::MealIn: return tr("Meal &in");
    case SheetField::Wrap: return tr("&Wrap");
    }
    Q_UNREACHABLE();
}

QString SheetWordsText::problem(const SheetReading &reading, const QString &text) const
{
    if (reading.readings.size() == 2)
        return tr("“%1” can be %2 or %3. Type one of them. Nothing was changed.")
            .arg(text, m_words.time(reading.readings[0]), m_words.time(reading.readings[1]));
    if (reading.isNoNumber)
        return tr("“%1” is no day number. Nothing was changed.").arg(text);
    if (reading.isTooLong)
        return tr("That is too long. Nothing was changed.");
    if (reading.error == TimeTextError::NoCall)
        return tr("Enter the unit’s call first; “%1” is counted from it.").arg(text);
    if (reading.error)
        return tr("I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was "
                  "changed.")
            .arg(text);
    return {};
}

QString SheetWordsText::wrongOrder(SheetField field)
{
    switch (field) {
    case SheetField::MealOut: return tr("The meal begins before the call.");
    case SheetField::MealIn: return tr("The meal ends before it begins.");
    default: return tr("The wrap is before the times that come before it.");
    }
}

} // namespace film::app
