#pragma once

#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <vector>

namespace film::e2e {

// Speaks the protocol in whatever name it is told to, and keeps what it hears.
class Impostor : public QObject
{
public:
    Impostor()
    {
        connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
                [this](const QByteArray &bytes) {
                    const auto frame = protocol::decodeFrame(bytes, protocol::Sender::Server,
                                                             protocol::limits::frameBytesMax);
                    if (frame)
                        m_heard.push_back(frame->message);
                });
    }

    [[nodiscard]] bool greet(const QUrl &url, const protocol::Hello &hello)
    {
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("filmtracker.sync.v1")});
        m_socket.open(url, options);
        const bool isOpen = QTest::qWaitFor(
            [this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, patienceMs);
        return isOpen && ask<protocol::HelloOk>(hello).has_value();
    }
    // The answer of that kind; none if another one came, or the connection ended.
    template<typename Answer>
    [[nodiscard]] std::optional<Answer> ask(const protocol::Message &message)
    {
        m_heard.clear();
        m_socket.sendBinaryMessage(protocol::encodeFrame({0, message}));
        std::optional<Answer> answer;
        static_cast<void>(QTest::qWaitFor(
            [this, &answer] {
                for (const protocol::Message &heard : m_heard) {
                    if (const auto *one = std::get_if<Answer>(&heard))
                        answer = *one;
                    else if (std::holds_alternative<protocol::Ack>(heard)
                             || std::holds_alternative<protocol::Nack>(heard))
                        return true;
                }
                return answer || m_socket.state() == QAbstractSocket::UnconnectedState;
            },
            patienceMs));
        return answer;
    }
    void say(const protocol::Message &message)
    {
        m_socket.sendBinaryMessage(protocol::encodeFrame({0, message}));
    }
    [[nodiscard]] bool isSentAway()
    {
        return QTest::qWaitFor(
            [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, patienceMs);
    }

private:
    static constexpr int patienceMs = 15'000;

    std::vector<protocol::Message> m_heard;
    QWebSocket m_socket;
};

} // namespace film::e2e
