#include "app/models/pay_lines_model.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr ofLine = 0; // the internal id of a line; a part's is the line's row and one

void addCell(std::vector<CardCell> &cells, const CardCell &cell)
{
    if (std::ranges::find(cells, cell) == cells.end())
        cells.push_back(cell);
}

// The cells of a day that show this time. A time of the day before is the rest.
void addTime(std::vector<CardCell> &cells, const WorkDay &day, Minutes time)
{
    const auto is = [time](const TimeField &field) {
        return field.isKnown() && field.minutes() == time;
    };
    const QDate date = day.key.date;
    if (is(day.call))
        addCell(cells, {date, TimecardModel::Call});
    if (is(day.wrap))
        addCell(cells, {date, TimecardModel::Wrap});
    for (size_t i = 0; i < std::min<size_t>(day.meals.size(), 2); ++i) {
        if (is(day.meals[i].out))
            addCell(cells, {date, i == 0 ? TimecardModel::Meal1Out : TimecardModel::Meal2Out});
        if (is(day.meals[i].in))
            addCell(cells, {date, i == 0 ? TimecardModel::Meal1In : TimecardModel::Meal2In});
    }
}

// Every input that a number was made of, once; a derivation shares its parts.
void addInputs(const rules::Sheet &sheet, qint32 node, std::vector<bool> &seen,
               std::vector<const rules::DerivationNode *> &inputs)
{
    if (node < 0 || size_t(node) >= sheet.nodes().size() || seen[size_t(node)])
        return;
    seen[size_t(node)] = true;
    const rules::DerivationNode &known = sheet.nodes()[size_t(node)];
    if (known.step == rules::Step::Input)
        inputs.push_back(&known);
    for (const qint32 part : sheet.partsOf(known))
        addInputs(sheet, part, seen, inputs);
}

std::vector<CardCell> sourcesIn(const rules::Sheet &sheet, qint32 node, const WorkDay &day,
                                const rules::DayClock &clock)
{
    std::vector<bool> seen(sheet.nodes().size());
    std::vector<const rules::DerivationNode *> inputs;
    addInputs(sheet, node, seen, inputs);
    std::vector<CardCell> cells;
    for (const rules::DerivationNode *input : inputs) {
        if (input->word == rules::Word::TravelHours)
            addCell(cells, {day.key.date, TimecardModel::Travel});
        if (input->unit != rules::Unit::Moment)
            continue;
        const rules::Moment moment{Minutes(qint32(input->value.roundedHalfUp()))};
        if (input->word == rules::Word::PreviousWrap)
            addCell(cells, {day.key.date, TimecardModel::Rest});
        else
            addTime(cells, day, clock.wallTime(moment));
    }
    if (cells.empty())
        cells.push_back({day.key.date, TimecardModel::Hours});
    return cells;
}

// A penalty is about one meal: the times of the others only say when it was due.
void keepLateMeals(std::vector<CardCell> &cells)
{
    const bool hasMeal = std::ranges::any_of(cells, [](const CardCell &cell) {
        return cell.column == TimecardModel::Meal1Out || cell.column == TimecardModel::Meal2Out;
    });
    if (hasMeal)
        std::erase_if(cells, [](const CardCell &cell) {
            return cell.column != TimecardModel::Meal1Out && cell.column != TimecardModel::Meal2Out;
        });
}

bool isSameLine(const rules::PayLine &a, const rules::PayLine &b)
{
    return a.code == b.code && a.factor == b.factor && a.nightFactor == b.nightFactor
        && a.rule == b.rule && a.part == b.part;
}

std::optional<Money> rateOf(const rules::PayLine &line, const rules::Ratio &hourly)
{
    using rules::LineCode;
    const Currency currency = line.amount.currency();
    const bool isByHour = line.code == LineCode::Hours || line.code == LineCode::Travel
        || line.code == LineCode::Overtime;
    if (isByHour && line.minutes > Minutes(0) && hourly.isNumber() && !hourly.isZero())
        return Money((hourly * line.factor * line.nightFactor).roundedHalfUp(), currency);
    if (line.count > 0 && line.amount.minorUnits() % line.count == 0)
        return Money(line.amount.minorUnits() / line.count, currency);
    return std::nullopt;
}

// Lines of the week under another deal are others.
PayLineRow &rowFor(std::vector<PayLineRow> &rows, const rules::PayLine &line,
                   const rules::PersonWeekPay &pay)
{
    const auto found = std::ranges::find_if(
        rows, [&](const PayLineRow &row) { return isSameLine(row.line, line); });
    if (found != rows.end())
        return *found;
    PayLineRow row;
    row.line = line;
    row.line.minutes = Minutes(0);
    row.line.count = 0;
    row.line.amount = Money(0, line.amount.currency());
    const rules::Provenance &origin = pay.packOf(line).provenanceOf(line.rule);
    row.clause = origin.clause;
    row.note = origin.note;
    rows.push_back(std::move(row));
    return rows.back();
}

void addPart(PayLineRow &row, const rules::PayLine &line, PayLinePart part)
{
    row.line.minutes += line.minutes;
    row.line.count += line.count;
    row.line.amount =
        Money(row.line.amount.minorUnits() + line.amount.minorUnits(), line.amount.currency());
    part.minutes = line.minutes;
    part.count = line.count;
    part.amount = line.amount;
    part.node = line.node;
    row.parts.push_back(std::move(part));
}

} // namespace

std::vector<CardCell> PayLineRow::sources() const
{
    std::vector<CardCell> all;
    for (const PayLinePart &part : parts) {
        for (const CardCell &cell : part.sources)
            addCell(all, cell);
    }
    return all;
}

std::vector<PayLineRow> payLinesOf(const rules::PersonWeekPay &pay, const WeekSnapshot &week)
{
    std::vector<PayLineRow> rows;
    if (pay.noFigure || pay.parts.empty())
        return rows;
    std::vector<CardCell> worked;
    for (size_t i = 0; i < pay.pay.days.size() && i < pay.input.days.size(); ++i) {
        const rules::DayPay &day = pay.pay.days[i];
        const rules::PayDay &input = pay.input.days[i];
        const WeekDay *shown = week.find(input.date);
        if (shown)
            worked.push_back({input.date, TimecardModel::Hours});
        const auto dealPart = quint32(&pay.partOf(input.date) - pay.parts.data());
        for (rules::PayLine line : day.lines) {
            line.part = dealPart;
            PayLinePart part;
            part.date = input.date;
            if (shown)
                part.sources = sourcesIn(day.sheet, line.node, shown->day, input.clock);
            if (line.code == rules::LineCode::MealPenalty)
                keepLateMeals(part.sources);
            PayLineRow &row = rowFor(rows, line, pay);
            addPart(row, line, std::move(part));
            if (!row.rate)
                row.rate = rateOf(line, day.hourly);
        }
    }
    for (const rules::PayLine &line : pay.pay.lines) {
        PayLineRow &row = rowFor(rows, line, pay);
        PayLinePart part;
        part.sources = worked;
        addPart(row, line, std::move(part));
        if (!row.rate)
            row.rate = rateOf(line, pay.pay.hourly);
    }
    std::ranges::stable_sort(rows, [](const PayLineRow &a, const PayLineRow &b) {
        if (a.line.code != b.line.code)
            return a.line.code < b.line.code;
        return a.line.factor < b.line.factor;
    });
    return rows;
}

PayLinesModel::PayLinesModel(const PayLineWords &words, QObject *parent)
    : QAbstractItemModel(parent)
    , m_words(words)
{}

void PayLinesModel::setLines(std::vector<PayLineRow> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_cell.reset();
    endResetModel();
}

void PayLinesModel::setNotation(Notation notation)
{
    m_notation = notation;
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void PayLinesModel::setCell(std::optional<CardCell> cell)
{
    m_cell = cell;
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {FedRole});
}

const PayLineRow *PayLinesModel::lineAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const quintptr id = index.internalId();
    return &m_lines[id == ofLine ? size_t(index.row()) : size_t(id - 1)];
}

std::vector<CardCell> PayLinesModel::sourcesOf(const QModelIndex &index) const
{
    const PayLineRow *line = lineAt(index);
    if (!line)
        return {};
    return index.internalId() == ofLine ? line->sources()
                                        : line->parts[size_t(index.row())].sources;
}

QModelIndex PayLinesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofLine);
}

QModelIndex PayLinesModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofLine)
        return {};
    return createIndex(int(index.internalId() - 1), 0, ofLine);
}

int PayLinesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_lines.size());
    if (parent.internalId() != ofLine || parent.column() > 0)
        return 0;
    return int(m_lines[size_t(parent.row())].parts.size());
}

int PayLinesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString PayLinesModel::quantity(Minutes minutes, int count) const
{
    if (minutes > Minutes(0))
        return lengthText(minutes, m_notation);
    return count > 0 ? QLocale().toString(count) : QString();
}

QVariant PayLinesModel::data(const QModelIndex &index, int role) const
{
    const PayLineRow *line = lineAt(index);
    if (!line)
        return {};
    const bool isPart = index.internalId() != ofLine;
    if (role == FedRole) {
        const std::vector<CardCell> cells = sourcesOf(index);
        return m_cell && std::ranges::find(cells, *m_cell) != cells.end();
    }
    if (role == ReasonRole)
        return isPart ? QString() : m_words.lineReason(*line, m_notation);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (isPart) {
        const PayLinePart &part = line->parts[size_t(index.row())];
        switch (index.column()) {
        case Line: return m_words.partTitle(part);
        case Quantity: return quantity(part.minutes, part.count);
        case Amount: return m_words.money(part.amount);
        default: return {};
        }
    }
    switch (index.column()) {
    case Line:
        if (role == Qt::AccessibleTextRole)
            return QString(m_words.lineTitle(*line) + u". "
                           + m_words.lineReason(*line, m_notation));
        return m_words.lineTitle(*line);
    case Rule: return line->clause;
    case Quantity: return quantity(line->line.minutes, line->line.count);
    case Rate: return line->rate ? m_words.money(*line->rate) : QString();
    case Amount: return m_words.money(line->line.amount);
    default: return {};
    }
}

QVariant PayLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_words.lineHeader(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section >= Quantity ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace film::app
