#include "shared/rules/personal_terms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t termsMax = 64;

// "amounts[2].value" as the steps "amounts", "2", "value".
QStringList stepsOf(const QString &path)
{
    QString plain = path;
    plain.replace(u'[', u'.').remove(u']');
    return plain.split(u'.');
}

// A number written with its own source is an object that holds it.
QJsonValue replaced(const QJsonValue &old, const QString &text)
{
    if (old.isObject()) {
        QJsonObject object = old.toObject();
        if (!object.contains(u"value"_s))
            return QJsonValue::Undefined;
        const QJsonValue value = replaced(object.value(u"value"_s), text);
        if (value.isUndefined())
            return value;
        object[u"value"_s] = value;
        return object;
    }
    if (old.isString())
        return text;
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return old.isDouble() && isWhole ? QJsonValue(whole) : QJsonValue(QJsonValue::Undefined);
}

// The value with the number at the steps replaced; undefined where there is none.
QJsonValue replacedAt(const QJsonValue &value, const QStringList &steps, qsizetype at,
                      const QString &text)
{
    if (at == steps.size())
        return replaced(value, text);
    const QString &step = steps.at(at);
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        if (!isIndex || index < 0 || index >= array.size())
            return QJsonValue::Undefined;
        const QJsonValue inner = replacedAt(array.at(index), steps, at + 1, text);
        if (inner.isUndefined())
            return inner;
        array[index] = inner;
        return array;
    }
    QJsonObject object = value.toObject();
    if (!object.contains(step))
        return QJsonValue::Undefined;
    const QJsonValue inner = replacedAt(object.value(step), steps, at + 1, text);
    if (inner.isUndefined())
        return inner;
    object[step] = inner;
    return object;
}

} // namespace

PersonalTermsReading readPersonalTerms(QStringView text)
{
    PersonalTermsReading reading;
    for (const QStringView piece : text.split(u';', Qt::SkipEmptyParts)) {
        const QStringView term = piece.trimmed();
        if (term.isEmpty())
            continue;
        const qsizetype sign = term.indexOf(u'=');
        if (sign <= 0 || sign + 1 == term.size() || reading.terms.size() == termsMax) {
            reading.problems << term.toString();
            continue;
        }
        reading.terms.push_back(
            {term.left(sign).trimmed().toString(), term.mid(sign + 1).trimmed().toString()});
    }
    return reading;
}

PackReading withPersonalTerms(const RulePack &pack, const std::vector<PersonalTerm> &terms)
{
    PackReading reading;
    QJsonValue json = QJsonDocument::fromJson(pack.source).object();
    for (const PersonalTerm &term : terms) {
        const bool isNumber =
            std::ranges::count(pack.parameters, term.path, &ParameterOrigin::path) > 0;
        const QJsonValue changed = isNumber ? replacedAt(json, stepsOf(term.path), 0, term.text)
                                            : QJsonValue(QJsonValue::Undefined);
        if (changed.isUndefined())
            reading.problems.push_back({term.path, u"is no number of this pack"_s});
        else
            json = changed;
    }
    if (!reading.problems.empty())
        return reading;
    reading = readRulePack(QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact));
    if (!reading.pack)
        return reading;
    for (ParameterOrigin &parameter : reading.pack->parameters) {
        if (std::ranges::count(terms, parameter.path, &PersonalTerm::path))
            parameter.layer = Layer::Deal;
    }
    return reading;
}

} // namespace film::rules
