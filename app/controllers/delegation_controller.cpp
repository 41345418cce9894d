#include "app/controllers/delegation_controller.h"

#include <algorithm>

namespace film::app {

DelegationController::DelegationController(ApprovalsStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{}

void DelegationController::reload()
{
    const int load = ++m_loads;
    m_store.loadDelegations().then(this, [this, load](const Result<Delegations> &known) {
        if (load != m_loads)
            return;
        if (!known)
            return emit failed(known.error().code);
        m_delegations = *known;
        emit changed();
    });
}

void DelegationController::give(const UserId &to, QDate until)
{
    save(to, until);
}

void DelegationController::revoke(const UserId &from)
{
    save(from, std::nullopt);
}

void DelegationController::save(const UserId &user, const std::optional<QDate> &until)
{
    const QString name = nameOf(user);
    m_store.setDeputy(user, until).then(this, [this, name, until](const Result<> &saved) {
        if (!saved)
            emit failed(saved.error().code);
        else if (until)
            emit given(name, *until);
        else
            emit revoked(name);
        reload();
    });
}

QString DelegationController::nameOf(const UserId &user) const
{
    for (const DelegationMember &member : m_delegations.members) {
        if (member.user == user)
            return member.name;
    }
    const auto standing = std::ranges::find(m_delegations.standing, user, &Delegation::user);
    return standing == m_delegations.standing.end() ? QString() : standing->name;
}

} // namespace film::app
