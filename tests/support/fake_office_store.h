#pragma once

#include "app/controllers/office_store.h"
#include "shared/domain/records.h"
#include "tests/support/ready_future.h"
#include "tests/support/sample_crew.h"

#include <algorithm>
#include <map>

namespace film::test {

// The records of a production office in memory, kept as groups as the real one keeps them: what
// changes must be as it was seen. Answers at once; fails with `failure` while it is set.
class FakeOfficeStore final : public app::OfficeStore
{
public:
    // By kind, too: the sample's people, departments and units count from 1 each.
    using Key = std::pair<EntityType, EntityId>;
    std::map<Key, GroupMap> records;
    ProductionId production = sampleId<ProductionId>(9);
    PersonId self;
    QDate today{2025, 11, 20};
    bool canEdit = true;
    bool seesPay = true;
    std::optional<ErrorCode> failure;     // of every write
    std::optional<ErrorCode> loadFailure; // of every read
    bool isSilent = false;                // no read is ever answered
    std::vector<std::vector<app::RecordEdit>> writes;
    int loads = 0;

    // Lets go of the questions that are not answered: while those who asked are still there.
    void forgetQuestions()
    {
        m_silentCrew = {};
        m_silentSheets = {};
    }

    void put(EntityType type, EntityId id, const GroupMap &groups) { records[{type, id}] = groups; }
    void put(const Department &department)
    {
        put(EntityType::Department, EntityId::of(department.id), toGroups(department));
    }
    void put(const Unit &unit) { put(EntityType::Unit, EntityId::of(unit.id), toGroups(unit)); }
    void put(const Person &person)
    {
        put(EntityType::Person, EntityId::of(person.id), toGroups(person));
    }
    void put(const Deal &deal)
    {
        put(EntityType::Deal, dealId(production, deal.person), toGroups(deal));
    }
    void put(const ShootingDay &day)
    {
        put(EntityType::ShootingDay, shootingDayId(production, day.date, day.unit), toGroups(day));
    }

    QFuture<Result<app::PeopleSnapshot>> loadPeople() override
    {
        ++loads;
        if (isSilent)
            return m_silentCrew.future();
        if (loadFailure)
            return readyFuture<Result<app::PeopleSnapshot>>(
                fail(*loadFailure, QStringLiteral("refused by the test")));
        return readyFuture<Result<app::PeopleSnapshot>>(crew());
    }
    QFuture<Result<std::vector<ShootingDay>>> loadSheets(QDate first, QDate last) override
    {
        if (isSilent)
            return m_silentSheets.future();
        if (loadFailure)
            return readyFuture<Result<std::vector<ShootingDay>>>(
                fail(*loadFailure, QStringLiteral("refused by the test")));
        std::vector<ShootingDay> sheets;
        for (const auto &[key, groups] : records) {
            if (key.first != EntityType::ShootingDay)
                continue;
            const ShootingDay day = *shootingDayFromGroups(groups);
            if (day.date >= first && day.date <= last)
                sheets.push_back(day);
        }
        std::ranges::sort(sheets, {}, &ShootingDay::date);
        return readyFuture<Result<std::vector<ShootingDay>>>(sheets);
    }
    QFuture<Result<>> editRecords(std::vector<app::RecordEdit> edits, QString,
                                  protocol::InputMethod) override
    {
        if (failure)
            return readyFuture<Result<>>(fail(*failure, QStringLiteral("refused by the test")));
        for (const app::RecordEdit &edit : edits) {
            const auto known = records.find({edit.type, edit.id});
            const GroupMap stored = known == records.end() ? GroupMap() : known->second;
            if (stored != edit.before)
                return readyFuture<Result<>>(
                    fail(ErrorCode::Conflict, QStringLiteral("is another by now")));
        }
        for (const app::RecordEdit &edit : edits) {
            if (edit.after.empty())
                records.erase({edit.type, edit.id});
            else
                records[{edit.type, edit.id}] = edit.after;
        }
        writes.push_back(std::move(edits));
        return readyFuture<Result<>>({});
    }

    [[nodiscard]] app::PeopleSnapshot crew() const
    {
        app::PeopleSnapshot crew;
        crew.production.id = production;
        crew.production.title = QStringLiteral("Northern Lights");
        crew.production.zone = "America/New_York";
        crew.self = self;
        crew.today = today;
        crew.canEdit = canEdit;
        crew.seesPay = seesPay;
        for (const auto &[key, groups] : records) {
            const auto &[type, id] = key;
            if (type == EntityType::Department)
                crew.departments.push_back(*departmentFromGroups(DepartmentId::of(id), groups));
            else if (type == EntityType::Unit)
                crew.units.push_back(*unitFromGroups(UnitId::of(id), groups));
            else if (type == EntityType::Person)
                crew.people.push_back(*personFromGroups(PersonId::of(id), groups));
            else if (type == EntityType::Deal && seesPay) {
                Deal deal = *dealFromGroups(groups);
                deal.number = dealNumber(production, deal.person, id).value_or(-1);
                crew.deals.push_back(deal);
            }
        }
        std::ranges::sort(crew.departments, {}, &Department::sortOrder);
        std::ranges::sort(crew.people, {}, &Person::sortOrder);
        return crew;
    }
    [[nodiscard]] const Person *personNamed(const QString &name)
    {
        m_found = crew();
        const auto person = std::ranges::find(m_found.people, name, &Person::name);
        return person == m_found.people.end() ? nullptr : &*person;
    }

private:
    app::PeopleSnapshot m_found; // what personNamed() points into
    QPromise<Result<app::PeopleSnapshot>> m_silentCrew;
    QPromise<Result<std::vector<ShootingDay>>> m_silentSheets;
};

// The call sheets of the mock-ups, Monday to Thursday; on them Electric comes half an hour early.
inline void fillSheets(FakeOfficeStore &store)
{
    for (int day = 1; day < crewFriday; ++day) {
        ShootingDay sheet = sampleSheet(day);
        sheet.scenes = QStringLiteral("41, 42A");
        sheet.departmentCalls = {{sampleId<DepartmentId>(3), Minutes(6 * 60 + 30)}};
        if (day == crewThursday)
            sheet.personCalls = {{sampleId<PersonId>(14), Minutes(5 * 60)}};
        store.put(sheet);
    }
}

// The crew of the mock-ups (sample_crew.h), with a deal for everybody but the last of Electric.
inline void fillOffice(FakeOfficeStore &store)
{
    const UnitId unit = sampleId<UnitId>(1);
    store.put(Unit{unit, QStringLiteral("Main")});
    int order = 0;
    int departmentOrder = 0;
    for (const app::CrewDepartment &department : sampleCrew().departments) {
        store.put(Department{department.id, department.name, departmentOrder++});
        for (const app::CrewPerson &person : department.people) {
            store.put(
                Person{person.id, person.name, department.id, person.position, unit, order++});
            if (person.name == u"Marek Duda")
                continue;
            Deal deal;
            deal.person = person.id;
            deal.unionName = QStringLiteral("IATSE 600");
            deal.hourlyRate = Money(5200, Currency::Usd);
            deal.guarantee = Minutes(480);
            deal.rulePack = QStringLiteral("NL-2025");
            deal.from = QDate(2025, 10, 13);
            store.put(deal);
        }
    }
}

} // namespace film::test
