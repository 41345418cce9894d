#include "tests/e2e/drill.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <map>
#include <set>

using namespace film::e2e;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitUsage = 2;
constexpr int exitSkipped = 77; // as ctest knows it, see CMakeLists.txt

enum class Verdict { Holds, Broken, Skipped };

using Drill = void (*)(const DrillOptions &, DrillReport &);

const std::map<QString, Drill> &drills()
{
    static const std::map<QString, Drill> all{
        {u"K1"_s, drillKills},   {u"K2"_s, drillCommits}, {u"K3"_s, drillFailover},
        {u"K4"_s, drillNetwork}, {u"K5"_s, drillDisk},    {u"K6"_s, drillClocks},
        {u"K7"_s, drillStorm},   {u"K8"_s, drillHostile}, {u"K9"_s, drillUpgrade},
        {u"K12"_s, drillClones},
    };
    return all;
}

Verdict run(const QString &name, const DrillOptions &options)
{
    QTextStream out(stdout);
    out << name << ": seed " << options.seed << (options.isLong ? ", long" : ", short") << Qt::endl;
    QElapsedTimer since;
    since.start();
    DrillReport report;
    drills().at(name)(options, report);
    for (const QString &figure : report.figures())
        out << "  " << figure << '\n';
    for (const QString &broken : report.broken())
        out << "  BROKEN: " << broken << '\n';
    if (!report.skipped().isEmpty()) {
        out << name << ": SKIPPED, " << report.skipped() << Qt::endl;
        return Verdict::Skipped;
    }
    out << name << (report.broken().isEmpty() ? ": holds" : ": BROKEN") << ", "
        << since.elapsed() / 1000 << " s" << Qt::endl;
    return report.broken().isEmpty() ? Verdict::Holds : Verdict::Broken;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    DrillOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Drills with real processes: tests/e2e/README.md."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"suite"_s, u"K1 K2 K3 K4 K5 K6 K7 K8 K9 K12; all without one."_s);
    parser.addOptions(
        {{u"short"_s, u"A minute each at most (default)."_s},
         {u"long"_s, u"200 kills, 5,000 cuts, 5,000 devices."_s},
         {u"seed"_s, u"Of everything that is drawn."_s, u"N"_s, u"1"_s},
         {u"other-server"_s,
          u"Another version's filmtracker-server, for K9 (ours with a newer schema)."_s, u"FILE"_s,
          options.otherServer},
         {u"database"_s, u"postgresql or sqlite."_s, u"KIND"_s, u"postgresql"_s}});
    parser.process(application);
    options.otherServer = parser.value(u"other-server"_s);
    options.isLong = parser.isSet(u"long"_s);
    options.seed = parser.value(u"seed"_s).toULongLong();
    options.onSqlite = parser.value(u"database"_s) == u"sqlite";
    QStringList names = parser.positionalArguments();
    if (names.isEmpty()) {
        for (const auto &[name, drill] : drills())
            names << name;
    }
    for (const QString &name : names) {
        if (!drills().contains(name)) {
            QTextStream(stderr) << name << " is none of the drills\n";
            return exitUsage;
        }
    }
    std::set<Verdict> verdicts;
    for (const QString &name : names)
        verdicts.insert(run(name, options));
    if (verdicts.contains(Verdict::Broken))
        return EXIT_FAILURE;
    return verdicts.contains(Verdict::Holds) ? EXIT_SUCCESS : exitSkipped;
}
