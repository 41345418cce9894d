// From starting the desktop app to its first week on the screen, with a data folder of 100,000
// records, beside a program that only shows an empty window; and the same with ten times and a
// tenth of the records. Both are timed from outside: process start to the line they print.

#include "tests/bench/measure.h"
#include "tests/support/data_folder.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int recordsFew = 10'000;
constexpr int records = 100'000;
constexpr int recordsMany = 1'000'000;
constexpr int recordsShort = 200;
constexpr int startMsMax = 30'000;
constexpr int startsEach = 3; // in a round; the figure is their median

// Milliseconds from starting the program to its first line.
Result<double> startOnce(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const Stopwatch watch;
    process.start(program, arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(startMsMax))
            return fail(ErrorCode::Timeout, u"%1 did not say that it was painted"_s.arg(program));
    }
    const double ms = watch.elapsed().count() * 1000;
    process.waitForFinished(startMsMax);
    return ms;
}

class ColdStartBench
{
public:
    explicit ColdStartBench(const Options &options)
        : m_options(options)
    {}

    Result<> prepare()
    {
        // The app keeps its settings away from the person's own.
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toUtf8());
        qputenv("FILMTRACKER_SECRETS", "plain");
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        m_normal = m_folder.filePath(u"normal"_s);
        m_few = m_folder.filePath(u"few"_s);
        m_many = m_folder.filePath(u"many"_s);
        if (m_options.isShort)
            return make(m_normal, recordsShort);
        for (const auto &[folder, count] :
             {std::pair(m_normal, records), {m_few, recordsFew}, {m_many, recordsMany}}) {
            if (const Result<> made = make(folder, count); !made)
                return made;
        }
        return {};
    }

    Result<> round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const auto empty = medianStart(binary(u"bench_empty_window"_s), {});
        const auto normal = startApp(m_normal);
        if (!empty || !normal)
            return fail(empty ? normal.error() : empty.error());
        m_cold.add(*normal, *empty);
        if (m_options.isShort)
            return {};
        const auto few = startApp(m_few);
        const auto many = startApp(m_many);
        if (!few || !many)
            return fail(few ? many.error() : few.error());
        m_flat.add(*many, *few);
        return {};
    }

    int finish() const
    {
        std::vector<Figure> figures{m_cold};
        if (!m_options.isShort)
            figures.push_back(m_flat);
        return report(figures, m_options, m_quietRounds);
    }

private:
    Result<> make(const QString &folder, int count)
    {
        const auto day = tests::makeDataFolder(folder, count);
        if (!day)
            return fail(day.error());
        m_week = day->toString(Qt::ISODate);
        return {};
    }

    static QString binary(const QString &name)
    {
        return u"%1/%2"_s.arg(QCoreApplication::applicationDirPath(), name);
    }

    Result<double> medianStart(const QString &program, const QStringList &arguments) const
    {
        std::vector<double> times;
        for (int i = 0; i < (m_options.isShort ? 1 : startsEach); ++i) {
            const auto time = startOnce(program, arguments);
            if (!time)
                return time;
            times.push_back(*time);
        }
        return median(times);
    }

    Result<double> startApp(const QString &folder) const
    {
        return medianStart(binary(u"filmtracker"_s),
                           {u"--data"_s, folder, u"--week"_s, m_week, u"--measure-start"_s});
    }

    Options m_options;
    QTemporaryDir m_folder;
    QString m_normal;
    QString m_few;
    QString m_many;
    QString m_week;
    int m_quietRounds = 0;
    Figure m_cold{u"cold start, 100,000 records : empty window"_s, u"ms"_s, Figure::Better::Lower,
                  3};
    Figure m_flat{u"cold start, 1,000,000 : 10,000 records"_s, u"ms"_s, Figure::Better::Lower, 1.3};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"How long the desktop app takes to start."_s);
    ColdStartBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i) {
        if (const Result<> done = bench.round(); !done)
            return failed(done.error().message);
    }
    return bench.finish();
}
