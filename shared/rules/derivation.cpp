#include "shared/rules/derivation.h"

#include <algorithm>

namespace film::rules {

namespace {

Ratio valueOf(Step step, std::span<const Term> parts)
{
    Q_ASSERT(!parts.empty());
    Ratio value = parts.front().value;
    switch (step) {
    case Step::Input:
    case Step::Pack:
    case Step::Constant:
    case Step::Because: return value;
    case Step::RoundUpTo: return value.roundedUpTo(parts[1].value);
    case Step::RoundDownTo: return value.roundedDownTo(parts[1].value);
    case Step::RoundHalfUpTo: return value.roundedHalfUpTo(parts[1].value);
    case Step::Sum:
    case Step::Difference:
    case Step::Product:
    case Step::Quotient:
    case Step::Smaller:
    case Step::Larger: break;
    }
    for (const Term &part : parts.subspan(1)) {
        switch (step) {
        case Step::Sum: value = value + part.value; break;
        case Step::Difference: value = value - part.value; break;
        case Step::Product: value = value * part.value; break;
        case Step::Quotient: value = value / part.value; break;
        case Step::Smaller: value = smallerOf(value, part.value); break;
        case Step::Larger: value = largerOf(value, part.value); break;
        default: Q_UNREACHABLE();
        }
    }
    return value;
}

} // namespace

Term Sheet::input(Word word, Unit unit, const Ratio &value)
{
    return {value, keep({Step::Input, unit, word, -1, 0, 0, value})};
}

Term Sheet::constant(Word word, Unit unit, const Ratio &value)
{
    return {value, keep({Step::Constant, unit, word, -1, 0, 0, value})};
}

Term Sheet::pack(Word word, Unit unit, const Parameter &parameter)
{
    return {parameter.value,
            keep({Step::Pack, unit, word, parameter.index, 0, 0, parameter.value})};
}

Term Sheet::compute(Step step, Word word, Unit unit, std::span<const Term> parts)
{
    Term term{valueOf(step, parts), -1};
    if (!m_isKept)
        return term;
    const auto firstPart = quint32(m_parts.size());
    for (const Term &part : parts)
        m_parts.push_back(part.node);
    term.node = keep({step, unit, word, -1, firstPart, quint32(parts.size()), term.value});
    return term;
}

qint32 Sheet::append(const Sheet &other)
{
    const auto rise = qint32(m_nodes.size());
    const auto firstPart = quint32(m_parts.size());
    for (DerivationNode node : other.m_nodes) {
        node.firstPart += firstPart;
        m_nodes.push_back(node);
    }
    for (const qint32 part : other.m_parts)
        m_parts.push_back(part < 0 ? part : part + rise);
    for (const auto &[node, text] : other.m_typed)
        m_typed.emplace_back(node + rise, text);
    return rise;
}

QString Sheet::typedText(qint32 node) const
{
    const auto found =
        std::ranges::lower_bound(m_typed, node, {}, &std::pair<qint32, QString>::first);
    return found != m_typed.end() && found->first == node ? found->second : QString();
}

qint32 Sheet::keep(DerivationNode node)
{
    if (!m_isKept)
        return -1;
    m_nodes.push_back(node);
    return qint32(m_nodes.size()) - 1;
}

Ratio evaluate(const Sheet &sheet, qint32 index)
{
    const DerivationNode &node = sheet.nodes().at(size_t(index));
    const std::span<const qint32> parts = sheet.partsOf(node);
    if (parts.empty())
        return node.value;
    std::vector<Term> terms;
    terms.reserve(parts.size());
    // Parts are written before what is made of them, so this ends.
    for (const qint32 part : parts)
        terms.push_back({evaluate(sheet, part), part});
    return valueOf(node.step, terms);
}

} // namespace film::rules
