#include "app/ui/import_words.h"

using namespace Qt::StringLiterals;

namespace film::app {

QString ImportWords::problem(const ImportVerdict &verdict)
{
    switch (verdict.kind) {
    case ImportKind::Ready: return {};
    case ImportKind::MissingColumn: return tr("The file has no such column.");
    case ImportKind::MissingName: return tr("The name is missing.");
    case ImportKind::MissingDepartment: return tr("The department is missing.");
    case ImportKind::MissingDate: return tr("The date is missing.");
    case ImportKind::MissingCall: return tr("The call is missing.");
    case ImportKind::UnknownPerson: return tr("Nobody of that name is on the crew list.");
    case ImportKind::UnknownDepartment: return tr("There is no such department.");
    case ImportKind::UnknownUnit: return tr("There is no such unit.");
    case ImportKind::UnknownZone: return tr("There is no such time zone.");
    case ImportKind::UnknownCurrency: return tr("There is no such currency.");
    case ImportKind::UnknownDayType: return tr("That is no type of day.");
    case ImportKind::UnknownWeekday: return tr("That is no day of the week.");
    case ImportKind::AmbiguousPerson:
    case ImportKind::AmbiguousRate:
    case ImportKind::AmbiguousDate:
    case ImportKind::AmbiguousTime:
        return tr("It can be read in two ways: %1.").arg(verdict.readings.join(u", "_s));
    case ImportKind::BadRate: return tr("That is no rate.");
    case ImportKind::BadGuarantee: return tr("That is no guarantee.");
    case ImportKind::BadDate: return tr("That is no date.");
    case ImportKind::BadTime: return tr("That is no time.");
    case ImportKind::BadDayNumber: return tr("That is no day number.");
    case ImportKind::BadLine: return tr("The line cannot be read.");
    case ImportKind::Duplicate: return tr("It is the same as row %1.").arg(verdict.otherRow);
    case ImportKind::TooLong: return tr("It is too long.");
    }
    Q_UNREACHABLE();
}

QString ImportWords::column(CrewColumn column)
{
    switch (column) {
    case CrewColumn::Name: return tr("Name");
    case CrewColumn::FirstName: return tr("First name");
    case CrewColumn::LastName: return tr("Last name");
    case CrewColumn::Department: return tr("Department");
    case CrewColumn::Position: return tr("Position");
    case CrewColumn::Unit: return tr("Unit");
    case CrewColumn::Union: return tr("Union");
    case CrewColumn::Rate: return tr("Rate an hour");
    case CrewColumn::DayRate: return tr("Rate a day");
    case CrewColumn::WeekRate: return tr("Rate a week");
    case CrewColumn::Currency: return tr("Currency");
    case CrewColumn::Guarantee: return tr("Guarantee in hours");
    case CrewColumn::RulePack: return tr("Agreement");
    case CrewColumn::From: return tr("First day");
    case CrewColumn::To: return tr("Last day");
    }
    Q_UNREACHABLE();
}

} // namespace film::app
