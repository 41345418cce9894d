#include "app/ui/widgets/navigation_panel.h"

#include "app/ui/delegates/nav_delegate.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int navigationMarkSize = 28;

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts))
        if (initials.size() < 2)
            initials += word.front().toUpper();
    return initials;
}

} // namespace

NavigationPanel::NavigationPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_mark(new QLabel(this))
    , m_title(makeLabel({}, TextRole::Emphasis, "emphasis", this))
    , m_detail(makeLabel({}, TextRole::Caption, "secondary", this))
    , m_list(new QListView(this))
    , m_entries(new QStandardItemModel(this))
    , m_delegate(new NavDelegate(theme, this))
    , m_initials(makeLabel({}, TextRole::Caption, "initials", this))
    , m_name(makeLabel({}, TextRole::Body, "body", this))
    , m_role(makeLabel({}, TextRole::Caption, "secondary", this))
{
    setKind(this, "sidebar");
    setFixedWidth(metrics::navigationWidth);
    m_mark->setFixedSize(navigationMarkSize, navigationMarkSize);
    m_initials->setFixedSize(navigationMarkSize, navigationMarkSize);
    m_initials->setAlignment(Qt::AlignCenter);
    setKind(m_list, "navigation");
    m_list->setModel(m_entries);
    m_list->setItemDelegate(m_delegate);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);

    const auto pair = [](QLabel *mark, QLabel *first, QLabel *second) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(14, 8, 12, 8);
        row->setSpacing(8);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(first);
        texts->addWidget(second);
        second->setWordWrap(true); // a role has two long words in some languages
        row->addWidget(mark);
        row->addLayout(texts, 1);
        return row;
    };
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 1, 4);
    layout->setSpacing(2);
    layout->addLayout(pair(m_mark, m_title, m_detail));
    layout->addWidget(m_list, 1);
    QFrame *line = makeLine(Qt::Horizontal, this);
    auto *lineRow = new QHBoxLayout;
    lineRow->setContentsMargins(8, 0, 8, 0);
    lineRow->addWidget(line);
    layout->addLayout(lineRow);
    layout->addLayout(pair(m_initials, m_name, m_role));

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const QString id = current.data(NavDelegate::PageIdRole).toString();
                    !id.isEmpty())
                    emit pageChosen(id);
            });
    connect(&theme, &Theme::changed, this, &NavigationPanel::recolor);
    recolor();
}

void NavigationPanel::setProduction(const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_title->setToolTip(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void NavigationPanel::setAccount(const QString &name, const QString &role)
{
    m_initials->setText(initialsOf(name));
    m_initials->setToolTip(name);
    m_initials->setAccessibleName(name);
    m_name->setText(name);
    m_role->setText(role);
}

void NavigationPanel::addEntry(const QString &id, const QString &iconName, const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setData(iconName, NavDelegate::IconNameRole);
    item->setData(id, NavDelegate::PageIdRole);
    item->setToolTip(title);
    item->setEditable(false);
    m_entries->appendRow(item);
}

void NavigationPanel::addGroup(const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setFlags(Qt::NoItemFlags);
    m_entries->appendRow(item);
}

void NavigationPanel::setBadge(const QString &id, const QString &badge)
{
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        QStandardItem *item = m_entries->item(row);
        if (item->data(NavDelegate::PageIdRole).toString() != id)
            continue;
        item->setData(badge, NavDelegate::BadgeRole);
        item->setData(badge.isEmpty() ? item->text()
                                      : tr("%1, %2 to look at").arg(item->text(), badge),
                      Qt::AccessibleTextRole);
    }
}

void NavigationPanel::setCurrent(const QString &id)
{
    for (int row = 0; row < m_entries->rowCount(); ++row)
        if (m_entries->item(row)->data(NavDelegate::PageIdRole).toString() == id)
            m_list->setCurrentIndex(m_entries->index(row, 0));
}

void NavigationPanel::setRail(bool isRail)
{
    m_isRail = isRail;
    m_delegate->setRail(isRail);
    setFixedWidth(isRail ? metrics::navigationRailWidth : metrics::navigationWidth);
    for (QLabel *label : {m_title, m_detail, m_name, m_role})
        label->setVisible(!isRail && !label->text().isEmpty());
    m_list->viewport()->update();
}

void NavigationPanel::recolor()
{
    QPixmap mark(QSize(navigationMarkSize, navigationMarkSize) * devicePixelRatioF());
    mark.setDevicePixelRatio(devicePixelRatioF());
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    painter.drawRoundedRect(QRect(0, 0, navigationMarkSize, navigationMarkSize), 6, 6);
    m_theme.drawIcon(painter, QRect(0, 0, navigationMarkSize, navigationMarkSize),
                     u"clapperboard"_s, Token::OnAccent, metrics::iconSize);
    painter.end();
    m_mark->setPixmap(mark);
}

} // namespace film::app
