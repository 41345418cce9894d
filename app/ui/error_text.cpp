#include "app/ui/error_text.h"

namespace film::app {

QString ErrorText::forUser(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return tr("No connection. Your times are saved on this computer and are sent as soon as "
                  "you are back online.");
    case ErrorCode::Timeout:
    case ErrorCode::Busy:
        return tr("There was no answer in time. What was saved before is safe; try this again in "
                  "a moment.");
    case ErrorCode::Conflict:
        return tr("Someone else changed this day. Both versions are kept. Review them when it "
                  "suits you.");
    case ErrorCode::AlreadyExists: return tr("That is here already. Nothing was changed.");
    case ErrorCode::Unauthenticated:
        return tr("You are signed out. You can keep working; your changes stay here until you "
                  "sign in.");
    case ErrorCode::PermissionDenied:
        return tr("Your role on this production does not allow this. Nothing was changed.");
    case ErrorCode::NotFound:
        return tr("That is not known here. It may have been removed on another computer.");
    case ErrorCode::Expired:
        return tr("That code is no longer good. Ask your coordinator for a new one. Nothing was "
                  "sent.");
    case ErrorCode::InvalidInput:
    case ErrorCode::LimitExceeded: return tr("Not saved yet. Check the marked fields.");
    case ErrorCode::Cancelled: return tr("Stopped. Nothing was changed.");
    case ErrorCode::StoreFull:
        return tr("This computer’s disk is full, so the last change could not be saved. It is "
                  "still on screen. Free some space, then press Save again.");
    case ErrorCode::StoreFailure:
    case ErrorCode::StoreReadOnly:
        return tr("Not saved: this computer could not write to its disk. What was saved before is "
                  "safe. Make the folder writable, then press Save again before you close the "
                  "window.");
    case ErrorCode::StoreCorrupt:
        return tr("The file with your times is damaged. It was set aside unchanged, and the last "
                  "good copy can be opened.");
    case ErrorCode::StoreForeign:
        return tr("That file was not made by Film Tracker. It was left as it is.");
    case ErrorCode::StoreNewer:
        return tr("Your times were last saved by a newer version. They are safe. Install that "
                  "version to open them.");
    case ErrorCode::StoreInUse:
        return tr("Film Tracker is already open with these times. Use that window, or close it "
                  "first.");
    case ErrorCode::ProtocolViolation:
    case ErrorCode::Internal: break; // nothing the person can act on but a report
    }
    return tr("Something went wrong on our side. What was saved before is safe. Close the window "
              "and open it again; if it comes back, send us the log file.");
}

} // namespace film::app
