#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace film {

// No part of a workbook that a production office makes is larger when unpacked; what claims to be
// is made to fill a memory.
inline constexpr qsizetype zipPartBytesMax = 64 * 1024 * 1024;
inline constexpr int zipPartsMax = 4'096;

// What is in a ZIP archive, as office programs write them: stored or deflated, not encrypted, not
// in several volumes. Borrows the bytes.
class ZipReader
{
public:
    // Reads the list of parts. Fails on what is no such archive.
    [[nodiscard]] static Result<ZipReader> open(QByteArrayView bytes);

    [[nodiscard]] bool has(const QString &name) const { return m_parts.contains(name); }
    // Unpacked, with its checksum tried. NotFound if there is no such part.
    [[nodiscard]] Result<QByteArray> read(const QString &name) const;

private:
    struct Part {
        quint16 method = 0;
        quint32 checksum = 0;
        quint32 packedSize = 0;
        quint32 size = 0;
        quint32 offset = 0; // of its own header
    };

    explicit ZipReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    QByteArrayView m_bytes;
    QHash<QString, Part> m_parts;
};

} // namespace film
