#include "shared/domain/day_line.h"

#include "shared/domain/allowance_text.h"
#include "shared/domain/field_reader.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/typed_text.h"

#include <QStringList>

#include <algorithm>

namespace film {

using namespace Qt::StringLiterals;

namespace {

// A token that was not understood ends the reading; this is why.
struct Refusal {
    QString token;
    TimeTextError error;
};

// The words of a line put where they belong, not yet read.
struct Sorted {
    QString call;
    QString ndb;
    QStringList meals; // "out-in" each
    QString wrap;
    QStringList travel;
};

bool isPair(const QString &word)
{
    return word.indexOf(u'-', 1) > 0;
}

bool isTravel(const QString &word)
{
    return word.size() > 1 && word[0] == u't' && (word[1].isDigit() || word[1] == u'?');
}

// Sorts the times of a line by their shape alone: pairs are meals, a single time at the end is
// the wrap, and singles before it go two by two ("0700 1300 1330 1930").
class Sorter
{
public:
    explicit Sorter(QStringList times)
        : m_times(std::move(times))
    {}

    [[nodiscard]] std::optional<Refusal> sort(Sorted &sorted)
    {
        if (m_times.isEmpty())
            return std::nullopt;
        QString first = m_times.takeFirst();
        if (isPair(first)) { // "7-1930 13-1330": the whole day first, then its meals
            const qsizetype dash = first.indexOf(u'-', 1);
            sorted.call = first.first(dash);
            sorted.wrap = first.sliced(dash + 1);
        } else {
            sorted.call = std::move(first);
            if (!m_times.isEmpty() && m_times.front() == u"-") // "0700 - 1930" has no meal
                sorted.meals.append(m_times.takeFirst());
        }
        for (const QString &word : m_times) {
            if (auto refusal = take(word, sorted))
                return refusal;
        }
        return finish(sorted);
    }

private:
    [[nodiscard]] std::optional<Refusal> take(const QString &word, Sorted &sorted)
    {
        const bool hasOpenOut = m_singles.size() % 2 == 1;
        if (word == u"-" && hasOpenOut) { // "1300 - 1330"
            m_isJoining = true;
        } else if (word == u"-" || isPair(word)) {
            if (hasOpenOut)
                return Refusal{word, TimeTextError::NotExpected};
            moveSingles(sorted);
            sorted.meals.append(word);
        } else {
            m_singles.append(word);
            if (m_isJoining)
                moveSingles(sorted);
            m_isJoining = false;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Refusal> finish(Sorted &sorted)
    {
        moveSingles(sorted);
        if (m_singles.isEmpty())
            return std::nullopt;
        if (m_isJoining) {
            sorted.meals.append(m_singles.front() + u'-');
            return std::nullopt;
        }
        if (!sorted.wrap.isEmpty())
            return Refusal{m_singles.front(), TimeTextError::NotExpected};
        sorted.wrap = m_singles.front();
        return std::nullopt;
    }

    // All whole pairs of singles become meals.
    void moveSingles(Sorted &sorted)
    {
        while (m_singles.size() >= 2) {
            const QString out = m_singles.takeFirst();
            sorted.meals.append(out + u'-' + m_singles.takeFirst());
        }
    }

    QStringList m_times;
    QStringList m_singles;
    bool m_isJoining = false;
};

// Reads one line with the meaning of points settled or not; in the second case it stops at the
// first token that has two readings.
class Reader
{
public:
    Reader(const DayLineContext &context, PointStyle pointStyle)
        : m_context(context)
        , m_pointStyle(pointStyle)
    {}

    [[nodiscard]] DayLineReading read(QStringList words)
    {
        m_reading.times = DayTimes();
        m_isFine = takeOpening(words) && readRest(words);
        if (m_isFine && m_reading.status == DayLineStatus::Empty)
            finish();
        return m_reading;
    }

private:
    bool refuse(const QString &token, TimeTextError error)
    {
        m_reading.status = DayLineStatus::Unreadable;
        m_reading.token = token;
        m_reading.error = error;
        return false;
    }

    bool copy(const QString &word, const std::optional<DayTimes> &source, TimeTextError missing)
    {
        if (!source)
            return refuse(word, missing);
        m_reading.times = *source;
        // Nobody has agreed yet to what was agreed on another day.
        m_reading.times->choices &= lastingChoices;
        m_isCopy = true;
        return true;
    }

    // The word before the times, if there is one.
    bool takeOpening(QStringList &words)
    {
        if (words.size() >= 2 && words[0] == u"no" && words[1] == u"work") {
            words.removeFirst();
            words[0] = dayTypeWord(DayType::NoWork);
        }
        const QString first = words.front();
        if (first == u"cs" || first == u"=") {
            words.removeFirst();
            return first == u"cs" ? copy(first, m_context.called, TimeTextError::NoCallSheet)
                                  : copy(first, m_context.dayBefore, TimeTextError::NoDayBefore);
        }
        if (const auto type = dayTypeFromCode(first, Form::Timecard)) {
            words.removeFirst();
            m_reading.times->type = *type;
        }
        return true;
    }

    bool readRest(const QStringList &words)
    {
        Sorted sorted;
        QStringList times;
        for (const QString &word : words) {
            if (const auto choice = dayChoiceFromWord(word)) {
                if (!choose(word, *choice))
                    return false;
            } else if (isTravel(word))
                sorted.travel.append(word);
            else if (word.startsWith(u"ndb") && sorted.ndb.isEmpty())
                sorted.ndb = word;
            else
                times.append(word);
        }
        if (!times.isEmpty() && !hasTimes(m_reading.times->type))
            return refuse(times.front(), TimeTextError::NotExpected);
        if (m_isCopy)
            return readWrapAlone(times) && readTravel(sorted.travel);
        if (const auto refusal = Sorter(times).sort(sorted))
            return refuse(refusal->token, refusal->error);
        return readTimes(sorted) && readTravel(sorted.travel);
    }

    // The second of two that exclude each other is the mistake.
    bool choose(const QString &word, DayChoice choice)
    {
        const DayChoices both = m_reading.times->choices | choice;
        if (!dayChoicesFromNumber(both.toInt()))
            return refuse(word, TimeTextError::NotExpected);
        m_reading.times->choices = both;
        return true;
    }

    bool readWrapAlone(const QStringList &times)
    {
        const DayTimes &copied = *m_reading.times;
        for (const Meal &meal : copied.meals) {
            remember(meal.out);
            remember(meal.in);
        }
        if (times.size() > 1)
            return refuse(times[1], TimeTextError::NotExpected);
        if (!m_previous.isKnown())
            remember(copied.call);
        return times.isEmpty() || readWrap(times.front());
    }

    bool readTimes(const Sorted &sorted)
    {
        DayTimes &times = *m_reading.times;
        if (!readOne(sorted.call, DayField::Call, times.call))
            return false;
        remember(times.call);
        if (!sorted.ndb.isEmpty() && !readNdb(sorted.ndb))
            return false;
        for (const QString &meal : sorted.meals) {
            if (!readMealPair(meal))
                return false;
        }
        return readWrap(sorted.wrap);
    }

    bool readWrap(const QString &word)
    {
        return readOne(word, DayField::Wrap, m_reading.times->wrap);
    }

    [[nodiscard]] TimeContext contextFor(DayField field) const
    {
        TimeContext context{field, m_previous,    m_reading.times->call,
                            {},    m_context.now, m_pointStyle};
        if (!m_context.called)
            return context;
        const DayTimes &called = *m_context.called;
        const size_t meal = m_reading.times->meals.size();
        if (field == DayField::Call)
            context.asCalled = called.call;
        else if (field == DayField::Wrap)
            context.asCalled = called.wrap;
        else if (field == DayField::MealOut && meal < called.meals.size())
            context.asCalled = called.meals[meal].out;
        return context;
    }

    bool readOne(const QString &word, DayField field, TimeField &target)
    {
        if (word.isEmpty() || word == u"?")
            return true;
        if (word.size() > 1 && word.front() == u'-') // "before the call" is no time of a line
            return refuse(word, TimeTextError::NotExpected);
        return take(word, {field}, readTime(word, contextFor(field)), target);
    }

    bool readMealPair(const QString &word)
    {
        std::vector<Meal> &meals = m_reading.times->meals;
        if (meals.size() == record_limits::mealsMax)
            return refuse(word, TimeTextError::TooManyMeals);
        TimeField calledIn;
        if (m_context.called && meals.size() < m_context.called->meals.size())
            calledIn = m_context.called->meals[meals.size()].in;
        Meal meal;
        const DayFieldRef field{DayField::MealOut, meals.size()};
        if (!take(word, field, readMeal(word, contextFor(DayField::MealOut), calledIn), meal))
            return false;
        meals.push_back(meal);
        remember(meal.out);
        remember(meal.in);
        return true;
    }

    bool readNdb(const QString &word)
    {
        Meal breakfast;
        if (!take(word, {DayField::NdbOut}, readMeal(word.sliced(3), contextFor(DayField::NdbOut)),
                  breakfast))
            return false;
        m_reading.times->ndbOut = breakfast.out;
        m_reading.times->ndbIn = breakfast.in;
        remember(breakfast.out);
        remember(breakfast.in);
        return true;
    }

    bool readTravel(const QStringList &words)
    {
        if (words.size() > 2)
            return refuse(words[2], TimeTextError::NotExpected);
        for (const QString &word : words) {
            const bool isThere = &word == &words.front();
            auto &target = isThere ? m_reading.times->travelTo : m_reading.times->travelFrom;
            if (word == u"t?")
                continue;
            Minutes length{0};
            const DayField field = isThere ? DayField::TravelTo : DayField::TravelFrom;
            if (!take(word, {field}, readLength(word.sliced(1), m_pointStyle), length))
                return false;
            target = length;
        }
        return true;
    }

    template<typename Value>
    bool take(const QString &word, DayFieldRef field, const TypedReading<Value> &typed,
              Value &target)
    {
        if (typed.error)
            return refuse(word, *typed.error);
        for (const TimeNote note : typed.notes)
            m_reading.notes.push_back({field, note});
        if (typed.isAmbiguous()) {
            m_reading.status = DayLineStatus::Ambiguous;
            m_reading.token = word;
            return false;
        }
        target = typed.readings[0];
        return true;
    }

    void remember(const TimeField &time)
    {
        if (time.isKnown())
            m_previous = time;
    }

    void finish()
    {
        m_reading.missing = firstMissing(*m_reading.times);
        m_reading.status =
            m_reading.missing ? DayLineStatus::Unfinished : DayLineStatus::Understood;
    }

    [[nodiscard]] static std::optional<DayFieldRef> firstMissing(const DayTimes &times)
    {
        if (!hasTimes(times.type))
            return std::nullopt;
        if (times.call.isUnknown())
            return DayFieldRef{DayField::Call};
        if (times.ndbOut.isUnknown() != times.ndbIn.isUnknown())
            return DayFieldRef{times.ndbOut.isUnknown() ? DayField::NdbOut : DayField::NdbIn};
        for (size_t i = 0; i < times.meals.size(); ++i) {
            if (times.meals[i].out.isUnknown())
                return DayFieldRef{DayField::MealOut, i};
            if (times.meals[i].in.isUnknown())
                return DayFieldRef{DayField::MealIn, i};
        }
        if (times.wrap.isUnknown())
            return DayFieldRef{DayField::Wrap};
        return std::nullopt;
    }

    const DayLineContext &m_context;
    PointStyle m_pointStyle;
    DayLineReading m_reading;
    TimeField m_previous;
    bool m_isCopy = false;
    bool m_isFine = true;
};

bool isRight(const DayLineReading &reading)
{
    return reading.status == DayLineStatus::Understood
        || reading.status == DayLineStatus::Unfinished;
}

// The line has a point with two meanings: it is read whole with the one and with the other.
DayLineReading readBothWays(const QStringList &words, const DayLineContext &context,
                            DayLineReading asked)
{
    DayLineReading hundredths = Reader(context, PointStyle::Hundredths).read(words);
    DayLineReading minutes = Reader(context, PointStyle::ClockMinutes).read(words);
    if (!isRight(minutes))
        return hundredths;
    if (!isRight(hundredths) || hundredths.times == minutes.times)
        return minutes;
    asked.choices = {*hundredths.times, *minutes.times};
    return asked;
}

QStringList wordsOf(QStringView text)
{
    QStringList words;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts))
        words.append(word.toString());
    return words;
}

// "kit=50", as it was typed: names keep their case. "=" alone is the day before.
bool isBesideWord(QStringView word)
{
    return word.indexOf(u'=') > 0;
}

// Takes one such word into the reading; false if it says nothing that a record can hold.
bool takeBeside(QStringView word, Currency usual, DayLineReading &reading)
{
    const qsizetype sign = word.indexOf(u'=');
    const QString name = word.first(sign).toString().replace(u'_', u' ').simplified();
    const QString value = word.sliced(sign + 1).toString();
    const auto isNamed = [&name](QStringView known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    };
    if (isNamed(u"acct") || isNamed(u"account") || isNamed(u"ep") || isNamed(u"episode")) {
        const QString text = QString(value).replace(u'_', u' ');
        if (!FieldReader::isText(text, record_limits::nameLengthMax) && !text.isEmpty())
            return false;
        (name.startsWith(u'a', Qt::CaseInsensitive) ? reading.account : reading.episode) = text;
        return true;
    }
    const std::optional<Money> amount = readAmount(value, usual);
    if (!amount || !FieldReader::isText(name, record_limits::allowanceCodeLengthMax)
        || reading.allowances.size() == record_limits::allowancesMax)
        return false;
    reading.allowances.push_back({name, *amount});
    return true;
}

// What stands beside the times, taken out of them; the word that could not be read otherwise.
QString takeBesides(QStringView &said, QString &times, Currency usual, DayLineReading &reading)
{
    QStringList left;
    for (const QStringView word : said.split(u' ', Qt::SkipEmptyParts)) {
        if (!isBesideWord(word))
            left << word.toString();
        else if (!takeBeside(word, usual, reading))
            return word.toString();
    }
    times = left.join(u' ');
    said = times;
    return {};
}

} // namespace

WorkDay withBeside(WorkDay day, const DayLineReading &line)
{
    if (line.note)
        day.notes = *line.note;
    if (line.account)
        day.account = *line.account;
    if (line.episode)
        day.episode = *line.episode;
    for (const Allowance &said : line.allowances) {
        const auto known = std::ranges::find_if(day.allowances, [&said](const Allowance &each) {
            return each.code.compare(said.code, Qt::CaseInsensitive) == 0;
        });
        const bool isNone = said.amount.minorUnits() == 0;
        if (known == day.allowances.end()) {
            if (!isNone && day.allowances.size() < record_limits::allowancesMax)
                day.allowances.push_back(said);
        } else if (isNone) {
            day.allowances.erase(known);
        } else {
            known->amount = said.amount;
        }
    }
    return day;
}

bool saysBeside(const DayLineReading &line)
{
    return line.note || line.account || line.episode || !line.allowances.empty();
}

DayLineReading readDayLine(QStringView line, const DayLineContext &context)
{
    DayLineReading reading;
    if (const auto refusal = detail::refusalOf(line)) {
        if (*refusal == TimeTextError::Empty)
            return reading;
        reading.status = DayLineStatus::Unreadable;
        reading.error = refusal;
        return reading;
    }
    const qsizetype semicolon = line.indexOf(u';');
    QStringView said = semicolon < 0 ? line : line.first(semicolon);
    QString withoutBeside;
    DayLineReading beside;
    if (said.contains(u'=')) {
        const QString wrong = takeBesides(said, withoutBeside, context.usualMoney, beside);
        if (!wrong.isEmpty()) {
            reading.status = DayLineStatus::Unreadable;
            reading.token = wrong;
            reading.error = TimeTextError::NotExpected;
            return reading;
        }
    }
    const QStringList words = wordsOf(detail::prepared(said).simplified());
    if (words.isEmpty()) {
        reading.status = DayLineStatus::Understood;
    } else {
        reading = Reader(context, context.pointStyle).read(words);
        if (reading.status == DayLineStatus::Ambiguous)
            reading = readBothWays(words, context, std::move(reading));
    }
    reading.allowances = std::move(beside.allowances);
    reading.account = std::move(beside.account);
    reading.episode = std::move(beside.episode);
    if (semicolon >= 0)
        reading.note = line.sliced(semicolon + 1).trimmed().toString();
    return reading;
}

} // namespace film
