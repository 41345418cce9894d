#pragma once

#include "app/models/sync_state.h"
#include "app/ui/widgets/sync_path.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace film::app {

// The sync state as the way a change takes, for the top of the Sync page. It says the same as the
// status bar: both follow from one state.
class SyncPathText
{
    Q_DECLARE_TR_FUNCTIONS(film::app::SyncPathText)
public:
    struct Path {
        QList<SyncPath::Place> places;
        QList<SyncPath::Line> lines;
    };
    [[nodiscard]] static Path pathOf(const SyncState &state, const QTimeZone &zone);

private:
    [[nodiscard]] static SyncPath::Place thisComputer(const SyncState &state);
    [[nodiscard]] static SyncPath::Line lineOf(const SyncState &state, const QTimeZone &zone);
    [[nodiscard]] static SyncPath::Place server(const SyncState &state, const QTimeZone &zone);
};

} // namespace film::app
