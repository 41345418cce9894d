#pragma once

#include "shared/domain/minutes.h"

#include <QDate>

// How large a record may be. They keep one record well inside one message (48 KiB) and one
// wrong clock or slipped digit from being stored; none is near what a production needs.
namespace film::record_limits {

inline constexpr qsizetype nameLengthMax = 200;
inline constexpr qsizetype textLengthMax = 4'000;
inline constexpr qsizetype zoneLengthMax = 64; // the longest IANA name has 30
inline constexpr qsizetype allowanceCodeLengthMax = 40;
inline constexpr size_t mealsMax = 8;
inline constexpr size_t allowancesMax = 32;
inline constexpr size_t revokedDevicesMax = 256; // of one person
inline constexpr size_t reachesMax = 64;         // of a role: one for each action
inline constexpr size_t callsMax = 1'000;        // of one kind, on one call sheet
inline constexpr Minutes travelMax{24 * 60};
inline constexpr Minutes guaranteeMax{7 * 24 * 60};
inline constexpr qint64 moneyMinorMax = 100'000'000'000; // a thousand million dollars
inline constexpr QDate dateMin()
{
    return QDate::fromJulianDay(2'415'021);
} // 1900-01-01
inline constexpr QDate dateMax()
{
    return QDate::fromJulianDay(2'524'593);
} // 2199-12-31

// For fields this version does not know, and for the candidates of a conflict.
inline constexpr size_t groupsMax = 64;
inline constexpr size_t fieldsMax = 256; // in one group
inline constexpr size_t candidatesMax = 256;
inline constexpr qsizetype bytesMax = 64 * 1024;
inline constexpr int depthMax = 4;
inline constexpr size_t valuesMax = 10'000; // in one record, however nested

} // namespace film::record_limits
