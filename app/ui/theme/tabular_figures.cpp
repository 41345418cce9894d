#include "app/ui/theme/tabular_figures.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

// The fonts of one window are a handful; a font dialog or a zoom must not make this grow.
constexpr int fontsMax = 64;

struct Placed {
    QList<quint32> glyphs;
    QList<QPointF> positions;
    qreal width = 0;
    bool isComplete = true; // the font has every character
};

Placed place(const QRawFont &raw, qreal digitWidth, const QString &text)
{
    Placed placed;
    placed.glyphs = raw.glyphIndexesForString(text);
    const QList<QPointF> advances = raw.advancesForGlyphIndexes(placed.glyphs);
    placed.isComplete = placed.glyphs.size() == text.size() && !placed.glyphs.contains(0);
    for (qsizetype i = 0; placed.isComplete && i < text.size(); ++i) {
        const bool isDigit = text[i] >= u'0' && text[i] <= u'9';
        const qreal advance = advances[i].x();
        const qreal inset = isDigit ? (digitWidth - advance) / 2 : 0;
        placed.positions.append({placed.width + inset, 0});
        placed.width += isDigit ? digitWidth : advance;
    }
    return placed;
}

} // namespace

const TabularFigures::Metrics &TabularFigures::metricsOf(const QFont &font) const
{
    const auto known = m_metrics.constFind(font);
    if (known != m_metrics.constEnd())
        return *known;
    if (m_metrics.size() >= fontsMax)
        m_metrics.clear();

    Metrics metrics;
    metrics.raw = QRawFont::fromFont(font);
    const QList<quint32> digits = metrics.raw.glyphIndexesForString(u"0123456789"_s);
    for (const QPointF &advance : metrics.raw.advancesForGlyphIndexes(digits))
        metrics.digitWidth = std::max(metrics.digitWidth, advance.x());
    return *m_metrics.insert(font, metrics);
}

qreal TabularFigures::width(const QFont &font, const QString &text) const
{
    const Metrics &metrics = metricsOf(font);
    const Placed placed = place(metrics.raw, metrics.digitWidth, text);
    return placed.isComplete ? placed.width : QFontMetricsF(font).horizontalAdvance(text);
}

void TabularFigures::draw(QPainter &painter, const QRectF &rect, const QString &text,
                          Qt::Alignment alignment) const
{
    if (text.isEmpty())
        return;
    const Metrics &metrics = metricsOf(painter.font());
    const Placed placed = place(metrics.raw, metrics.digitWidth, text);
    if (!placed.isComplete) {
        const Qt::Alignment horizontal = alignment & Qt::AlignHorizontal_Mask;
        painter.drawText(rect, int(horizontal | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        return;
    }

    qreal left = rect.left();
    if (alignment & Qt::AlignRight)
        left = rect.right() - placed.width;
    else if (alignment & Qt::AlignHCenter)
        left = rect.center().x() - placed.width / 2;
    const QFontMetricsF font(painter.font());
    const qreal baseline = rect.center().y() + (font.ascent() - font.descent()) / 2;

    QGlyphRun run;
    run.setRawFont(metrics.raw);
    run.setGlyphIndexes(placed.glyphs);
    run.setPositions(placed.positions);
    painter.drawGlyphRun({std::round(left), std::round(baseline)}, run);
}

} // namespace film::app
