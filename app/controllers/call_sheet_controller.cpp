#include "app/controllers/call_sheet_controller.h"

#include "shared/domain/records.h"

#include <QPointer>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace film::app {

namespace {

// How far back a sheet to begin with is looked for: over a hiatus of some weeks.
constexpr int sheetDaysBefore = 42;

RecordEdit sheetEdit(ProductionId production, const std::optional<ShootingDay> &before,
                     const ShootingDay &after)
{
    return {EntityType::ShootingDay, shootingDayId(production, after.date, after.unit),
            before ? toGroups(*before) : GroupMap(), toGroups(after)};
}

} // namespace

// What was typed into a draft, for as long as the program runs.
class SheetDraftCommand final : public QUndoCommand
{
public:
    using Draft = std::optional<SheetDraft>;

    SheetDraftCommand(CallSheetController &controller, SheetKey key, Draft before, Draft after,
                      const QString &name)
        : QUndoCommand(name)
        , m_controller(&controller)
        , m_key(key)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {}

    void undo() override { set(m_before); }
    void redo() override { set(m_after); }

private:
    void set(const Draft &draft)
    {
        if (m_controller)
            m_controller->setDraft(m_key, draft);
    }

    QPointer<CallSheetController> m_controller; // the stack may outlive it
    SheetKey m_key;
    Draft m_before;
    Draft m_after;
};

CallSheetController::CallSheetController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_store(parts.store)
    , m_writer(parts.writer)
    , m_drafts(parts.drafts)
    , m_days(parts.days)
    , m_calls(parts.calls)
    , m_undo(parts.undo)
{
    connect(&m_writer, &RecordWriter::recordsWritten, this, &CallSheetController::reload);
    connect(&m_writer, &RecordWriter::failed, this, &CallSheetController::reload);
}

void CallSheetController::setShown(bool isShown)
{
    m_isShown = isShown;
    reload();
}

void CallSheetController::showWeek(QDate first)
{
    if (m_week == first)
        return;
    emit dayAboutToChange();
    m_week = first;
    if (m_key.date.isValid()) // the same weekday of the other week
        m_key.date = first.addDays((first.daysTo(m_key.date) % 7 + 7) % 7);
    reload();
}

void CallSheetController::reload()
{
    if (!m_isShown || !m_week.isValid())
        return;
    const int question = ++m_asked;
    m_store.loadPeople().then(this, [this, question](Result<PeopleSnapshot> crew) {
        if (question != m_asked)
            return;
        if (!crew) {
            emit loadFailed(crew.error()); // the last good sheets stay
            return;
        }
        m_store.loadSheets(m_week.addDays(-sheetDaysBefore), m_week.addDays(6))
            .then(this,
                  [this, question,
                   known = *std::move(crew)](Result<std::vector<ShootingDay>> sheets) {
                      if (question != m_asked)
                          return;
                      if (!sheets) {
                          emit loadFailed(sheets.error());
                          return;
                      }
                      take(known, *std::move(sheets));
                  });
    });
}

void CallSheetController::take(PeopleSnapshot crew, std::vector<ShootingDay> sheets)
{
    m_crew = std::move(crew);
    m_sheets = std::move(sheets);
    m_isLoaded = true;
    listDays();
    if (m_days.rowOf(m_key) < 0 && m_days.rowCount() > 0) {
        const qint64 today = m_week.daysTo(m_crew.today);
        const SheetKey first = m_days.days().front().key;
        m_key = {today >= 0 && today < 7 ? m_crew.today : first.date, first.unit};
    }
    showSheet();
}

// Those that somebody belongs to or that have shot: the one with most people first.
std::vector<UnitId> CallSheetController::unitsShown() const
{
    std::vector<std::pair<qint64, UnitId>> units;
    for (const Unit &unit : m_crew.units)
        units.emplace_back(-std::ranges::count(m_crew.people, unit.id, &Person::unit), unit.id);
    std::ranges::stable_sort(units, {}, &std::pair<qint64, UnitId>::first);
    std::vector<UnitId> shown;
    for (const auto &[people, unit] : units)
        shown.push_back(unit);
    return shown;
}

// Every day of every unit, so that a sheet can be begun where there is none.
void CallSheetController::listDays()
{
    const std::vector<UnitId> units = unitsShown();
    std::vector<SheetDay> days;
    for (int i = 0; i < 7; ++i) {
        for (const UnitId unit : units) {
            SheetDay day;
            day.key = {m_week.addDays(i), unit};
            day.unit = units.size() > 1 ? m_crew.unitName(unit) : QString();
            const ShootingDay *known = publishedOf(day.key);
            const std::optional<SheetDraft> draft = m_drafts.find(day.key);
            // It says what is published: then it is.
            if (draft && known && draft->sheet == *known)
                m_drafts.forget(day.key);
            else if (draft)
                day.state = known ? SheetState::ChangedDraft : SheetState::Draft;
            if (day.state == SheetState::None && known)
                day.state = SheetState::Published;
            if (day.state == SheetState::Draft || day.state == SheetState::ChangedDraft)
                day.sheet = draft->sheet;
            else if (known)
                day.sheet = *known;
            days.push_back(std::move(day));
        }
    }
    m_days.setDays(std::move(days));
}

const ShootingDay *CallSheetController::publishedOf(const SheetKey &key) const
{
    const auto found = std::ranges::find_if(m_sheets, [&](const ShootingDay &sheet) {
        return sheet.date == key.date && sheet.unit == key.unit;
    });
    return found == m_sheets.end() ? nullptr : &*found;
}

const ShootingDay *CallSheetController::published() const
{
    return publishedOf(m_key);
}

const ShootingDay *CallSheetController::dayBefore() const
{
    const ShootingDay *last = nullptr;
    for (const ShootingDay &sheet : m_sheets) {
        const bool isBefore = sheet.unit == m_key.unit && sheet.date < m_key.date
            && hasTimes(sheet.type) && sheet.call;
        if (isBefore && (!last || sheet.date > last->date))
            last = &sheet;
    }
    return last;
}

std::optional<ShootingDay> CallSheetController::sheet() const
{
    const int row = m_days.rowOf(m_key);
    return row < 0 ? std::nullopt : m_days.days()[size_t(row)].sheet;
}

SheetState CallSheetController::state() const
{
    const int row = m_days.rowOf(m_key);
    return row < 0 ? SheetState::None : m_days.days()[size_t(row)].state;
}

bool CallSheetController::isOvertaken() const
{
    const std::optional<SheetDraft> draft = m_drafts.find(m_key);
    if (!draft)
        return false;
    const ShootingDay *known = published();
    return known ? draft->base != *known : draft->base.has_value();
}

void CallSheetController::choose(const SheetKey &key)
{
    if (key == m_key)
        return;
    emit dayAboutToChange();
    m_key = key;
    showSheet();
}

void CallSheetController::showSheet()
{
    m_calls.setEditable(m_crew.canEdit);
    m_calls.setSheet(m_crew, sheet());
    emit sheetChanged();
}

void CallSheetController::setDraft(const SheetKey &key, const std::optional<SheetDraft> &draft)
{
    if (draft)
        m_drafts.keep(key, *draft);
    else
        m_drafts.forget(key);
    listDays();
    m_key = key; // what undo changes is shown
    showSheet();
}

void CallSheetController::change(const std::optional<ShootingDay> &sheet, const QString &name)
{
    if (!m_crew.canEdit || sheet == this->sheet())
        return;
    const std::optional<SheetDraft> before = m_drafts.find(m_key);
    std::optional<SheetDraft> after;
    if (sheet) {
        after = before ? *before : SheetDraft();
        if (!before && published())
            after->base = *published();
        after->sheet = *sheet;
    }
    m_undo.push(new SheetDraftCommand(*this, m_key, before, after, name));
}

void CallSheetController::setType(DayType type, const QString &name)
{
    std::optional<ShootingDay> changed = sheet();
    if (!changed)
        return;
    changed->type = type;
    change(changed, name);
}

SheetReading CallSheetController::setField(SheetField field, const QString &text,
                                           const QString &name)
{
    const std::optional<ShootingDay> shown = sheet();
    if (!shown)
        return {};
    SheetReading reading = readSheetField(*shown, field, text);
    if (reading.sheet)
        change(reading.sheet, name);
    return reading;
}

SheetReading CallSheetController::setCall(const CallOwner &owner, const QString &text,
                                          const QString &name)
{
    const std::optional<ShootingDay> shown = sheet();
    if (!shown)
        return {};
    SheetReading reading = readSheetCall(*shown, owner, text);
    if (reading.sheet)
        change(reading.sheet, name);
    return reading;
}

void CallSheetController::startFromDayBefore(const QString &name)
{
    if (const ShootingDay *last = dayBefore())
        change(sheetAfter(*last, m_key.date), name);
}

void CallSheetController::startEmpty(const QString &name)
{
    ShootingDay blank;
    blank.date = m_key.date;
    blank.unit = m_key.unit;
    blank.zone = m_crew.production.zone;
    change(blank, name);
}

void CallSheetController::discardDraft(const QString &name)
{
    const std::optional<SheetDraft> before = m_drafts.find(m_key);
    if (before)
        m_undo.push(new SheetDraftCommand(*this, m_key, before, std::nullopt, name));
}

void CallSheetController::keepMine()
{
    std::optional<SheetDraft> draft = m_drafts.find(m_key);
    if (!draft)
        return;
    draft->base = published() ? std::optional(*published()) : std::nullopt;
    m_drafts.keep(m_key, *draft);
    showSheet();
}

bool CallSheetController::publish(const QString &name, const QString &said)
{
    const std::optional<SheetDraft> draft = m_drafts.find(m_key);
    if (!draft || !m_crew.canEdit || wrongOrderIn(draft->sheet))
        return false;
    return m_writer.write(
        {{sheetEdit(m_crew.production.id, draft->base, draft->sheet)}, name, said});
}

} // namespace film::app
