#pragma once

#include "server/config/endpoint.h"

#include <QTcpServer>

#include <functional>

namespace film::server {

// Accepts and hands the descriptors on; nothing else happens in its thread.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    explicit Listener(std::function<void(qintptr)> accept, QObject *parent = nullptr);

    // The endpoint with its real port.
    [[nodiscard]] Result<Endpoint> open(const Endpoint &endpoint);

protected:
    void incomingConnection(qintptr descriptor) override { m_accept(descriptor); }

private:
    const std::function<void(qintptr)> m_accept;
};

} // namespace film::server
