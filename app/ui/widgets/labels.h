#pragma once

#include "app/ui/theme/fonts.h"

#include <QString>

class QFrame;
class QLabel;
class QWidget;

namespace film::app {

// A label in a look of the style sheet (see setKind) and a size of the type scale.
[[nodiscard]] QLabel *makeLabel(const QString &text, TextRole role, const char *kind,
                                QWidget *parent);
// A key as it is printed on the keyboard, for hints beside a control.
[[nodiscard]] QLabel *makeKeycap(const QString &keys, QWidget *parent);
// A line of one pixel between two areas.
[[nodiscard]] QFrame *makeLine(Qt::Orientation orientation, QWidget *parent);

} // namespace film::app
