#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace film::app {

class Theme;

// The rows of the office's lists: departments as headings, and under them people in cells of one
// line. Which cell is muted or italic the model says by its roles.
class RecordDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // Roles of the model that are looked at; -1 for none.
    struct Roles {
        int count = -1;   // of a heading
        int muted = -1;   // bool: a hint, or what does not count any more
        int planned = -1; // bool: comes from elsewhere, in italics
    };
    RecordDelegate(const Theme &theme, const Roles &roles, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    // Looks like the cell that it stands in.
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintCell(QPainter &painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;

    const Theme &m_theme;
    Roles m_roles;
};

// A tree that looks like them: no indentation, no branches of the style, rows of equal height.
[[nodiscard]] QTreeView *makeRecordTree(const Theme &theme, QWidget *parent);

} // namespace film::app
