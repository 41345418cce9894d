#include "app/engine/file_secret_store.h"

#include <QDataStream>
#include <QFile>
#include <QSaveFile>

#include <sodium.h>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fileBytesMax = 1024 * 1024;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *writableBytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly) || file.size() > fileBytesMax)
        return fail(ErrorCode::StoreFailure, u"the file of secrets cannot be read"_s);
    return file.readAll();
}

Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // The mode is set before there is anything to read.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly)
        || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StoreFailure, u"the file of secrets cannot be written"_s);
    return {};
}

std::optional<QByteArray> entry(const Secrets &secrets, const QString &name)
{
    const auto found = secrets.find(name);
    return found == secrets.end() ? std::nullopt : std::optional(found->second);
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QByteArray sealedBox(const QByteArray &plain, const QByteArray &key, const QByteArray &salt)
{
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(writableBytesOf(box), bytesOf(plain),
                          static_cast<unsigned long long>(plain.size()), bytesOf(nonce),
                          bytesOf(key));
    QByteArray file = salt;
    file.append(nonce).append(box);
    return file;
}

Result<Secrets> openedBox(const QByteArray &file, const QByteArray &key)
{
    constexpr qsizetype head = crypto_pwhash_SALTBYTES + crypto_secretbox_NONCEBYTES;
    constexpr qsizetype mac = crypto_secretbox_MACBYTES;
    if (file.size() < head + mac)
        return fail(ErrorCode::StoreCorrupt, u"the sealed file is too short"_s);
    const QByteArray nonce = file.mid(crypto_pwhash_SALTBYTES, crypto_secretbox_NONCEBYTES);
    const QByteArray box = file.mid(head);
    QByteArray plain(box.size() - mac, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(writableBytesOf(plain), bytesOf(box),
                                   static_cast<unsigned long long>(box.size()), bytesOf(nonce),
                                   bytesOf(key))
        != 0)
        return fail(ErrorCode::Unauthenticated, u"the passphrase is not the right one"_s);
    return decodeSecrets(plain);
}

} // namespace

QByteArray encodeSecrets(const Secrets &secrets)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << QByteArray("film1") << quint32(secrets.size());
    for (const auto &[name, secret] : secrets)
        stream << name << secret;
    return bytes;
}

Result<Secrets> decodeSecrets(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    QByteArray magic;
    quint32 count = 0;
    stream >> magic >> count;
    Secrets secrets;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QString name;
        QByteArray secret;
        stream >> name >> secret;
        secrets[name] = secret;
    }
    if (magic != "film1" || stream.status() != QDataStream::Ok)
        return fail(ErrorCode::StoreCorrupt, u"the file of secrets is damaged"_s);
    return secrets;
}

Result<QByteArray> keyFromPassphrase(const QString &passphrase, const QByteArray &salt)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, u"libsodium does not start"_s);
    const QByteArray utf8 = passphrase.toUtf8();
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    if (crypto_pwhash(writableBytesOf(key), static_cast<unsigned long long>(key.size()),
                      utf8.constData(), static_cast<unsigned long long>(utf8.size()), bytesOf(salt),
                      crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                      crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(ErrorCode::LimitExceeded, u"there is not enough memory for Argon2id"_s);
    return key;
}

void PlainFileStore::read(const QString &name, Read done)
{
    const Result<QByteArray> bytes = readFile(m_path);
    if (!bytes)
        return done(fail(bytes.error()));
    if (bytes->isEmpty())
        return done(std::nullopt);
    const Result<Secrets> secrets = decodeSecrets(*bytes);
    if (!secrets)
        return done(fail(secrets.error()));
    done(entry(*secrets, name));
}

void PlainFileStore::write(const QString &name, const QByteArray &secret, Written done)
{
    const Result<QByteArray> bytes = readFile(m_path);
    if (!bytes)
        return done(fail(bytes.error()));
    Result<Secrets> secrets = bytes->isEmpty() ? Secrets() : decodeSecrets(*bytes);
    if (!secrets)
        return done(fail(secrets.error()));
    (*secrets)[name] = secret;
    done(writeFile(m_path, encodeSecrets(*secrets)));
}

void PlainFileStore::remove(const QString &name, Written done)
{
    const Result<QByteArray> bytes = readFile(m_path);
    if (!bytes)
        return done(fail(bytes.error()));
    if (bytes->isEmpty())
        return done({});
    Result<Secrets> secrets = decodeSecrets(*bytes);
    if (!secrets)
        return done(fail(secrets.error()));
    secrets->erase(name);
    done(writeFile(m_path, encodeSecrets(*secrets)));
}

void SealedFileStore::open(const Opened &done)
{
    const Result<QByteArray> file = readFile(m_path);
    if (!file)
        return done(fail(file.error()));
    if (!m_key.isEmpty())
        return done(file->isEmpty() ? Secrets() : openedBox(*file, m_key));
    if (!m_ask)
        return done(fail(ErrorCode::Unauthenticated,
                         u"there is no key store here and nobody to ask for a passphrase"_s));
    m_ask(file->isEmpty(), [this, file = *file, done](const QString &passphrase) {
        if (passphrase.isEmpty())
            return done(fail(ErrorCode::Cancelled, u"no passphrase was given"_s));
        if (sodium_init() < 0)
            return done(fail(ErrorCode::Internal, u"libsodium does not start"_s));
        const QByteArray salt = file.isEmpty() ? randomBytes(crypto_pwhash_SALTBYTES)
                                               : file.left(crypto_pwhash_SALTBYTES);
        if (salt.size() != qsizetype(crypto_pwhash_SALTBYTES))
            return done(fail(ErrorCode::StoreCorrupt, u"the sealed file is too short"_s));
        const Result<QByteArray> key = keyFromPassphrase(passphrase, salt);
        if (!key)
            return done(fail(key.error()));
        Result<Secrets> secrets = file.isEmpty() ? Secrets() : openedBox(file, *key);
        if (secrets) {
            m_key = *key;
            m_salt = salt;
        }
        done(std::move(secrets));
    });
}

Result<> SealedFileStore::save(const Secrets &secrets)
{
    return writeFile(m_path, sealedBox(encodeSecrets(secrets), m_key, m_salt));
}

void SealedFileStore::read(const QString &name, Read done)
{
    if (!QFile::exists(m_path))
        return done(std::nullopt); // nobody is asked for the passphrase of nothing
    open([name, done](const Result<Secrets> &secrets) {
        if (!secrets)
            return done(fail(secrets.error()));
        done(entry(*secrets, name));
    });
}

void SealedFileStore::write(const QString &name, const QByteArray &secret, Written done)
{
    open([this, name, secret, done](Result<Secrets> secrets) {
        if (!secrets)
            return done(fail(secrets.error()));
        (*secrets)[name] = secret;
        done(save(*secrets));
    });
}

void SealedFileStore::remove(const QString &name, Written done)
{
    if (!QFile::exists(m_path))
        return done({});
    open([this, name, done](Result<Secrets> secrets) {
        if (!secrets)
            return done(fail(secrets.error()));
        secrets->erase(name);
        done(save(*secrets));
    });
}

} // namespace film::app
