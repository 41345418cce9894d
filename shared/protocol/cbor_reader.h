#pragma once

#include "shared/base/result.h"
#include "shared/domain/field_value.h"
#include "shared/protocol/limits.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

namespace film::protocol {

// Reads strict deterministic CBOR, in the subset the protocol uses: integers,
// bytes, text, arrays, maps with ascending unsigned keys, null. Everything
// else, and every second way to write the same thing, is refused. The first
// failure stays and nothing is read after it: callers look at isFine() in their
// loops and at outcome() at the end.
class CborReader
{
public:
    // The bytes must outlive the reader and the views it hands out.
    explicit CborReader(QByteArrayView bytes)
        : m_at(reinterpret_cast<const quint8 *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {}

    [[nodiscard]] bool isFine() const { return !m_error; }
    // The first failure, and a failure too if bytes are left over.
    [[nodiscard]] Result<> outcome() const;
    void reject(const QString &why) { reject(ErrorCode::ProtocolViolation, why); }
    void reject(ErrorCode code, const QString &why);

    // Zero, empty and so on after a failure.
    [[nodiscard]] quint64 unsignedNumber();
    [[nodiscard]] qint64 number();
    [[nodiscard]] QByteArrayView bytes();
    [[nodiscard]] QString text();
    // True if there was a null, which is then behind us.
    [[nodiscard]] bool takeNull();
    // How many items or pairs follow. Each needs at least a byte, so it is never
    // more than what is left; a container is closed when its last item was read.
    [[nodiscard]] size_t array();
    [[nodiscard]] size_t map();
    [[nodiscard]] FieldValue value();
    [[nodiscard]] FieldMap fields();
    // Steps over one item, checking that it is well formed; its bytes.
    QByteArrayView skip();

private:
    enum class Major { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };

    [[nodiscard]] Major next() const;
    [[nodiscard]] quint64 argument(Major expected);
    [[nodiscard]] quint64 longArgument(int additional);
    [[nodiscard]] QByteArrayView run(Major major);
    [[nodiscard]] size_t open(Major major, size_t itemsEach);
    void closeItem();
    void skipItem();

    const quint8 *m_at;
    const quint8 *m_end;
    // Items still to come in each open container.
    std::array<size_t, limits::nestingMax> m_open{};
    size_t m_depth = 0;
    std::optional<Error> m_error;
};

} // namespace film::protocol
