#include "app/engine/changes_seal.h"

#include "app/engine/file_secret_store.h"

#include <algorithm>

namespace film::app {

namespace {

Result<sync::SealKey> sealKeyOf(const QString &passphrase, const sync::SealSalt &salt)
{
    const QByteArray saltBytes(reinterpret_cast<const char *>(salt.data()), qsizetype(salt.size()));
    const Result<QByteArray> derived = keyFromPassphrase(passphrase, saltBytes);
    if (!derived)
        return fail(derived.error());
    sync::SealKey key{};
    std::ranges::copy(*derived, key.begin());
    return key;
}

} // namespace

Result<QByteArray> sealedFile(const sync::ChangesFile &changes, const sync::Signer &signer,
                              const QString &passphrase, RandomSource &random)
{
    const auto salt = random.bytes<std::tuple_size_v<sync::SealSalt>>();
    const auto key = sealKeyOf(passphrase, salt);
    if (!key)
        return fail(key.error());
    return sync::sealChanges(sync::encodeChanges(changes, signer), *key, salt,
                             random.bytes<std::tuple_size_v<sync::SealNonce>>());
}

Result<sync::ChangesFile> openedFile(const QByteArray &file, const QString &passphrase)
{
    const auto salt = sync::saltOfSealed(file);
    if (!salt)
        return fail(salt.error());
    const auto key = sealKeyOf(passphrase, *salt);
    if (!key)
        return fail(key.error());
    const auto content = sync::openSealed(file, *key);
    if (!content)
        return fail(content.error());
    return sync::decodeChanges(*content, sync::Ed25519Verifier());
}

} // namespace film::app
