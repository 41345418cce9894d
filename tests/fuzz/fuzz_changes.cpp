#include "shared/sync/changes_file.h"
#include "tests/fuzz/fuzz_entries.h"

namespace film::fuzz {

using namespace Qt::StringLiterals;

namespace {

// Nobody finds a signature that holds by chance, and a peer that has a key can say anything: all
// of them hold, so that what is signed is reached.
class AnySignature final : public sync::Verifier
{
public:
    [[nodiscard]] bool verify(const protocol::PublicKey &, QByteArrayView,
                              const protocol::Signature &) const override
    {
        return true;
    }
};

class NoSignature final : public sync::Signer
{
public:
    [[nodiscard]] protocol::Signature sign(QByteArrayView) const override { return {}; }
    [[nodiscard]] protocol::PublicKey publicKey() const override { return {}; }
};

// Of a key that nobody sealed with.
const sync::SealKey strangeKey{1, 2, 3};

} // namespace

// As a file: refused, and never opened without its key. As what is in one: refused as a whole, or
// changes of one device, each there once, that are said again in one way.
QString brokenByChanges(QByteArrayView input)
{
    if (const auto content = sync::openSealed(input, strangeKey); content)
        return u"opened with a key that nobody used"_s;

    const AnySignature verifier;
    const auto file = sync::decodeChanges(input, verifier);
    if (!file)
        return {};
    qsizetype envelopes = 0;
    for (const protocol::Segment &segment : file->segments)
        envelopes += qsizetype(segment.envelopes.size());
    if (envelopes > sync::changesInFileMax)
        return u"more changes than a file may hold"_s;
    const auto changes = sync::changesIn(*file, verifier);
    if (qsizetype(changes.size()) != envelopes)
        return u"a change is lost on the way"_s;
    for (const sync::Submission &change : changes) {
        if (change.envelope.device != file->device || change.envelope.author != file->author
            || change.envelope.production != file->production)
            return u"a change of somebody else"_s;
    }
    const auto again = sync::decodeChanges(sync::encodeChanges(*file, NoSignature()), verifier);
    if (!again || !(*again == *file))
        return u"another meaning when it is said again"_s;
    return {};
}

} // namespace film::fuzz
