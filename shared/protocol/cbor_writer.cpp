#include "shared/protocol/cbor_writer.h"

#include <QString>

namespace film::protocol {

void CborWriter::head(int major, quint64 argument)
{
    const int top = major << 5;
    if (argument < 24) {
        m_bytes.append(static_cast<char>(top | static_cast<int>(argument)));
        return;
    }
    // 24, 25, 26, 27 announce 1, 2, 4, 8 bytes.
    const int power = argument <= 0xff ? 0
        : argument <= 0xffff           ? 1
        : argument <= 0xffff'ffff      ? 2
                                       : 3;
    m_bytes.append(static_cast<char>(top | (24 + power)));
    for (int shift = 8 * (1 << power) - 8; shift >= 0; shift -= 8)
        m_bytes.append(static_cast<char>(argument >> shift & 0xff));
}

void CborWriter::number(qint64 value)
{
    // A negative n is stored as -1 - n, which is its bitwise complement.
    if (value < 0)
        head(1, ~static_cast<quint64>(value));
    else
        head(0, static_cast<quint64>(value));
}

void CborWriter::bytes(QByteArrayView value)
{
    head(2, static_cast<quint64>(value.size()));
    m_bytes.append(value);
}

void CborWriter::text(QStringView value)
{
    const QByteArray utf8 = value.toUtf8();
    head(3, static_cast<quint64>(utf8.size()));
    m_bytes.append(utf8);
}

qsizetype CborWriter::openMap()
{
    m_bytes.append('\xa0');
    return m_bytes.size() - 1;
}

void CborWriter::closeMap(qsizetype opened, size_t pairs)
{
    // One byte was kept free, which holds 23 pairs; only a full envelope has more.
    if (pairs < 24) {
        m_bytes[opened] = static_cast<char>(0xa0 | pairs);
        return;
    }
    Q_ASSERT(pairs <= 0xff);
    m_bytes[opened] = '\xb8';
    m_bytes.insert(opened + 1, static_cast<char>(pairs));
}

void CborWriter::value(const FieldValue &value)
{
    if (const qint64 *plain = value.number()) {
        number(*plain);
    } else if (const QString *words = value.text()) {
        text(*words);
    } else if (const QByteArray *blob = value.bytes()) {
        bytes(*blob);
    } else if (const FieldValue::List *list = value.list()) {
        array(list->size());
        for (const FieldValue &item : *list)
            this->value(item);
    } else {
        null();
    }
}

void CborWriter::fields(const FieldMap &fields)
{
    map(fields.size());
    for (const auto &[field, content] : fields) {
        unsignedNumber(field);
        value(content);
    }
}

} // namespace film::protocol
