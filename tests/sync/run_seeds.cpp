#include "tests/sync/run_seeds.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

namespace film::simulation {

using namespace Qt::StringLiterals;

namespace {

struct Worker {
    SeedsReport report;
    std::thread thread;
};

void work(const SeedsWanted &wanted, std::atomic<quint64> &next, std::atomic<int> &failures,
          SeedsReport &report)
{
    for (quint64 seed = next++; seed <= wanted.last && failures < wanted.failuresMax;
         seed = next++) {
        Options options;
        options.seed = seed;
        options.skewClocks = wanted.skewClocks;
        options.dropHints = wanted.dropHints;
        options.messageBytes = wanted.messageBytes;
        Report one = runWorld(options);
        ++report.seeds;
        report.events += one.events;
        report.coverage.add(one.coverage);
        report.steps.add(one.steps);
        if (!one.problems.isEmpty()) {
            ++failures;
            report.failures.push_back({seed, std::move(one)});
        }
    }
}

constexpr quint64 seedsForOne = 100; // of each expected event one in so many seeds

QStringList expectedToHappen()
{
    return {u"saved"_s,
            u"acked"_s,
            u"applied"_s,
            u"converged"_s,
            u"conflict"_s,
            u"held"_s,
            u"resolved"_s,
            u"deleted"_s,
            u"brought back"_s,
            u"conflict about a deletion"_s,
            u"guard held"_s,
            u"guard failed"_s,
            u"approved by the department"_s,
            u"approved by the office"_s,
            u"approval of what is not there any more"_s,
            u"approval reset"_s,
            u"amendment asked for"_s,
            u"reopened"_s,
            u"decision that missed a late version"_s,
            u"held change decided"_s,
            u"atom applied"_s,
            u"atom kept aside"_s,
            u"quarantined"_s,
            u"snapshot"_s,
            u"snapshot goes on"_s,
            u"batch split"_s,
            u"link cut"_s,
            u"link half-open"_s,
            u"link clogged"_s,
            u"answered by somebody else"_s,
            u"senseless message"_s,
            u"hint twice and late"_s,
            u"lid closed"_s,
            u"clock set back"_s,
            u"clock set forward"_s,
            u"disk of a device full"_s,
            u"save refused, and said so"_s,
            u"database refuses commits"_s,
            u"restored from a backup"_s,
            u"group of a newer app"_s,
            u"import"_s,
            u"device crash"_s,
            u"device offline or back"_s,
            u"power cut at a device's commit"_s,
            u"server crash"_s,
            u"crash between commit and ACK"_s,
            u"lossy failover"_s,
            u"clean failover"_s,
            u"history mismatch at HELLO"_s,
            u"device restored from an image"_s,
            u"device cloned"_s,
            u"commit unknown, was committed"_s,
            u"commit unknown, was lost"_s,
            u"rolled back"_s,
            u"rows from memory"_s,
            u"limit of one or two"_s,
            u"transaction repeated"_s,
            u"batch repeated"_s,
            u"scope changed in a session"_s,
            u"scope changed while away"_s,
            u"revoked in a session"_s,
            u"drain at HELLO"_s,
            u"failover behind a snapshot"_s,
            u"record rotted"_s,
            u"buckets compared"_s,
            u"removal put before a person"_s,
            u"link clogged one way"_s,
            u"message longer than its time"_s,
            u"message twice"_s,
            u"write buffer full"_s,
            u"read failed"_s,
            u"HELLO could not be checked"_s,
            u"server stopped in order"_s,
            u"new epoch told"_s,
            u"certificate renewed"_s,
            u"certificate not renewed"_s,
            u"certificate ended"_s,
            u"somebody restricted"_s,
            u"restriction ended"_s,
            u"renewed on a connection that is gone"_s,
            u"fork accepted"_s,
            u"running device copied"_s,
            u"stream taken over"_s,
            u"weeks pass"_s,
            u"device off for weeks"_s,
            u"longer than a certificate lives"_s,
            u"the day changes"_s,
            u"summer time ends"_s,
            u"summer time begins"_s,
            u"clock beyond 2038"_s,
            u"clock stands still"_s,
            u"server's clock set back"_s,
            u"server's clock set forward"_s,
            u"server updated"_s,
            u"app updated"_s,
            u"app too old: only handed over"_s,
            u"newer app on an older server"_s,
            u"server of another protocol"_s,
            u"old database still served"_s,
            u"the old server's address"_s,
            u"another server than the last time"_s,
            u"nobody answers"_s,
            u"slow link"_s,
            u"hint lost"_s,
            u"HELLO twice"_s,
            u"malformed message"_s,
            u"flood"_s,
            u"cut behind a snapshot"_s,
            u"failover behind an ACK"_s,
            u"power cut behind a device's commit"_s,
            u"server crash ahead of its commit"_s,
            u"rows not in memory"_s,
            u"too far behind to resume"_s,
            u"dirty cursor of another history"_s,
            u"clean failover seen at HELLO"_s,
            u"grant during a snapshot"_s,
            u"revoked with a batch under way"_s,
            u"taken back"_s,
            u"devices in one commit"_s,
            u"batch held for an earlier one"_s,
            u"week copied"_s,
            u"import of 2,000 days"_s,
            u"one device alone"_s,
            u"ten devices or more"_s};
}

} // namespace

SeedsReport runSeeds(const SeedsWanted &wanted)
{
    QElapsedTimer timer;
    timer.start();
    std::atomic<quint64> next = wanted.first;
    std::atomic<int> failures = 0;
    std::vector<Worker> workers(size_t(std::max(1, QThread::idealThreadCount())));
    for (Worker &worker : workers)
        worker.thread =
            std::thread([&, report = &worker.report] { work(wanted, next, failures, *report); });

    SeedsReport all;
    for (Worker &worker : workers) {
        worker.thread.join();
        all.seeds += worker.report.seeds;
        all.events += worker.report.events;
        all.coverage.add(worker.report.coverage);
        all.steps.add(worker.report.steps);
        std::ranges::move(worker.report.failures, std::back_inserter(all.failures));
    }
    std::ranges::sort(all.failures, {}, &SeedFailure::seed);
    all.elapsedMs = timer.elapsed();
    return all;
}

QString SeedsReport::summary() const
{
    QString text = u"%1 seeds, %2 events, %3 failed, %4 s"_s.arg(
        QString::number(seeds), QString::number(events), QString::number(failures.size()),
        QString::number(elapsedMs / 1000));
    std::map<QString, quint64> happened = steps.counts();
    happened.insert(coverage.counts.begin(), coverage.counts.end());
    for (const auto &[what, times] : happened)
        text += u"\n  %1: %2"_s.arg(what, QString::number(times));
    return text;
}

QStringList SeedsReport::missing() const
{
    QStringList missing;
    std::map<QString, quint64> happened = steps.counts();
    happened.insert(coverage.counts.begin(), coverage.counts.end());
    const quint64 least = std::max<quint64>(1, seeds / seedsForOne);
    for (const QString &what : expectedToHappen() + stepsThatMustHappen()) {
        const auto times = happened.find(what);
        if (times == happened.end() || times->second < least)
            missing.append(
                u"%1: %2 times"_s.arg(what).arg(times == happened.end() ? 0 : times->second));
    }
    return missing;
}

QString SeedsReport::firstFailure() const
{
    if (failures.empty())
        return {};
    const SeedFailure &failure = failures.front();
    return u"seed %1:\n  %2\nlast events:\n  %3\nreplay: scripts/simulate.sh --seed %1"_s.arg(
        QString::number(failure.seed), failure.report.problems.join(u"\n  "_s),
        failure.report.lastEvents.join(u"\n  "_s));
}

} // namespace film::simulation
