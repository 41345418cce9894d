#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

class QTableView;

namespace film::app {

class OutboxModel;
class Theme;

// Draws changes of one's own: grey moments, and how far each has come as an icon with words.
class ChangeDelegate final : public QStyledItemDelegate
{
public:
    ChangeDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

// The table of changes as the Sync page and the preview of an import show it.
[[nodiscard]] QTableView *makeChangeTable(OutboxModel &changes, const Theme &theme,
                                          const QString &name, QWidget *parent);

} // namespace film::app
