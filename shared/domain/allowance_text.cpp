#include "shared/domain/allowance_text.h"

#include "shared/domain/field_reader.h"
#include "shared/domain/record_limits.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr int amountMinorDigits = 2;

// The longer ones first: "CA$" ends in "$".
constexpr std::array<std::pair<QStringView, Currency>, 12> amountMarks{{
    {u"CA$", Currency::Cad},
    {u"NZ$", Currency::Nzd},
    {u"A$", Currency::Aud},
    {u"USD", Currency::Usd},
    {u"GBP", Currency::Gbp},
    {u"EUR", Currency::Eur},
    {u"CAD", Currency::Cad},
    {u"AUD", Currency::Aud},
    {u"NZD", Currency::Nzd},
    {u"£", Currency::Gbp},
    {u"€", Currency::Eur},
    {u"$", Currency::Usd},
}};

// Takes a mark from either end; "$" is any dollar that is the usual money.
std::optional<Currency> takeAmountMark(QStringView &text, Currency usual)
{
    const bool isUsualDollar =
        usual == Currency::Cad || usual == Currency::Aud || usual == Currency::Nzd;
    for (const auto &[mark, currency] : amountMarks) {
        const bool isBefore = text.startsWith(mark, Qt::CaseInsensitive);
        if (!isBefore && !text.endsWith(mark, Qt::CaseInsensitive))
            continue;
        text = (isBefore ? text.mid(mark.size()) : text.chopped(mark.size())).trimmed();
        return mark == u"$" && isUsualDollar ? usual : currency;
    }
    return std::nullopt;
}

bool isAmountDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Digits in groups of three, parted by the same sign throughout.
std::optional<QString> wholeAmount(QStringView text)
{
    const auto sign = std::ranges::find_if_not(text, isAmountDigit);
    if (sign == text.end())
        return text.isEmpty() ? std::nullopt : std::optional(text.toString());
    const QList<QStringView> groups = text.split(*sign);
    if (*sign != u',' && *sign != u'.')
        return std::nullopt;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const bool isLong =
            i == 0 ? groups[i].isEmpty() || groups[i].size() > 3 : groups[i].size() != 3;
        if (isLong || !std::ranges::all_of(groups[i], isAmountDigit))
            return std::nullopt;
    }
    return text.toString().remove(*sign);
}

std::optional<qint64> amountInMinor(QStringView text)
{
    QStringView whole = text;
    QString decimals;
    const qsizetype point = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','));
    if (const qsizetype after = text.size() - point - 1; point >= 0 && after <= amountMinorDigits) {
        if (after == 0)
            return std::nullopt;
        whole = text.first(point);
        decimals = text.sliced(point + 1).toString();
        // The two signs differ, or there is no telling which is which.
        if (!std::ranges::all_of(decimals, isAmountDigit) || whole.contains(text[point]))
            return std::nullopt;
    }
    const std::optional<QString> digits =
        whole.isEmpty() && !decimals.isEmpty() ? u"0"_s : wholeAmount(whole);
    if (!digits || digits->size() > 12)
        return std::nullopt;
    const qint64 minor =
        QString(*digits + decimals.leftJustified(amountMinorDigits, u'0')).toLongLong();
    return minor <= record_limits::moneyMinorMax ? std::optional(minor) : std::nullopt;
}

bool isAmountMark(const QString &word)
{
    return std::ranges::any_of(amountMarks, [&word](const auto &mark) {
        return word.compare(mark.first, Qt::CaseInsensitive) == 0;
    });
}

// The one word that is an amount, with a mark of money that stands beside it by itself.
std::optional<Allowance> readAllowance(QStringView text, Currency usual)
{
    QStringList words = text.toString().simplified().split(u' ');
    qsizetype at = -1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!readAmount(words[i], usual))
            continue;
        if (at >= 0) // "2 kits 50": which of them is meant is not for a program to guess.
            return std::nullopt;
        at = i;
    }
    if (at < 0)
        return std::nullopt;
    QString amount = words.takeAt(at);
    if (at > 0 && isAmountMark(words[at - 1]))
        amount = words.takeAt(at - 1) + u' ' + amount;
    else if (at < words.size() && isAmountMark(words[at]))
        amount = amount + u' ' + words.takeAt(at);
    const QString code = words.join(u' ');
    const std::optional<Money> money = readAmount(amount, usual);
    if (!money || !FieldReader::isText(code, record_limits::allowanceCodeLengthMax))
        return std::nullopt;
    return Allowance{code, *money};
}

} // namespace

std::optional<Money> readAmount(QStringView text, Currency usual)
{
    QStringView rest = text.trimmed();
    const auto takeMinus = [&rest] {
        const bool isNegative = rest.startsWith(u'-') || rest.startsWith(u'−');
        if (isNegative)
            rest = rest.sliced(1).trimmed();
        return isNegative;
    };
    bool isNegative = takeMinus();
    const std::optional<Currency> named = takeAmountMark(rest, usual);
    isNegative = isNegative || takeMinus();
    const std::optional<qint64> minor = amountInMinor(rest);
    if (!minor)
        return std::nullopt;
    return Money(isNegative ? -*minor : *minor, named.value_or(usual));
}

std::optional<std::vector<Allowance>> readAllowances(QStringView text, Currency usual)
{
    std::vector<Allowance> allowances;
    for (const QStringView part : text.split(u';')) {
        if (part.trimmed().isEmpty())
            continue;
        const std::optional<Allowance> one = readAllowance(part, usual);
        if (!one || allowances.size() == record_limits::allowancesMax)
            return std::nullopt;
        allowances.push_back(*one);
    }
    return allowances;
}

QString printAllowances(std::span<const Allowance> allowances, Currency usual, QChar decimalPoint)
{
    QStringList parts;
    for (const Allowance &allowance : allowances) {
        const qint64 minor = allowance.amount.minorUnits();
        const qint64 size = minor < 0 ? -minor : minor;
        QString amount = QString::number(size / 100) + decimalPoint
            + QString::number(size % 100).rightJustified(amountMinorDigits, u'0');
        if (minor < 0)
            amount.prepend(u'-');
        QStringList words;
        if (!allowance.code.isEmpty())
            words << allowance.code;
        if (allowance.amount.currency() != usual)
            words << currencyCode(allowance.amount.currency());
        words << amount;
        parts << words.join(u' ');
    }
    return parts.join(u"; "_s);
}

} // namespace film
