#include "app/controllers/week_controller.h"

#include "app/controllers/day_edit_command.h"
#include "app/models/day_times.h"
#include "app/models/week_model.h"
#include "shared/domain/zone_time.h"

#include <QDateTime>
#include <QUndoStack>

#include <algorithm>

namespace film::app {

namespace {

using namespace std::chrono_literals;

constexpr auto tickInterval = 15s;
// Shorter than this and "Opening week 5…" would only flash.
constexpr auto openingShownAfter = 200ms;
// More than anybody types before a disk answers.
constexpr size_t writesMax = 64;
// How long after its call a day without a wrap still takes stamps: past midnight it is
// yesterday's day that goes on.
constexpr Minutes openDayMax{20h};
constexpr Minutes oneDay{24h};

// Whether a time that was known would be another one, or none.
bool losesTimes(const WorkDay &before, const WorkDay &after)
{
    if (before.type != after.type && !before.isBlank())
        return true;
    std::vector<DayFieldRef> fields{{DayField::Call}, {DayField::Wrap}};
    for (size_t i = 0; i < before.meals.size(); ++i) {
        fields.push_back({DayField::MealOut, i});
        fields.push_back({DayField::MealIn, i});
    }
    return std::ranges::any_of(fields, [&](DayFieldRef field) {
        return timeOf(before, field).isKnown() && timeOf(before, field) != timeOf(after, field);
    });
}

bool isReadable(const DayLineReading &line)
{
    return line.status == DayLineStatus::Understood || line.status == DayLineStatus::Unfinished;
}

} // namespace

WeekController::WeekController(WeekStore &store, const Clock &clock, QUndoStack &undo,
                               PersonId person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_undo(undo)
    , m_person(person)
    , m_zone(QTimeZone::systemTimeZone())
{
    m_minute.setInterval(tickInterval);
    m_minute.start();
    connect(&m_minute, &QTimer::timeout, this, &WeekController::tick);
}

QDate WeekController::today() const
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(m_clock.now()), m_zone).date();
}

Minutes WeekController::now() const
{
    return toWallTime(today(), m_clock.now(), m_zone).minutes;
}

FindingContext WeekController::contextOf(QDate date) const
{
    WeekModel model;
    model.setSnapshot(m_snapshot);
    model.setNow(today(), now());
    return model.contextOf(date);
}

StampOffer WeekController::stampOffer() const
{
    StampOffer offer;
    offer.date = stampDate();
    if (!m_snapshot.find(offer.date) || isLocked(offer.date))
        return offer;
    offer.field = nextField(dayAt(offer.date));
    offer.at = toWallTime(offer.date, m_clock.now(), m_zone);
    return offer;
}

QDate WeekController::stampDate() const
{
    const QDate date = today();
    const WeekDay *yesterday = m_snapshot.find(date.addDays(-1));
    const bool isStillOpen = yesterday && yesterday->day.call.isKnown()
        && yesterday->day.wrap.isUnknown() && dayAt(date).isBlank()
        && now() + oneDay - yesterday->day.call.minutes() < openDayMax;
    return isStillOpen ? date.addDays(-1) : date;
}

void WeekController::openWeek(QDate dateInIt)
{
    const int load = ++m_loads;
    m_wanted = dateInIt;
    m_isLoading = true;
    QTimer::singleShot(openingShownAfter, this, [this, load, dateInIt] {
        if (m_isLoading && load == m_loads)
            say({WeekMessage::Kind::Opening, dateInIt});
    });
    m_store.loadWeek(m_person, dateInIt)
        .then(this, [this, load, dateInIt](const Result<WeekSnapshot> &loaded) {
            if (load != m_loads)
                return; // the person has moved on since
            m_isLoading = false;
            if (!loaded) {
                m_wanted = m_selected;
                WeekMessage message{WeekMessage::Kind::Failed, dateInIt};
                message.error = loaded.error().code;
                say(message);
                return;
            }
            m_selected = dateInIt;
            takeSnapshot(*loaded);
            emit daySelected(m_selected);
        });
}

void WeekController::previousWeek()
{
    openWeek((m_wanted.isValid() ? m_wanted : today()).addDays(-7));
}

void WeekController::nextWeek()
{
    openWeek((m_wanted.isValid() ? m_wanted : today()).addDays(7));
}

void WeekController::goToday()
{
    selectDay(today());
}

void WeekController::reload()
{
    if (m_wanted.isValid())
        openWeek(m_wanted);
}

void WeekController::takeSnapshot(WeekSnapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    if (const QTimeZone zone = zoneFor(m_snapshot.zone); zone.isValid())
        m_zone = zone;
    emit nowChanged(today(), now());
    emit snapshotChanged(m_snapshot);
    readLine();
    emit stampChanged(stampOffer());
}

void WeekController::selectDay(QDate date)
{
    if (date == m_wanted)
        return;
    if (m_isLoading || !m_snapshot.find(date)) {
        openWeek(date);
        return;
    }
    m_selected = date;
    m_wanted = date;
    emit daySelected(date);
    readLine();
    emit stampChanged(stampOffer());
}

void WeekController::moveSelection(int days)
{
    if (m_selected.isValid())
        selectDay(m_selected.addDays(days));
}

void WeekController::setLine(const QString &line)
{
    m_line = line;
    readLine();
}

void WeekController::readLine()
{
    m_reading = {};
    const WeekDay *day = m_snapshot.find(m_selected);
    if (!day)
        return;
    m_reading.before = day->day;
    m_reading.after = day->day;
    m_reading.hasTwoVersions = day->hasTwoVersions;
    m_reading.line = readDayLine(m_line, lineContext());
    const DayLineReading &line = m_reading.line;
    if (isReadable(line)) {
        if (line.times)
            m_reading.after = withTimes(day->day, *line.times);
        if (line.note)
            m_reading.after.notes = *line.note;
        m_reading.after = completed(m_reading.after);
        const WorkDay &after = m_reading.after;
        m_reading.worked = workedMinutes(after);
        if (m_reading.worked) {
            m_reading.onSet = after.wrap.minutes() - after.call.minutes();
            m_reading.meals = *m_reading.onSet - *m_reading.worked;
        }
        m_reading.findings = findingsOf(after, contextOf(m_selected));
        m_reading.replacesTimes = losesTimes(day->day, after);
    }
    emit readingChanged(m_reading);
}

DayLineContext WeekController::lineContext() const
{
    DayLineContext context;
    const WeekDay *day = m_snapshot.find(m_selected);
    if (day && day->plan)
        context.called = day->plan->times;
    const WeekDay *before = m_snapshot.find(m_selected.addDays(-1));
    if (before && !before->day.isBlank())
        context.dayBefore = timesOf(before->day);
    if (m_selected == stampDate())
        context.now = toWallTime(m_selected, m_clock.now(), m_zone);
    return context;
}

void WeekController::chooseReading(int index)
{
    const std::vector<DayTimes> &choices = m_reading.line.choices;
    if (index < 0 || size_t(index) >= choices.size())
        return;
    std::optional<QString> line = printDayLine(choices[size_t(index)]);
    if (!line)
        return;
    // The note is no part of the times and is kept as it was typed.
    if (const qsizetype note = m_line.indexOf(u';'); note >= 0)
        *line += QString(u' ' + m_line.mid(note));
    emit lineReplaced(*line);
    setLine(*line);
}

void WeekController::save()
{
    const QDate date = m_selected;
    if (isLocked(date)) {
        say({WeekMessage::Kind::Locked, date});
        return;
    }
    if (m_reading.line.status == DayLineStatus::Empty)
        return;
    if (!isReadable(m_reading.line)) {
        const bool isAmbiguous = m_reading.line.status == DayLineStatus::Ambiguous;
        WeekMessage message{
            isAmbiguous ? WeekMessage::Kind::TwoReadings : WeekMessage::Kind::NotUnderstood, date};
        message.text = m_reading.line.token;
        say(message);
        return;
    }

    Write write;
    const DayLineReading line = m_reading.line;
    write.failed = [this, date, typed = m_line] {
        if (!m_line.isEmpty())
            return; // the person is typing something else by now
        selectDay(date);
        emit lineReplaced(typed);
        setLine(typed);
    };
    write.edits.push_back({date, {}, [line](WorkDay day) {
                               if (line.times)
                                   day = withTimes(day, *line.times);
                               if (line.note)
                                   day.notes = *line.note;
                               return day;
                           }});
    enqueue(std::move(write));
    m_line.clear();
    emit lineReplaced({});
    if (date < m_snapshot.week.last())
        m_selected = date.addDays(1);
    m_wanted = m_selected;
    emit daySelected(m_selected);
    readLine();
    emit stampChanged(stampOffer());
}

void WeekController::stampNow()
{
    const StampOffer offer = stampOffer();
    if (!offer.field)
        return;
    Write write;
    write.edits.push_back({offer.date, {}, [offer](WorkDay day) {
                               setTime(day, *offer.field, offer.at);
                               return day;
                           }});
    enqueue(std::move(write));
}

void WeekController::setField(QDate date, DayFieldRef field, const QString &text)
{
    if (isLocked(date)) {
        say({WeekMessage::Kind::Locked, date});
        return;
    }
    const WorkDay day = dayAt(date);
    Write write;
    WeekMessage refused{WeekMessage::Kind::NotUnderstood, date};
    refused.text = text;
    if (field.field == DayField::TravelTo) {
        const LengthReading length = readLength(text);
        if (!text.trimmed().isEmpty() && !length.isUnderstood()) {
            say(refused);
            return;
        }
        const std::optional<Minutes> travel =
            length.isUnderstood() ? std::optional(length.readings[0]) : std::nullopt;
        write.edits.push_back({date, {}, [travel](WorkDay edited) {
                                   edited.travelTo = travel;
                                   edited.travelFrom.reset();
                                   return edited;
                               }});
        enqueue(std::move(write));
        return;
    }

    TimeContext context;
    context.field = field.field;
    context.call = day.call;
    context.previous = timeBefore(day, field);
    if (date == stampDate())
        context.now = toWallTime(date, m_clock.now(), m_zone);
    if (const WeekDay *weekDay = m_snapshot.find(date); weekDay && weekDay->plan) {
        WorkDay planned;
        planned = withTimes(planned, weekDay->plan->times);
        context.asCalled = timeOf(planned, field);
    }
    const TimeReading reading = readTime(text, context);
    const bool isCleared = text.trimmed().isEmpty();
    if (!isCleared && !reading.isUnderstood()) {
        if (reading.isAmbiguous())
            refused.kind = WeekMessage::Kind::TwoReadings;
        say(refused);
        return;
    }
    const TimeField time = isCleared ? TimeField() : reading.readings[0];
    write.edits.push_back({date, {}, [field, time](WorkDay edited) {
                               setTime(edited, field, time);
                               return edited;
                           }});
    enqueue(std::move(write));
}

void WeekController::clearFields(QDate date)
{
    if (isLocked(date)) {
        say({WeekMessage::Kind::Locked, date});
        return;
    }
    if (dayAt(date).isBlank())
        return;
    Write write;
    write.kind = WeekMessage::Kind::Cleared;
    write.edits.push_back({date, {}, [](WorkDay day) { return withTimes(day, DayTimes{}); }});
    enqueue(std::move(write));
}

void WeekController::setNote(QDate date, const QString &note)
{
    if (!m_snapshot.find(date) || dayAt(date).notes == note)
        return;
    Write write;
    write.edits.push_back({date, {}, [note](WorkDay day) {
                               day.notes = note;
                               return day;
                           }});
    enqueue(std::move(write));
}

void WeekController::copyLastWeek()
{
    const QDate first = m_snapshot.week.first;
    if (!first.isValid())
        return;
    m_store.loadWeek(m_person, first.addDays(-7))
        .then(this, [this, first](const Result<WeekSnapshot> &loaded) {
            if (m_snapshot.week.first != first)
                return; // another week was opened meanwhile
            if (loaded)
                copyFrom(*loaded);
            else
                failWrite(loaded.error());
        });
}

void WeekController::copyFrom(const WeekSnapshot &lastWeek)
{
    Write write;
    write.kind = WeekMessage::Kind::Copied;
    for (const WeekDay &old : lastWeek.days) {
        const QDate date = old.day.key.date.addDays(7);
        if (old.day.isBlank() || !m_snapshot.find(date) || !dayAt(date).isBlank())
            continue;
        const DayTimes times = timesOf(old.day);
        write.edits.push_back({date, {}, [times](WorkDay day) { return withTimes(day, times); }});
    }
    if (write.edits.empty()) {
        say({WeekMessage::Kind::NothingToCopy, m_snapshot.week.first});
        return;
    }
    enqueue(std::move(write));
}

void WeekController::enqueue(Write write)
{
    if (m_writes.size() >= writesMax) {
        WeekMessage message{WeekMessage::Kind::Failed, write.edits.front().date};
        message.error = ErrorCode::Busy;
        say(message);
        return;
    }
    m_writes.push_back(std::move(write));
    if (!m_isWriting)
        writeNext();
}

void WeekController::writeNext()
{
    m_isWriting = !m_writes.empty();
    if (!m_isWriting)
        return;
    const Write &write = m_writes.front();
    if (write.next == write.edits.size()) {
        finishWrite();
        return;
    }
    const DayEdit &edit = write.edits[write.next];
    const WorkDay before = edit.base ? *edit.base : dayAt(edit.date);
    const WorkDay after = edit.base ? edit.apply(before) : completed(edit.apply(before));
    const DayRewrite change{before, after};
    m_store.saveDay(before, after).then(this, [this, change](const Result<SavedDay> &saved) {
        takeSaved(change, saved);
    });
}

void WeekController::takeSaved(const DayRewrite &change, const Result<SavedDay> &saved)
{
    if (!saved) {
        failWrite(saved.error());
        return;
    }
    Write &write = m_writes.front();
    write.done.push_back(change);
    ++write.next;
    WeekSnapshot snapshot = m_snapshot;
    if (const WeekDay *day = snapshot.find(saved->day.key.date)) {
        WeekDay &row = snapshot.days[size_t(day - snapshot.days.data())];
        row.day = saved->day;
        row.hasTwoVersions = saved->hasTwoVersions;
        takeSnapshot(std::move(snapshot));
    }
    writeNext();
}

void WeekController::finishWrite()
{
    Write write = std::move(m_writes.front());
    m_writes.pop_front();
    if (!write.done.empty()) {
        const WorkDay &last = write.done.back().after;
        WeekMessage message{write.kind, last.key.date, workedMinutes(last)};
        message.count = int(write.done.size());
        if (write.isUndoable)
            m_undo.push(new DayEditCommand(*this, m_undo, std::move(write.done)));
        say(message);
    }
    writeNext();
}

void WeekController::failWrite(const Error &error)
{
    WeekMessage message{WeekMessage::Kind::Failed, m_selected};
    message.error = error.code;
    std::function<void()> failed;
    if (!m_writes.empty()) {
        Write write = std::move(m_writes.front());
        m_writes.pop_front();
        message.date = write.edits[write.next].date;
        failed = write.failed;
        // What was written before the failure stays written, and can be taken back.
        if (write.isUndoable && !write.done.empty())
            m_undo.push(new DayEditCommand(*this, m_undo, std::move(write.done)));
    }
    // Later: the undo stack may be in the middle of the very call that failed.
    if (failed)
        QMetaObject::invokeMethod(this, failed, Qt::QueuedConnection);
    say(message);
    writeNext();
}

void WeekController::replay(const std::vector<DayRewrite> &changes, WeekMessage::Kind kind,
                            std::function<void()> failed)
{
    Write write;
    write.kind = kind;
    write.isUndoable = false;
    write.failed = std::move(failed);
    for (const DayRewrite &change : changes)
        write.edits.push_back({change.after.key.date, change.before,
                               [change](const WorkDay &) { return change.after; }});
    enqueue(std::move(write));
}

WorkDay WeekController::dayAt(QDate date) const
{
    const WeekDay *day = m_snapshot.find(date);
    return day ? day->day : WorkDay{};
}

bool WeekController::isLocked(QDate date) const
{
    const WeekDay *day = m_snapshot.find(date);
    return day && day->day.state >= DayState::Submitted;
}

// What goes with a day once it has times: that somebody said them, and where the clock hung.
WorkDay WeekController::completed(WorkDay day) const
{
    if (day.isBlank()) {
        if (day.state == DayState::Confirmed)
            day.state = DayState::Empty;
        return day;
    }
    if (day.state == DayState::Empty)
        day.state = DayState::Confirmed;
    if (day.zone.isEmpty())
        day.zone = m_snapshot.zone;
    if (const WeekDay *known = m_snapshot.find(day.key.date);
        day.location.isEmpty() && known && known->plan)
        day.location = known->plan->location;
    return day;
}

void WeekController::setSyncState(const SyncState &state)
{
    if (state == m_sync)
        return;
    m_sync = state;
    emit syncStateChanged(state);
}

void WeekController::tick()
{
    if (m_snapshot.days.empty())
        return;
    emit nowChanged(today(), now());
    emit stampChanged(stampOffer());
}

void WeekController::say(WeekMessage message)
{
    emit messageChanged(message);
}

} // namespace film::app
