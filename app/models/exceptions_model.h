#pragma once

#include "app/models/crew_model.h"

#include <QAbstractTableModel>

#include <span>

namespace film::app {

// Everything in the week that a person should look at, one row each, the pressing ones first.
// Follows a CrewModel by itself: looks again at the people whose row changed. As long as the same
// people stand in the grid, a row that stays, stays selected.
class ExceptionsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Kind, Person, Department, Day, What, Cost, Fix, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, // ExceptionKind
    };

    struct Row {
        ExceptionKind kind = ExceptionKind::Other;
        CrewRef ref;
        std::optional<DayFinding> finding; // nothing for two versions
        ExceptionFix fix = ExceptionFix::EditDay;
        int department = 0; // place in the grid: the order within a kind
        int row = 0;

        friend bool operator==(const Row &, const Row &) = default;
    };

    ExceptionsModel(CrewModel &crew, const CrewWords &words, QObject *parent = nullptr);

    [[nodiscard]] const Row &row(int index) const { return m_rows[size_t(index)]; }
    // The row of the first exception of that day; -1 if it has none.
    [[nodiscard]] int rowOf(const CrewRef &ref) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void reset();
    void refresh();
    void refreshPeople(const QModelIndex &first, const QModelIndex &last);
    void merge(size_t at, size_t end, std::span<const Row> rows);
    [[nodiscard]] std::vector<Row> collect() const;
    void collectPerson(int department, int row, std::vector<Row> &rows) const;
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QString costOf(const Row &row) const;
    [[nodiscard]] QString contestedCostOf(const Row &row) const;

    CrewModel &m_crew;
    const CrewWords &m_words;
    std::vector<Row> m_rows;
};

} // namespace film::app
