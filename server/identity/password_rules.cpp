#include "server/identity/password_rules.h"

#include <algorithm>
#include <array>
#include <set>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype charactersMin = 12;
constexpr qsizetype charactersMax = 128;
constexpr qsizetype bytesMax = 512;
constexpr size_t differentMin = 4; // "abababababab" is guessed as soon as "ab" is

// What people choose who have to have twelve characters. Shorter ones need no list.
constexpr std::array common{
    u"password1234",        u"passwordpassword", u"password12345",
    u"password123456",      u"1234567890ab",     u"123456789012",
    u"1234567890123",       u"12345678901234",   u"123456789abc",
    u"abcdefghijkl",        u"abcdefghijklm",    u"abcdefghijklmnop",
    u"qwertyuiop12",        u"qwertyuiop123",    u"qwertyuiop[]",
    u"qwertyuiopasdf",      u"qwerty123456",     u"qwertyqwerty",
    u"1q2w3e4r5t6y",        u"1qaz2wsx3edc",     u"1qaz2wsx3edc4rfv",
    u"qazwsxedcrfv",        u"asdfghjkl;'",      u"zxcvbnm,./12",
    u"administrator",       u"administrator1",   u"letmeinletmein",
    u"letmein12345",        u"iloveyou1234",     u"iloveyouiloveyou",
    u"welcome12345",        u"welcome123456",    u"changeme1234",
    u"changemechangeme",    u"trustno1trustno1", u"correcthorsebatterystaple",
    u"filmtracker1",        u"filmtracker123",   u"filmtracker1234",
    u"film tracker",        u"film-tracker",     u"lightscameraaction",
    u"lights camera action"};

bool isCommon(const QString &folded)
{
    if (std::ranges::any_of(common, [&](QStringView one) { return folded == one; }))
        return true;
    return std::set<QChar>(folded.begin(), folded.end()).size() < differentMin;
}

qsizetype characters(const QString &text)
{
    return text.size()
        - std::ranges::count_if(text, [](QChar character) { return character.isLowSurrogate(); });
}

} // namespace

std::optional<PasswordProblem> passwordProblem(const QString &password, const QString &login)
{
    const auto bytes = passwordBytes(password);
    if (!bytes)
        return PasswordProblem::TooLong;
    const QString plain = QString::fromUtf8(*bytes);
    if (characters(plain) < charactersMin)
        return PasswordProblem::TooShort;
    if (characters(plain) > charactersMax)
        return PasswordProblem::TooLong;
    const QString folded = plain.toCaseFolded();
    if (!login.isEmpty() && folded == login.toCaseFolded())
        return PasswordProblem::IsTheLogin;
    if (isCommon(folded))
        return PasswordProblem::TooCommon;
    return std::nullopt;
}

std::optional<QByteArray> passwordBytes(const QString &password)
{
    if (password.size() > bytesMax)
        return std::nullopt;
    QByteArray bytes = password.normalized(QString::NormalizationForm_KC).toUtf8();
    return bytes.size() > bytesMax ? std::nullopt : std::optional(std::move(bytes));
}

QString passwordProblemText(PasswordProblem problem)
{
    switch (problem) {
    case PasswordProblem::TooShort: return u"a password has at least 12 characters"_s;
    case PasswordProblem::TooLong: return u"a password has at most 128 characters"_s;
    case PasswordProblem::TooCommon: return u"this password is among the first to be guessed"_s;
    case PasswordProblem::IsTheLogin: return u"the password must not be the login"_s;
    }
    Q_UNREACHABLE();
}

} // namespace film::server
