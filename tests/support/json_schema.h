#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

// As much of JSON Schema (2020-12) as openapi.json uses: $ref, type, enum, format, properties,
// required, additionalProperties, items. What it does not know it complains about.
namespace film::tests {

using namespace Qt::StringLiterals;

class JsonSchema
{
public:
    explicit JsonSchema(QJsonObject document)
        : m_document(std::move(document))
    {}

    // What does not fit, each with its path; empty if all does.
    [[nodiscard]] QStringList problems(const QJsonValue &value, const QJsonObject &schema,
                                       const QString &path = u"$"_s) const
    {
        if (schema.contains(u"$ref"_s))
            return problems(value, resolved(schema), path);
        static const QStringList known{u"type"_s,       u"enum"_s,       u"format"_s,
                                       u"properties"_s, u"required"_s,   u"additionalProperties"_s,
                                       u"items"_s,      u"description"_s};
        QStringList found;
        for (const QString &key : schema.keys()) {
            if (!known.contains(key))
                found << path + u": the test does not know "_s + key;
        }
        if (!hasType(value, schema.value(u"type"_s)))
            return found << path + u" is of another type"_s;
        if (schema.contains(u"enum"_s) && !schema.value(u"enum"_s).toArray().contains(value))
            found << path + u" is none of the values"_s;
        if (value.isString() && !hasFormat(value.toString(), schema.value(u"format"_s).toString()))
            found << path + u" has another format"_s;
        if (value.isObject())
            found << objectProblems(value.toObject(), schema, path);
        if (value.isArray()) {
            for (const QJsonValue &item : value.toArray())
                found << problems(item, schema.value(u"items"_s).toObject(), path + u"[]"_s);
        }
        return found;
    }

    [[nodiscard]] QJsonObject resolved(const QJsonObject &schema) const
    {
        if (!schema.contains(u"$ref"_s))
            return schema;
        QJsonObject at = m_document;
        for (const QString &part : schema.value(u"$ref"_s).toString().mid(2).split(u'/'))
            at = at.value(part).toObject();
        return at;
    }
    [[nodiscard]] const QJsonObject &document() const { return m_document; }

private:
    [[nodiscard]] QStringList objectProblems(const QJsonObject &object, const QJsonObject &schema,
                                             const QString &path) const
    {
        QStringList found;
        const QJsonObject properties = schema.value(u"properties"_s).toObject();
        for (const QJsonValue &name : schema.value(u"required"_s).toArray()) {
            if (!object.contains(name.toString()))
                found << path + u" has no "_s + name.toString();
        }
        const bool isClosed = schema.value(u"additionalProperties"_s) == QJsonValue(false);
        for (const QString &name : object.keys()) {
            if (properties.contains(name))
                found << problems(object.value(name), properties.value(name).toObject(),
                                  path + u'.' + name);
            else if (isClosed)
                found << path + u" should have no "_s + name;
        }
        return found;
    }

    static bool hasType(const QJsonValue &value, const QJsonValue &type)
    {
        if (type.isArray()) {
            for (const QJsonValue &one : type.toArray()) {
                if (hasType(value, one))
                    return true;
            }
            return false;
        }
        const QString name = type.toString();
        return name.isEmpty() || (name == u"string" && value.isString())
            || (name == u"integer" && value.isDouble()
                && value.toDouble() == double(value.toInteger()))
            || (name == u"boolean" && value.isBool()) || (name == u"object" && value.isObject())
            || (name == u"array" && value.isArray()) || (name == u"null" && value.isNull());
    }
    static bool hasFormat(const QString &text, const QString &format)
    {
        if (format == u"uuid")
            return !QUuid::fromString(text).isNull() || text.count(u'0') == 32;
        if (format == u"date-time")
            return text.endsWith(u'Z') && QDateTime::fromString(text, Qt::ISODateWithMs).isValid();
        if (format == u"date")
            return QDate::fromString(text, Qt::ISODate).isValid();
        return format.isEmpty();
    }

    QJsonObject m_document;
};

} // namespace film::tests
