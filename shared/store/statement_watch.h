#pragma once

#include "shared/base/result.h"

#include <QString>

#include <chrono>

namespace film::store {

// Is told what a connection ran, statement by statement or round trip by round trip, in the
// connection's thread. It learns names and outcomes, never a value.
class StatementWatch
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    virtual ~StatementWatch() = default;
    virtual void ran(const QString &name, Moment begun, const Result<> &outcome) = 0;
};

} // namespace film::store
