#include "shared/domain/field_reader.h"

#include "shared/domain/record_limits.h"

#include <algorithm>

namespace film {

using namespace Qt::StringLiterals;

namespace {

bool isZoneCharacter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')
        || c == u'/' || c == u'_' || c == u'-' || c == u'+';
}

} // namespace

bool isCleared(const FieldValue &value)
{
    return value.list() && value.list()->empty();
}

FieldReader::FieldReader(const GroupMap &groups)
    : m_groups(groups)
{}

bool FieldReader::open(quint32 group)
{
    const auto found = m_groups.find(group);
    m_openNumber = group;
    m_open = found == m_groups.end() ? nullptr : &found->second;
    return m_open != nullptr;
}

void FieldReader::require(quint32 field)
{
    if (!find(field))
        reportField(field, u"is missing");
}

const FieldValue *FieldReader::findEvenNull(quint32 field) const
{
    if (!m_open)
        return nullptr;
    const auto found = m_open->find(field);
    return found == m_open->end() || isCleared(found->second) ? nullptr : &found->second;
}

const FieldValue *FieldReader::find(quint32 field) const
{
    const FieldValue *value = findEvenNull(field);
    return value && value->isNull() ? nullptr : value;
}

void FieldReader::text(quint32 field, QString &target, qsizetype lengthMax)
{
    const FieldValue *value = find(field);
    if (!value)
        return;
    if (!value->text() || !isText(*value->text(), lengthMax))
        return reportField(field, u"is not a text of the allowed length");
    target = *value->text();
}

void FieldReader::zone(quint32 field, QByteArray &target)
{
    QString name;
    text(field, name, record_limits::zoneLengthMax);
    if (!std::ranges::all_of(name, isZoneCharacter))
        return reportField(field, u"is not a time zone name");
    if (!name.isEmpty())
        target = name.toLatin1();
}

void FieldReader::number(quint32 field, std::optional<qint64> &target, qint64 min, qint64 max)
{
    const FieldValue *value = find(field);
    if (!value)
        return;
    if (!value->number() || *value->number() < min || *value->number() > max)
        return reportField(field, u"is not a number in range");
    target = *value->number();
}

void FieldReader::numbers(quint32 field, size_t itemsMax)
{
    const FieldValue *value = find(field);
    if (!value)
        return;
    const bool isFine = value->list() && value->list()->size() <= itemsMax
        && std::ranges::all_of(*value->list(),
                               [](const FieldValue &item) { return item.number(); });
    if (!isFine)
        reportField(field, u"is not a list of numbers");
}

void FieldReader::date(quint32 field, QDate &target)
{
    std::optional<qint64> day;
    number(field, day, record_limits::dateMin().toJulianDay(),
           record_limits::dateMax().toJulianDay());
    if (day)
        target = QDate::fromJulianDay(*day);
}

void FieldReader::minutes(quint32 field, std::optional<Minutes> &target, Minutes max)
{
    std::optional<qint64> count;
    number(field, count, 0, max.count());
    if (count)
        target = Minutes(static_cast<int>(*count));
}

void FieldReader::currency(quint32 field, std::optional<Currency> &target)
{
    const FieldValue *value = find(field);
    if (!value)
        return;
    const std::optional<Currency> read =
        value->text() ? currencyFromCode(*value->text()) : std::nullopt;
    if (!read)
        return reportField(field, u"is not a currency");
    target = read;
}

void FieldReader::time(quint32 field, TimeField &target)
{
    const FieldValue *value = findEvenNull(field);
    if (!value)
        return;
    const std::optional<TimeField> read = toTime(*value);
    if (!read)
        return reportField(field, u"is not a time");
    target = *read;
}

void FieldReader::list(quint32 field, size_t itemsMax,
                       const std::function<bool(const FieldValue::List &)> &readItem)
{
    const FieldValue *value = find(field);
    if (!value)
        return;
    if (!value->list() || value->list()->size() > itemsMax)
        return reportField(field, u"is not a list of the allowed size");
    for (const FieldValue &item : *value->list()) {
        if (!item.list() || !readItem(*item.list()))
            return reportField(field, u"holds something else than it should");
    }
}

void FieldReader::report(QStringView what)
{
    if (!m_problem)
        m_problem = Error{ErrorCode::InvalidInput, what.toString()};
}

void FieldReader::reportField(quint32 field, QStringView what)
{
    if (!m_problem)
        report(u"group %1, field %2 %3"_s.arg(m_openNumber).arg(field).arg(what));
}

Result<> FieldReader::outcome() const
{
    if (m_problem)
        return fail(*m_problem);
    return {};
}

std::optional<TimeField> FieldReader::toTime(const FieldValue &value)
{
    if (value.isNull())
        return TimeField::none();
    const FieldValue::List *parts = value.list();
    if (!parts)
        return std::nullopt;
    if (parts->empty())
        return TimeField();
    if (parts->size() != 2)
        return std::nullopt;
    const std::optional<Minutes> minutes = toWallMinutes(parts->at(0));
    const qint64 *fold = parts->at(1).number();
    if (!minutes || !fold || *fold < 0 || *fold > 1)
        return std::nullopt;
    return WallTime{*minutes, static_cast<int>(*fold)};
}

std::optional<Minutes> FieldReader::toWallMinutes(const FieldValue &value)
{
    const qint64 *count = value.number();
    if (!count || *count < 0 || *count > wallTimeMax.count())
        return std::nullopt;
    return Minutes(static_cast<int>(*count));
}

bool FieldReader::isText(const QString &text, qsizetype lengthMax)
{
    if (text.size() > lengthMax || !text.isValidUtf16())
        return false;
    return std::ranges::none_of(
        text, [](QChar c) { return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0x7f); });
}

} // namespace film
