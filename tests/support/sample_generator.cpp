#include "tests/support/sample_generator.h"

#include "shared/base/hash.h"
#include "shared/base/random.h"
#include "shared/domain/day_line.h"
#include "shared/domain/records.h"

#include <QLocale>

#include <array>
#include <map>

namespace film::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 64> givenNames{
    u"Ada",   u"Aino",  u"Alba",  u"Amir",  u"Anouk", u"Arlo",  u"Bela",  u"Bruno",
    u"Carys", u"Cleo",  u"Dag",   u"Demba", u"Edda",  u"Elif",  u"Enzo",  u"Esme",
    u"Farid", u"Finn",  u"Gaia",  u"Goran", u"Hedda", u"Hiro",  u"Ines",  u"Isak",
    u"Jorun", u"Juno",  u"Kaja",  u"Kenji", u"Lars",  u"Leila", u"Lior",  u"Luz",
    u"Malik", u"Mara",  u"Mika",  u"Nadja", u"Nico",  u"Noa",   u"Ola",   u"Orla",
    u"Otis",  u"Pavel", u"Pia",   u"Quinn", u"Rana",  u"Remy",  u"Rosa",  u"Runa",
    u"Saga",  u"Selma", u"Sofus", u"Tariq", u"Thea",  u"Tove",  u"Ulla",  u"Uma",
    u"Vera",  u"Vito",  u"Wanda", u"Wim",   u"Xenia", u"Yara",  u"Yusuf", u"Zelda"};

constexpr std::array<QStringView, 24> familyStems{
    u"Abel",  u"Berg", u"Brand", u"Dahl", u"Eklund", u"Fors",   u"Grim",   u"Hag",
    u"Holm",  u"Iver", u"Kall",  u"Lind", u"Lund",   u"Maro",   u"Nord",   u"Ost",
    u"Quist", u"Rask", u"Sand",  u"Tor",  u"Ulv",    u"Vester", u"Wester", u"Ø"};
constexpr std::array<QStringView, 4> familyEndings{u"ström", u"vik", u"gaard", u"ez"};
constexpr int familyNames = familyStems.size() * familyEndings.size();
static_assert(int(givenNames.size()) * familyNames >= samplePeopleMax);

constexpr std::array<QStringView, 15> departments{
    u"Production", u"Assistant directors", u"Camera",       u"Sound",   u"Electric",
    u"Grip",       u"Transport",           u"Locations",    u"Costume", u"Set decoration",
    u"Art",        u"Hair & make-up",      u"Construction", u"Props",   u"Special effects"};
constexpr std::array<QStringView, 5> places{u"Stage 1", u"Stage 4", u"Backlot", u"Old town",
                                            u"Lake location"};

struct Place {
    const char *zone;
    Currency currency;
};
constexpr std::array<Place, 6> offices{{{"America/New_York", Currency::Usd},
                                        {"America/Los_Angeles", Currency::Usd},
                                        {"America/Vancouver", Currency::Cad},
                                        {"Europe/London", Currency::Gbp},
                                        {"Europe/Berlin", Currency::Eur},
                                        {"Pacific/Auckland", Currency::Nzd}}};

// Every production of the samples begins on a Monday.
constexpr QDate firstMonday()
{
    return QDate::fromJulianDay(2'460'955); // 2025-10-06
}
// Times are in tenths of an hour, as they are on most cards.
constexpr int tenth = 6;

// No two of the first 6,000 are the same.
QString nameOf(int person)
{
    const int given = person % int(givenNames.size());
    const int family = (person / int(givenNames.size()) + given) % familyNames;
    const auto stem = size_t(family) / familyEndings.size();
    const auto ending = size_t(family) % familyEndings.size();
    return QString(givenNames.at(size_t(given)) + u' ' + familyStems.at(stem)
                   + familyEndings.at(ending));
}

CrewList makeCrew(const Production &production, int people, SeededRandom &random)
{
    CrewList crew;
    const UnitId mainUnit = unitId(production.id, u"Main");
    const UnitId secondUnit = unitId(production.id, u"Second");
    crew.units = {{mainUnit, u"Main"_s}, {secondUnit, u"Second"_s}};
    for (const QStringView name : departments) {
        crew.departments.push_back(
            {departmentId(production.id, name), name.toString(), int(crew.departments.size())});
    }
    for (int i = 0; i < people; ++i) {
        const Department &department = crew.departments.at(size_t(i) % departments.size());
        const QString name = nameOf(i);
        const PersonId id = personId(production.id, name, department.id);
        // Nobody of the first rows is of the second unit: a list is read in the order in which
        // it names its units and departments.
        const bool isSecond = i >= int(departments.size()) && i % 10 == 9;
        crew.people.push_back({id, name, department.id, u"%1 %2"_s.arg(department.name).arg(i + 1),
                               isSecond ? secondUnit : mainUnit, i});
        const Money rate(2'400 + 50 * qint64(random.below(150)), production.currency);
        crew.deals.push_back({id, u"Northern Crew Union"_s, rate, Minutes(8 * 60), u"NL-2025"_s,
                              firstMonday(), QDate()});
    }
    // As many as the people need: an import makes nothing that nobody is in.
    crew.departments.resize(std::min(crew.departments.size(), crew.people.size()));
    if (people <= 19)
        crew.units.resize(1);
    return crew;
}

ShootingDay makeDay(const Production &production, QDate date, int number, UnitId unit,
                    SeededRandom &random)
{
    ShootingDay day;
    day.date = date;
    day.unit = unit;
    day.dayNumber = number;
    day.location = places.at(random.below(places.size())).toString();
    day.zone = production.zone;
    day.scenes = u"%1, %2"_s.arg(2 * number).arg(2 * number + 1);
    // Every fifth day of the week is a night.
    const int call = date.dayOfWeek() == Qt::Friday ? 17 * 60 : 7 * 60;
    day.call = Minutes(call);
    day.meal1Out = Minutes(call + 6 * 60);
    day.meal1In = Minutes(call + 6 * 60 + 30);
    day.wrap = Minutes(call + 12 * 60 + int(random.below(12)) * tenth);
    return day;
}

std::vector<ShootingDay> makeDays(const SampleProduction &sample, int count, SeededRandom &random)
{
    std::vector<ShootingDay> days;
    for (int i = 0; i < count; ++i) {
        const QDate date = firstMonday().addDays(i / 5 * 7 + i % 5);
        for (const Unit &unit : sample.crew.units) {
            const bool isMain = unit.id == sample.crew.units.front().id;
            if (!isMain && i % 3 != 0)
                continue;
            const int number = isMain ? i + 1 : i / 3 + 1;
            days.push_back(makeDay(sample.production, date, number, unit.id, random));
            const Department &first = sample.crew.departments.front();
            days.back().departmentCalls = {{first.id, *days.back().call - Minutes(30)}};
        }
    }
    return days;
}

WorkDay makeWorkDay(const Person &person, const ShootingDay &day, SeededRandom &random)
{
    const Minutes call = day.callOf(person.id, person.department).value_or(*day.call);
    WorkDay work;
    work.key = {person.id, day.date, day.unit};
    work.call = TimeField::at(call.count());
    const int out = call.count() + 6 * 60 - int(random.below(3)) * tenth;
    work.meals = {{TimeField::at(out), TimeField::at(out + 30)}};
    work.wrap = TimeField::at(day.wrap->count() - int(random.below(5)) * tenth);
    work.zone = day.zone;
    work.location = day.location;
    return work;
}

// A field of a file: quoted where a comma or quote needs it.
QString quoted(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return QString(u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"');
}

void appendRow(QByteArray &csv, const QStringList &fields)
{
    QStringList cells;
    for (const QString &field : fields)
        cells.append(quoted(field));
    csv.append(cells.join(u',').toUtf8());
    csv.append('\n');
}

// "0700"; from midnight on "0130+".
QString clockText(Minutes time)
{
    const int minutes = time.count() % (24 * 60);
    const QString text =
        u"%1%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
    return time < Minutes(24 * 60) ? text : QString(text + u'+');
}

QString clockText(const std::optional<Minutes> &time)
{
    return time ? clockText(*time) : QString();
}

QString rateText(Money rate)
{
    return u"%1.%2"_s.arg(rate.minorUnits() / 100).arg(rate.minorUnits() % 100, 2, 10, QChar(u'0'));
}

template<typename Thing, typename IdType>
std::map<IdType, QString> namesOf(const std::vector<Thing> &things, IdType Thing::*id)
{
    std::map<IdType, QString> names;
    for (const Thing &thing : things)
        names.emplace(thing.*id, thing.name);
    return names;
}

} // namespace

SampleProduction generateProduction(const SampleSize &size)
{
    Q_ASSERT(size.people >= 1 && size.people <= samplePeopleMax);
    Q_ASSERT(size.days >= 0 && size.days <= sampleDaysMax);
    SeededRandom random(size.seed);
    const Place &office = offices.at(random.below(offices.size()));

    SampleProduction sample;
    sample.production.id = ProductionId(random.bytes<16>());
    sample.production.title = u"Sample %1"_s.arg(size.seed);
    sample.production.episode = QString::number(100 + size.seed % 900);
    sample.production.zone = office.zone;
    sample.production.currency = office.currency;
    sample.crew = makeCrew(sample.production, size.people, random);
    sample.shootingDays = makeDays(sample, size.days, random);
    for (const Person &person : sample.crew.people) {
        for (const ShootingDay &day : sample.shootingDays) {
            if (day.unit == person.unit)
                sample.workDays.push_back(makeWorkDay(person, day, random));
        }
    }
    return sample;
}

QByteArray productionCsv(const Production &production)
{
    QByteArray csv;
    appendRow(csv, {u"Title"_s, production.title});
    appendRow(csv, {u"Episode"_s, production.episode});
    appendRow(csv, {u"Zone"_s, QString::fromLatin1(production.zone)});
    appendRow(csv, {u"Week ends on"_s, QLocale::c().dayName(production.weekEndsOn)});
    appendRow(csv, {u"Currency"_s, currencyCode(production.currency)});
    return csv;
}

QByteArray crewListCsv(const CrewList &crew)
{
    const std::map<UnitId, QString> units = namesOf(crew.units, &Unit::id);
    const std::map<DepartmentId, QString> names = namesOf(crew.departments, &Department::id);
    std::map<PersonId, const Deal *> deals;
    for (const Deal &deal : crew.deals)
        deals.emplace(deal.person, &deal);

    QByteArray csv;
    appendRow(csv,
              {u"Department"_s, u"Name"_s, u"Position"_s, u"Unit"_s, u"Union"_s, u"Hourly rate"_s,
               u"Currency"_s, u"Guarantee hours"_s, u"Rule pack"_s, u"Start date"_s});
    for (const Person &person : crew.people) {
        const Deal &deal = *deals.at(person.id);
        appendRow(csv,
                  {names.at(person.department), person.name, person.position, units.at(person.unit),
                   deal.unionName, rateText(*deal.hourlyRate),
                   currencyCode(deal.hourlyRate->currency()),
                   QString::number(deal.guarantee->count() / 60), deal.rulePack,
                   deal.from.toString(Qt::ISODate)});
    }
    return csv;
}

QByteArray callSheetCsv(const SampleProduction &sample, const ShootingDay &day)
{
    const std::map<DepartmentId, QString> names = namesOf(sample.crew.departments, &Department::id);
    const std::map<UnitId, QString> units = namesOf(sample.crew.units, &Unit::id);
    const std::map<PersonId, QString> people = namesOf(sample.crew.people, &Person::id);

    QByteArray csv;
    appendRow(csv, {u"Production"_s, sample.production.title});
    appendRow(csv, {u"Day"_s, QString::number(day.dayNumber)});
    appendRow(csv, {u"Date"_s, day.date.toString(Qt::ISODate)});
    appendRow(csv, {u"Unit"_s, units.at(day.unit)});
    appendRow(csv, {u"Type"_s, dayTypeCode(day.type, Form::CallSheet)});
    appendRow(csv, {u"Location"_s, day.location});
    appendRow(csv, {u"Zone"_s, QString::fromLatin1(day.zone)});
    appendRow(csv, {u"Call"_s, clockText(day.call)});
    appendRow(csv, {u"Meal 1 out"_s, clockText(day.meal1Out)});
    appendRow(csv, {u"Meal 1 in"_s, clockText(day.meal1In)});
    appendRow(csv, {u"Wrap"_s, clockText(day.wrap)});
    appendRow(csv, {u"Scenes"_s, day.scenes});
    appendRow(csv, {u"Department"_s, u"Person"_s, u"Call"_s});
    for (const auto &[department, call] : day.departmentCalls)
        appendRow(csv, {names.at(department), QString(), clockText(call)});
    for (const auto &[person, call] : day.personCalls)
        appendRow(csv, {QString(), people.at(person), clockText(call)});
    return csv;
}

QByteArray workDaysCsv(const SampleProduction &sample)
{
    const std::map<DepartmentId, QString> names = namesOf(sample.crew.departments, &Department::id);
    const std::map<UnitId, QString> units = namesOf(sample.crew.units, &Unit::id);
    std::map<PersonId, const Person *> people;
    for (const Person &person : sample.crew.people)
        people.emplace(person.id, &person);

    QByteArray csv;
    appendRow(csv, {u"Person"_s, u"Department"_s, u"Date"_s, u"Unit"_s, u"Type"_s, u"Line"_s});
    for (const WorkDay &day : sample.workDays) {
        const Person &person = *people.at(day.key.person);
        appendRow(csv,
                  {person.name, names.at(person.department), day.key.date.toString(Qt::ISODate),
                   units.at(day.key.unit), dayTypeCode(day.type, Form::Timecard),
                   *printDayLine(timesOf(day))});
    }
    return csv;
}

} // namespace film::tests
