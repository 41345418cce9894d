#include "app/controllers/week_controller.h"

#include "app/controllers/day_edit_command.h"
#include "app/models/save_check.h"
#include "app/models/week_model.h"
#include "shared/domain/allowance_text.h"
#include "shared/domain/time_fields.h"
#include "shared/domain/zone_time.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace film::app {

namespace {

using namespace std::chrono_literals;

constexpr auto tickInterval = 15s;
// Shorter than this and "Opening week 5…" would only flash.
constexpr auto openingShownAfter = 200ms;
// How long after its call a day without a wrap still takes stamps: past midnight it is
// yesterday's day that goes on.
constexpr Minutes openDayMax{20h};

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

// What goes with a day once it has times: that somebody said them, and where the clock hung.
WorkDay completed(WorkDay day, const QByteArray &zone, const QString &location)
{
    if (day.isBlank()) {
        if (day.state == DayState::Confirmed)
            day.state = DayState::Empty;
        return day;
    }
    if (day.state == DayState::Empty)
        day.state = DayState::Confirmed;
    if (day.zone.isEmpty())
        day.zone = zone;
    if (day.location.isEmpty())
        day.location = location;
    return day;
}

// A further unit's record of the date, as it is now; one that says nothing any more goes.
void takeOther(WeekDay &row, const SavedDay &saved)
{
    const auto known = std::ranges::find_if(
        row.others, [&saved](const OtherUnitDay &other) { return other.day.key == saved.day.key; });
    if (saved.day.isBlank() && !saved.hasTwoVersions) {
        if (known != row.others.end())
            row.others.erase(known);
        return;
    }
    OtherUnitDay other;
    if (known != row.others.end())
        other = *known;
    other.day = saved.day;
    other.hasTwoVersions = saved.hasTwoVersions;
    if (known != row.others.end())
        *known = std::move(other);
    else
        row.others.push_back(std::move(other));
}

// The day with what the line says and what was answered about it.
WorkDay saidBy(const DayLineReading &line, const ClockAnswers &answers, WorkDay day)
{
    if (line.times)
        day = withAnswers(withTimes(day, *line.times), answers);
    return withBeside(std::move(day), line);
}

} // namespace

WeekController::WeekController(WeekStore &store, const Clock &clock, QUndoStack &undo,
                               PersonId person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_writer(store, undo)
    , m_person(person)
    , m_zone(QTimeZone::systemTimeZone())
{
    m_minute.setInterval(tickInterval);
    m_minute.start();
    connect(&m_minute, &QTimer::timeout, this, &WeekController::tick);
    connect(&m_writer, &DayWriter::dayWritten, this, &WeekController::takeWritten);
    connect(&m_writer, &DayWriter::messageChanged, this, &WeekController::messageChanged);
}

// Where the day is worked, as long as this computer knows the zone.
QTimeZone WeekController::zoneOf(const WorkDay &day) const
{
    if (day.zone.isEmpty() || day.zone == m_zone.id())
        return m_zone;
    const QTimeZone zone = zoneFor(day.zone);
    return zone.isValid() ? zone : m_zone;
}

QDate WeekController::calendarDate() const
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(m_clock.now()), m_zone).date();
}

QDate WeekController::today() const
{
    const QDate date = calendarDate();
    const QDate yesterday = date.addDays(-1);
    const WeekDay *open = m_snapshot.find(yesterday);
    const bool isStillOpen = open && open->day.call.isKnown() && open->day.wrap.isUnknown()
        && dayAt(date).isBlank()
        && toWallTime(yesterday, m_clock.now(), m_zone).minutes - open->day.call.minutes()
            < openDayMax;
    return isStillOpen ? yesterday : date;
}

Minutes WeekController::now() const
{
    return toWallTime(today(), m_clock.now(), m_zone).minutes;
}

FindingContext WeekController::contextOf(QDate date) const
{
    return findingContext(m_snapshot, date, today(), now());
}

StampOffer WeekController::stampOffer() const
{
    StampOffer offer;
    offer.date = today();
    if (!m_snapshot.find(offer.date) || isLocked(offer.date))
        return offer;
    const WorkDay day = dayAt(offer.date);
    offer.field = nextField(day);
    offer.at = toWallTime(offer.date, m_clock.now(), zoneOf(day));
    return offer;
}

void WeekController::openWeek(QDate dateInIt)
{
    const int load = ++m_loads;
    m_wanted = dateInIt;
    m_isLoading = true;
    QTimer::singleShot(openingShownAfter, this, [this, load, dateInIt] {
        if (!m_isLoading || load != m_loads)
            return;
        m_hasSaidOpening = true;
        say({WeekMessage::Kind::Opening, dateInIt});
    });
    m_store.loadWeek(m_person, dateInIt)
        .then(this, [this, load, dateInIt](const Result<WeekSnapshot> &loaded) {
            if (load != m_loads)
                return; // the person has moved on since
            m_isLoading = false;
            if (std::exchange(m_hasSaidOpening, false))
                say({});
            if (!loaded) {
                // Nothing is open yet: the week stays wanted, for a reload once records come.
                if (m_selected.isValid())
                    m_wanted = m_selected;
                WeekMessage message{WeekMessage::Kind::Failed, dateInIt};
                message.error = loaded.error().code;
                say(message);
                return;
            }
            if (std::exchange(m_selected, dateInIt) != dateInIt)
                m_answers.clear();
            takeSnapshot(*loaded);
            emit daySelected(m_selected);
        });
    emit weekWanted(dateInIt);
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
    if (m_snapshot.week.first.isValid() && !(snapshot.week == m_snapshot.week))
        emit weekAboutToChange();
    if (m_cellQuestion && !snapshot.find(m_cellQuestion->date))
        dropCellQuestion();
    m_snapshot = std::move(snapshot);
    if (m_limits)
        m_snapshot.limits = m_limits(m_snapshot);
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
    m_answers.clear();
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
    if (line.isEmpty())
        m_answers.clear();
    else
        dropCellQuestion();
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
    if (m_reading.isRead())
        readTimes(*day);
    emit readingChanged(m_reading);
}

void WeekController::readTimes(const WeekDay &day)
{
    WorkDay &after = m_reading.after;
    m_reading.answers = lineAnswers();
    after = completed(saidBy(m_reading.line, m_reading.answers, day.day), m_snapshot.zone,
                      day.plan ? day.plan->location : QString());
    m_reading.question = clockQuestionOf(day.day, after, zoneOf(after), m_reading.answers);
    m_reading.refusal = refusalOf(day.day, after);
    m_reading.worked = workedMinutes(after);
    if (m_reading.worked) {
        m_reading.onSet = after.wrap.minutes() - after.call.minutes();
        m_reading.meals = *m_reading.onSet - *m_reading.worked;
    }
    m_reading.findings = findingsOf(after, contextOf(m_selected));
    m_reading.replacesTimes = losesTimes(day.day, after);
}

ClockAnswers WeekController::lineAnswers() const
{
    ClockAnswers answers = m_answers;
    if (m_reading.line.times)
        std::ranges::copy(
            answersOfClock(m_reading.line, withTimes({}, *m_reading.line.times), lineContext().now),
            std::back_inserter(answers));
    return answers;
}

DayLineContext WeekController::lineContext() const
{
    DayLineContext context;
    context.usualMoney = m_snapshot.usualMoney();
    const WeekDay *day = m_snapshot.find(m_selected);
    if (day && day->plan)
        context.called = day->plan->times;
    const WeekDay *before = m_snapshot.find(m_selected.addDays(-1));
    if (before && !before->day.isBlank())
        context.dayBefore = timesOf(before->day);
    if (m_selected == today())
        context.now = toWallTime(m_selected, m_clock.now(), zoneOf(dayAt(m_selected)));
    return context;
}

void WeekController::chooseReading(int index)
{
    if (m_reading.question) {
        answerLine(index);
        return;
    }
    const std::vector<DayTimes> &choices = m_reading.line.choices;
    if (index < 0 || size_t(index) >= choices.size())
        return;
    if (std::optional<QString> line = printDayLine(choices[size_t(index)]))
        replaceLine(*std::move(line));
}

void WeekController::answerLine(int index)
{
    if (index < 0 || index > 1)
        return;
    const ClockQuestion question = *m_reading.question;
    const WallTime answer = question.choices[size_t(index)];
    m_answers.push_back({question.field, question.asked.minutes, answer});
    WorkDay said = withTimes({}, *m_reading.line.times);
    setTime(said, question.field, answer);
    // Which of two equal times was meant no line can say; another time it can.
    const std::optional<QString> line =
        question.isSkipped ? printDayLine(timesOf(said)) : std::nullopt;
    if (line)
        replaceLine(*line);
    else
        readLine();
}

void WeekController::replaceLine(QString line)
{
    // What is no part of the times is kept as it was typed.
    for (const QString &word : m_line.section(u';', 0, 0).split(u' ', Qt::SkipEmptyParts)) {
        if (word.indexOf(u'=') > 0)
            line += QString(u' ' + word);
    }
    if (const qsizetype note = m_line.indexOf(u';'); note >= 0)
        line += QString(u' ' + m_line.mid(note));
    emit lineReplaced(line);
    setLine(line);
}

void WeekController::save()
{
    const QDate date = m_selected;
    if (refuseLocked(date))
        return;
    if (m_reading.line.status == DayLineStatus::Empty)
        return;
    if (m_reading.question) {
        WeekMessage message{WeekMessage::Kind::ClockChange, date};
        message.open = {*m_reading.question};
        say(message);
        return;
    }
    if (!m_reading.isRead()) {
        const bool isAmbiguous = m_reading.line.status == DayLineStatus::Ambiguous;
        WeekMessage message{
            isAmbiguous ? WeekMessage::Kind::TwoReadings : WeekMessage::Kind::NotUnderstood, date};
        message.text = m_reading.line.token;
        say(message);
        return;
    }
    if (m_reading.refusal) {
        WeekMessage message{WeekMessage::Kind::WrongOrder, date};
        message.refusal = m_reading.refusal;
        say(message);
        return;
    }

    const auto apply = [line = m_reading.line, answers = m_reading.answers](WorkDay day) {
        return saidBy(line, answers, std::move(day));
    };
    write(editOf(date, apply), WeekMessage::Kind::Saved,
          [this, date, typed = m_line, answers = m_answers] {
              if (!m_line.isEmpty())
                  return; // the person is typing something else by now
              selectDay(date);
              m_answers = answers;
              emit lineReplaced(typed);
              setLine(typed);
          });
    m_answers.clear();
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
    write(editOf(offer.date, [offer](WorkDay day) {
        setTime(day, *offer.field, offer.at);
        return day;
    }));
}

void WeekController::setField(QDate date, DayFieldRef field, const QString &text)
{
    dropCellQuestion();
    if (!m_snapshot.find(date))
        return;
    if (refuseLocked(date))
        return;
    if (field.field == DayField::TravelTo)
        setTravel(date, text);
    else
        setTimeOfDay(date, field, text);
}

void WeekController::setTravel(QDate date, const QString &text)
{
    const LengthReading length = readLength(text);
    const bool isCleared = text.trimmed().isEmpty();
    if (!isCleared && !length.isUnderstood()) {
        refuse(date, text, length.isAmbiguous());
        return;
    }
    const std::optional<Minutes> travel =
        isCleared ? std::nullopt : std::optional(length.readings[0]);
    write(editOf(date, [travel](WorkDay day) {
        day.travelTo = travel;
        day.travelFrom.reset();
        return day;
    }));
}

void WeekController::setTimeOfDay(QDate date, DayFieldRef field, const QString &text)
{
    const WorkDay day = dayAt(date);
    TimeContext context;
    context.field = field.field;
    context.call = day.call;
    context.previous = timeBefore(day, field);
    if (date == today())
        context.now = toWallTime(date, m_clock.now(), zoneOf(day));
    if (const WeekDay *known = m_snapshot.find(date); known && known->plan)
        context.asCalled = timeOf(withTimes({}, known->plan->times), field);
    const TimeReading reading = readTime(text, context);
    if (text.trimmed().isEmpty())
        writeTime(date, field, text, TimeField(), true);
    else if (reading.isUnderstood())
        writeTime(date, field, text, reading.readings[0],
                  std::ranges::count(reading.notes, TimeNote::ReadOffClock) > 0);
    else
        refuse(date, text, reading.isAmbiguous());
    if (reading.isAmbiguous())
        askCell({date, field, text, {reading.readings[0], reading.readings[1]}, {}});
}

// A time typed again is asked about again: that is how a wrong answer is put right.
void WeekController::writeTime(QDate date, DayFieldRef field, const QString &text,
                               const TimeField &time, bool isSettled)
{
    const auto setTo = [field, time](WorkDay day) {
        setTime(day, field, time);
        return day;
    };
    WorkDay before = dayAt(date);
    setTime(before, field, TimeField());
    const WorkDay after = setTo(before);
    const std::optional<ClockQuestion> question =
        isSettled ? std::nullopt : clockQuestionOf(before, after, zoneOf(after));
    if (!question) {
        write(editOf(date, setTo));
        return;
    }
    WeekMessage message{WeekMessage::Kind::ClockChange, date};
    message.open = {*question};
    say(message);
    askCell({date, field, text, {question->choices[0], question->choices[1]}, question});
}

void WeekController::askCell(CellQuestion question)
{
    m_cellQuestion = std::move(question);
    emit cellQuestionChanged();
}

void WeekController::dropCellQuestion()
{
    if (std::exchange(m_cellQuestion, std::nullopt))
        emit cellQuestionChanged();
}

void WeekController::answerCell(int index)
{
    if (!m_cellQuestion || index < 0 || index > 1)
        return;
    const CellQuestion question = *m_cellQuestion;
    dropCellQuestion();
    if (m_snapshot.find(question.date) && !isLocked(question.date))
        writeTime(question.date, question.field, question.text, question.choices[size_t(index)],
                  question.clock.has_value());
}

void WeekController::refuse(QDate date, const QString &text, bool isAmbiguous)
{
    WeekMessage message{
        isAmbiguous ? WeekMessage::Kind::TwoReadings : WeekMessage::Kind::NotUnderstood, date};
    message.text = text;
    say(message);
}

void WeekController::clearFields(QDate date)
{
    if (refuseLocked(date))
        return;
    if (dayAt(date).isBlank())
        return;
    write(editOf(date, [](WorkDay day) { return withTimes(day, DayTimes{}); }),
          WeekMessage::Kind::Cleared);
}

void WeekController::setNote(QDate date, const QString &note)
{
    const WeekDay *known = m_snapshot.find(date);
    if (!known || known->day.notes == note)
        return;
    const auto refused = [this, date, note] { emit noteRefused(date, note); };
    // What is submitted still takes a note; what is approved takes nothing.
    if ((known->day.state >= DayState::Approved || known->isUnreadable) && refuseLocked(date))
        return refused();
    const auto noted = [note](WorkDay day) {
        day.notes = note;
        return day;
    };
    write(editOf(date, noted), WeekMessage::Kind::Saved, refused);
}

void WeekController::setChoices(QDate date, DayChoices choices)
{
    if (!m_snapshot.find(date) || dayAt(date).choices == choices || refuseLocked(date))
        return;
    write(editOf(date, [choices](WorkDay day) {
        day.choices = choices;
        return day;
    }));
}

void WeekController::setAllowances(QDate date, const QString &text)
{
    if (!m_snapshot.find(date))
        return;
    const auto allowances = readAllowances(text, m_snapshot.usualMoney());
    const auto refused = [this, date, text] { emit allowancesRefused(date, text); };
    if (!allowances) {
        WeekMessage message{WeekMessage::Kind::AllowanceNotUnderstood, date};
        message.text = text.trimmed();
        say(message);
        return refused();
    }
    if (dayAt(date).allowances == *allowances)
        return;
    if (refuseLocked(date))
        return refused();
    write(editOf(date,
                 [allowances = *allowances](WorkDay day) {
                     day.allowances = allowances;
                     return day;
                 }),
          WeekMessage::Kind::Saved, refused);
}

WorkDay WeekController::recordAt(QDate date, UnitId unit) const
{
    const WeekDay *known = m_snapshot.find(date);
    const WorkDay *record = known ? known->recordOf(unit) : nullptr;
    if (record)
        return *record;
    WorkDay day;
    day.key = {m_snapshot.person, date, unit};
    return day;
}

void WeekController::setUnitLine(QDate date, UnitId unit, const QString &line)
{
    if (!m_snapshot.find(date))
        return;
    const WorkDay before = recordAt(date, unit);
    if (refuseLocked(before))
        return;
    if (line.trimmed().isEmpty()) {
        if (!before.isBlank())
            write(editOf(before, {},
                         [](const WorkDay &day) {
                             WorkDay gone;
                             gone.key = day.key;
                             return gone;
                         }),
                  WeekMessage::Kind::Cleared);
        return;
    }
    DayLineContext context;
    context.usualMoney = m_snapshot.usualMoney();
    if (date == today())
        context.now = toWallTime(date, m_clock.now(), zoneOf(before));
    const DayLineReading reading = readDayLine(line, context);
    const bool isRead =
        reading.status == DayLineStatus::Understood || reading.status == DayLineStatus::Unfinished;
    if (!isRead) {
        refuse(date, reading.token.isEmpty() ? line : reading.token,
               reading.status == DayLineStatus::Ambiguous);
        return;
    }
    const auto apply = [reading](WorkDay day) { return saidBy(reading, {}, std::move(day)); };
    const DayWriter::Edit edit = editOf(before, {}, apply);
    const WorkDay after = edit.apply(before);
    if (after == before)
        return;
    // Two equal times of a night are asked about in the table only.
    if (const auto question = clockQuestionOf(before, after, zoneOf(after))) {
        WeekMessage message{WeekMessage::Kind::ClockChange, date};
        message.open = {*question};
        say(message);
        return;
    }
    write(edit);
}

void WeekController::setCostCodes(QDate date, UnitId unit, const QString &account,
                                  const QString &episode)
{
    const WorkDay before = recordAt(date, unit);
    if (!m_snapshot.find(date) || (before.account == account && before.episode == episode)
        || refuseLocked(before))
        return;
    write(editOf(before, {}, [account, episode](WorkDay day) {
        day.account = account;
        day.episode = episode;
        return day;
    }));
}

void WeekController::restoreDay(const DayEdit &edit)
{
    const QDate date = edit.after.key.date;
    const WeekDay *known = m_snapshot.find(date);
    if (!known || refuseLocked(date))
        return;
    if (known->day != edit.before)
        return say({WeekMessage::Kind::ChangedSince, date});
    write(editOf(date, [after = edit.after](const WorkDay &) { return after; }));
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
            if (loaded) {
                copyFrom(*loaded);
                return;
            }
            WeekMessage message{WeekMessage::Kind::Failed, first};
            message.error = loaded.error().code;
            say(message);
        });
}

void WeekController::copyFrom(const WeekSnapshot &lastWeek)
{
    DayWriter::Write write;
    write.kind = WeekMessage::Kind::Copied;
    for (const WeekDay &old : lastWeek.days) {
        const QDate date = old.day.key.date.addDays(7);
        if (old.day.isBlank() || !m_snapshot.find(date) || !dayAt(date).isBlank())
            continue;
        DayTimes times = timesOf(old.day);
        times.choices &= lastingChoices;
        const DayWriter::Edit edit =
            editOf(date, [times](WorkDay day) { return withTimes(day, times); });
        const WorkDay after = edit.apply(edit.day);
        if (const auto question = clockQuestionOf(edit.day, after, zoneOf(after)))
            write.open.push_back(*question);
        else if (refusalOf(edit.day, after))
            write.outOfOrder.push_back(date);
        else
            write.edits.push_back(edit);
    }
    if (write.edits.empty()) {
        WeekMessage message{WeekMessage::Kind::NothingToCopy, m_snapshot.week.first};
        message.open = std::move(write.open);
        message.outOfOrder = std::move(write.outOfOrder);
        say(message);
        return;
    }
    m_writer.write(std::move(write));
}

void WeekController::takeWritten(const SavedDay &saved)
{
    const WeekDay *day = m_snapshot.find(saved.day.key.date);
    if (!day)
        return; // another week is open by now
    WeekSnapshot snapshot = m_snapshot;
    WeekDay &row = snapshot.days[size_t(day - m_snapshot.days.data())];
    if (row.day.key == saved.day.key) {
        row.day = saved.day;
        row.hasTwoVersions =
            saved.hasTwoVersions || std::ranges::any_of(row.others, &OtherUnitDay::hasTwoVersions);
    } else {
        takeOther(row, saved);
        row.hasTwoVersions = row.hasTwoVersions || saved.hasTwoVersions;
    }
    takeSnapshot(std::move(snapshot));
}

DayWriter::Edit WeekController::editOf(QDate date, std::function<WorkDay(WorkDay)> apply) const
{
    const WeekDay *known = m_snapshot.find(date);
    Q_ASSERT(known);
    return editOf(known->day, known->plan ? known->plan->location : QString(), std::move(apply));
}

DayWriter::Edit WeekController::editOf(const WorkDay &record, const QString &location,
                                       std::function<WorkDay(WorkDay)> apply) const
{
    const QByteArray zone = m_snapshot.zone;
    return {record, [apply = std::move(apply), zone, location](WorkDay day) {
                day = completed(apply(std::move(day)), zone, location);
                return withoutIdleFolds(day, zoneFor(day.zone));
            }};
}

void WeekController::write(DayWriter::Edit edit, WeekMessage::Kind kind,
                           std::function<void()> failed)
{
    DayWriter::Write write;
    write.kind = kind;
    write.edits.push_back(std::move(edit));
    write.failed = std::move(failed);
    m_writer.write(std::move(write));
}

WorkDay WeekController::dayAt(QDate date) const
{
    const WeekDay *day = m_snapshot.find(date);
    return day ? day->day : WorkDay{};
}

bool WeekController::isLocked(QDate date) const
{
    const WeekDay *day = m_snapshot.find(date);
    return day && (day->day.state >= DayState::Submitted || day->isUnreadable);
}

bool WeekController::refuseLocked(QDate date)
{
    const WeekDay *day = m_snapshot.find(date);
    if (!day || !isLocked(date))
        return false;
    WeekMessage message{
        day->isUnreadable ? WeekMessage::Kind::Unreadable : WeekMessage::Kind::Locked, date};
    message.state = day->day.state;
    say(message);
    return true;
}

bool WeekController::refuseLocked(const WorkDay &record)
{
    const WeekDay *known = m_snapshot.find(record.key.date);
    if (known && known->day.key == record.key)
        return refuseLocked(record.key.date);
    const bool isUnreadable =
        known && std::ranges::any_of(known->others, [&record](const OtherUnitDay &other) {
            return other.day.key == record.key && other.isUnreadable;
        });
    if (record.state < DayState::Submitted && !isUnreadable)
        return false;
    WeekMessage message{isUnreadable ? WeekMessage::Kind::Unreadable : WeekMessage::Kind::Locked,
                        record.key.date};
    message.state = record.state;
    say(message);
    return true;
}

void WeekController::restoreStep(const SavedStep &step)
{
    UndoStep restored{step.number, step.isUndone};
    for (const EditedDay &day : step.days)
        restored.changes.push_back({day.before, day.after});
    m_writer.restore(std::move(restored));
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
