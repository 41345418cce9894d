#include "shared/rules/json_fields.h"

#include "shared/rules/rule_pack_limits.h"

#include <QRegularExpression>

#include <array>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace numbers {
const NumberKind minutes{NumberForm::Whole, 1, limits::minutesMax};
const NumberKind minutesOrNone{NumberForm::Whole, 0, limits::minutesMax};
const NumberKind count{NumberForm::Whole, 1, limits::countMax};
const NumberKind factor{NumberForm::Decimal, 0, limits::factorMax, 4};
const NumberKind part{NumberForm::Decimal, 0, 1, 6};
const NumberKind hours{NumberForm::Decimal, 0, limits::hoursMax, 2};
const NumberKind money{NumberForm::Decimal, 0, limits::moneyMax, 2, 100};
const NumberKind timeOfDay{NumberForm::TimeOfDay};
} // namespace numbers

namespace {

constexpr std::array<std::pair<QStringView, Confidence>, 3> confidenceNames{
    {{u"low", Confidence::Low}, {u"medium", Confidence::Medium}, {u"high", Confidence::High}}};

std::optional<Ratio> wholeOf(const QJsonValue &value, const NumberKind &kind)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 whole = value.toInteger(none);
    if (whole == none || whole < kind.least || whole > kind.most)
        return std::nullopt;
    return Ratio(whole);
}

std::optional<Ratio> decimalOf(const QString &text, const NumberKind &kind)
{
    const qsizetype point = text.indexOf(u'.');
    const auto number = Ratio::fromDecimal(text);
    if (!number || (point >= 0 && text.size() - point - 1 > kind.decimals))
        return std::nullopt;
    if (*number <= Ratio(0) || *number > Ratio(kind.most))
        return std::nullopt;
    return *number * Ratio(kind.scale);
}

std::optional<Ratio> timeOfDayIn(const QString &text)
{
    static const QRegularExpression pattern(u"\\A([01]\\d|2[0-3]):([0-5]\\d)\\z"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Ratio(match.captured(1).toInt() * 60 + match.captured(2).toInt());
}

QString expected(const NumberKind &kind)
{
    switch (kind.form) {
    case NumberForm::Whole:
        return u"must be a whole number from %1 to %2"_s.arg(kind.least).arg(kind.most);
    case NumberForm::Decimal:
        return u"must be a number in quotes, such as \"1.5\", more than 0 and at most %1, with at "
               "most %2 decimals"_s.arg(kind.most)
                   .arg(kind.decimals);
    case NumberForm::TimeOfDay: return u"must be a time of day, such as \"20:00\""_s;
    }
    Q_UNREACHABLE();
}

} // namespace

JsonFields::JsonFields(PackNotes &notes, const QJsonObject &object, QString path, int provenance)
    : m_notes(notes)
    , m_object(object)
    , m_path(std::move(path))
    , m_provenance(provenance)
{}

QString JsonFields::pathOf(QStringView key) const
{
    return m_path.isEmpty() ? key.toString() : m_path + u'.' + key;
}

void JsonFields::need(QStringView key)
{
    if (!has(key))
        refuse(key, u"is missing"_s);
}

MaybeParameter JsonFields::number(QStringView key, const NumberKind &kind)
{
    return has(key) ? numberAt(pathOf(key), take(key), kind) : std::nullopt;
}

Parameter JsonFields::neededNumber(QStringView key, const NumberKind &kind)
{
    need(key);
    return number(key, kind).value_or(Parameter());
}

std::vector<Parameter> JsonFields::numberList(QStringView key, const NumberKind &kind)
{
    std::vector<Parameter> result;
    const QJsonArray rows = list(key);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (const auto read = numberAt(pathOf(key) + u"[%1]"_s.arg(row), rows[row], kind))
            result.push_back(*read);
    }
    return result;
}

std::optional<bool> JsonFields::flag(QStringView key)
{
    if (!has(key))
        return std::nullopt;
    const QJsonValue value = take(key);
    if (value.isBool())
        return value.toBool();
    refuse(key, u"must be true or false"_s);
    return std::nullopt;
}

std::optional<qint64> JsonFields::plainWhole(QStringView key, qint64 least, qint64 most)
{
    if (!has(key))
        return std::nullopt;
    const NumberKind kind{NumberForm::Whole, least, most};
    const QJsonValue value = take(key);
    if (const auto whole = value.isDouble() ? wholeOf(value, kind) : std::nullopt)
        return whole->numerator();
    refuse(key, expected(kind));
    return std::nullopt;
}

QString JsonFields::text(QStringView key)
{
    return has(key) ? textAt(pathOf(key), take(key), limits::textLengthMax) : QString();
}

QStringList JsonFields::texts(QStringView key)
{
    QStringList result;
    const QJsonArray rows = list(key);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QString path = pathOf(key) + u"[%1]"_s.arg(row);
        const QString read = textAt(path, rows[row], limits::textLengthMax);
        if (result.contains(read))
            m_notes.refuse(path, u"stands twice"_s);
        else if (!read.isEmpty())
            result << read;
    }
    return result;
}

std::vector<LocalText> JsonFields::localTexts(QStringView key)
{
    std::vector<LocalText> result;
    const QJsonArray rows = list(key);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QString path = pathOf(key) + u"[%1]"_s.arg(row);
        LocalText read;
        if (rows[row].isObject()) {
            JsonFields fields(m_notes, rows[row].toObject(), path, m_provenance);
            fields.need(languageCodes.front());
            for (size_t i = 0; i < languageCodes.size(); ++i)
                read.byLanguage.at(i) = fields.text(languageCodes.at(i));
            fields.finish();
        } else {
            read.byLanguage.front() = textAt(path, rows[row], limits::textLengthMax);
        }
        const bool isKnown = std::ranges::any_of(
            result, [&read](const LocalText &known) { return known.english() == read.english(); });
        if (isKnown)
            m_notes.refuse(path, u"stands twice"_s);
        else if (!read.english().isEmpty())
            result.push_back(std::move(read));
    }
    return result;
}

QDate JsonFields::date(QStringView key)
{
    if (!has(key))
        return {};
    const QString written = take(key).toString();
    const QDate read = written.size() == 10 ? QDate::fromString(written, Qt::ISODate) : QDate();
    if (read.isValid() && read.year() >= limits::yearMin && read.year() <= limits::yearMax)
        return read;
    refuse(key, u"must be a date, such as \"2026-08-01\""_s);
    return {};
}

QJsonValue JsonFields::raw(QStringView key)
{
    return has(key) ? take(key) : QJsonValue();
}

void JsonFields::finish()
{
    for (const QString &key : m_object.keys()) {
        if (!m_asked.contains(key))
            m_notes.refuse(pathOf(QStringView(key).left(limits::wordLengthMax)),
                           u"there is no such key here"_s);
    }
}

QJsonValue JsonFields::take(QStringView key)
{
    m_asked.insert(key.toString());
    return m_object.value(key);
}

MaybeParameter JsonFields::numberAt(const QString &path, const QJsonValue &value,
                                    const NumberKind &kind)
{
    if (value.isObject())
        return explainedNumberAt(path, value.toObject(), kind);
    std::optional<Ratio> read;
    QString written;
    if (kind.form == NumberForm::Whole && value.isDouble()) {
        read = wholeOf(value, kind);
        written = QString::number(value.toInteger());
    } else if (kind.form != NumberForm::Whole && value.isString()) {
        written = value.toString();
        read = kind.form == NumberForm::Decimal ? decimalOf(written, kind) : timeOfDayIn(written);
    }
    if (!read) {
        m_notes.refuse(path, expected(kind));
        return std::nullopt;
    }
    m_notes.parameters.push_back({path, written, m_provenance});
    return Parameter{*read, qint32(m_notes.parameters.size()) - 1};
}

// {"value": "25.00", "confidence": "low", "note": "…"}: a number that has its own provenance.
MaybeParameter JsonFields::explainedNumberAt(const QString &path, const QJsonObject &object,
                                             const NumberKind &kind)
{
    JsonFields fields(m_notes, object, path, m_provenance);
    fields.takeProvenance();
    fields.need(u"value");
    const QJsonValue value = fields.raw(u"value");
    fields.finish();
    if (value.isObject())
        fields.refuse(u"value", expected(kind));
    return value.isNull() || value.isObject() ? std::nullopt : fields.numberAt(path, value, kind);
}

void JsonFields::takeProvenance()
{
    Provenance own = m_notes.provenances.at(size_t(m_provenance));
    bool isOwn = false;
    if (const auto confidence = choice(u"confidence", ChoiceNames<Confidence>(confidenceNames))) {
        own.confidence = *confidence;
        isOwn = true;
    }
    const std::array<std::pair<QStringView, QString *>, 3> words{
        {{u"source", &own.source}, {u"clause", &own.clause}, {u"note", &own.note}}};
    for (const auto &[key, word] : words) {
        if (!has(key))
            continue;
        *word = text(key);
        isOwn = true;
    }
    if (!isOwn)
        return;
    for (const QString &source : own.source.split(u", "_s)) {
        if (has(u"source") && !m_notes.sources.contains(source))
            refuse(u"source", u"is not among the sources of the pack"_s);
    }
    m_notes.provenances.push_back(own);
    m_provenance = int(m_notes.provenances.size()) - 1;
}

std::optional<QJsonObject> JsonFields::objectAt(const QString &path, const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject();
    m_notes.refuse(path, u"must be an object"_s);
    return std::nullopt;
}

QJsonArray JsonFields::list(QStringView key)
{
    if (!has(key))
        return {};
    const QJsonValue value = take(key);
    if (value.isArray() && !value.toArray().isEmpty() && value.toArray().size() <= limits::listMax)
        return value.toArray();
    refuse(key, u"must be a list of 1 to %1 rows"_s.arg(limits::listMax));
    return {};
}

QString JsonFields::textAt(const QString &path, const QJsonValue &value, int lengthMax)
{
    QString read = value.toString();
    const bool isPlain = std::ranges::all_of(read, [](QChar c) { return c.isPrint(); });
    if (value.isString() && isPlain && !read.isEmpty() && read.size() <= lengthMax
        && read == read.trimmed())
        return read;
    m_notes.refuse(
        path,
        u"must be a text of 1 to %1 characters in one line, without spaces around it"_s.arg(
            lengthMax));
    return {};
}

} // namespace film::rules
