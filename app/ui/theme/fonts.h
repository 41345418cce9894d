#pragma once

#include <QFont>

namespace film::app {

enum class TextRole {
    Body,              // 13 px at 96 dpi, the application's font
    Emphasis,          // 13 DemiBold
    Secondary,         // 12
    SecondaryEmphasis, // 12 DemiBold
    Caption,           // 11 Medium; nothing is smaller
    Section,           // 15 DemiBold
    Title,             // 20 DemiBold
    QuickEntry,        // 16
};

// Inter where it is installed, else the system's font. Sizes are in points, so that they follow
// the system's scaling.
[[nodiscard]] QFont textFont(TextRole role);

} // namespace film::app
