// What the API gives to other systems while a production's devices sync: requests a second and the
// slowest of twenty, beside the same server's answer to a question that costs nothing
// (/health/live), which is what HTTP itself allows here. The load is made by wrk, in a process of
// its own.

#include "server/http/web_service.h"
#include "server/net/epoll_dispatcher.h"
#include "shared/store/account_repository.h"
#include "tests/bench/process_watch.h"
#include "tests/bench/served_production.h"
#include "tests/bench/wait.h"
#include "tests/e2e/free_port.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <sys/resource.h>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int skipped = 77;
constexpr int syncing = 500;
constexpr int syncingShort = 10;
constexpr auto eachWrites = 10s; // a device, one batch in
constexpr Seconds stuck{120.0};
constexpr int clients = 16;
constexpr double asked = 1'000; // requests a second: what operations ask for
constexpr double asksMs = 50;   // and the slowest of twenty

// wrk prints no 95th percentile by itself.
constexpr auto script = "done = function(summary, latency, requests)\n"
                        "  io.write(string.format(\"film %d %d %d %d\\n\", summary.requests,\n"
                        "    summary.duration, latency:percentile(95), summary.errors.status\n"
                        "    + summary.errors.connect + summary.errors.read\n"
                        "    + summary.errors.write + summary.errors.timeout))\n"
                        "end\n";

// A client that keeps the copy it got last and asks whether it is still right.
constexpr auto keeping = "local kept = nil\n"
                         "request = function()\n"
                         "  wrk.headers['If-None-Match'] = kept\n"
                         "  return wrk.format()\n"
                         "end\n"
                         "response = function(status, headers)\n"
                         "  kept = headers['ETag'] or kept\n"
                         "end\n";

struct Load {
    double perSecond = 0;
    double p95Ms = 0;
    double errors = 0;
    Seconds generator{0}; // processor time of wrk
};

Seconds childrenTime()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &t) {
        return double(t.tv_sec) + double(t.tv_usec) / 1e6;
    };
    return Seconds(seconds(usage.ru_utime) + seconds(usage.ru_stime));
}

class ApiBench
{
public:
    explicit ApiBench(const Options &options)
        : m_options(options)
    {}

    Result<> prepare()
    {
        m_script.setFileTemplate(m_folder.filePath(u"XXXXXX.lua"_s));
        m_keeping.setFileTemplate(m_folder.filePath(u"XXXXXX.lua"_s));
        if (!m_script.open() || m_script.write(script) < 0 || !m_script.flush() || !m_keeping.open()
            || m_keeping.write(script) < 0 || m_keeping.write(keeping) < 0 || !m_keeping.flush())
            return fail(ErrorCode::StoreFull, u"no script for wrk"_s);
        m_http = u"http://127.0.0.1:%1"_s.arg(e2e::freePort());
        const QString data = m_folder.filePath(u"server"_s);
        const int count = m_options.isShort ? syncingShort : syncing;
        auto served = ServedProduction::make(m_options.postgres, count, Role::Crew,
                                             {u"--http"_s, m_http.section(u"//"_s, 1), u"--data"_s,
                                              data, u"--requests-per-minute"_s, u"10000000"_s});
        if (!served)
            return fail(served.error());
        m_served = *std::move(served);
        m_devices = m_served->plainDevices(0, size_t(count), e2e::PlainDevice::Return::AtOnce);
        for (const auto &device : m_devices)
            device->open();
        if (!waitUntil([this] { return areLive(m_devices); }, stuck))
            return fail(ErrorCode::Timeout, u"not everybody got in"_s);
        // Everybody has a deal and days before anybody asks.
        if (const Result<> given = giveDeals(); !given)
            return given;
        for (const auto &device : m_devices) {
            device->setWriting(true);
            device->setWriting(false);
        }
        const auto haveWritten = [this] {
            return std::ranges::all_of(
                m_devices, [](const auto &device) { return device->acknowledged() > 0; });
        };
        if (!waitUntil(haveWritten, stuck))
            return fail(ErrorCode::Timeout, u"not everybody wrote a day"_s);
        // One after the other, all of them in ten seconds.
        QObject::connect(&m_pace, &QTimer::timeout, &m_pace, [this] {
            const auto &device = m_devices[m_next++ % m_devices.size()];
            device->setWriting(true);
            device->setWriting(false);
        });
        return makeToken(data);
    }

    Result<> round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        m_pace.start(std::chrono::milliseconds(eachWrites) / int(m_devices.size()));
        const quint64 before = acknowledged();
        const QString production = m_served->workload().production().toString();
        const auto me = load(u"/api/v1/me"_s);
        const QString fifty = u"/api/v1/productions/%1/time-entries?limit=50"_s.arg(production);
        const auto begun = counts();
        const auto days = load(fifty);
        const auto counted = counts();
        const auto kept = load(fifty, m_keeping.fileName());
        // Priced: one person's week with how each line came about, and lines of many.
        const BenchDevice &device = *m_served->workload().devices().at(1);
        const QString week = device.firstDate.toString(Qt::ISODate);
        const QString of = u"/api/v1/productions/%1/"_s.arg(production);
        const auto card =
            load(of + u"timecards/%1/%2"_s.arg(device.record.person.toString(), week));
        const auto lines = load(of + u"pay-lines?limit=50&week="_s + week);
        const auto live = load(u"/health/live"_s);
        m_pace.stop();
        for (const auto &each : {me, days, kept, card, lines, live}) {
            if (!each)
                return fail(each.error());
            if (each->errors > 0)
                return fail(ErrorCode::Internal, u"%1 requests failed"_s.arg(each->errors));
        }
        if (acknowledged() == before)
            return fail(ErrorCode::Internal, u"nobody synced meanwhile"_s);
        add(m_me, m_meSlow, *me, *live);
        add(m_days, m_daysSlow, *days, *live);
        add(m_kept, m_keptSlow, *kept, *live);
        add(m_card, m_cardSlow, *card, *live);
        add(m_lines, m_linesSlow, *lines, *live);
        const auto now = counts();
        if (!begun || !counted || !now)
            return fail(ErrorCode::Offline, u"the server says no metrics"_s);
        m_hits += now->daysThere - begun->daysThere;
        m_reads += now->daysThere - begun->daysThere + now->daysMade - begun->daysMade;
        m_weekHits += now->weeksThere - begun->weeksThere;
        m_weekReads += now->weeksThere - begun->weeksThere + now->weeksPriced - begun->weeksPriced;
        m_stillRight += now->notModified - counted->notModified;
        m_askedAgain += now->notModified - counted->notModified + now->whole - counted->whole;
        return {};
    }

    int finish() const
    {
        const auto percent = [](double part, double all) {
            return all > 0 ? QString::number(100 * part / all, 'f', 1) : u"no"_s;
        };
        // Beside the devices that write: each change makes copies old.
        QTextStream(stderr) << u"days as JSON that memory had: %1 %, weeks with their pay: %2 %, "
                               "copies still right: %3 %\n"_s.arg(
                                   percent(m_hits, m_reads), percent(m_weekHits, m_weekReads),
                                   percent(m_stillRight, m_askedAgain));
        return report({m_me, m_meSlow, m_days, m_daysSlow, m_kept, m_keptSlow, m_card, m_cardSlow,
                       m_lines, m_linesSlow},
                      m_options, m_quietRounds);
    }

private:
    Result<> giveDeals()
    {
        auto storage = store::ServerStorageSql::open(m_served->databaseAddress());
        if (!storage)
            return fail(storage.error());
        Workload &workload = m_served->workload();
        BenchDevice &office = *workload.devices().front();
        return commitSegments(**storage, office, workload.dealSegments(office, u"iatse-asa@2024"_s),
                              500);
    }

    Result<> makeToken(const QString &data)
    {
        auto storage = store::ServerStorageSql::open(m_served->databaseAddress());
        if (!storage)
            return fail(storage.error());
        SystemRandom random;
        const SystemClock clock;
        const auto box = server::SecretBox::inFolder(data, random);
        if (!box)
            return fail(box.error());
        server::PasswordHasher hasher{server::HashCost{}};
        server::AccountAdmin accounts({(*storage)->database(), hasher, *box, random, {}}, {});
        const auto made =
            accounts.createLocally({u"reader@example.org"_s, u"Reader"_s, false}, clock.now());
        if (!made)
            return fail(made.error());
        store::AccountRepository rows((*storage)->database());
        const auto office = m_served->workload().devices().front()->record.user;
        if (const Result<> linked = rows.link(m_served->workload().production(), office, made->id);
            !linked)
            return linked;
        if (const auto active = rows.setState(made->id, store::AccountState::Active); !active)
            return fail(active.error());
        server::Principal owner;
        owner.account = made->id;
        const auto token = server::PersonalTokens((*storage)->database(), random)
                               .make(owner, u"bench"_s, std::chrono::days(1), clock.now());
        if (!token)
            return fail(token.error());
        m_token = QString::fromLatin1(token->token);
        return {};
    }

    // What the server has counted so far.
    struct Counts {
        double daysThere = 0;
        double daysMade = 0;
        double weeksThere = 0;
        double weeksPriced = 0;
        double notModified = 0; // 304, of days
        double whole = 0;       // 200
    };
    std::optional<Counts> counts()
    {
        QNetworkAccessManager network;
        QNetworkReply *reply = network.get(QNetworkRequest(QUrl(m_http + u"/metrics"_s)));
        if (!waitUntil([reply] { return reply->isFinished(); }, stuck)
            || reply->error() != QNetworkReply::NoError)
            return std::nullopt;
        Counts counts;
        for (const QByteArray &line : reply->readAll().split('\n')) {
            const double value = line.mid(line.lastIndexOf(' ') + 1).toDouble();
            if (line.startsWith("filmtracker_encoded_entries_reads_total{"))
                (line.contains("\"hit\"") ? counts.daysThere : counts.daysMade) += value;
            if (line.startsWith("filmtracker_priced_timecards_reads_total{"))
                (line.contains("\"hit\"") ? counts.weeksThere : counts.weeksPriced) += value;
            const bool isOfDays = line.startsWith("filmtracker_http_requests_total{")
                && line.contains("/time-entries\"");
            if (isOfDays && line.contains("status=\"304\""))
                counts.notModified += value;
            else if (isOfDays && line.contains("status=\"200\""))
                counts.whole += value;
        }
        return counts;
    }

    Result<Load> load(const QString &path, const QString &with = {})
    {
        const int seconds = std::max(1, int(m_options.length.count()));
        const Seconds before = childrenTime();
        QProcess wrk;
        wrk.start(u"wrk"_s,
                  {u"--threads"_s, u"1"_s, u"--connections"_s, QString::number(clients),
                   u"--duration"_s, u"%1s"_s.arg(seconds), u"--script"_s,
                   with.isEmpty() ? m_script.fileName() : with, u"--header"_s,
                   u"Authorization: Bearer "_s + m_token, m_http + path});
        // With the devices' event loop running.
        if (!waitUntil([&] { return wrk.state() == QProcess::NotRunning; }, stuck))
            return fail(ErrorCode::Timeout, u"wrk does not end"_s);
        const QString said = QString::fromUtf8(wrk.readAllStandardOutput());
        const QStringList words =
            said.mid(said.indexOf(u"film "_s)).section(u'\n', 0, 0).split(u' ');
        if (words.size() != 5)
            return fail(ErrorCode::Internal, u"wrk said: "_s + said);
        Load load;
        load.perSecond = words.at(1).toDouble() / (words.at(2).toDouble() / 1e6);
        load.p95Ms = words.at(3).toDouble() / 1e3;
        load.errors = words.at(4).toDouble();
        load.generator = childrenTime() - before;
        return load;
    }

    void add(Figure &rate, Figure &slow, const Load &ours, const Load &limit) const
    {
        rate.add(ours.perSecond, limit.perSecond);
        rate.addGeneratorShare(shareOfMachine(ours.generator, m_options.length));
        slow.add(ours.p95Ms, limit.p95Ms);
    }

    [[nodiscard]] quint64 acknowledged() const
    {
        quint64 all = 0;
        for (const auto &device : m_devices)
            all += device->acknowledged();
        return all;
    }

    const Options m_options;
    QTemporaryDir m_folder;
    QTemporaryFile m_script;
    QTemporaryFile m_keeping;
    QString m_http;
    QString m_token;
    std::unique_ptr<ServedProduction> m_served;
    PlainDevices m_devices;
    QTimer m_pace;
    size_t m_next = 0;
    int m_quietRounds = 0;
    double m_hits = 0;
    double m_reads = 0;
    double m_weekHits = 0;
    double m_weekReads = 0;
    double m_stillRight = 0;
    double m_askedAgain = 0;
    Figure m_kept{u"50 days again, with a copy : live"_s, u"/s"_s, Figure::Better::Higher, asked,
                  Figure::FloorOf::Ours};
    Figure m_keptSlow{u"50 days again, p95 : live"_s, u"ms"_s, Figure::Better::Lower, asksMs,
                      Figure::FloorOf::Ours};
    Figure m_card{u"one timecard, priced and explained : live"_s, u"/s"_s, Figure::Better::Higher,
                  asked, Figure::FloorOf::Ours};
    Figure m_cardSlow{u"one timecard, p95 : live"_s, u"ms"_s, Figure::Better::Lower, asksMs,
                      Figure::FloorOf::Ours};
    Figure m_lines{u"50 pay lines : live"_s, u"/s"_s, Figure::Better::Higher, asked,
                   Figure::FloorOf::Ours};
    Figure m_linesSlow{u"50 pay lines, p95 : live"_s, u"ms"_s, Figure::Better::Lower, asksMs,
                       Figure::FloorOf::Ours};
    Figure m_me{u"who I am : live"_s, u"/s"_s, Figure::Better::Higher, asked,
                Figure::FloorOf::Ours};
    Figure m_meSlow{u"who I am, p95 : live"_s, u"ms"_s, Figure::Better::Lower, asksMs,
                    Figure::FloorOf::Ours};
    Figure m_days{u"50 days : live"_s, u"/s"_s, Figure::Better::Higher, asked,
                  Figure::FloorOf::Ours};
    Figure m_daysSlow{u"50 days, p95 : live"_s, u"ms"_s, Figure::Better::Lower, asksMs,
                      Figure::FloorOf::Ours};
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new server::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"What the API gives while devices sync."_s);
    if (QStandardPaths::findExecutable(u"wrk"_s).isEmpty()) {
        QTextStream(stdout) << "skipped: there is no wrk\n";
        return skipped;
    }
    ApiBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i) {
        if (const Result<> done = bench.round(); !done)
            return failed(done.error().message);
    }
    return bench.finish();
}
