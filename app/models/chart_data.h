#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace film::app {

// What a bar stands for; the colours are the theme's.
enum class ChartTone : quint8 { Tier1, Tier2, Tier3, Earlier, Current, Over };

struct ChartSet {
    QString name;
    ChartTone tone = ChartTone::Current;
    std::vector<qint64> values; // one for each category; minutes, minor units or a count
    bool isInLegend = true;

    friend bool operator==(const ChartSet &, const ChartSet &) = default;
};

// A value that all bars are held against.
struct ChartLine {
    QString name;  // of the legend
    QString label; // beside its end, in as many lines
    qint64 value = 0;
    bool isDashed = false;

    friend bool operator==(const ChartLine &, const ChartLine &) = default;
};

struct ChartTick {
    qint64 value = 0;
    QString text;

    friend bool operator==(const ChartTick &, const ChartTick &) = default;
};

// One stack of bars for each category, with every word that stands in it.
struct ChartData {
    bool isHorizontal = false;
    QStringList categories;
    std::vector<bool> isCurrent; // of this week: its category stands out
    QStringList labels;          // at the end of each bar
    std::vector<bool> isOver;    // the label warns
    std::vector<ChartSet> sets;
    std::optional<ChartLine> line;
    std::vector<ChartTick> ticks; // from zero to the end of the axis

    friend bool operator==(const ChartData &, const ChartData &) = default;
};

// The same as a table: what a screen reader reads and what is copied.
struct FiguresTable {
    QStringList headers;
    std::vector<QStringList> rows; // the first column is words, the others are figures
    bool hasTotal = false;         // the last row

    friend bool operator==(const FiguresTable &, const FiguresTable &) = default;
};

// Where an axis from zero to at least `most` has its marks: the step is 1, 2, 2.5 or 5 times a
// power of ten of `unit`s, so that there are at most six of them.
[[nodiscard]] std::vector<qint64> axisMarks(qint64 most, qint64 unit);

// With tabs and a header, as spreadsheets take it.
[[nodiscard]] QString asTabbedText(const FiguresTable &table);
// RFC 4180.
[[nodiscard]] QString asCsv(const FiguresTable &table);

} // namespace film::app
