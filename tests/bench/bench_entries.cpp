// Durable entries of one production through the whole server (WebSocket, signatures, permissions,
// conflicts, digests, commit, acknowledgement) beside the bare database: on PostgreSQL, if there is
// one, and on SQLite.

#include "server/net/sync_server.h"
#include "shared/protocol/messages.h"
#include "tests/bench/load_generator.h"
#include "tests/bench/raw_lane.h"
#include "tests/bench/stores.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int crew = 1'000;
constexpr int heads = 10;
constexpr int batchEntries = 100;
constexpr size_t headsWindow = 2; // batches under way of each; a device may have four
constexpr int laneEntries = 500;  // the largest commit of the lane
constexpr int crewDevices = 100;
constexpr size_t commitEntries = 500;

// One server on one database, with the devices that write to it.
class EntriesBench
{
public:
    EntriesBench(const Options &options, const QString &postgres)
        : m_options(options)
        , m_postgres(postgres)
        , m_workload(crew)
        , m_office(m_workload.addOffice())
        , m_alone(m_workload.addCrew(crewDevices))
    {
        for (int i = 0; i < heads; ++i)
            m_heads.push_back(&m_workload.addHead(size_t(i)));
        for (int i = 0; i < crewDevices; ++i)
            m_crew.push_back(&m_workload.addCrew(size_t(i)));
    }

    Result<> prepare()
    {
        auto database = bench::ServerDatabase::make(m_postgres, m_workload);
        if (!database)
            return fail(database.error());
        m_database = std::move(*database);
        auto storage = m_database->open();
        if (!storage)
            return fail(storage.error());
        m_storage = std::move(*storage);
        auto limit = openRawLane(m_postgres, m_folder.filePath(u"limit.db"_s));
        if (!limit)
            return fail(limit.error());
        m_limit = std::move(*limit);

        server::ServerConfig config;
        config.database = m_database->address();
        config.listen.port = 0;
        config.helloPerSecond = 10'000;        // everybody comes from one address here
        config.changesPerMinute = 100'000'000; // a device stands for a department at work
        m_server = std::make_unique<server::SyncServer>(config, m_metrics);
        return m_server->start();
    }

    Result<> round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const auto lane = m_limit->run(laneEntries, m_options.length);
        if (!lane)
            return fail(lane.error());
        if (const Result<> done = measureHeads(*lane); !done)
            return fail(done.error().during(u"10 x 100"_s));
        if (const Result<> done = measureCommits(*lane); !done)
            return fail(done.error().during(u"the commit path"_s));
        const auto single = m_limit->run(1, m_options.length);
        if (!single)
            return fail(single.error());
        if (const Result<> done = measureCrew(*single); !done)
            return fail(done.error().during(u"100 x 1"_s));
        return measureAlone(*single);
    }

    [[nodiscard]] std::vector<Figure> figures() const
    {
        return {m_headsFigure, m_commitFigure, m_crewFigure, m_aloneFigure};
    }
    [[nodiscard]] int quietRounds() const { return m_quietRounds; }

private:
    // About as many entries as the rate allows in the time, spread over the devices.
    [[nodiscard]] int framesEach(double entriesPerSecond, size_t devices, int entries) const
    {
        const double all = entriesPerSecond * m_options.length.count();
        return std::max(2, int(all / double(devices) / entries));
    }

    Result<LoadDevice> loadOf(BenchDevice &device, int frames, int entries)
    {
        const auto head = m_storage->head(m_workload.production());
        if (!head)
            return fail(head.error());
        // Up to date, so that what is measured is writing and not the first sync.
        LoadDevice load;
        load.hello = protocol::encodeFrame({1, helloOf(device, *head)});
        for (int i = 0; i < frames; ++i) {
            const protocol::Push push{quint64(i + 1), {m_workload.nextSegment(device, entries)}};
            load.frames.push_back(protocol::encodeFrame({0, push}));
        }
        return load;
    }

    Result<LoadResult> load(const std::vector<BenchDevice *> &devices, int frames, int entries,
                            size_t window)
    {
        std::vector<LoadDevice> loads;
        for (BenchDevice *device : devices) {
            auto one = loadOf(*device, frames, entries);
            if (!one)
                return fail(one.error());
            loads.push_back(std::move(*one));
        }
        QUrl url;
        url.setScheme(u"ws"_s);
        url.setHost(m_server->endpoint().address.toString());
        url.setPort(m_server->endpoint().port);
        url.setPath(u"/sync/v1"_s);
        return runLoad(url, std::move(loads), window);
    }

    static void add(Figure &figure, const LoadResult &load, double limit)
    {
        figure.add(double(load.entries) / load.elapsed.count(), limit);
        figure.addGeneratorShare(shareOfMachine(load.processorTime, load.elapsed));
    }

    Result<> measureHeads(const RawLane::Run &lane)
    {
        const int frames = framesEach(lane.entriesPerSecond / 2, m_heads.size(), batchEntries);
        const auto done = load(m_heads, frames, batchEntries, headsWindow);
        if (!done)
            return fail(done.error());
        add(m_headsFigure, *done, lane.entriesPerSecond);
        return {};
    }

    // The path of the lane alone: without sockets and threads, one connection, no one else.
    Result<> measureCommits(const RawLane::Run &lane)
    {
        const int count = framesEach(lane.entriesPerSecond / 2, 1, batchEntries);
        std::vector<protocol::Segment> segments;
        for (int i = 0; i < count; ++i)
            segments.push_back(m_workload.nextSegment(*m_heads.front(), batchEntries));
        const Stopwatch watch;
        const Result<> done = commitSegments(*m_storage, *m_heads.front(), segments, commitEntries);
        if (!done)
            return done;
        m_commitFigure.add(double(count * batchEntries) / watch.elapsed().count(),
                           lane.entriesPerSecond);
        return {};
    }

    Result<> measureCrew(const RawLane::Run &single)
    {
        const int frames = framesEach(single.entriesPerSecond * 8, m_crew.size(), 1);
        const auto done = load(m_crew, frames, 1, 1);
        if (!done)
            return fail(done.error());
        add(m_crewFigure, *done, single.entriesPerSecond);
        return {};
    }

    Result<> measureAlone(const RawLane::Run &single)
    {
        const auto done = load({&m_alone}, framesEach(single.entriesPerSecond, 1, 1), 1, 1);
        if (!done)
            return fail(done.error());
        m_aloneFigure.add(median(done->ackMs), single.commitMedianMs);
        m_aloneFigure.addGeneratorShare(shareOfMachine(done->processorTime, done->elapsed));
        return {};
    }

    [[nodiscard]] Figure figure(const char *what, const QString &unit, Figure::Better better,
                                double floor) const
    {
        const bool isPostgres = !m_postgres.isEmpty();
        const QString name =
            u"%1: %2"_s.arg(isPostgres ? u"PostgreSQL"_s : u"SQLite"_s, QString::fromUtf8(what));
        return Figure(name, unit, better, isPostgres ? floor : 0);
    }

    Options m_options;
    QString m_postgres;
    QTemporaryDir m_folder;
    Workload m_workload;
    BenchDevice &m_office;
    BenchDevice &m_alone;
    std::vector<BenchDevice *> m_heads;
    std::vector<BenchDevice *> m_crew;
    std::unique_ptr<bench::ServerDatabase> m_database;
    std::unique_ptr<store::ServerStorageSql> m_storage;
    std::unique_ptr<RawLane> m_limit;
    server::ServerMetrics m_metrics;
    std::unique_ptr<server::SyncServer> m_server;
    int m_quietRounds = 0;
    Figure m_headsFigure =
        figure("10 devices x 100 entries", u"entries/s"_s, Figure::Better::Higher, 0.4);
    Figure m_commitFigure =
        figure("the commit path alone", u"entries/s"_s, Figure::Better::Higher, 0);
    Figure m_crewFigure =
        figure("100 devices x 1 entry", u"entries/s"_s, Figure::Better::Higher, 8);
    Figure m_aloneFigure = figure("1 device x 1 entry, ack p50", u"ms"_s, Figure::Better::Lower, 2);
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"How many entries the server takes."_s);
    QStringList databases;
    if (!options.postgres.isEmpty() && options.only != u"sqlite")
        databases.append(options.postgres);
    if (options.only != u"postgres")
        databases.append(QString()); // SQLite

    std::vector<Figure> figures;
    int quietRounds = options.rounds;
    for (const QString &postgres : databases) {
        EntriesBench bench(options, postgres);
        if (const Result<> prepared = bench.prepare(); !prepared)
            return failed(prepared.error().message);
        for (int i = 0; i < options.rounds; ++i) {
            if (const Result<> done = bench.round(); !done)
                return failed(done.error().message);
        }
        quietRounds = std::min(quietRounds, bench.quietRounds());
        std::ranges::move(bench.figures(), std::back_inserter(figures));
    }
    return report(figures, options, quietRounds);
}
