#pragma once

#include "shared/base/error.h"

#include <QCoreApplication>

namespace film::app {

// What happened, whether the times are safe, what to do next; in that order. No codes, no blame.
// Error::message is for the log and is never shown.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(film::app::ErrorText)
public:
    [[nodiscard]] static QString forUser(ErrorCode code);
};

} // namespace film::app
