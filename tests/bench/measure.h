#pragma once

#include <QString>
#include <QTextStream>

#include <chrono>
#include <vector>

// What every benchmark shares: its options, waiting for a quiet machine, medians, one line per
// figure. See docs/benchmarks.md for how to read them.
namespace film::bench {

using Seconds = std::chrono::duration<double>;

struct Options {
    int rounds = 5;
    Seconds length{2.0};    // of one measured stretch
    Seconds patience{20.0}; // how long to wait for a quiet machine before each round
    bool isJson = false;
    bool isShort = false; // one brief round: shows that it runs, says nothing about speed
    QString postgres;     // URL of a server that may be written to; empty: without PostgreSQL
    QString only;         // "postgres" or "sqlite", of what is measured on both; empty: both
};

// Reads --rounds, --seconds, --patience, --only, --json, --short and FILM_TEST_POSTGRES; leaves
// the program with a message when they make no sense. `description` is shown by --help.
[[nodiscard]] Options optionsOf(const QStringList &arguments, const QString &description);

// Waits until other programs leave the machine alone (>= 85 % idle). False if they did not in
// time: the figures of such a round are worth less, and the report says so.
[[nodiscard]] bool waitForQuiet(const Options &options);

[[nodiscard]] double median(std::vector<double> values);
// `part` of all values are at or below it; 0.5 is the median, 0.99 the slowest in a hundred.
[[nodiscard]] double percentile(std::vector<double> values, double part);

class Stopwatch
{
public:
    [[nodiscard]] Seconds elapsed() const { return std::chrono::steady_clock::now() - m_start; }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// Processor time of the calling thread so far.
[[nodiscard]] Seconds threadTime();
// What share of the whole machine that much processor time is.
[[nodiscard]] double shareOfMachine(Seconds processorTime, Seconds elapsed);

// One measurement with its limit, round by round, taken in turns.
class Figure
{
public:
    enum class Better { Higher, Lower };
    enum class FloorOf { Ratio, Ours }; // some are times that people notice, on any machine

    // From `floor` on docs/benchmarks.md calls it done; 0 where none is set.
    Figure(QString name, QString unit, Better better, double floor = 0,
           FloorOf floorOf = FloorOf::Ratio)
        : m_name(std::move(name))
        , m_unit(std::move(unit))
        , m_better(better)
        , m_floor(floor)
        , m_floorOf(floorOf)
    {}

    void add(double ours, double limit);
    void addGeneratorShare(double share) { m_generator.push_back(share); }
    // One line for people, or one JSON object.
    void print(QTextStream &out, const Options &options, int quietRounds) const;
    // Of the medians; not finite when nothing was measured.
    [[nodiscard]] double ratio() const;

private:
    QString m_name;
    QString m_unit;
    Better m_better;
    double m_floor;
    FloorOf m_floorOf;
    std::vector<double> m_ours;
    std::vector<double> m_limit;
    std::vector<double> m_generator;
};

// Prints all figures and gives the program's exit code: 0 if each has a finite ratio.
[[nodiscard]] int report(const std::vector<Figure> &figures, const Options &options,
                         int quietRounds);
// For a failure of the machinery around a measurement: says so and gives the exit code.
[[nodiscard]] int failed(const QString &what);

} // namespace film::bench
