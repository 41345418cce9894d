#pragma once

#include "shared/protocol/envelope.h"
#include "shared/protocol/messages.h"
#include "shared/sync/decide.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace film::server {

// One thing that a change said, in the words of the trade: "Entered wrap", "", "19.5".
struct AuditLine {
    QString field; // "wrap", "meal-1", "planned-call"; a record's kind where it is about all of it
    QString what;
    QString before; // as the author saw it; empty where nothing was known
    QString after;

    friend bool operator==(const AuditLine &, const AuditLine &) = default;
};

// What people call a record; the id, or nothing, where it has no name.
using AuditNameOf = std::function<QString(EntityType, EntityId)>;

// A change as people read it. Times are tenths of an hour where those say them to the minute, else
// a clock; "none" is an answer, an empty text is not. A conflict or a decision on one needs
// the conflict record as the row left it. In English: a log is read by auditors of any country.
[[nodiscard]] std::vector<AuditLine>
auditLinesOf(const protocol::Envelope &envelope, protocol::Outcome outcome,
             const std::optional<sync::ConflictRecord> &conflict, const AuditNameOf &nameOf);

// What a record says, field by field, in the same words.
struct AuditField {
    QString key;  // "wrap", "meal-1"
    QString word; // "wrap", "meal 1"
    QString text;
};
[[nodiscard]] std::vector<AuditField> auditFieldsOf(EntityType type, const GroupMap &groups,
                                                    const AuditNameOf &nameOf);

// "time-entry", "applied": for filters, files and other programs.
[[nodiscard]] QString auditKindName(EntityType type);
[[nodiscard]] QString auditOutcomeName(protocol::Outcome outcome);
// Every field that a filter may name; meals are one: "meals".
[[nodiscard]] QStringList auditFieldNames();
// Whether a line's field is the one that a filter names.
[[nodiscard]] bool isAuditField(const QString &field, const QString &filter);

} // namespace film::server
