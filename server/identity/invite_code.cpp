#include "server/identity/invite_code.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView alphabet = u"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr int characterCount = 12;
constexpr int groupSize = 4;

} // namespace

QString makeInviteCode(RandomSource &random)
{
    QString code;
    for (int i = 0; i < characterCount; ++i) {
        if (i > 0 && i % groupSize == 0)
            code += u'-';
        code +=
            alphabet[static_cast<qsizetype>(random.below(static_cast<quint64>(alphabet.size())))];
    }
    return code;
}

Hash32 inviteCodeHash(const QString &code)
{
    QString plain;
    for (const QChar character : code.toUpper()) {
        if (character != u'-' && !character.isSpace())
            plain += character;
    }
    return sha256(plain.toUtf8());
}

} // namespace film::server
