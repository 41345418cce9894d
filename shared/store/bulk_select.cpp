#include "shared/store/bulk_select.h"

#include <QHashFunctions>

#include <libpq-fe.h>

namespace film::store {

BulkSelect::BulkSelect(Database &database, const QString &sql, std::vector<QString> placeholders)
    : m_database(database)
    , m_placeholders(std::move(placeholders))
    , m_values(m_placeholders.size())
{
    int number = 0;
    for (const QChar c : sql)
        m_sql += c == u'?' ? '$' + QByteArray::number(++number) : QString(c).toUtf8();
}

BulkSelect::~BulkSelect() = default;

void BulkSelect::bind(QStringView placeholder, qint64 value)
{
    set(placeholder, value);
}

void BulkSelect::bind(QStringView placeholder, const QByteArray &value)
{
    // A null QByteArray would become NULL; empty bytes are bytes.
    set(placeholder, value.isNull() ? QByteArray("") : value);
}

void BulkSelect::set(QStringView placeholder, const Value &value)
{
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (m_placeholders[i] == placeholder)
            m_values[i] = value;
    }
}

Result<> BulkSelect::run(const QString &name)
{
    PostgresBulk::Values values;
    for (const Value &value : m_values) {
        if (const auto *number = std::get_if<qint64>(&value))
            values.number(*number);
        else
            values.bytes(std::get<QByteArray>(value));
    }
    PostgresBulk bulk(m_database);
    // Another text under the same name is another statement.
    const QByteArray key = name.toUtf8() + '-' + QByteArray::number(qHash(m_sql), 16);
    auto rows = bulk.select(key.constData(), m_sql.constData(), std::move(values));
    if (!rows)
        return fail(rows.error());
    m_result = std::move(*rows);
    m_row = -1;
    return {};
}

bool BulkSelect::next()
{
    return ++m_row < PQntuples(m_result.get());
}

PostgresBulk::Row BulkSelect::row() const
{
    return PostgresBulk::Row(m_result.get(), m_row);
}

} // namespace film::store
