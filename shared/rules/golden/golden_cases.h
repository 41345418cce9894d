#pragma once

#include "shared/base/result.h"
#include "shared/rules/golden/golden_lines.h"
#include "shared/rules/golden/golden_pack.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
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
    QString error;      // why the case could not be priced at all
    QStringList unread; // keys of the case that mean nothing here, such as "days[0].wrapp"
    std::vector<GoldenMismatch> mismatches;
    std::vector<GoldenLine> lines; // where they were asked for

    [[nodiscard]] bool hasPassed() const { return error.isEmpty() && mismatches.empty(); }
};

inline constexpr qsizetype goldenFileBytesMax = 16 * 1024 * 1024;

// The cases of one file, read once and priced as often as somebody asks. Only what a case lists is
// compared: amounts to the cent, other numbers to as many digits as the case gives. And every line
// must be what its derivation comes to.
class GoldenCases
{
public:
    // Fails if the file is no such file.
    [[nodiscard]] static Result<GoldenCases> read(const QByteArray &json);

    // Every case, with the packs of the file; a name that is not there is a pack that comes along.
    // With a language also the lines, each with its derivation.
    [[nodiscard]] std::vector<GoldenOutcome>
    run(const std::optional<Language> &explainedIn = std::nullopt) const;
    // The names of the packs that the cases ask for, each once.
    [[nodiscard]] QStringList packNames() const;
    // The cases that name the pack, with this pack instead of the file's.
    [[nodiscard]] std::vector<GoldenOutcome> runWith(const RulePack &pack) const;

private:
    std::map<QString, GoldenPackReading> m_packs;
    std::vector<QJsonObject> m_cases;
};

// All of a file at once.
[[nodiscard]] Result<std::vector<GoldenOutcome>>
runGoldenCases(const QByteArray &json, const std::optional<Language> &explainedIn = std::nullopt);

} // namespace film::rules
