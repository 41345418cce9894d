#pragma once

#include "shared/domain/import/import_verdict.h"

// The verdicts that are not Ready, one a line: row~kind~column~text~readings[~other row].
inline QString problemsOf(const film::ImportVerdicts &verdicts)
{
    QStringList lines;
    for (const film::ImportVerdict &verdict : verdicts) {
        if (verdict.kind == film::ImportKind::Ready)
            continue;
        QStringList parts{QString::number(verdict.row), importKindName(verdict.kind),
                          verdict.column, verdict.text, verdict.readings.join(u'|')};
        if (verdict.otherRow != 0)
            parts.append(QString::number(verdict.otherRow));
        lines.append(parts.join(u'~'));
    }
    return lines.join(u'\n');
}
