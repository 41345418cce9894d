#pragma once

#include "shared/base/result.h"

#include <QProcess>
#include <QUrl>
#include <QWebSocket>

#include <memory>
#include <vector>

namespace film::bench {

// The process bench_bare_server, which sends every message back.
class BareServer
{
public:
    [[nodiscard]] static Result<std::unique_ptr<BareServer>> start();
    ~BareServer();
    Q_DISABLE_COPY_MOVE(BareServer)

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    BareServer() = default;

    QProcess m_process;
    QUrl m_url;
};

// Sockets to it, which is all that its devices are.
class BareDevices : public QObject
{
public:
    BareDevices(const QUrl &url, size_t count);
    ~BareDevices() override;
    Q_DISABLE_COPY_MOVE(BareDevices)

    [[nodiscard]] bool areConnected() const { return m_connected == m_sockets.size(); }
    // The first `count` send those bytes again and again, each when the last ones came back.
    void ask(size_t count, const QByteArray &bytes);
    void stopAsking() { m_isAsking = false; }
    [[nodiscard]] quint64 answers() const { return m_answers; }

private:
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
    size_t m_connected = 0;
    quint64 m_answers = 0;
    bool m_isAsking = false;
};

} // namespace film::bench
