#pragma once

#include "app/ui/theme/tokens.h"

#include <QString>

class QWidget;

namespace film::app {

// What the palette cannot say: outlines, radii, focus frames. Written for tokens, see kind().
[[nodiscard]] QString styleSheetFor(Scheme scheme);

// Looks a widget can have beside its class; the style sheet selects on them.
//   buttons: primary, link, flat     tool buttons: segment, chip, navigation
//   frames:  panel, warn, bad, bulk  labels:       title, section, secondary, hint, caption,
//                                                  emphasis, keycap, chip, okText, warnText, badText
void setKind(QWidget *widget, const char *kind);

} // namespace film::app
