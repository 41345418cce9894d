#pragma once

#include "server/identity/security_event.h"
#include "server/net/session_services.h"
#include "shared/sync/server_session.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <set>

namespace film::server {

// A socket and its session: feeds the one's events to the other and carries out what it answers.
// Lives on its I/O thread.
class SessionRunner final : public QObject
{
    Q_OBJECT

public:
    // Takes the socket.
    SessionRunner(QWebSocket *socket, const SessionAddress &address, SessionServices services,
                  QObject *parent);
    ~SessionRunner() override;

    void start();
    void step(const sync::ServerSession::Event &event);

    // Without a word to the session's core: the device comes back and asks the log.
    void drop(const QString &reason);

    [[nodiscard]] const sync::ServerSession &session() const { return m_session; }
    // The HELLO was accepted; sessions count from 1 in the order in which theirs were.
    [[nodiscard]] quint64 liveNumber() const { return m_liveNumber; }
    void setLiveNumber(quint64 number) { m_liveNumber = number; }

signals:
    void wentLive();
    void closed();

private:
    using Session = sync::ServerSession;

    void carryOut(const Session::SendFrame &effect);
    void carryOut(const Session::CloseSocket &effect);
    void carryOut(const Session::CheckHello &effect);
    void carryOut(const Session::CheckJoin &effect);
    void carryOut(Session::SubmitBatch &effect);
    void carryOut(const Session::ReadRows &effect);
    void carryOut(const Session::ReadPage &effect);
    void carryOut(const Session::ReadBuckets &);
    void carryOut(const Session::ReadScope &effect);
    void carryOut(const Session::ReadCheckpoint &);
    void carryOut(const Session::Live &);
    void carryOut(const Session::WakeAt &effect);
    void carryOut(const Session::Renew &);

    [[nodiscard]] WorkContext context() const;
    [[nodiscard]] bool findSeat(const Session::HelloChecked &event);
    void note(const Session::HelloChecked &event);
    void note(const Session::JoinChecked &event);
    void note(const Session::BatchDecided &event);
    [[nodiscard]] bool isWithinBudget(qsizetype bytes);
    void report(SecurityEvent event);
    void countStep();
    void read(ReadJob job);
    template<typename Arrived, typename Read>
    void readAs(Read job);
    void answer(Session::Event event);
    void onBytesWritten();
    void onTimer();
    void onDisconnected();
    void setLimits(qsizetype messageBytesMax, qint64 bufferBytes);

    QWebSocket *m_socket; // a child
    SessionAddress m_address;
    SessionServices m_services;
    Session m_session;
    Session::Phase m_phase = Session::Phase::Accepted; // as the metrics know it
    QTimer m_timer;
    QDeadlineTimer m_wakeAt; // not by the wall clock, which may be set
    quint64 m_liveNumber = 0;
    DeviceId m_claimed;                   // by the HELLO
    bool m_isSuspectClone = false;        // by its own word
    const QByteArray m_correlation;       // the session's id, in the log
    std::multiset<quint64> m_unconfirmed; // rows that were acknowledged, bounded
    SnapshotSeats::Seat m_seat;           // while all records are given
    Session::Differences m_differences;   // counted so far
    int m_unprovenBatches = 0;            // counted so far
    bool m_isWriteBufferHigh = false;
    bool m_isClosing = false;
};

} // namespace film::server
