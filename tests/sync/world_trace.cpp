#include "tests/sync/world_trace.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;

namespace {

bool goesWrong(Options options, const std::vector<Action> &actions, Report &report)
{
    options.only = std::set<Action>(actions.begin(), actions.end());
    report = runWorld(options);
    return !report.problems.isEmpty();
}

} // namespace

QByteArray WorldTrace::toText() const
{
    QByteArray text = "# " + problem.toUtf8() + "\n";
    text += "seed " + QByteArray::number(options.seed) + "\n";
    if (toy > 0)
        text += "toy " + QByteArray::number(toy) + "\n";
    if (options.skewClocks)
        text += "skewed clocks\n";
    if (options.dropHints)
        text += "dropped hints\n";
    if (!options.ambient)
        text += "calm\n";
    if (options.messageBytes != Options().messageBytes)
        text += "messages " + QByteArray::number(options.messageBytes) + "\n";
    // The chain (a device, or -1 for the faults) and the step in it.
    for (const Action &action : options.only.value_or(std::set<Action>()))
        text +=
            "do " + QByteArray::number(action.chain) + " " + QByteArray::number(action.step) + "\n";
    return text;
}

std::optional<WorldTrace> WorldTrace::fromText(const QByteArray &text)
{
    WorldTrace trace;
    trace.options.seed = 0;
    trace.options.only.emplace();
    for (const QByteArray &line : text.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (line.startsWith("# "))
            trace.problem = QString::fromUtf8(line.mid(2));
        else if (words.first() == "seed")
            trace.options.seed = words.value(1).toULongLong();
        else if (words.first() == "toy")
            trace.toy = words.value(1).toInt();
        else if (line == "skewed clocks")
            trace.options.skewClocks = true;
        else if (line == "dropped hints")
            trace.options.dropHints = true;
        else if (line == "calm")
            trace.options.ambient = false;
        else if (words.first() == "messages")
            trace.options.messageBytes = words.value(1).toInt();
        else if (words.first() == "do" && words.size() == 3)
            trace.options.only->insert({words[1].toInt(), words[2].toInt()});
        else if (!line.isEmpty())
            return std::nullopt;
    }
    return trace.options.seed > 0 ? std::optional(trace) : std::nullopt;
}

WorldTrace shrink(const Options &options, const Report &failed)
{
    WorldTrace trace{options, 0, failed.problems.value(0)};
    std::vector<Action> actions = failed.actions;
    Report report;
    Options calm = options;
    calm.ambient = false;
    if (goesWrong(calm, actions, report))
        trace.options = calm;
    for (size_t chunk = std::max<size_t>(actions.size() / 2, 1);; chunk = chunk / 2) {
        for (size_t at = 0; at < actions.size();) {
            std::vector<Action> fewer(actions.begin(), actions.begin() + qsizetype(at));
            const size_t end = std::min(at + chunk, actions.size());
            fewer.insert(fewer.end(), actions.begin() + qsizetype(end), actions.end());
            if (goesWrong(trace.options, fewer, report)) {
                actions = std::move(fewer);
                trace.problem = report.problems.first();
            } else {
                at = end;
            }
        }
        if (chunk <= 1)
            break;
    }
    trace.options.only = std::set<Action>(actions.begin(), actions.end());
    return trace;
}

} // namespace film::simulation
