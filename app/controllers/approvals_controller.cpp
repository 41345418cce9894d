#include "app/controllers/approvals_controller.h"

#include "app/models/approved_pay.h"

#include <QPointer>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

// Whoever changed that day last.
QString lastAuthor(const WeekSnapshot &week, QDate date)
{
    const WeekDay *day = week.find(date);
    return day && !day->history.empty() ? day->history.front().who : QString();
}

bool isWaiting(const QueueRow &row)
{
    return row.group == QueueGroup::NeedsALook || row.group == QueueGroup::Ready;
}

} // namespace

ApprovalsController::ApprovalsController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_store(parts.store)
    , m_desk(parts.desk)
    , m_queue(parts.queue)
    , m_cardModel(parts.card)
    , m_lines(parts.lines)
    , m_undo(parts.undo)
    , m_gate(parts.store)
{
    connect(&m_gate, &PinGate::changed, this, &ApprovalsController::pinChanged);
    m_pay.noFigure = rules::NoFigure::NoDeal;
}

void ApprovalsController::showWeek(QDate weekStart)
{
    if (weekStart == m_weekStart)
        return reload();
    m_weekStart = weekStart;
    m_selected = {};
    forgetCard();
    reload();
}

void ApprovalsController::reload()
{
    if (!m_weekStart.isValid())
        return;
    if (std::exchange(m_isLoading, true)) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    const QDate asked = m_weekStart;
    m_store.loadQueue(asked).then(this, [this, asked](const Result<ApprovalWeek> &week) {
        m_isLoading = false;
        if (week && asked == m_weekStart)
            takeQueue(*week);
        if (m_isStale)
            return reload();
        m_loadFailure = week ? std::nullopt : std::optional(week.error().code);
        if (week)
            return;
        emit queueChanged();
        failed(week.error());
    });
    m_gate.load();
}

void ApprovalsController::takeQueue(ApprovalWeek week)
{
    m_loadFailure.reset();
    m_week = std::move(week);
    m_queue.setRows(queueOf(m_week, m_desk));
    if (!m_queue.rowOf(m_selected)) {
        const std::vector<PersonId> people = m_queue.shownPeople();
        m_selected = people.empty() ? PersonId() : people.front();
        forgetCard();
    }
    emit queueChanged();
    if (m_selected.isNull())
        return emit cardChanged();
    loadCard();
}

void ApprovalsController::select(PersonId person)
{
    if (person == m_selected || !m_queue.rowOf(person))
        return;
    m_selected = person;
    forgetCard();
    loadCard();
}

void ApprovalsController::forgetCard()
{
    m_card.reset();
    m_seen = {};
    m_changes.clear();
}

void ApprovalsController::loadCard()
{
    const int load = ++m_cardLoads;
    m_store.loadCard(m_selected, m_weekStart)
        .then(this, [this, load](const Result<ApprovalCard> &card) {
            if (load != m_cardLoads)
                return;
            if (!card)
                return failed(card.error());
            takeCard(*card);
        });
}

void ApprovalsController::takeCard(ApprovalCard card)
{
    const bool isSame = m_card && m_card->week.person == card.week.person;
    if (!isSame)
        m_seen = card.week;
    m_changes = changesBetween(m_seen, card.week);
    if (!m_changes.empty())
        m_changedBy = lastAuthor(card.week, m_changes.front().date);
    card.week.limits = m_desk.limitsOf(card.week.deal, card.week.week.first, card.week.sideLetter);
    m_card = std::move(card);
    m_pay = m_desk.price(m_card->week);
    m_cardModel.setCard(m_card->week, m_pay);
    m_lines.setLines(payLinesOf(m_pay, m_card->week));
    emit cardChanged();
}

CardDecision ApprovalsController::decision() const
{
    CardDecision decision;
    const QueueRow *row = m_queue.rowOf(m_selected);
    if (!m_card || !row)
        return decision;
    const auto split = std::ranges::find(m_card->week.days, true, &WeekDay::hasTwoVersions);
    const bool isUnread = std::ranges::any_of(m_card->week.days, &WeekDay::needsNewerApp);
    decision.canSendBack = isWaiting(*row) && !row->isLocked;
    decision.canWithdraw =
        row->group == QueueGroup::Approved && !row->isApprovedAbove && !row->isLocked;
    decision.block = ApprovalBlock::None;
    if (row->isLocked) {
        decision.block = ApprovalBlock::Locked;
    } else if (row->group == QueueGroup::NotSubmitted) {
        decision.block = ApprovalBlock::NotSubmitted;
    } else if (row->group == QueueGroup::Approved) {
        decision.block =
            row->isApprovedAbove ? ApprovalBlock::ApprovedAbove : ApprovalBlock::Approved;
    } else if (split != m_card->week.days.end()) {
        decision.block = ApprovalBlock::TwoVersions;
        decision.date = split->day.key.date;
    } else if (isUnread) {
        decision.block = ApprovalBlock::NeedsNewerApp;
    } else if (const WeekDay *missing = notSignable(*m_card)) {
        decision.block = ApprovalBlock::NotWhole;
        decision.date = missing->day.key.date;
    } else if (!m_changes.empty()) {
        decision.block = ApprovalBlock::ChangedSince;
        decision.changes = m_changes;
        decision.changedBy = m_changedBy;
    }
    return decision;
}

BulkOffer ApprovalsController::bulkOffer() const
{
    BulkOffer offer;
    bool hasAll = true;
    for (const QueueRow &row : m_queue.rows()) {
        if (row.group != QueueGroup::Ready || row.isLocked)
            continue;
        const std::vector<DayToSign> days = daysToSign(m_week, row.person);
        if (days.empty())
            continue;
        offer.days.insert(offer.days.end(), days.begin(), days.end());
        offer.people.push_back(row.person);
        offer.names.append(row.name);
        offer.worked += row.worked;
        hasAll = hasAll && row.gross
            && (!offer.gross || offer.gross->currency() == row.gross->currency());
        if (hasAll)
            offer.gross = offer.gross ? *offer.gross + *row.gross : *row.gross;
    }
    if (!hasAll)
        offer.gross.reset();
    return offer;
}

int ApprovalsController::approvedCount() const
{
    return int(std::ranges::count(m_queue.rows(), QueueGroup::Approved, &QueueRow::group));
}

std::vector<PersonId> ApprovalsController::waiting() const
{
    std::vector<PersonId> people;
    for (const PersonId person : m_queue.shownPeople()) {
        if (isWaiting(*m_queue.rowOf(person)))
            people.push_back(person);
    }
    return people;
}

int ApprovalsController::waitingCount() const
{
    return int(std::ranges::count_if(m_queue.rows(), isWaiting));
}

int ApprovalsController::positionInQueue() const
{
    const std::vector<PersonId> people = waiting();
    const auto found = std::ranges::find(people, m_selected);
    return found == people.end() ? 0 : int(found - people.begin()) + 1;
}

void ApprovalsController::step(int by)
{
    const std::vector<PersonId> people = m_queue.shownPeople();
    const auto found = std::ranges::find(people, m_selected);
    if (people.empty())
        return;
    const qsizetype at = found == people.end() ? 0 : found - people.begin() + by;
    if (at >= 0 && at < qsizetype(people.size()))
        select(people[size_t(at)]);
}

void ApprovalsController::nextFlagged(int by)
{
    const std::vector<PersonId> people = m_queue.shownPeople();
    const qsizetype count = qsizetype(people.size());
    const qsizetype from = std::ranges::find(people, m_selected) - people.begin();
    for (qsizetype i = 1; i <= count; ++i) {
        const PersonId person = people[size_t(((from + by * i) % count + count) % count)];
        const QueueRow *row = m_queue.rowOf(person);
        if (row->group == QueueGroup::NeedsALook && person != m_selected)
            return select(person);
    }
    say({ApprovalMessage::Kind::NothingFlagged});
}

void ApprovalsController::lookedAt()
{
    if (m_card)
        m_seen = m_card->week;
    m_changes.clear();
    emit cardChanged();
}

void ApprovalsController::approve(const QString &pin)
{
    if (m_isSigning || decision().block != ApprovalBlock::None)
        return;
    Signature signature{daysToSign(*m_card), {m_card->week.personName}, true};
    if (auto week = approvedWeekOf(m_pay, m_card->week.person, m_weekStart, signature.days))
        signature.weeks.push_back(std::move(*week));
    sign(signature, pin);
}

void ApprovalsController::approveAllReady(const BulkOffer &offer, const QString &pin)
{
    if (m_isSigning)
        return;
    if (offer.people.empty())
        return say({ApprovalMessage::Kind::NothingReady});
    const bool isAsOffered = std::ranges::all_of(offer.people, [this](PersonId person) {
        const QueueRow *row = m_queue.rowOf(person);
        return row && row->group == QueueGroup::Ready && !row->isLocked;
    });
    if (!isAsOffered)
        return say({ApprovalMessage::Kind::ChangedSince});
    sign({offer.days, offer.names, false, weeksOf(offer)}, pin);
}

std::vector<ApprovedWeek> ApprovalsController::weeksOf(const BulkOffer &offer)
{
    std::vector<ApprovedWeek> weeks;
    rules::WeekPricer pricer = m_desk.pricerWith({});
    for (const CrewDepartment &department : m_week.crew.departments) {
        for (const CrewPerson &person : department.people) {
            std::vector<DayToSign> days = offer.days;
            std::erase_if(days, [&](const DayToSign &day) { return day.key.person != person.id; });
            if (days.empty() || !person.deal)
                continue;
            const rules::PersonWeekPay pay = PayDesk::priceWith(pricer, m_week.crew, person);
            if (auto week = approvedWeekOf(pay, person.id, m_weekStart, days))
                weeks.push_back(std::move(*week));
        }
    }
    return weeks;
}

void ApprovalsController::sign(const Signature &signature, const QString &pin)
{
    m_isSigning = true;
    m_gate.pass(
        pin, [this, signature] { write(signature, {}); },
        [this](const ApprovalMessage &message) {
            m_isSigning = false;
            say(message);
        });
}

void ApprovalsController::changePin(const NewPin &pin)
{
    using Kind = ApprovalMessage::Kind;
    if (pin.next != pin.repeated)
        return emit pinAnswered({Kind::PinDiffers});
    m_store.changePin(pin.before, pin.next).then(this, [this](const Result<PinAnswer> &answer) {
        m_gate.load();
        if (!answer)
            return emit pinAnswered({Kind::Failed, {}, 0, {}, answer.error().code});
        emit pinAnswered({PinGate::kindOf(answer->verdict), {}, 0, answer->state});
    });
}

// With the PIN that was given a moment ago.
void ApprovalsController::signAgain(const Signature &signature, const DropStep &drop)
{
    m_gate.pass(
        {}, [this, signature, drop] { write(signature, drop); },
        [this, drop](const ApprovalMessage &message) {
            m_isSigning = false;
            if (drop)
                drop();
            say(message);
        });
}

void ApprovalsController::write(const Signature &signature, const DropStep &drop)
{
    m_store.approve(signature.days, signature.weeks)
        .then(this, [this, signature, drop](const Result<> &saved) {
            m_isSigning = false;
            if (!saved) {
                if (drop)
                    drop();
                if (saved.error().code != ErrorCode::Conflict)
                    return failed(saved.error());
                say({ApprovalMessage::Kind::ChangedSince});
                return reload(); // the card that comes is the new one
            }
            if (!drop)
                pushApproval(signature);
            const bool isOfCard = !drop && signature.isOfCard && m_card
                && m_card->week.person == signature.days.front().key.person;
            if (isOfCard)
                emit signedOff();
            say({ApprovalMessage::Kind::Approved, signature.names.value(0),
                 int(signature.names.size())});
            if (isOfCard)
                openNextWaiting();
            reload();
        });
}

void ApprovalsController::pushApproval(const Signature &signature)
{
    const QString text = signature.names.size() == 1
        ? tr("approval of %1").arg(signature.names.front())
        : tr("approval of %n timecard(s)", nullptr, int(signature.names.size()));
    const QPointer<ApprovalsController> self(this);
    m_undo.push(new SignOffCommand(
        text,
        [self, signature](const DropStep &drop) {
            if (self)
                self->takeBack(signature, Withdrawal::OfOwn, drop);
        },
        // Signing again is signing: without the PIN it is only asked for.
        [self, signature](const DropStep &drop) {
            if (self)
                self->signAgain(signature, drop);
        }));
}

void ApprovalsController::takeBack(const Signature &signature, Withdrawal whose,
                                   const DropStep &drop)
{
    m_store.withdraw(signature.days, whose)
        .then(this, [this, signature, drop](const Result<> &withdrawn) {
            if (!withdrawn && drop)
                drop();
            if (!withdrawn && withdrawn.error().code == ErrorCode::Conflict) {
                say({ApprovalMessage::Kind::NotWithdrawn, signature.names.value(0),
                     int(signature.names.size())});
                return reload();
            }
            if (!withdrawn)
                return failed(withdrawn.error());
            if (!drop)
                pushWithdrawal(signature);
            say({ApprovalMessage::Kind::Withdrawn, signature.names.value(0),
                 int(signature.names.size())});
            reload();
        });
}

void ApprovalsController::pushWithdrawal(const Signature &signature)
{
    const QPointer<ApprovalsController> self(this);
    m_undo.push(new SignOffCommand(
        tr("withdrawal of an approval"),
        [self, signature](const DropStep &drop) {
            if (self)
                self->signAgain(signature, drop);
        },
        [self, signature](const DropStep &drop) {
            if (self)
                self->takeBack(signature, Withdrawal::OfOwn, drop);
        }));
}

void ApprovalsController::withdraw()
{
    if (decision().canWithdraw)
        takeBack({daysToSign(*m_card), {m_card->week.personName}}, Withdrawal::OfAnybody, {});
}

void ApprovalsController::sendBack(const QString &comment)
{
    if (!decision().canSendBack)
        return;
    if (comment.trimmed().isEmpty())
        return say({ApprovalMessage::Kind::NoComment});
    std::vector<EditedDay> days;
    for (const WeekDay &day : m_card->week.days) {
        for (const WorkDay *record : day.records()) {
            if (record->state != DayState::Submitted)
                continue;
            EditedDay edit{*record, *record};
            edit.after.state = DayState::Confirmed;
            days.push_back(std::move(edit));
        }
    }
    saveStates(days, comment.trimmed(), {ApprovalMessage::Kind::SentBack, m_card->week.personName},
               {});
}

// Days that were left alone are no part of the step that undoes it.
void ApprovalsController::saveStates(const std::vector<EditedDay> &days, const QString &reason,
                                     const ApprovalMessage &done, const DropStep &drop)
{
    const PersonId open = m_selected;
    m_store.saveStates(days, reason)
        .then(this, [this, days, reason, done, drop, open](const Result<SavedDays> &saved) {
            if (!saved && drop)
                drop();
            if (!saved)
                return failed(saved.error());
            std::vector<EditedDay> written = days;
            std::erase_if(written, [&saved](const EditedDay &day) {
                const auto isIn = [&day](const std::vector<WorkDayKey> &keys) {
                    return std::ranges::find(keys, day.after.key) != keys.end();
                };
                return isIn(saved->refused) || isIn(saved->changedSince);
            });
            const int left = int(days.size() - written.size());
            if (written.empty() && drop)
                drop();
            if (!written.empty() && !drop)
                pushSendBack(written, reason, done.name);
            if (left > 0) {
                say({ApprovalMessage::Kind::Refused, done.name, left});
            } else {
                if (!drop && m_selected == open) {
                    emit signedOff();
                    openNextWaiting();
                }
                say(done);
            }
            reload();
        });
}

void ApprovalsController::pushSendBack(const std::vector<EditedDay> &days, const QString &reason,
                                       const QString &name)
{
    std::vector<EditedDay> forth;
    for (const EditedDay &day : days)
        forth.push_back({day.after, day.before});
    const QPointer<ApprovalsController> self(this);
    m_undo.push(new SignOffCommand(
        tr("sending back to %1").arg(name),
        [self, forth, name](const DropStep &drop) {
            if (self)
                self->saveStates(forth, {}, {ApprovalMessage::Kind::Undone, name}, drop);
        },
        [self, days, reason, name](const DropStep &drop) {
            if (self)
                self->saveStates(days, reason, {ApprovalMessage::Kind::SentBack, name}, drop);
        }));
}

// The next one that waits, before the queue is read again and this one moves.
void ApprovalsController::openNextWaiting()
{
    const std::vector<PersonId> people = waiting();
    const auto found = std::ranges::find(people, m_selected);
    if (found == people.end() || people.size() < 2)
        return;
    const auto next = found + 1 == people.end() ? people.begin() : found + 1;
    select(*next);
}

void ApprovalsController::failed(const Error &error)
{
    ApprovalMessage message{ApprovalMessage::Kind::Failed};
    message.error = error.code;
    say(message);
}

} // namespace film::app
