#include "server/console/form_data.h"

#include <QStringDecoder>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fieldsMax = 64;

Result<QString> decoded(QByteArray bytes)
{
    bytes.replace('+', ' ');
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(QByteArray::fromPercentEncoding(bytes));
    if (utf8.hasError())
        return fail(ErrorCode::InvalidInput, u"a field of the form is no text"_s);
    return text;
}

} // namespace

Result<QJsonObject> formFields(const QByteArray &body)
{
    QJsonObject fields;
    const QByteArrayList pairs = body.split('&');
    if (pairs.size() > fieldsMax)
        return fail(ErrorCode::InvalidInput, u"the form has too many fields"_s);
    for (const QByteArray &pair : pairs) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const Result<QString> name = decoded(equals < 0 ? pair : pair.left(equals));
        const Result<QString> value = decoded(equals < 0 ? QByteArray() : pair.mid(equals + 1));
        if (!name || !value)
            return fail(name ? value.error() : name.error());
        if (!fields.contains(*name))
            fields.insert(*name, *value);
    }
    return fields;
}

} // namespace film::server
