#pragma once

#include "app/models/crew_words.h"
#include "app/models/record_history.h"

#include <QAbstractListModel>

namespace film::app {

// The history of a day, one row for each part of it that a change touched, the newest first.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        WhenRole = Qt::UserRole,
        WhoRole,    // person and device
        ChangeRole, // "Wrap 19.5 → 19.3"
        ReasonRole,
        IsPendingRole,
        CanRestoreRole, // the value before differs from the one there is now
    };

    explicit HistoryModel(const CrewWords &words, QObject *parent = nullptr);

    void setHistory(DayHistory history);
    [[nodiscard]] const DayHistory &history() const { return m_history; }

    // The day as it is now with the value that the row's change replaced.
    [[nodiscard]] WorkDay restored(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        size_t change = 0;
        DayPart part = DayPart::Type;
    };

    const CrewWords &m_words;
    DayHistory m_history;
    std::vector<Row> m_rows;
};

} // namespace film::app
