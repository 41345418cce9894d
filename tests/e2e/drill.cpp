#include "tests/e2e/drill.h"

#include <algorithm>

namespace film::e2e {

using namespace Qt::StringLiterals;

void checkLedger(Stage &stage, const Ledger &ledger, DrillReport &report)
{
    const std::multiset<QString> log = stage.serverLog();
    const auto lost = std::ranges::count_if(
        ledger.mutations(), [&log](const QString &one) { return !log.contains(one); });
    const std::set<QString> different(log.begin(), log.end());
    const auto duplicates = qint64(log.size() - different.size());
    report.figure(u"in the ledger"_s, qint64(ledger.mutations().size()));
    report.figure(u"in the log"_s, qint64(log.size()));
    report.figure(u"lost"_s, lost);
    report.figure(u"duplicates"_s, duplicates);
    report.require(!ledger.mutations().empty(), u"nothing was saved"_s);
    report.require(lost == 0, u"something that was saved is not in the log"_s);
    report.require(duplicates == 0, u"something is in the log twice"_s);
    const Stage::Outcome verified =
        stage.admin({u"verify-log"_s, u"--production"_s, stage.production(), ledger.path()});
    report.require(verified.code == 0, u"verify-log: "_s + verified.out + verified.err);
}

qint64 residentMebibytes(qint64 processId)
{
    QFile status(u"/proc/%1/statm"_s.arg(processId));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096 / (1024 * 1024);
}

} // namespace film::e2e
