#pragma once

#include "app/models/sync_state.h"
#include "app/ui/theme/tokens.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <optional>

namespace film::app {

// How one of the nine sync states looks at the left end of the status bar.
struct SyncLook {
    QString icon;
    Token iconToken = Token::Text2;
    Token textToken = Token::Text;
    std::optional<Token> background;
    QString text;
    QString message; // beside it
};

class SyncStateText
{
    Q_DECLARE_TR_FUNCTIONS(film::app::SyncStateText)
public:
    // Clock times are shown in `zone`.
    [[nodiscard]] static SyncLook lookOf(const SyncState &state, const QTimeZone &zone);
};

} // namespace film::app
