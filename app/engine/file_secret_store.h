#pragma once

#include "app/engine/secret_store.h"

#include <QByteArray>

#include <map>

namespace film::app {

using Secrets = std::map<QString, QByteArray>;

// A file with mode 0600 that anybody who gets hold of it can read. Never used unless asked for.
class PlainFileStore final : public SecretStore
{
public:
    explicit PlainFileStore(QString path)
        : m_path(std::move(path))
    {}

    void read(const QString &name, Read done) override;
    void write(const QString &name, const QByteArray &secret, Written done) override;
    void remove(const QString &name, Written done) override;

private:
    QString m_path;
};

// A file sealed with a passphrase (Argon2id, then XSalsa20-Poly1305), asked for once per start.
class SealedFileStore final : public SecretStore
{
public:
    SealedFileStore(QString path, PassphraseAsker ask)
        : m_path(std::move(path))
        , m_ask(std::move(ask))
    {}

    void read(const QString &name, Read done) override;
    void write(const QString &name, const QByteArray &secret, Written done) override;
    void remove(const QString &name, Written done) override;

private:
    using Opened = std::function<void(Result<Secrets>)>;

    void open(const Opened &done);
    [[nodiscard]] Result<> save(const Secrets &secrets);

    QString m_path;
    PassphraseAsker m_ask;
    QByteArray m_key; // once the passphrase was right, or new
    QByteArray m_salt;
};

// The file's two layers, apart so that they can be tested.
[[nodiscard]] QByteArray encodeSecrets(const Secrets &secrets);
[[nodiscard]] Result<Secrets> decodeSecrets(const QByteArray &bytes);
// Salt (16 bytes), nonce (24), box. The key comes from passphrase and salt.
[[nodiscard]] Result<QByteArray> keyFromPassphrase(const QString &passphrase,
                                                   const QByteArray &salt);

} // namespace film::app
