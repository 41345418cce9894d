#pragma once

#include "server/admin/audit_names.h"
#include "server/admin/audit_words.h"
#include "shared/domain/permissions.h"
#include "shared/store/log_check.h"
#include "shared/store/log_reader.h"

#include <QDate>

#include <limits>
#include <optional>
#include <set>

namespace film::server {

// What one question may cost, however long the log is.
namespace audit_limits {
inline constexpr quint64 examinedMax = 100'000; // rows of the log that are looked at
inline constexpr int readMax = 10'000;          // of which so many are read
inline constexpr int entriesMax = 5'000;        // of one answer
inline constexpr quint64 chainRowsMax = 2'000;  // the last ones, recomputed with each check
inline constexpr qsizetype textLengthMax = 200; // of what is looked for
} // namespace audit_limits

// Whose changes somebody may see, and whose pay.
struct AuditScope {
    store::LogScope rows;
    bool allDeals = false;
    PersonId ownDeal;          // null: none
    std::set<PersonId> hidden; // whose processing is restricted

    [[nodiscard]] static AuditScope everything();
    [[nodiscard]] static AuditScope of(const Permissions &permissions, UserId user, PersonId person,
                                       DepartmentId department);
};

struct AuditQuery {
    AuditScope scope;
    PersonId person;    // whose change it was, or about whom; also a member's user id. Null: any
    QStringList fields; // of auditFieldNames(); empty: any
    QDate from;         // the work day; invalid: any
    QDate to;
    qint64 sinceMs = 0; // when the server had it, since 1970 in UTC
    qint64 untilMs = std::numeric_limits<qint64>::max(); // exclusive
    DeviceId device;                                     // null: any
    QString words;      // somewhere in what a row shows, whatever the case
    quint64 before = 0; // goes on where an answer stopped; 0: from the newest
    int limit = 100;    // 1 to audit_limits::entriesMax
};

// A row of the answer.
struct AuditEntry {
    quint64 sequence = 0; // of the change; several rows may be one change
    qint64 receivedMs = 0;
    UserId user;
    QString userName;
    DeviceId device;
    QString deviceName;
    EntityType kind = EntityType::TimeEntry;
    protocol::Outcome outcome = protocol::Outcome::Applied;
    AuditSubject subject;
    AuditLine line;
    QString reason; // that the author gave
};

struct AuditPage {
    std::vector<AuditEntry> entries; // the newest change first
    // For `before`. There may be one without any entry: what one question may cost was used up
    // before something was found.
    std::optional<quint64> next;
    quint64 head = 0;         // of the log
    quint64 searchedFrom = 0; // the rows from here
    quint64 searchedTo = 0;   // to here are answered; 0: none
};

// A production's log as an audit. Reads signed envelopes, so what it says is what was signed.
class AuditSearch
{
public:
    AuditSearch(store::ServerStorageSql &storage, ProductionId production)
        : m_storage(storage)
        , m_production(production)
        , m_names(storage, production)
        , m_reader(storage.database(), production)
    {}

    // InvalidInput for a limit or a text out of bounds. For one question.
    [[nodiscard]] Result<AuditPage> find(const AuditQuery &query);
    // Whether a row is missing, and the chain of the last rows: store::glanceAtLog().
    [[nodiscard]] Result<store::LogGlance> check();

private:
    struct Bounds {
        quint64 from = 1;
        quint64 before = 1;
    };
    [[nodiscard]] Result<Bounds> boundsOf(const AuditQuery &query, quint64 head);
    [[nodiscard]] store::LogFilter filterOf(const AuditQuery &query) const;
    [[nodiscard]] std::vector<AuditEntry> entriesOf(const store::LoggedChange &change,
                                                    const AuditQuery &query);
    [[nodiscard]] bool isAboutOrBy(const AuditQuery &query, const AuditEntry &entry) const;

    store::ServerStorageSql &m_storage;
    ProductionId m_production;
    AuditNames m_names;
    store::LogReader m_reader;
};

// The same rows as a CSV file (RFC 4180, UTF-8), with a first row of headings, for a spreadsheet:
// what one would run as a formula is a text.
[[nodiscard]] QByteArray auditCsv(const std::vector<AuditEntry> &entries);

} // namespace film::server
