#include "shared/sync/atoms.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace film::sync {

using namespace Qt::StringLiterals;

namespace {

bool belongTogether(const protocol::Envelope &one, const protocol::Envelope &next)
{
    return one.atom && next.atom && one.atom->id == next.atom->id && one.stream == next.stream;
}

bool isWhole(std::span<const Submission> unit)
{
    const quint32 size = unit.front().envelope.atom->size;
    return size == unit.size() && size <= quint32(protocol::limits::atomSizeMax)
        && std::ranges::all_of(unit, [size](const Submission &member) {
               return member.defect.isEmpty() && member.envelope.atom->size == size;
           });
}

} // namespace

size_t unitEnd(std::span<const Submission> submissions, size_t at)
{
    size_t end = at + 1;
    while (end < submissions.size()
           && belongTogether(submissions[end - 1].envelope, submissions[end].envelope))
        ++end;
    return end;
}

size_t cutAt(std::span<const Submission> submissions, size_t most)
{
    size_t cut = 0;
    while (cut < submissions.size()) {
        const size_t end = unitEnd(submissions, cut);
        if (cut > 0 && end > most)
            break;
        cut = end;
    }
    return cut;
}

void refuseBrokenAtoms(std::span<Submission> submissions)
{
    for (size_t at = 0; at < submissions.size();) {
        const size_t end = unitEnd(submissions, at);
        const auto unit = submissions.subspan(at, end - at);
        at = end;
        if (!unit.front().envelope.atom || isWhole(unit))
            continue;
        for (Submission &member : unit) {
            if (member.defect.isEmpty())
                member.defect = brokenAtom();
        }
    }
}

Defect brokenAtom()
{
    return {protocol::Refusal::BrokenAtom, u"what belongs together with it cannot be applied"_s};
}

} // namespace film::sync
