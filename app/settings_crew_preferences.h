#pragma once

#include "app/controllers/crew_preferences.h"

#include <QSettings>

namespace film::app {

class SettingsCrewPreferences final : public CrewPreferences
{
public:
    SettingsCrewPreferences(QSettings &settings, ProductionId production);

    // What nobody can read any more is left out.
    [[nodiscard]] std::vector<CrewView> views() const override;
    void keepViews(const std::vector<CrewView> &views) override;
    [[nodiscard]] DepartmentOffsets offsets() const override;
    void keepOffsets(const DepartmentOffsets &offsets) override;

private:
    QSettings &m_settings;
    QString m_group;
};

} // namespace film::app
