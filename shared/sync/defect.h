#pragma once

#include "shared/protocol/messages.h"

#include <QString>

namespace film::sync {

// What is wrong with an authentic envelope that still cannot be applied: a number for the device
// that sent it, and English for the administrator.
struct Defect {
    protocol::Refusal refusal = protocol::Refusal::None;
    QString why;

    [[nodiscard]] bool isEmpty() const { return refusal == protocol::Refusal::None; }
    void clear() { *this = {}; }
};

} // namespace film::sync
