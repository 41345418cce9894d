#pragma once

#include "app/models/command_search.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace film::app {

class Theme;

// Ctrl+K: a line to type into and what was found for it. The keys stay in the line; Up and Down
// choose, Enter goes there, Escape closes.
class CommandSearchDialog final : public QDialog
{
    Q_OBJECT
public:
    CommandSearchDialog(CommandSearchModel &model, const Theme &theme, QWidget *parent);

    // Empty, over the upper part of its window.
    void start();
    [[nodiscard]] QListView *list() const { return m_list; }

    // The icon of what was found.
    [[nodiscard]] static QString iconOf(SearchKind kind);

signals:
    void chosen(const film::app::SearchEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void step(int rows);
    void choose(const QModelIndex &index);
    void describe();

    CommandSearchModel &m_model;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_nothing;
};

// The words of what is found: "Thursday 20 November 2025", "Week 6".
[[nodiscard]] CommandSearchModel::Words commandSearchWords();

} // namespace film::app
