#pragma once

#include <QFile>
#include <QString>

#include <set>

namespace film::e2e {

// What was reported as saved, kept outside the programs under test: one line each, on disk before
// anything further happens. verify-log reads the same file.
class Ledger
{
public:
    explicit Ledger(const QString &path);

    void add(const QString &mutation);
    [[nodiscard]] const std::set<QString> &mutations() const { return m_mutations; }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    QFile m_file;
    std::set<QString> m_mutations;
};

} // namespace film::e2e
