#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace film::app {

// Where the device's key and token are kept. A small map from names to bytes; answers may come
// at once or later, always in the engine's thread.
class SecretStore
{
public:
    using Read = std::function<void(Result<std::optional<QByteArray>>)>;
    using Written = std::function<void(Result<>)>;

    virtual ~SecretStore() = default;

    // Nothing: not there, or in a key store that is locked. They look alike, so nobody may take
    // "nothing" for "never made".
    virtual void read(const QString &name, Read done) = 0;
    virtual void write(const QString &name, const QByteArray &secret, Written done) = 0;
    virtual void remove(const QString &name, Written done) = 0;
};

// Asks the person for the passphrase of the sealed file; `isNew` if there is none yet. The answer
// is empty if they would rather not.
using PassphraseAsker =
    std::function<void(bool isNew, std::function<void(const QString &passphrase)> answer)>;

enum class SecretsMode {
    Keychain,  // the platform's own; if there is none, a file sealed with a passphrase
    Sealed,    // that file in any case
    PlainFile, // readable by whoever can read the file: for tests and machines without people
};

} // namespace film::app
