#pragma once

#include "app/models/week_model.h"

#include <QRectF>

class QPainter;

namespace film::app {

class Theme;

// Where a time lies on a strip of hours.
struct DayScale {
    Minutes from{5 * 60};
    Minutes to{23 * 60};
    qreal left = 0;
    qreal width = 0;

    [[nodiscard]] qreal x(Minutes at) const
    {
        return left + width * qreal((at - from).count()) / qreal((to - from).count());
    }
};

// The hours worked as bars with gaps for meals, in the tiers they are paid at, what is planned as a
// dashed outline. `bar` gives the height; times come from the scale.
void paintDayBar(QPainter &painter, const QRectF &bar, const DayScale &scale, const WeekRow &row,
                 const Theme &theme);

} // namespace film::app
