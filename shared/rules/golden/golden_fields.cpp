#include "shared/rules/golden/golden_fields.h"

#include "shared/rules/golden/golden_number.h"

#include <QJsonArray>
#include <QTime>

namespace film::rules {

namespace {

constexpr qint64 wholeMax = 1'000'000;

// Steps to round to, and what a rate is divided by.
bool isDivisor(const char *name)
{
    const QByteArrayView key(name);
    return key == "increment_min" || key.endsWith("divisor") || key.endsWith("_hours");
}

} // namespace

GoldenFields::GoldenFields(GoldenPackReading &reading, QJsonObject json, QString path)
    : m_reading(reading)
    , m_json(std::move(json))
    , m_path(std::move(path))
{
    // Where numbers come from; of a case nobody asks it.
    ignore({"confidence", "source", "clause", "note"});
}

bool GoldenFields::has(const char *name) const
{
    const QJsonValue value = m_json.value(QLatin1StringView(name));
    return !value.isUndefined() && !value.isNull();
}

void GoldenFields::ignore(std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        m_known << QString::fromLatin1(key);
}

MaybeParameter GoldenFields::whole(const char *name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const qint64 number = value.toInteger(-1);
    if (!value.isDouble() || number < 0 || number > wholeMax || QJsonValue(number) != value) {
        problem(name, QStringLiteral("is no whole number from 0 to 1000000"));
        return std::nullopt;
    }
    if (number == 0 && isDivisor(name)) {
        problem(name, QStringLiteral("is 0"));
        return std::nullopt;
    }
    return keep(name, Ratio(number), QString::number(number));
}

MaybeParameter GoldenFields::decimal(const char *name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const std::optional<Ratio> number = Ratio::fromDecimal(decimalTextOf(value));
    if (!number || *number < Ratio(0)) {
        problem(name, QStringLiteral("is no decimal number"));
        return std::nullopt;
    }
    return keep(name, *number, decimalTextOf(value));
}

MaybeParameter GoldenFields::money(const char *name)
{
    MaybeParameter amount = decimal(name);
    if (amount)
        amount->value = amount->value * Ratio(100);
    return amount;
}

MaybeParameter GoldenFields::clock(const char *name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const QTime time = QTime::fromString(value.toString(), QStringLiteral("HH:mm"));
    if (!time.isValid()) {
        problem(name, QStringLiteral("is no time of day"));
        return std::nullopt;
    }
    return keep(name, Ratio(time.hour() * 60 + time.minute()), value.toString());
}

Parameter GoldenFields::required(MaybeParameter found, const char *name)
{
    if (found)
        return *found;
    problem(name, QStringLiteral("is missing"));
    return {};
}

std::vector<Parameter> GoldenFields::amounts(const char *name)
{
    std::vector<Parameter> all;
    const QJsonArray array = take(name).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const std::optional<Ratio> amount = Ratio::fromDecimal(decimalTextOf(array.at(i)));
        if (!amount)
            problem(name, QStringLiteral("holds what is no amount"));
        else
            all.push_back(keepAt(QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i),
                                 *amount * Ratio(100), decimalTextOf(array.at(i))));
    }
    return all;
}

std::vector<Parameter> GoldenFields::clocks(const char *name)
{
    std::vector<Parameter> all;
    const QJsonArray array = take(name).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QTime time = QTime::fromString(array.at(i).toString(), QStringLiteral("HH:mm"));
        if (time.isValid())
            all.push_back(keepAt(QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i),
                                 Ratio(time.hour() * 60 + time.minute()), array.at(i).toString()));
        else
            problem(name, QStringLiteral("holds what is no time of day"));
    }
    return all;
}

QStringList GoldenFields::texts(const char *name)
{
    QStringList all;
    for (const QJsonValue &value : take(name).toArray())
        all << value.toString();
    return all;
}

bool GoldenFields::flag(const char *name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isNull() && !value.isBool())
        problem(name, QStringLiteral("is neither true nor false"));
    return value.toBool();
}

void GoldenFields::only(const char *name, const QJsonValue &done)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isNull() && value != done)
        problem(name, QStringLiteral("is not priced"));
}

QJsonValue GoldenFields::take(const char *name)
{
    const QString key = QString::fromLatin1(name);
    m_known << key;
    return m_json.value(key);
}

GoldenFields GoldenFields::object(const char *name)
{
    return GoldenFields(m_reading, take(name).toObject(), pathOf(name));
}

std::vector<GoldenFields> GoldenFields::objects(const char *name)
{
    std::vector<GoldenFields> all;
    const QJsonArray array = take(name).toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        all.emplace_back(m_reading, array.at(i).toObject(),
                         QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i));
    return all;
}

void GoldenFields::problem(const char *name, const QString &what)
{
    m_reading.problems << pathOf(name) + u": " + what;
}

void GoldenFields::refuseUnknown()
{
    for (const QString &key : m_json.keys()) {
        if (!m_known.contains(key))
            m_reading.problems << (m_path.isEmpty() ? key : m_path + u'.' + key)
                    + u": is not known";
    }
}

QString GoldenFields::pathOf(const char *name) const
{
    const QString key = QString::fromLatin1(name);
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

Parameter GoldenFields::keep(const char *name, const Ratio &value, const QString &text)
{
    return keepAt(pathOf(name), value, text);
}

Parameter GoldenFields::keepAt(const QString &path, const Ratio &value, const QString &text)
{
    m_reading.pack.parameters.push_back({path, text, 0});
    return {value, qint32(m_reading.pack.parameters.size()) - 1};
}

} // namespace film::rules
