#pragma once

#include "shared/rules/rule_pack.h"

#include <QJsonObject>

#include <vector>

namespace film::rules {

struct GoldenPackReading {
    RulePack pack;
    QStringList problems; // "meals.penalty.model: …"; with any of them the pack cannot be used
};

// A pack as it stands in a file of cases ("filmtracker.golden/1"): the parameters of a rule pack,
// flattened, with the name of a small engine instead of blocks. Such packs are for cases only;
// the app reads rule packs.
[[nodiscard]] GoldenPackReading readGoldenPack(const QString &name, const QJsonObject &json);

} // namespace film::rules
