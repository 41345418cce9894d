#pragma once

#include "app/engine/secret_store.h"

#include <memory>

namespace film::app {

// The platform's key store; where it does not work, `fallback` is asked instead. Which of the two
// was used last is remembered by the fallback having an entry: it is looked at first. A keyring
// that was locked for a while still has what was true before.
class KeychainStore final : public SecretStore
{
public:
    explicit KeychainStore(std::unique_ptr<SecretStore> fallback);

    void read(const QString &name, Read done) override;
    void write(const QString &name, const QByteArray &secret, Written done) override;
    void remove(const QString &name, Written done) override;

private:
    void readFromKeychain(const QString &name, const Result<std::optional<QByteArray>> &otherwise,
                          const Read &done);

    std::unique_ptr<SecretStore> m_fallback;
};

} // namespace film::app
