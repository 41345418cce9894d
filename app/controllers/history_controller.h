#pragma once

#include "app/controllers/crew_store.h"
#include "app/controllers/history_store.h"
#include "app/models/history_model.h"

#include <QObject>

namespace film::app {

// Shows how a day came to be what it is, and takes a value of it back. GUI thread.
class HistoryController final : public QObject
{
    Q_OBJECT
public:
    HistoryController(HistoryStore &store, HistoryModel &history, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<WorkDayKey> &shown() const { return m_shown; }

public slots:
    void show(const film::WorkDayKey &key);
    void reload();
    // Asks for a new change with the value that this row's change replaced.
    void restore(int row);

signals:
    void shownChanged();
    void restoreRequested(const film::app::DayEdit &edit);
    void failed(const film::Error &error);

private:
    HistoryStore &m_store;
    HistoryModel &m_history;
    std::optional<WorkDayKey> m_shown;
};

} // namespace film::app
