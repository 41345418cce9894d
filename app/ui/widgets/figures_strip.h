#pragma once

#include "app/ui/dashboard_words.h"

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;

namespace film::app {

// Figures side by side, each with its name above and what belongs to it beside.
class FiguresStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit FiguresStrip(QWidget *parent = nullptr);

    void setFigures(const std::vector<StripFigure> &figures);
    // What belongs to a figure under it: for a narrow window.
    void setStacked(bool isStacked);

private:
    struct Cell {
        QWidget *box;
        QBoxLayout *figure;
        QLabel *caption;
        QLabel *value;
        QLabel *detail;
    };
    [[nodiscard]] Cell makeCell();

    QHBoxLayout *m_layout;
    std::vector<Cell> m_cells;
    bool m_isStacked = false;
};

} // namespace film::app
