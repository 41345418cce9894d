#pragma once

#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace film::app {

// Paints figures so that columns of them line up in any font: every digit takes the width of the
// widest one. QFont::setFeature("tnum") would do it from Qt 6.7 on. GUI thread.
class TabularFigures
{
public:
    [[nodiscard]] qreal width(const QFont &font, const QString &text) const;
    // With the painter's font and pen, on one line, vertically centred. Only the horizontal part
    // of `alignment` counts. What does not fit is not elided: a cut figure is a wrong figure.
    void draw(QPainter &painter, const QRectF &rect, const QString &text,
              Qt::Alignment alignment = Qt::AlignRight) const;

private:
    struct Metrics {
        QRawFont raw;
        qreal digitWidth = 0;
    };
    const Metrics &metricsOf(const QFont &font) const;

    mutable QHash<QFont, Metrics> m_metrics;
};

} // namespace film::app
