#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/sync/signing.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <functional>

namespace film::app {

// Turns an invite code into an identity: one question and one answer on a connection of its own.
// Engine thread.
class Joiner final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<protocol::Joined>)>;

    struct Request {
        QUrl endpoint;
        QString code;
        QString deviceName;
        std::vector<protocol::KnownKey> known; // of this computer's earlier joins
    };
    Joiner(const Request &request, const sync::Signer &signer, Done done,
           QObject *parent = nullptr);

private:
    void sendRequest(const Request &request, const sync::Signer &signer);
    void take(const QByteArray &bytes);
    void finish(Result<protocol::Joined> result); // once

    protocol::PublicKey m_deviceKey;
    std::vector<protocol::KnownKey> m_known;
    Done m_done;
    QWebSocket m_socket;
    QTimer m_deadline;
};

} // namespace film::app
