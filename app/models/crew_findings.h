#pragma once

#include "app/models/crew_snapshot.h"

namespace film::app {

[[nodiscard]] ExceptionKind exceptionKindOf(FindingKind kind);
// The most important one; nothing for a day without any.
[[nodiscard]] std::optional<ExceptionKind> exceptionOf(const CrewCell &cell);
[[nodiscard]] int flagCount(const CrewCell &cell);

// What is stored when somebody lets such a finding stand; nothing for one that is no penalty.
[[nodiscard]] std::optional<ReviewedPenalty> penaltyOf(const DayFinding &finding);
// Those of the cell that nobody has reviewed.
[[nodiscard]] std::vector<ReviewedPenalty> openPenaltiesOf(const CrewCell &cell);

// The call sheet of the cell's unit on its date; null where nothing is shot.
[[nodiscard]] const ShootingDay *sheetOf(const CrewSnapshot &week, const CrewCell &cell);

// Whether the day is behind us: after its planned wrap, on the day itself.
[[nodiscard]] bool isOver(const CrewSnapshot &week, const CrewCell &cell);
// Over, and something should stand there.
[[nodiscard]] bool isExpected(const CrewSnapshot &week, const CrewCell &cell);
// Over, and everything that should stand there does.
[[nodiscard]] bool isIn(const CrewSnapshot &week, const CrewCell &cell);

// The earliest call that leaves all of the rest that is due, in whole tenths of an hour, from
// midnight of the call's date. Of a short rest before a call of the day after the wrap.
[[nodiscard]] Minutes callAfterRest(const DayFinding &shortRest);

// Looks at each day of the person again, with the days around it.
void findForPerson(const CrewSnapshot &week, CrewPerson &person);

} // namespace film::app
