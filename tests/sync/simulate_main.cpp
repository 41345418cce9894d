#include "tests/sync/run_seeds.h"
#include "tests/sync/world_trace.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace film::simulation;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seedsToJudge = 2000; // fewer may miss something by chance

} // namespace

// Runs many seeds, or one of them again: scripts/simulate.sh.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Simulated sets, networks and servers, by seed."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"seeds"_s, u"how many"_s, u"N"_s, u"2000"_s},
         {u"from"_s, u"the first seed"_s, u"SEED"_s, u"1"_s},
         {u"seed"_s, u"only this one, with its last events"_s, u"SEED"_s},
         {u"message-bytes"_s, u"what a server puts into one message"_s, u"BYTES"_s,
          QString::number(film::protocol::limits::messageBytesTarget)},
         {u"shrink"_s, u"leave out of this one what it does not take to fail"_s, u"SEED"_s}});
    parser.process(app);

    if (parser.isSet(u"shrink"_s)) {
        Options options;
        options.messageBytes = parser.value(u"message-bytes"_s).toInt();
        options.seed = parser.value(u"shrink"_s).toULongLong();
        const Report report = runWorld(options);
        if (report.problems.isEmpty())
            std::printf("nothing goes wrong there\n");
        else
            std::printf("%s", shrink(options, report).toText().constData());
        return report.problems.isEmpty() ? 0 : 1;
    }
    SeedsWanted wanted;
    if (parser.isSet(u"seed"_s)) {
        wanted.first = wanted.last = parser.value(u"seed"_s).toULongLong();
    } else {
        wanted.first = parser.value(u"from"_s).toULongLong();
        wanted.last = wanted.first + parser.value(u"seeds"_s).toULongLong() - 1;
    }
    wanted.messageBytes = parser.value(u"message-bytes"_s).toInt();
    wanted.failuresMax = 10;
    const SeedsReport report = runSeeds(wanted);
    std::printf("%s\n", qPrintable(report.summary()));
    for (const SeedFailure &failure : report.failures)
        std::printf("failed: seed %llu: %s\n", failure.seed,
                    qPrintable(failure.report.problems.first()));
    if (!report.failures.empty())
        std::printf("%s\n", qPrintable(report.firstFailure()));
    const QStringList missing = report.seeds >= seedsToJudge ? report.missing() : QStringList();
    if (!missing.isEmpty())
        std::printf("too rare to prove anything: %s\n", qPrintable(missing.join(u", "_s)));
    return report.failures.empty() && missing.isEmpty() ? 0 : 1;
}
