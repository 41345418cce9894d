#pragma once

#include "shared/protocol/cbor_reader.h"
#include "shared/protocol/cbor_writer.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/known_values.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/refusal_notes.h"

#include <algorithm>
#include <limits>

// How each kind of value in a message is written and read. Private to this library.
namespace film::protocol::codec {

using namespace Qt::StringLiterals;

// ---- plain values ----
inline void write(CborWriter &writer, quint32 value)
{
    writer.unsignedNumber(value);
}
inline void write(CborWriter &writer, quint64 value)
{
    writer.unsignedNumber(value);
}
inline void write(CborWriter &writer, qint64 value)
{
    writer.number(value);
}
inline void write(CborWriter &writer, bool value)
{
    writer.unsignedNumber(value ? 1 : 0);
}
inline void write(CborWriter &writer, const QString &value)
{
    writer.text(value);
}
inline void write(CborWriter &writer, const QByteArray &value)
{
    writer.bytes(value);
}
inline void write(CborWriter &writer, const Hash32 &value)
{
    writer.bytes(value.view());
}
inline void write(CborWriter &writer, const Cell &value)
{
    writer.bytes(value.toBytes());
}
inline void write(CborWriter &writer, const FieldMap &value)
{
    writer.fields(value);
}
template<typename Tag>
void write(CborWriter &writer, const Id<Tag> &value)
{
    writer.bytes(value.view());
}
template<size_t N>
void write(CborWriter &writer, const std::array<quint8, N> &value)
{
    writer.bytes(QByteArrayView(value.data(), qsizetype(N)));
}
template<typename Enum>
requires std::is_enum_v<Enum>
void write(CborWriter &writer, Enum value)
{
    writer.unsignedNumber(static_cast<quint32>(value));
}

inline void read(CborReader &reader, quint32 &value)
{
    const quint64 wide = reader.unsignedNumber();
    if (wide > 0xffffffff)
        reader.reject(u"a number of 32 bits was expected"_s);
    value = static_cast<quint32>(wide);
}
// The databases of both sides have signed numbers only.
inline void read(CborReader &reader, quint64 &value)
{
    value = reader.unsignedNumber();
    if (value > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        reader.reject(u"a number that is too large"_s);
}
inline void read(CborReader &reader, qint64 &value)
{
    value = reader.number();
}
inline void read(CborReader &reader, bool &value)
{
    const quint64 number = reader.unsignedNumber();
    if (number > 1)
        reader.reject(u"0 or 1 was expected"_s);
    value = number == 1;
}
inline void read(CborReader &reader, QString &value)
{
    value = reader.text();
}
inline void read(CborReader &reader, QByteArray &value)
{
    value = reader.bytes().toByteArray();
}
inline void read(CborReader &reader, FieldMap &value)
{
    value = reader.fields();
}
inline void read(CborReader &reader, Hash32 &value)
{
    const auto hash = Hash32::fromBytes(reader.bytes());
    if (!hash)
        reader.reject(u"32 bytes were expected"_s);
    value = hash.value_or(Hash32());
}
inline void read(CborReader &reader, Cell &value)
{
    const auto cell = Cell::fromBytes(reader.bytes());
    if (!cell)
        reader.reject(u"a cell was expected"_s);
    value = cell.value_or(Cell::office());
}
template<typename Tag>
void read(CborReader &reader, Id<Tag> &value)
{
    const auto id = Id<Tag>::fromBytes(reader.bytes());
    if (!id)
        reader.reject(u"16 bytes were expected"_s);
    value = id.value_or(Id<Tag>());
}
template<size_t N>
void read(CborReader &reader, std::array<quint8, N> &value)
{
    const QByteArrayView bytes = reader.bytes();
    if (bytes.size() != qsizetype(N))
        return reader.reject(u"bytes of another length were expected"_s);
    std::copy(bytes.begin(), bytes.end(), value.begin());
}
template<typename Enum>
requires std::is_enum_v<Enum>
void read(CborReader &reader, Enum &value)
{
    quint32 number = 0;
    read(reader, number);
    value = static_cast<Enum>(number);
    if (value < knownValues<Enum>.first || value > knownValues<Enum>.last)
        reader.reject(u"a value that this version does not know: a newer app is needed"_s);
}

template<typename T>
void write(CborWriter &writer, const std::optional<T> &value);
template<typename T>
void read(CborReader &reader, std::optional<T> &value);
template<typename T>
void write(CborWriter &writer, const std::vector<T> &values);
template<typename T>
void read(CborReader &reader, std::vector<T> &values, size_t max = limits::listItemsMax);

// ---- records of fixed length, as arrays ----
template<typename... Parts>
void writeTuple(CborWriter &writer, const Parts &...parts)
{
    writer.array(sizeof...(parts));
    (write(writer, parts), ...);
}
template<typename... Parts>
void readTuple(CborReader &reader, Parts &...parts)
{
    if (reader.array() != sizeof...(parts))
        return reader.reject(u"a list of another length was expected"_s);
    (read(reader, parts), ...);
}

inline void write(CborWriter &w, const HistoryPoint &v)
{
    writeTuple(w, v.sequence, v.chain);
}
inline void read(CborReader &r, HistoryPoint &v)
{
    readTuple(r, v.sequence, v.chain);
}
inline void write(CborWriter &w, const MutationResult &v)
{
    writeTuple(w, v.mutation, v.sequence, v.outcome, v.conflict);
}
inline void read(CborReader &r, MutationResult &v)
{
    readTuple(r, v.mutation, v.sequence, v.outcome, v.conflict);
}
inline void write(CborWriter &w, const KnownKey &v)
{
    writeTuple(w, v.key, v.proof);
}
inline void read(CborReader &r, KnownKey &v)
{
    readTuple(r, v.key, v.proof);
}
inline void write(CborWriter &w, const RefusalNote &v)
{
    writeTuple(w, v.index, v.refusal);
}
inline void read(CborReader &r, RefusalNote &v)
{
    readTuple(r, v.index, v.refusal);
}
inline void write(CborWriter &w, const LogRow &v)
{
    writeTuple(w, v.sequence, v.outcome, v.envelope, v.post, v.conflict, v.receivedMs, v.flags);
}
inline void read(CborReader &r, LogRow &v)
{
    readTuple(r, v.sequence, v.outcome, v.envelope, v.post, v.conflict, v.receivedMs, v.flags);
}
inline void write(CborWriter &w, const CellDigest &v)
{
    writeTuple(w, v.cell, v.sum, v.count);
}
inline void read(CborReader &r, CellDigest &v)
{
    readTuple(r, v.cell, v.sum, v.count);
}
inline void write(CborWriter &w, const EntityState &v)
{
    writeTuple(w, v.id, v.type, v.cell, v.lastSequence, v.deleted, v.groups);
}
// A record of a type that only a newer app knows is kept all the same.
inline void read(CborReader &r, EntityState &v)
{
    quint32 type = 0;
    readTuple(r, v.id, type, v.cell, v.lastSequence, v.deleted, v.groups);
    if (type == 0 || v.id.isNull())
        r.reject(u"a record without id or type"_s);
    v.type = static_cast<EntityType>(type);
}
inline void write(CborWriter &w, const Provisional::Item &v)
{
    writeTuple(w, v.hubSequence, v.envelope, v.signature, v.head);
}
inline void read(CborReader &r, Provisional::Item &v)
{
    readTuple(r, v.hubSequence, v.envelope, v.signature, v.head);
}
inline void write(CborWriter &w, const DeviceCertificate &v)
{
    writeTuple(w, v.production, v.device, v.user, v.deviceKey, v.serial, v.notBeforeMs,
               v.notAfterMs, v.signature);
}
inline void read(CborReader &r, DeviceCertificate &v)
{
    readTuple(r, v.production, v.device, v.user, v.deviceKey, v.serial, v.notBeforeMs, v.notAfterMs,
              v.signature);
}
inline void write(CborWriter &w, const Guard &v)
{
    writeTuple(w, v.entity, v.group, v.hash);
}
inline void read(CborReader &r, Guard &v)
{
    readTuple(r, v.entity, v.group, v.hash);
}
inline void write(CborWriter &w, const Atom &v)
{
    writeTuple(w, v.id, v.size);
}
inline void read(CborReader &r, Atom &v)
{
    readTuple(r, v.id, v.size);
}

inline void write(CborWriter &w, const Segment &v)
{
    writeTuple(w, v.stream, v.firstSequence, v.envelopes, v.head, v.signature);
}
inline void read(CborReader &r, Segment &v)
{
    readTuple(r, v.stream, v.firstSequence, v.envelopes, v.head, v.signature);
}
inline void write(CborWriter &w, const Resolves &v)
{
    writeTuple(w, v.conflict, v.candidates);
}
inline void read(CborReader &r, Resolves &v)
{
    readTuple(r, v.conflict, v.candidates);
}

// ---- null for none ----
template<typename T>
void write(CborWriter &writer, const std::optional<T> &value)
{
    if (value)
        write(writer, *value);
    else
        writer.null();
}
template<typename T>
void read(CborReader &reader, std::optional<T> &value)
{
    if (reader.takeNull()) {
        value.reset();
        return;
    }
    read(reader, value.emplace());
}

// ---- lists, when all that may be in them is known ----
template<typename T>
void write(CborWriter &writer, const std::vector<T> &values)
{
    writer.array(values.size());
    for (const T &value : values)
        write(writer, value);
}
template<typename T>
void read(CborReader &reader, std::vector<T> &values, size_t max)
{
    const size_t items = reader.array();
    if (items > max)
        return reader.reject(ErrorCode::LimitExceeded, u"a list of too many items"_s);
    values.clear();
    for (size_t i = 0; i < items && reader.isFine(); ++i)
        read(reader, values.emplace_back());
}

} // namespace film::protocol::codec
