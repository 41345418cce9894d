#include "app/ui/theme/icon_cache.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int pixmapsMax = 1000;

QPixmap render(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QFile file(QString(u":/icons/"_s + name + u".svg"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "IconCache", qPrintable(name));
        return pixmap;
    }
    QByteArray svg = file.readAll();
    // QSvgRenderer knows nothing of a current colour outside of its own document.
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

} // namespace

QPixmap IconCache::pixmap(const QString &name, const QColor &color, int size,
                          qreal devicePixelRatio) const
{
    const Key key{name, color.rgba(), size, int(devicePixelRatio * 1000)};
    const auto known = m_pixmaps.constFind(key);
    if (known != m_pixmaps.constEnd())
        return *known;
    if (m_pixmaps.size() >= pixmapsMax)
        m_pixmaps.clear();
    return *m_pixmaps.insert(key, render(name, color, size, devicePixelRatio));
}

} // namespace film::app
