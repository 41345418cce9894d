// A crowd of devices for the drills of operations (README.md): makes a production in a PostgreSQL
// that is there already, fills it, connects to whatever address it is told, writes at a pace, and
// says how long any device was cut off. It is driven by lines on its standard input, one answer
// of JSON for each.

#include "server/net/epoll_dispatcher.h"
#include "tests/bench/measure.h"
#include "tests/bench/stores.h"
#include "tests/bench/wait.h"
#include "tests/e2e/plain_device.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTextStream>

#include <array>
#include <unistd.h>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using e2e::PlainDevice;

namespace {

constexpr int exitUsage = 2;
constexpr auto look = 20ms; // so fine is what is said about gaps
constexpr Seconds patience{120.0};
constexpr int segmentEntries = 100;
constexpr size_t batchMax = 500;
constexpr Seconds newsMax{30.0};

// How long one device was not live, and how long a batch of it waited.
struct Watch {
    QElapsedTimer since;
    qint64 longestGapMs = 0;
    bool isOff = false;
};

class Crowd
{
public:
    // `watchers` see everything and write nothing.
    Crowd(QString postgres, int devices, int watchers, quint64 seed)
        : m_postgres(std::move(postgres))
        , m_random(seed)
        , m_workload(devices, seed)
        , m_ledger(m_folder.filePath(u"ledger.txt"_s))
    {
        static_cast<void>(m_workload.addOffice());
        for (int i = 0; i < devices; ++i)
            static_cast<void>(m_workload.addCrew(size_t(i)));
        for (int i = 0; i < watchers; ++i)
            static_cast<void>(m_workload.addOffice());
        m_writers = size_t(devices);
        QObject::connect(&m_look, &QTimer::timeout, &m_look, [this] { lookAtAll(); });
        QObject::connect(&m_pace, &QTimer::timeout, &m_pace, [this] { writeSome(); });
    }

    Result<QJsonObject> make()
    {
        auto database = ServerDatabase::make(m_postgres, m_workload);
        if (!database)
            return fail(database.error());
        m_database = std::move(*database);
        auto storage = m_database->open();
        if (!storage)
            return fail(storage.error());
        m_storage = std::move(*storage);
        return QJsonObject{{u"database"_s, m_database->address()},
                           {u"production"_s, m_workload.production().toString()},
                           {u"ledger"_s, m_ledger.path()}};
    }

    // The database stays when this program ends: it has gone, or somebody looks at it later.
    void keepDatabase() { static_cast<void>(m_database.release()); }

    Result<QJsonObject> fill(quint64 entries)
    {
        QElapsedTimer since;
        since.start();
        BenchDevice &office = *m_workload.devices().front();
        for (quint64 done = 0; done < entries; done += batchMax) {
            std::vector<protocol::Segment> segments;
            for (size_t i = 0; i < batchMax / segmentEntries; ++i)
                segments.push_back(m_workload.nextSegment(office, segmentEntries));
            if (const Result<> put = commitSegments(*m_storage, office, segments, batchMax); !put)
                return fail(put.error());
        }
        return QJsonObject{{u"ms"_s, since.elapsed()}};
    }

    Result<QJsonObject> connectTo(const QString &address)
    {
        m_world.emplace(PlainDevice::World{QUrl(address + u"/sync/v1"_s), m_workload,
                                           [this] { return head(); }, m_ledger, m_random});
        m_devices.clear();
        for (size_t i = 1; i < m_workload.devices().size(); ++i) {
            m_devices.push_back(std::make_unique<PlainDevice>(*m_world, *m_workload.devices()[i],
                                                              PlainDevice::Return::FullJitter));
            m_devices.back()->beWatchful();
            m_devices.back()->open();
        }
        QElapsedTimer since;
        since.start();
        if (!waitUntil([this] { return areAll(&PlainDevice::isLive); }, patience))
            return fail(ErrorCode::Timeout, u"not everybody got in"_s);
        const qint64 ms = since.elapsed();
        m_watches.assign(m_devices.size(), {});
        m_look.start(look);
        return QJsonObject{{u"ms"_s, ms}};
    }

    // One device after the other writes, and how long it takes until every watcher has it.
    Result<QJsonObject> fanOut(int edits)
    {
        if (m_writers == 0 || m_writers >= m_devices.size())
            return fail(ErrorCode::InvalidInput, u"nobody writes, or nobody watches"_s);
        std::vector<double> times;
        for (int i = 0; i < edits; ++i) {
            PlainDevice &author = *m_devices[size_t(i) % m_writers];
            const Stopwatch watch;
            author.setWriting(true);
            author.setWriting(false); // that one batch
            const bool hasArrived = waitUntil(
                [this, &author] {
                    return author.hasAllAcknowledged()
                        && std::ranges::all_of(m_devices.begin() + qsizetype(m_writers),
                                               m_devices.end(), [&author](const auto &watcher) {
                                                   return watcher->newsTo() >= author.ownRow();
                                               });
                },
                newsMax);
            if (!hasArrived)
                return fail(ErrorCode::Timeout, u"a change did not reach everybody"_s);
            times.push_back(1000 * watch.elapsed().count());
        }
        return QJsonObject{{u"watchers"_s, qint64(m_devices.size() - m_writers)},
                           {u"p50_ms"_s, median(times)},
                           {u"p95_ms"_s, percentile(times, 0.95)}};
    }

    // Every device writes a batch of two entries in that time, if the one before is through.
    QJsonObject write(std::chrono::milliseconds period)
    {
        m_next = 0;
        m_perLook = std::max<double>(
            1.0 * double(look.count()) * double(m_writers) / double(period.count()), 0.0);
        m_owed = 0;
        m_pace.start(look);
        return {};
    }

    Result<QJsonObject> quiet()
    {
        m_pace.stop();
        for (const auto &device : m_devices)
            device->setWriting(false);
        if (!waitUntil([this] { return areAll(&PlainDevice::hasAllAcknowledged); }, patience))
            return fail(ErrorCode::Timeout, u"not everything was acknowledged"_s);
        return status();
    }

    QJsonObject status() const
    {
        qint64 gap = 0;
        quint64 greetings = 0;
        quint64 refused = 0;
        quint64 goneAway = 0;
        quint64 acknowledged = 0;
        quint64 givenUp = 0;
        qint64 wait = 0;
        qint64 live = 0;
        for (size_t i = 0; i < m_devices.size(); ++i) {
            const PlainDevice &device = *m_devices[i];
            const Watch &watch = m_watches.at(i);
            gap = std::max({gap, watch.longestGapMs, watch.isOff ? watch.since.elapsed() : 0});
            greetings += device.greetings();
            refused += device.refusedGreetings();
            goneAway += device.goneAway();
            givenUp += device.givenUp();
            wait = std::max(wait, device.longestWaitMs());
            acknowledged += device.acknowledged();
            live += device.isLive() ? 1 : 0;
        }
        return {{u"devices"_s, qint64(m_devices.size())},
                {u"live"_s, live},
                {u"longest_gap_ms"_s, gap},
                {u"longest_wait_ms"_s, wait},
                {u"given_up"_s, qint64(givenUp)},
                {u"greetings"_s, qint64(greetings)},
                {u"greetings_refused"_s, qint64(refused)},
                {u"told_to_go"_s, qint64(goneAway)},
                {u"acknowledged"_s, qint64(acknowledged)},
                {u"written"_s, qint64(m_ledger.mutations().size())}};
    }

    void forgetGaps()
    {
        m_watches.assign(m_devices.size(), {});
        for (const auto &device : m_devices)
            device->forgetWaits();
    }

private:
    [[nodiscard]] bool areAll(bool (PlainDevice::*isSo)() const) const
    {
        return std::ranges::all_of(m_devices, [isSo](const auto &one) { return ((*one).*isSo)(); });
    }

    // A database that was away comes back on a new connection.
    Result<sync::ProductionHead> head()
    {
        auto found = m_storage->head(m_workload.production());
        if (found)
            return found;
        if (auto again = m_database->open()) {
            m_storage = std::move(*again);
            found = m_storage->head(m_workload.production());
        }
        return found;
    }

    void lookAtAll()
    {
        for (size_t i = 0; i < m_devices.size(); ++i) {
            Watch &watch = m_watches[i];
            const bool isOff = !m_devices[i]->isLive();
            if (isOff && !watch.isOff)
                watch.since.start();
            if (!isOff && watch.isOff)
                watch.longestGapMs = std::max(watch.longestGapMs, watch.since.elapsed());
            watch.isOff = isOff;
        }
    }

    void writeSome()
    {
        for (m_owed += m_perLook; m_owed >= 1 && m_writers > 0; m_owed -= 1) {
            PlainDevice &device = *m_devices[m_next++ % m_writers];
            device.setWriting(true);
            device.setWriting(false); // that one batch
        }
    }

    QString m_postgres;
    QTemporaryDir m_folder;
    SeededRandom m_random;
    Workload m_workload;
    e2e::Ledger m_ledger;
    std::unique_ptr<ServerDatabase> m_database;
    std::unique_ptr<store::ServerStorageSql> m_storage;
    std::optional<PlainDevice::World> m_world;
    std::vector<std::unique_ptr<PlainDevice>> m_devices;
    std::vector<Watch> m_watches;
    QTimer m_look;
    QTimer m_pace;
    size_t m_writers = 0; // the first devices
    size_t m_next = 0;
    double m_perLook = 0;
    double m_owed = 0;
};

Result<QJsonObject> obey(Crowd &crowd, const QStringList &words)
{
    const QString &command = words.front();
    const QString argument = words.value(1);
    if (command == u"fill")
        return crowd.fill(argument.toULongLong());
    if (command == u"connect")
        return crowd.connectTo(argument);
    if (command == u"write" && argument.toInt() > 0)
        return crowd.write(std::chrono::milliseconds(argument.toInt()));
    if (command == u"fan-out" && argument.toInt() > 0)
        return crowd.fanOut(argument.toInt());
    if (command == u"quiet")
        return crowd.quiet();
    if (command == u"status")
        return crowd.status();
    if (command == u"forget-gaps") {
        crowd.forgetGaps();
        return QJsonObject();
    }
    if (command == u"keep") {
        crowd.keepDatabase();
        return QJsonObject();
    }
    return fail(
        ErrorCode::InvalidInput,
        u"fill N, connect URL, write MS, fan-out N, quiet, status, forget-gaps, keep; not "_s
            + command);
}

void say(const QJsonObject &answer)
{
    QTextStream(stdout) << QJsonDocument(answer).toJson(QJsonDocument::Compact) << Qt::endl;
}

bool say(const Result<QJsonObject> &answer)
{
    say(answer ? *answer : QJsonObject{{u"error"_s, answer.error().message}});
    return answer.has_value();
}

// Lines from the descriptor; the loop ends with the input.
class Orders : public QObject
{
public:
    explicit Orders(Crowd &crowd)
        : m_crowd(crowd)
        , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { read(); });
    }

private:
    void read()
    {
        std::array<char, 4096> some{};
        const ssize_t count = ::read(STDIN_FILENO, some.data(), some.size());
        if (count <= 0) {
            m_notifier.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_heard.append(some.data(), count);
        // A command may wait and so run this loop: the next one waits for its answer.
        if (m_isBusy)
            return;
        m_isBusy = true;
        for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
            const QString line = QString::fromUtf8(m_heard.left(end)).trimmed();
            m_heard.remove(0, end + 1);
            if (!line.isEmpty())
                say(obey(m_crowd, line.split(u' ')));
        }
        m_isBusy = false;
    }

    Crowd &m_crowd;
    QSocketNotifier m_notifier;
    QByteArray m_heard;
    bool m_isBusy = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new server::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Devices for the drills: tests/drills/README.md."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"postgres"_s, u"Where a database is made for it."_s, u"URL"_s},
         {u"devices"_s, u"How many."_s, u"N"_s, u"200"_s},
         {u"watchers"_s, u"Besides, who see all and write nothing."_s, u"N"_s, u"0"_s},
         {u"seed"_s, u"Of everything that is drawn."_s, u"N"_s, u"1"_s}});
    parser.process(application);
    if (!parser.isSet(u"postgres"_s)) {
        QTextStream(stderr) << "--postgres says where a database is made\n";
        return exitUsage;
    }
    Crowd crowd(parser.value(u"postgres"_s), parser.value(u"devices"_s).toInt(),
                parser.value(u"watchers"_s).toInt(), parser.value(u"seed"_s).toULongLong());
    if (!say(crowd.make()))
        return EXIT_FAILURE;
    const Orders orders(crowd);
    return QCoreApplication::exec();
}
