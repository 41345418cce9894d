#pragma once

#include "server/admin/membership.h"
#include "server/console/html.h"
#include "shared/base/clock.h"

#include <QDate>
#include <QTimeZone>

namespace film::server {

// The words of the pages. English for now.
[[nodiscard]] QString roleTitle(Role role); // "Head of department"
[[nodiscard]] QString actionWords(Action action);
[[nodiscard]] QString reachWords(Reach reach);
[[nodiscard]] QString errorWords(const Error &error, int status); // for people

// "09:12:04" on the day of `now`, else "Wed 18:20", else "20 Nov 2025"; the whole as its datetime.
[[nodiscard]] Html timeOf(qint64 ms, Instant now, const QTimeZone &zone);
// "Thu 20 Nov 22:03:11", with the year where it is another one than now.
[[nodiscard]] Html momentOf(qint64 ms, Instant now, const QTimeZone &zone);
[[nodiscard]] QString dayWords(QDate day);                           // "Thu 20 Nov", empty for none
[[nodiscard]] QString dayAndTime(Instant at, const QTimeZone &zone); // "Fri 21 Nov 09:12"
[[nodiscard]] QString durationWords(std::chrono::milliseconds time); // "12 d 4 h"
[[nodiscard]] QString sizeWords(qint64 bytes);                       // "212 MB"
[[nodiscard]] QString countWords(qint64 count);                      // "1,048"
// "The password is short." of "the password is short"
[[nodiscard]] QString sentenceOf(const QString &words);
[[nodiscard]] QString initialsOf(const QString &name); // "SA"

} // namespace film::server
