#pragma once

#include <QtGlobal>

#include <chrono>

// The numbers that bound what waits for a writer and for how long.
namespace film::server::lane_limits {

using std::chrono::milliseconds;

inline constexpr qsizetype waitingMutationsMax = 2'000;
inline constexpr qsizetype waitingBytesMax = 4 * 1024 * 1024;
// One commit: larger ones gain little and make everybody in them wait longer.
inline constexpr size_t commitMutationsMax = 500;
inline constexpr qsizetype commitBytesMax = 256 * 1024;
// What one device gets of a commit before the next one's turn.
inline constexpr size_t turnMutations = 20;

// Productions whose last rows are kept, of at most a megabyte each (RecentRows).
inline constexpr size_t recentLogsMax = 100;

// Each session has one read under way at most, so this bounds the greetings that come at once.
inline constexpr int waitingReadsMax = 20'000;

inline constexpr int busyRetries = 5;
inline constexpr milliseconds busyPauseMax{40};
inline constexpr int aloneRetries = 2; // before a single mutation is taken for the offender
inline constexpr milliseconds alonePause{50};
inline constexpr milliseconds reconnectPauseMin{100};
inline constexpr milliseconds reconnectPauseMax{5'000};
inline constexpr milliseconds busyRetryAfter{500}; // told to devices
inline constexpr milliseconds downRetryAfter{2'000};
// How long a session whose batch was refused must come back with that batch before another.
inline constexpr milliseconds holdMax{30'000};
// Told to a device that has handed in too much. It adds up to as much again by itself, and has to
// be back before another batch may go first.
inline constexpr milliseconds budgetRetryMax{10'000};
static_assert(2 * budgetRetryMax < holdMax);
// A change as large as that counts as several.
inline constexpr qsizetype changeBytes = 1024;

} // namespace film::server::lane_limits
