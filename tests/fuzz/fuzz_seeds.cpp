#include "shared/domain/roles.h"
#include "shared/protocol/entity_state.h"
#include "shared/rules/rule_files.h"
#include "shared/sync/audit_bundle.h"
#include "shared/sync/changes_file.h"
#include "tests/fuzz/fuzz_entries.h"
#include "tests/sync/session_trace.h"
#include "tests/unit/protocol/golden_corpus.h"
#include "tests/unit/protocol/protocol_samples.h"
#include "tests/unit/rules/rule_pack_samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace film;
using namespace Qt::StringLiterals;
using simulation::TraceStep;
using Kind = fuzz::SessionStep::Kind;

namespace {

void put(const QDir &corpus, const QString &entry, const QString &name, const QByteArray &bytes)
{
    QFile file(corpus.filePath(entry + u'/' + name));
    if (!corpus.mkpath(entry) || !file.open(QIODevice::WriteOnly))
        qFatal("a seed cannot be written");
    file.write(bytes);
}

void putMessages(const QDir &corpus)
{
    for (const auto &kind : protocol::golden::stored())
        put(corpus, kind.isFrame ? u"frame"_s : u"envelope"_s, kind.name, kind.bytes);
    SeededRandom random(3);
    put(corpus, u"records"_s, u"groups"_s, encodeGroups(protocol::samples::groups(random)));
    put(corpus, u"records"_s, u"records"_s, encodeEntities(protocol::samples::entities(random)));
}

// What one side of a kept connection heard and did: `heard` are the frames of the other.
QByteArray played(const simulation::Trace &trace, Role role, TraceStep::Kind heard,
                  TraceStep::Kind written)
{
    QByteArray input(1, static_cast<char>(quint8(role) - 1));
    const auto add = [&input](Kind kind, int length, const QByteArray &bytes) {
        input += fuzz::bytesOf({kind, length, bytes});
    };
    qint64 atMs = trace.front().atMs;
    for (const TraceStep &step : trace) {
        if (step.kind == TraceStep::Kind::Waited)
            add(Kind::Wait, int((step.atMs - atMs) / 100), {});
        else if (step.kind == TraceStep::Kind::Connected)
            add(Kind::Connect, 0, {});
        else if (step.kind == TraceStep::Kind::Lost)
            add(Kind::Lose, 0, {});
        else if (step.kind == heard)
            add(Kind::Mended, 0, step.bytes);
        else if (step.kind == written)
            add(Kind::Saved, 0, step.bytes);
        atMs = step.atMs;
    }
    return input;
}

void putConnections(const QDir &corpus)
{
    for (const auto &[name, role] :
         {std::pair(u"everyday"_s, Role::Coordinator), std::pair(u"scope"_s, Role::Crew)}) {
        QFile file(u"%1/tests/fixtures/protocol/sessions/%2.trace"_s.arg(
            QStringLiteral(FILM_SOURCE_DIR), name));
        const auto trace =
            file.open(QIODevice::ReadOnly) ? simulation::traceIn(file.readAll()) : std::nullopt;
        if (!trace || trace->empty())
            qFatal("a kept connection cannot be read");
        put(corpus, u"device"_s, name,
            played(*trace, role, TraceStep::Kind::Server, TraceStep::Kind::Saved));
        put(corpus, u"server"_s, name,
            played(*trace, role, TraceStep::Kind::Device, TraceStep::Kind::Logged));
    }
}

void putTypedText(const QDir &corpus)
{
    const QStringList lines{u"0700 1300-1330 1930"_s,
                            u"7 13-13.5 19-19.5 22 t0.5"_s,
                            u"travel 9-15 t1:15 t?"_s,
                            u"cs 2015 ; long lunch"_s,
                            u"c c-c n"_s,
                            u"+6 -30 +30m +1h15"_s,
                            u"7a 12p 12:30am 7 pm"_s,
                            u"0600 1800 ndb0800-0815"_s};
    for (qsizetype i = 0; i < lines.size(); ++i)
        put(corpus, u"typed_text"_s, u"line%1"_s.arg(i), "\x07\x26\x6a\x28" + lines[i].toUtf8());
}

void putTokens(const QDir &corpus)
{
    put(corpus, u"token"_s, u"claims"_s,
        R"({"aud":"fuzz","exp":1763000900,"iat":1763000000,"iss":"fuzz",)"
        R"("jti":"00000000-0000-4000-8000-000000000001","nbf":1763000000,)"
        R"("sid":"00000000-0000-4000-8000-000000000002","sub":"00000000-0000-4000-8000-000000000003"})");
    put(corpus, u"token"_s, u"token"_s,
        "eyJhbGciOiJFUzI1NiIsImtpZCI6ImZ1enplZCIsInR5cCI6IkpXVCJ9.e30." + QByteArray(86, 'A'));
    put(corpus, u"token"_s, u"none"_s, "eyJhbGciOiJub25lIn0.e30.");
    for (const QString &kept : {u"claims"_s, u"token"_s, u"none"_s, u"keys"_s}) {
        QFile file(
            u"%1/tests/fixtures/fuzz/id_token/%2"_s.arg(QStringLiteral(FILM_SOURCE_DIR), kept));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("an ID token cannot be read");
        put(corpus, u"id_token"_s, kept, file.readAll());
    }
}

void putRulePacks(const QDir &corpus)
{
    put(corpus, u"rule_pack"_s, u"hourly"_s, rules::samples::hourlyPack);
    put(corpus, u"rule_pack"_s, u"fee"_s, rules::samples::feePack);
    put(corpus, u"rule_pack"_s, u"leave"_s, rules::samples::leavePack);
    // Packs with a week behind them: without one a pack is priced over the bytes of its own text.
    SeededRandom random(11);
    const auto withWeek = [&random](const QByteArray &pack) {
        QByteArray bytes = pack + '\0';
        for (int i = 0; i < 240; ++i)
            bytes.append(char(random.below(256)));
        return bytes;
    };
    put(corpus, u"rule_pack"_s, u"hourly-week"_s, withWeek(rules::samples::hourlyPack));
    put(corpus, u"rule_pack"_s, u"fee-week"_s, withWeek(rules::samples::feePack));
    for (const auto folder : {rules::RuleFolder::Packs, rules::RuleFolder::Calendars}) {
        for (const QString &name : rules::ruleFileNames(folder)) {
            const QByteArray text = rules::ruleFile(folder, name);
            put(corpus, u"rule_pack"_s, name, text);
            if (folder == rules::RuleFolder::Packs)
                put(corpus, u"rule_pack"_s, name + u"-week"_s, withWeek(text));
        }
    }
}

void putRequests(const QDir &corpus)
{
    put(corpus, u"request"_s, u"query"_s,
        "GET /api/v1/productions/6fa459ea-ee8a-4ca4-894e-db77e160355e/time-entries"
        "?from=2025-11-20&person=a%2Fb&text=caf%C3%A9+x HTTP/1.1\n"
        "host: test\naccept: */*\nx-forwarded-for: 203.0.113.9, 198.51.100.1\n"
        "x-forwarded-proto: https");
    put(corpus, u"request"_s, u"body"_s,
        "POST /a/x/b/y\nhost: test\ncontent-length: 12\ncontent-type: application/json");
    put(corpus, u"request"_s, u"chunked"_s,
        "PUT /a/%2e%2e/b/%252e\nhost: test\ntransfer-encoding: chunked\ncontent-length: 1");
    put(corpus, u"form"_s, u"fields"_s,
        "login=maya%40example.org&password=nine+grips&token=0&text=%E2%82%AC&&empty=&alone");
    put(corpus, u"form"_s, u"cookies"_s,
        "film_access=a.b.c; __Host-film_access=d.e.f; film_visit=0123456789abcdef");
}

void putBundles(const QDir &corpus)
{
    sync::BundleHead head;
    head.production = ProductionId(std::array<quint8, 16>{1});
    head.title = u"Night Ferry"_s;
    head.exportedMs = 1'763'000'000'000;
    head.head.sequence = 1;
    head.epochs.push_back({EpochId(std::array<quint8, 16>{2}), 0, u"created"_s, head.exportedMs});
    sync::LogAppend row;
    row.sequence = 1;
    const QByteArray lines = sync::bundleHeadLine(head) + sync::bundleAnchorLine(sync::Anchor())
        + sync::bundleRowLine(row) + sync::bundleEndLine(1, 1);
    put(corpus, u"bundle"_s, u"whole"_s, lines);
}

// A change by hand, as a device writes it; signed by nobody.
void putChanges(const QDir &corpus)
{
    class Unsigned final : public sync::Signer
    {
    public:
        [[nodiscard]] protocol::Signature sign(QByteArrayView) const override { return {}; }
        [[nodiscard]] protocol::PublicKey publicKey() const override { return {}; }
    };
    sync::ChangesFile file;
    file.production = ProductionId(std::array<quint8, 16>{1});
    file.device = DeviceId(std::array<quint8, 16>{2});
    file.author = UserId(std::array<quint8, 16>{3});
    file.authorName = u"Maya Lindqvist"_s;
    file.productionTitle = u"Northern Lights"_s;
    file.madeAt = instantFromMs(1'763'000'000'000);
    std::vector<sync::OutboxRow> rows;
    for (quint64 number = 1; number <= 2; ++number) {
        protocol::Envelope envelope;
        envelope.mutation = MutationId(std::array<quint8, 16>{quint8(number)});
        envelope.production = file.production;
        envelope.device = file.device;
        envelope.author = file.author;
        envelope.entity = EntityId(std::array<quint8, 16>{5});
        envelope.stream = StreamId(std::array<quint8, 16>{4});
        envelope.sequence = number;
        if (!rows.empty())
            envelope.previous = rows.back().hash;
        sync::OutboxRow row;
        row.stream = envelope.stream;
        row.sequence = number;
        row.envelope = protocol::encodeEnvelope(envelope);
        row.hash = sha256(row.envelope);
        rows.push_back(row);
    }
    file.segments = sync::segmentsOf(file.production, rows, Unsigned());
    const QByteArray content = sync::encodeChanges(file, Unsigned());
    put(corpus, u"changes"_s, u"content"_s, content);
    put(corpus, u"changes"_s, u"sealed"_s, sync::sealChanges(content, {9}, {8}, {7}));
}

} // namespace

// Writes the first inputs of every corpus into the folder that is named.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QDir corpus(app.arguments().value(1, u"."_s));
    putMessages(corpus);
    putConnections(corpus);
    putTypedText(corpus);
    putRulePacks(corpus);
    putTokens(corpus);
    putRequests(corpus);
    putBundles(corpus);
    putChanges(corpus);
    return 0;
}
