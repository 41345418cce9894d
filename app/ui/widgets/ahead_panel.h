#pragma once

#include "app/models/week_model.h"

#include <QWidget>

#include <array>

class QLabel;

namespace film::app {

class DayStrip;
class Theme;

// "Ahead today": the next limits of the day under way with the time that is left, while they
// can still be kept.
class AheadPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit AheadPanel(const Theme &theme, QWidget *parent = nullptr);

    // With a rule pack the list is what it says of the running day; without, the usual limits.
    void setDay(const WeekRow &row, Notation notation, const RunningPay *running = nullptr,
                const rules::RulePack *pack = nullptr);
    // While a day is typed the strip shows it and the list makes room.
    void setListVisible(bool isVisible);
    [[nodiscard]] QString summary() const;
    // The next limit in one sentence; empty where none is ahead.
    [[nodiscard]] QString nextText() const { return m_next; }

private:
    struct Line {
        QWidget *row = nullptr;
        QWidget *rule = nullptr;
        QLabel *at = nullptr;
        QLabel *what = nullptr;
        QLabel *left = nullptr;
        QLabel *why = nullptr;
        QLabel *clause = nullptr;
    };
    struct Item {
        Minutes at{0};
        QString what;
        QString why;
        QString clause{};
    };
    [[nodiscard]] static std::vector<Item> itemsOf(const WeekRow &row, Notation notation);
    [[nodiscard]] static std::vector<Item> itemsOf(const WeekRow &row, Notation notation,
                                                   const RunningPay &running,
                                                   const rules::RulePack &pack);
    [[nodiscard]] static QString summaryOf(const WeekRow &row, bool hasItems, Notation notation);

    QString m_next;
    QWidget *m_header;
    QLabel *m_summary;
    QLabel *m_cost;
    DayStrip *m_strip;
    QWidget *m_list;
    std::array<Line, 4> m_lines;
};

} // namespace film::app
