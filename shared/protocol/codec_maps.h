#pragma once

#include "shared/protocol/codec_values.h"

#include <optional>
#include <tuple>

// How maps with numbered keys are written and read. Private to this library.
//
// A key whose value is empty (0, "", no items, none) is not written, and refused when it is there:
// so there is one way to write each message.
namespace film::protocol::codec {

class FieldWriter
{
public:
    explicit FieldWriter(CborWriter &writer)
        : m_writer(writer)
    {}
    template<typename T>
    void operator()(quint32 key, const T &value)
    {
        if (value == T{})
            return;
        ++m_count;
        m_writer.unsignedNumber(key);
        write(m_writer, value);
    }
    template<typename T>
    void list(quint32 key, const std::vector<T> &values, int)
    {
        (*this)(key, values);
    }
    // Several fields under one key, as an array.
    template<typename... Parts>
    void together(quint32 key, const Parts &...parts)
    {
        if (((parts == Parts{}) && ...))
            return;
        ++m_count;
        m_writer.unsignedNumber(key);
        writeTuple(m_writer, parts...);
    }
    void limit(bool, ErrorCode, const QString &) {}
    [[nodiscard]] size_t count() const { return m_count; }

private:
    CborWriter &m_writer;
    size_t m_count = 0;
};

class FieldReader
{
public:
    explicit FieldReader(CborReader &reader)
        : m_reader(reader)
        , m_left(reader.map())
    {
        next();
    }
    template<typename T>
    void operator()(quint32 key, T &value)
    {
        take(key, value, [&] { read(m_reader, value); });
    }
    template<typename T>
    void list(quint32 key, std::vector<T> &values, int max)
    {
        take(key, values, [&] { read(m_reader, values, static_cast<size_t>(max)); });
    }
    template<typename... Parts>
    void together(quint32 key, Parts &...parts)
    {
        std::tuple<Parts...> all;
        take(key, all,
             [&] { std::apply([this](auto &...part) { readTuple(m_reader, part...); }, all); });
        std::tie(parts...) = std::move(all);
    }
    // What more must hold of the fields read so far.
    void limit(bool holds, ErrorCode code, const QString &otherwise)
    {
        if (!holds)
            m_reader.reject(code, otherwise);
    }
    // Everything known is read. Keys from 1000 up are for later versions and passed over.
    void finish();

private:
    template<typename T, typename Read>
    void take(quint32 key, T &value, Read readIt)
    {
        value = T{};
        if (m_key == key) {
            readIt();
            if (value == T{})
                m_reader.reject(u"an empty value that should not be there"_s);
            next();
        } else if constexpr (std::is_enum_v<T>) {
            if (value < knownValues<T>.first)
                m_reader.reject(u"a value that must be there"_s);
        }
    }
    void next();

    CborReader &m_reader;
    size_t m_left;
    std::optional<quint64> m_key;
};

template<typename Described>
void writeMap(CborWriter &writer, const Described &value)
{
    const qsizetype opened = writer.openMap();
    FieldWriter fields(writer);
    describe(value, fields);
    writer.closeMap(opened, fields.count());
}

template<typename Described>
void readMap(CborReader &reader, Described &value)
{
    FieldReader fields(reader);
    describe(value, fields);
    fields.finish();
}

} // namespace film::protocol::codec
