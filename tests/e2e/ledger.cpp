#include "tests/e2e/ledger.h"

#include <unistd.h>

namespace film::e2e {

Ledger::Ledger(const QString &path)
    : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        qFatal("the ledger %s cannot be written", qPrintable(path));
}

void Ledger::add(const QString &mutation)
{
    if (!m_mutations.insert(mutation).second)
        return;
    const QByteArray line = "saved " + mutation.toLatin1() + '\n';
    if (m_file.write(line) != line.size() || !m_file.flush() || ::fsync(m_file.handle()) != 0)
        qFatal("the ledger %s cannot be written", qPrintable(m_file.fileName()));
}

} // namespace film::e2e
