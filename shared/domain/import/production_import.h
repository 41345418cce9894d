#pragma once

#include "shared/base/result.h"
#include "shared/domain/crew.h"
#include "shared/domain/import/import_verdict.h"

#include <QByteArrayView>

#include <optional>

namespace film {

struct ProductionImport {
    ImportVerdicts verdicts;
    std::optional<Production> production; // when every line is ready
};

// Reads the lines of a heading and a value that describe a production: Title, Episode, Zone,
// Week ends on, Currency. The files we hand out ourselves have it, so it is read in English only.
[[nodiscard]] Result<ProductionImport> importProduction(QByteArrayView bytes, ProductionId id);

} // namespace film
