#include "tests/bench/measure.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>

namespace film::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double quietFrom = 0.85;
constexpr auto quietLook = 250ms;

struct ProcessorTicks {
    quint64 idle = 0;
    quint64 all = 0;
};

// The first line of /proc/stat: user nice system idle iowait irq softirq steal.
ProcessorTicks processorTicks()
{
    ProcessorTicks ticks;
    QFile file(u"/proc/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return ticks;
    const QList<QByteArray> fields = file.readLine().simplified().split(' ');
    for (qsizetype i = 1; i < std::min<qsizetype>(fields.size(), 9); ++i) {
        const quint64 value = fields.at(i).toULongLong();
        ticks.all += value;
        if (i == 4 || i == 5)
            ticks.idle += value;
    }
    return ticks;
}

bool isQuietNow()
{
    const ProcessorTicks before = processorTicks();
    QThread::msleep(quietLook.count());
    const ProcessorTicks after = processorTicks();
    if (after.all == before.all)
        return false;
    const double idle = double(after.idle - before.idle) / double(after.all - before.all);
    return idle >= quietFrom;
}

// Whole numbers where they are large, two digits where they are small.
QString number(double value)
{
    return QString::number(value, 'f', std::abs(value) >= 100 ? 0 : 3);
}

[[noreturn]] void leave(const QString &message)
{
    std::fputs(qPrintable(message), stderr);
    std::exit(2);
}

double positiveNumber(const QCommandLineParser &parser, const QString &name)
{
    bool isNumber = false;
    const double value = parser.value(name).toDouble(&isNumber);
    if (!isNumber || !(value > 0) || value > 3600)
        leave(u"--%1 takes a positive number, not \"%2\"\n"_s.arg(name, parser.value(name)));
    return value;
}

} // namespace

Options optionsOf(const QStringList &arguments, const QString &description)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addHelpOption();
    parser.addOptions(
        {{u"rounds"_s, u"Rounds to take the median of."_s, u"N"_s, u"5"_s},
         {u"seconds"_s, u"About how long one stretch lasts."_s, u"N"_s, u"2"_s},
         {u"patience"_s, u"How long to wait for a quiet machine."_s, u"N"_s, u"20"_s},
         {u"only"_s, u"Of what is measured on both, \"postgres\" or \"sqlite\"."_s, u"DATABASE"_s},
         {u"json"_s, u"Print JSON, one object a line."_s},
         {u"short"_s, u"Only show that it runs."_s}});
    parser.process(arguments);

    Options options;
    options.isShort = parser.isSet(u"short"_s);
    options.isJson = parser.isSet(u"json"_s);
    options.rounds = options.isShort ? 1 : std::max(1, int(positiveNumber(parser, u"rounds"_s)));
    options.length = Seconds(options.isShort ? 0.1 : positiveNumber(parser, u"seconds"_s));
    options.patience = Seconds(positiveNumber(parser, u"patience"_s));
    options.postgres = qEnvironmentVariable("FILM_TEST_POSTGRES");
    options.only = parser.value(u"only"_s);
    if (!QStringList{QString(), u"postgres"_s, u"sqlite"_s}.contains(options.only))
        leave(u"--only takes postgres or sqlite, not \"%1\"\n"_s.arg(options.only));
    if (options.only == u"postgres" && options.postgres.isEmpty())
        leave(u"--only postgres needs one in FILM_TEST_POSTGRES\n"_s);
    return options;
}

bool waitForQuiet(const Options &options)
{
    if (options.isShort)
        return false;
    const Stopwatch waiting;
    do {
        if (isQuietNow())
            return true;
    } while (waiting.elapsed() < options.patience);
    return false;
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double place = part * double(values.size() - 1);
    const auto nth = values.begin() + std::ptrdiff_t(std::lround(place));
    std::ranges::nth_element(values, nth);
    return *nth;
}

Seconds threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return Seconds(double(time.tv_sec) + double(time.tv_nsec) / 1e9);
}

double shareOfMachine(Seconds processorTime, Seconds elapsed)
{
    return processorTime / (elapsed * std::max(1, QThread::idealThreadCount()));
}

void Figure::add(double ours, double limit)
{
    m_ours.push_back(ours);
    m_limit.push_back(limit);
}

double Figure::ratio() const
{
    return median(m_ours) / median(m_limit);
}

void Figure::print(QTextStream &out, const Options &options, int quietRounds) const
{
    const double ours = median(m_ours);
    const double limit = median(m_limit);
    const double share = median(m_generator);
    if (options.isJson) {
        QJsonObject object{{u"figure"_s, m_name},
                           {u"unit"_s, m_unit},
                           {u"ours"_s, ours},
                           {u"limit"_s, limit},
                           {u"ratio"_s, ratio()},
                           {u"better"_s, m_better == Better::Higher ? u"higher"_s : u"lower"_s},
                           {u"rounds"_s, int(m_ours.size())},
                           {u"quietRounds"_s, quietRounds},
                           {u"short"_s, options.isShort}};
        if (m_floor > 0)
            object.insert(m_floorOf == FloorOf::Ratio ? u"floor"_s : u"floorOfOurs"_s, m_floor);
        if (!m_generator.empty())
            object.insert(u"generatorShare"_s, share);
        out << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
        return;
    }
    out << m_name.leftJustified(44) << "  ours " << number(ours).rightJustified(9) << ' ' << m_unit
        << "  limit " << number(limit).rightJustified(9) << "  ratio " << number(ratio());
    if (m_floor > 0)
        out << (m_floorOf == FloorOf::Ratio ? " (floor " : " (floor of ours ")
            << (m_better == Better::Higher ? ">= " : "<= ") << m_floor << ')';
    if (!m_generator.empty())
        out << "  generator " << qRound(100 * share) << " % of the machine";
    out << '\n';
}

int report(const std::vector<Figure> &figures, const Options &options, int quietRounds)
{
    QTextStream out(stdout);
    bool isComplete = !figures.empty();
    for (const Figure &figure : figures) {
        figure.print(out, options, quietRounds);
        isComplete = isComplete && std::isfinite(figure.ratio());
    }
    if (!options.isJson && !options.isShort)
        out << "The machine was quiet before " << quietRounds << " of " << options.rounds
            << " rounds.\n";
    out.flush();
    return isComplete ? 0 : failed(u"a figure is missing"_s);
}

int failed(const QString &what)
{
    QTextStream(stderr) << "failed: " << what << '\n';
    return 1;
}

} // namespace film::bench
