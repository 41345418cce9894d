#pragma once

#include "shared/base/clock.h"
#include "shared/domain/work_day.h"

#include <QString>

#include <optional>
#include <vector>

namespace film::app {

enum class ChangeState : quint8 {
    NeedsAttention, // the server did not take it; it is kept here
    Saved,          // on this computer
    Sent,           // the server has it; its place in the order has not come back yet
    Confirmed,
};

// Why the server did not take a change.
enum class ChangeRefusal : quint8 {
    Unsaid, // an older server, or a reason that this version does not know
    NotAllowed,
    Unreadable,
    OtherProduction,
    OtherAuthor,
    Unsupported,
    BadValues,
    ServerRecord,
    Database,
};

// A change made on this computer, on its way to everybody else.
struct OutboxChange {
    MutationId mutation;
    Instant at{};
    QString author;
    QString where;                 // a name: of the person whose day it is, or of the record
    std::optional<WorkDay> before; // of a day; nothing for other records
    std::optional<WorkDay> after;
    QString title; // what other records say about themselves
    ChangeState state = ChangeState::Saved;
    std::optional<ChangeRefusal> refusal; // with NeedsAttention

    friend bool operator==(const OutboxChange &, const OutboxChange &) = default;
};

struct OutboxSnapshot {
    std::vector<OutboxChange> changes; // the newest first
    int earlier = 0;                   // more than are listed
    int earlierWaiting = 0;            // of them, not confirmed

    friend bool operator==(const OutboxSnapshot &, const OutboxSnapshot &) = default;
};

} // namespace film::app
