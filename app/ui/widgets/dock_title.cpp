#include "app/ui/widgets/dock_title.h"

#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace film::app {

DockTitle::DockTitle(const Theme &theme, QDockWidget &dock)
    : QFrame(&dock)
{
    setKind(this, "dockTitle");
    setFixedHeight(32);
    QLabel *title = makeLabel(dock.windowTitle(), TextRole::Emphasis, "emphasis", this);
    auto *close = new QToolButton(this);
    close->setIcon(theme.icon(u"x"_s));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this panel"));
    close->setToolTip(tr("Close. The View menu brings it back."));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 4, 0);
    layout->addWidget(title, 1);
    layout->addWidget(close);
    connect(&dock, &QDockWidget::windowTitleChanged, title, &QLabel::setText);
    connect(close, &QToolButton::clicked, this, &DockTitle::closeRequested);
}

} // namespace film::app
