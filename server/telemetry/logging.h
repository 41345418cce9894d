#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>

namespace film::server {

enum class LogFormat {
    Automatic, // text on a terminal, JSON lines anywhere else
    Text,
    Json,
};

// Sends what is logged, Qt's own messages included, to stderr. Lines say what happened to which
// id; never names, hours, pay, tokens or addresses of people. A JSON line has `time` (UTC, ISO
// 8601), `level`, `category` and `message`; `correlation` when the thread works on somebody's
// behalf (ContextScope), and `trace` when that is part of a trace; `fields` when the line has
// values of its own.
void installLogging(LogFormat format);

// A line with values beside its words, so that nobody has to take the words apart.
void logEvent(const QLoggingCategory &category, QtMsgType level, const QString &message,
              const QJsonObject &fields);

// The last lines that were written, the oldest first, as objects with the keys of a JSON line:
// at most 500, of 2,000 characters each. From any thread.
[[nodiscard]] QJsonArray recentLogLines();

Q_DECLARE_LOGGING_CATEGORY(serverLog)
Q_DECLARE_LOGGING_CATEGORY(netLog)
Q_DECLARE_LOGGING_CATEGORY(laneLog)
Q_DECLARE_LOGGING_CATEGORY(httpLog)
Q_DECLARE_LOGGING_CATEGORY(securityLog) // logSecurityEvent() alone

} // namespace film::server
