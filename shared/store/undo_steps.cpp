#include "shared/store/undo_steps.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

Result<quint64> UndoSteps::add(const UndoName &name, Instant now)
{
    Statement put(m_database, u"undo.add"_s,
                  u"INSERT INTO undo_step (page, kind, day, people, department, person, saved_ms)"
                  " VALUES (:page, :kind, :day, :people, :department, :person, :saved)"
                  " RETURNING n"_s);
    put.bind(u":page", name.page)
        .bind(u":kind", name.kind)
        .bind(u":day", name.date.isValid() ? name.date.toJulianDay() : qint64(0))
        .bind(u":people", name.people)
        .bind(u":department", name.department.isNull() ? u""_s : name.department)
        .bind(u":person", name.person.isNull() ? u""_s : name.person)
        .bind(u":saved", msSinceEpoch(now));
    if (const Result<> ran = put.run(); !ran)
        return fail(ran.error());
    if (!put.next())
        return fail(ErrorCode::StoreCorrupt, u"an undo step has no number"_s);
    const quint64 number = put.unsignedNumber(0);
    Statement trim(m_database, u"undo.trim"_s,
                   u"DELETE FROM undo_step WHERE (undone = 1 AND n < :n) OR n NOT IN"
                   " (SELECT n FROM undo_step WHERE undone = 0 ORDER BY n DESC LIMIT :steps)"_s);
    trim.bind(u":n", number).bind(u":steps", stepsMax);
    if (const Result<> ran = trim.run(); !ran)
        return fail(ran.error());
    if (const Result<> removed = removeIdleDays(); !removed)
        return fail(removed.error());
    return number;
}

Result<> UndoSteps::addDay(quint64 step, const UndoDay &day)
{
    Statement put(m_database, u"undo.add_day"_s,
                  u"INSERT INTO undo_day (step, position, before, after) SELECT :step,"
                  " (SELECT count(*) FROM undo_day WHERE step = :step), :before, :after"_s);
    put.bind(u":step", step).bind(u":before", day.before).bind(u":after", day.after);
    return put.run();
}

Result<> UndoSteps::mark(quint64 step, bool isUndone)
{
    Statement put(m_database, u"undo.mark"_s,
                  u"UPDATE undo_step SET undone = :undone WHERE n = :n"_s);
    put.bind(u":undone", isUndone ? 1 : 0).bind(u":n", step);
    return put.run();
}

Result<> UndoSteps::removeBefore(Instant first)
{
    Statement remove(m_database, u"undo.remove_before"_s,
                     u"DELETE FROM undo_step WHERE saved_ms < :first"_s);
    remove.bind(u":first", msSinceEpoch(first));
    if (const Result<> ran = remove.run(); !ran)
        return ran;
    return removeIdleDays();
}

Result<> UndoSteps::removeIdleDays()
{
    Statement remove(m_database, u"undo.remove_days"_s,
                     u"DELETE FROM undo_day WHERE step NOT IN (SELECT n FROM undo_step)"_s);
    return remove.run();
}

Result<std::vector<UndoStep>> UndoSteps::all()
{
    Statement select(m_database, u"undo.all"_s,
                     u"SELECT n, page, kind, day, people, department, person, undone"
                     " FROM undo_step ORDER BY n LIMIT 1000"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<UndoStep> steps;
    while (select.next()) {
        UndoStep step{select.unsignedNumber(0), {}, select.number(7) != 0};
        const qint64 day = select.number(3);
        step.name = {int(select.number(1)),
                     int(select.number(2)),
                     day == 0 ? QDate() : QDate::fromJulianDay(day),
                     int(select.number(4)),
                     select.text(5),
                     select.text(6)};
        steps.push_back(std::move(step));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    for (UndoStep &step : steps) {
        auto changed = days(step.number);
        if (!changed)
            return fail(changed.error());
        step.days = std::move(*changed);
    }
    return steps;
}

Result<std::vector<UndoDay>> UndoSteps::days(quint64 step)
{
    Statement select(m_database, u"undo.days"_s,
                     u"SELECT before, after FROM undo_day WHERE step = :step"
                     " ORDER BY position LIMIT 100000"_s);
    select.bind(u":step", step);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<UndoDay> days;
    while (select.next())
        days.push_back({select.bytes(0), select.bytes(1)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return days;
}

} // namespace film::store
