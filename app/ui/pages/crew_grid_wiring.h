#pragma once

namespace film::app {

class CrewGridPage;
class MainWindow;

inline constexpr const char *crewGridPageId = "crew-grid";

// Adds the page to the window and its commands to the menus. Which week it shows, and what it
// asks about a day, is for whoever made it.
void addCrewGrid(MainWindow &window, CrewGridPage *page);

} // namespace film::app
