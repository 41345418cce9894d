#include "app/engine/pack_folder.h"

#include "shared/base/small_file.h"
#include "shared/rules/pack_shelf.h"
#include "shared/rules/rule_pack_limits.h"
#include "shared/rules/rule_pack_reader.h"
#include "shared/rules/shipped_packs.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView signatureFormat = "filmtracker.packsignature/1";
constexpr qsizetype signatureBytesMax = 512;
constexpr qsizetype publishersBytesMax = 64 * 1024;
constexpr qsizetype filesMax = 256;
constexpr qsizetype nameLengthMax = 80;

QString signatureFileOf(const QString &path)
{
    return path + u".sig"_s;
}

Result<> writePackFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(ErrorCode::StoreFailure,
                    u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

template<size_t Size>
std::optional<std::array<quint8, Size>> bytesFromHex(QByteArrayView hex)
{
    const bool isHex = std::ranges::all_of(hex, [](char digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f')
            || (digit >= 'A' && digit <= 'F');
    });
    if (hex.size() != qsizetype(2 * Size) || !isHex)
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromHex(hex.toByteArray());
    std::array<quint8, Size> result{};
    std::ranges::copy(bytes, result.begin());
    return result;
}

template<size_t Size>
QByteArray hexOf(const std::array<quint8, Size> &bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), Size).toHex();
}

// Nothing else that this key signs begins like this.
QByteArray signedBytes(const QByteArray &pack)
{
    return "pack1" + pack;
}

struct ReadSignature {
    protocol::PublicKey key{};
    protocol::Signature signature{};
};

std::optional<ReadSignature> readSignature(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() != 3 || words.at(0) != signatureFormat)
        return std::nullopt;
    const auto key = bytesFromHex<32>(words.at(1));
    const auto signature = bytesFromHex<64>(words.at(2));
    if (!key || !signature)
        return std::nullopt;
    return ReadSignature{*key, *signature};
}

} // namespace

QByteArray packSignature(const QByteArray &pack, const sync::Signer &publisher)
{
    return signatureFormat.toByteArray() + ' ' + hexOf(publisher.publicKey()) + ' '
        + hexOf(publisher.sign(signedBytes(pack))) + '\n';
}

std::optional<protocol::PublicKey> publisherKeyFrom(QStringView text)
{
    return bytesFromHex<32>(text.toLatin1());
}

QString publisherKeyText(const protocol::PublicKey &key)
{
    return QString::fromLatin1(hexOf(key));
}

PackFolder::PackFolder(const QString &dataDir)
    : m_folder(QDir(dataDir).filePath(u"rule_packs"_s))
{}

Result<rules::RulePack> PackFolder::readSigned(const QString &path,
                                               const std::vector<PackPublisher> &trusted) const
{
    const Result<QByteArray> content = readSmallFile(path, rules::limits::packBytesMax);
    if (!content)
        return fail(content.error());
    const Result<QByteArray> line = readSmallFile(signatureFileOf(path), signatureBytesMax);
    if (!line)
        return fail(ErrorCode::PermissionDenied,
                    u"nobody signed this pack: %1 is missing"_s.arg(signatureFileOf(path)));
    const std::optional<ReadSignature> read = readSignature(*line);
    if (!read)
        return fail(ErrorCode::InvalidInput, u"%1 holds no signature"_s.arg(signatureFileOf(path)));
    if (!sync::Ed25519Verifier().verify(read->key, signedBytes(*content), read->signature))
        return fail(ErrorCode::PermissionDenied,
                    u"the pack is not the one that was signed: it was changed afterwards"_s);
    if (std::ranges::count(trusted, read->key, &PackPublisher::key) == 0)
        return fail(
            ErrorCode::PermissionDenied,
            u"the publisher %1 is not trusted on this computer"_s.arg(publisherKeyText(read->key)));
    rules::PackReading pack = rules::readRulePack(*content);
    if (!pack.pack)
        return fail(ErrorCode::InvalidInput,
                    u"%1: %2"_s.arg(pack.problems.front().path, pack.problems.front().reason));
    return *std::move(pack.pack);
}

PackFolder::Packs PackFolder::read() const
{
    rules::ShippedPacks shipped = rules::readShippedPacks();
    Packs all{std::move(shipped.packs), std::move(shipped.problems)};
    const Result<std::vector<PackPublisher>> trusted = publishers();
    if (!trusted) {
        all.problems.push_back({u"publishers"_s, trusted.error().message});
        return all;
    }
    const QStringList names = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names.first(std::min(names.size(), filesMax))) {
        Result<rules::RulePack> pack = readSigned(QDir(m_folder).filePath(name), *trusted);
        if (!pack)
            all.problems.push_back({name, pack.error().message});
        else if (std::ranges::count(all.packs, pack->name(), &rules::RulePack::name) > 0)
            all.problems.push_back({name, u"another pack is %1 already"_s.arg(pack->name())});
        else
            all.packs.push_back(*std::move(pack));
    }
    rules::takeOutThoseWithoutFloor(all.packs, all.problems);
    return all;
}

Result<QString> PackFolder::add(const QString &path) const
{
    const Result<std::vector<PackPublisher>> trusted = publishers();
    if (!trusted)
        return fail(trusted.error());
    const Result<rules::RulePack> pack = readSigned(path, *trusted);
    if (!pack)
        return fail(pack.error());
    const QString name = pack->name();
    for (const rules::RulePack &known : read().packs) {
        if (known.name() != name)
            continue;
        if (known.source == pack->source)
            return name; // the very same: nothing to do
        return fail(ErrorCode::AlreadyExists,
                    u"%1 is here with other content; a change is a new version"_s.arg(name));
    }
    const Result<QByteArray> signature = readSmallFile(signatureFileOf(path), signatureBytesMax);
    if (!signature)
        return fail(signature.error());
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::StoreFailure, u"%1 cannot be made"_s.arg(m_folder));
    // A pack without its signature would be left out; a signature alone is nothing.
    const QString target = QDir(m_folder).filePath(name + u".json"_s);
    if (const Result<> written = writePackFile(signatureFileOf(target), *signature); !written)
        return fail(written.error());
    if (const Result<> written = writePackFile(target, pack->source); !written)
        return fail(written.error());
    return name;
}

Result<QStringList> PackFolder::write(const rules::RulePack &pack, const QString &to) const
{
    const QString fileName = pack.name() + u".json"_s;
    std::vector<std::pair<QString, QByteArray>> files;
    const QString own = signatureFileOf(QDir(m_folder).filePath(fileName));
    const QString target = QDir(to).filePath(fileName);
    if (QFile::exists(own)) {
        const Result<QByteArray> signature = readSmallFile(own, signatureBytesMax);
        if (!signature)
            return fail(signature.error());
        files.emplace_back(signatureFileOf(target), *signature);
    }
    files.emplace_back(target, pack.source);
    QStringList written;
    for (const auto &[path, content] : files) {
        if (!QFile::exists(path))
            continue;
        const Result<QByteArray> there = readSmallFile(path, rules::limits::packBytesMax);
        if (!there || *there != content)
            return fail(ErrorCode::AlreadyExists, u"%1 is something else"_s.arg(path));
    }
    for (const auto &[path, content] : files) {
        if (const Result<> ok = writePackFile(path, content); !ok)
            return fail(ok.error());
        written << path;
    }
    return written;
}

Result<std::vector<PackPublisher>> PackFolder::publishers() const
{
    const QString path = QDir(m_folder).filePath(u"publishers"_s);
    if (!QFile::exists(path))
        return std::vector<PackPublisher>();
    const Result<QByteArray> content = readSmallFile(path, publishersBytesMax);
    if (!content)
        return fail(content.error());
    std::vector<PackPublisher> publishers;
    for (const QByteArray &line : content->split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith('#'))
            continue;
        const auto key = bytesFromHex<32>(trimmed.first(std::min<qsizetype>(trimmed.size(), 64)));
        if (!key)
            return fail(ErrorCode::StoreCorrupt, u"%1 has a line that is no publisher"_s.arg(path));
        publishers.push_back({*key, QString::fromUtf8(trimmed.mid(64)).trimmed()});
    }
    return publishers;
}

Result<> PackFolder::trust(const PackPublisher &publisher) const
{
    Result<std::vector<PackPublisher>> known = publishers();
    if (!known)
        return fail(known.error());
    if (publisher.name.size() > nameLengthMax || publisher.name.contains(u'\n'))
        return fail(ErrorCode::InvalidInput, u"the publisher's name is too long"_s);
    std::erase_if(*known, [&](const PackPublisher &old) { return old.key == publisher.key; });
    known->push_back(publisher);
    QByteArray content;
    for (const PackPublisher &each : *known)
        content += hexOf(each.key) + ' ' + each.name.toUtf8() + '\n';
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::StoreFailure, u"%1 cannot be made"_s.arg(m_folder));
    return writePackFile(QDir(m_folder).filePath(u"publishers"_s), content);
}

} // namespace film::app
