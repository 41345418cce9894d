#include "server/identity/key_ring.h"

#include "server/identity/token_key.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

const TokenKey *KeyRing::signingKey(Instant now) const
{
    const auto key = std::ranges::find_if(m_keys, [now](const TokenKey &one) {
        return one.starts <= now && now < one.retires && !one.privatePem.isEmpty();
    });
    return key == m_keys.end() ? nullptr : &*key;
}

const TokenKey *KeyRing::verifyingKey(QStringView id, Instant now,
                                      std::chrono::seconds leeway) const
{
    const auto key = std::ranges::find_if(m_keys, [&](const TokenKey &one) {
        return one.id == id && one.starts <= now + leeway && now < one.ends;
    });
    return key == m_keys.end() ? nullptr : &*key;
}

QByteArray KeyRing::jwks(Instant now) const
{
    QJsonArray keys;
    for (const TokenKey &key : m_keys) {
        auto jwk = publicJwk(key.publicPem);
        if (now >= key.ends || !jwk)
            continue;
        jwk->insert(u"kid"_s, key.id);
        jwk->insert(u"use"_s, u"sig"_s);
        jwk->insert(u"alg"_s, u"ES256"_s);
        keys.append(*jwk);
    }
    return QJsonDocument(QJsonObject{{u"keys"_s, keys}}).toJson(QJsonDocument::Compact);
}

} // namespace film::server
