#pragma once

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QString>

namespace film::app {

// Renders the SVG icons in one colour and keeps the pixmaps. GUI thread.
class IconCache
{
public:
    // `name` as in resources/icons, without ".svg"; `size` in device-independent pixels.
    [[nodiscard]] QPixmap pixmap(const QString &name, const QColor &color, int size,
                                 qreal devicePixelRatio) const;
    void clear() { m_pixmaps.clear(); }

private:
    struct Key {
        QString name;
        QRgb color;
        int size;
        int dprThousandths;

        friend bool operator==(const Key &, const Key &) = default;
    };
    friend size_t qHash(const Key &key, size_t seed)
    {
        return qHashMulti(seed, key.name, key.color, key.size, key.dprThousandths);
    }

    mutable QHash<Key, QPixmap> m_pixmaps;
};

} // namespace film::app
