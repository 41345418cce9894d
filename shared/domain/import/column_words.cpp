#include "shared/domain/import/column_words.h"

#include <QStringList>

namespace film {

QString foldedHeading(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    QString folded;
    for (const QChar c : decomposed) {
        if (c.isMark())
            continue;
        folded.append(c.isLetterOrNumber() ? c : QChar(u' '));
    }
    return folded.simplified();
}

bool hasHeading(QStringView words, const QString &folded)
{
    return !folded.isEmpty() && words.split(u'|').contains(folded);
}

} // namespace film
