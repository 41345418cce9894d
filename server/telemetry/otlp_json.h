#pragma once

#include "server/telemetry/spans.h"

namespace film::server {

// Who made the spans, as the resource of OpenTelemetry's conventions.
struct OtlpResource {
    QString version;
    QString instance; // of this process, unique
};

// A request of OTLP/HTTP for POST /v1/traces, in JSON (OTLP 1.0, "JSON Protobuf Encoding": names in
// lowerCamelCase, ids as hexadecimal digits and not Base64, 64-bit numbers as text).
[[nodiscard]] QByteArray otlpRequest(const std::vector<SpanRecord> &spans,
                                     const OtlpResource &resource);

} // namespace film::server
