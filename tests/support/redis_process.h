#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace film::tests {

using namespace Qt::StringLiterals;

// A Redis of a test's own, on a port of this computer, which keeps nothing.
class RedisProcess
{
public:
    // Without a password everybody may come.
    explicit RedisProcess(QString secret = {})
        : m_password(std::move(secret))
    {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        m_port = free.serverPort();
        free.close();
        start();
    }
    ~RedisProcess() { stop(); }
    Q_DISABLE_COPY_MOVE(RedisProcess)

    [[nodiscard]] static bool isThere()
    {
        return !QStandardPaths::findExecutable(u"redis-server"_s).isEmpty();
    }
    [[nodiscard]] QString url() const
    {
        const QString user = m_password.isEmpty() ? QString() : u":%1@"_s.arg(m_password);
        return u"redis://%1%2:%3/3"_s.arg(user, u"127.0.0.1"_s).arg(m_port);
    }
    void start()
    {
        QStringList arguments{
            u"--port"_s, QString::number(m_port), u"--bind"_s, u"127.0.0.1"_s, u"--save"_s, u""_s,
            u"--dir"_s,  m_folder.path()};
        if (!m_password.isEmpty())
            arguments << u"--requirepass"_s << m_password;
        m_process.start(u"redis-server"_s, arguments);
        const bool answers = m_process.waitForStarted()
            && QTest::qWaitFor(
                                 [this] {
                                     QTcpSocket socket;
                                     socket.connectToHost(QHostAddress::LocalHost, m_port);
                                     return socket.waitForConnected(100);
                                 },
                                 10'000);
        if (!answers)
            qFatal("redis-server does not start");
    }
    void stop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished();
    }

private:
    const QString m_password;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace film::tests
