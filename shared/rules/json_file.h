#pragma once

#include "shared/rules/pack_notes.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace film::rules {

// The object that a file of rules is, or nothing and why not. What QJsonDocument takes without a
// word is refused in the notes: a key that stands twice in an object (it keeps one of the two),
// keys written with escapes, and nesting past limits::depthMax.
[[nodiscard]] std::optional<QJsonObject> jsonObjectIn(const QByteArray &json, PackNotes &notes);

} // namespace film::rules
