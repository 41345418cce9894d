#include "server/identity/second_factor.h"

#include "server/identity/invite_code.h"
#include "server/identity/totp.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype recoveryCodeMax = 64;

QByteArray secretPurpose(AccountId account)
{
    return "totp of " + account.toByteArray();
}

} // namespace

Result<SecondFactor::Proof> SecondFactor::prove(const store::AccountRow &account,
                                                const QString &code, Instant now)
{
    if (!account.hasSecondFactor() || code.size() > recoveryCodeMax)
        return Proof::None;
    const auto secret = m_box.open(secretPurpose(account.id), account.totpSecret);
    if (!secret)
        return fail(secret.error());
    if (const auto step = matchingTotpStep(*secret, code, now, account.totpLastStep)) {
        const Result<bool> isFirst = m_repository.useTotpStep(account.id, *step);
        if (!isFirst)
            return fail(isFirst.error());
        return *isFirst ? Proof::App : Proof::None;
    }
    const Result<bool> isUsed =
        m_repository.useRecoveryCode(account.id, recoveryHash(account.id, code), now);
    if (!isUsed)
        return fail(isUsed.error());
    return *isUsed ? Proof::RecoveryCode : Proof::None;
}

Result<QByteArray> SecondFactor::begin(AccountId account)
{
    const auto bytes = m_random.bytes<totp::secretBytes>();
    const QByteArray secret(reinterpret_cast<const char *>(bytes.data()), totp::secretBytes);
    const Result<> set =
        m_repository.setPendingTotp(account, m_box.seal(secretPurpose(account), secret, m_random));
    return set ? Result<QByteArray>(secret) : fail(set.error());
}

Result<std::optional<QStringList>> SecondFactor::confirm(const store::AccountRow &account,
                                                         const QString &code, Instant now)
{
    if (account.totpPending.isEmpty())
        return std::nullopt;
    const auto secret = m_box.open(secretPurpose(account.id), account.totpPending);
    if (!secret)
        return fail(secret.error());
    // It is another secret: steps that the old one used up say nothing about it.
    const auto step = matchingTotpStep(*secret, code, now, 0);
    if (!step)
        return std::nullopt;
    const Result<bool> confirmed = m_repository.confirmTotp(account.id, account.totpPending, *step);
    if (!confirmed)
        return fail(confirmed.error());
    if (!*confirmed)
        return std::nullopt;
    QStringList codes;
    std::vector<Hash32> hashes;
    for (int i = 0; i < recoveryCodes; ++i) {
        codes.append(makeInviteCode(m_random));
        hashes.push_back(recoveryHash(account.id, codes.back()));
    }
    const Result<> replaced = m_repository.replaceRecoveryCodes(account.id, hashes);
    return replaced ? Result<std::optional<QStringList>>(codes) : fail(replaced.error());
}

Hash32 SecondFactor::recoveryHash(AccountId account, const QString &code) const
{
    const QByteArray purpose = "recovery code of " + account.toByteArray();
    return m_box.fingerprint(purpose, inviteCodeHash(code).view());
}

} // namespace film::server
