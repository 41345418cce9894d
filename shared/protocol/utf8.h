#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace film::protocol {

// Strict UTF-8 (RFC 3629): nothing for overlong forms, surrogates, numbers past U+10FFFF, bytes
// cut off, and U+0000, which databases and C programs cut texts at. QString::fromUtf8 replaces
// such bytes and drops a leading U+FEFF, so that two different messages would mean the same.
[[nodiscard]] std::optional<QString> textFromUtf8(QByteArrayView bytes);

} // namespace film::protocol
