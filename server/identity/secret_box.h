#pragma once

#include "shared/base/hash.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace film::server {

// What the server keeps sealed in its database: with the database alone, as with a backup of it,
// nobody signs tokens or makes codes. XSalsa20-Poly1305 and keyed BLAKE2b by libsodium.
class SecretBox
{
public:
    using Key = std::array<quint8, 32>;

    // The key in `folder`; both are made if there are none, the key readable by its owner alone.
    // PermissionDenied if others may read it, StoreCorrupt if it is no key. Servers over one
    // database need the same file.
    [[nodiscard]] static Result<SecretBox> inFolder(const QString &folder, RandomSource &random);

    explicit SecretBox(const Key &key);
    SecretBox(const SecretBox &) = default;
    SecretBox &operator=(const SecretBox &) = default;
    ~SecretBox(); // wipes the key

    // Opens for the same purpose only. What belongs to somebody names them in the purpose: whoever
    // can write the database cannot give it to another.
    [[nodiscard]] QByteArray seal(QByteArrayView purpose, QByteArrayView plain,
                                  RandomSource &random) const;
    // StoreCorrupt if it was sealed with another key, for another purpose, or changed.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView purpose, QByteArrayView sealed) const;
    // The same for the same value; says nothing about it, however short it is.
    [[nodiscard]] Hash32 fingerprint(QByteArrayView purpose, QByteArrayView value) const;

private:
    Key m_key{};
};

} // namespace film::server
