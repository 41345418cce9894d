#include "shared/base/hash.h"
#include "shared/domain/approved_week.h"
#include "shared/domain/records.h"

#include <QtEndian>

namespace film {

namespace {

// The label keeps two kinds of things with the same key apart. Its number is part of what ids
// are made of: it never changes.
template<typename IdType>
IdType idOf(QByteArrayView label, ProductionId production,
            std::initializer_list<QByteArrayView> key)
{
    QByteArray joined;
    for (const QByteArrayView part : key)
        joined.append(part);
    return idFromHash<IdType>(sha256({label, production.view(), joined}));
}

QByteArray bytesOf(QDate date)
{
    QByteArray bytes(sizeof(qint64), Qt::Uninitialized);
    qToBigEndian(date.toJulianDay(), bytes.data());
    return bytes;
}

// Composed, since a list from macOS may write "é" as two characters.
QByteArray bytesOf(QStringView name)
{
    return name.trimmed()
        .toString()
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .toUtf8();
}

} // namespace

EntityId workDayId(ProductionId production, const WorkDayKey &key)
{
    return idOf<EntityId>("film.work-day.1", production,
                          {key.person.view(), bytesOf(key.date), key.unit.view()});
}

EntityId shootingDayId(ProductionId production, QDate date, UnitId unit)
{
    return idOf<EntityId>("film.shooting-day.1", production, {bytesOf(date), unit.view()});
}

EntityId dealId(ProductionId production, PersonId person, int number)
{
    Q_ASSERT(number >= 0 && number < dealsOfPersonMax);
    // The first has the id it had when a person could have only one.
    const QByteArray further = number > 0 ? QByteArray(1, char(number)) : QByteArray();
    return idOf<EntityId>("film.deal.1", production, {person.view(), further});
}

std::optional<int> dealNumber(ProductionId production, PersonId person, EntityId id)
{
    for (int number = 0; number < dealsOfPersonMax; ++number) {
        if (dealId(production, person, number) == id)
            return number;
    }
    return std::nullopt;
}

EntityId approvedWeekId(ProductionId production, const ApprovedWeek &week)
{
    return idOf<EntityId>("film.timecard.1", production,
                          {week.person.view(), bytesOf(week.first), week.device.view()});
}

EntityId grantId(ProductionId production, UserId user)
{
    return idOf<EntityId>("film.grant.1", production, {user.view()});
}

UserId customRoleUser(ProductionId production, QStringView name)
{
    return idOf<UserId>("film.custom-role.1", production, {bytesOf(name)});
}

UnitId unitId(ProductionId production, QStringView name)
{
    return idOf<UnitId>("film.unit.1", production, {bytesOf(name)});
}

DepartmentId departmentId(ProductionId production, QStringView name)
{
    return idOf<DepartmentId>("film.department.1", production, {bytesOf(name)});
}

PersonId personId(ProductionId production, QStringView name, DepartmentId department)
{
    return idOf<PersonId>("film.person.1", production, {department.view(), bytesOf(name)});
}

} // namespace film
