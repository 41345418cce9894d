#include "app/controllers/history_controller.h"

namespace film::app {

HistoryController::HistoryController(HistoryStore &store, HistoryModel &history, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_history(history)
{}

void HistoryController::show(const WorkDayKey &key)
{
    m_shown = key;
    reload();
}

void HistoryController::reload()
{
    if (!m_shown)
        return;
    const WorkDayKey key = *m_shown;
    m_store.history(key).then(this, [this, key](Result<DayHistory> loaded) {
        if (m_shown != key)
            return; // another day was asked for meanwhile
        if (!loaded) {
            emit failed(loaded.error());
            return;
        }
        m_history.setHistory(*std::move(loaded));
        emit shownChanged();
    });
}

void HistoryController::restore(int row)
{
    if (row < 0 || row >= m_history.rowCount())
        return;
    const WorkDay now = m_history.history().now;
    const WorkDay wanted = m_history.restored(row);
    if (wanted != now)
        emit restoreRequested({now, wanted});
}

} // namespace film::app
