#include "app/ui/crew_words_text.h"

#include "app/models/crew_findings.h"
#include "app/models/date_text.h"
#include "app/ui/pay_words.h"
#include "app/ui/week_words.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QChar enDash = u'–';

// The two times of a night in which the clocks go back look the same.
bool isSameButForFolds(const std::vector<DayTimes> &choices)
{
    if (choices.size() != 2 || choices[0] == choices[1])
        return false;
    return printDayLine(choices[0]) == printDayLine(choices[1]);
}

} // namespace

QString CrewWordsText::time(const TimeField &time) const
{
    return time.isKnown() ? timeText(time, m_notation) : QString(enDash);
}

QString CrewWordsText::hours(Minutes length) const
{
    return hoursText(length, m_notation);
}

QString CrewWordsText::noTimes() const
{
    return tr("No times");
}

QString CrewWordsText::needsUpdate() const
{
    return tr("needs an update");
}

QString CrewWordsText::notCalled() const
{
    return tr("Not called");
}

QString CrewWordsText::plannedCall(Minutes call) const
{
    return tr("call %1").arg(timeText(call, m_notation));
}

QString CrewWordsText::rest(Minutes length) const
{
    return tr("%1 h").arg(hours(length));
}

QString CrewWordsText::range(const TimeField &from, const TimeField &to) const
{
    const QString end = to.isKnown() ? timeText(to, m_notation) : QString();
    return time(from) + enDash + end;
}

QString CrewWordsText::dayType(DayType type) const
{
    switch (type) {
    case DayType::Work: return tr("Work");
    case DayType::Travel: return tr("Travel");
    case DayType::Hold: return tr("Hold");
    case DayType::Idle: return tr("Idle");
    case DayType::Rehearsal: return tr("Rehearsal");
    case DayType::Fitting: return tr("Fitting");
    case DayType::Holiday: return tr("Holiday");
    case DayType::Sick: return tr("Sick");
    case DayType::NoWork: return tr("No work");
    case DayType::Off: return tr("Off");
    }
    return {};
}

QString CrewWordsText::daysIn(int in, int expected) const
{
    return tr("%1 of %2").arg(in).arg(expected);
}

QString CrewWordsText::peopleCalled(int count) const
{
    return tr("%n called", nullptr, count);
}

QString CrewWordsText::dateHeader(const CrewDate &date) const
{
    if (!date.date.isValid())
        return {};
    const QString day = QString(QLocale().toString(date.date, u"ddd "_s) % dayOfMonth(date.date));
    if (date.sheets.empty())
        return day + u'\n' + tr("Off");
    const ShootingDay &sheet = date.sheets.front();
    if (!hasTimes(sheet.type))
        return day + u'\n' + dayType(sheet.type);
    const QString call = sheet.call ? timeText(*sheet.call, m_notation) : QString(enDash);
    const QString plan = sheet.dayNumber > 0 ? tr("Day %1 · call %2").arg(sheet.dayNumber).arg(call)
                                             : tr("call %1").arg(call);
    return day + u'\n' + plan;
}

QString CrewWordsText::nameHeader() const
{
    return tr("Name and role");
}

QString CrewWordsText::hoursHeader() const
{
    return tr("Hours");
}

QString CrewWordsText::money(const Money &amount) const
{
    return PayWords::moneyText(amount);
}

QString CrewWordsText::openPenalties(const rules::OpenPenalties &open) const
{
    return PayWords::openPenaltiesText(open);
}

QString CrewWordsText::noRule() const
{
    return tr("No rule");
}

QString CrewWordsText::timeAndHalfHeader() const
{
    return tr("1.5×");
}

QString CrewWordsText::doubleTimeHeader() const
{
    return tr("2.0×");
}

QString CrewWordsText::flagsHeader() const
{
    return tr("Flags");
}

QString CrewWordsText::cellSentence(const CrewPerson &person, const CrewCell &cell) const
{
    const WorkDay &day = cell.day;
    QStringList parts{person.name,
                      QLocale().toString(day.key.date, u"dddd "_s) % dayOfMonth(day.key.date)};
    if (!hasTimes(day.type))
        parts += dayType(day.type);
    else if (day.call.isKnown() && day.wrap.isKnown())
        parts += tr("%1 to %2").arg(time(day.call), time(day.wrap));
    else if (day.call.isKnown())
        parts += tr("from %1, no wrap yet").arg(time(day.call));
    else if (cell.isCalled && cell.plannedCall)
        parts += tr("no times, called at %1").arg(timeText(*cell.plannedCall, m_notation));
    else
        parts += tr("no times");
    for (const WorkDay &other : cell.others)
        parts += tr("for another unit %1").arg(range(other.call, other.wrap));
    if (const auto worked = cell.worked())
        parts += tr("%1 hours").arg(hours(*worked));
    for (const DayFinding &found : cell.findings) {
        if (found.kind != FindingKind::MissingTimes)
            parts += finding(found, cell);
    }
    if (cell.hasConflict)
        parts += tr("two versions");
    if (cell.needsNewerApp)
        parts += needsUpdate();
    else if (cell.isLocked)
        parts += tr("locked");
    if (cell.isPending)
        parts += tr("saved on this computer, waiting to be sent");
    if (cell.otherHand)
        parts += tr("changed by %1 at %2")
                     .arg(cell.otherHand->name,
                          QDateTime::fromMSecsSinceEpoch(msSinceEpoch(cell.otherHand->at), m_zone)
                              .toString(u"HH:mm"_s));
    return parts.join(u", "_s);
}

QString CrewWordsText::exceptionKind(ExceptionKind kind) const
{
    switch (kind) {
    case ExceptionKind::TwoVersions: return tr("Two versions");
    case ExceptionKind::Missing: return tr("Missing");
    case ExceptionKind::Rest: return tr("Short rest");
    case ExceptionKind::Meal: return tr("Meal");
    case ExceptionKind::Other: return tr("Check");
    }
    return {};
}

QString CrewWordsText::twoVersions() const
{
    return tr("Entered in two places; both are kept");
}

QString CrewWordsText::finding(const DayFinding &finding, const CrewCell &cell) const
{
    const QString at = timeText(finding.at, m_notation);
    switch (finding.kind) {
    case FindingKind::WrongOrder: return orderText(finding);
    case FindingKind::MealLate:
        return tr("Meal %1 started %2 h late, was due %3")
            .arg(QString::number(finding.meal + 1), hours(finding.amount), at);
    case FindingKind::MealMissing:
        return tr("Meal %1 not recorded, was due %2").arg(finding.meal + 1).arg(at);
    case FindingKind::ShortRest:
        return tr("Rest %1 of %2 h (wrap %3, call %4)")
            .arg(hours(finding.amount), hours(finding.rest), at,
                 timeText(finding.nextCall - wholeDay, m_notation));
    case FindingKind::LongDay: return tr("%1 hours on set").arg(hours(finding.amount));
    case FindingKind::MissingWrap: return tr("No wrap, began at %1").arg(time(cell.day.call));
    case FindingKind::MissingTimes:
        return cell.plannedCall
            ? tr("No times, called at %1").arg(timeText(*cell.plannedCall, m_notation))
            : tr("No times");
    case FindingKind::MealOnTime:
    case FindingKind::MealNotDue:
    case FindingKind::MealDue:
    case FindingKind::WrapBy: break; // no flags, so the grid has none of them
    }
    return {};
}

QString CrewWordsText::orderText(const DayFinding &wrongOrder) const
{
    return tr("%1 (%2) is before %3 (%4)")
        .arg(fieldName(wrongOrder.later), timeText(wrongOrder.amount, m_notation),
             fieldName(wrongOrder.earlier), timeText(wrongOrder.at, m_notation));
}

QString CrewWordsText::refusalText(const DayFinding &wrongOrder) const
{
    return tr("%1. Check the two times.").arg(orderText(wrongOrder));
}

QString CrewWordsText::fix(ExceptionFix fix, const DayFinding *finding, QDate date) const
{
    switch (fix) {
    case ExceptionFix::CompareVersions: return tr("Compare and choose…");
    case ExceptionFix::FillFromCallSheet: return tr("Fill from the call sheet");
    case ExceptionFix::EditDay:
        return finding && finding->kind == FindingKind::MealMissing
            ? tr("Add meal %1").arg(finding->meal + 1)
            : tr("Edit the times");
    case ExceptionFix::MoveCall:
        return tr("Move %1’s call to %2")
            .arg(QLocale().toString(date, u"dddd"_s),
                 timeText(callAfterRest(*finding), m_notation));
    case ExceptionFix::ShowDay: return tr("Show the day");
    }
    return {};
}

QString CrewWordsText::shortDate(QDate date) const
{
    return film::app::shortDate(date);
}

QString CrewWordsText::fieldName(DayFieldRef field) const
{
    const QString meal = QString::number(field.meal + 1);
    switch (field.field) {
    case DayField::Type: return tr("day type");
    case DayField::Call: return tr("call");
    case DayField::NdbOut: return tr("breakfast out");
    case DayField::NdbIn: return tr("breakfast in");
    case DayField::MealOut: return tr("meal %1 out").arg(meal);
    case DayField::MealIn: return tr("meal %1 in").arg(meal);
    case DayField::Wrap: return tr("wrap");
    case DayField::TravelTo: return tr("travel");
    case DayField::TravelFrom: return tr("travel back");
    case DayField::Choices: return tr("agreed");
    case DayField::Note: return tr("note");
    case DayField::Allowances: return tr("allowances");
    case DayField::Account: return tr("account");
    }
    return {};
}

QString CrewWordsText::partName(DayPart part) const
{
    switch (part) {
    case DayPart::Type: return tr("Day type");
    case DayPart::Call: return tr("Call");
    case DayPart::Breakfast: return tr("Breakfast");
    case DayPart::Meals: return tr("Meals");
    case DayPart::Wrap: return tr("Wrap");
    case DayPart::Travel: return tr("Travel");
    case DayPart::Choices: return tr("Agreed");
    case DayPart::Location: return tr("Location");
    case DayPart::Account: return tr("Account");
    case DayPart::Allowances: return tr("Allowances");
    case DayPart::Notes: return tr("Note");
    case DayPart::State: return tr("State");
    }
    return {};
}

QString CrewWordsText::mealRange(const Meal &meal) const
{
    if (meal.out.isNone() && meal.in.isNone())
        return tr("no meal");
    return range(meal.out, meal.in);
}

QString CrewWordsText::travel(const WorkDay &day) const
{
    if (!day.travelTo && !day.travelFrom)
        return QString(enDash);
    if (!day.travelFrom)
        return hours(*day.travelTo);
    return tr("%1 there, %2 back")
        .arg(hours(day.travelTo.value_or(Minutes(0))), hours(*day.travelFrom));
}

QString CrewWordsText::partValue(const WorkDay &day, DayPart part) const
{
    const auto orNone = [](const QString &text) { return text.isEmpty() ? tr("None") : text; };
    QStringList items;
    switch (part) {
    case DayPart::Type: return dayType(day.type);
    case DayPart::Call: return time(day.call);
    case DayPart::Breakfast:
        return day.ndbOut.isUnknown() ? QString(enDash) : range(day.ndbOut, day.ndbIn);
    case DayPart::Meals:
        for (const Meal &meal : day.meals)
            items += mealRange(meal);
        return items.isEmpty() ? QString(enDash) : items.join(u", "_s);
    case DayPart::Wrap: return time(day.wrap);
    case DayPart::Travel: return travel(day);
    case DayPart::Choices: return orNone(WeekWords::choicesText(day.choices));
    case DayPart::Location: return orNone(day.location);
    case DayPart::Account:
        return orNone(QStringList{day.account, day.episode}.join(u' ').trimmed());
    case DayPart::Allowances:
        for (const Allowance &allowance : day.allowances)
            items += PayWords::allowanceText(allowance);
        return orNone(items.join(u", "_s));
    case DayPart::Notes: return orNone(day.notes);
    case DayPart::State:
        switch (day.state) {
        case DayState::Empty: return tr("Empty");
        case DayState::Confirmed: return tr("Confirmed");
        case DayState::Submitted: return tr("Submitted");
        case DayState::Approved: return tr("Approved");
        case DayState::Locked: return tr("Locked");
        case DayState::Exported: return tr("Exported");
        case DayState::Adjusted: return tr("Adjusted");
        }
    }
    return {};
}

QString CrewWordsText::partChange(const WorkDay &before, const WorkDay &after, DayPart part) const
{
    return tr("%1 %2 → %3").arg(partName(part), partValue(before, part), partValue(after, part));
}

QString CrewWordsText::changeState(ChangeState state) const
{
    switch (state) {
    case ChangeState::NeedsAttention: return tr("Needs you");
    case ChangeState::Saved: return tr("Saved here");
    case ChangeState::Sent: return tr("Sent, not confirmed yet");
    case ChangeState::Confirmed: return tr("Confirmed");
    }
    return {};
}

QString CrewWordsText::moment(Instant at) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(at), m_zone);
    return film::app::shortDate(local.date()) % local.toString(u" HH:mm"_s);
}

QString CrewWordsText::times(const DayTimes &times) const
{
    if (!hasTimes(times.type))
        return dayType(times.type);
    QStringList parts;
    if (times.call.isKnown())
        parts += tr("call %1").arg(time(times.call));
    for (const Meal &meal : times.meals)
        parts += mealRange(meal);
    if (times.wrap.isKnown())
        parts += tr("wrap %1").arg(time(times.wrap));
    if (times.choices)
        parts += WeekWords::choicesText(times.choices);
    if (const auto worked = workedMinutes(withTimes(WorkDay(), times)))
        parts += tr("%1 h").arg(hours(*worked));
    return parts.join(u", "_s);
}

QString CrewWordsText::echo(const DayLineReading &reading, const QString &typed) const
{
    switch (reading.status) {
    case DayLineStatus::Empty: return tr("Like 0700 1300-1330 1930; cs takes the call sheet");
    case DayLineStatus::Understood: return reading.times ? times(*reading.times) : tr("Note only");
    case DayLineStatus::Unfinished:
        return reading.missing
            ? tr("%1. Still reading: %2?").arg(times(*reading.times), fieldName(*reading.missing))
            : times(*reading.times);
    case DayLineStatus::Unreadable: return tr("I could not read “%1”.").arg(reading.token);
    case DayLineStatus::Ambiguous:
        if (isSameButForFolds(reading.choices))
            return tr("%1: a time comes twice that night. Which one is it?")
                .arg(times(reading.choices[0]));
        return reading.choices.size() == 2
            ? tr("Two readings: %1, or %2?")
                  .arg(times(reading.choices[0]), times(reading.choices[1]))
            : tr("“%1” has two readings.").arg(typed);
    }
    return {};
}

// "Thu 20 Nov for 5 people in Electric", as far as it is one date and one department.
QString CrewWordsText::where(const CrewReport &report) const
{
    const QString when =
        report.date.isValid() ? shortDate(report.date) : tr("%n day(s)", nullptr, report.days);
    if (!report.person.isEmpty())
        return tr("%1 for %2", "a date, a person").arg(when, report.person);
    if (report.department.isEmpty())
        return tr("%1 for %n people", "a date", report.people).arg(when);
    return tr("%1 for %n people in %2", "a date, a department", report.people)
        .arg(when, report.department);
}

QString CrewWordsText::command(const CrewReport &report) const
{
    switch (report.kind) {
    case CrewReport::Kind::Filled: return tr("fill %1").arg(where(report));
    case CrewReport::Kind::CallSheet: return tr("call sheet times, %1").arg(where(report));
    case CrewReport::Kind::Cleared: return tr("clear %1").arg(where(report));
    case CrewReport::Kind::Pasted: return tr("paste %1").arg(where(report));
    case CrewReport::Kind::Restored: return tr("restore %1").arg(where(report));
    case CrewReport::Kind::CallMoved: return tr("move the call on %1").arg(where(report));
    case CrewReport::Kind::Reviewed: return tr("accept penalties, %1").arg(where(report));
    default: return tr("enter %1").arg(where(report));
    }
}

QString CrewWordsText::done(const CrewReport &report) const
{
    using Kind = CrewReport::Kind;
    switch (report.kind) {
    case Kind::Entered:
        return report.hours
            ? tr("%1 saved: %2 h. Ctrl+Z to undo.").arg(where(report), hours(*report.hours))
            : tr("Entered %1. Ctrl+Z to undo.").arg(where(report));
    case Kind::Filled: return tr("Filled %n.", nullptr, report.days);
    case Kind::CallSheet: return tr("Filled %n from the call sheet.", nullptr, report.days);
    case Kind::Cleared: return tr("Cleared %1. Ctrl+Z brings them back.").arg(where(report));
    case Kind::Pasted: return tr("Pasted %1. Ctrl+Z to undo.").arg(where(report));
    case Kind::Restored: return tr("Restored %1. Ctrl+Z to undo.").arg(where(report));
    case Kind::CallMoved:
        return tr("Moved the call on %1 to %2. Ctrl+Z to undo.")
            .arg(where(report), timeText(report.call.value_or(Minutes(0)), m_notation));
    case Kind::Reviewed:
        return tr("Penalties accepted: %1. They stay paid and in the history. Ctrl+Z to undo.")
            .arg(where(report));
    case Kind::Undone: return tr("Undone: %1.").arg(where(report));
    case Kind::Redone: return tr("Done again: %1.").arg(where(report));
    case Kind::NothingToDo: return tr("Nothing was changed.");
    case Kind::NotUnderstood:
        return tr("I could not read “%1”. A time looks like 0700, 7.0 or 7:00. "
                  "Nothing was changed.")
            .arg(report.token);
    case Kind::TwoReadings:
        return tr("“%1” has two readings. Type it with a colon or without a point. "
                  "Nothing was changed.")
            .arg(report.token);
    case Kind::WrongOrder:
    case Kind::ClockChange: return tr("Nothing was changed.");
    case Kind::NotSaved: break; // from ErrorText, see report()
    }
    return {};
}

QString CrewWordsText::skipped(const CrewReport &report) const
{
    // English has its own sentence for one, because it is shown without a translation file.
    QStringList sentences;
    const QString name = report.lockedPeople.value(0);
    if (report.locked == 1)
        sentences += name.isEmpty() ? tr("Skipped 1 locked day.")
                                    : tr("Skipped 1 locked day (%1).").arg(name);
    else if (report.locked > 1)
        sentences += report.lockedPeople.size() == 1
            ? tr("Skipped %n locked days (%1).", nullptr, report.locked).arg(name)
            : tr("Skipped %n locked days.", nullptr, report.locked);
    if (report.withoutSheet == 1)
        sentences += tr("Left 1 day that no call sheet is for.");
    else if (report.withoutSheet > 1)
        sentences += tr("Left %n days that no call sheet is for.", nullptr, report.withoutSheet);
    if (report.changedMeanwhile == 1)
        sentences += tr("Left 1 day that changed since.");
    else if (report.changedMeanwhile > 1)
        sentences += tr("Left %n days that changed since.", nullptr, report.changedMeanwhile);
    if (!report.open.empty())
        sentences += leftOut(report);
    if (report.wrongOrder)
        sentences += tr("Not written for %1: %2", "people, which times")
                         .arg(QLocale().createSeparatedList(report.wrongOrderPeople),
                              refusalText(*report.wrongOrder));
    return sentences.join(u' ');
}

QString CrewWordsText::leftOut(const CrewReport &report) const
{
    const ClockQuestion &first = report.open.front();
    const QString at = timeText(first.asked, m_notation);
    const QString day = shortDate(first.key.date);
    const QString names = QLocale().createSeparatedList(report.openPeople);
    return first.isSkipped
        ? tr("Not written for %1: on %2 the clocks skip %3. Type another time in the cell.")
              .arg(names, day, at)
        : tr("Not written for %1: on %2 the clocks go back and %3 comes twice. Type it in the "
             "cell and choose.")
              .arg(names, day, at);
}

QString CrewWordsText::report(const CrewReport &report) const
{
    return QString(done(report) + u' ' + skipped(report)).trimmed();
}

} // namespace film::app
