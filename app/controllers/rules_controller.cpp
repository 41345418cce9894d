#include "app/controllers/rules_controller.h"

#include <algorithm>

namespace film::app {

RulesController::RulesController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_packs(parts.packs)
    , m_numbers(parts.numbers)
    , m_crew(parts.crew)
    , m_desk(parts.desk)
{
    connect(&m_crew, &QAbstractItemModel::modelReset, this, &RulesController::weekChanged);
    connect(&m_crew, &QAbstractItemModel::layoutChanged, this, &RulesController::weekChanged);
    connect(&m_crew, &QAbstractItemModel::dataChanged, this, &RulesController::weekChanged);
}

void RulesController::setPacks(std::vector<rules::RulePack> packs,
                               std::vector<rules::PackProblem> problems, QDate today)
{
    m_numbers.setPack(nullptr); // it points into the packs of before
    m_problems = std::move(problems);
    m_packs.setPacks(std::move(packs), today);
    m_isLoaded = true;
    emit packsChanged();
    const bool isStillHere = m_packs.find(m_selected) != nullptr;
    const auto inForce = std::ranges::find_if(m_packs.packs(), [today](const auto &pack) {
        return packStateOf(pack, today) == rules::PackState::Usable;
    });
    if (isStillHere)
        select(m_selected);
    else if (inForce != m_packs.packs().end())
        select(inForce->name());
    else
        select(m_packs.packs().empty() ? QString() : m_packs.packs().front().name());
}

void RulesController::select(const QString &name)
{
    m_selected = name;
    m_numbers.setPack(selected());
    emit selectionChanged();
}

const rules::RulePack *RulesController::selected() const
{
    return m_packs.find(m_selected);
}

QStringList RulesController::comparable() const
{
    const rules::RulePack *pack = selected();
    if (!pack)
        return {};
    QStringList versions;
    QStringList others;
    for (const rules::RulePack &other : m_packs.packs()) {
        if (&other != pack)
            (other.id == pack->id ? versions : others).append(other.name());
    }
    return versions + others;
}

PackComparison RulesController::compare(const QString &other) const
{
    PackComparison comparison;
    const rules::RulePack *before = selected();
    const rules::RulePack *after = m_packs.find(other);
    if (!before || !after)
        return comparison;
    comparison.before = before->name();
    comparison.after = after->name();
    comparison.numbers = rules::packDifferences(*before, *after);
    comparison.isOtherMoney = before->currency != after->currency;
    if (!comparison.isOtherMoney)
        reprice(*after, comparison);
    return comparison;
}

void RulesController::reprice(const rules::RulePack &after, PackComparison &comparison) const
{
    const CrewSnapshot &week = m_crew.snapshot();
    rules::WeekPricer asItIs = m_desk.pricerWith({});
    rules::WeekPricer asItWouldBe = m_desk.pricerWith({&after, comparison.before});
    std::map<rules::LineCode, rules::Repriced> sums;
    for (const CrewDepartment &department : week.departments) {
        for (const CrewPerson &person : department.people) {
            if (!person.deal)
                continue;
            const rules::PersonWeekPay was = PayDesk::priceWith(asItIs, week, person);
            const auto isOfBefore = [&](const rules::DealPart &part) {
                return part.pack->name() == comparison.before;
            };
            if (was.noFigure || std::ranges::none_of(was.parts, isOfBefore))
                continue;
            ++comparison.people;
            const rules::PersonWeekPay would = PayDesk::priceWith(asItWouldBe, week, person);
            const auto diff = rules::compareWeeks(was, would);
            if (!diff) {
                ++comparison.impossible;
                continue;
            }
            const auto add = [](std::optional<Money> &sum, const Money &amount) {
                sum = sum ? *sum + amount : amount;
            };
            add(comparison.wagesBefore, diff->before);
            add(comparison.wagesAfter, diff->after);
            for (const rules::Repriced &line : diff->lines) {
                const auto [sum, isNew] = sums.try_emplace(line.code, line);
                if (isNew)
                    continue;
                sum->second.before = sum->second.before + line.before;
                sum->second.after = sum->second.after + line.after;
            }
        }
    }
    for (const auto &[code, sum] : sums)
        comparison.lines.push_back(sum);
}

std::vector<ExplainedPerson> RulesController::explainable() const
{
    std::vector<ExplainedPerson> people;
    for (const CrewDepartment &department : m_crew.snapshot().departments) {
        for (const CrewPerson &person : department.people) {
            if (!person.deal)
                continue;
            ExplainedPerson explained{person.id, person.name, {}};
            for (const CrewCell &cell : person.days) {
                if (!cell.day.isBlank())
                    explained.days.push_back(cell.day.key.date);
            }
            if (!explained.days.empty())
                people.push_back(std::move(explained));
        }
    }
    return people;
}

rules::PersonWeekPay RulesController::explain(PersonId person) const
{
    const CrewSnapshot &week = m_crew.snapshot();
    for (const CrewDepartment &department : week.departments) {
        for (const CrewPerson &each : department.people) {
            if (each.id == person)
                return m_desk.explain(week, each);
        }
    }
    rules::PersonWeekPay none;
    none.noFigure = rules::NoFigure::NoDeal;
    return none;
}

} // namespace film::app
