#pragma once

#include "shared/base/clock.h"

#include <QString>

#include <optional>

namespace film::app {

// A computer of the production, as far as its changes have come here.
struct DeviceSeen {
    QString person;
    bool isThis = false;
    std::optional<Instant> at; // of its last change; nothing if there is none yet

    friend bool operator==(const DeviceSeen &, const DeviceSeen &) = default;
};

} // namespace film::app
