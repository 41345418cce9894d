#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace film::server {

// SIGTERM and SIGINT as events of the main loop, the second of which ends the process at once;
// SIGHUP, which asks to read again what can be read again; and SIGUSR1, which sends devices to
// other servers, as many as its value says (kill --queue). To be made before any thread starts:
// signals are blocked in all of them.
class ProcessSignals final : public QObject
{
    Q_OBJECT

public:
    ProcessSignals();
    ~ProcessSignals() override;

signals:
    void stopRequested();
    void reloadRequested();
    void sendAwayRequested(int devices); // 0: nobody said how many

private:
    void read();

    int m_descriptor = -1;
    bool m_isStopping = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace film::server
