#include "app/ui/widgets/ahead_panel.h"

#include "app/ui/pay_words.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/day_strip.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int aheadLineHeight = 32;
constexpr int atWidth = 52;
constexpr int whatWidth = 200;
constexpr int leftWidth = 72;

} // namespace

AheadPanel::AheadPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_header(new QWidget(this))
    , m_summary(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_cost(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_strip(new DayStrip(theme, this))
    , m_list(new QWidget(this))
{
    auto *header = new QHBoxLayout(m_header);
    header->setContentsMargins(0, 0, 0, 0);
    header->setSpacing(8);
    header->addWidget(makeLabel(tr("Ahead today"), TextRole::Section, "section", m_header));
    header->addWidget(m_summary, 1);
    header->addWidget(m_cost);
    m_summary->setMinimumWidth(0);
    m_cost->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cost->setAlignment(Qt::AlignRight);
    header->setStretchFactor(m_cost, 1);
    m_cost->setToolTip(PayWords::disclaimer());

    auto *lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    for (Line &line : m_lines) {
        line.row = new QWidget(m_list);
        line.row->setFixedHeight(aheadLineHeight);
        line.at = makeLabel({}, TextRole::Emphasis, "emphasis", line.row);
        line.what = makeLabel({}, TextRole::Body, "body", line.row);
        line.left = makeLabel({}, TextRole::Body, "secondary", line.row);
        line.why = makeLabel({}, TextRole::Body, "secondary", line.row);
        line.at->setFixedWidth(atWidth);
        line.what->setMinimumWidth(whatWidth);
        line.left->setMinimumWidth(leftWidth);
        // What does not fit is cut, never scrolled to: the page stays as wide as the window.
        line.why->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *row = new QHBoxLayout(line.row);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(10);
        row->addWidget(line.at);
        row->addWidget(line.what);
        row->addWidget(line.left);
        row->addWidget(line.why, 1);
        line.clause = makeLabel({}, TextRole::Body, "accentText", line.row);
        row->addWidget(line.clause);
        lines->addWidget(line.row);
        line.rule = makeLine(Qt::Horizontal, m_list);
        lines->addWidget(line.rule);
    }

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_header);
    layout->addWidget(m_strip);
    layout->addWidget(m_list);
}

void AheadPanel::setDay(const WeekRow &row, Notation notation, const RunningPay *running,
                        const rules::RulePack *pack)
{
    m_strip->setDay(row, notation);
    const bool hasRules = running && pack && row.now;
    const std::vector<Item> items =
        hasRules ? itemsOf(row, notation, *running, *pack) : itemsOf(row, notation);
    m_cost->setText(hasRules ? PayWords::costText(running->forecast.costs) : QString());
    m_summary->setText(summaryOf(row, !items.empty(), notation));
    m_header->setVisible(row.now.has_value() && !row.isDraft);
    m_next = items.empty() ? QString()
                           : tr("%1: %2, in %3", "a limit, its time, how far it is")
                                 .arg(items.front().what, timeText(items.front().at, notation),
                                      lengthText(items.front().at - *row.now, notation));
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        line.row->setVisible(i < items.size());
        line.rule->setVisible(i + 1 < items.size());
        if (i >= items.size())
            continue;
        line.at->setText(timeText(items[i].at, notation));
        line.what->setText(items[i].what);
        line.left->setText(tr("in %1").arg(lengthText(items[i].at - *row.now, notation)));
        line.why->setText(items[i].why);
        line.clause->setText(items[i].clause);
    }
}

void AheadPanel::setListVisible(bool isVisible)
{
    m_list->setVisible(isVisible);
}

QString AheadPanel::summary() const
{
    return m_summary->text();
}

std::vector<AheadPanel::Item> AheadPanel::itemsOf(const WeekRow &row, Notation notation)
{
    std::vector<Item> items;
    const WorkDay &day = row.day.day;
    if (!row.now || row.isDraft || !day.call.isKnown() || day.wrap.isKnown())
        return items;
    const DayLimits limits;
    for (const DayFinding &finding : row.findings) {
        if (finding.kind == FindingKind::MealDue) {
            const QString hours = lengthText(limits.mealDueAfter, notation);
            items.push_back({finding.at, tr("Meal %1 is due").arg(finding.meal + 1),
                             finding.meal == 0
                                 ? tr("%1 after call. Later than this is late.").arg(hours)
                                 : tr("%1 after meal %2.").arg(hours).arg(finding.meal)});
        } else if (finding.kind == FindingKind::WrapBy) {
            const QString tomorrow = WeekWords::weekday(day.key.date.addDays(1));
            const Minutes call = finding.nextCall - wholeDay;
            items.push_back(
                {finding.at, tr("Last wrap for a full rest"),
                 tr("%1’s call is %2. A full rest is %3.")
                     .arg(tomorrow, timeText(call, notation), lengthText(limits.rest, notation))});
        }
    }
    if (row.day.plan && row.day.plan->times.wrap.isKnown())
        items.push_back({row.day.plan->times.wrap.minutes(), tr("Planned wrap"),
                         tr("As the call sheet has it.")});
    std::erase_if(items, [&row](const Item &item) { return item.at <= *row.now; });
    std::ranges::stable_sort(items, {}, &Item::at);
    return items;
}

// Two that come in the same minute are one line.
std::vector<AheadPanel::Item> AheadPanel::itemsOf(const WeekRow &row, Notation notation,
                                                  const RunningPay &running,
                                                  const rules::RulePack &pack)
{
    std::vector<Item> items;
    for (const rules::AheadEvent &event : running.forecast.events) {
        const Minutes at = running.clock.wallTime(event.at);
        std::optional<Minutes> nextCall;
        if (event.kind == rules::AheadKind::WrapForRest)
            nextCall = running.clock.wallTime(event.at + event.after);
        const Item item{at, PayWords::aheadTitle(event),
                        PayWords::aheadReason(event, row.day.day.key.date, nextCall, notation),
                        clauseOf(pack, event.rule)};
        // Said with the pay of the day; here it would only stand beside the next tier.
        if (at <= *row.now || event.kind == rules::AheadKind::GuaranteeEnds)
            continue;
        if (items.empty() || items.back().at != at) {
            items.push_back(item);
            continue;
        }
        const auto joined = [](const QString &first, const QString &second) {
            return first.isEmpty() || second.isEmpty()
                ? QString(first + second)
                : tr("%1, %2", "two things at once").arg(first, second);
        };
        items.back().what = joined(items.back().what, item.what);
        items.back().why += u' ' + item.why;
        items.back().clause = joined(items.back().clause, item.clause);
    }
    return items;
}

QString AheadPanel::summaryOf(const WeekRow &row, bool hasItems, Notation notation)
{
    if (!row.now)
        return {};
    for (const DayFinding &finding : row.findings)
        if (finding.kind == FindingKind::MealLate && !row.day.day.wrap.isKnown())
            return tr("Meal %1 is %2 late.")
                .arg(finding.meal + 1)
                .arg(lengthText(finding.amount, notation));
    const QString clock = timeText(*row.now, Notation::Clock);
    const QString now = notation == Notation::Clock
        ? clock
        : tr("%1 (%2)").arg(timeText(*row.now, notation), clock);
    if (!row.day.day.call.isKnown())
        return tr("It is %1. Nothing is entered for today yet.").arg(now);
    return hasItems ? tr("It is %1. Nothing has gone over yet.").arg(now)
                    : tr("No more limits today.");
}

} // namespace film::app
