#include "shared/rules/pack_notes.h"

#include "shared/rules/rule_pack_limits.h"

#include <algorithm>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

// "meals" holds "meals", "meals.penalty" and "meals[1]", not "mealsize".
bool holds(QStringView outer, QStringView inner)
{
    if (!inner.startsWith(outer))
        return false;
    return inner.size() == outer.size() || inner[outer.size()] == u'.'
        || inner[outer.size()] == u'[';
}

} // namespace

void PackNotes::refuse(const QString &path, const QString &reason)
{
    if (m_problems.size() < limits::problemsMax)
        m_problems.push_back({path, reason});
    else if (m_problems.size() == limits::problemsMax)
        m_problems.push_back({QString(), u"there are more problems than these"_s});
}

void PackNotes::refuseUnlessRefused(const QString &path, const QString &reason)
{
    const bool isKnown = std::ranges::any_of(m_problems, [&path](const PackProblem &known) {
        return holds(path, known.path) || (!known.path.isEmpty() && holds(known.path, path));
    });
    if (!isKnown)
        refuse(path, reason);
}

} // namespace film::rules
