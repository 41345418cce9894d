#include "server/identity/secret_box.h"

#include <QDir>
#include <QFile>

#include <sodium.h>

#include <cstdlib>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *writableBytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

// Keyed BLAKE2b-256 of the parts one after the other.
SecretBox::Key keyedHash(const SecretBox::Key &key, std::initializer_list<QByteArrayView> parts)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), 32);
    for (const QByteArrayView part : parts)
        crypto_generichash_update(&state, bytesOf(part),
                                  static_cast<unsigned long long>(part.size()));
    SecretBox::Key hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

// Under a name of its own first: another server that starts in the same folder finds a whole key
// or none. The rename takes nothing that is there.
Result<> makeKeyFile(const QString &path, RandomSource &random)
{
    auto key = random.bytes<32>();
    QFile file(path + u".new-"_s + QString::number(random.next(), 16));
    bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)
        && file.write(reinterpret_cast<const char *>(key.data()), qint64(key.size()))
            == qint64(key.size())
        && file.flush();
    sodium_memzero(key.data(), key.size());
    file.close();
    isWritten = isWritten && (file.rename(path) || QFile::exists(path));
    if (file.fileName() != path)
        file.remove();
    return isWritten ? Result<>()
                     : fail(ErrorCode::StoreReadOnly, u"the server's key cannot be written"_s);
}

} // namespace

Result<SecretBox> SecretBox::inFolder(const QString &folder, RandomSource &random)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::StoreReadOnly, u"the server's folder cannot be made"_s);
    const QString path = QDir(folder).filePath(u"identity.key"_s);
    if (!QFile::exists(path)) {
        if (const Result<> made = makeKeyFile(path, random); !made)
            return fail(made.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::PermissionDenied, u"the server's key cannot be read"_s);
    if (file.permissions() & others)
        return fail(ErrorCode::PermissionDenied,
                    u"the server's key can be read by others than its owner"_s);
    QByteArray bytes = file.read(33);
    Key key{};
    if (bytes.size() != qsizetype(key.size()))
        return fail(ErrorCode::StoreCorrupt, u"the server's key is damaged"_s);
    std::copy(bytes.begin(), bytes.end(), key.begin());
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    SecretBox box(key);
    sodium_memzero(key.data(), key.size());
    return box;
}

SecretBox::SecretBox(const Key &key)
    : m_key(key)
{
    if (sodium_init() < 0)
        std::abort(); // it is unusable then, and so are we
}

SecretBox::~SecretBox()
{
    sodium_memzero(m_key.data(), m_key.size());
}

QByteArray SecretBox::seal(QByteArrayView purpose, QByteArrayView plain, RandomSource &random) const
{
    Key key = keyedHash(m_key, {"seal:", purpose});
    const auto nonce = random.bytes<crypto_secretbox_NONCEBYTES>();
    QByteArray box(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(writableBytesOf(box), bytesOf(plain),
                          static_cast<unsigned long long>(plain.size()), nonce.data(), key.data());
    sodium_memzero(key.data(), key.size());
    return QByteArray(reinterpret_cast<const char *>(nonce.data()), qsizetype(nonce.size()))
        .append(box);
}

Result<QByteArray> SecretBox::open(QByteArrayView purpose, QByteArrayView sealed) const
{
    constexpr qsizetype nonceBytes = crypto_secretbox_NONCEBYTES;
    constexpr qsizetype macBytes = crypto_secretbox_MACBYTES;
    if (sealed.size() < nonceBytes + macBytes)
        return fail(ErrorCode::StoreCorrupt, u"a sealed value is too short"_s);
    Key key = keyedHash(m_key, {"seal:", purpose});
    const QByteArrayView box = sealed.sliced(nonceBytes);
    QByteArray plain(box.size() - macBytes, Qt::Uninitialized);
    const int opened = crypto_secretbox_open_easy(writableBytesOf(plain), bytesOf(box),
                                                  static_cast<unsigned long long>(box.size()),
                                                  bytesOf(sealed), key.data());
    sodium_memzero(key.data(), key.size());
    if (opened != 0)
        return fail(ErrorCode::StoreCorrupt, u"a sealed value is not of this server's key"_s);
    return plain;
}

Hash32 SecretBox::fingerprint(QByteArrayView purpose, QByteArrayView value) const
{
    Key key = keyedHash(m_key, {"hash:", purpose});
    const Hash32 hash(keyedHash(key, {value}));
    sodium_memzero(key.data(), key.size());
    return hash;
}

} // namespace film::server
