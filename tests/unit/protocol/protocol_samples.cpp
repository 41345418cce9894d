#include "tests/unit/protocol/protocol_samples.h"

#include <algorithm>
#include <limits>

namespace film::protocol::samples {

using namespace Qt::StringLiterals;

namespace {

// Fills fields by their type. `oneInEmpty` 0 leaves nothing empty.
class Filler
{
public:
    Filler(RandomSource &random, quint64 oneInEmpty)
        : m_random(random)
        , m_oneInEmpty(oneInEmpty)
    {}

    template<typename... Fields>
    void all(Fields &...fields)
    {
        (fill(fields), ...);
    }

    void fill(quint64 &value)
    {
        value = 0;
        if (isEmpty())
            return;
        // One draw a statement: the order within an expression is the compiler's to choose, and
        // the golden files must not depend on it.
        const quint64 bits = m_random.below(63);
        value = 1 + m_random.next() % (quint64(1) << bits);
    }
    void fill(quint32 &value)
    {
        value = isEmpty() ? 0 : static_cast<quint32>(1 + m_random.below(0xffffffff));
    }
    void fill(qint64 &value)
    {
        quint64 size = 0;
        fill(size);
        value = m_random.oneIn(2) ? -static_cast<qint64>(size) : static_cast<qint64>(size);
    }
    void fill(bool &value) { value = !isEmpty(); }
    void fill(QString &value)
    {
        static const std::array texts{u"Anna"_s, u"Zoë 2025b"_s, u"2 Einheit – Köln"_s, u"役者 🎬"_s,
                                      u"\ufefffirst"_s};
        value = isEmpty() ? QString() : texts[m_random.below(texts.size())];
    }
    void fill(QByteArray &value)
    {
        value.resize(isEmpty() ? 0 : static_cast<qsizetype>(1 + m_random.below(60)));
        m_random.fill(std::span(reinterpret_cast<quint8 *>(value.data()), size_t(value.size())));
    }
    void fill(Hash32 &value) { value = isEmpty() ? Hash32() : Hash32(m_random.bytes<32>()); }
    template<typename Tag>
    void fill(Id<Tag> &value)
    {
        value = isEmpty() ? Id<Tag>() : Id<Tag>(m_random.bytes<16>());
    }
    template<size_t N>
    void fill(std::array<quint8, N> &value)
    {
        value = isEmpty() ? std::array<quint8, N>{} : m_random.bytes<N>();
    }
    template<typename T>
    void fill(std::optional<T> &value)
    {
        value.reset();
        if (!isEmpty())
            fill(value.emplace());
    }
    template<typename T>
    void fill(std::vector<T> &values)
    {
        values.resize(isEmpty() ? 0 : 1 + m_random.below(3));
        for (T &value : values)
            fill(value);
    }
    // An enumerator between the two.
    template<typename Enum>
    void pick(Enum &value, Enum first, Enum last)
    {
        const auto low = static_cast<quint32>(first);
        const auto count = static_cast<quint32>(last) - low + 1;
        value = static_cast<Enum>(low + static_cast<quint32>(m_random.below(count)));
    }

    void fill(HistoryPoint &v) { all(v.sequence, v.chain); }
    void fill(Segment &v) { all(v.stream, v.firstSequence, v.envelopes, v.head, v.signature); }
    void fill(CellDigest &v) { all(v.cell, v.sum, v.count); }
    void fill(Provisional::Item &v) { all(v.hubSequence, v.envelope, v.signature, v.head); }
    void fill(Guard &v) { all(v.entity, v.group, v.hash); }
    void fill(MutationResult &v)
    {
        all(v.mutation, v.sequence, v.conflict);
        pick(v.outcome, Outcome::Applied, Outcome::System);
    }
    void fill(LogRow &v)
    {
        all(v.sequence, v.envelope, v.post, v.conflict, v.receivedMs, v.flags);
        pick(v.outcome, Outcome::Applied, Outcome::System);
    }
    void fill(EntityState &v)
    {
        v.id = EntityId(m_random.bytes<16>());
        v.cell = cell();
        pick(v.type, EntityType::Production, EntityType::Signature);
        all(v.lastSequence, v.deleted, v.groups);
    }
    void fill(DeviceCertificate &v)
    {
        all(v.production, v.device, v.user, v.deviceKey, v.serial, v.notBeforeMs, v.notAfterMs,
            v.signature);
    }

    void fill(Hello &v)
    {
        all(v.protocolMin, v.protocolMax, v.schema, v.app, v.production, v.device, v.stream,
            v.streamSequence, v.streamHead, v.token, v.epoch, v.cursor, v.chain, v.highWater);
        all(v.dirty, v.snapshotToken, v.checkpoints, v.scopeHash, v.pending, v.features,
            v.suspectClone, v.wallMs, v.monotonicMs, v.boot, v.role);
    }
    void fill(Push &v) { all(v.batch, v.segments); }
    void fill(Credit &v) { all(v.messages, v.bytes, v.appliedSequence); }
    void fill(Ping &v) { all(v.number, v.wallMs, v.monotonicMs, v.cursor); }
    void fill(Auth &v) { all(v.token); }
    void fill(DigestRequest &v) { all(v.cell, v.level); }
    void fill(Fetch &v) { all(v.cell, v.buckets, v.entities); }
    void fill(SnapshotNext &v) { all(v.token); }
    void fill(Bye &v) { all(v.reason); }
    void fill(Incident &v) { all(v.kind, v.detail); }
    void fill(Join &v)
    {
        all(v.protocolMin, v.protocolMax, v.code, v.deviceKey, v.deviceName, v.proof);
    }
    void fill(HelloOk &v)
    {
        all(v.session, v.protocol, v.epoch, v.head, v.common, v.scope, v.streamVerdict,
            v.pushCredit, v.messageBytesMax, v.pingSeconds, v.tokenSecondsLeft, v.serverMs,
            v.durable, v.level, v.appMin);
        pick(v.verdict, HelloOk::Verdict::Resume, HelloOk::Verdict::Resync);
        pick(v.mode, HelloOk::Mode::Full, HelloOk::Mode::ReadOnly);
    }
    void fill(HelloNo &v)
    {
        pick(v.code, HelloNo::Code::Auth, HelloNo::Code::Unknown);
        all(v.retryMs, v.text);
    }
    void fill(Ack &v) { all(v.batch, v.level, v.results, v.durable, v.credit); }
    void fill(Nack &v)
    {
        pick(v.code, Nack::Code::Busy, Nack::Code::LaneDown);
        all(v.batch, v.retryMs);
    }
    void fill(Delta &v) { all(v.from, v.to, v.chain, v.rows); }
    void fill(Checkpoint &v) { all(v.sequence, v.chain, v.digests, v.durable); }
    void fill(SnapshotBegin &v)
    {
        all(v.sequence, v.chain, v.token, v.estimatedRows, v.cells, v.reason);
    }
    void fill(SnapshotPage &v) { all(v.rows, v.nextToken); }
    void fill(SnapshotEnd &v) { all(v.sequence, v.chain, v.rows); }
    void fill(Scope &v) { all(v.scope, v.gained, v.lost, v.reason); }
    void fill(Pong &v) { all(v.number, v.clientWallMs, v.receivedMs, v.sentMs, v.head); }
    void fill(AuthNeed &v) { all(v.secondsLeft); }
    void fill(GoAway &v)
    {
        pick(v.code, GoAway::Code::Epoch, GoAway::Code::Moved);
        all(v.spreadMs, v.url);
    }
    void fill(DigestAnswer &v) { all(v.cell, v.level, v.sums); }
    void fill(Purge &v) { all(v.cells, v.keepOwn, v.reason, v.signature); }
    void fill(Want &v) { all(v.afterSequence, v.witness); }
    void fill(Provisional &v) { all(v.items); }
    void fill(ErrorMessage &v) { all(v.code, v.text); }
    void fill(Joined &v)
    {
        all(v.certificate, v.authorityKey, v.person, v.role, v.productionTitle, v.personName,
            v.token);
    }
    void fill(JoinNo &v)
    {
        pick(v.code, JoinNo::Code::UnknownCode, JoinNo::Code::Version);
        all(v.retryMs);
    }

private:
    [[nodiscard]] Cell cell()
    {
        const quint64 kind = m_random.below(3);
        if (kind < 2)
            return kind == 0 ? Cell::office() : Cell::everyone();
        const DepartmentId department(m_random.bytes<16>());
        const PersonId person(m_random.bytes<16>());
        return Cell::ofPerson(department, person);
    }
    [[nodiscard]] bool isEmpty() { return m_oneInEmpty != 0 && m_random.oneIn(m_oneInEmpty); }

    RandomSource &m_random;
    quint64 m_oneInEmpty;
};

// All alternatives but the last, which stands for messages that nobody knows.
template<size_t... Index>
std::vector<Message> filled(Filler &filler, std::index_sequence<Index...>)
{
    std::vector<Message> messages;
    const auto add = [&]<typename M>(std::type_identity<M>) {
        M message;
        filler.fill(message);
        messages.emplace_back(std::move(message));
    };
    (add(std::type_identity<std::variant_alternative_t<Index, Message>>()), ...);
    return messages;
}

using Known = std::make_index_sequence<std::variant_size_v<Message> - 1>;

FieldMap fields(RandomSource &random)
{
    FieldMap result;
    for (quint64 left = random.below(5); left > 0; --left)
        result[static_cast<quint32>(random.below(40))] = fieldValue(random, 3);
    return result;
}

GroupChange groupChange(RandomSource &random)
{
    GroupChange change;
    if (random.oneIn(2))
        change.base = MutationId(random.bytes<16>());
    change.pre = fields(random);
    change.set = fields(random);
    for (const quint32 field : {3u, 30u, 300u, 70'000u}) {
        if (random.oneIn(3) && !change.set.contains(field))
            change.removed.push_back(field);
    }
    return change;
}

} // namespace

std::vector<Message> everyMessage(RandomSource &random)
{
    Filler filler(random, 0);
    return filled(filler, Known());
}

std::vector<Message> everyLaterMessage(RandomSource &random)
{
    Filler filler(random, 0);
    Join join;
    filler.fill(join);
    join.known.resize(2);
    for (KnownKey &known : join.known)
        filler.all(known.key, known.proof);
    Ack ack;
    filler.fill(ack);
    ack.results.resize(3);
    ack.results.front().outcome = Outcome::Quarantined;
    ack.results.front().refusal = Refusal::OtherAuthor;
    ack.results.back().outcome = Outcome::Quarantined;
    ack.results.back().refusal = static_cast<Refusal>(77); // of a later server
    for (MutationResult &result : ack.results)
        filler.all(result.mutation);
    SnapshotBegin begin;
    filler.fill(begin);
    filler.all(begin.signature);
    begin.buckets = {0, 7, 255};
    Scope scope;
    filler.fill(scope);
    filler.all(scope.signature);
    DigestAnswer digest;
    filler.fill(digest);
    filler.all(digest.sequence);
    Purge purge;
    filler.fill(purge);
    filler.all(purge.sequence);
    // Not from the filler: what comes after these has its bytes already.
    Push push;
    push.batch = 7;
    push.trace = QStringLiteral("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    Auth auth;
    auth.token = "token";
    auth.proof.fill(0x5a);
    return {join, ack, begin, scope, digest, purge, push, auth};
}

std::vector<Message> everySparseMessage(RandomSource &random)
{
    Filler filler(random, 3);
    return filled(filler, Known());
}

Envelope plainEnvelope(RandomSource &random)
{
    Filler filler(random, 0);
    Envelope e;
    filler.all(e.mutation, e.production, e.device, e.stream, e.sequence, e.author, e.entity);
    filler.pick(e.type, EntityType::Production, EntityType::Signature);
    filler.pick(e.operation, Operation::Set, Operation::Note);
    for (quint64 left = random.below(4); left > 0; --left)
        e.groups[static_cast<quint32>(random.below(2'000))] = groupChange(random);
    return e;
}

Envelope fullEnvelope(RandomSource &random)
{
    Filler filler(random, 0);
    Envelope e = plainEnvelope(random);
    filler.all(e.previous, e.certificate, e.guards, e.baseSequence, e.epoch, e.hybridClock,
               e.wallMs, e.monotonicMs, e.boot, e.timeZoneData, e.reason);
    e.groups[8] = groupChange(random);
    e.atom = Atom{AtomId(random.bytes<16>()), static_cast<quint32>(1 + random.below(200))};
    e.input = InputMethod::Import;
    e.resolves = Resolves{ConflictId(random.bytes<16>()), {}};
    for (int i = 0; i < 3; ++i)
        e.resolves->candidates.emplace_back(random.bytes<16>());
    std::ranges::sort(e.resolves->candidates);
    return e;
}

FieldValue fieldValue(RandomSource &random, int depth)
{
    Filler filler(random, 4);
    switch (random.below(depth > 0 ? 5 : 4)) {
    case 0: return {};
    case 1: {
        qint64 number = 0;
        filler.fill(number);
        return number;
    }
    case 2: {
        QString text;
        filler.fill(text);
        return text;
    }
    case 3: {
        QByteArray bytes;
        filler.fill(bytes);
        return bytes;
    }
    default: break;
    }
    FieldValue::List list;
    for (quint64 left = random.below(4); left > 0; --left)
        list.push_back(fieldValue(random, depth - 1));
    return list;
}

VersionedGroups groups(RandomSource &random)
{
    VersionedGroups result;
    for (quint64 left = random.below(4); left > 0; --left) {
        result[static_cast<quint32>(random.below(100'000))] = {MutationId(random.bytes<16>()),
                                                               fields(random)};
    }
    return result;
}

std::vector<EntityState> entities(RandomSource &random)
{
    std::vector<EntityState> result;
    Filler(random, 4).fill(result);
    return result;
}

Sender senderOf(const Message &message)
{
    return message.index() < Message(HelloOk()).index() ? Sender::Client : Sender::Server;
}

} // namespace film::protocol::samples
