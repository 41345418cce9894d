#pragma once

#include "app/models/chart_data.h"

#include <QWidget>

class QHBoxLayout;

namespace film::app {

class Theme;
struct ChartLook;

[[nodiscard]] ChartLook chartLookOf(const Theme &theme);

// What the colours of a chart mean, and its line.
class ChartLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const ChartData &chart);

private:
    const Theme &m_theme;
    QHBoxLayout *m_layout;
};

} // namespace film::app
