#include "app/controllers/pin_gate.h"

#include <utility>

namespace film::app {

using PinKind = ApprovalMessage::Kind;

PinGate::PinGate(ApprovalsStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{}

void PinGate::load()
{
    m_store.pinState().then(this, [this](const Result<PinState> &state) {
        m_state = state.value_or(PinState());
        emit changed();
    });
}

// The engine knows whether the PIN still holds.
void PinGate::pass(const QString &pin, const std::function<void()> &right, const Refused &refused)
{
    m_store.pinState().then(this, [this, pin, right, refused](const Result<PinState> &state) {
        m_state = state.value_or(PinState());
        if (pin.isEmpty()) {
            emit changed();
            return m_state.isOpen ? right() : refused({PinKind::PinNeeded});
        }
        const auto kind = m_state.isSet ? std::nullopt : chosen(pin);
        if (!kind)
            return enter(pin, right, refused);
        emit changed();
        refused({*kind, {}, 0, m_state});
    });
}

// A first PIN is typed blind: twice, so that a slip does not lock its person out. Nothing once
// it may be taken.
std::optional<ApprovalMessage::Kind> PinGate::chosen(const QString &pin)
{
    if (pin.size() < SigningPin::digitsMin)
        return PinKind::PinTooShort;
    const QString before = std::exchange(m_first, {});
    if (before == pin)
        return std::nullopt;
    if (!before.isEmpty())
        return PinKind::PinDiffers;
    m_first = pin;
    return PinKind::PinRepeat;
}

void PinGate::enter(const QString &pin, const std::function<void()> &right, const Refused &refused)
{
    m_store.enterPin(pin).then(this, [this, right, refused](const Result<PinAnswer> &answer) {
        if (!answer) {
            ApprovalMessage message{PinKind::Failed};
            message.error = answer.error().code;
            return refused(message);
        }
        m_state = answer->state;
        emit changed();
        if (answer->verdict == PinVerdict::Right)
            return right();
        refused({kindOf(answer->verdict), {}, 0, m_state});
    });
}

ApprovalMessage::Kind PinGate::kindOf(PinVerdict verdict)
{
    switch (verdict) {
    case PinVerdict::Right: return PinKind::None;
    case PinVerdict::Wrong: return PinKind::PinWrong;
    case PinVerdict::Waiting: return PinKind::PinWaiting;
    case PinVerdict::TooShort: return PinKind::PinTooShort;
    case PinVerdict::NoStore: return PinKind::NoPinStore;
    }
    Q_UNREACHABLE();
}

} // namespace film::app
