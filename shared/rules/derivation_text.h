#pragma once

#include "shared/rules/derivation.h"
#include "shared/rules/local_text.h"
#include "shared/rules/moment.h"

#include <QJsonObject>
#include <QString>

namespace film::rules {

// "en", "de", "fr", "es"; English for any other.
[[nodiscard]] Language languageFromCode(QStringView code);

// What the number is, in the words of the trade: "meal penalty", "Hungerpauschale".
[[nodiscard]] QString wordText(Word word, Language language);

// How a number came about, for a person: one line for each step, what it was made of indented
// below. Times of day are those of the day's clock; a number of the pack names its path, clause,
// source and confidence.
[[nodiscard]] QString derivationText(const Sheet &sheet, qint32 root, const RulePack &pack,
                                     const DayClock &clock, Language language);

// The same for programs: every node with its step, unit, exact value (numerator, denominator)
// and, for a number of the pack, its origin. What people read of it (what, text, formula) is in the
// language.
[[nodiscard]] QJsonObject derivationJson(const Sheet &sheet, qint32 root, const RulePack &pack,
                                         const DayClock &clock, Language language);

} // namespace film::rules
