#include "shared/protocol/codec_maps.h"

namespace film::protocol::codec {

namespace {
constexpr quint64 firstIgnoredKey = 1000;
}

void FieldReader::finish()
{
    while (m_key && m_reader.isFine()) {
        if (*m_key < firstIgnoredKey)
            return m_reader.reject(
                u"a key that this version does not know: a newer app is needed"_s);
        m_reader.skip();
        next();
    }
}

void FieldReader::next()
{
    if (m_left == 0) {
        m_key.reset();
        return;
    }
    --m_left;
    const quint64 key = m_reader.unsignedNumber();
    if (m_key && key <= *m_key)
        m_reader.reject(u"keys out of order"_s);
    m_key = key;
}

} // namespace film::protocol::codec
