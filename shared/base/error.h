#pragma once

#include <QString>

namespace film {

// A closed set: what a caller can do something different about. The words for people are made
// from the code in app/ui; `message` is English, for the log, and holds no personal data.
enum class ErrorCode {
    InvalidInput, // the value itself is wrong; trying again cannot help
    LimitExceeded, // larger or more than a named limit
    NotFound,
    AlreadyExists,
    Conflict, // somebody else was first
    Unauthenticated,
    PermissionDenied,
    Expired, // was right once: an invite code, a token
    Offline,
    Timeout,
    Busy, // try again later
    Cancelled,
    ProtocolViolation, // a peer broke the protocol
    StoreFailure, // the database refused; nothing was written
    StoreFull, // no space left; nothing was written
    StoreCorrupt, // the file is damaged
    StoreForeign, // the file is not ours
    StoreNewer, // the file was written by a newer version
    StoreReadOnly, // the file or its folder cannot be written
    StoreInUse, // another process holds the file
    Internal, // our own mistake
};

// A short stable name for logs and for `--json`, such as "not-found".
[[nodiscard]] QString errorCodeName(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;

    // The same error with the step it happened in: "saving day: disk is full".
    [[nodiscard]] Error during(const QString &step) const;
};

} // namespace film
