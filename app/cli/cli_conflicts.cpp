#include "app/cli/cli.h"

#include <QJsonArray>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int outboxRowsMax = 1000;

QString stateName(OutboxState state)
{
    switch (state) {
    case OutboxState::SavedHere: return u"saved-here"_s;
    case OutboxState::Sent: return u"sent"_s;
    case OutboxState::Confirmed: return u"confirmed"_s;
    case OutboxState::NeedsAttention: return u"needs-attention"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray versionsOf(const ConflictSeen &conflict)
{
    QJsonArray versions;
    for (const DayVersionSeen &version : conflict.versions)
        versions.append(QJsonObject{{u"author"_s, version.authorName},
                                    {u"mine"_s, version.isMine},
                                    {u"mutation"_s, version.mutation.toString()},
                                    {u"line"_s, lineOf(version.day)}});
    return versions;
}

// mine, theirs, or a number from 1 on as `conflicts` lists them.
const DayVersionSeen *versionTaken(const ConflictSeen &conflict, const QString &which)
{
    bool isNumber = false;
    const int number = which.toInt(&isNumber);
    if (isNumber)
        return number >= 1 && number <= int(conflict.versions.size())
            ? &conflict.versions[size_t(number - 1)]
            : nullptr;
    if (which != u"mine" && which != u"theirs")
        return nullptr;
    const auto found =
        std::ranges::find(conflict.versions, which == u"mine", &DayVersionSeen::isMine);
    return found == conflict.versions.end() ? nullptr : &*found;
}

} // namespace

Cli::Step Cli::conflicts()
{
    const auto all = m_engine.conflicts().result();
    if (!all)
        return fail(all.error());
    for (const ConflictSeen &conflict : *all) {
        const QString date = conflict.counting.key.date.toString(Qt::ISODate);
        if (m_options.json) {
            printJson({{u"conflict"_s, conflict.id.toString()},
                       {u"date"_s, date},
                       {u"person"_s, conflict.personName},
                       {u"before"_s, lineOf(conflict.before)},
                       {u"counting"_s, lineOf(conflict.counting)},
                       {u"versions"_s, versionsOf(conflict)}});
            continue;
        }
        printLine(u"%1 %2 %3"_s.arg(conflict.id.toString(), date, conflict.personName));
        int number = 0;
        for (const DayVersionSeen &version : conflict.versions)
            printLine(
                u"  %1 %2 %3"_s.arg(QString::number(++number), lineOf(version.day),
                                    version.isMine ? u"(this computer)"_s : version.authorName));
    }
    return all->empty() ? ExitNothing : ExitOk;
}

Cli::Step Cli::resolve()
{
    if (m_options.arguments.size() != 1 || m_options.take.isEmpty()) {
        printProblem(u"resolve CONFLICT --take mine|theirs|N"_s, m_options.json,
                     ErrorCode::InvalidInput);
        return ExitUsage;
    }
    const auto all = m_engine.conflicts().result();
    if (!all)
        return fail(all.error());
    const auto found = std::ranges::find_if(*all, [this](const ConflictSeen &conflict) {
        return conflict.id.toString() == m_options.arguments.front();
    });
    if (found == all->end())
        return fail(ErrorCode::NotFound, u"no such conflict is open"_s);
    const DayVersionSeen *version = versionTaken(*found, m_options.take);
    if (!version)
        return fail(ErrorCode::InvalidInput, u"there is no such version"_s);
    return m_engine.resolve({{found->id, found->candidates, version->day, m_options.reason}})
        .result()
        .map([](const SavedStep &) { return ExitOk; });
}

Cli::Step Cli::outbox()
{
    const auto entries = m_engine.outbox(outboxRowsMax).result();
    if (!entries)
        return fail(entries.error());
    for (const OutboxEntry &entry : *entries) {
        const QString line = entry.after ? lineOf(*entry.after) : QString();
        const QString date = entry.after ? entry.after->key.date.toString(Qt::ISODate) : u"-"_s;
        if (m_options.json)
            printJson({{u"mutation"_s, entry.mutation.toString()},
                       {u"state"_s, stateName(entry.state)},
                       {u"date"_s, date},
                       {u"person"_s, entry.personName},
                       {u"line"_s, line},
                       {u"outcome"_s,
                        entry.state == OutboxState::SavedHere ? QJsonValue()
                                                              : QJsonValue(int(entry.outcome))}});
        else
            printLine(u"%1 %2 %3 %4 %5"_s.arg(entry.mutation.toString(), stateName(entry.state),
                                              date, entry.personName, line));
    }
    return entries->empty() ? ExitNothing : ExitOk;
}

} // namespace film::app
