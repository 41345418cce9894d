#include "app/engine/keychain_store.h"

#include <qt6keychain/keychain.h>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"Film Tracker"_s;

} // namespace

KeychainStore::KeychainStore(std::unique_ptr<SecretStore> fallback)
    : m_fallback(std::move(fallback))
{}

void KeychainStore::read(const QString &name, Read done)
{
    m_fallback->read(name, [this, name, done](const Result<std::optional<QByteArray>> &secret) {
        if (secret && *secret)
            return done(secret);
        readFromKeychain(name, secret, done);
    });
}

void KeychainStore::readFromKeychain(const QString &name,
                                     const Result<std::optional<QByteArray>> &otherwise,
                                     const Read &done)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, otherwise, done] {
        if (job->error() == QKeychain::NoError)
            return done(std::optional(job->binaryData()));
        done(otherwise);
    });
    job->start();
}

void KeychainStore::write(const QString &name, const QByteArray &secret, Written done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setBinaryData(secret);
    // Without a session bus, without a key store or with a locked one the errors differ from one
    // platform to the next; in every case it is not kept there.
    QObject::connect(job, &QKeychain::Job::finished, job, [this, job, name, secret, done] {
        if (job->error() == QKeychain::NoError)
            return m_fallback->remove(name, done); // what is there is older, and would be read
        m_fallback->write(name, secret, done);
    });
    job->start();
}

void KeychainStore::remove(const QString &name, Written done)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [this, name, done] { m_fallback->remove(name, done); });
    job->start();
}

} // namespace film::app
