#pragma once

#include <QByteArray>
#include <QString>

namespace film::tests {

// RFC 4648, 6: as an authenticator app reads it.
inline QByteArray fromBase32(const QString &text)
{
    const QString digits = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar character : text) {
        const qsizetype digit = digits.indexOf(character);
        if (digit < 0)
            continue; // spaces for people
        bits = bits << 5 | quint32(digit);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.append(static_cast<char>(bits >> count & 0xff));
        }
    }
    return bytes;
}

} // namespace film::tests
