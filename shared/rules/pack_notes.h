#pragma once

#include "shared/rules/rule_pack.h"

#include <QString>

#include <vector>

namespace film::rules {

// Why a file of rules is not taken, and which place is meant: "meals.penalty.amounts[2]". An
// empty path is the file as a whole.
struct PackProblem {
    QString path;
    QString reason;
    friend bool operator==(const PackProblem &, const PackProblem &) = default;
};

// What is gathered while one file is read: what is wrong with it, and where each number stands.
class PackNotes
{
public:
    // Past limits::problemsMax only the fact that there are more is kept.
    void refuse(const QString &path, const QString &reason);
    // The same, unless something on the way to the place or within it has been refused already:
    // then this would only be what follows from that.
    void refuseUnlessRefused(const QString &path, const QString &reason);
    [[nodiscard]] const std::vector<PackProblem> &problems() const { return m_problems; }
    [[nodiscard]] std::vector<PackProblem> takeProblems() { return std::move(m_problems); }

    std::vector<Provenance> provenances;
    std::vector<ParameterOrigin> parameters;
    QStringList sources; // that a block may name

private:
    std::vector<PackProblem> m_problems;
};

} // namespace film::rules
