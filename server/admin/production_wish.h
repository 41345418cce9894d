#pragma once

#include "shared/base/result.h"
#include "shared/domain/crew.h"

namespace film::server {

// A production as an administrator types it.
struct ProductionWish {
    QString title;
    QString episode;  // or nothing
    QString zone;     // "Europe/London"
    QString weekEnds; // "saturday"
    QString currency; // "GBP"
};

// InvalidInput, with what is wrong with which part.
[[nodiscard]] Result<Production> productionFrom(const ProductionWish &wish);

} // namespace film::server
