#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace film::server {

// The fields of application/x-www-form-urlencoded (URL Standard, 5.1), as texts; of two with one
// name the first. InvalidInput for more than 64 fields or for bytes that are no UTF-8.
[[nodiscard]] Result<QJsonObject> formFields(const QByteArray &body);

} // namespace film::server
