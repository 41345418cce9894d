// The same days pushed to and pulled from our server and a PouchDB server, one after the other.
// Ours are on disk when they are acknowledged; the other side's are not. docs/benchmarks.md.

#include "shared/protocol/entity_state.h"
#include "shared/store/groups_json.h"
#include "tests/bench/live_device.h"
#include "tests/bench/load_generator.h"
#include "tests/bench/served_production.h"
#include "tests/bench/wait.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int skipped = 77; // what ctest takes for that
constexpr int documents = 10'000;
constexpr int documentsShort = 200;
constexpr int edits = 100;
constexpr int editsShort = 5;
constexpr int batchEntries = 100;
constexpr size_t window = 4; // batches under way; the most that a device may have
constexpr Seconds stuck{300.0};
constexpr size_t pusher = 0;
constexpr size_t single = 1;
constexpr size_t author = 2;
constexpr size_t reader = 3;
constexpr int deviceCount = 4;

const QString peerFolder = QStringLiteral(FILM_PEER_FOLDER);

// One round of one side.
struct Figures {
    double push = 0;    // documents/s, in batches
    double pushOne = 0; // documents/s, one at a time
    double pull = 0;    // documents/s, a new device
    double editP50 = 0; // ms until another device shows it
    double editP95 = 0;
};

QJsonObject documentOf(const WrittenDay &day)
{
    protocol::VersionedGroups groups;
    for (const auto &[group, fields] : day.groups)
        groups[group] = {day.sealed.envelope.mutation, fields};
    const QByteArray json = store::groupsAsJson(protocol::encodeGroups(groups));
    QJsonObject document = QJsonDocument::fromJson(json).object();
    document.insert(u"_id"_s, day.entity.toString());
    return document;
}

std::vector<WrittenDay> daysOf(ServedProduction &served, BenchDevice &device, int count)
{
    std::vector<WrittenDay> days;
    for (int i = 0; i < count; ++i)
        days.push_back(served.workload().nextDay(device));
    return days;
}

// Documents a second from the first frame to the last acknowledgement.
Result<double> pushRate(ServedProduction &served, const BenchDevice &device,
                        const std::vector<WrittenDay> &days, int entries, size_t framesAtOnce)
{
    const auto head = served.head();
    if (!head)
        return fail(head.error());
    LoadDevice load;
    for (size_t first = 0; first < days.size(); first += size_t(entries)) {
        std::vector<sync::SealedEnvelope> envelopes;
        for (size_t i = first; i < std::min(days.size(), first + size_t(entries)); ++i)
            envelopes.push_back(days[i].sealed);
        const protocol::Push push{quint64(load.frames.size() + 1), {segmentOf(device, envelopes)}};
        load.frames.push_back(protocol::encodeFrame({0, push}));
    }
    // As before the first of them.
    protocol::Hello hello = helloOf(device, *head);
    hello.streamSequence = days.front().sealed.envelope.sequence - 1;
    load.hello = protocol::encodeFrame({1, hello});
    const auto done = runLoad(served.url(), {std::move(load)}, framesAtOnce);
    if (!done)
        return fail(done.error());
    return double(done->entries) / done->elapsed.count();
}

class PeerBench
{
public:
    explicit PeerBench(const Options &options)
        : m_options(options)
        , m_documents(options.isShort ? documentsShort : documents)
        , m_edits(options.isShort ? editsShort : edits)
    {}

    Result<> round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const auto ours = measureOurs();
        if (!ours)
            return fail(ours.error());
        const auto theirs = measureTheirs();
        if (!theirs)
            return fail(theirs.error());
        m_push.add(ours->push, theirs->push);
        m_pushOne.add(ours->pushOne, theirs->pushOne);
        m_pull.add(ours->pull, theirs->pull);
        m_editP50.add(ours->editP50, theirs->editP50);
        m_editP95.add(ours->editP95, theirs->editP95);
        return {};
    }

    int finish() const
    {
        return report({m_push, m_pushOne, m_pull, m_editP50, m_editP95}, m_options, m_quietRounds);
    }

private:
    // On a new server, which leaves the days behind for the other side.
    Result<Figures> measureOurs()
    {
        const auto served =
            ServedProduction::make(m_options.postgres, deviceCount, Role::Coordinator);
        if (!served)
            return fail(served.error());
        BenchDevice &pushing = (*served)->device(pusher);
        const std::vector<WrittenDay> days = daysOf(**served, pushing, m_documents);
        if (const Result<> written = writeDocuments(days); !written)
            return fail(written.error());
        const auto push = pushRate(**served, pushing, days, batchEntries, window);
        if (!push)
            return fail(push.error());
        return pullAndEdit(**served, *push);
    }

    Result<Figures> pullAndEdit(ServedProduction &served, double push)
    {
        Figures figures;
        figures.push = push;
        const QTemporaryDir folder;
        const auto looking =
            LiveDevice::make(folder.filePath(u"reader.db"_s), served.device(reader), served.url());
        const auto editing =
            LiveDevice::make(folder.filePath(u"author.db"_s), served.device(author), served.url());
        if (!looking || !editing)
            return fail(looking ? editing.error() : looking.error());
        const auto pull = getAll(**looking);
        const auto same = getAll(**editing);
        if (!pull || !same)
            return fail(pull ? same.error() : pull.error());
        figures.pull = double(m_documents) / pull->count();

        std::vector<double> times;
        for (const WrittenDay &day : daysOf(served, served.device(author), m_edits)) {
            const auto time = editToPeer(**editing, **looking, day);
            if (!time)
                return fail(time.error());
            times.push_back(1000 * time->count());
        }
        figures.editP50 = median(times);
        figures.editP95 = percentile(times, 0.95);
        BenchDevice &alone = served.device(single);
        // No two devices enter the same day here either.
        alone.firstDate = alone.firstDate.addYears(30);
        const auto one = pushRate(served, alone, daysOf(served, alone, m_edits), 1, 1);
        if (!one)
            return fail(one.error());
        figures.pushOne = *one;
        return figures;
    }

    static Result<Seconds> getAll(LiveDevice &device)
    {
        const Stopwatch watch;
        device.start();
        if (!waitUntil([&] { return device.status().complete; }, stuck))
            return fail(ErrorCode::Timeout, u"a device did not get everything"_s);
        return watch.elapsed();
    }

    Result<> writeDocuments(const std::vector<WrittenDay> &days) const
    {
        QJsonArray all;
        for (const WrittenDay &day : days)
            all.append(documentOf(day));
        QFile file(documentsFile());
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || file.write(QJsonDocument(all).toJson(QJsonDocument::Compact)) < 0)
            return fail(ErrorCode::StoreFailure, u"the documents cannot be written"_s);
        return {};
    }

    Result<Figures> measureTheirs() const
    {
        QProcess node;
        node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        node.start(QStringLiteral(FILM_NODE),
                   {peerFolder + u"/peer.js"_s, documentsFile(), QString::number(m_edits)});
        const int stuckMs = int(stuck.count() * 1000);
        if (!node.waitForFinished(stuckMs) || node.exitCode() != 0)
            return fail(ErrorCode::Timeout, u"the peer failed"_s);
        const QJsonObject said = QJsonDocument::fromJson(node.readAllStandardOutput()).object();
        return Figures{said[u"push"_s].toDouble(), said[u"pushOne"_s].toDouble(),
                       said[u"pull"_s].toDouble(), said[u"editP50"_s].toDouble(),
                       said[u"editP95"_s].toDouble()};
    }

    [[nodiscard]] QString documentsFile() const { return m_folder.filePath(u"days.json"_s); }

    Options m_options;
    int m_documents;
    int m_edits;
    QTemporaryDir m_folder;
    int m_quietRounds = 0;
    Figure m_push{u"push, batches of 100 : PouchDB"_s, u"documents/s"_s, Figure::Better::Higher, 8};
    Figure m_pushOne{u"push, one at a time : PouchDB"_s, u"documents/s"_s, Figure::Better::Higher};
    Figure m_pull{u"pull by a new device : PouchDB"_s, u"documents/s"_s, Figure::Better::Higher,
                  15};
    Figure m_editP50{u"edit to another device, p50 : PouchDB"_s, u"ms"_s, Figure::Better::Lower};
    Figure m_editP95{u"edit to another device, p95 : PouchDB"_s, u"ms"_s, Figure::Better::Lower};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    const Options options = optionsOf(QCoreApplication::arguments(),
                                      u"The same work for us and for a PouchDB server."_s);
    if (!QFileInfo::exists(peerFolder + u"/node_modules/pouchdb"_s)) {
        QTextStream(stderr) << "skipped: build the target bench_peer_server first, which fetches "
                               "the PouchDB server with npm\n";
        return skipped;
    }
    PeerBench bench(options);
    for (int i = 0; i < options.rounds; ++i) {
        if (const Result<> done = bench.round(); !done)
            return failed(done.error().message);
    }
    return bench.finish();
}
