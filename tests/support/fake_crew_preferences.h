#pragma once

#include "app/controllers/crew_preferences.h"

namespace film::test {

class FakeCrewPreferences final : public app::CrewPreferences
{
public:
    std::vector<app::CrewView> kept;
    app::DepartmentOffsets departments;

    [[nodiscard]] std::vector<app::CrewView> views() const override { return kept; }
    void keepViews(const std::vector<app::CrewView> &views) override { kept = views; }
    [[nodiscard]] app::DepartmentOffsets offsets() const override { return departments; }
    void keepOffsets(const app::DepartmentOffsets &offsets) override { departments = offsets; }
};

} // namespace film::test
