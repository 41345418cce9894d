#pragma once

namespace film::app {

class CrewWordsText;
class HistoryController;
class HistoryModel;
class MainWindow;
class MyWeekPage;
class Theme;
class WeekController;

// The id under which My week stands in the window.
inline constexpr char myWeekPageId[] = "my-week";

// Puts the page into the window: its entry, its dock, its commands, what it says and shows in
// the tool bar and the status bar. Conflicts are for the caller to open.
void addMyWeek(MainWindow &window, MyWeekPage *page, WeekController &controller);

// The history of the selected day in a dock below the week, once somebody asks for it. All outlive
// the window.
struct MyWeekHistory {
    WeekController &controller;
    HistoryController &history;
    HistoryModel &model;
    const CrewWordsText &words;
    const Theme &theme;
};
void addMyWeekHistory(MainWindow &window, MyWeekPage *page, const MyWeekHistory &parts);

} // namespace film::app
