// K9: two servers over one database; one after the other is replaced by another version, and goes
// back, while clients write.

#include "tests/e2e/crew_stage.h"

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 linesBetween = 10;

} // namespace

void drillUpgrade(const DrillOptions &options, DrillReport &report)
{
    DrillOptions onPostgres = options;
    onPostgres.onSqlite = false; // one file has one server
    CrewStage crew(onPostgres, report);
    if (!crew.isReady())
        return;
    Stage &stage = crew.stage();
    const QString second = stage.startAnotherServer();
    crew.join(stage.serverUrl(), u"maya"_s, u"Maya Lindqvist"_s,
              stage.inviteFor(u"Maya Lindqvist"_s))
        .start();
    crew.join(second, u"ruben"_s, u"Ruben Castellane"_s, stage.inviteFor(u"Ruben Castellane"_s))
        .start();
    crew.join(second, u"office"_s, u"Nils Aaberg"_s, stage.inviteCoordinator()).start();

    const auto replaceFirst = [&](const QString &program) {
        stage.useServer(program);
        crew.type(linesBetween);
        stage.stopServer();
        crew.type(linesBetween); // maya has nobody to send it to now
        stage.startServer();
    };
    const auto replaceSecond = [&](const QString &program) {
        stage.useServer(program);
        crew.type(linesBetween);
        stage.stopAnotherServer();
        crew.type(linesBetween);
        static_cast<void>(stage.startAnotherServer());
    };
    const QString &other = options.otherServer;
    const int rounds = options.pick(1, 10);
    for (int i = 0; i < rounds; ++i) {
        replaceFirst(other); // brings its schema, under the eyes of the second
        replaceSecond({});   // ours, over a schema that is newer than it is
        replaceSecond(other);
        replaceFirst({}); // and back
    }
    crew.finish();
    report.figure(u"servers replaced"_s, 4 * rounds);
    const auto watched = stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"30"_s});
    report.require(watched.code == 0, u"the office is not in step"_s);
    crew.check();
}

} // namespace film::e2e
