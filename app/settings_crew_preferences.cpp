#include "app/settings_crew_preferences.h"

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

QVariantMap viewMap(const CrewView &view)
{
    QStringList closed;
    for (const DepartmentId &department : view.closed)
        closed.append(department.toString());
    QVariantList hidden;
    for (const int column : view.hiddenColumns)
        hidden.append(column);
    return {
        {u"name"_s, view.name},
        {u"filter"_s, int(view.filter)},
        {u"text"_s, view.text},
        {u"department"_s, view.department ? view.department->toString() : QString()},
        {u"closed"_s, closed},
        {u"shows"_s, int(view.shows)},
        {u"hidden"_s, hidden},
    };
}

std::optional<CrewView> viewIn(const QVariantMap &map)
{
    CrewView view;
    view.name = map.value(u"name"_s).toString();
    const int filter = map.value(u"filter"_s).toInt();
    const int shows = map.value(u"shows"_s).toInt();
    if (view.name.isEmpty() || filter < 0 || filter > int(CrewFilter::Rest) || shows < 0
        || shows > int(CellShows::Cost))
        return std::nullopt;
    view.filter = CrewFilter(filter);
    view.shows = CellShows(shows);
    view.text = map.value(u"text"_s).toString();
    view.department = DepartmentId::fromString(map.value(u"department"_s).toString());
    for (const QString &text : map.value(u"closed"_s).toStringList()) {
        if (const auto department = DepartmentId::fromString(text))
            view.closed.insert(*department);
    }
    for (const QVariant &column : map.value(u"hidden"_s).toList()) {
        if (column.toInt() >= CrewModel::FirstDay && column.toInt() < CrewModel::ColumnCount)
            view.hiddenColumns.insert(column.toInt());
    }
    return view;
}

} // namespace

SettingsCrewPreferences::SettingsCrewPreferences(QSettings &settings, ProductionId production)
    : m_settings(settings)
    , m_group(u"crewGrid/"_s + production.toString() + u'/')
{}

std::vector<CrewView> SettingsCrewPreferences::views() const
{
    std::vector<CrewView> views;
    for (const QVariant &kept : m_settings.value(m_group + u"views"_s).toList()) {
        if (auto view = viewIn(kept.toMap()); view && int(views.size()) < crewViewsMax)
            views.push_back(*std::move(view));
    }
    return views;
}

void SettingsCrewPreferences::keepViews(const std::vector<CrewView> &views)
{
    QVariantList kept;
    for (const CrewView &view : views)
        kept.append(viewMap(view));
    m_settings.setValue(m_group + u"views"_s, kept);
}

DepartmentOffsets SettingsCrewPreferences::offsets() const
{
    DepartmentOffsets offsets;
    const QVariantMap kept = m_settings.value(m_group + u"offsets"_s).toMap();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        const auto department = DepartmentId::fromString(it.key());
        const QVariantList minutes = it.value().toList();
        if (!department || minutes.size() != 2)
            continue;
        const DepartmentOffset offset{Minutes(minutes[0].toInt()), Minutes(minutes[1].toInt())};
        if (!offset.isNone())
            offsets[*department] = offset;
    }
    return offsets;
}

void SettingsCrewPreferences::keepOffsets(const DepartmentOffsets &offsets)
{
    QVariantMap kept;
    for (const auto &[department, offset] : offsets)
        kept[department.toString()] =
            QVariantList{int(offset.before.count()), int(offset.after.count())};
    m_settings.setValue(m_group + u"offsets"_s, kept);
}

} // namespace film::app
