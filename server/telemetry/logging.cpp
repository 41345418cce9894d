#include "server/telemetry/logging.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

#include <cstdio>

namespace film::server {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(serverLog, "filmtracker.server", QtInfoMsg)
Q_LOGGING_CATEGORY(netLog, "filmtracker.net", QtInfoMsg)
Q_LOGGING_CATEGORY(laneLog, "filmtracker.lanes", QtInfoMsg)
Q_LOGGING_CATEGORY(securityLog, "filmtracker.security", QtInfoMsg)

namespace {

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return u"debug"_s;
    case QtInfoMsg: return u"info"_s;
    case QtWarningMsg: return u"warning"_s;
    case QtCriticalMsg: return u"error"_s;
    case QtFatalMsg: break;
    }
    return u"fatal"_s;
}

// One write for one line: lines of several threads don't mix.
void writeLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fflush(stderr);
}

void writeText(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line =
        u"%1 %2 %3: %4\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                levelName(type), QString::fromUtf8(context.category), message);
    writeLine(line.toUtf8());
}

void writeJson(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QJsonObject line{
        {u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {u"level"_s, levelName(type)},
        {u"category"_s, QString::fromUtf8(context.category)},
        {u"message"_s, message},
    };
    writeLine(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

void installLogging(LogFormat format)
{
    const bool isText = format == LogFormat::Text
        || (format == LogFormat::Automatic && isatty(fileno(stderr)) != 0);
    qInstallMessageHandler(isText ? writeText : writeJson);
}

} // namespace film::server
