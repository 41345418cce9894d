#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace film::rules {

// Worked cases with what they must come to ("filmtracker.golden/1"): the acceptance of the rules.

struct GoldenMismatch {
    QString key; // "paid_by_mult.1.5"
    QString expected;
    QString actual;
};

struct GoldenOutcome {
    QString id;
    QString title;
    QString pack;
    QString error; // why the case could not be priced at all
    std::vector<GoldenMismatch> mismatches;

    [[nodiscard]] bool hasPassed() const { return error.isEmpty() && mismatches.empty(); }
};

inline constexpr qsizetype goldenFileBytesMax = 16 * 1024 * 1024;

// Prices every case of the file with the packs of the file. Only what a case lists is compared:
// numbers by value, to as many digits as the case gives. Fails if the file is no such file.
[[nodiscard]] Result<std::vector<GoldenOutcome>> runGoldenCases(const QByteArray &json);

} // namespace film::rules
