#include "app/controllers/conflict_controller.h"

#include "app/models/save_check.h"
#include "shared/domain/time_fields.h"
#include "shared/domain/zone_time.h"

#include <algorithm>

namespace film::app {

ConflictController::ConflictController(ConflictStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{}

void ConflictController::load()
{
    m_store.loadConflicts().then(this, [this](Result<std::vector<DayConflict>> loaded) {
        if (loaded)
            take(*std::move(loaded));
        else
            emit failed(loaded.error());
    });
}

// Keeps what is being looked at, and what was chosen in it, when something else changed.
void ConflictController::take(std::vector<DayConflict> conflicts)
{
    std::erase_if(conflicts,
                  [](const DayConflict &conflict) { return conflict.versions.size() < 2; });
    const std::optional<DayConflict> before = current() ? std::optional(*current()) : std::nullopt;
    m_conflicts = std::move(conflicts);
    m_current = m_conflicts.empty() ? -1 : 0;
    if (before) {
        const auto same = std::ranges::find(m_conflicts, before->id, &DayConflict::id);
        if (same != m_conflicts.end())
            m_current = int(same - m_conflicts.begin());
    }
    if (m_wanted) {
        if (const int index = indexOf(*m_wanted); index >= 0)
            m_current = index;
        m_wanted.reset();
    }
    std::erase_if(m_marked, [this](const ConflictId &id) {
        return !std::ranges::count(m_conflicts, id, &DayConflict::id);
    });
    if (!canTakeSides())
        m_massChoice = MassChoice::Counting;
    const bool isUnchanged = before && current() && *before == *current();
    emit conflictsChanged();
    if (!isUnchanged)
        startComparing();
}

const DayConflict *ConflictController::current() const
{
    return m_current < 0 ? nullptr : &m_conflicts[size_t(m_current)];
}

void ConflictController::select(int index)
{
    if (index < 0 || index >= int(m_conflicts.size()) || index == m_current)
        return;
    m_wanted.reset();
    m_current = index;
    startComparing();
}

// Nothing is chosen with it: what counts already is what several days begin with, too.
void ConflictController::mark(const std::vector<int> &indices)
{
    m_marked.clear();
    for (const int index : indices) {
        if (index >= 0 && index < int(m_conflicts.size()))
            m_marked.push_back(m_conflicts[size_t(index)].id);
    }
    m_massChoice = MassChoice::Counting;
    emit currentChanged();
}

void ConflictController::decideMarked(MassChoice choice)
{
    if (!isMass() || (choice != MassChoice::Counting && !canTakeSides()))
        return;
    m_massChoice = choice;
    emit choiceChanged();
}

bool ConflictController::isMarked(int index) const
{
    return std::ranges::count(m_marked, m_conflicts[size_t(index)].id) > 0;
}

bool ConflictController::canTakeSides() const
{
    return std::ranges::all_of(m_conflicts, [this](const DayConflict &conflict) {
        return conflict.isLocked || !std::ranges::count(m_marked, conflict.id)
            || std::ranges::count(conflict.versions, true, &DayVersion::isMine) > 0;
    });
}

// Of three versions the first that is not this computer's is theirs, as side by side.
std::vector<MassResult> ConflictController::massResults() const
{
    std::vector<MassResult> results;
    for (const DayConflict &conflict : m_conflicts) {
        if (conflict.isLocked || !std::ranges::count(m_marked, conflict.id))
            continue;
        WorkDay day = conflict.counting;
        if (m_massChoice != MassChoice::Counting) {
            const bool wantsMine = m_massChoice == MassChoice::Mine;
            const auto version =
                std::ranges::find(conflict.versions, wantsMine, &DayVersion::isMine);
            if (version != conflict.versions.end())
                day = version->day;
        }
        results.push_back({&conflict, std::move(day)});
    }
    return results;
}

int ConflictController::lockedMarks() const
{
    return int(std::ranges::count_if(m_conflicts, [this](const DayConflict &conflict) {
        return conflict.isLocked && std::ranges::count(m_marked, conflict.id) > 0;
    }));
}

void ConflictController::selectDay(const WorkDayKey &key)
{
    m_wanted = key;
    if (const int index = indexOf(key); index >= 0)
        select(index);
}

int ConflictController::indexOf(const WorkDayKey &key) const
{
    const auto found = std::ranges::find(
        m_conflicts, key, [](const DayConflict &conflict) { return conflict.counting.key; });
    return found == m_conflicts.end() ? -1 : int(found - m_conflicts.begin());
}

// The side that counts now is chosen to begin with: looking at a conflict changes nothing.
void ConflictController::startComparing()
{
    m_choice.clear();
    m_typed.clear();
    if (const DayConflict *conflict = current()) {
        const auto mine = std::ranges::find(conflict->versions, true, &DayVersion::isMine);
        m_mine = mine == conflict->versions.end() ? 0 : int(mine - conflict->versions.begin());
        m_theirs = otherVersions().front();
        for (const DayPart part : differing()) {
            const bool isTheirs = samePart(conflict->counting, version(Side::Theirs).day, part);
            m_choice[part] = isTheirs ? Side::Theirs : Side::Mine;
        }
    }
    emit currentChanged();
}

const DayVersion &ConflictController::version(Side side) const
{
    Q_ASSERT(current());
    return current()->versions[size_t(side == Side::Mine ? m_mine : m_theirs)];
}

std::vector<int> ConflictController::otherVersions() const
{
    std::vector<int> others;
    const DayConflict *conflict = current();
    for (int i = 0; conflict && i < int(conflict->versions.size()); ++i) {
        if (i != m_mine)
            others.push_back(i);
    }
    return others;
}

void ConflictController::compareWith(int otherVersion)
{
    const std::vector<int> others = otherVersions();
    if (otherVersion == m_theirs || !std::ranges::count(others, otherVersion))
        return;
    m_theirs = otherVersion;
    std::map<DayPart, Side> choice;
    for (const DayPart part : differing())
        choice[part] = m_choice.contains(part) ? m_choice[part] : Side::Mine;
    std::erase_if(m_typed, [&](const auto &typed) { return !choice.contains(typed.first); });
    m_choice = std::move(choice);
    emit currentChanged();
}

std::vector<DayPart> ConflictController::differing() const
{
    if (!current())
        return {};
    return differingParts(version(Side::Mine).day, version(Side::Theirs).day);
}

std::vector<DayPart> ConflictController::equal() const
{
    if (!current())
        return {};
    std::vector<DayPart> parts;
    const WorkDay &mine = version(Side::Mine).day;
    const WorkDay blank;
    for (const DayPart part : dayParts) {
        const bool saysSomething = part == DayPart::Call || part == DayPart::Meals
            || part == DayPart::Wrap || !samePart(mine, blank, part);
        const bool isTechnical = part == DayPart::State || part == DayPart::Location;
        if (saysSomething && !isTechnical && samePart(mine, version(Side::Theirs).day, part))
            parts.push_back(part);
    }
    return parts;
}

Side ConflictController::chosen(DayPart part) const
{
    const auto choice = m_choice.find(part);
    return choice == m_choice.end() ? Side::Mine : choice->second;
}

const TypedPart *ConflictController::typed(DayPart part) const
{
    const auto typed = m_typed.find(part);
    return typed == m_typed.end() ? nullptr : &typed->second;
}

WorkDay ConflictController::result() const
{
    Q_ASSERT(current());
    WorkDay day = version(Side::Mine).day;
    for (const DayPart part : differing()) {
        const TypedPart *own = typed(part);
        const bool isRead = own && own->reading.isUnderstood();
        day = withPart(std::move(day),
                       isRead ? own->reading.readings[0] : version(chosen(part)).day, part);
    }
    return day;
}

std::optional<DayPart> ConflictController::unread() const
{
    for (const auto &[part, own] : m_typed) {
        if (own.reading.readings.empty())
            return part;
    }
    return std::nullopt;
}

QTimeZone ConflictController::zoneOf(const WorkDay &day) const
{
    const QTimeZone zone = zoneFor(day.zone);
    return zone.isValid() ? zone : m_zone;
}

// What a side has was asked about when it was entered.
std::optional<ClockQuestion> ConflictController::clockQuestion(DayPart part,
                                                               const TypedPart &typed) const
{
    const WorkDay &mine = version(Side::Mine).day;
    const WorkDay after = withPart(mine, typed.reading.readings[0], part);
    ClockAnswers answers = answersOf(version(Side::Theirs).day);
    answers.insert(answers.end(), typed.answers.begin(), typed.answers.end());
    return clockQuestionOf(mine, after, zoneOf(result()), answers);
}

std::optional<TypedQuestion> ConflictController::question() const
{
    for (const auto &[part, own] : m_typed) {
        if (own.reading.isAmbiguous())
            return TypedQuestion{part, own.text, own.reading.readings, {}};
        if (!own.reading.isUnderstood())
            continue;
        if (const auto clock = clockQuestion(part, own))
            return TypedQuestion{part, own.text, {}, clock};
    }
    return std::nullopt;
}

std::optional<DayFinding> ConflictController::refusal() const
{
    return current() ? refusalOf(current()->counting, result()) : std::nullopt;
}

bool ConflictController::canSave() const
{
    if (isMass())
        return !m_isSaving && !massResults().empty();
    return current() && !current()->isLocked && !m_isSaving && !unread() && !question()
        && !refusal();
}

void ConflictController::choose(DayPart part, Side side)
{
    if (!current() || current()->isLocked)
        return;
    m_choice[part] = side;
    m_typed.erase(part);
    emit choiceChanged();
}

void ConflictController::chooseAll(Side side)
{
    if (isMass())
        return decideMarked(side == Side::Mine ? MassChoice::Mine : MassChoice::Theirs);
    if (!current() || current()->isLocked)
        return;
    for (const DayPart part : differing())
        m_choice[part] = side;
    m_typed.clear();
    emit choiceChanged();
}

void ConflictController::type(DayPart part, const QString &text)
{
    if (!current() || current()->isLocked || !canBeTyped(part) || !m_choice.contains(part))
        return;
    TypedPart own{text, readPart(text, part, result()), {}};
    // A minute that a side has is the one that side meant.
    for (WorkDay &reading : own.reading.readings) {
        reading = withAnswers(std::move(reading), answersOf(version(Side::Theirs).day));
        reading = withAnswers(std::move(reading), answersOf(version(Side::Mine).day));
    }
    m_typed[part] = std::move(own);
    emit choiceChanged();
}

void ConflictController::takeBack(DayPart part)
{
    if (m_typed.erase(part) > 0)
        emit choiceChanged();
}

void ConflictController::answer(int choice)
{
    const std::optional<TypedQuestion> asked = question();
    if (!asked || choice < 0 || choice > 1)
        return;
    TypedPart &own = m_typed[asked->part];
    WorkDay &reading = own.reading.readings[0];
    if (const std::optional<ClockQuestion> &clock = asked->clock) {
        const WallTime chosen = clock->choices[size_t(choice)];
        setTime(reading, clock->field, chosen);
        own.answers.push_back({clock->field, chosen.minutes, chosen});
    } else {
        reading = asked->choices[size_t(choice)];
        own.reading.readings.resize(1);
    }
    emit choiceChanged();
}

std::vector<ConflictChoice> ConflictController::choicesToSave(const QString &message) const
{
    std::vector<MassResult> results;
    if (isMass())
        results = massResults();
    else
        results.push_back({current(), result()});
    std::vector<ConflictChoice> choices;
    for (const MassResult &wanted : results) {
        const DayConflict &conflict = *wanted.conflict;
        ConflictChoice choice{
            conflict.id, {}, conflict.counting, wanted.day, message.trimmed(), conflict.personName};
        for (const DayVersion &seen : conflict.versions)
            choice.seen.push_back(seen.mutation);
        choices.push_back(std::move(choice));
    }
    return choices;
}

void ConflictController::save(const QString &message)
{
    if (!canSave())
        return;
    const std::vector<ConflictChoice> choices = choicesToSave(message);
    m_isSaving = true;
    emit choiceChanged();
    m_store.resolve(choices).then(this, [this, choices](const Result<SavedStep> &resolved) {
        m_isSaving = false;
        emit choiceChanged();
        if (resolved) {
            std::vector<DayConflict> left = m_conflicts;
            for (const ConflictChoice &choice : choices)
                std::erase_if(left,
                              [&](const DayConflict &other) { return other.id == choice.id; });
            m_marked.clear();
            take(std::move(left));
            emit decided(*resolved);
            emit saved(choices.front().result.key);
            return;
        }
        emit failed(resolved.error());
        if (resolved.error().code == ErrorCode::Conflict)
            load(); // another version came: look at it first
    });
}

} // namespace film::app
