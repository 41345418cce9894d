#pragma once

#include "app/controllers/department_offsets.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace film::app {

class CrewWordsText;
struct CrewDepartment;

// How much earlier than the unit each department starts, and how much later it wraps.
class OffsetsDialog final : public QDialog
{
    Q_OBJECT
public:
    OffsetsDialog(const std::vector<CrewDepartment> &departments, const DepartmentOffsets &offsets,
                  const CrewWordsText &words, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *beforeField(int row) const { return m_rows[size_t(row)].before; }
    [[nodiscard]] QLineEdit *afterField(int row) const { return m_rows[size_t(row)].after; }

signals:
    void chosen(const film::app::DepartmentOffsets &offsets);

private:
    struct Row {
        DepartmentId department;
        QLineEdit *before = nullptr;
        QLineEdit *after = nullptr;
    };
    [[nodiscard]] QLineEdit *makeField(Minutes value, const QString &name,
                                       const CrewWordsText &words);
    [[nodiscard]] std::optional<DepartmentOffsets> typed() const;
    void check();

    std::vector<Row> m_rows;
    QLabel *m_problem;
    QPushButton *m_use = nullptr;
};

} // namespace film::app
