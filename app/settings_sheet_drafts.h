#pragma once

#include "app/controllers/call_sheet_controller.h"

#include <QSettings>

namespace film::app {

// Drafts of call sheets among the settings of this computer. They are nobody else's business until
// they are published, so they are no records.
class SettingsSheetDrafts final : public SheetDrafts
{
public:
    SettingsSheetDrafts(QSettings &settings, ProductionId production);

    [[nodiscard]] std::optional<SheetDraft> find(const SheetKey &key) const override;
    void keep(const SheetKey &key, const SheetDraft &draft) override;
    void forget(const SheetKey &key) override;

private:
    [[nodiscard]] QString nameOf(const SheetKey &key) const;

    QSettings &m_settings;
    QString m_group;
};

} // namespace film::app
