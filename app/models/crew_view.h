#pragma once

#include "app/models/crew_filter_model.h"

#include <QSet>

#include <vector>

namespace film::app {

// How the crew grid is looked at, under a name: who is shown, which departments are open, what
// stands in the cells, and which columns.
struct CrewView {
    QString name;
    CrewFilter filter = CrewFilter::All;
    QString text;                           // looked for
    std::optional<DepartmentId> department; // shown by itself; its name is no text then
    QSet<DepartmentId> closed;
    CellShows shows = CellShows::Times;
    QSet<int> hiddenColumns;

    // But for the name.
    [[nodiscard]] bool looksLike(const CrewView &other) const
    {
        return filter == other.filter && text == other.text && department == other.department
            && closed == other.closed && shows == other.shows
            && hiddenColumns == other.hiddenColumns;
    }

    friend bool operator==(const CrewView &, const CrewView &) = default;
};

inline constexpr int crewViewsMax = 20;
inline constexpr int crewViewNameMax = 40;

} // namespace film::app
