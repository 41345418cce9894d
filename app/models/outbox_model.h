#pragma once

#include "app/models/crew_words.h"
#include "app/models/outbox_snapshot.h"

#include <QAbstractTableModel>

namespace film::app {

// What was changed on this computer and how far each change has come; what needs a person is
// on top.
class OutboxModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, Where, What, State, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, // ChangeState
        RefusalRole,              // ChangeRefusal; invalid unless it was refused
    };

    explicit OutboxModel(const CrewWords &words, QObject *parent = nullptr);

    void setSnapshot(OutboxSnapshot snapshot);
    [[nodiscard]] const OutboxChange &change(int row) const { return m_changes[size_t(row)]; }
    [[nodiscard]] int earlier() const { return m_earlier; }
    // Not confirmed yet, whatever stands in the way.
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] int needingAttention() const { return m_needingAttention; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void countsChanged();

private:
    [[nodiscard]] QString whatOf(const OutboxChange &change) const;
    [[nodiscard]] QString whereOf(const OutboxChange &change) const;

    const CrewWords &m_words;
    std::vector<OutboxChange> m_changes;
    int m_earlier = 0;
    int m_waiting = 0;
    int m_needingAttention = 0;
};

} // namespace film::app
