#include "app/controllers/submission_controller.h"

#include "shared/domain/day_type.h"

#include <QPointer>
#include <QUndoStack>

#include <algorithm>

namespace film::app {

namespace {

bool isIncomplete(const WeekDay &day)
{
    if (!hasTimes(day.day.type))
        return false;
    if (day.day.isBlank())
        return day.plan && day.plan->times.call.isKnown();
    return std::ranges::any_of(day.records(), [](const WorkDay *record) {
        return record->call.isKnown() && !record->wrap.isKnown();
    });
}

Submission::State stateFor(ApprovalLevel level)
{
    switch (level) {
    case ApprovalLevel::None: return Submission::State::Submitted;
    case ApprovalLevel::Department: return Submission::State::Department;
    case ApprovalLevel::Coordinator: return Submission::State::Production;
    }
    Q_UNREACHABLE();
}

} // namespace

SubmissionController::SubmissionController(ApprovalsStore &store, QUndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_undo(undo)
    , m_gate(store)
{
    connect(&m_gate, &PinGate::changed, this, &SubmissionController::pinChanged);
}

void SubmissionController::setWeek(const WeekSnapshot &week)
{
    if (week.person != m_week.person || week.week.first != m_week.week.first) {
        m_week = {};
        m_week.person = week.person;
        m_week.week = week.week;
        m_submission = {};
        emit submissionChanged();
    }
    reload();
}

void SubmissionController::reload()
{
    const int load = ++m_loads;
    if (m_week.person.isNull() || !m_week.week.first.isValid())
        return;
    m_store.loadCard(m_week.person, m_week.week.first)
        .then(this, [this, load](const Result<ApprovalCard> &card) {
            if (load == m_loads && card)
                takeCard(*card);
        });
}

void SubmissionController::takeCard(const ApprovalCard &card)
{
    Submission now;
    now.first = card.week.week.first;
    now.number = card.week.number;
    now.days = card.standings;
    int entered = 0;
    int handedIn = 0;
    bool isLocked = false;
    ApprovalLevel level = ApprovalLevel::Coordinator;
    for (const WeekDay &day : card.week.days) {
        if (isIncomplete(day))
            now.incomplete.push_back(day.day.key.date);
        if (day.isUnreadable)
            continue;
        for (const WorkDay *record : day.records()) {
            if (record->isBlank())
                continue;
            ++entered;
            now.worked += workedMinutes(*record).value_or(Minutes(0));
            handedIn += record->state >= DayState::Submitted ? 1 : 0;
            isLocked = isLocked || record->state >= DayState::Locked;
            const DayStanding *standing = card.standingOf(record->key);
            level = std::min(level, standing ? standing->level : ApprovalLevel::None);
        }
    }
    const bool isIn = entered > 0 && handedIn == entered;
    now.isPartly = handedIn > 0 && !isIn;
    if (isLocked)
        now.state = Submission::State::Locked;
    else if (isIn)
        now.state = stateFor(level);
    else if (entered > 0)
        now.state = Submission::State::Open;
    for (const SignOff &said : card.said) {
        if (isIn && level == ApprovalLevel::None && said.kind == SignOff::Kind::Submitted)
            now.at = said.at;
        if (isIn && level != ApprovalLevel::None && said.kind == SignOff::Kind::Approved
            && said.level == level) {
            now.at = said.at;
            now.by = said.who;
        }
    }
    if (now.state == Submission::State::Open && !card.said.empty()) {
        const SignOff &last = card.said.back();
        if (last.kind == SignOff::Kind::TakenBack && !last.isByOwner)
            now.sentBack = last;
    }
    for (const ForeignChange &change : card.foreign) {
        if (!change.isDisputed())
            now.foreign.push_back(change);
    }
    m_week = card.week;
    m_submission = std::move(now);
    emit submissionChanged();
}

void SubmissionController::loadPin()
{
    m_gate.load();
}

// What was read is what is signed, also if the week became another while the PIN was checked.
void SubmissionController::submit(const QString &pin)
{
    m_gate.pass(
        pin,
        [this, asked = m_submission] {
            if (asked == m_submission)
                change(DayState::Confirmed, DayState::Submitted);
            else
                emit leftAlone(int(asked.days.size()));
        },
        [this](const ApprovalMessage &message) { emit signingRefused(message); });
}

void SubmissionController::takeBack()
{
    if (m_submission.state == Submission::State::Submitted || m_submission.isPartly)
        change(DayState::Submitted, DayState::Confirmed);
}

void SubmissionController::initial(const ForeignChange &change, const QString &dispute)
{
    say(change, dispute.trimmed(), {});
}

void SubmissionController::say(const ForeignChange &change, const std::optional<QString> &word,
                               const DropStep &drop)
{
    m_store.initial(change.key, change.content, word)
        .then(this, [this, change, word, drop](const Result<> &saved) {
            if (!saved)
                emit failed(saved.error().code);
            else if (word)
                emit initialled(change.key.date, !word->isEmpty());
            if (!saved && drop)
                drop();
            if (saved && !drop) {
                const QPointer<SubmissionController> self(this);
                m_undo.push(new SignOffCommand(
                    tr("your word about a change"),
                    [self, change](const DropStep &step) {
                        if (self)
                            self->say(change, std::nullopt, step);
                    },
                    [self, change, word](const DropStep &step) {
                        if (self)
                            self->say(change, word, step);
                    }));
            }
            reload();
        });
}

void SubmissionController::change(DayState from, DayState to)
{
    std::vector<EditedDay> days;
    for (const WeekDay &day : m_week.days) {
        if (day.isUnreadable)
            continue;
        for (const WorkDay *record : day.records()) {
            const bool isFrom = record->state == from
                || (from == DayState::Confirmed && record->state == DayState::Empty);
            if (record->isBlank() || !isFrom)
                continue;
            EditedDay edit{*record, *record};
            edit.after.state = to;
            days.push_back(std::move(edit));
        }
    }
    if (!days.empty() && !std::exchange(m_isSaving, true))
        save(days, {});
}

void SubmissionController::saveAgain(const std::vector<EditedDay> &days, const DropStep &drop)
{
    if (days.front().after.state != DayState::Submitted)
        return save(days, drop);
    m_gate.pass(
        {}, [this, days, drop] { save(days, drop); },
        [this, drop](const ApprovalMessage &message) {
            drop();
            emit signingRefused(message);
        });
}

void SubmissionController::save(const std::vector<EditedDay> &days, const DropStep &drop)
{
    m_store.saveStates(days, {}).then(this, [this, days, drop](const Result<SavedDays> &saved) {
        m_isSaving = false;
        if (!saved) {
            if (drop)
                drop();
            return emit failed(saved.error().code);
        }
        const int left = int(saved->refused.size() + saved->changedSince.size());
        const int count = int(days.size()) - left;
        const bool isIn = days.front().after.state == DayState::Submitted;
        if (count == 0 && drop)
            drop();
        if (count > 0 && !drop) {
            std::vector<EditedDay> back;
            for (const EditedDay &day : days)
                back.push_back({day.after, day.before});
            const QPointer<SubmissionController> self(this);
            m_undo.push(new SignOffCommand(
                isIn ? tr("submitting the week") : tr("taking the week back"),
                [self, back](const DropStep &step) {
                    if (self)
                        self->saveAgain(back, step);
                },
                [self, days](const DropStep &step) {
                    if (self)
                        self->saveAgain(days, step);
                }));
        }
        if (left > 0)
            emit leftAlone(left);
        else
            isIn ? emit submitted(count) : emit tookBack(count);
        reload();
    });
}

} // namespace film::app
