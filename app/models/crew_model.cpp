#include "app/models/crew_model.h"

#include "app/models/crew_findings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

// The internal id of a department's index; a person's is the department's row and one.
constexpr quintptr departmentId = 0;
constexpr int daysInWeek = 7;

bool isSameCrewWeek(const CrewSnapshot &a, const CrewSnapshot &b)
{
    return a.dates.front().date == b.dates.front().date;
}

bool sameRows(const CrewSnapshot &a, const CrewSnapshot &b)
{
    const auto samePeople = [](const CrewDepartment &one, const CrewDepartment &other) {
        return one.id == other.id
            && std::ranges::equal(one.people, other.people, {}, &CrewPerson::id, &CrewPerson::id);
    };
    return isSameCrewWeek(a, b) && std::ranges::equal(a.departments, b.departments, samePeople);
}

bool isDayColumn(int column)
{
    return column >= CrewModel::FirstDay && column < CrewModel::Hours;
}

Minutes workedIn(const CrewPerson &person)
{
    Minutes sum{0};
    for (const CrewCell &cell : person.days)
        sum += cell.worked().value_or(Minutes(0));
    return sum;
}

int flagsOf(const CrewPerson &person)
{
    int count = 0;
    for (const CrewCell &cell : person.days)
        count += flagCount(cell);
    return count;
}

// What one person adds to the figures of the week.
CrewProgress progressOf(const CrewSnapshot &week, const CrewPerson &person)
{
    CrewProgress progress;
    std::array<bool, 5> has{};
    progress.people = 1;
    for (const CrewCell &cell : person.days) {
        progress.daysExpected += isExpected(week, cell) ? 1 : 0;
        progress.daysIn += isIn(week, cell) ? 1 : 0;
        for (const DayFinding &finding : cell.findings)
            has[size_t(exceptionKindOf(finding.kind))] = true;
    }
    progress.missing = has[size_t(ExceptionKind::Missing)] ? 1 : 0;
    progress.meals = has[size_t(ExceptionKind::Meal)] ? 1 : 0;
    progress.rest = has[size_t(ExceptionKind::Rest)] ? 1 : 0;
    return progress;
}

// `times` is 1 to add and -1 to take away.
void count(CrewProgress &sum, const CrewProgress &part, int times)
{
    sum.people += times * part.people;
    sum.daysIn += times * part.daysIn;
    sum.daysExpected += times * part.daysExpected;
    sum.missing += times * part.missing;
    sum.meals += times * part.meals;
    sum.rest += times * part.rest;
}

CrewProgress progressOf(const CrewSnapshot &week)
{
    CrewProgress sum;
    for (const CrewDepartment &department : week.departments) {
        for (const CrewPerson &person : department.people)
            count(sum, progressOf(week, person), 1);
    }
    return sum;
}

QString countText(int count)
{
    return count == 0 ? QString() : QString::number(count);
}

} // namespace

CrewModel::CrewModel(const CrewWords &words, QObject *parent)
    : QAbstractItemModel(parent)
    , m_words(words)
{}

void CrewModel::setPayDesk(PayDesk *desk)
{
    m_desk = desk;
    for (std::vector<std::optional<CrewFigures>> &department : m_figures)
        std::ranges::fill(department, std::nullopt);
    forgetWords();
}

const CrewFigures *CrewModel::figures(PersonId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? nullptr : figuresAt(*place);
}

const CrewFigures *CrewModel::figuresAt(const Place &place) const
{
    if (!m_desk)
        return nullptr;
    std::optional<CrewFigures> &known = m_figures[size_t(place.department)][size_t(place.row)];
    if (!known)
        known = m_desk->price(
            m_snapshot, m_snapshot.departments[size_t(place.department)].people[size_t(place.row)]);
    return &*known;
}

void CrewModel::setSnapshot(CrewSnapshot snapshot)
{
    m_hasDeals = std::ranges::any_of(snapshot.departments, [](const CrewDepartment &department) {
        return std::ranges::any_of(
            department.people, [](const CrewPerson &person) { return person.deal.has_value(); });
    });
    findForEverybody(snapshot);
    // Nobody stood there: nothing is to be kept, and the week begins.
    if (!isSameCrewWeek(snapshot, m_snapshot) || m_snapshot.departments.empty()) {
        resetTo(std::move(snapshot));
        return;
    }
    if (!sameRows(snapshot, m_snapshot)) {
        moveTo(std::move(snapshot));
        return;
    }
    const CrewSnapshot old = std::exchange(m_snapshot, std::move(snapshot));
    if (old.dates != m_snapshot.dates || old.today != m_snapshot.today)
        emit headerDataChanged(Qt::Horizontal, FirstDay, Hours - 1);
    if (old.isWithoutSheets != m_snapshot.isWithoutSheets)
        emit progressChanged();
    for (size_t i = 0; i < old.departments.size(); ++i) {
        const CrewDepartment &before = old.departments[i];
        const CrewDepartment &after = m_snapshot.departments[i];
        if (before == after)
            continue;
        for (size_t row = 0; row < before.people.size(); ++row) {
            if (before.people[row] != after.people[row])
                emitRowChanged({int(i), int(row)});
        }
        emitDepartmentChanged(int(i));
    }
    recount();
}

void CrewModel::setNow(QDate today, Minutes now)
{
    if (today == m_snapshot.today && now == m_snapshot.now)
        return;
    CrewSnapshot later = m_snapshot;
    later.today = today;
    later.now = now;
    setSnapshot(std::move(later));
}

bool CrewModel::hasOtherHands() const
{
    return std::ranges::any_of(m_snapshot.departments, [](const CrewDepartment &department) {
        return std::ranges::any_of(department.people, [](const CrewPerson &person) {
            return std::ranges::any_of(
                person.days, [](const CrewCell &cell) { return cell.otherHand.has_value(); });
        });
    });
}

CrewAhead CrewModel::ahead(std::span<const PersonId> only) const
{
    return m_desk && m_hasDeals ? crewAheadOf(*m_desk, m_snapshot, only) : CrewAhead();
}

void CrewModel::findForEverybody(CrewSnapshot &snapshot) const
{
    for (CrewDepartment &department : snapshot.departments) {
        for (CrewPerson &person : department.people) {
            if (m_desk && person.deal)
                person.limits =
                    m_desk->limitsOf(person.deal, snapshot.dates.front().date, snapshot.sideLetter);
            findForPerson(snapshot, person);
            for (CrewCell &cell : person.days) {
                if (cell.otherHand
                    && std::pair(cell.otherHand->untilDate, cell.otherHand->untilTime)
                        <= std::pair(snapshot.today, snapshot.now))
                    cell.otherHand.reset();
            }
        }
    }
}

void CrewModel::resetTo(CrewSnapshot snapshot)
{
    beginResetModel();
    lay(std::move(snapshot));
    endResetModel();
    emit progressChanged();
}

// People have come, gone or stand in another order: whoever stays takes along what is selected,
// open or being typed in their row. In one step, however many moved.
void CrewModel::moveTo(CrewSnapshot snapshot)
{
    emit layoutAboutToBeChanged();
    struct Row {
        PersonId person;
        DepartmentId department; // where it is the row of nobody
        int column = 0;
    };
    const QModelIndexList before = persistentIndexList();
    std::vector<Row> rows;
    for (const QModelIndex &index : before) {
        if (const CrewPerson *person = personAt(index))
            rows.push_back({person->id, {}, index.column()});
        else
            rows.push_back({{}, m_snapshot.departments[size_t(index.row())].id, index.column()});
    }
    const bool hasOtherHeader =
        m_snapshot.dates != snapshot.dates || m_snapshot.today != snapshot.today;
    lay(std::move(snapshot));
    QModelIndexList after;
    for (const Row &row : rows) {
        QModelIndex index;
        if (const auto place = m_places.constFind(row.person); place != m_places.constEnd()) {
            index = createIndex(place->row, row.column, quintptr(place->department) + 1);
        } else if (const auto department = std::ranges::find(m_snapshot.departments, row.department,
                                                             &CrewDepartment::id);
                   row.person.isNull() && department != m_snapshot.departments.end()) {
            index = createIndex(int(department - m_snapshot.departments.begin()), row.column,
                                departmentId);
        }
        after.append(index);
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
    if (hasOtherHeader)
        emit headerDataChanged(Qt::Horizontal, FirstDay, Hours - 1);
    emit progressChanged();
}

// Whoever hears of it asks for the figures, too.
void CrewModel::lay(CrewSnapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    m_people.clear();
    m_figures.clear();
    for (const CrewDepartment &department : m_snapshot.departments) {
        m_people.emplace_back(department.people.size());
        m_figures.emplace_back(department.people.size());
    }
    m_sums.assign(m_snapshot.departments.size(), {});
    indexPeople();
    m_progress = progressOf(m_snapshot);
}

void CrewModel::indexPeople()
{
    m_places.clear();
    for (size_t i = 0; i < m_snapshot.departments.size(); ++i) {
        const std::vector<CrewPerson> &people = m_snapshot.departments[i].people;
        for (size_t row = 0; row < people.size(); ++row)
            m_places.insert(people[row].id, {int(i), int(row)});
    }
}

void CrewModel::setDays(const std::vector<DayUpdate> &updates)
{
    std::vector<PersonId> touched;
    for (const DayUpdate &update : updates) {
        if (m_places.contains(update.ref.person)) // else not in this week's crew any more
            touched.push_back(update.ref.person);
    }
    std::ranges::sort(touched);
    touched.erase(std::ranges::unique(touched).begin(), touched.end());

    for (const PersonId id : touched)
        count(m_progress, progressOf(m_snapshot, *changing(id)), -1);
    for (const DayUpdate &update : updates) {
        if (CrewPerson *person = changing(update.ref.person))
            person->days[size_t(update.ref.day)] = update.cell;
    }
    for (const PersonId id : touched) {
        findForPerson(m_snapshot, *changing(id));
        count(m_progress, progressOf(m_snapshot, *changing(id)), 1);
    }

    std::vector<int> departments;
    for (const PersonId id : touched) {
        const Place place = m_places.value(id);
        emitRowChanged(place);
        if (!std::ranges::count(departments, place.department))
            departments.push_back(place.department);
    }
    for (const int department : departments)
        emitDepartmentChanged(department);
    emit progressChanged();
}

void CrewModel::setShows(CellShows shows)
{
    if (m_shows == shows)
        return;
    m_shows = shows;
    forgetWords();
}

void CrewModel::forgetWords()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (size_t i = 0; i < m_people.size(); ++i) {
        for (RowCache &row : m_people[i])
            row.isMade = false;
        if (!m_people[i].empty()) {
            const QModelIndex department = index(int(i), 0);
            emit dataChanged(index(0, 0, department),
                             index(int(m_people[i].size()) - 1, ColumnCount - 1, department));
        }
        emitDepartmentChanged(int(i));
    }
}

void CrewModel::emitRowChanged(const Place &place)
{
    m_people[size_t(place.department)][size_t(place.row)].isMade = false;
    m_figures[size_t(place.department)][size_t(place.row)].reset();
    const QModelIndex department = index(place.department, 0);
    emit dataChanged(index(place.row, 0, department),
                     index(place.row, ColumnCount - 1, department));
}

void CrewModel::emitDepartmentChanged(int department)
{
    m_sums[size_t(department)].isMade = false;
    emit dataChanged(index(department, 0), index(department, ColumnCount - 1));
}

void CrewModel::recount()
{
    m_progress = progressOf(m_snapshot);
    emit progressChanged();
}

const CrewPerson *CrewModel::personAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this || index.internalId() == departmentId)
        return nullptr;
    return &m_snapshot.departments[index.internalId() - 1].people[size_t(index.row())];
}

const CrewCell *CrewModel::cellAt(const QModelIndex &index) const
{
    const CrewPerson *person = personAt(index);
    return person && isDayColumn(index.column()) ? &person->days[size_t(index.column() - FirstDay)]
                                                 : nullptr;
}

const CrewPerson *CrewModel::person(PersonId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd()
        ? nullptr
        : &m_snapshot.departments[size_t(place->department)].people[size_t(place->row)];
}

CrewPerson *CrewModel::changing(PersonId id)
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd()
        ? nullptr
        : &m_snapshot.departments[size_t(place->department)].people[size_t(place->row)];
}

const CrewCell *CrewModel::cell(const CrewRef &ref) const
{
    const CrewPerson *found = person(ref.person);
    return found && ref.day >= 0 && ref.day < daysInWeek ? &found->days[size_t(ref.day)] : nullptr;
}

const CrewDepartment *CrewModel::departmentOf(PersonId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? nullptr
                                        : &m_snapshot.departments[size_t(place->department)];
}

std::optional<CrewRef> CrewModel::refAt(const QModelIndex &index) const
{
    const CrewPerson *person = personAt(index);
    if (!person || !isDayColumn(index.column()))
        return std::nullopt;
    return CrewRef{person->id, index.column() - FirstDay};
}

QModelIndex CrewModel::indexOf(const CrewRef &ref) const
{
    const auto place = m_places.constFind(ref.person);
    if (place == m_places.constEnd())
        return {};
    return index(place->row, FirstDay + ref.day, index(place->department, 0));
}

QModelIndex CrewModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : departmentId);
}

QModelIndex CrewModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == departmentId)
        return {};
    return createIndex(int(child.internalId() - 1), 0, departmentId);
}

int CrewModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_snapshot.departments.size());
    if (parent.internalId() != departmentId || parent.column() != 0)
        return 0;
    return int(m_snapshot.departments[size_t(parent.row())].people.size());
}

int CrewModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool CrewModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags CrewModel::flags(const QModelIndex &index) const
{
    const CrewPerson *person = personAt(index);
    if (!person)
        return index.isValid() ? Qt::ItemIsEnabled : Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const CrewCell *cell = cellAt(index);
    if (cell && !cell->isLocked)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool CrewModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const std::optional<CrewRef> ref = refAt(index);
    if (!ref || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    emit editRequested(*ref, value.toString());
    return true;
}

const CrewModel::RowCache &CrewModel::personCache(const Place &place) const
{
    RowCache &row = m_people[size_t(place.department)][size_t(place.row)];
    if (row.isMade)
        return row;
    const CrewPerson &person =
        m_snapshot.departments[size_t(place.department)].people[size_t(place.row)];
    const CrewFigures *figures = figuresAt(place);
    for (size_t day = 0; day < person.days.size(); ++day) {
        row.cells[day] = textOf(person.days[day]);
        if (m_shows == CellShows::Cost)
            showCost(row.cells[day], person.days[day], figures, day);
    }
    showOvertime(row, figures ? figures->overtime() : OvertimeHours{});
    const Minutes worked = workedIn(person);
    row.hours = worked == Minutes(0) ? u"–"_s : m_words.hours(worked);
    row.flags = countText(flagsOf(person));
    row.isMade = true;
    return row;
}

const CrewModel::RowCache &CrewModel::departmentCache(int department) const
{
    RowCache &row = m_sums[size_t(department)];
    if (row.isMade)
        return row;
    const CrewDepartment &sums = m_snapshot.departments[size_t(department)];
    Minutes worked{0};
    int flags = 0;
    for (const CrewPerson &person : sums.people) {
        worked += workedIn(person);
        flags += flagsOf(person);
    }
    for (int day = 0; day < daysInWeek; ++day)
        row.cells[size_t(day)] = sumOf(sums, day);
    row.hours = worked == Minutes(0) ? u"–"_s : m_words.hours(worked);
    row.flags = countText(flags);
    OvertimeHours overtime;
    for (int i = 0; i < int(sums.people.size()); ++i) {
        const CrewFigures *figures = figuresAt({department, i});
        const OvertimeHours theirs = figures ? figures->overtime() : OvertimeHours{};
        overtime.timeAndHalf += theirs.timeAndHalf;
        overtime.doubleTime += theirs.doubleTime;
    }
    showOvertime(row, overtime);
    if (m_shows == CellShows::Cost)
        showCosts(row, department);
    row.isMade = true;
    return row;
}

// Only of those who have a figure: how many have none stands in their own rows.
void CrewModel::showCosts(RowCache &row, int department) const
{
    const size_t people = m_snapshot.departments[size_t(department)].people.size();
    for (size_t day = 0; day < row.cells.size(); ++day) {
        std::optional<Money> sum;
        for (size_t i = 0; i < people; ++i) {
            const CrewFigures *figures = figuresAt({department, int(i)});
            if (!figures || figures->noFigure || !figures->days[day].gross)
                continue;
            const Money gross = *figures->days[day].gross;
            if (sum && sum->currency() != gross.currency())
                continue; // Two currencies are no sum.
            sum = sum ? *sum + gross : gross;
        }
        row.cells[day].right = sum ? m_words.money(*sum) : QString();
    }
}

void CrewModel::showOvertime(RowCache &row, const OvertimeHours &hours) const
{
    const auto text = [this](Minutes length) {
        return length == Minutes(0) ? QString(u'–') : m_words.hours(length);
    };
    row.timeAndHalf = text(hours.timeAndHalf);
    row.doubleTime = text(hours.doubleTime);
}

// Money instead of times; never a 0 for what no rule prices.
void CrewModel::showCost(CellText &text, const CrewCell &cell, const CrewFigures *figures,
                         size_t day) const
{
    if (text.look != CellLook::Worked)
        return;
    text.left.clear();
    text.right.clear();
    if (!figures || figures->noFigure)
        text.left = m_words.noRule();
    else if (figures->days[day].gross)
        text.right = m_words.money(*figures->days[day].gross);
    else if (!cell.day.isBlank())
        text.left = m_words.range(cell.day.call, cell.day.wrap);
}

QString CrewModel::mealsOf(const WorkDay &day) const
{
    constexpr size_t mealsShown = 2; // a cell has no room for more
    QString text;
    for (size_t i = 0; i < std::min(day.meals.size(), mealsShown); ++i) {
        if (i > 0)
            text += u' ';
        text += m_words.range(day.meals[i].out, day.meals[i].in);
    }
    if (day.meals.size() > mealsShown)
        text += u'…';
    return text;
}

CellText CrewModel::textOf(const CrewCell &cell) const
{
    const WorkDay &day = cell.day;
    CellText text;
    text.exception = exceptionOf(cell);
    text.isPending = cell.isPending;
    text.isLocked = cell.isLocked;
    text.hasConflict = cell.hasConflict;
    if (cell.otherHand)
        text.otherHand = cell.otherHand->name;
    if (cell.needsNewerApp && day.isBlank()) {
        text.look = CellLook::Word;
        text.left = m_words.needsUpdate();
    } else if (!hasTimes(day.type)) {
        text.look = CellLook::Word;
        text.left = m_words.dayType(day.type);
    } else if (!day.isBlank()) {
        text.look = CellLook::Worked;
        text.left = m_shows == CellShows::Times ? m_words.range(day.call, day.wrap) : mealsOf(day);
        if (!cell.others.empty()) // So many units more; who they were the tool tip says.
            text.left += u" +%1"_s.arg(cell.others.size());
        if (const auto worked = cell.worked())
            text.right = m_words.hours(*worked);
    } else if (cell.isCalled && isOver(m_snapshot, cell)) {
        text.look = CellLook::Missing;
        text.left = m_words.noTimes();
    } else if (cell.isCalled && cell.plannedCall) {
        text.look = CellLook::Planned;
        text.left = m_words.plannedCall(*cell.plannedCall);
    } else if (const ShootingDay *sheet = sheetOf(m_snapshot, cell);
               sheet && hasTimes(sheet->type)) {
        text.look = CellLook::NotCalled;
        text.left = m_words.notCalled();
    }
    if (text.exception == ExceptionKind::Rest && text.right.isEmpty())
        text.right = m_words.rest(cell.findings.front().amount);
    return text;
}

CellText CrewModel::sumOf(const CrewDepartment &department, int day) const
{
    int in = 0;
    int expected = 0;
    int called = 0;
    Minutes worked{0};
    for (const CrewPerson &person : department.people) {
        const CrewCell &cell = person.days[size_t(day)];
        in += isIn(m_snapshot, cell) ? 1 : 0;
        expected += isExpected(m_snapshot, cell) ? 1 : 0;
        called += cell.isCalled ? 1 : 0;
        worked += cell.worked().value_or(Minutes(0));
    }
    CellText text;
    text.look = CellLook::Sum;
    if (expected > 0)
        text.left = m_words.daysIn(in, expected);
    else if (called > 0)
        text.left = m_words.peopleCalled(called);
    if (worked > Minutes(0))
        text.right = m_words.hours(worked);
    return text;
}

QVariant CrewModel::personData(const QModelIndex &index, int role) const
{
    const CrewPerson &person = *personAt(index);
    const RowCache &row = personCache({int(index.internalId() - 1), index.row()});
    if (isDayColumn(index.column())) {
        const size_t day = size_t(index.column() - FirstDay);
        switch (role) {
        case CellTextRole: return QVariant::fromValue<const CellText *>(&row.cells[day]);
        case Qt::DisplayRole:
            return row.cells[day].right.isEmpty()
                ? row.cells[day].left
                : QString(row.cells[day].left + u' ' + row.cells[day].right);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole: return m_words.cellSentence(person, person.days[day]);
        default: return {};
        }
    }
    if (index.column() == Name && role == PositionRole)
        return person.position;
    if (role == Qt::AccessibleTextRole && index.column() != Name)
        return spoken(person.name, index);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return person.name;
    case Hours: return row.hours;
    case TimeAndHalf: return row.timeAndHalf;
    case DoubleTime: return row.doubleTime;
    case Flags: return row.flags;
    default: return {};
    }
}

// A figure says nothing without whose it is and the column it stands in.
QString CrewModel::spoken(const QString &name, const QModelIndex &index) const
{
    const QString head = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    return QString(name + u", "_s + head.section(u'\n', 0, 0) + u": "_s
                   + data(index, Qt::DisplayRole).toString());
}

QVariant CrewModel::departmentData(const QModelIndex &index, int role) const
{
    const CrewDepartment &department = m_snapshot.departments[size_t(index.row())];
    const RowCache &row = departmentCache(index.row());
    if (role == IsDepartmentRole)
        return true;
    if (isDayColumn(index.column())) {
        const CellText &text = row.cells[size_t(index.column() - FirstDay)];
        if (role == CellTextRole)
            return QVariant::fromValue<const CellText *>(&text);
        if (role == Qt::DisplayRole)
            return text.right.isEmpty() ? text.left : QString(text.left + u' ' + text.right);
        return role == Qt::AccessibleTextRole ? spoken(department.name, index) : QVariant();
    }
    if (index.column() == Name && role == PositionRole)
        return QString::number(department.people.size());
    if (role == Qt::AccessibleTextRole && index.column() != Name)
        return spoken(department.name, index);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return department.name;
    case Hours: return row.hours;
    case TimeAndHalf: return row.timeAndHalf;
    case DoubleTime: return row.doubleTime;
    case Flags: return row.flags;
    default: return {};
    }
}

QVariant CrewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    return index.internalId() == departmentId ? departmentData(index, role)
                                              : personData(index, role);
}

QVariant CrewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return m_words.nameHeader();
    case Hours: return m_words.hoursHeader();
    case TimeAndHalf: return m_words.timeAndHalfHeader();
    case DoubleTime: return m_words.doubleTimeHeader();
    case Flags: return m_words.flagsHeader();
    default: return m_words.dateHeader(m_snapshot.dates[size_t(section - FirstDay)]);
    }
}

} // namespace film::app
