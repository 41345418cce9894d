#include "app/ui/approval_words.h"

#include "app/models/date_text.h"
#include "app/ui/error_text.h"
#include "app/ui/exception_icon.h"
#include "app/ui/pay_words.h"
#include "app/ui/week_words.h"

#include <QDateTime>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

QDateTime clockAt(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(at), zone);
}

QString shortWeekday(QDate date)
{
    return QLocale().toString(date, u"ddd"_s);
}

} // namespace

QString ApprovalWords::group(QueueGroup group) const
{
    switch (group) {
    case QueueGroup::NeedsALook: return tr("Needs a look");
    case QueueGroup::Ready: return tr("Ready");
    case QueueGroup::Approved: return tr("Approved");
    case QueueGroup::NotSubmitted: return tr("Not submitted");
    }
    Q_UNREACHABLE();
}

ApprovalLook ApprovalWords::status(const QueueRow &row) const
{
    if (row.isLocked)
        return {u"lock"_s, Token::Text3, tr("Locked by payroll")};
    if (row.group == QueueGroup::Approved) {
        const QString when =
            row.approvedAt ? tr("Signed %1").arg(time(*row.approvedAt)) : tr("Approved");
        return {u"circle-check"_s, Token::Ok, when};
    }
    if (row.group == QueueGroup::NotSubmitted)
        return row.isLate
            ? ApprovalLook{u"clock"_s, Token::Warn, tr("Past due")}
            : ApprovalLook{u"clock"_s, Token::Text2,
                           tr("Due %1").arg(timeText(submissionDue, Notation::Clock))};
    const std::optional<ExceptionKind> flag = row.firstFlag();
    if (!flag)
        return {u"check"_s, Token::Ok, tr("No flags")};
    const int count = row.flags[size_t(*flag)];
    if (*flag == ExceptionKind::Other && row.disputes > 0)
        return {exceptionIcon(*flag), Token::Warn, tr("Disputed")};
    if (*flag == ExceptionKind::Other && row.initialsWaiting > 0)
        return {u"pencil"_s, Token::Warn, tr("Not initialled")};
    QString text;
    switch (*flag) {
    case ExceptionKind::TwoVersions: text = tr("Two versions"); break;
    case ExceptionKind::Missing: text = tr("%n time(s) missing", nullptr, count); break;
    case ExceptionKind::Rest: text = tr("%n short rest(s)", nullptr, count); break;
    case ExceptionKind::Meal: text = tr("%n late meal(s)", nullptr, count); break;
    case ExceptionKind::Other: text = tr("%n flag(s)", nullptr, count); break;
    }
    return {exceptionIcon(*flag), Token::Warn, text};
}

QString ApprovalWords::sentence(const QueueRow &row) const
{
    return tr("%1, %2, %3, %4", "name, position, hours, state")
        .arg(row.name, row.position, lengthText(row.worked, m_notation), status(row).text);
}

QString ApprovalWords::cardHeader(int column) const
{
    switch (column) {
    case TimecardModel::Day: return tr("Day");
    case TimecardModel::Call: return tr("Call");
    case TimecardModel::Meal1Out: return tr("M1 out");
    case TimecardModel::Meal1In:
    case TimecardModel::Meal2In: return tr("in", "end of a meal");
    case TimecardModel::Meal2Out: return tr("M2 out");
    case TimecardModel::Wrap: return tr("Wrap");
    case TimecardModel::Travel: return tr("Travel");
    case TimecardModel::Hours: return tr("Hours");
    case TimecardModel::TimeAndHalf: return tr("1.5×");
    case TimecardModel::DoubleTime: return tr("2.0×");
    case TimecardModel::Rest: return tr("Rest");
    case TimecardModel::Flags: return tr("Flags");
    default: return {};
    }
}

QString ApprovalWords::cardTotal() const
{
    return tr("Week");
}

QString ApprovalWords::cardIcon(const CardRow &row)
{
    if (row.day.hasTwoVersions)
        return exceptionIcon(ExceptionKind::TwoVersions);
    if (row.findings.empty())
        return u"check"_s;
    switch (row.findings.front().kind) {
    case FindingKind::MealLate:
    case FindingKind::MealMissing: return exceptionIcon(ExceptionKind::Meal);
    case FindingKind::ShortRest: return exceptionIcon(ExceptionKind::Rest);
    case FindingKind::MissingWrap:
    case FindingKind::MissingTimes: return exceptionIcon(ExceptionKind::Missing);
    default: return exceptionIcon(ExceptionKind::Other);
    }
}

QString ApprovalWords::cardFlags(const CardRow &row) const
{
    if (row.day.hasTwoVersions)
        return tr("Two versions");
    if (row.findings.empty())
        return tr("None");
    if (row.findings.size() > 1)
        return tr("%n flag(s)", nullptr, int(row.findings.size()));
    switch (row.findings.front().kind) {
    case FindingKind::MealLate:
        return row.penalties > 0 ? tr("%n penalty(s)", nullptr, row.penalties) : tr("Late meal");
    case FindingKind::MealMissing: return tr("No meal");
    case FindingKind::ShortRest: return tr("Short rest");
    case FindingKind::LongDay: return tr("Long day");
    case FindingKind::MissingWrap: return tr("No wrap");
    case FindingKind::MissingTimes: return tr("No times");
    case FindingKind::WrongOrder: return tr("Order");
    default: return tr("%n flag(s)", nullptr, 1);
    }
}

QString ApprovalWords::cardDayType(DayType type) const
{
    return WeekWords::dayTypeName(type);
}

QString ApprovalWords::lineHeader(int column) const
{
    switch (column) {
    case PayLinesModel::Line: return tr("Line and reason");
    case PayLinesModel::Rule: return tr("Rule");
    case PayLinesModel::Quantity: return tr("Quantity");
    case PayLinesModel::Rate: return tr("Rate");
    case PayLinesModel::Amount: return tr("Amount");
    default: return {};
    }
}

QString ApprovalWords::lineTitle(const PayLineRow &line) const
{
    return PayWords::lineTitle(line.line);
}

// "Mon 3.5, Tue 4.0"; where a line counts things, the days alone.
QString ApprovalWords::lineReason(const PayLineRow &line, Notation notation) const
{
    QStringList days;
    for (const PayLinePart &part : line.parts) {
        if (!part.date.isValid())
            return tr("The week as a whole");
        const QString day = shortWeekday(part.date);
        if (part.minutes > Minutes(0))
            days.append(
                tr("%1 %2", "a weekday, hours").arg(day, hoursText(part.minutes, notation)));
        else
            days.append(day);
    }
    return days.join(u", "_s);
}

QString ApprovalWords::partTitle(const PayLinePart &part) const
{
    return part.date.isValid() ? shortDate(part.date) : tr("The week as a whole");
}

QString ApprovalWords::money(const Money &money) const
{
    return PayWords::moneyText(money);
}

QString ApprovalWords::moment(Instant at) const
{
    const QDateTime clock = clockAt(at, m_zone);
    return tr("%1 %2", "a weekday, a time").arg(shortWeekday(clock.date()), time(at));
}

QString ApprovalWords::time(Instant at) const
{
    return clockAt(at, m_zone).toString(u"HH:mm"_s);
}

QString ApprovalWords::firstName(const QString &name)
{
    return name.section(u' ', 0, 0);
}

QString ApprovalWords::initials(const QString &name)
{
    QString letters;
    for (const QString &part : name.split(u' ', Qt::SkipEmptyParts))
        letters += part.front().toUpper();
    return letters.size() > 2 ? QString(letters.front() + letters.back()) : letters;
}

QString ApprovalWords::blockText(const CardDecision &decision, const QString &name) const
{
    const QString first = firstName(name);
    switch (decision.block) {
    case ApprovalBlock::None:
    case ApprovalBlock::NoCard: return {};
    case ApprovalBlock::NotSubmitted: return tr("%1 has not submitted this week yet.").arg(first);
    case ApprovalBlock::TwoVersions:
        return tr("%1 has two versions. %2 or production must choose first.")
            .arg(shortDate(decision.date), first);
    case ApprovalBlock::NeedsNewerApp:
        return tr("A part of this card is of a later version of Film Tracker. Update it first.");
    case ApprovalBlock::NotWhole:
        return tr("%1 was taken back or cannot be read. The card can be signed when all of its "
                  "days are handed in.")
            .arg(shortDate(decision.date));
    case ApprovalBlock::Approved: return tr("You have approved this card.");
    case ApprovalBlock::ApprovedAbove: return tr("Production has approved this card.");
    case ApprovalBlock::Locked: return tr("This card is locked by payroll and read-only.");
    case ApprovalBlock::ChangedSince: break;
    }
    QStringList changes;
    for (const CardChange &change : decision.changes) {
        if (change.isOther) {
            changes.append(
                tr("%1, another entry than a time", "a day").arg(shortDate(change.date)));
            continue;
        }
        const auto text = [this](const TimeField &time) {
            return time.isKnown() ? timeText(time, m_notation) : tr("none", "instead of a time");
        };
        changes.append(tr("%1 %2 %3, was %4", "a day, a field, its value, the value before")
                           .arg(shortDate(change.date), WeekWords::fieldName(change.field),
                                text(change.after), text(change.before)));
    }
    const QString who = decision.changedBy.isEmpty() ? first : firstName(decision.changedBy);
    return tr("%1 changed this card after you opened it: %2. The card below is the new one.")
        .arg(who, changes.join(u"; "_s));
}

QString ApprovalWords::messageText(const ApprovalMessage &message) const
{
    using Kind = ApprovalMessage::Kind;
    switch (message.kind) {
    case Kind::None: return {};
    case Kind::Approved:
        return message.count == 1
            ? tr("%1 approved and signed on this computer. Ctrl+Z withdraws it.").arg(message.name)
            : tr("%n timecard(s) approved and signed on this computer. Ctrl+Z withdraws them.",
                 nullptr, message.count);
    case Kind::SentBack:
        return tr("Sent back to %1 with your comment. All times are kept. Ctrl+Z to undo.")
            .arg(message.name);
    case Kind::Withdrawn:
        return message.count == 1
            ? tr("Approval of %1 withdrawn. The signature stays in History.").arg(message.name)
            : tr("%n approval(s) withdrawn. The signatures stay in History.", nullptr,
                 message.count);
    case Kind::NotWithdrawn:
        return tr("Nothing was withdrawn: somebody has changed the card or decided about it "
                  "meanwhile. Look at it again.");
    case Kind::Undone: return tr("The week of %1 is submitted again.").arg(message.name);
    case Kind::PinNeeded: return tr("Type your signing PIN first. Nothing was signed.");
    case Kind::PinWrong:
        return tr("That is not your signing PIN. %n try(s) left. Nothing was signed.", nullptr,
                  message.pin.triesLeft);
    case Kind::PinWaiting:
        return tr("Too many wrong PINs. Wait until %1, then try again. Nothing was signed.")
            .arg(message.pin.waitUntil ? time(*message.pin.waitUntil) : QString());
    case Kind::PinTooShort:
        return tr("Choose a PIN of at least %1 characters. Nothing was signed.")
            .arg(SigningPin::digitsMin);
    case Kind::PinRepeat: return tr("Type the new PIN once more to sign. Nothing was signed yet.");
    case Kind::PinDiffers:
        return tr("The two PINs were not the same. Choose one again. Nothing was signed.");
    case Kind::NoPinStore:
        return tr("The key store of this computer is locked or cannot be used, so the PIN could "
                  "not be checked. Nothing was signed. Unlock it and try again.");
    case Kind::NoComment: return tr("Say what should be checked. All times are kept.");
    case Kind::ChangedSince:
        return tr("This card changed a moment ago. Nothing was signed; look at it again.");
    case Kind::NothingFlagged: return tr("No card needs a look.");
    case Kind::NothingReady: return tr("No card without flags is waiting.");
    case Kind::Refused:
        return tr("%n day(s) were not as shown and were left alone.", nullptr, message.count);
    case Kind::Failed: return message.error ? ErrorText::forUser(*message.error) : QString();
    }
    Q_UNREACHABLE();
}

QString ApprovalWords::pendingText(const SignOff &approval) const
{
    return tr("Signed here at %1. It counts once this computer has synced.").arg(time(approval.at));
}

QString ApprovalWords::signOffText(const SignOff &said) const
{
    const QString who = said.who.isEmpty() ? tr("Somebody") : said.who;
    const auto withReason = [&](const QString &text) -> QString {
        return said.reason.isEmpty() ? text : tr("%1: “%2”").arg(text, said.reason);
    };
    switch (said.kind) {
    case SignOff::Kind::Submitted: return tr("%1 submitted the week").arg(who);
    case SignOff::Kind::TakenBack:
        return said.isByOwner ? withReason(tr("%1 took the week back").arg(who))
                              : withReason(tr("%1 sent the week back").arg(who));
    case SignOff::Kind::Approved:
        return said.level == ApprovalLevel::Department
            ? tr("%1 approved for the department").arg(who)
            : tr("%1 approved for production").arg(who);
    case SignOff::Kind::Withdrawn: return tr("%1 withdrew the approval").arg(who);
    }
    Q_UNREACHABLE();
}

QString ApprovalWords::bulkText(const BulkOffer &offer) const
{
    const QString question =
        tr("Approve %n timecard(s) without flags?", nullptr, int(offer.people.size()));
    const QString sums = offer.gross
        ? tr("%1, %2 gross (estimated).", "hours, money")
              .arg(lengthText(offer.worked, m_notation), money(*offer.gross))
        : tr("%1 in all.", "hours").arg(lengthText(offer.worked, m_notation));
    return tr("%1 %2 You sign each of them.").arg(question, sums);
}

QList<ApprovalLook> ApprovalWords::checks(const TimecardModel &card,
                                          const rules::PersonWeekPay &pay,
                                          const std::vector<ForeignChange> &foreign) const
{
    QList<ApprovalLook> checks;
    const auto good = [&](const QString &text) { checks.append({u"check"_s, Token::Ok, text}); };
    const auto look = [&](const QString &icon, const QString &text) {
        checks.append({icon, Token::Warn, text});
    };
    const auto &days = card.days();
    const auto missing = std::ranges::count_if(
        days, [](const CardRow &row) { return row.day.plan && row.day.day.isBlank(); });
    if (missing > 0)
        look(exceptionIcon(ExceptionKind::Missing),
             tr("%n called day(s) without times", nullptr, int(missing)));
    else
        good(tr("All %n called day(s) have times", nullptr,
                int(std::ranges::count(days, false, &CardRow::isFurther))));
    if (const auto rest = card.shortestRest()) {
        const bool isShort = std::ranges::any_of(days, [](const CardRow &row) {
            return std::ranges::any_of(row.findings, [](const DayFinding &finding) {
                return finding.kind == FindingKind::ShortRest;
            });
        });
        const QString text = tr("Shortest rest %1").arg(lengthText(*rest, m_notation));
        isShort ? look(exceptionIcon(ExceptionKind::Rest), text) : good(text);
    }
    int penalties = 0;
    std::optional<Money> cost;
    for (const rules::DayPay &day : pay.pay.days) {
        penalties += day.meals.penaltyCount;
        if (day.meals.penaltyCount > 0)
            cost = cost ? *cost + day.meals.penalty : day.meals.penalty;
    }
    if (penalties > 0)
        look(exceptionIcon(ExceptionKind::Meal),
             tr("%n meal penalty(s), %1", nullptr, penalties).arg(money(*cost)));
    for (const CardRow &row : days) {
        const QString note = row.day.day.notes;
        if (!note.isEmpty() && (!row.findings.empty() || row.day.hasTwoVersions))
            checks.append({u"message-square"_s, Token::Text2,
                           tr("%1: “%2”").arg(shortWeekday(row.day.day.key.date), note)});
        if (row.day.hasTwoVersions)
            look(exceptionIcon(ExceptionKind::TwoVersions),
                 tr("%1 has two versions").arg(shortDate(row.day.day.key.date)));
    }
    for (const ForeignChange &change : foreign) {
        const QString day = shortDate(change.key.date);
        look(u"pencil"_s,
             change.isDisputed() ? tr("%1 is disputed: “%2”").arg(day, change.dispute)
                                 : tr("%1, changed by %2, is not initialled").arg(day, change.who));
    }
    return checks;
}

} // namespace film::app
