#pragma once

#include "app/controllers/approvals_store.h"

#include <QObject>

namespace film::app {

// Who signs in whose place, and who could. GUI thread.
class DelegationController final : public QObject
{
    Q_OBJECT
public:
    explicit DelegationController(ApprovalsStore &store, QObject *parent = nullptr);

    [[nodiscard]] const Delegations &delegations() const { return m_delegations; }

public slots:
    void reload();
    void give(const film::UserId &to, QDate until);
    void revoke(const film::UserId &from);

signals:
    void changed();
    void given(const QString &name, QDate until);
    void revoked(const QString &name);
    void failed(film::ErrorCode code); // nothing was given or taken

private:
    void save(const UserId &user, const std::optional<QDate> &until);
    [[nodiscard]] QString nameOf(const UserId &user) const;

    ApprovalsStore &m_store;
    Delegations m_delegations;
    int m_loads = 0; // only the last one counts
};

} // namespace film::app
