#include "shared/base/error.h"

namespace film {

using namespace Qt::StringLiterals;

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return u"invalid-input"_s;
    case ErrorCode::LimitExceeded: return u"limit-exceeded"_s;
    case ErrorCode::NotFound: return u"not-found"_s;
    case ErrorCode::AlreadyExists: return u"already-exists"_s;
    case ErrorCode::Conflict: return u"conflict"_s;
    case ErrorCode::Unauthenticated: return u"unauthenticated"_s;
    case ErrorCode::PermissionDenied: return u"permission-denied"_s;
    case ErrorCode::Expired: return u"expired"_s;
    case ErrorCode::Offline: return u"offline"_s;
    case ErrorCode::Timeout: return u"timeout"_s;
    case ErrorCode::Busy: return u"busy"_s;
    case ErrorCode::Cancelled: return u"cancelled"_s;
    case ErrorCode::ProtocolViolation: return u"protocol-violation"_s;
    case ErrorCode::StoreFailure: return u"store-failure"_s;
    case ErrorCode::StoreFull: return u"store-full"_s;
    case ErrorCode::StoreCorrupt: return u"store-corrupt"_s;
    case ErrorCode::StoreForeign: return u"store-foreign"_s;
    case ErrorCode::StoreNewer: return u"store-newer"_s;
    case ErrorCode::StoreReadOnly: return u"store-read-only"_s;
    case ErrorCode::StoreInUse: return u"store-in-use"_s;
    case ErrorCode::Internal: return u"internal"_s;
    }
    Q_UNREACHABLE();
}

Error Error::during(const QString &step) const { return {code, step + u": "_s + message}; }

} // namespace film
