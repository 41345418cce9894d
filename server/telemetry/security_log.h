#pragma once

#include "server/identity/security_event.h"

namespace film::server {

class ServerMetrics;

// Writes a line of the category filmtracker.security, whose message is the event's name, and
// counts it. For itself, so that it can be kept and watched apart from everything else.
// `metrics` may be null: then it is only written.
void logSecurityEvent(const SecurityEvent &event, ServerMetrics *metrics);

} // namespace film::server
