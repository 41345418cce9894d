#include "app/controllers/approvals_controller.h"

#include "app/controllers/sign_off_command.h"
#include "shared/domain/time_fields.h"

#include <QPointer>
#include <QUndoStack>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

std::vector<DayFieldRef> comparedFields(const WorkDay &a, const WorkDay &b)
{
    std::vector<DayFieldRef> fields{{DayField::Call}};
    for (size_t meal = 0; meal < std::max(a.meals.size(), b.meals.size()); ++meal) {
        fields.push_back({DayField::MealOut, meal});
        fields.push_back({DayField::MealIn, meal});
    }
    fields.push_back({DayField::Wrap});
    return fields;
}

std::vector<CardChange> changesBetween(const WeekSnapshot &before, const WeekSnapshot &after)
{
    std::vector<CardChange> changes;
    for (const WeekDay &now : after.days) {
        const WeekDay *then = before.find(now.day.key.date);
        if (!then)
            continue;
        for (const DayFieldRef field : comparedFields(then->day, now.day)) {
            const TimeField old = timeOf(then->day, field);
            const TimeField fresh = timeOf(now.day, field);
            if (!(old == fresh))
                changes.push_back({now.day.key.date, field, old, fresh});
        }
    }
    return changes;
}

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
{
    m_pay.noFigure = rules::NoFigure::NoDeal;
}

void ApprovalsController::showWeek(QDate weekStart)
{
    if (weekStart == m_weekStart)
        return reload();
    m_weekStart = weekStart;
    m_selected = {};
    m_card.reset();
    m_changes.clear();
    reload();
}

void ApprovalsController::reload()
{
    if (!m_weekStart.isValid())
        return;
    const int load = ++m_queueLoads;
    m_store.loadQueue(m_weekStart).then(this, [this, load](const Result<ApprovalWeek> &week) {
        if (load != m_queueLoads)
            return;
        if (!week)
            return failed(week.error());
        takeQueue(*week);
    });
    loadPin();
}

void ApprovalsController::loadPin()
{
    m_store.pinState().then(this, [this](const Result<PinState> &pin) {
        m_pin = pin.value_or(PinState());
        emit pinChanged();
    });
}

void ApprovalsController::takeQueue(ApprovalWeek week)
{
    m_week = std::move(week);
    m_queue.setRows(queueOf(m_week, m_desk));
    if (!m_queue.rowOf(m_selected)) {
        const std::vector<PersonId> people = m_queue.shownPeople();
        m_selected = people.empty() ? PersonId() : people.front();
        m_card.reset();
        m_changes.clear();
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
    m_card.reset();
    m_changes.clear();
    loadCard();
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
    if (isSame) {
        const std::vector<CardChange> changes = changesBetween(m_card->week, card.week);
        if (!changes.empty()) {
            m_changes = changes;
            m_changedBy = lastAuthor(card.week, changes.front().date);
        }
    }
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
    m_changes.clear();
    emit cardChanged();
}

// What was entered and handed in; a day of the week without either is not signed.
std::vector<DayToSign> ApprovalsController::daysOf(const ApprovalCard &card) const
{
    std::vector<DayToSign> days;
    for (const WeekDay &day : card.week.days) {
        const DayStanding *standing = card.standingOf(day.day.key.date);
        if (standing && day.day.state == DayState::Submitted)
            days.push_back({standing->key, standing->content});
    }
    return days;
}

void ApprovalsController::approve(const QString &pin)
{
    if (m_isSigning || decision().block != ApprovalBlock::None)
        return;
    sign({daysOf(*m_card), {m_card->week.personName}}, pin);
}

void ApprovalsController::approveAllReady(const QString &pin)
{
    const BulkOffer offer = bulkOffer();
    if (m_isSigning)
        return;
    if (offer.people.empty())
        return say({ApprovalMessage::Kind::NothingReady});
    Signature signature;
    signature.names = offer.names;
    for (const CrewDepartment &department : m_week.crew.departments) {
        for (const CrewPerson &person : department.people) {
            const ApprovalEntry *entry = m_week.find(person.id);
            if (!entry || std::ranges::find(offer.people, person.id) == offer.people.end())
                continue;
            for (const CrewCell &cell : person.days) {
                const auto standing =
                    std::ranges::find(entry->standings, cell.day.key, &DayStanding::key);
                if (!cell.day.isBlank() && standing != entry->standings.end())
                    signature.days.push_back({standing->key, standing->content});
            }
        }
    }
    sign(std::move(signature), pin);
}

void ApprovalsController::sign(Signature signature, const QString &pin)
{
    if (m_pin.isOpen && pin.isEmpty()) {
        m_isSigning = true;
        return write(signature, false);
    }
    if (pin.isEmpty())
        return say({ApprovalMessage::Kind::PinNeeded});
    m_isSigning = true;
    m_store.enterPin(pin).then(this, [this, signature](const Result<PinAnswer> &answer) {
        if (!answer) {
            m_isSigning = false;
            return failed(answer.error());
        }
        m_pin = answer->state;
        emit pinChanged();
        using Kind = ApprovalMessage::Kind;
        Kind kind = Kind::None;
        switch (answer->verdict) {
        case PinVerdict::Right: return write(signature, false);
        case PinVerdict::Wrong: kind = Kind::PinWrong; break;
        case PinVerdict::Waiting: kind = Kind::PinWaiting; break;
        case PinVerdict::TooShort: kind = Kind::PinTooShort; break;
        case PinVerdict::NoStore: kind = Kind::NoPinStore; break;
        }
        m_isSigning = false;
        say({kind, {}, 0, m_pin});
    });
}

void ApprovalsController::write(const Signature &signature, bool isAgain)
{
    m_store.approve(signature.days)
        .then(this, [this, signature, isAgain](const Result<> &signedOff) {
            m_isSigning = false;
            if (!signedOff) {
                if (signedOff.error().code != ErrorCode::Conflict)
                    return failed(signedOff.error());
                say({ApprovalMessage::Kind::ChangedSince});
                return reload(); // the card that comes is the new one
            }
            if (!isAgain)
                pushApproval(signature);
            emit this->signedOff();
            say({ApprovalMessage::Kind::Approved, signature.names.value(0),
                 int(signature.names.size())});
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
        [self, signature] {
            if (self)
                self->takeBack(signature, true);
        },
        [self, signature] {
            // Signing again is signing: without the PIN it is only asked for.
            if (self && self->m_pin.isOpen)
                self->write(signature, true);
            else if (self)
                self->say({ApprovalMessage::Kind::PinNeeded});
        }));
}

void ApprovalsController::takeBack(const Signature &signature, bool isUndo)
{
    std::vector<WorkDayKey> days;
    for (const DayToSign &day : signature.days)
        days.push_back(day.key);
    m_store.withdraw(days).then(this, [this, signature, isUndo](const Result<> &withdrawn) {
        if (!withdrawn)
            return failed(withdrawn.error());
        if (!isUndo) {
            const QPointer<ApprovalsController> self(this);
            m_undo.push(new SignOffCommand(
                tr("withdrawal of an approval"),
                [self, signature] {
                    if (self && self->m_pin.isOpen)
                        self->write(signature, true);
                    else if (self)
                        self->say({ApprovalMessage::Kind::PinNeeded});
                },
                [self, signature] {
                    if (self)
                        self->takeBack(signature, true);
                }));
        }
        say({ApprovalMessage::Kind::Withdrawn, signature.names.value(0),
             int(signature.names.size())});
        reload();
    });
}

void ApprovalsController::withdraw()
{
    if (decision().canWithdraw)
        takeBack({daysOf(*m_card), {m_card->week.personName}}, false);
}

void ApprovalsController::sendBack(const QString &comment)
{
    if (!decision().canSendBack)
        return;
    if (comment.trimmed().isEmpty())
        return say({ApprovalMessage::Kind::NoComment});
    std::vector<EditedDay> days;
    for (const WeekDay &day : m_card->week.days) {
        if (day.day.state != DayState::Submitted)
            continue;
        EditedDay edit{day.day, day.day};
        edit.after.state = DayState::Confirmed;
        days.push_back(std::move(edit));
    }
    giveBack(std::move(days), comment.trimmed(), m_card->week.personName);
}

void ApprovalsController::giveBack(std::vector<EditedDay> days, const QString &reason,
                                   const QString &name)
{
    std::vector<EditedDay> forth;
    for (const EditedDay &day : days)
        forth.push_back({day.after, day.before});
    saveStates(
        days, reason, {ApprovalMessage::Kind::SentBack, name}, [this, days, forth, reason, name] {
            const QPointer<ApprovalsController> self(this);
            m_undo.push(new SignOffCommand(
                tr("sending back to %1").arg(name),
                [self, forth, name] {
                    if (self)
                        self->saveStates(forth, {}, {ApprovalMessage::Kind::Undone, name}, {});
                },
                [self, days, reason, name] {
                    if (self)
                        self->saveStates(days, reason, {ApprovalMessage::Kind::SentBack, name}, {});
                }));
            emit signedOff();
            openNextWaiting();
        });
}

void ApprovalsController::saveStates(const std::vector<EditedDay> &days, const QString &reason,
                                     const ApprovalMessage &done, const std::function<void()> &then)
{
    m_store.saveStates(days, reason).then(this, [this, done, then](const Result<SavedDays> &saved) {
        if (!saved)
            return failed(saved.error());
        const int left = int(saved->refused.size() + saved->changedSince.size());
        if (left > 0) {
            say({ApprovalMessage::Kind::Refused, done.name, left});
        } else {
            if (then)
                then();
            say(done);
        }
        reload();
    });
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
