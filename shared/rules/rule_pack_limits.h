#pragma once

#include <QtGlobal>

// How large a file of rules and the numbers in it may be. docs/rule-packs.md lists the same.
namespace film::rules::limits {

constexpr qsizetype packBytesMax = 256 * 1024;
constexpr size_t depthMax = 16;
constexpr size_t problemsMax = 100;
constexpr int textLengthMax = 2000;
constexpr qsizetype wordLengthMax = 64;
constexpr int listMax = 64; // rows of any list

constexpr qint64 minutesMax = 7 * 24 * 60; // a week
constexpr qint64 countMax = 1000;
constexpr qint64 factorMax = 20;
constexpr qint64 hoursMax = 7 * 24;
constexpr qint64 moneyMax = 1000000; // major units
constexpr qint64 priorityMax = 1000;
constexpr qint64 rateDecimalsMax = 6;
constexpr int yearMin = 1900;
constexpr int yearMax = 2200;

} // namespace film::rules::limits
