#include "shared/rules/agreed_terms.h"

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

bool isAbout(QStringView name, const RulePack &pack)
{
    return name.compare(pack.id, Qt::CaseInsensitive) == 0
        || name.compare(pack.name(), Qt::CaseInsensitive) == 0;
}

// "rate[NAME]" with an amount; nothing where the term is about a number of the pack.
std::optional<AgreedRate> rateTerm(QStringView path, QStringView amount)
{
    constexpr QStringView opening = u"rate[";
    if (!path.startsWith(opening) || !path.endsWith(u']'))
        return std::nullopt;
    const QStringView of = path.sliced(opening.size()).chopped(1).trimmed();
    const std::optional<Ratio> hourly = Ratio::fromDecimal(amount);
    if (of.isEmpty() || !hourly || *hourly <= Ratio(0))
        return AgreedRate{{}, Ratio::notANumber()};
    return AgreedRate{of.toString(), *hourly * Ratio(100)};
}

} // namespace

AgreedTermsReading readAgreedTerms(QStringView text)
{
    AgreedTermsReading reading;
    for (const QStringView piece : text.split(u';', Qt::SkipEmptyParts)) {
        const QStringView term = piece.trimmed();
        if (term.isEmpty())
            continue;
        const qsizetype sign = term.indexOf(u'=');
        if (sign <= 0 || sign + 1 == term.size() || reading.terms.size() == termsMax) {
            reading.problems << term.toString();
            continue;
        }
        const QStringView path = term.left(sign).trimmed();
        const QStringView said = term.mid(sign + 1).trimmed();
        const std::optional<AgreedRate> rate = rateTerm(path, said);
        if (!rate)
            reading.terms.push_back({path.toString(), said.toString()});
        else if (rate->hourly.isNumber() && reading.rates.size() < termsMax)
            reading.rates.push_back(*rate);
        else
            reading.problems << term.toString();
    }
    return reading;
}

QStringList ratesInVain(const AgreedTermsReading &terms, const RulePack &pack)
{
    QStringList vain;
    if (pack.pay == PayModel::Hourly)
        return vain;
    for (const AgreedRate &rate : terms.rates)
        vain << u"rate[%1]"_s.arg(rate.of);
    return vain;
}

AgreedTermsReading readSideLetter(QStringView letter, const RulePack &pack)
{
    AgreedTermsReading reading;
    for (const QStringView full : letter.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringView line = full.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0) {
            reading.problems << line.toString();
            continue;
        }
        if (!isAbout(line.left(colon).trimmed(), pack))
            continue;
        AgreedTermsReading read = readAgreedTerms(line.mid(colon + 1));
        reading.terms.insert(reading.terms.end(), read.terms.begin(), read.terms.end());
        reading.problems << read.problems;
        // What one person earns is nobody else's.
        for (const AgreedRate &rate : read.rates)
            reading.problems << u"rate[%1]"_s.arg(rate.of);
    }
    return reading;
}

PackReading withAgreedTerms(const RulePack &pack, const std::vector<AgreedTerm> &terms, Layer layer)
{
    PackReading reading;
    QJsonValue json = QJsonDocument::fromJson(pack.source).object();
    for (const AgreedTerm &term : terms) {
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
        const auto before =
            std::ranges::find(pack.parameters, parameter.path, &ParameterOrigin::path);
        if (std::ranges::count(terms, parameter.path, &AgreedTerm::path))
            parameter.layer = layer;
        else if (before != pack.parameters.end())
            parameter.layer = before->layer;
    }
    return reading;
}

QStringList sideLetterProblems(QStringView letter, std::span<const RulePack> packs)
{
    QStringList problems;
    for (const QStringView full : letter.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringView line = full.trimmed();
        const QString name = line.left(line.indexOf(u':')).trimmed().toString();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.indexOf(u':') <= 0) {
            problems << line.toString() + u": begins with no pack"_s;
            continue;
        }
        bool isKnown = false;
        for (const RulePack &pack : packs) {
            if (!isAbout(name, pack))
                continue;
            isKnown = true;
            const AgreedTermsReading read = readSideLetter(line, pack);
            for (const QString &piece : read.problems)
                problems << u"%1: %2: is no path=number"_s.arg(pack.name(), piece);
            const PackReading changed = withAgreedTerms(pack, read.terms, Layer::SideLetter);
            for (const PackProblem &problem : changed.problems)
                problems << u"%1: %2: %3"_s.arg(pack.name(), problem.path, problem.reason);
        }
        if (!isKnown)
            problems << name + u": there is no such pack"_s;
    }
    return problems;
}

} // namespace film::rules
