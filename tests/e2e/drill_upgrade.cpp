// K9: two servers over one database; one after the other is replaced while clients write.

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
    const QString other = stage.startAnotherServer();
    crew.join(stage.serverUrl(), u"maya"_s, u"Maya Lindqvist"_s,
              stage.inviteFor(u"Maya Lindqvist"_s))
        .start();
    crew.join(other, u"ruben"_s, u"Ruben Castellane"_s, stage.inviteFor(u"Ruben Castellane"_s))
        .start();
    crew.join(other, u"office"_s, u"Nils Aaberg"_s, stage.inviteCoordinator()).start();

    const int rounds = options.pick(2, 20);
    for (int i = 0; i < rounds; ++i) {
        crew.type(linesBetween);
        stage.stopServer();
        crew.type(linesBetween); // maya has nobody to send it to now
        stage.startServer();
        crew.type(linesBetween);
        stage.stopAnotherServer();
        crew.type(linesBetween);
        static_cast<void>(stage.startAnotherServer());
    }
    crew.finish();
    report.figure(u"servers replaced"_s, 2 * rounds);
    const auto watched = stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"30"_s});
    report.require(watched.code == 0, u"the office is not in step"_s);
    crew.check();
}

} // namespace film::e2e
