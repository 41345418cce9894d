#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace film::server {

// SIGTERM and SIGINT as events of the main loop. The second one ends the process at once.
// To be made before any thread starts: signals are blocked in all of them.
class StopSignals final : public QObject
{
    Q_OBJECT

public:
    StopSignals();
    ~StopSignals() override;

signals:
    void stopRequested();

private:
    void read();

    int m_descriptor = -1;
    bool m_isStopping = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace film::server
