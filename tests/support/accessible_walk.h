#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QStringList>
#include <QWidget>

#include <algorithm>

namespace film::test {

// What a screen reader would be told nothing about: controls and buttons without a role or a name,
// cells that show something and say nothing.
class AccessibleWalk
{
public:
    explicit AccessibleWalk(const QWidget &root)
    {
        const QList<QWidget *> widgets = root.findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible())
                continue;
            if ((widget->focusPolicy() & Qt::TabFocus) || isButton(widget)
                || !widget->accessibleName().isEmpty())
                look(*widget);
            if (auto *view = qobject_cast<QAbstractItemView *>(widget);
                view && view->model() && !qobject_cast<QHeaderView *>(view))
                lookAtCells(*view);
        }
    }

    [[nodiscard]] const QStringList &unsaid() const { return m_unsaid; }
    [[nodiscard]] int cells() const { return m_cells; }

private:
    // The corner between two headers is no button to a person, nor is the picture in a field.
    static bool isButton(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        return qobject_cast<const QAbstractButton *>(widget)
            && !qobject_cast<const QAbstractItemView *>(parent)
            && !qobject_cast<const QLineEdit *>(parent);
    }

    void look(QWidget &widget)
    {
        const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&widget);
        const QString who = QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ')
            + widget.objectName();
        if (!seen || seen->role() == QAccessible::NoRole)
            m_unsaid += who + QStringLiteral(": no role");
        else if (seen->text(QAccessible::Name).isEmpty())
            m_unsaid += who + QStringLiteral(": no name");
    }

    void lookAtCells(QAbstractItemView &view)
    {
        const QString who = QString::fromLatin1(view.metaObject()->className()) + QLatin1Char(' ')
            + view.objectName();
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&view);
        if (!seen) {
            m_unsaid += who;
            return;
        }
        constexpr int cellsMax = 200;
        for (int i = 0; i < std::min(seen->childCount(), cellsMax); ++i) {
            const QAccessibleInterface *cell = seen->child(i);
            if (!cell || !cell->isValid())
                continue;
            ++m_cells;
            if (cell->role() == QAccessible::NoRole)
                m_unsaid += QStringLiteral("%1, cell %2: no role").arg(who).arg(i);
            const QModelIndex index =
                view.indexAt(view.viewport()->mapFromGlobal(cell->rect().center()));
            const bool shows = index.isValid() && view.visualRect(index).isValid()
                && view.viewport()->rect().contains(view.visualRect(index).center())
                && !index.data().toString().isEmpty();
            const bool isCell = cell->role() == QAccessible::Cell
                || cell->role() == QAccessible::ListItem || cell->role() == QAccessible::TreeItem;
            if (isCell && shows && cell->text(QAccessible::Name).isEmpty()
                && cell->text(QAccessible::Value).isEmpty())
                m_unsaid +=
                    QStringLiteral("%1, “%2”: says nothing").arg(who, index.data().toString());
        }
    }

    QStringList m_unsaid;
    int m_cells = 0;
};

[[nodiscard]] inline QStringList unsaidIn(const QWidget &root)
{
    return AccessibleWalk(root).unsaid();
}

} // namespace film::test
