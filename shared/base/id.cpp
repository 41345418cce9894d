#include "shared/base/id.h"

namespace film::detail {

QString idToString(const std::array<quint8, 16> &bytes)
{
    const QByteArray hex =
        QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), 16).toHex();
    QString text;
    text.reserve(36);
    for (qsizetype i = 0; i < hex.size(); ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            text += u'-';
        text += QLatin1Char(hex[i]);
    }
    return text;
}

namespace {
int hexDigit(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c.unicode() - u'A' + 10;
    return -1;
}
}

bool idFromString(QStringView text, std::array<quint8, 16> &bytes)
{
    if (text.size() != 36)
        return false;
    size_t digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i] != u'-')
                return false;
            continue;
        }
        const int value = hexDigit(text[i]);
        if (value < 0)
            return false;
        quint8 &byte = bytes[digits / 2];
        byte = static_cast<quint8>(digits % 2 == 0 ? value << 4 : byte | value);
        ++digits;
    }
    return true;
}

} // namespace film::detail
