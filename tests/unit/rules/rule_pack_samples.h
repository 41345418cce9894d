#pragma once

#include <QByteArray>

// Packs as they would stand in a file, with nearly every key there is.
namespace film::rules::samples {

extern const QByteArray hourlyPack;
extern const QByteArray feePack;
extern const QByteArray allInPack;
extern const QByteArray leavePack;

} // namespace film::rules::samples
