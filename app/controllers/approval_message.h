#pragma once

#include "app/engine/signing_pin.h"
#include "shared/base/error.h"

#include <QString>

#include <optional>

namespace film::app {

// What the status bar or the dock should say, as a value; the words are made in app/ui.
struct ApprovalMessage {
    enum class Kind : quint8 {
        None,
        Approved,     // `count` cards, `name` of the only one
        SentBack,     // to `name`
        Withdrawn,    // of `count` cards
        NotWithdrawn, // somebody has decided otherwise meanwhile
        Undone,       // sending back
        PinNeeded,    // none was typed
        PinWrong,     // `pin` says how many are left
        PinWaiting,   // `pin` says until when
        PinTooShort,  // for a first one
        PinRepeat,    // a first one was typed once
        PinDiffers,   // from what was typed the first time
        NoPinStore,   // where it would be kept
        NoComment,    // sending back needs one
        ChangedSince, // a day is not as it was shown; nothing was signed
        NothingFlagged,
        NothingReady, // to be approved together
        Refused,      // days that were left alone
        Failed,       // `error`; nothing was signed or given back
    };
    Kind kind = Kind::None;
    QString name{};
    int count = 0;
    PinState pin{};
    std::optional<ErrorCode> error{};
};

} // namespace film::app
