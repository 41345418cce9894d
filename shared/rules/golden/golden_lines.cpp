#include "shared/rules/golden/golden_lines.h"

#include "shared/rules/derivation_text.h"

namespace film::rules {

namespace {

// with(line, sheet, clock) for each line of the days and then of the week.
template<typename With>
void forEachLine(const PricedCase &priced, const With &with)
{
    for (size_t i = 0; i < priced.pay.days.size(); ++i) {
        for (const PayLine &line : priced.pay.days[i].lines)
            with(line, priced.pay.days[i].sheet, priced.clocks[i]);
    }
    for (const PayLine &line : priced.pay.lines)
        with(line, priced.pay.sheet, DayClock());
}

} // namespace

QString unfoundedLine(const PricedCase &priced)
{
    QString found;
    forEachLine(priced, [&found](const PayLine &line, const Sheet &sheet, const DayClock &) {
        if (found.isEmpty()
            && (line.node < 0 || evaluate(sheet, line.node) != Ratio(line.amount.minorUnits())))
            found = QStringLiteral("%1: its derivation does not come to it")
                        .arg(lineCodeName(line.code));
    });
    return found;
}

std::vector<GoldenLine> linesOf(const RulePack &pack, const PricedCase &priced, Language language)
{
    std::vector<GoldenLine> lines;
    forEachLine(priced, [&](const PayLine &line, const Sheet &sheet, const DayClock &clock) {
        lines.push_back({lineCodeName(line.code).toString(), line.minutes, line.count, line.factor,
                         line.amount, derivationText(sheet, line.node, pack, clock, language),
                         derivationJson(sheet, line.node, pack, clock, language)});
    });
    return lines;
}

} // namespace film::rules
