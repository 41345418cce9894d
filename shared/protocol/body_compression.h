#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace film::protocol {

// Nothing if the result would not be smaller.
[[nodiscard]] std::optional<QByteArray> deflateBody(QByteArrayView raw);
// Nothing unless `packed` is one whole zlib stream of exactly `rawSize` bytes. Memory is taken only
// when so few bytes can unpack to that many.
[[nodiscard]] std::optional<QByteArray> inflateBody(QByteArrayView packed, qsizetype rawSize);

} // namespace film::protocol
