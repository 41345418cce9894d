#pragma once

#include "shared/domain/approved_week.h"
#include "shared/domain/crew.h"
#include "shared/domain/field_reader.h"
#include "shared/domain/work_day.h"

// Private to the records_*.cpp files. Each reads what is there into its target, whole record or
// a change to a part of one; what a whole record must have is asked for by its …FromGroups().
namespace film::detail {

void read(FieldReader &reader, Production &production);
void read(FieldReader &reader, Unit &unit);
void read(FieldReader &reader, Department &department);
void read(FieldReader &reader, Person &person);
void read(FieldReader &reader, Deal &deal);
void read(FieldReader &reader, ShootingDay &day);
void read(FieldReader &reader, Grant &grant);
void read(FieldReader &reader, WorkDay &day);
void read(FieldReader &reader, ApprovedWeek &week);

} // namespace film::detail
