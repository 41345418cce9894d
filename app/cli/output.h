#pragma once

#include "app/engine/engine_values.h"
#include "app/engine/sync_status.h"

#include <QJsonObject>

namespace film::app {

// Lines for people and JSON for programs. Every line is flushed: whoever reads it may rely on
// what it says having happened.
void printLine(const QString &line);
void printJson(const QJsonObject &object);
void printProblem(const QString &message, bool json, ErrorCode code);

[[nodiscard]] QString lineOf(const WorkDay &day);
[[nodiscard]] QJsonObject jsonOf(const DaySeen &seen, const QString &personName);
[[nodiscard]] QJsonObject jsonOf(const SyncStatus &status);
[[nodiscard]] QString textOf(const SyncStatus &status);

} // namespace film::app
