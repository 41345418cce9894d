#include "shared/sync/audit_bundle.h"
#include "shared/sync/signing.h"
#include "tests/fuzz/fuzz_entries.h"

namespace film::fuzz {

using namespace Qt::StringLiterals;

// Lines that nobody vouches for: whatever they say is a verdict, never a crash, and no bundle is
// whole whose signatures nobody made.
QString brokenByBundle(QByteArrayView input)
{
    const sync::Ed25519Verifier verifier;
    // Of a key that the input cannot have: nothing is signed by it.
    sync::BundleCheck check(verifier, protocol::PublicKey{1});
    qsizetype lines = 0;
    for (const QByteArray &line : input.toByteArray().split('\n')) {
        check.line(line);
        ++lines;
    }
    const sync::BundleVerdict verdict = check.finish();
    if (verdict.rows > quint64(lines) || verdict.erased > verdict.rows)
        return u"more rows than lines"_s;
    if (verdict.anchors > 0 && verdict.problems.isEmpty())
        return u"anchors of another key that are no problem"_s;
    if (verdict.lastAnchored > verdict.rows && verdict.problems.isEmpty())
        return u"anchored beyond the end"_s;
    return {};
}

} // namespace film::fuzz
