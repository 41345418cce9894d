#include "server/identity/totp.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>
#include <QUrl>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype codeTextMax = 16;

QString percent(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool isSame(const QString &one, const QString &other)
{
    Q_ASSERT(one.size() == other.size());
    char16_t difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference = char16_t(difference | (one[i].unicode() ^ other[i].unicode()));
    return difference == 0;
}

} // namespace

QString hotpCode(const QByteArray &secret, quint64 counter, int digits)
{
    Q_ASSERT(digits >= 6 && digits <= 8);
    QByteArray message(8, Qt::Uninitialized);
    qToBigEndian(counter, message.data());
    const QByteArray hash =
        QMessageAuthenticationCode::hash(message, secret, QCryptographicHash::Sha1);
    const qsizetype offset = hash.back() & 0x0f;
    const quint32 number = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    quint32 modulus = 1;
    for (int i = 0; i < digits; ++i)
        modulus *= 10;
    return QString::number(number % modulus).rightJustified(digits, u'0');
}

qint64 totpStep(Instant now)
{
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / totp::stepLength;
}

std::optional<qint64> matchingTotpStep(const QByteArray &secret, const QString &code, Instant now,
                                       qint64 lastUsed)
{
    QString typed = code.left(codeTextMax);
    typed.remove(u' ');
    if (typed.size() != totp::digits || code.size() > codeTextMax)
        return std::nullopt;
    std::optional<qint64> matching;
    const qint64 current = totpStep(now);
    for (qint64 step = current - totp::window; step <= current + totp::window; ++step) {
        const bool matches = isSame(hotpCode(secret, quint64(step), totp::digits), typed);
        if (matches && step > lastUsed)
            matching = step;
    }
    return matching;
}

QString base32(const QByteArray &bytes)
{
    constexpr QStringView alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | quint8(byte);
        count += 8;
        for (; count >= 5; count -= 5)
            text += alphabet[(bits >> (count - 5)) & 31];
    }
    if (count > 0)
        text += alphabet[(bits << (5 - count)) & 31];
    return text;
}

QString otpauthUri(const QByteArray &secret, const QString &issuer, const QString &login)
{
    return u"otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=%4&period=%5"_s.arg(
        percent(issuer), percent(login), base32(secret), QString::number(totp::digits),
        QString::number(totp::stepLength.count()));
}

} // namespace film::server
