#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace film {

// Which sign separates the decimals. Where the caller does not know, the text decides, and
// where the text does not (1,234), nobody does.
enum class DecimalSign : quint8 { Point, Comma };

struct NumberReading {
    std::optional<qint64> hundredths; // set when there is exactly one reading
    QStringList readings;             // both, when there are two

    [[nodiscard]] bool isAmbiguous() const { return !hundredths && !readings.isEmpty(); }
};

// Reads "52", "52.5", "52,00", "1,234.56", "1.234,56", "1 234,56" and "1'234.50": not negative,
// at most two decimals, under a milliard.
[[nodiscard]] NumberReading readNumber(QStringView text, std::optional<DecimalSign> sign);

} // namespace film
