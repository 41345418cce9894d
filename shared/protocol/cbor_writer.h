#pragma once

#include "shared/domain/field_value.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <utility>

namespace film::protocol {

// Writes deterministic CBOR (RFC 8949, 4.2.1): definite lengths, shortest
// integers. Whoever calls it writes map keys in ascending order and as many
// items as were announced.
class CborWriter
{
public:
    void unsignedNumber(quint64 value) { head(0, value); }
    void number(qint64 value);
    void bytes(QByteArrayView value);
    void text(QStringView value);
    void null() { m_bytes.append('\xf6'); }
    void array(size_t items) { head(4, items); }
    void map(size_t pairs) { head(5, pairs); }
    // A map whose number of pairs is known only when they are written.
    [[nodiscard]] qsizetype openMap();
    void closeMap(qsizetype opened, size_t pairs);
    void value(const FieldValue &value);
    void fields(const FieldMap &fields);
    // What is CBOR already.
    void raw(QByteArrayView item) { m_bytes.append(item); }

    // Everything written, which the writer then forgets.
    [[nodiscard]] QByteArray result() { return std::exchange(m_bytes, {}); }

private:
    void head(int major, quint64 argument);

    QByteArray m_bytes;
};

} // namespace film::protocol
