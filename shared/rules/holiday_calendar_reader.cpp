#include "shared/rules/holiday_calendar_reader.h"

#include "shared/rules/json_fields.h"
#include "shared/rules/json_file.h"
#include "shared/rules/rule_files.h"

#include <array>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, Observance>, 4> observanceNames{
    {{u"same_day", Observance::SameDay},
     {u"day_before", Observance::DayBefore},
     {u"day_after", Observance::DayAfter},
     {u"next_free_weekday", Observance::NextFreeWeekday}}};
constexpr std::array<std::pair<QStringView, int>, 7> weekdays{
    {{u"mon", 1}, {u"tue", 2}, {u"wed", 3}, {u"thu", 4}, {u"fri", 5}, {u"sat", 6}, {u"sun", 7}}};

void readFixed(JsonFields &row, HolidayDay &day)
{
    day.form = HolidayForm::Fixed;
    // A leap year, so that 29 February may be a holiday.
    const QString written = row.raw(u"fixed").toString();
    const QDate date =
        written.size() == 5 ? QDate::fromString(u"2028-"_s + written, Qt::ISODate) : QDate();
    if (!date.isValid())
        row.refuse(u"fixed", u"must be a month and a day, such as \"12-25\""_s);
    day.month = date.month();
    day.day = date.day();
}

void readWeekday(JsonFields &fields, HolidayDay &day)
{
    day.form = HolidayForm::Weekday;
    for (const QStringView key : {u"nth", u"day", u"month"})
        fields.need(key);
    day.nth = int(fields.plainWhole(u"nth", -1, 4).value_or(1));
    if (day.nth == 0)
        fields.refuse(u"nth", u"must be 1 to 4, or -1 for the last"_s);
    day.day = fields.choice(u"day", ChoiceNames<int>(weekdays)).value_or(1);
    day.month = int(fields.plainWhole(u"month", 1, 12).value_or(1));
    day.days = int(fields.plainWhole(u"plus_days", 1, 7).value_or(0));
}

HolidayDay dayIn(JsonFields &row)
{
    HolidayDay day;
    row.need(u"name");
    day.name = row.text(u"name");
    int forms = 0;
    for (const QStringView form : {u"fixed", u"weekday", u"easter", u"date"})
        forms += row.has(form) ? 1 : 0;
    if (forms != 1)
        row.refuse(u"name", u"needs one of fixed, weekday, easter and date"_s);
    if (row.has(u"fixed"))
        readFixed(row, day);
    row.block(u"weekday", [&day](JsonFields &fields) { readWeekday(fields, day); });
    if (const auto days = row.plainWhole(u"easter", -60, 70)) {
        day.form = HolidayForm::Easter;
        day.days = int(*days);
    }
    if (row.has(u"date")) {
        day.form = HolidayForm::OneOff;
        day.date = row.date(u"date");
    }
    if (row.has(u"from_time"))
        day.fromMinute = int(row.neededNumber(u"from_time", numbers::timeOfDay).value.numerator());
    day.from = row.date(u"from");
    day.to = row.date(u"to");
    if (day.from.isValid() && day.to.isValid() && day.to < day.from)
        row.refuse(u"to", u"is before from"_s);
    return day;
}

HolidayCalendar calendarIn(JsonFields &fields)
{
    for (const QStringView key : {u"schema", u"name", u"title", u"sources", u"observed", u"days"})
        fields.need(key);
    if (fields.text(u"schema") != u"filmtracker.holidays/1")
        fields.notes().refuseUnlessRefused(u"schema"_s, u"must be \"filmtracker.holidays/1\""_s);
    const QString name = fields.text(u"name");
    const QString title = fields.text(u"title");
    fields.notes().sources = fields.texts(u"sources");
    (void)fields.raw(u"note");
    Observance saturday = Observance::SameDay;
    Observance sunday = Observance::SameDay;
    fields.block(u"observed", [&](JsonFields &observed) {
        observed.need(u"saturday");
        observed.need(u"sunday");
        saturday = observed.choice(u"saturday", ChoiceNames<Observance>(observanceNames))
                       .value_or(saturday);
        sunday =
            observed.choice(u"sunday", ChoiceNames<Observance>(observanceNames)).value_or(sunday);
    });
    std::vector<HolidayDay> days;
    fields.blocks(u"days", [&days](JsonFields &row) { days.push_back(dayIn(row)); });
    return {name, title, std::move(days), saturday, sunday};
}

} // namespace

HolidayReading readHolidayCalendar(const QByteArray &json)
{
    PackNotes notes;
    const auto object = jsonObjectIn(json, notes);
    if (!object)
        return {std::nullopt, notes.takeProblems()};
    notes.provenances.emplace_back();
    JsonFields fields(notes, *object, QString(), 0);
    HolidayCalendar calendar = calendarIn(fields);
    fields.finish();
    if (!notes.problems().empty())
        return {std::nullopt, notes.takeProblems()};
    return {std::move(calendar), {}};
}

QStringList holidayCalendarNames()
{
    return ruleFileNames(RuleFolder::Calendars);
}

std::optional<HolidayCalendar> holidayCalendar(QStringView name)
{
    return readHolidayCalendar(ruleFile(RuleFolder::Calendars, name)).calendar;
}

} // namespace film::rules
