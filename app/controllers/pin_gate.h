#pragma once

#include "app/controllers/approval_message.h"
#include "app/controllers/approvals_store.h"

#include <QObject>

#include <functional>

namespace film::app {

// What stands before every signature: the person's PIN, or that it was given a moment ago. GUI
// thread.
class PinGate final : public QObject
{
    Q_OBJECT
public:
    using Refused = std::function<void(const ApprovalMessage &)>;

    explicit PinGate(ApprovalsStore &store, QObject *parent = nullptr); // the store outlives it

    // As it was read last; what was known an hour ago may not hold any more.
    [[nodiscard]] const PinState &state() const { return m_state; }
    void load();
    // Calls one of the two, later. An empty PIN is right as long as one that was given holds; a
    // first one is typed twice.
    void pass(const QString &pin, const std::function<void()> &right, const Refused &refused);

    [[nodiscard]] static ApprovalMessage::Kind kindOf(PinVerdict verdict);

signals:
    void changed();

private:
    [[nodiscard]] std::optional<ApprovalMessage::Kind> chosen(const QString &pin);
    void enter(const QString &pin, const std::function<void()> &right, const Refused &refused);

    ApprovalsStore &m_store;
    PinState m_state;
    QString m_first; // typed once, until it is typed again
};

} // namespace film::app
