#pragma once

#include "app/charts/chart_look.h"
#include "app/models/chart_data.h"

#include <QWidget>

#include <memory>

namespace film::app {

// Stacked bars, upright or lying, with a word at the end of each. The table twin of a chart is
// what a screen reader reads; this is one picture with a name and a description. GUI thread.
class BarChart final : public QWidget
{
    Q_OBJECT
public:
    explicit BarChart(QWidget *parent = nullptr);
    ~BarChart() override;

    void setLook(const ChartLook &look);
    void setData(const ChartData &data);
    [[nodiscard]] const ChartData &data() const { return m_data; }
    // Whether clicks mean something.
    void setClickable(bool isClickable);
    // Where the bar of a category is, in this widget.
    [[nodiscard]] QPoint placeOf(int category) const;

signals:
    void barClicked(int category);

private:
    class Plot;

    void rebuild();

    ChartData m_data;
    ChartLook m_look;
    Plot *m_plot; // ours by the layout
};

} // namespace film::app
