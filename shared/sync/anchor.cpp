#include "shared/sync/anchor.h"

#include <QtEndian>

#include <algorithm>

namespace film::sync {

namespace {

void appendBigEndian(QByteArray &bytes, quint64 number)
{
    std::array<char, 8> digits{};
    qToBigEndian(number, digits.data());
    bytes.append(digits.data(), qsizetype(digits.size()));
}

} // namespace

QByteArray anchorBytes(const Anchor &anchor)
{
    QByteArray bytes("anchor1");
    bytes.append(anchor.production.view());
    bytes.append(anchor.epoch.view());
    appendBigEndian(bytes, anchor.sequence);
    bytes.append(anchor.chain.view());
    appendBigEndian(bytes, static_cast<quint64>(anchor.atMs));
    return bytes;
}

void signAnchor(Anchor &anchor, const Signer &signer)
{
    anchor.key = signer.publicKey();
    anchor.signature = signer.sign(anchorBytes(anchor));
}

bool isSigned(const Anchor &anchor, const Verifier &verifier)
{
    return verifier.verify(anchor.key, anchorBytes(anchor), anchor.signature);
}

QString keyText(const protocol::PublicKey &key)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(key.data()), qsizetype(key.size())).toHex());
}

std::optional<protocol::PublicKey> keyFromText(const QString &text)
{
    protocol::PublicKey key{};
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    if (bytes.size() != qsizetype(key.size()) || text.size() != 2 * bytes.size())
        return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return key;
}

} // namespace film::sync
