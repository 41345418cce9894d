#include "shared/protocol/cbor_reader.h"

#include "shared/protocol/utf8.h"

#include <limits>

namespace film::protocol {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 nullByte = 0xf6;
constexpr auto numberMax = static_cast<quint64>(std::numeric_limits<qint64>::max());
constexpr quint64 keyMax = std::numeric_limits<quint32>::max();

} // namespace

Result<> CborReader::outcome() const
{
    if (m_error)
        return fail(*m_error);
    if (m_at != m_end)
        return fail(ErrorCode::ProtocolViolation, u"bytes behind the end"_s);
    return {};
}

void CborReader::reject(ErrorCode code, const QString &why)
{
    if (!m_error)
        m_error = Error{code, why};
    m_at = m_end;
}

CborReader::Major CborReader::next() const
{
    return m_at == m_end ? Major::Simple : static_cast<Major>(*m_at >> 5);
}

quint64 CborReader::argument(Major expected)
{
    if (m_at == m_end || next() != expected) {
        reject(m_at == m_end ? u"the bytes end too early"_s : u"a value of the wrong type"_s);
        return 0;
    }
    const int additional = *m_at++ & 0x1f;
    return additional < 24 ? static_cast<quint64>(additional) : longArgument(additional);
}

quint64 CborReader::longArgument(int additional)
{
    if (additional > 27) {
        reject(u"a value without definite length"_s);
        return 0;
    }
    const int size = 1 << (additional - 24);
    if (m_end - m_at < size) {
        reject(u"the bytes end too early"_s);
        return 0;
    }
    quint64 value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | *m_at++;
    // The least number that does not fit the next shorter form.
    const quint64 least = size == 1 ? 24 : quint64(1) << (size * 4);
    if (value >= least)
        return value;
    reject(u"a number that is not in its shortest form"_s);
    return 0;
}

// One item of the innermost container is done, and with its last one the
// container itself.
void CborReader::closeItem()
{
    while (m_depth > 0 && --m_open[m_depth - 1] == 0)
        --m_depth;
}

quint64 CborReader::unsignedNumber()
{
    const quint64 value = argument(Major::Unsigned);
    closeItem();
    return value;
}

qint64 CborReader::number()
{
    const bool isNegative = next() == Major::Negative;
    const quint64 value = argument(isNegative ? Major::Negative : Major::Unsigned);
    closeItem();
    if (value > numberMax) {
        reject(u"a number of more than 64 bits"_s);
        return 0;
    }
    const auto plain = static_cast<qint64>(value);
    return isNegative ? -1 - plain : plain;
}

QByteArrayView CborReader::run(Major major)
{
    const quint64 size = argument(major);
    closeItem();
    if (size > static_cast<quint64>(m_end - m_at)) {
        reject(u"the bytes end too early"_s);
        return {};
    }
    const QByteArrayView found(m_at, static_cast<qsizetype>(size));
    m_at += size;
    return found;
}

QByteArrayView CborReader::bytes()
{
    return run(Major::Bytes);
}

QString CborReader::text()
{
    const QByteArrayView utf8 = run(Major::Text);
    if (utf8.size() > limits::textBytesMax) {
        reject(ErrorCode::LimitExceeded, u"a text that is too long"_s);
        return {};
    }
    std::optional<QString> found = textFromUtf8(utf8);
    if (!found)
        reject(u"a text that is not UTF-8"_s);
    return std::move(found).value_or(QString());
}

bool CborReader::takeNull()
{
    if (m_at == m_end || *m_at != nullByte)
        return false;
    ++m_at;
    closeItem();
    return true;
}

size_t CborReader::open(Major major, size_t itemsEach)
{
    const quint64 count = argument(major);
    if (count > static_cast<quint64>(m_end - m_at) / itemsEach) {
        reject(u"the bytes end too early"_s);
        return 0;
    }
    if (count > static_cast<quint64>(limits::listItemsMax)) {
        reject(ErrorCode::LimitExceeded, u"a list of too many items"_s);
        return 0;
    }
    if (m_depth == m_open.size()) {
        reject(ErrorCode::LimitExceeded, u"lists within lists too deep"_s);
        return 0;
    }
    if (count == 0)
        closeItem();
    else
        m_open[m_depth++] = count * itemsEach;
    return count;
}

size_t CborReader::array()
{
    return open(Major::Array, 1);
}

size_t CborReader::map()
{
    return open(Major::Map, 2);
}

FieldValue CborReader::value()
{
    switch (next()) {
    case Major::Unsigned:
    case Major::Negative: return number();
    case Major::Bytes: return bytes().toByteArray();
    case Major::Text: return text();
    case Major::Array: {
        FieldValue::List list;
        for (size_t left = array(); left > 0 && isFine(); --left)
            list.push_back(value());
        return list;
    }
    case Major::Map:
    case Major::Tag:
    case Major::Simple: break;
    }
    if (!takeNull())
        reject(u"a field of a type that is not used"_s);
    return {};
}

FieldMap CborReader::fields()
{
    FieldMap found;
    for (size_t left = map(); left > 0 && isFine(); --left) {
        const quint64 field = unsignedNumber();
        if (field > keyMax || (!found.empty() && field <= found.rbegin()->first))
            reject(u"fields out of order"_s);
        found.emplace_hint(found.end(), static_cast<quint32>(field), value());
    }
    return found;
}

QByteArrayView CborReader::skip()
{
    const quint8 *start = m_at;
    skipItem();
    return isFine() ? QByteArrayView(start, m_at - start) : QByteArrayView();
}

void CborReader::skipItem()
{
    if (next() != Major::Map && next() != Major::Array) {
        static_cast<void>(value());
        return;
    }
    const bool isMap = next() == Major::Map;
    std::optional<quint64> last;
    for (size_t left = isMap ? map() : array(); left > 0 && isFine(); --left) {
        if (isMap) {
            const quint64 key = unsignedNumber();
            if (last && key <= *last)
                reject(u"keys out of order"_s);
            last = key;
        }
        skipItem();
    }
}

} // namespace film::protocol
