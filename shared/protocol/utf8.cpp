#include "shared/protocol/utf8.h"

#include <algorithm>

namespace film::protocol {

namespace {

struct Sequence {
    int size = 0;       // 0 for a byte that cannot start a character
    char32_t least = 0; // anything smaller is an overlong form
    quint8 mask = 0;
};

Sequence sequenceFrom(quint8 first)
{
    if (first < 0x80)
        return {1, 1, 0x7f};
    if ((first & 0xe0) == 0xc0)
        return {2, 0x80, 0x1f};
    if ((first & 0xf0) == 0xe0)
        return {3, 0x800, 0x0f};
    if ((first & 0xf8) == 0xf0)
        return {4, 0x10000, 0x07};
    return {};
}

// The character at the start of `bytes`, which are cut off behind it; 0 if there is none.
char32_t takeCharacter(QByteArrayView &bytes)
{
    const Sequence sequence = sequenceFrom(static_cast<quint8>(bytes.front()));
    if (sequence.size == 0 || sequence.size > bytes.size())
        return 0;
    char32_t character = static_cast<quint8>(bytes.front()) & sequence.mask;
    for (int i = 1; i < sequence.size; ++i) {
        const auto next = static_cast<quint8>(bytes[i]);
        if ((next & 0xc0) != 0x80)
            return 0;
        character = character << 6 | (next & 0x3fu);
    }
    if (character < sequence.least || character > 0x10ffff || QChar::isSurrogate(character))
        return 0;
    bytes = bytes.sliced(sequence.size);
    return character;
}

} // namespace

std::optional<QString> textFromUtf8(QByteArrayView bytes)
{
    const bool plain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0 && c < 0x7f; });
    if (plain)
        return QString::fromLatin1(bytes);
    QString text;
    text.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        const char32_t character = takeCharacter(bytes);
        if (character == 0)
            return std::nullopt;
        text.append(QChar::fromUcs4(character));
    }
    return text;
}

} // namespace film::protocol
