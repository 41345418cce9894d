#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <span>
#include <vector>

// What is fuzzed: each takes any bytes at all and says which promise was broken, or nothing. The
// same functions stand behind the fuzzers (fuzz_main.cpp) and the test of the kept corpus.
namespace film::fuzz {

struct Entry {
    const char *name; // also of its folder under tests/fixtures/fuzz
    QString (*brokenBy)(QByteArrayView input);
};

[[nodiscard]] std::span<const Entry> entries();

// One input's steps for a session. Each is a kind and a length in three bytes, then its bytes; a
// wait has none, its length is tenths of a second. The input's first byte chooses the role.
struct SessionStep {
    enum class Kind { Connect, Frame, Mended, Saved, Wait, Lose };
    static constexpr int kinds = 6;
    Kind kind = Kind::Wait;
    int length = 0;
    QByteArray bytes;
};
[[nodiscard]] std::vector<SessionStep> stepsIn(QByteArrayView input);
[[nodiscard]] QByteArray bytesOf(const SessionStep &step);

QString brokenByFrame(QByteArrayView input);
QString brokenByEnvelope(QByteArrayView input);
QString brokenByRecords(QByteArrayView input);
QString brokenByTypedText(QByteArrayView input);
QString brokenByRulePack(QByteArrayView input);
QString brokenByToken(QByteArrayView input);   // an access token, and the claims of one
QString brokenByIdToken(QByteArrayView input); // of an issuer, and the set of its keys
QString brokenByRequest(QByteArrayView input); // what stands before the body, a line each
QString brokenByForm(QByteArrayView input);    // as a form, and as a header of cookies
QString brokenByBundle(QByteArrayView input);  // the lines of an audit bundle
QString brokenByChanges(QByteArrayView input); // a file of changes, and what is in one
QString brokenByDevice(QByteArrayView input);  // steps for a server
QString brokenByServer(QByteArrayView input);  // steps for a device

} // namespace film::fuzz
