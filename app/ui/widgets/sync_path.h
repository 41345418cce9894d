#pragma once

#include "app/ui/theme/tokens.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace film::app {

class Theme;

// The way of a change from this computer to the server: places, and between each two of them how
// the line is. What it draws it also says, as its accessible description.
class SyncPath final : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Plain, Confirmed, Warning, Problem };
    struct Place {
        QString icon;
        Tone tone = Tone::Plain;
        QString title;
        QString detail;
    };
    struct Line {
        QString icon; // of its middle
        Tone tone = Tone::Plain;
        bool isBroken = false; // dashed
        QString text;

        friend bool operator==(const Line &, const Line &) = default;
    };

    explicit SyncPath(const Theme &theme, QWidget *parent = nullptr);

    // A line less than places.
    void setPath(QList<Place> places, QList<Line> lines);
    [[nodiscard]] QSize sizeHint() const override { return {720, 68}; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawLine(QPainter &painter, const QRect &room, const Line &line) const;

    const Theme &m_theme;
    QList<Place> m_places;
    QList<Line> m_lines;
};

} // namespace film::app
