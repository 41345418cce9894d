#pragma once

#include "shared/protocol/messages.h"

#include <QByteArray>
#include <QString>

#include <vector>

// The bytes kept under tests/fixtures/protocol: what today's apps say, word for word.
namespace film::protocol::golden {

struct Vector {
    QString name; // of the file, without ".hex"
    QByteArray bytes;
    bool isFrame = true; // else an envelope
    Sender sender = Sender::Client;
    bool hasLaterKeys = false; // some of its keys are passed over by the first version
};

// What the codec writes now.
[[nodiscard]] std::vector<Vector> written();
// The same vectors with the bytes from the files; empty bytes where a file is missing.
[[nodiscard]] std::vector<Vector> stored();
[[nodiscard]] QString pathOf(const Vector &vector);
// The bytes decoded and encoded again; nothing if they are refused, or are a message of a later
// version, which is ignored.
[[nodiscard]] std::optional<QByteArray> again(const Vector &kind, QByteArrayView bytes);

} // namespace film::protocol::golden
