#pragma once

namespace film::app {

class MainWindow;
class MyWeekPage;
class WeekController;

// The id under which My week stands in the window.
inline constexpr char myWeekPageId[] = "my-week";

// Puts the page into the window: its entry, its dock, its commands, what it says and shows in
// the tool bar and the status bar. Conflicts and the full history are for the caller to open.
void addMyWeek(MainWindow &window, MyWeekPage *page, WeekController &controller);

} // namespace film::app
