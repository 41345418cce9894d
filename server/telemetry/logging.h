#pragma once

#include <QLoggingCategory>

namespace film::server {

enum class LogFormat {
    Automatic, // text on a terminal, JSON lines anywhere else
    Text,
    Json,
};

// Sends what is logged, Qt's own messages included, to stderr. Lines say what happened to which
// id; never names, hours, pay, tokens or addresses of people.
void installLogging(LogFormat format);

Q_DECLARE_LOGGING_CATEGORY(serverLog)
Q_DECLARE_LOGGING_CATEGORY(netLog)
Q_DECLARE_LOGGING_CATEGORY(laneLog)
Q_DECLARE_LOGGING_CATEGORY(securityLog) // SecurityEvent alone

} // namespace film::server
