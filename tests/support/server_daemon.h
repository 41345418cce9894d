#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <vector>

namespace film::test {

using namespace Qt::StringLiterals;

// The server as a process, with a folder of its own, over a database that is there.
class ServerDaemon
{
public:
    explicit ServerDaemon(QString database)
        : m_database(std::move(database))
    {}
    ~ServerDaemon()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(ServerDaemon)

    [[nodiscard]] bool start(const QStringList &options = {})
    {
        m_process.start(program(),
                        QStringList{u"serve"_s, u"--database"_s, m_database, u"--listen"_s,
                                    u"127.0.0.1:0"_s, u"--http"_s, u"127.0.0.1:0"_s, u"--log"_s,
                                    u"json"_s, u"--data"_s, dataFolder()}
                            + options);
        if (!m_process.waitForReadyRead(10000))
            return false;
        const QStringList words = QString::fromUtf8(m_process.readLine()).trimmed().split(u' ');
        m_listen = words.value(1).section(u'=', 1);
        m_http = words.value(2).section(u'=', 1);
        return words.value(0) == u"ready";
    }
    // As SIGTERM does; the exit code.
    int stop()
    {
        m_process.terminate();
        return m_process.waitForFinished(10000) ? m_process.exitCode() : -1;
    }

    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(u"server"_s); }
    [[nodiscard]] QUrl url() const { return QUrl(u"ws://%1/sync/v1"_s.arg(m_listen)); }

    [[nodiscard]] QString httpUrl() const { return u"http://"_s + m_http; }

    // The whole answer, head and body.
    [[nodiscard]] QByteArray get(const QByteArray &path, const QByteArray &headers = {}) const
    {
        return ask("GET " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + headers
                   + "\r\n");
    }
    [[nodiscard]] QByteArray post(const QByteArray &path, const QJsonObject &body,
                                  const QByteArray &headers = {}) const
    {
        const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return ask("POST " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + headers
                   + "Content-Type: application/json\r\nContent-Length: "
                   + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
    }
    [[nodiscard]] QByteArray ask(const QByteArray &request) const
    {
        QTcpSocket socket;
        socket.connectToHost(m_http.section(u':', 0, 0), m_http.section(u':', 1).toUShort());
        if (!socket.waitForConnected(5000))
            return {};
        socket.write(request);
        QByteArray answer;
        while (socket.waitForReadyRead(5000))
            answer += socket.readAll();
        return answer + socket.readAll();
    }
    [[nodiscard]] static QByteArray bodyOf(const QByteArray &answer)
    {
        return answer.mid(answer.indexOf("\r\n\r\n") + 4);
    }
    [[nodiscard]] static QJsonObject jsonOf(const QByteArray &answer)
    {
        return QJsonDocument::fromJson(bodyOf(answer)).object();
    }
    [[nodiscard]] QByteArray metrics() const { return bodyOf(get("/metrics")); }

    // What it wrote to its log so far, one object for each line; an empty one for a line that is
    // no JSON.
    [[nodiscard]] std::vector<QJsonObject> log()
    {
        m_log += m_process.readAllStandardError();
        std::vector<QJsonObject> lines;
        for (const QByteArray &line : m_log.split('\n')) {
            if (!line.isEmpty())
                lines.push_back(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }

    // What a command of an administrator prints; nothing if it fails.
    [[nodiscard]] QByteArray admin(const QStringList &arguments) const
    {
        QProcess command;
        command.start(program(),
                      QStringList{u"admin"_s} + arguments
                          + QStringList{u"--database"_s, m_database, u"--json"_s});
        if (!command.waitForFinished(20000) || command.exitCode() != 0)
            qWarning("%s", command.readAllStandardError().constData());
        return command.readAllStandardOutput();
    }

private:
    [[nodiscard]] static QString program()
    {
        return u"" FILM_BINARY_DIR "/bin/filmtracker-server"_s;
    }

    const QString m_database;
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_listen;
    QString m_http;
    QByteArray m_log;
};

} // namespace film::test
