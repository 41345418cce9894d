#pragma once

#include "shared/sync/client_session.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <deque>
#include <memory>

class QWebSocket;

namespace film::app {

// Gives the client session its socket, its timer and its file: feeds it events and carries out
// what it asks for, in order. Engine thread.
class SyncDriver final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        QUrl endpoint;
        QByteArray token;
        sync::ClientReplica &replica;
        const sync::Signer &signer;
        RandomSource &random;
        const Clock &clock;
        bool isSuspectClone = false; // see Workspace
        QString trace = {}; // what this program's pushes are a part of
    };
    explicit SyncDriver(const Parts &parts, QObject *parent = nullptr);
    ~SyncDriver() override;

    void feed(const sync::ClientSession::Event &event);
    [[nodiscard]] const sync::ClientSession::Status &status() const { return m_session.status(); }

signals:
    void statusChanged();
    void recordsChanged();

private:
    void carryOut(const sync::ClientSession::OpenSocket &);
    void carryOut(const sync::ClientSession::CloseSocket &close);
    void carryOut(const sync::ClientSession::SendFrame &frame);
    void carryOut(const sync::ClientSession::RunTransaction &transaction);
    void carryOut(const sync::ClientSession::WakeAt &wake);
    void carryOut(const sync::ClientSession::StatusChanged &);
    void carryOut(const sync::ClientSession::RecordsChanged &);

    void dropSocket();

    QUrl m_endpoint;
    sync::ClientReplica &m_replica;
    const Clock &m_clock;
    sync::Ed25519Verifier m_verifier;
    sync::ClientSession m_session;
    std::deque<sync::ClientSession::Event> m_events;
    bool m_isStepping = false;
    QTimer m_wake;
    QWebSocket *m_socket = nullptr; // a child; null while there is none
};

} // namespace film::app
