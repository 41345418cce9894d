#pragma once

#include <QColor>
#include <QFont>

#include <array>

namespace film::app {

// The colours and fonts of a chart, from the theme: here nobody knows it.
struct ChartLook {
    struct Tone {
        QColor fill;
        QColor outline;
        bool isHatched = false;
    };
    std::array<Tone, 6> tones; // by ChartTone
    QColor base;
    QColor text;
    QColor axisText;
    QColor grid;
    QColor line;
    QColor over;
    QFont font;
    QFont strongFont;
};

} // namespace film::app
