#include "shared/domain/csv_field.h"

namespace film {

using namespace Qt::StringLiterals;

QString csvField(const QString &text)
{
    QString field = text;
    if (!field.isEmpty() && QString(u"=+-@\t\r"_s).contains(field.front()))
        field.prepend(u'\'');
    return csvFigure(field);
}

QString csvFigure(const QString &text)
{
    QString field = text;
    const bool isPlain = !field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n')
        && !field.contains(u'\r');
    if (isPlain)
        return field;
    field.replace(u'"', u"\"\""_s);
    return u'"' + field + u'"';
}

} // namespace film
