#include "shared/store/postgres_bulk.h"

#include "shared/store/database_private.h"

#include <QtEndian>

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr Oid byteaArrayType = 1001;
constexpr Oid bigintArrayType = 1016;
constexpr Oid textArrayType = 1009;

void appendInt(QByteArray &bytes, qint32 value)
{
    std::array<char, 4> raw{};
    qToBigEndian(value, raw.data());
    bytes.append(raw.data(), 4);
}

struct Clear {
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

Error lost(const char *name)
{
    return {ErrorCode::Offline, QString::fromLatin1(name) + u" had no answer"_s};
}

Error errorOf(const char *name, const PGresult *result)
{
    const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    return {postgresCode(state), QString::fromLatin1(name) + u" failed with "_s + state};
}

} // namespace

// The binary form of a row (record_recv): its length as a whole, the number of columns, and type,
// length and bytes of each.
PostgresBulk::RowWriter::RowWriter(QByteArray &to)
    : m_to(to)
    , m_start(to.size())
{
    appendInt(m_to, 0);
    appendInt(m_to, 0);
}

PostgresBulk::RowWriter &PostgresBulk::RowWriter::bytes(QByteArrayView value)
{
    ++m_columns;
    std::array<char, 8> head{};
    qToBigEndian(Values::byteaType, head.data());
    qToBigEndian(value.isNull() ? -1 : static_cast<qint32>(value.size()), head.data() + 4);
    m_to.append(head.data(), 8).append(value);
    return *this;
}

PostgresBulk::RowWriter &PostgresBulk::RowWriter::number(qint64 value)
{
    ++m_columns;
    std::array<char, 16> raw{};
    qToBigEndian(Values::bigintType, raw.data());
    qToBigEndian(quint32(8), raw.data() + 4);
    qToBigEndian(value, raw.data() + 8);
    m_to.append(raw.data(), 16);
    return *this;
}

void PostgresBulk::RowWriter::end()
{
    char *start = m_to.data() + m_start;
    qToBigEndian(static_cast<qint32>(m_to.size() - m_start - 4), start);
    qToBigEndian(m_columns, start + 4);
}

void PostgresBulk::Values::bytes(QByteArrayView value)
{
    m_data.push_back(value.toByteArray());
    m_types.push_back(byteaType);
}

void PostgresBulk::Values::number(qint64 value)
{
    QByteArray raw(8, Qt::Uninitialized);
    qToBigEndian(value, raw.data());
    m_data.push_back(raw);
    m_types.push_back(bigintType);
}

// The binary form of an array of one dimension (array_recv).
void PostgresBulk::Values::startArray(unsigned int element, size_t count)
{
    switch (element) {
    case byteaType: m_types.push_back(byteaArrayType); break;
    case bigintType: m_types.push_back(bigintArrayType); break;
    case textType: m_types.push_back(textArrayType); break;
    default: m_types.push_back(inferred); break;
    }
    QByteArray &bytes = m_data.emplace_back();
    bytes.reserve(20 + qsizetype(count) * (m_types.back() == inferred ? 1024 : 24));
    appendInt(bytes, count == 0 ? 0 : 1); // dimensions
    appendInt(bytes, 0);                  // whether there are nulls; nobody looks at it
    appendInt(bytes, static_cast<qint32>(element));
    if (count == 0)
        return;
    appendInt(bytes, static_cast<qint32>(count));
    appendInt(bytes, 1); // the first index
}

void PostgresBulk::Values::appendItem(QByteArrayView value)
{
    QByteArray &bytes = m_data.back();
    appendInt(bytes, value.isNull() ? -1 : static_cast<qint32>(value.size()));
    bytes.append(value);
}

void PostgresBulk::Values::appendItem(qint64 value)
{
    std::array<char, 8> raw{};
    qToBigEndian(value, raw.data());
    appendItem(QByteArrayView(raw.data(), 8));
}

QByteArray PostgresBulk::Row::bytes(int column) const
{
    return view(column).toByteArray();
}

QByteArrayView PostgresBulk::Row::view(int column) const
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

void PostgresBulk::add(const char *name, const char *sql, Values values, OnRow onRow)
{
    m_waiting.push_back({name, sql, std::move(values), std::move(onRow)});
}

Result<> PostgresBulk::run(const char *name, const char *sql, Values values, OnRow onRow)
{
    add(name, sql, std::move(values), std::move(onRow));
    return run();
}

void PostgresBulk::send()
{
    std::vector<Waiting> statements = std::exchange(m_waiting, {});
    auto *connection = static_cast<PGconn *>(m_database.nativeHandle());
    if (!isUnderWay()) {
        // Qt's driver leaves the end of a SELECT that was not read to its end.
        while (const Answer left{PQgetResult(connection)}) {}
        m_isBroken = PQenterPipelineMode(connection) != 1;
    }
    m_isBroken = m_isBroken
        || !std::ranges::all_of(statements, [this](Waiting &each) { return send(each); })
        || PQflush(connection) < 0;
}

Result<> PostgresBulk::run()
{
    const char *last = m_waiting.empty() ? m_sent.back().name : m_waiting.back().name;
    return watched(m_database, QString::fromLatin1(last), [this, last] { return finish(last); });
}

Result<> PostgresBulk::finish(const char *last)
{
    send();
    auto *connection = static_cast<PGconn *>(m_database.nativeHandle());
    m_isBroken = m_isBroken || PQpipelineSync(connection) != 1;
    Result<> received = m_isBroken ? fail(lost(last)) : receive();
    m_sent.clear();
    if (PQexitPipelineMode(connection) != 1 && received)
        received = fail(lost(last));
    return received;
}

Result<std::shared_ptr<pg_result>> PostgresBulk::select(const char *name, const char *sql,
                                                        Values values)
{
    const Waiting statement{name, sql, std::move(values), {}};
    if (const Result<> prepared = prepare(statement); !prepared)
        return fail(prepared.error());
    const std::vector<QByteArray> &given = statement.values.m_data;
    std::vector<const char *> data;
    std::vector<int> lengths;
    const std::vector<int> formats(given.size(), 1);
    for (const QByteArray &value : given) {
        data.push_back(value.constData());
        lengths.push_back(static_cast<int>(value.size()));
    }
    Answer result(PQexecPrepared(static_cast<PGconn *>(m_database.nativeHandle()), name,
                                 static_cast<int>(data.size()), data.data(), lengths.data(),
                                 formats.data(), 1));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        return fail(errorOf(name, result.get()));
    return std::shared_ptr<pg_result>(std::move(result));
}

Result<> PostgresBulk::prepare(const Waiting &statement)
{
    auto &known = m_database.access().bulkStatements;
    if (known.contains(statement.name))
        return {};
    const auto &types = statement.values.m_types;
    const Answer prepared(PQprepare(static_cast<PGconn *>(m_database.nativeHandle()),
                                    statement.name, statement.sql, static_cast<int>(types.size()),
                                    types.data()));
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK)
        return fail(errorOf(statement.name, prepared.get()));
    known.insert(statement.name);
    return {};
}

bool PostgresBulk::send(Waiting &statement)
{
    auto *connection = static_cast<PGconn *>(m_database.nativeHandle());
    const auto &types = statement.values.m_types;
    const bool isKnown = m_database.access().bulkStatements.contains(statement.name)
        || std::ranges::find(m_sent, std::string_view(statement.name), &Sent::name) != m_sent.end();
    if (!isKnown) {
        if (PQsendPrepare(connection, statement.name, statement.sql, static_cast<int>(types.size()),
                          types.data())
            != 1)
            return false;
        m_sent.push_back({statement.name, true, {}});
    }
    const std::vector<QByteArray> &values = statement.values.m_data;
    std::vector<const char *> data;
    std::vector<int> lengths;
    const std::vector<int> formats(values.size(), 1);
    for (const QByteArray &value : values) {
        data.push_back(value.constData());
        lengths.push_back(static_cast<int>(value.size()));
    }
    if (PQsendQueryPrepared(connection, statement.name, static_cast<int>(data.size()), data.data(),
                            lengths.data(), formats.data(), 1)
        != 1)
        return false;
    m_sent.push_back({statement.name, false, std::move(statement.onRow)});
    return true;
}

Result<> PostgresBulk::receive()
{
    Result<> outcome;
    for (const Sent &sent : m_sent) {
        const Result<> received = receive(sent);
        if (!received && outcome) // the ones after it are only told that they were not run
            outcome = received;
        if (!m_database.isAlive())
            return outcome;
    }
    auto *connection = static_cast<PGconn *>(m_database.nativeHandle());
    const Answer end(PQgetResult(connection));
    if (PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC && outcome)
        return fail(lost(m_sent.back().name));
    return outcome;
}

Result<> PostgresBulk::receive(const Sent &sent)
{
    auto *connection = static_cast<PGconn *>(m_database.nativeHandle());
    const Answer result(PQgetResult(connection));
    if (!result)
        return fail(lost(sent.name));
    const ExecStatusType status = PQresultStatus(result.get());
    Result<> outcome;
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        outcome = fail(errorOf(sent.name, result.get()));
    else if (sent.isPreparation)
        m_database.access().bulkStatements.insert(sent.name);
    else if (sent.onRow)
        for (int row = 0; row < PQntuples(result.get()); ++row)
            sent.onRow(Row(result.get(), row));
    if (PQgetResult(connection)) // null: the end of this statement's results
        return fail(lost(sent.name));
    return outcome;
}

} // namespace film::store
