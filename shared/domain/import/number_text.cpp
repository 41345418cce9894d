#include "shared/domain/import/number_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr int wholeDigitsMax = 9;

bool isDigits(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// "1234" of "1,234" or "1234"; nothing where the groups are not of three digits.
std::optional<QString> withoutGroups(QStringView whole, QChar groupSign)
{
    const QList<QStringView> groups = whole.split(groupSign);
    if (groups.size() > 1 && (groups.first().isEmpty() || groups.first().size() > 3))
        return std::nullopt;
    if (groups.size() > 1 && groups.first().startsWith(u'0'))
        return std::nullopt;
    QString digits = groups.first().toString();
    for (const QStringView group : groups.sliced(1)) {
        if (group.size() != 3)
            return std::nullopt;
        digits.append(group);
    }
    if (digits.isEmpty() || digits.size() > wholeDigitsMax || !isDigits(digits))
        return std::nullopt;
    return digits;
}

std::optional<qint64> readWith(QStringView text, QChar decimalSign, QChar groupSign)
{
    const qsizetype at = text.indexOf(decimalSign);
    const QStringView whole = at < 0 ? text : text.first(at);
    const QStringView decimals = at < 0 ? QStringView() : text.sliced(at + 1);
    if (decimals.size() > 2 || !isDigits(decimals) || (at >= 0 && decimals.isEmpty()))
        return std::nullopt;
    const std::optional<QString> digits = withoutGroups(whole, groupSign);
    if (!digits)
        return std::nullopt;
    return digits->toLongLong() * 100 + decimals.toString().leftJustified(2, u'0').toLongLong();
}

// One separator with three digits behind it: thousands, or a third decimal? Both are written
// on crew lists, and a factor of a thousand is too much to guess.
bool couldBeEither(QStringView text)
{
    static const QRegularExpression onlySeparator(u"^[1-9][0-9]{0,2}[.,][0-9]{3}$"_s);
    return onlySeparator.match(text).hasMatch();
}

} // namespace

NumberReading readNumber(QStringView text, std::optional<DecimalSign> sign)
{
    QString plain = text.trimmed().toString();
    // Spaces of every width and the Swiss apostrophe only ever group thousands.
    static const QRegularExpression spaces(u"(?<=[0-9])[\\s\\x{A0}\\x{202F}\\x{2009}'\\x{2019}]"
                                           "(?=[0-9]{3}(?:[^0-9]|$))"_s);
    plain.remove(spaces);
    if (!sign && couldBeEither(plain)) {
        const QString whole = QString(plain).remove(u'.').remove(u',');
        return {std::nullopt, {QString(whole + u".00"_s), QString(plain).replace(u',', u'.')}};
    }
    if (sign != DecimalSign::Comma) {
        if (const std::optional<qint64> value = readWith(plain, u'.', u','))
            return {value, {}};
    }
    if (sign != DecimalSign::Point)
        return {readWith(plain, u',', u'.'), {}};
    return {};
}

} // namespace film
