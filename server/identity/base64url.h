#pragma once

#include <QByteArray>

#include <algorithm>
#include <optional>

namespace film::server {

[[nodiscard]] inline bool isUrlCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_';
}

// RFC 7515, 2: without padding. Each value has one text: unused bits are zero.
[[nodiscard]] inline std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    if (text.isEmpty() || text.size() % 4 == 1 || !std::ranges::all_of(text, isUrlCharacter))
        return std::nullopt;
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const auto bytes = QByteArray::fromBase64Encoding(
        text.toByteArray(), options | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.toBase64(options) != text)
        return std::nullopt;
    return bytes.decoded;
}

} // namespace film::server
