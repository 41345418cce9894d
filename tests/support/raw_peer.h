#pragma once

#include <QTcpSocket>
#include <QtEndian>
#include <QTest>
#include <QUrl>

namespace film::test {

// A peer that writes the bytes of the wire itself, and reads only what it is told to.
class RawPeer
{
public:
    explicit RawPeer(const QUrl &url)
    {
        socket.setReadBufferSize(4096); // what it does not read stays with the server
        socket.connectToHost(url.host(), quint16(url.port()));
    }
    [[nodiscard]] bool isConnected() { return socket.waitForConnected(5000); }
    [[nodiscard]] bool upgrade()
    {
        if (!isConnected())
            return false;
        socket.write("GET /sync/v1 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                     "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "Sec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Protocol: filmtracker.sync.v1\r\n\r\n");
        return QTest::qWaitFor([this] { return socket.bytesAvailable() > 0; }, 5000)
            && socket.readAll().startsWith("HTTP/1.1 101");
    }
    // One whole binary frame; the mask is zero, so the bytes are as they are.
    [[nodiscard]] static QByteArray frame(const QByteArray &payload)
    {
        QByteArray bytes("\x82");
        if (payload.size() < 126) {
            bytes += char(0x80 | payload.size());
        } else if (payload.size() < 65536) {
            bytes += char(0x80 | 126);
            bytes.append(2, '\0');
            qToBigEndian(quint16(payload.size()), bytes.data() + 2);
        } else {
            bytes += char(0x80 | 127);
            bytes.append(8, '\0');
            qToBigEndian(quint64(payload.size()), bytes.data() + 2);
        }
        return bytes + QByteArray(4, '\0') + payload;
    }
    [[nodiscard]] bool isClosed(int timeoutMs = 5000)
    {
        return QTest::qWaitFor(
            [this] {
                socket.readAll();
                return socket.state() == QAbstractSocket::UnconnectedState;
            },
            timeoutMs);
    }

    QTcpSocket socket;
};

// [type, req, flags, [raw_len, bytes]] with the body packed, whatever it claims to be.
inline QByteArray packedFrame(char type, quint32 claimed, const QByteArray &raw)
{
    const QByteArray packed = qCompress(raw, 9).mid(4); // without Qt's own length
    QByteArray bytes("\x84", 1);
    bytes += type;
    bytes.append("\x00\x01\x82\x1a", 4);
    bytes.append(4, '\0');
    qToBigEndian(claimed, bytes.data() + bytes.size() - 4);
    bytes.append("\x59\x00\x00", 3);
    qToBigEndian(quint16(packed.size()), bytes.data() + bytes.size() - 2);
    return bytes + packed;
}

} // namespace film::test
