#pragma once

#include "server/http/production_model.h"

#include <QJsonObject>

namespace film::server {

// "confirmed", "submitted" …
[[nodiscard]] QString dayStateName(DayState state);
// A day as the API gives it: schema TimeEntry of openapi.json.
[[nodiscard]] QJsonObject dayJson(EntityId id, const ProductionModel::Day &entry);

} // namespace film::server
