#pragma once

#include "app/controllers/department_offsets.h"
#include "app/models/crew_view.h"

namespace film::app {

// What a person set up for the grid of one production. It is about this computer and not about the
// crew, so it is no record.
class CrewPreferences
{
public:
    virtual ~CrewPreferences() = default;

    [[nodiscard]] virtual std::vector<CrewView> views() const = 0;
    virtual void keepViews(const std::vector<CrewView> &views) = 0;
    [[nodiscard]] virtual DepartmentOffsets offsets() const = 0;
    virtual void keepOffsets(const DepartmentOffsets &offsets) = 0;
};

} // namespace film::app
