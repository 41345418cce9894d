#pragma once

#include <QByteArray>
#include <QStringList>

namespace film::rules {

// The files of rules that are compiled into the program (resources/rule_packs).
enum class RuleFolder : quint8 { Packs, Calendars };

// Without ".json", by name.
[[nodiscard]] QStringList ruleFileNames(RuleFolder folder);
// Nothing for a name that ruleFileNames() does not give.
[[nodiscard]] QByteArray ruleFile(RuleFolder folder, QStringView name);

} // namespace film::rules
