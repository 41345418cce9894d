#pragma once

#include "server/lanes/device_budget.h"
#include "server/lanes/lanes.h"
#include "server/lanes/read_pool.h"
#include "server/net/attempt_limiter.h"
#include "server/net/device_presence.h"
#include "server/net/shared_attempts.h"
#include "server/net/snapshot_seats.h"
#include "server/telemetry/spans.h"
#include "shared/sync/hello_check.h"
#include "shared/sync/signing.h"

namespace film::server {

// What a session's runner asks others for. All of it may be called from any thread.
struct SessionServices {
    Lanes &lanes;
    ReadPool &reads;
    RecentLogs &recent;
    SessionOutlet &sessions;
    const sync::Verifier &verifier;
    const Clock &clock;
    ServerMetrics &metrics;
    AttemptLimiter &hellos;
    AttemptLimiter &joins;
    DeviceBudget &messages;
    SnapshotSeats &snapshots;
    SharedAttempts *shared; // null: each server counts for itself
    DevicePresence &presence;
    sync::HelloPolicy helloPolicy;
    SpanSink *spans = nullptr; // null: nothing is traced
};

} // namespace film::server
