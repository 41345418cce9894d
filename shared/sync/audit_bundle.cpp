#include "shared/sync/audit_bundle.h"

#include "shared/protocol/envelope.h"
#include "shared/sync/commit_batch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace film::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int bundleFormat = 1;
constexpr qsizetype problemsMax = 100;
constexpr size_t anchorsMax = 1'000'000;

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString hex(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

QString base64(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toBase64());
}

// Numbers as texts: JSON's are doubles, and a sequence has 64 bits.
QString digits(quint64 number)
{
    return QString::number(number);
}

std::optional<quint64> numberIn(const QJsonObject &object, const QString &key)
{
    bool isNumber = false;
    const quint64 number = object.value(key).toString().toULongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

template<typename Value>
std::optional<Value> hexIn(const QJsonObject &object, const QString &key)
{
    return Value::fromBytes(QByteArray::fromHex(object.value(key).toString().toLatin1()));
}

QByteArray base64In(const QJsonObject &object, const QString &key)
{
    return QByteArray::fromBase64(object.value(key).toString().toLatin1());
}

std::optional<BundleHead> headIn(const QJsonObject &object)
{
    const auto production = hexIn<ProductionId>(object, u"production"_s);
    const auto sequence = numberIn(object, u"head"_s);
    const auto chain = hexIn<Hash32>(object, u"chain"_s);
    const auto epoch = hexIn<EpochId>(object, u"epoch"_s);
    if (object.value(u"film_audit"_s).toInt() != bundleFormat || !production || !sequence || !chain
        || !epoch)
        return std::nullopt;
    BundleHead head;
    head.production = *production;
    head.title = object.value(u"title"_s).toString();
    head.exportedMs = static_cast<qint64>(numberIn(object, u"exported_ms"_s).value_or(0));
    head.head = {*sequence, *chain, *epoch};
    for (const QJsonValue &value : object.value(u"epochs"_s).toArray()) {
        const QJsonObject each = value.toObject();
        const auto id = hexIn<EpochId>(each, u"epoch"_s);
        const auto start = numberIn(each, u"start"_s);
        if (!id || !start)
            return std::nullopt;
        head.epochs.push_back({*id, *start, each.value(u"reason"_s).toString(),
                               static_cast<qint64>(numberIn(each, u"at_ms"_s).value_or(0))});
    }
    return head;
}

std::optional<Anchor> anchorIn(const QJsonObject &object, ProductionId production)
{
    const auto epoch = hexIn<EpochId>(object, u"epoch"_s);
    const auto sequence = numberIn(object, u"anchor"_s);
    const auto chain = hexIn<Hash32>(object, u"chain"_s);
    const auto at = numberIn(object, u"at_ms"_s);
    const auto key = keyFromText(object.value(u"key"_s).toString());
    const QByteArray signature = base64In(object, u"signature"_s);
    Anchor anchor;
    if (!epoch || !sequence || !chain || !at || !key
        || signature.size() != qsizetype(anchor.signature.size()))
        return std::nullopt;
    anchor.production = production;
    anchor.epoch = *epoch;
    anchor.sequence = *sequence;
    anchor.chain = *chain;
    anchor.atMs = static_cast<qint64>(*at);
    anchor.key = *key;
    std::copy(signature.begin(), signature.end(), anchor.signature.begin());
    return anchor;
}

std::optional<LogAppend> rowIn(const QJsonObject &object)
{
    const auto sequence = numberIn(object, u"row"_s);
    const auto mutation = hexIn<MutationId>(object, u"mid"_s);
    const auto author = hexIn<UserId>(object, u"author"_s);
    const auto session = hexIn<SessionId>(object, u"session"_s);
    const auto received = numberIn(object, u"received_ms"_s);
    const auto chain = hexIn<Hash32>(object, u"chain"_s);
    if (!sequence || !mutation || !author || !session || !received || !chain)
        return std::nullopt;
    LogAppend row;
    row.sequence = *sequence;
    row.mutation = *mutation;
    row.author = *author;
    row.session = *session;
    row.receivedMs = static_cast<qint64>(*received);
    row.chain = *chain;
    row.outcome = static_cast<protocol::Outcome>(object.value(u"outcome"_s).toInt());
    if (object.contains(u"conflict"_s)) {
        row.conflict = hexIn<ConflictId>(object, u"conflict"_s);
        if (!row.conflict)
            return std::nullopt;
    }
    if (object.contains(u"sealed"_s)) {
        row.sealed = hexIn<Hash32>(object, u"sealed"_s);
        return row.sealed ? std::optional(row) : std::nullopt;
    }
    const QByteArray salt = base64In(object, u"salt"_s);
    if (salt.size() != qsizetype(row.salt.size()))
        return std::nullopt;
    std::copy(salt.begin(), salt.end(), row.salt.begin());
    row.envelope = base64In(object, u"envelope"_s);
    return row;
}

} // namespace

QByteArray bundleHeadLine(const BundleHead &head)
{
    QJsonArray epochs;
    for (const BundleEpoch &epoch : head.epochs)
        epochs.append(QJsonObject{{u"epoch"_s, hex(epoch.epoch.view())},
                                  {u"start"_s, digits(epoch.startSequence)},
                                  {u"reason"_s, epoch.reason},
                                  {u"at_ms"_s, digits(static_cast<quint64>(epoch.atMs))}});
    return lineOf({{u"film_audit"_s, bundleFormat},
                   {u"production"_s, hex(head.production.view())},
                   {u"title"_s, head.title},
                   {u"exported_ms"_s, digits(static_cast<quint64>(head.exportedMs))},
                   {u"head"_s, digits(head.head.sequence)},
                   {u"chain"_s, hex(head.head.chain.view())},
                   {u"epoch"_s, hex(head.head.epoch.view())},
                   {u"epochs"_s, epochs}});
}

QByteArray bundleAnchorLine(const Anchor &anchor)
{
    return lineOf(
        {{u"anchor"_s, digits(anchor.sequence)},
         {u"epoch"_s, hex(anchor.epoch.view())},
         {u"chain"_s, hex(anchor.chain.view())},
         {u"at_ms"_s, digits(static_cast<quint64>(anchor.atMs))},
         {u"key"_s, keyText(anchor.key)},
         {u"signature"_s, base64({anchor.signature.data(), qsizetype(anchor.signature.size())})}});
}

QByteArray bundleRowLine(const LogAppend &row)
{
    QJsonObject object{{u"row"_s, digits(row.sequence)},
                       {u"mid"_s, hex(row.mutation.view())},
                       {u"author"_s, hex(row.author.view())},
                       {u"outcome"_s, int(row.outcome)},
                       {u"received_ms"_s, digits(static_cast<quint64>(row.receivedMs))},
                       {u"session"_s, hex(row.session.view())},
                       {u"chain"_s, hex(row.chain.view())}};
    if (row.conflict)
        object[u"conflict"_s] = hex(row.conflict->view());
    if (row.sealed) {
        object[u"sealed"_s] = hex(row.sealed->view());
    } else {
        object[u"salt"_s] = base64({row.salt.data(), qsizetype(row.salt.size())});
        object[u"envelope"_s] = base64(row.envelope);
    }
    return lineOf(object);
}

QByteArray bundleEndLine(quint64 rows, quint64 anchors)
{
    return lineOf({{u"end"_s, true}, {u"rows"_s, digits(rows)}, {u"anchors"_s, digits(anchors)}});
}

quint64 anchoredUpTo(const std::vector<BundleEpoch> &epochs, EpochId epoch)
{
    const auto own = std::ranges::find(epochs, epoch, &BundleEpoch::epoch);
    quint64 upTo = std::numeric_limits<quint64>::max();
    if (own == epochs.end())
        return upTo; // whoever takes an epoch away excuses nothing by it
    for (const BundleEpoch &other : epochs) {
        const bool isLater = other.atMs > own->atMs
            || (other.atMs == own->atMs && other.startSequence > own->startSequence);
        if (isLater && other.epoch != epoch)
            upTo = std::min(upTo, other.startSequence);
    }
    return upTo;
}

BundleCheck::BundleCheck(const Verifier &verifier, std::optional<protocol::PublicKey> trusted)
    : m_verifier(verifier)
    , m_trusted(trusted)
{}

void BundleCheck::report(const QString &problem)
{
    if (m_verdict.problems.size() < problemsMax)
        m_verdict.problems << problem;
}

void BundleCheck::line(QByteArrayView bytes)
{
    ++m_lines;
    if (bytes.size() > bundleLineBytesMax)
        return report(u"line %1 is too long"_s.arg(m_lines));
    const QJsonDocument document = QJsonDocument::fromJson(bytes.toByteArray());
    if (!document.isObject())
        return report(u"line %1 cannot be read"_s.arg(m_lines));
    const QJsonObject object = document.object();
    if (m_hasEnded)
        return report(u"line %1 stands behind the end"_s.arg(m_lines));
    if (!m_head)
        return takeHead(object);
    if (object.contains(u"row"_s))
        return takeRow(object);
    if (object.contains(u"anchor"_s))
        return takeAnchor(object);
    if (object.contains(u"end"_s))
        return takeEnd(object);
    report(u"line %1 is of no kind that is known"_s.arg(m_lines));
}

void BundleCheck::takeHead(const QJsonObject &object)
{
    m_head = headIn(object);
    if (!m_head) {
        report(u"this is no audit bundle, or of a newer version"_s);
        m_head = BundleHead();
        return;
    }
    m_verdict.production = m_head->production;
    m_verdict.title = m_head->title;
    for (const BundleEpoch &epoch : m_head->epochs) {
        if (epoch.startSequence > 0)
            m_verdict.notes << u"from row %1 on the history may differ from one before: %2"_s.arg(
                QString::number(epoch.startSequence), epoch.reason);
    }
}

void BundleCheck::takeAnchor(const QJsonObject &object)
{
    ++m_anchorsRead;
    const std::optional<Anchor> anchor = anchorIn(object, m_head->production);
    if (!anchor)
        return report(u"line %1: the anchor cannot be read"_s.arg(m_lines));
    if (m_last > 0 || m_anchors.size() >= anchorsMax)
        return report(u"line %1: an anchor stands where none is expected"_s.arg(m_lines));
    if (!isSigned(*anchor, m_verifier))
        return report(u"the anchor of row %1: its signature is wrong"_s.arg(anchor->sequence));
    if (m_trusted && anchor->key != *m_trusted)
        return report(u"the anchor of row %1 is signed with another key"_s.arg(anchor->sequence));
    if (std::ranges::find(m_verdict.keys, anchor->key) == m_verdict.keys.end())
        m_verdict.keys.push_back(anchor->key);
    m_anchors.emplace(anchor->sequence, *anchor);
}

void BundleCheck::takeRow(const QJsonObject &object)
{
    const std::optional<LogAppend> row = rowIn(object);
    if (!row)
        return report(u"line %1: the row cannot be read"_s.arg(m_lines));
    ++m_verdict.rows;
    m_verdict.erased += row->sealed ? 1 : 0;
    if (row->sequence != m_last + 1)
        report(u"row %1 stands where row %2 is expected"_s.arg(row->sequence).arg(m_last + 1));
    else if (chainAfter(m_chain, *row) != row->chain)
        report(u"row %1: the chain does not follow from the row"_s.arg(row->sequence));
    if (!row->sealed)
        compareContent(*row);
    m_last = row->sequence;
    m_chain = row->chain;
    compareAnchors();
}

// What stands beside an envelope is what stands in it.
void BundleCheck::compareContent(const LogAppend &row)
{
    const auto envelope = protocol::decodeEnvelope(row.envelope);
    if (!envelope)
        return report(u"row %1: the envelope cannot be read"_s.arg(row.sequence));
    if (envelope->mutation != row.mutation || envelope->author != row.author
        || envelope->production != m_head->production)
        report(u"row %1: the envelope is another change"_s.arg(row.sequence));
}

void BundleCheck::compareAnchors()
{
    for (auto it = m_anchors.begin(); it != m_anchors.end() && it->first <= m_last;
         it = m_anchors.erase(it)) {
        const Anchor &anchor = it->second;
        if (anchor.sequence > anchoredUpTo(m_head->epochs, anchor.epoch)) {
            m_verdict.notes << u"the anchor of row %1 is of a history that was lost"_s.arg(
                anchor.sequence);
        } else if (anchor.sequence != m_last || anchor.chain != m_chain) {
            report(u"row %1 is not what the server signed"_s.arg(anchor.sequence));
        } else {
            ++m_verdict.anchors;
            m_verdict.lastAnchored = std::max(m_verdict.lastAnchored, anchor.sequence);
        }
    }
}

void BundleCheck::takeEnd(const QJsonObject &object)
{
    m_hasEnded = true;
    if (numberIn(object, u"rows"_s) != m_verdict.rows
        || numberIn(object, u"anchors"_s) != m_anchorsRead)
        report(u"the file does not hold as many rows or anchors as it says"_s);
}

BundleVerdict BundleCheck::finish()
{
    if (!m_head)
        report(u"the file is empty"_s);
    if (!m_hasEnded)
        report(u"the file breaks off"_s);
    if (m_head && (m_head->head.sequence != m_last || m_head->head.chain != m_chain))
        report(u"the head is %1, the last row %2"_s.arg(m_head->head.sequence).arg(m_last));
    for (const auto &[sequence, anchor] : m_anchors) {
        if (m_head && sequence > anchoredUpTo(m_head->epochs, anchor.epoch))
            m_verdict.notes << u"the anchor of row %1 is of a history that was lost"_s.arg(
                sequence);
        else
            report(u"row %1, which the server signed, is missing"_s.arg(sequence));
    }
    if (m_verdict.lastAnchored < m_last)
        m_verdict.notes
            << u"no anchor is about rows %1 to %2"_s.arg(m_verdict.lastAnchored + 1).arg(m_last);
    return m_verdict;
}

} // namespace film::sync
