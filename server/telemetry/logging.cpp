#include "server/telemetry/logging.h"

#include "server/telemetry/work_context.h"

#include <QDateTime>
#include <QJsonDocument>

#include <unistd.h>

#include <cstdio>
#include <deque>
#include <mutex>

namespace film::server {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(serverLog, "filmtracker.server", QtInfoMsg)
Q_LOGGING_CATEGORY(netLog, "filmtracker.net", QtInfoMsg)
Q_LOGGING_CATEGORY(laneLog, "filmtracker.lanes", QtInfoMsg)
Q_LOGGING_CATEGORY(httpLog, "filmtracker.http", QtInfoMsg)
Q_LOGGING_CATEGORY(securityLog, "filmtracker.security", QtInfoMsg)

namespace {

// Of the line that is being written: Qt's handler takes words alone.
thread_local const QJsonObject *lineFields = nullptr;

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

QString fieldsText()
{
    QString text;
    for (auto field = lineFields->begin(); field != lineFields->end(); ++field)
        text += u' ' + field.key() + u'=' + field.value().toVariant().toString();
    return text;
}

// What was written last, for whoever looks into a server that runs.
class LastLines
{
public:
    void add(QJsonObject line)
    {
        for (auto field = line.begin(); field != line.end(); ++field) {
            if (field.value().toString().size() > lengthMax)
                field.value() = field.value().toString().left(lengthMax);
        }
        const std::lock_guard lock(m_mutex);
        m_lines.push_back(std::move(line));
        if (m_lines.size() > linesMax)
            m_lines.pop_front();
    }
    [[nodiscard]] QJsonArray all() const
    {
        const std::lock_guard lock(m_mutex);
        QJsonArray lines;
        for (const QJsonObject &line : m_lines)
            lines.append(line);
        return lines;
    }

private:
    static constexpr size_t linesMax = 500;
    static constexpr qsizetype lengthMax = 2'000;

    mutable std::mutex m_mutex;
    std::deque<QJsonObject> m_lines;
};

LastLines &lastLines()
{
    // Never deleted: somebody may log until the very end.
    static auto *const lines = new LastLines;
    return *lines;
}

QJsonObject lineOf(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QJsonObject line{
        {u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {u"level"_s, levelName(type)},
        {u"category"_s, QString::fromUtf8(context.category)},
        {u"message"_s, message},
    };
    if (lineFields)
        line.insert(u"fields"_s, *lineFields);
    const WorkContext &work = ContextScope::current();
    if (!work.correlation.isEmpty())
        line.insert(u"correlation"_s, QString::fromLatin1(work.correlation));
    if (work.span.isValid())
        line.insert(u"trace"_s, QString::fromLatin1(work.span.traceText()));
    return line;
}

void writeText(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QJsonObject all = lineOf(type, context, message);
    QString line = u"%1 %2 %3: %4"_s.arg(all.value(u"time"_s).toString(), levelName(type),
                                         QString::fromUtf8(context.category), message);
    if (lineFields)
        line += fieldsText();
    if (const QByteArray &correlation = ContextScope::current().correlation; !correlation.isEmpty())
        line += u" ["_s + QString::fromLatin1(correlation) + u']';
    writeLine(line.toUtf8() + '\n');
    lastLines().add(all);
}

void writeJson(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QJsonObject line = lineOf(type, context, message);
    writeLine(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    lastLines().add(std::move(line));
}

} // namespace

void installLogging(LogFormat format)
{
    const bool isText = format == LogFormat::Text
        || (format == LogFormat::Automatic && isatty(fileno(stderr)) != 0);
    qInstallMessageHandler(isText ? writeText : writeJson);
}

QJsonArray recentLogLines()
{
    return lastLines().all();
}

void logEvent(const QLoggingCategory &category, QtMsgType level, const QString &message,
              const QJsonObject &fields)
{
    if (!category.isEnabled(level))
        return;
    lineFields = &fields;
    const QMessageLogger logger(nullptr, 0, nullptr, category.categoryName());
    if (level == QtWarningMsg)
        logger.warning().noquote() << message;
    else if (level == QtCriticalMsg)
        logger.critical().noquote() << message;
    else
        logger.info().noquote() << message;
    lineFields = nullptr;
}

} // namespace film::server
