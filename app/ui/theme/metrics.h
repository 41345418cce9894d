#pragma once

// Sizes in device-independent pixels; see the design tokens for space and size.
namespace film::app::metrics {

inline constexpr int pageMargin = 16;
inline constexpr int controlHeight = 28;
inline constexpr int mainControlHeight = 36;
inline constexpr int gridRow = 24;
inline constexpr int compactRow = 28;
inline constexpr int weekRow = 40;
inline constexpr int panelRadius = 6;
inline constexpr int chipRadius = 4;
inline constexpr int focusWidth = 2;
inline constexpr int iconSize = 16;
inline constexpr int cellIconSize = 12;
inline constexpr int navigationWidth = 200;
inline constexpr int navigationRailWidth = 52;
inline constexpr int dockWidth = 296;
inline constexpr int dockWidthMin = 240;
inline constexpr int bottomDockHeight = 176;

// Below these window widths the navigation becomes a rail and the right dock goes to the bottom.
inline constexpr int railBelowWidth = 1024;
inline constexpr int bottomDockBelowWidth = 1180;
inline constexpr int windowWidthMin = 1024;
inline constexpr int windowHeightMin = 680;

} // namespace film::app::metrics
