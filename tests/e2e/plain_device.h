#pragma once

#include "shared/protocol/messages.h"
#include "shared/sync/server_storage.h"
#include "tests/bench/workload.h"
#include "tests/e2e/ledger.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <functional>

namespace film::e2e {

// A device that is no more than a session of the protocol, so that there can be thousands in one
// process. Its batch is in the ledger before it is sent, and is sent again, byte for byte, on each
// new connection until it is acknowledged.
class PlainDevice : public QObject
{
public:
    struct World {
        QUrl url;
        bench::Workload &workload;
        std::function<Result<sync::ProductionHead>()> head; // what a device in step would know
        Ledger &ledger;
        RandomSource &random;
    };
    // How it comes back: as the shipped client does (docs/protocol.md, full jitter), or at once.
    enum class Return { FullJitter, AtOnce };

    PlainDevice(World &world, bench::BenchDevice &device, Return manner);

    ~PlainDevice() override;
    Q_DISABLE_COPY_MOVE(PlainDevice)

    void open();
    void close(); // for good
    void setWriting(bool writes);
    // One question after the other, for benchmarks: the server reads, decides nothing and answers.
    void setAsking(bool asks);
    // As the shipped client: takes all news, and gives up a connection on which nobody answers.
    void beWatchful();
    [[nodiscard]] bool isLive() const { return m_isLive; }
    [[nodiscard]] bool hasAllAcknowledged() const { return m_open.envelopes.empty(); }
    [[nodiscard]] quint64 answers() const { return m_answers; }
    [[nodiscard]] quint64 acknowledged() const { return m_acknowledged; }
    [[nodiscard]] quint64 greetings() const { return m_greetings; }
    [[nodiscard]] quint64 refusedGreetings() const { return m_refusedGreetings; }
    [[nodiscard]] quint64 goneAway() const { return m_goneAway; }
    [[nodiscard]] quint64 givenUp() const { return m_givenUp; } // connections
    // Rows of the log: the last one of its own, and up to where it was given news.
    [[nodiscard]] quint64 ownRow() const { return m_ownRow; }
    [[nodiscard]] quint64 newsTo() const { return m_newsTo; }
    // Of a batch, from its writing until all of it was acknowledged; one that waits counts, too.
    [[nodiscard]] qint64 longestWaitMs() const;
    void forgetWaits() { m_longestWaitMs = 0; }

private:
    void greet();
    void read(const QByteArray &bytes);
    void takeNews(quint64 to);
    void acknowledge(const protocol::Ack &ack);
    void sendBatch();
    void nextBatch();
    void ask();
    void closed();
    void lookForSigns();
    [[nodiscard]] std::chrono::milliseconds pause();

    World &m_world;
    bench::BenchDevice &m_device;
    Return m_manner;
    QWebSocket m_socket;
    QTimer m_again;  // the next connection
    QTimer m_resend; // after a batch was refused
    QTimer m_signs;  // of the server being there
    protocol::Segment m_open;
    std::set<MutationId> m_missing; // of it, acknowledgements
    quint64 m_batch = 0;
    quint64 m_acknowledged = 0;
    quint64 m_answers = 0;
    quint64 m_greetings = 0;
    quint64 m_refusedGreetings = 0;
    quint64 m_goneAway = 0;
    std::chrono::milliseconds m_leastPause{0}; // the server's wish
    quint64 m_givenUp = 0;
    quint64 m_ownRow = 0;
    quint64 m_newsTo = 0;
    qint64 m_longestWaitMs = 0;
    QElapsedTimer m_writtenAt; // the batch that waits
    QElapsedTimer m_heardAt;
    QElapsedTimer m_liveSince;
    int m_attempts = 0;
    bool m_isLive = false;
    bool m_isWriting = false;
    bool m_isAsking = false;
    bool m_isWatchful = false;
};

} // namespace film::e2e
