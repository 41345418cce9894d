#pragma once

#include "app/models/crew_model.h"
#include "app/ui/delegates/cell_editor.h"
#include "app/ui/theme/metrics.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace film::app {

class CrewWordsText;
class Theme;

// Paints the crew grid and makes its editors. Everything it paints was formatted by the model.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using Reader = std::function<CellReading(const QModelIndex &, const QString &)>;
    using EditText = std::function<QString(const QModelIndex &)>;

    CellDelegate(const Theme &theme, const CrewWordsText &words, Reader reader, EditText editText,
                 QObject *parent = nullptr);

    void setRowHeight(int height) { m_rowHeight = height; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

signals:
    // The editor was left by a key that says where to go: (1, 0) is down, (0, 1) right.
    void moved(int rows, int columns);
    void readingChosen(const QModelIndex &index, const film::DayTimes &times);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool leave(CellEditor *editor, int rows, int columns);
    void paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   bool isDepartment) const;
    void paintDay(QPainter &painter, const QRect &rect, const CellText &text) const;
    void paintOtherHand(QPainter &painter, const QRect &rect, int left, const CellText &text) const;
    void paintFlags(QPainter &painter, const QRect &rect, const QString &count) const;
    void paintOutline(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, bool isSelected) const;
    [[nodiscard]] QColor background(const QModelIndex &index, const CellText *text,
                                    bool isDepartment, bool isSelected) const;

    const Theme &m_theme;
    int m_rowHeight = metrics::gridRow;
    const CrewWordsText &m_words;
    Reader m_reader;
    EditText m_editText;
    QFont m_body;
    QFont m_bold;
    QFont m_secondary;
    QFont m_italic;
    QFont m_caption;
};

} // namespace film::app
