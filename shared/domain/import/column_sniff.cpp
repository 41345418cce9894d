#include "shared/domain/import/column_sniff.h"

#include <QRegularExpression>

namespace film {

using namespace Qt::StringLiterals;

namespace {

// Counts for both values how many texts only it can read.
template<typename Value>
struct SniffedTexts {
    Value first;
    Value second;
    int firstOnly = 0;
    int secondOnly = 0;
    QString example{};

    void add(const QString &text, bool readsFirst, bool readsSecond, bool isSame)
    {
        if (readsFirst && !readsSecond)
            ++firstOnly;
        else if (readsSecond && !readsFirst)
            ++secondOnly;
        else if (readsFirst && !isSame && example.isEmpty())
            example = text.trimmed();
    }

    [[nodiscard]] Sniffed<Value> outcome() const
    {
        Sniffed<Value> sniffed;
        const bool isSettled = (firstOnly > 0) != (secondOnly > 0);
        if (isSettled)
            sniffed.value = firstOnly > 0 ? first : second;
        sniffed.isOpen = !isSettled && !example.isEmpty();
        if (sniffed.isOpen)
            sniffed.example = example;
        return sniffed;
    }
};

QString numberIn(const QString &text)
{
    static const QRegularExpression number(u"[0-9](?:[0-9.,'\\s\\x{A0}\\x{202F}\\x{2009}\\x{2019}]*"
                                           "[0-9])?"_s);
    return number.match(text).captured(0);
}

} // namespace

Sniffed<DateOrder> sniffDateOrder(const QStringList &texts)
{
    SniffedTexts<DateOrder> count{DateOrder::DayFirst, DateOrder::MonthFirst};
    for (const QString &text : texts) {
        const std::vector<QDate> dayFirst = readDate(text, DateOrder::DayFirst);
        const std::vector<QDate> monthFirst = readDate(text, DateOrder::MonthFirst);
        count.add(text, !dayFirst.empty(), !monthFirst.empty(), dayFirst == monthFirst);
    }
    return count.outcome();
}

Sniffed<DecimalSign> sniffDecimalSign(const QStringList &texts)
{
    SniffedTexts<DecimalSign> count{DecimalSign::Point, DecimalSign::Comma};
    for (const QString &text : texts) {
        const QString number = numberIn(text);
        // "1,234" settles nothing, although no rate has three decimals.
        if (readNumber(number, std::nullopt).isAmbiguous()) {
            count.add(text, true, true, false);
            continue;
        }
        const auto point = readNumber(number, DecimalSign::Point).hundredths;
        const auto comma = readNumber(number, DecimalSign::Comma).hundredths;
        count.add(text, point.has_value(), comma.has_value(), point == comma);
    }
    return count.outcome();
}

} // namespace film
