#pragma once

#include "shared/protocol/messages.h"
#include "shared/rules/pack_notes.h"
#include "shared/sync/signing.h"

#include <QStringList>

#include <vector>

namespace film::app {

// Who may write rule packs for this computer: chosen by a person, by the key.
struct PackPublisher {
    protocol::PublicKey key{};
    QString name;
};

// The signature of a pack's file, as it stands beside it in "<file>.sig": one line of
// "filmtracker.packsignature/1", the publisher's key and the Ed25519 signature over "pack1" and the
// bytes of the file, both in hexadecimal.
[[nodiscard]] QByteArray packSignature(const QByteArray &pack, const sync::Signer &publisher);
// "9f86d081…", 64 digits. Nothing if it is no key.
[[nodiscard]] std::optional<protocol::PublicKey> publisherKeyFrom(QStringView text);
[[nodiscard]] QString publisherKeyText(const protocol::PublicKey &key);

// The rule packs of this computer: those that come with the program, and those that were added in
// "rule_packs" of its data folder. An added one counts only while its signature is a trusted
// publisher's, and never takes the place of another of the same name and version: what priced a
// week stays as it is.
class PackFolder
{
public:
    explicit PackFolder(const QString &dataDir);

    struct Packs {
        std::vector<rules::RulePack> packs;
        std::vector<rules::PackProblem> problems; // of files that were left out, by their names
    };
    [[nodiscard]] Packs read() const;

    // Checks the file and the signature beside it and copies both. InvalidInput says what is
    // wrong with the pack, PermissionDenied that nobody trusted signed it, AlreadyExists that
    // another pack has its name and version.
    [[nodiscard]] Result<QString> add(const QString &path) const;
    // Writes the pack of read() as NAME.json into a folder, with its signature beside it; a pack
    // that comes with the program has none. Their paths. AlreadyExists where a file of that name
    // has other content.
    [[nodiscard]] Result<QStringList> write(const rules::RulePack &pack, const QString &to) const;

    [[nodiscard]] Result<std::vector<PackPublisher>> publishers() const;
    [[nodiscard]] Result<> trust(const PackPublisher &publisher) const;

private:
    [[nodiscard]] Result<rules::RulePack>
    readSigned(const QString &path, const std::vector<PackPublisher> &trusted) const;

    QString m_folder;
};

} // namespace film::app
