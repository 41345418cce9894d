#include "app/ui/week_words.h"

#include "app/models/date_text.h"
#include "app/ui/error_text.h"
#include "app/ui/pay_words.h"
#include "shared/domain/time_fields.h"
#include "shared/domain/zone_time.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

// A name that stands alone, now in the middle of a sentence. German writes it the same.
QString withinSentence(const QString &name)
{
    return QLocale().language() == QLocale::German ? name : name.toLower();
}

// A time of the next day as its own clock shows it.
QString nextDayTime(Minutes time, Notation notation)
{
    return timeText(time >= wholeDay ? time - wholeDay : time, notation);
}

} // namespace

QString WeekWords::dayName(QDate date)
{
    return shortDate(date);
}

QString WeekWords::weekday(QDate date)
{
    return QLocale().toString(date, u"dddd"_s);
}

QString WeekWords::weekTitle(const PayWeek &week, int number)
{
    const QDate last = week.last();
    const bool isOneMonth = week.first.month() == last.month();
    const QString from = isOneMonth ? dayOfMonth(week.first) : dayAndMonth(week.first);
    return tr("Week %1 · %2–%3")
        .arg(number)
        .arg(from, QString(dayAndMonth(last) % u' ' % QString::number(last.year())));
}

QString WeekWords::dayTypeName(DayType type)
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
    case DayType::Off: return tr("Day off");
    }
    Q_UNREACHABLE();
}

QString WeekWords::fieldName(DayFieldRef field)
{
    const int meal = int(field.meal) + 1;
    switch (field.field) {
    case DayField::Type: return tr("Day type");
    case DayField::Call: return tr("Call");
    case DayField::NdbOut: return tr("Breakfast out");
    case DayField::NdbIn: return tr("Breakfast in");
    case DayField::MealOut: return tr("Meal %1 out").arg(meal);
    case DayField::MealIn: return tr("Meal %1 in").arg(meal);
    case DayField::Wrap: return tr("Wrap");
    case DayField::TravelTo: return tr("Travel");
    case DayField::TravelFrom: return tr("Travel back");
    case DayField::Choices: return tr("Agreed");
    case DayField::Note: return tr("Note");
    case DayField::Allowances: return tr("Allowances");
    case DayField::Account: return tr("Account");
    }
    Q_UNREACHABLE();
}

QString WeekWords::paidByText(const WorkDay &day)
{
    const QString who = QStringList{day.account, day.episode}.join(u' ').trimmed();
    return who.isEmpty() ? tr("No account") : tr("Account %1").arg(who);
}

QString WeekWords::choiceName(DayChoice choice)
{
    switch (choice) {
    case DayChoice::Grace: return tr("Meal grace");
    case DayChoice::WrapExtension: return tr("Wrap extension");
    case DayChoice::FrenchHours: return tr("French hours");
    case DayChoice::CompensatoryRest: return tr("Compensatory rest");
    case DayChoice::SemiContinuous: return tr("Semi-continuous day");
    case DayChoice::Continuous: return tr("Continuous day");
    case DayChoice::CameraOvertime: return tr("Camera overtime");
    case DayChoice::WithoutApproval: return tr("Not approved");
    case DayChoice::MissedBreak: return tr("Rest break missed");
    case DayChoice::ShortRest: return tr("Short rest allowed");
    }
    Q_UNREACHABLE();
}

QString WeekWords::choiceHelp(DayChoice choice)
{
    switch (choice) {
    case DayChoice::Grace: return tr("A meal that began within the grace period is not late");
    case DayChoice::WrapExtension: return tr("No meal was due because the wrap came soon after");
    case DayChoice::FrenchHours: return tr("The crew agreed to work through and eat as they go");
    case DayChoice::CompensatoryRest: return tr("Rest later instead of money for a short night");
    case DayChoice::SemiContinuous: return tr("Half an hour of lunch");
    case DayChoice::Continuous: return tr("Eating while working");
    case DayChoice::CameraOvertime: return tr("The overtime was shooting time");
    case DayChoice::WithoutApproval: return tr("Nobody approved this day beforehand");
    case DayChoice::MissedBreak: return tr("A paid break for rest was not given");
    case DayChoice::ShortRest:
        return tr("The agreement allows a shorter rest before such a day, now and then");
    }
    Q_UNREACHABLE();
}

QString WeekWords::choicesText(DayChoices choices)
{
    QStringList names;
    for (const DayChoice choice : dayChoices) {
        if (choices.testFlag(choice))
            names += choiceName(choice);
    }
    return names.join(u", "_s);
}

QString WeekWords::columnTitle(int column)
{
    switch (column) {
    case WeekModel::Day: return tr("Day");
    case WeekModel::Meal1Out: return tr("Meal 1\nout");
    case WeekModel::Meal1In: return tr("Meal 1\nin");
    case WeekModel::Meal2Out: return tr("Meal 2\nout");
    case WeekModel::Meal2In: return tr("Meal 2\nin");
    case WeekModel::Hours: return tr("Hours");
    case WeekModel::TimeAndHalf: return tr("1.5×");
    case WeekModel::DoubleTime: return tr("2.0×");
    case WeekModel::Checks: return tr("Checks");
    default: break;
    }
    const std::optional<DayFieldRef> field = WeekModel::fieldOf(column);
    return field ? fieldName(*field) : QString();
}

QString WeekWords::placeText(const WeekDay &day)
{
    if (!day.others.empty()) {
        WeekDay own = day;
        own.others.clear();
        const QString units = tr("%n unit(s)", nullptr, int(day.others.size()) + 1);
        const QString place = placeText(own);
        return place.isEmpty() ? units : QString(units + u" · "_s + place);
    }
    if (!day.plan)
        return day.day.location;
    const QString place = day.plan->location.isEmpty() ? day.day.location : day.plan->location;
    if (day.plan->dayNumber <= 0)
        return place;
    const QString number = tr("Day %1").arg(day.plan->dayNumber);
    return place.isEmpty() ? number : QString(number + u" · "_s + place);
}

QString WeekWords::restingText(const WeekRow &row)
{
    const WorkDay &day = row.day.day;
    if (row.day.isUnreadable)
        return {};
    if (!hasTimes(day.type))
        return dayTypeName(day.type);
    if (!day.isBlank() || row.isDraft)
        return {};
    if (!row.day.plan)
        return row.isCalledWeek ? tr("No call") : QString();
    return hasTimes(row.day.plan->times.type) ? QString() : dayTypeName(row.day.plan->times.type);
}

FindingLook WeekWords::lookOf(const WeekRow &row, Notation notation)
{
    const QDate date = row.day.day.key.date;
    if (row.day.isUnreadable)
        return {u"triangle-alert"_s, Token::Bad, tr("Could not be read")};
    if (row.day.needsNewerApp)
        return {u"triangle-alert"_s, Token::Warn, tr("Needs an update")};
    if (row.isDraft)
        return {u"pencil"_s, Token::AccentText, tr("Not saved yet")};
    if (row.day.hasTwoVersions)
        return {u"split"_s, Token::Warn, tr("Two versions")};
    for (const DayFinding &finding : row.findings)
        if (isFlag(finding.kind) && finding.kind != FindingKind::ShortRest)
            return findingLook(finding, date, notation);
    if (row.restBefore)
        return findingLook(*row.restBefore, date.addDays(-1), notation);
    for (const DayFinding &finding : row.findings)
        if (finding.kind == FindingKind::ShortRest || finding.kind == FindingKind::MealDue)
            return findingLook(finding, date, notation);
    if (row.day.day.call.isKnown() && row.day.day.wrap.isKnown())
        return {u"check"_s, Token::Ok, tr("No flags")};
    return {};
}

FindingLook WeekWords::findingLook(const DayFinding &finding, QDate date, Notation notation)
{
    const int meal = int(finding.meal) + 1;
    const QString at = timeText(finding.at, notation);
    const QString amount = hoursText(finding.amount, notation);
    switch (finding.kind) {
    case FindingKind::WrongOrder: return {u"triangle-alert"_s, Token::Warn, tr("Check the times")};
    case FindingKind::MealLate:
        return {u"utensils"_s, Token::Warn, tr("Meal %1 late by %2").arg(meal).arg(amount)};
    case FindingKind::MealMissing:
        return {u"utensils"_s, Token::Warn, tr("Meal %1 not recorded").arg(meal)};
    case FindingKind::ShortRest:
        return {u"moon"_s, Token::Warn,
                tr("Rest %1 of %2").arg(amount, hoursText(finding.rest, notation))};
    case FindingKind::LongDay:
        return {u"clock"_s, Token::Warn, tr("%1 on set").arg(lengthText(finding.amount, notation))};
    case FindingKind::MissingWrap: return {u"circle-dashed"_s, Token::Warn, tr("No wrap")};
    case FindingKind::MissingTimes: return {u"circle-dashed"_s, Token::Warn, tr("No times")};
    case FindingKind::MealDue:
        return {u"utensils"_s, Token::AccentText, tr("Meal %1 due %2").arg(meal).arg(at)};
    case FindingKind::WrapBy:
        return {u"moon"_s, Token::Text2,
                tr("Wrap %1 by %2").arg(QLocale().toString(date, u"ddd"_s), at)};
    case FindingKind::MealOnTime:
    case FindingKind::MealNotDue: return {u"check"_s, Token::Ok, confirmedText(finding, notation)};
    }
    Q_UNREACHABLE();
}

FindingNotice WeekWords::noticeOf(const DayFinding &finding, QDate date, Notation notation)
{
    const int meal = int(finding.meal) + 1;
    const QString at = timeText(finding.at, notation);
    const QString amount = lengthText(finding.amount, notation);
    const QString limit = lengthText(finding.rest, notation);
    const QString asItIs = tr("Your times are fine and can be saved as they are.");
    const QString tomorrow = weekday(date.addDays(1));
    switch (finding.kind) {
    case FindingKind::WrongOrder:
        if (finding.earlier.field == DayField::MealOut && finding.later.field == DayField::MealIn)
            return {u"triangle-alert"_s,
                    tr("Meal %1 ends (%2) before it starts (%3). Check the two times. Not saved "
                       "yet.")
                        .arg(int(finding.earlier.meal) + 1)
                        .arg(timeText(finding.amount, notation), at),
                    {}};
        return {u"triangle-alert"_s,
                tr("%1 (%2) is before %3 (%4). Check the two times. Not saved yet.")
                    .arg(fieldName(finding.later), timeText(finding.amount, notation),
                         fieldName(finding.earlier), at),
                {}};
    case FindingKind::MealLate:
        return {u"utensils"_s,
                tr("Meal %1 started %2 late. It was due at %3.").arg(meal).arg(amount, at),
                {tr("The time can be saved as it is.")}};
    case FindingKind::MealMissing:
        return {u"utensils"_s,
                tr("Meal %1 is not recorded. It was due at %2.").arg(meal).arg(at),
                {tr("Add it if there was one. The day can be saved as it is.")}};
    case FindingKind::ShortRest:
        return {u"moon"_s,
                tr("Short rest before %1: %2 of the usual %3").arg(tomorrow, amount, limit),
                {tr("Wrap %1 to %2’s call %3. A %2 call of %4 avoids it.")
                     .arg(at, tomorrow, nextDayTime(finding.nextCall, notation),
                          nextDayTime(finding.at + finding.rest, notation)),
                 asItIs}};
    case FindingKind::LongDay:
        return {u"clock"_s,
                tr("That makes %1 hours on set. Save it if that is right.")
                    .arg(hoursText(finding.amount, notation)),
                {}};
    default: break;
    }
    return {u"info"_s, findingLook(finding, date, notation).text, {}};
}

QString WeekWords::confirmedText(const DayFinding &finding, Notation notation)
{
    const QString limit = timeText(finding.at, notation);
    const int meal = int(finding.meal) + 1;
    if (finding.kind == FindingKind::MealOnTime)
        return tr("Meal %1 on time (limit %2)").arg(meal).arg(limit);
    if (finding.kind == FindingKind::MealNotDue)
        return tr("Meal %1 not due (limit %2)").arg(meal).arg(limit);
    return {};
}

QString WeekWords::unreadableRow(const WeekRow &row)
{
    if (!row.day.lastGoodAt)
        return tr("Could not be read.");
    const QTimeZone zone = zoneFor(row.day.day.zone);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(
        msSinceEpoch(*row.day.lastGoodAt), zone.isValid() ? zone : QTimeZone::systemTimeZone());
    return tr("Could not be read. The last good copy from %1 is shown.")
        .arg(at.toString(u"HH:mm"_s));
}

QString WeekWords::cellToolTip(const WeekRow &row, int column, Notation notation)
{
    if (column == WeekModel::Checks)
        return row.day.isUnreadable ? unreadableRow(row) : lookOf(row, notation).text;
    const std::optional<DayFieldRef> field = WeekModel::fieldOf(column);
    const TimeField time = field ? timeOf(row.day.day, *field) : TimeField();
    if (!time.isKnown())
        return {};
    const QString clock = formatTime(time, Notation::Clock);
    if (time.minutes() < wholeDay)
        return clock;
    return tr("%1 next day").arg(timeText(time.minutes() - wholeDay, notation));
}

QString WeekWords::totalsTitle()
{
    return tr("Entered so far");
}

QString WeekWords::flagsText(int count)
{
    return tr("%n to look at", nullptr, count);
}

QString WeekWords::rowSentence(const WeekRow &row, Notation notation)
{
    const WorkDay &day = row.day.day;
    const QString name = longDate(day.key.date);
    const QString look = lookOf(row, notation).text;
    const QString resting = restingText(row);
    if (!resting.isEmpty())
        return tr("%1, %2").arg(name, resting);
    if (day.isBlank())
        return look.isEmpty() ? tr("%1, nothing entered").arg(name)
                              : tr("%1, nothing entered, %2").arg(name, look);
    if (!day.call.isKnown() || !day.wrap.isKnown())
        return tr("%1, call %2, %3").arg(name, timeText(day.call, notation), look);
    return tr("%1, %2 to %3, %4 hours, %5")
        .arg(name, timeText(day.call, notation), timeText(day.wrap, notation),
             row.worked ? hoursText(*row.worked, notation) : QString(), look);
}

FindingNotice WeekWords::clockNotice(const ClockQuestion &question, Notation notation)
{
    const QString at = timeText(question.asked, notation);
    const QString night = dayName(question.key.date.addDays(question.asked.minutes / wholeDay));
    const QString notSaved = tr("Not saved yet.");
    if (question.isSkipped)
        return {u"clock"_s,
                tr("%1 never comes: the clocks go forward on %2.").arg(at, night),
                {notSaved}};
    return {u"clock"_s,
            tr("%1 comes twice: the clocks go back on %2.").arg(at, night),
            {tr("The first is before they go back, the second after."), notSaved}};
}

QString WeekWords::clockChoice(const ClockQuestion &question, int index, Notation notation)
{
    const QString at = timeText(question.choices[size_t(index)], notation);
    if (question.isSkipped)
        return at;
    return index == 0 ? tr("First %1").arg(at) : tr("Second %1").arg(at);
}

QString WeekWords::leftOut(const WeekMessage &message, Notation notation)
{
    QStringList sentences;
    if (message.leftAlone == 1)
        sentences += tr("Left 1 day that changed since.");
    else if (message.leftAlone > 1)
        sentences += tr("Left %n days that changed since.", nullptr, message.leftAlone);
    for (const QDate &date : message.outOfOrder)
        sentences += tr("Left out %1: its times are in no possible order.").arg(dayName(date));
    for (const ClockQuestion &question : message.open) {
        const QString day = dayName(question.key.date);
        const QString at = timeText(question.asked, notation);
        sentences += question.isSkipped
            ? tr("Left out %1: %2 never comes that night, the clocks go forward.").arg(day, at)
            : tr("Left out %1: %2 comes twice that night, the clocks go back.").arg(day, at);
    }
    return sentences.join(u' ');
}

QString WeekWords::readingState(const QuickReading &reading)
{
    if (reading.question)
        return tr("Not saved yet: which one is it?");
    if (reading.refusal)
        return tr("Not saved yet: check the times");
    switch (reading.line.status) {
    case DayLineStatus::Empty: return {};
    case DayLineStatus::Understood: return tr("Understood");
    case DayLineStatus::Unfinished:
        return tr("Still reading: %1?")
            .arg(reading.line.missing ? withinSentence(fieldName(*reading.line.missing))
                                      : QString());
    case DayLineStatus::Unreadable: return tr("I could not read “%1”").arg(reading.line.token);
    case DayLineStatus::Ambiguous:
        return tr("“%1” can be read in two ways").arg(reading.line.token);
    }
    Q_UNREACHABLE();
}

QString WeekWords::unreadableText(const QString &token)
{
    return tr("I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.")
        .arg(token);
}

QString WeekWords::replacesText(const WorkDay &before, Notation notation)
{
    const QString day = dayName(before.key.date);
    if (before.call.isKnown() && before.wrap.isKnown())
        return tr("%1 already has %2 to %3. Saving replaces it; the old times stay in History.")
            .arg(day, timeText(before.call, notation), timeText(before.wrap, notation));
    return tr("%1 already has times. Saving replaces them; the old times stay in History.")
        .arg(day);
}

QString WeekWords::stampText(const StampOffer &offer, Notation notation)
{
    if (!offer.field)
        return tr("Day complete");
    const QString at = timeText(offer.at, notation);
    return tr("%1 now, %2").arg(fieldName(*offer.field), at);
}

QString WeekWords::messageText(const WeekMessage &message, const SyncState &sync, Notation notation)
{
    const QString day = dayName(message.date);
    const QString worked = message.worked ? lengthText(*message.worked, notation) : QString();
    const bool isOffline =
        sync.kind == SyncKind::OfflineClean || sync.kind == SyncKind::OfflineWaiting;
    switch (message.kind) {
    case WeekMessage::Kind::None: return {};
    case WeekMessage::Kind::Opening: return tr("Opening the week of %1…").arg(day);
    case WeekMessage::Kind::Saved:
        if (worked.isEmpty())
            return isOffline ? tr("%1 saved on this computer. Ctrl+Z to undo.").arg(day)
                             : tr("%1 saved. Ctrl+Z to undo.").arg(day);
        return isOffline ? tr("%1 saved on this computer: %2.").arg(day, worked)
                         : tr("%1 saved: %2. Ctrl+Z to undo.").arg(day, worked);
    case WeekMessage::Kind::Cleared: return tr("Cleared %1. Ctrl+Z brings it back.").arg(day);
    case WeekMessage::Kind::Undone:
        return QString(tr("%1 is as it was before.").arg(day) + u' ' + leftOut(message, notation))
            .trimmed();
    case WeekMessage::Kind::Redone:
        return QString(tr("%1 was changed again.").arg(day) + u' ' + leftOut(message, notation))
            .trimmed();
    case WeekMessage::Kind::ChangedSince:
        return tr("%1 changed since. It was left as it is.").arg(day);
    case WeekMessage::Kind::Copied:
        return QString(tr("Copied %n days from last week. Ctrl+Z to undo.", nullptr, message.count)
                       + u' ' + leftOut(message, notation))
            .trimmed();
    case WeekMessage::Kind::NothingToCopy:
        return message.open.empty() && message.outOfOrder.empty()
            ? tr("Last week has no days to copy into this one. Nothing was changed.")
            : tr("%1 Nothing was changed.").arg(leftOut(message, notation));
    case WeekMessage::Kind::ClockChange:
        return tr("%1 Choose one first. Nothing was changed.")
            .arg(clockNotice(message.open.front(), notation).headline);
    case WeekMessage::Kind::NotUnderstood: return unreadableText(message.text);
    case WeekMessage::Kind::AllowanceNotUnderstood:
        return tr("I could not read “%1”. An allowance looks like $50 or kit 50,00, several with "
                  "semicolons between them. Nothing was changed.")
            .arg(message.text);
    case WeekMessage::Kind::TwoReadings:
        return tr("“%1” can be read in two ways. Choose one first. Nothing was changed.")
            .arg(message.text);
    case WeekMessage::Kind::WrongOrder:
        return noticeOf(*message.refusal, message.date, notation).headline;
    case WeekMessage::Kind::Locked:
        if (message.state < DayState::Approved)
            return tr("%1 is locked. Your change was not made. Add a note instead.").arg(day);
        return tr("%1 Your change was not made.").arg(lockedText(message.date, message.state));
    case WeekMessage::Kind::Unreadable:
        return tr("%1 Your change was not made.").arg(unreadableDayText(message.date));
    case WeekMessage::Kind::Failed:
        return ErrorText::forUser(message.error.value_or(ErrorCode::Internal));
    }
    Q_UNREACHABLE();
}

QString WeekWords::lockedText(QDate date, DayState state)
{
    const QString day = dayName(date);
    if (state >= DayState::Locked)
        return tr("%1 is locked by payroll.").arg(day);
    if (state == DayState::Approved)
        return tr("%1 is approved. Whoever approved it can send it back.").arg(day);
    return tr("%1 is locked. Add a note instead.").arg(day);
}

QString WeekWords::unreadableDayText(QDate date)
{
    return tr("What is stored for %1 cannot be read here; it may need a newer version of Film "
              "Tracker.")
        .arg(dayName(date));
}

QString WeekWords::historyText(const HistoryEntry &entry, Notation notation)
{
    QStringList parts;
    for (const HistoryChange &change : entry.changes) {
        const QString name = fieldName(change.field);
        if (!change.afterText.isEmpty())
            parts += tr("%1 “%2”").arg(name, change.afterText);
        else if (!change.allowances.empty())
            parts += tr("%1: %2").arg(name, PayWords::allowancesText(change.allowances));
        else if (change.choices)
            parts += tr("%1: %2").arg(name, choicesText(change.choices));
        else if (change.after.isKnown())
            parts += u"%1 %2"_s.arg(name, timeText(change.after, notation));
        else
            parts += tr("%1 cleared").arg(name);
    }
    const QString what = QLocale().createSeparatedList(parts);
    if (entry.isCallSheet)
        return tr("%1 published the call sheet: %2").arg(entry.who, what);
    return entry.isMine ? tr("You set %1").arg(what) : tr("%1 set %2").arg(entry.who, what);
}

} // namespace film::app
