#pragma once

#include "shared/store/account_repository.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_audit_check.h"

#include <map>
#include <optional>

namespace film::server {

struct ActQuery {
    store::ServerAuditFilter filter;
    QString words;      // somewhere in what a row shows, whatever the case
    quint64 before = 0; // goes on where an answer stopped; 0: from the newest
    int limit = 100;    // 1 to audit_limits::entriesMax
};

// An act of an administrator, or of the server, with the names of today.
struct ActEntry {
    store::ServerAuditRow row;
    QString what;       // "Account locked"
    QString account;    // the login of whom it is about; empty: nobody, or not there any more
    QString by;         // the login; "command line" where nobody signed in for it
    QString production; // its title
};

struct ActPage {
    std::vector<ActEntry> entries; // the newest first
    std::optional<quint64> next;   // for `before`; there may be one without any entry
};

// The chain of the server's acts, searched. For one question.
class ActSearch
{
public:
    explicit ActSearch(store::Database &database)
        : m_database(database)
    {}

    // InvalidInput for a limit or a text out of bounds.
    [[nodiscard]] Result<ActPage> find(const ActQuery &query);
    // The last audit_limits::chainRowsMax rows, recomputed.
    [[nodiscard]] Result<store::ServerAuditVerdict> check();

private:
    [[nodiscard]] ActEntry entryOf(const store::ServerAuditRow &row);
    [[nodiscard]] QString loginOf(AccountId id);

    store::Database &m_database;
    std::map<AccountId, QString> m_logins;
    std::map<ProductionId, QString> m_titles;
};

// RFC 4180, UTF-8, with a first row of headings; what a spreadsheet would run is a text.
[[nodiscard]] QByteArray actsCsv(const std::vector<ActEntry> &entries);

} // namespace film::server
