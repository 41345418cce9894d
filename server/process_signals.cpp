#include "server/process_signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace film::server {

ProcessSignals::ProcessSignals()
{
    sigset_t awaited{};
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGTERM);
    sigaddset(&awaited, SIGINT);
    sigaddset(&awaited, SIGHUP);
    sigaddset(&awaited, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &awaited, nullptr);
    // A peer that is gone must be an error of write(), not the end of the server.
    std::signal(SIGPIPE, SIG_IGN);
    m_descriptor = signalfd(-1, &awaited, SFD_NONBLOCK | SFD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ProcessSignals::read);
}

ProcessSignals::~ProcessSignals()
{
    m_notifier.reset();
    close(m_descriptor);
}

void ProcessSignals::read()
{
    signalfd_siginfo signal{};
    while (::read(m_descriptor, &signal, sizeof signal) == sizeof signal) {
        if (signal.ssi_signo == SIGHUP) {
            emit reloadRequested();
            continue;
        }
        if (signal.ssi_signo == SIGUSR1) {
            emit sendAwayRequested(signal.ssi_code == SI_QUEUE ? signal.ssi_int : 0);
            continue;
        }
        if (m_isStopping)
            std::_Exit(EXIT_FAILURE);
        m_isStopping = true;
        emit stopRequested();
    }
}

} // namespace film::server
