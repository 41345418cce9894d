#include "app/ui/docks/bottom_pane.h"

#include "app/ui/theme/fonts.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int titleHeight = 29;
constexpr int heightAtFirst = 124;

QToolButton *makeButton(const QIcon &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon);
    button->setIconSize({14, 14});
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFixedSize(30, 24);
    return button;
}

} // namespace

BottomPane::BottomPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
{
    auto *title = new QFrame(this);
    setKind(title, "dockTitle");
    title->setFixedHeight(titleHeight);
    m_fold = makeButton(theme.icon(u"chevron-down"_s), tr("Fold"), title);
    QToolButton *close = makeButton(theme.icon(u"x"_s), tr("Close"), title);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setFont(textFont(TextRole::Secondary));

    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(4);
    row->addWidget(m_tabs);
    row->addSpacing(12);
    row->addWidget(makeKeycap(tr("F8"), title));
    row->addWidget(makeLabel(tr("next"), TextRole::Secondary, "secondary", title));
    row->addWidget(makeKeycap(tr("Shift+F8"), title));
    row->addWidget(makeLabel(tr("previous"), TextRole::Secondary, "secondary", title));
    row->addStretch();
    row->addWidget(m_fold);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { setFolded(false); });
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
}

int BottomPane::addPage(const QString &title, QWidget *page)
{
    m_pages->addWidget(page);
    return m_tabs->addTab(title);
}

void BottomPane::setTitle(int page, const QString &title)
{
    m_tabs->setTabText(page, title);
}

void BottomPane::showPage(int page)
{
    m_tabs->setCurrentIndex(page);
    setFolded(false);
    show();
}

int BottomPane::currentPage() const
{
    return m_tabs->currentIndex();
}

bool BottomPane::isFolded() const
{
    return m_pages->isHidden();
}

void BottomPane::setFolded(bool isFolded)
{
    m_pages->setHidden(isFolded);
    setMaximumHeight(isFolded ? titleHeight : QWIDGETSIZE_MAX);
    m_fold->setIcon(m_theme.icon(isFolded ? u"chevron-up"_s : u"chevron-down"_s));
    m_fold->setAccessibleName(isFolded ? tr("Unfold") : tr("Fold"));
    m_fold->setToolTip(m_fold->accessibleName());
}

QSize BottomPane::sizeHint() const
{
    return {400, heightAtFirst};
}

} // namespace film::app
