#include "app/models/chart_data.h"

#include "shared/domain/csv_field.h"

namespace film::app {

using namespace Qt::StringLiterals;

std::vector<qint64> axisMarks(qint64 most, qint64 unit)
{
    Q_ASSERT(unit > 0);
    constexpr qint64 stepsMax = 5;
    const qint64 units = std::max<qint64>((most + unit - 1) / unit, 1);
    qint64 step = 1;
    for (qint64 power = 1;; power *= 10) {
        // 2.5 is whole from the tens on.
        const std::vector<qint64> steps = power == 1
            ? std::vector<qint64>{1, 2, 5}
            : std::vector<qint64>{power, 2 * power, power / 10 * 25, 5 * power};
        bool isFound = false;
        for (const qint64 candidate : steps) {
            if (candidate * stepsMax < units)
                continue;
            step = candidate;
            isFound = true;
            break;
        }
        if (isFound)
            break;
    }
    std::vector<qint64> marks{0};
    while (marks.back() < units * unit)
        marks.push_back(marks.back() + step * unit);
    return marks;
}

QString asTabbedText(const FiguresTable &table)
{
    QStringList lines{table.headers.join(u'\t')};
    for (const QStringList &row : table.rows)
        lines.append(row.join(u'\t'));
    return lines.join(u'\n');
}

QString asCsv(const FiguresTable &table)
{
    QStringList headers;
    for (const QString &header : table.headers)
        headers.append(csvField(header));
    QStringList lines{headers.join(u',')};
    for (const QStringList &row : table.rows) {
        QStringList fields;
        // A department is what somebody named it.
        for (const QString &cell : row)
            fields.append(fields.isEmpty() ? csvField(cell) : csvFigure(cell));
        lines.append(fields.join(u','));
    }
    return QString(lines.join(u"\r\n"_s) + u"\r\n"_s);
}

} // namespace film::app
