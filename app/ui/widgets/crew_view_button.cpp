#include "app/ui/widgets/crew_view_button.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"

#include <QInputDialog>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

CrewViewButton::CrewViewButton(const CrewModel &crew, QWidget *parent)
    : QToolButton(parent)
    , m_crew(crew)
    , m_menu(new QMenu(this))
{
    setObjectName(u"crewViews"_s);
    setText(tr("Views"));
    setAccessibleName(tr("Saved views and columns"));
    setToolTip(tr("Saved views and columns (Ctrl+Shift+V)"));
    setPopupMode(QToolButton::InstantPopup);
    setFixedHeight(metrics::controlHeight);
    setKind(this, "chip");
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &CrewViewButton::fill);
}

void CrewViewButton::fill()
{
    for (QMenu *before : m_menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly))
        before->deleteLater();
    m_menu->clear();
    const CrewView current = m_current();
    const std::vector<CrewView> views =
        m_preferences ? m_preferences->views() : std::vector<CrewView>();
    for (const CrewView &view : views) {
        QAction *action = m_menu->addAction(view.name);
        action->setCheckable(true);
        action->setChecked(view.looksLike(current));
        connect(action, &QAction::triggered, this, [this, view] { emit viewChosen(view); });
    }
    QAction *all = m_menu->addAction(tr("&Everything"));
    all->setCheckable(true);
    all->setChecked(CrewView().looksLike(current));
    connect(all, &QAction::triggered, this, [this] { emit viewChosen({}); });
    m_menu->addSeparator();
    fillColumns(*m_menu->addMenu(tr("&Columns")), current);
    if (!m_preferences)
        return;
    m_menu->addSeparator();
    QAction *keep = m_menu->addAction(tr("&Save this view…"));
    keep->setObjectName(u"saveView"_s);
    connect(keep, &QAction::triggered, this, &CrewViewButton::askName);
    if (views.empty())
        return;
    QMenu *forgotten = m_menu->addMenu(tr("&Delete"));
    for (const CrewView &view : views)
        connect(forgotten->addAction(view.name), &QAction::triggered, this,
                [this, name = view.name] { forget(name); });
}

void CrewViewButton::fillColumns(QMenu &menu, const CrewView &current)
{
    for (int column = CrewModel::FirstDay; column < CrewModel::ColumnCount; ++column) {
        const QString title = m_crew.headerData(column, Qt::Horizontal, Qt::DisplayRole)
                                  .toString()
                                  .section(u'\n', 0, 0);
        QAction *action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!current.hiddenColumns.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            CrewView view = m_current();
            isShown ? (void)view.hiddenColumns.remove(column)
                    : (void)view.hiddenColumns.insert(column);
            emit viewChosen(view);
        });
    }
}

void CrewViewButton::askName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"viewName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("What is shown is kept on this computer under a name. A view of that "
                            "name is replaced."));
    dialog->setOkButtonText(tr("Save"));
    for (const CrewView &view : m_preferences->views()) {
        if (view.looksLike(m_current()))
            dialog->setTextValue(view.name);
    }
    connect(dialog, &QInputDialog::textValueSelected, this, &CrewViewButton::keep);
    dialog->open();
}

void CrewViewButton::keep(const QString &typed)
{
    const QString name = typed.simplified().left(crewViewNameMax);
    if (name.isEmpty())
        return;
    CrewView view = m_current();
    view.name = name;
    std::vector<CrewView> views = m_preferences->views();
    const auto known = std::ranges::find(views, name, &CrewView::name);
    if (known != views.end())
        *known = view;
    else if (int(views.size()) < crewViewsMax)
        views.push_back(view);
    else
        return emit said(tr("There are %1 views already. Delete one first.").arg(crewViewsMax));
    m_preferences->keepViews(views);
    emit said(tr("The view “%1” is kept on this computer.").arg(name));
}

void CrewViewButton::forget(const QString &name)
{
    std::vector<CrewView> views = m_preferences->views();
    std::erase_if(views, [&name](const CrewView &view) { return view.name == name; });
    m_preferences->keepViews(views);
    emit said(tr("The view “%1” is deleted.").arg(name));
}

} // namespace film::app
