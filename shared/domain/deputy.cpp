#include "shared/domain/deputy.h"

#include "shared/domain/field_reader.h"

namespace film {

namespace {

Deputy readDeputy(FieldReader &reader)
{
    using namespace schema::grant;
    struct Deputy deputy;
    if (!reader.open(schema::grant::Deputy))
        return deputy;
    reader.id(By, deputy.by);
    reader.id(DeputyDepartment, deputy.department);
    reader.date(Until, deputy.until);
    return deputy;
}

} // namespace

bool Deputy::isOver(Instant now) const
{
    // Where the day ends last it does so at noon of the next one in UTC.
    const QDateTime end(until.addDays(1), QTime(12, 0), Qt::UTC);
    return msSinceEpoch(now) >= end.toMSecsSinceEpoch();
}

Permissions Deputy::permissionsOf(const Permissions &own)
{
    return own.with(Action::SeeDays, Reach::Department)
        .with(Action::EditDays, Reach::Department)
        .with(Action::ApproveDays, Reach::Department);
}

std::optional<Deputy> deputyIn(const GroupMap &grant)
{
    FieldReader reader(grant);
    struct Deputy deputy = readDeputy(reader);
    const bool isWhole = reader.isFine() && !deputy.by.isNull() && !deputy.department.isNull()
        && deputy.until.isValid();
    return isWhole ? std::optional(deputy) : std::nullopt;
}

void setDeputy(GroupMap &grant, const std::optional<Deputy> &deputy)
{
    using namespace schema::grant;
    FieldMap &fields = grant[schema::grant::Deputy];
    fields.clear();
    if (!deputy)
        return;
    fields[By] = deputy->by.toByteArray();
    fields[DeputyDepartment] = deputy->department.toByteArray();
    fields[Until] = deputy->until.toJulianDay();
}

Result<> checkDeputy(const GroupMap &grant)
{
    FieldReader reader(grant);
    (void)readDeputy(reader);
    return reader.outcome();
}

} // namespace film
