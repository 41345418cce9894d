#include "shared/store/postgres_bulk.h"

#include "shared/store/database_private.h"

#include <QtEndian>

#include <libpq-fe.h>

#include <array>
#include <memory>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

// https://www.postgresql.org/docs/15/catalog-pg-type.html, pg_type.dat
constexpr Oid byteaType = 17;
constexpr Oid bigintType = 20;
constexpr Oid textType = 25;
constexpr Oid byteaArrayType = 1001;
constexpr Oid bigintArrayType = 1016;
constexpr Oid textArrayType = 1009;

void appendInt(QByteArray &bytes, qint32 value)
{
    std::array<char, 4> raw{};
    qToBigEndian(value, raw.data());
    bytes.append(raw.data(), 4);
}

QByteArray bigint(qint64 value)
{
    QByteArray raw(8, Qt::Uninitialized);
    qToBigEndian(value, raw.data());
    return raw;
}

// The binary form of an array of one dimension (array_recv).
QByteArray arrayOf(Oid element, const std::vector<QByteArray> &items)
{
    qsizetype size = 20;
    bool anyNull = false;
    for (const QByteArray &item : items) {
        size += 4 + item.size();
        anyNull = anyNull || item.isNull();
    }
    QByteArray bytes;
    bytes.reserve(size);
    appendInt(bytes, items.empty() ? 0 : 1);
    appendInt(bytes, anyNull ? 1 : 0);
    appendInt(bytes, static_cast<qint32>(element));
    if (items.empty())
        return bytes;
    appendInt(bytes, static_cast<qint32>(items.size()));
    appendInt(bytes, 1);
    for (const QByteArray &item : items) {
        appendInt(bytes, item.isNull() ? -1 : static_cast<qint32>(item.size()));
        bytes.append(item);
    }
    return bytes;
}

struct Clear {
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

Error errorOf(const char *name, const PGresult *result)
{
    const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    return {postgresCode(state), QString::fromLatin1(name) + u" failed with "_s + state};
}

} // namespace

void PostgresBulk::Values::bytes(QByteArrayView value)
{
    m_data.push_back(value.toByteArray());
    m_types.push_back(byteaType);
}

void PostgresBulk::Values::number(qint64 value)
{
    m_data.push_back(bigint(value));
    m_types.push_back(bigintType);
}

void PostgresBulk::Values::byteArrays(const std::vector<QByteArray> &values)
{
    m_data.push_back(arrayOf(byteaType, values));
    m_types.push_back(byteaArrayType);
}

void PostgresBulk::Values::texts(const std::vector<QByteArray> &values)
{
    m_data.push_back(arrayOf(textType, values));
    m_types.push_back(textArrayType);
}

void PostgresBulk::Values::numbers(const std::vector<qint64> &values)
{
    std::vector<QByteArray> items;
    items.reserve(values.size());
    for (const qint64 value : values)
        items.push_back(bigint(value));
    m_data.push_back(arrayOf(bigintType, items));
    m_types.push_back(bigintArrayType);
}

QByteArray PostgresBulk::Row::bytes(int column) const
{
    return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)};
}

qint64 PostgresBulk::Row::number(int column) const
{
    const char *value = PQgetvalue(m_result, m_row, column);
    switch (PQgetlength(m_result, m_row, column)) {
    case 2: return qFromBigEndian<qint16>(value);
    case 4: return qFromBigEndian<qint32>(value);
    case 8: return qFromBigEndian<qint64>(value);
    default: return 0;
    }
}

bool PostgresBulk::Row::isNull(int column) const
{
    return PQgetisnull(m_result, m_row, column) != 0;
}

Result<> PostgresBulk::run(const char *name, const char *sql, const Values &values,
                           const std::function<void(const Row &)> &onRow)
{
    std::vector<const char *> data;
    std::vector<int> lengths;
    const std::vector<int> formats(values.m_data.size(), 1);
    for (const QByteArray &value : values.m_data) {
        data.push_back(value.constData());
        lengths.push_back(static_cast<int>(value.size()));
    }
    auto *connection = static_cast<PGconn *>(m_database.nativeHandle());
    const int count = static_cast<int>(data.size());
    auto &known = m_database.access().bulkStatements;
    if (!known.contains(name)) {
        const Answer prepared(PQprepare(connection, name, sql, count, values.m_types.data()));
        if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK)
            return fail(errorOf(name, prepared.get()));
        known.insert(name);
    }
    const Answer result(
        PQexecPrepared(connection, name, count, data.data(), lengths.data(), formats.data(), 1));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return fail(errorOf(name, result.get()));
    if (onRow) {
        for (int row = 0; row < PQntuples(result.get()); ++row)
            onRow(Row(result.get(), row));
    }
    return {};
}

} // namespace film::store
