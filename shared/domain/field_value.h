#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <variant>
#include <vector>

namespace film {

// One value as it is stored and sent. There is no floating point: times are minutes, money is
// minor units. Null means "explicitly none"; a field that is absent is unknown.
class FieldValue
{
public:
    using List = std::vector<FieldValue>;

    FieldValue() = default; // null
    FieldValue(qint64 number)
        : m_value(number)
    {}
    FieldValue(int number)
        : m_value(qint64(number))
    {}
    FieldValue(QString text)
        : m_value(std::move(text))
    {}
    FieldValue(QByteArray bytes)
        : m_value(std::move(bytes))
    {}
    FieldValue(List list)
        : m_value(std::move(list))
    {}

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    // Null pointers where the value is of another kind: input is never assumed to be right.
    [[nodiscard]] const qint64 *number() const { return std::get_if<qint64>(&m_value); }
    [[nodiscard]] const QString *text() const { return std::get_if<QString>(&m_value); }
    [[nodiscard]] const QByteArray *bytes() const { return std::get_if<QByteArray>(&m_value); }
    [[nodiscard]] const List *list() const { return std::get_if<List>(&m_value); }

    friend bool operator==(const FieldValue &, const FieldValue &) = default;

private:
    std::variant<std::monostate, qint64, QString, QByteArray, List> m_value;
};

// The fields of one group, by number (schema.h).
using FieldMap = std::map<quint32, FieldValue>;

// All groups of one record, by number (schema.h).
using GroupMap = std::map<quint32, FieldMap>;

} // namespace film
