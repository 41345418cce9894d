#pragma once

#include "shared/base/id.h"
#include "shared/store/database.h"

#include <QObject>
#include <QSocketNotifier>

namespace film::server {

// NOTIFY and LISTEN on two connections of their own, both in autocommit: the notify queue takes a
// lock over the whole database when the notifying transaction commits, so the writers may not be
// the ones who notify.
class PostgresHints final : public QObject
{
    Q_OBJECT

public:
    // Null where PostgreSQL cannot be reached now.
    [[nodiscard]] static std::unique_ptr<PostgresHints> open(const QString &address);
    ~PostgresHints() override;

    void send(ProductionId production, quint64 head);
    [[nodiscard]] bool isAlive() const;

signals:
    void received(film::ProductionId production, quint64 head);

private:
    PostgresHints(std::unique_ptr<store::Database> sender,
                  std::unique_ptr<store::Database> listener, int socket);
    void read();

    std::unique_ptr<store::Database> m_sender;
    std::unique_ptr<store::Database> m_listener;
    QSocketNotifier m_notifier;
};

} // namespace film::server
