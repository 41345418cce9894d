#include "app/settings_sheet_drafts.h"

#include "shared/domain/records.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/record_content.h"

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QByteArray sheetBytes(const ShootingDay &sheet)
{
    protocol::VersionedGroups groups;
    for (const auto &[group, fields] : toGroups(sheet))
        groups[group].fields = fields;
    return protocol::encodeGroups(groups);
}

std::optional<ShootingDay> sheetIn(const QByteArray &bytes)
{
    const auto groups = protocol::decodeGroups(bytes);
    if (!groups)
        return std::nullopt;
    Result<ShootingDay> sheet = shootingDayFromGroups(sync::plainGroups(*groups));
    return sheet ? std::optional(std::move(*sheet)) : std::nullopt;
}

} // namespace

SettingsSheetDrafts::SettingsSheetDrafts(QSettings &settings, ProductionId production)
    : m_settings(settings)
    , m_group(u"callSheetDrafts/"_s + production.toString() + u'/')
{}

QString SettingsSheetDrafts::nameOf(const SheetKey &key) const
{
    return m_group + key.date.toString(Qt::ISODate) + u'/' + key.unit.toString() + u'/';
}

std::optional<SheetDraft> SettingsSheetDrafts::find(const SheetKey &key) const
{
    const QString name = nameOf(key);
    const std::optional<ShootingDay> sheet =
        sheetIn(m_settings.value(name + u"sheet"_s).toByteArray());
    if (!sheet) // there is none, or nobody can read it any more
        return std::nullopt;
    return SheetDraft{sheetIn(m_settings.value(name + u"base"_s).toByteArray()), *sheet};
}

void SettingsSheetDrafts::keep(const SheetKey &key, const SheetDraft &draft)
{
    const QString name = nameOf(key);
    m_settings.setValue(name + u"sheet"_s, sheetBytes(draft.sheet));
    m_settings.setValue(name + u"base"_s, draft.base ? sheetBytes(*draft.base) : QByteArray());
}

void SettingsSheetDrafts::forget(const SheetKey &key)
{
    m_settings.remove(nameOf(key).chopped(1));
}

} // namespace film::app
