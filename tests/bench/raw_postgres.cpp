#include "tests/bench/raw_postgres.h"

#include "shared/base/id.h"

#include <QtEndian>

#include <libpq-fe.h>

#include <array>
#include <vector>

namespace film::bench {

using namespace Qt::StringLiterals;

namespace {

// pg_type.dat of PostgreSQL's source.
constexpr Oid oidBytea = 17;
constexpr Oid oidInt8 = 20;
constexpr Oid oidText = 25;
constexpr Oid oidUuid = 2950;

constexpr int uuidColumns = 5;
constexpr int numberColumns = rawNumberColumns;
constexpr int textColumns = 3;
constexpr int logPayloadBytes = rawLogPayloadBytes;

const char *const createTables = R"(
    DROP SCHEMA IF EXISTS film_bench CASCADE;
    CREATE SCHEMA film_bench;
    CREATE TABLE film_bench.head (id bigint PRIMARY KEY, seq bigint NOT NULL);
    INSERT INTO film_bench.head VALUES (1, 0);
    CREATE TABLE film_bench.day_entry (
        production uuid, id uuid, person uuid, unit uuid, author uuid,
        day bigint, day_type bigint, call_minutes bigint, wrap_minutes bigint,
        meal1_out bigint, meal1_in bigint, meal2_out bigint, meal2_in bigint,
        travel_to bigint, travel_from bigint, call_utc bigint, wrap_utc bigint,
        revision bigint, state bigint, zone text, location text, notes text,
        PRIMARY KEY (production, id));
    CREATE TABLE film_bench.change_log (
        production uuid, seq bigint, mutation uuid, device uuid, received bigint, payload bytea,
        PRIMARY KEY (production, seq)))";

const char *const insertEntries = R"(
    INSERT INTO film_bench.day_entry
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[],
        $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[],
        $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[],
        $18::bigint[], $19::bigint[], $20::text[], $21::text[], $22::text[])
    ON CONFLICT (production, id) DO UPDATE SET wrap_minutes = excluded.wrap_minutes,
        revision = excluded.revision)";

const char *const insertLog = R"(
    INSERT INTO film_bench.change_log
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::bigint[],
        $6::bytea[]))";

struct ClearResult {
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ClearResult>;

// A one-dimensional array in PostgreSQL's binary form (array_send in its source).
class BinaryArray
{
public:
    BinaryArray(Oid element, int count, qsizetype elementBytes)
    {
        m_bytes.reserve(20 + count * (4 + elementBytes));
        append32(1); // dimensions
        append32(0); // no nulls
        append32(static_cast<qint32>(element));
        append32(count);
        append32(1); // lower bound
    }
    void append(QByteArrayView value)
    {
        append32(static_cast<qint32>(value.size()));
        m_bytes.append(value.data(), value.size());
    }
    void append(qint64 number)
    {
        std::array<char, 8> bytes{};
        qToBigEndian(number, bytes.data());
        append(QByteArrayView(bytes.data(), 8));
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void append32(qint32 number)
    {
        std::array<char, 4> bytes{};
        qToBigEndian(number, bytes.data());
        m_bytes.append(bytes.data(), 4);
    }

    QByteArray m_bytes;
};

bool sendPrepared(PGconn *connection, const char *statement, const std::vector<QByteArray> &arrays)
{
    std::vector<const char *> values;
    std::vector<int> lengths;
    for (const QByteArray &array : arrays) {
        values.push_back(array.constData());
        lengths.push_back(static_cast<int>(array.size()));
    }
    const std::vector<int> formats(arrays.size(), 1);
    return PQsendQueryPrepared(connection, statement, static_cast<int>(arrays.size()),
                               values.data(), lengths.data(), formats.data(), 1)
        == 1;
}

bool sendPlain(PGconn *connection, const char *sql)
{
    return PQsendQueryParams(connection, sql, 0, nullptr, nullptr, nullptr, nullptr, 1) == 1;
}

std::vector<QByteArray> entryArrays(int entries, UuidSource &ids, const SystemClock &clock)
{
    static const std::array<QByteArrayView, textColumns> texts{rawZone, rawLocation, rawNotes};
    std::vector<BinaryArray> columns;
    for (int i = 0; i < uuidColumns; ++i)
        columns.emplace_back(oidUuid, entries, 16);
    for (int i = 0; i < numberColumns; ++i)
        columns.emplace_back(oidInt8, entries, 8);
    for (int i = 0; i < textColumns; ++i)
        columns.emplace_back(oidText, entries, texts.at(size_t(i)).size());
    const std::array<quint8, 16> fixed{1};
    for (int row = 0; row < entries; ++row) {
        const EntityId id = ids.next<EntityId>(clock.now());
        for (int i = 0; i < uuidColumns; ++i)
            columns[size_t(i)].append(i == 1 ? id.view() : EntityId(fixed).view());
        for (int i = 0; i < numberColumns; ++i)
            columns[size_t(uuidColumns + i)].append(qint64(420) + i * row);
        for (int i = 0; i < textColumns; ++i)
            columns[size_t(uuidColumns + numberColumns + i)].append(texts.at(size_t(i)));
    }
    std::vector<QByteArray> arrays;
    for (const BinaryArray &column : columns)
        arrays.push_back(column.bytes());
    return arrays;
}

std::vector<QByteArray> logArrays(int entries, qint64 lastSequence, UuidSource &ids,
                                  const SystemClock &clock)
{
    const std::array<quint8, 16> fixed{1};
    const QByteArray payload(logPayloadBytes, 'p');
    BinaryArray production(oidUuid, entries, 16);
    BinaryArray sequence(oidInt8, entries, 8);
    BinaryArray mutation(oidUuid, entries, 16);
    BinaryArray device(oidUuid, entries, 16);
    BinaryArray received(oidInt8, entries, 8);
    BinaryArray payloads(oidBytea, entries, logPayloadBytes);
    const Instant now = clock.now();
    for (int row = 0; row < entries; ++row) {
        production.append(EntityId(fixed).view());
        sequence.append(lastSequence - entries + 1 + row);
        mutation.append(ids.next<MutationId>(now).view());
        device.append(EntityId(fixed).view());
        received.append(msSinceEpoch(now));
        payloads.append(payload);
    }
    return {production.bytes(), sequence.bytes(), mutation.bytes(),
            device.bytes(),     received.bytes(), payloads.bytes()};
}

QByteArray connectionText(const QString &url)
{
    return url.toUtf8();
}

} // namespace

RawPostgresLane::RawPostgresLane(pg_conn *connection)
    : m_connection(connection)
{}

RawPostgresLane::~RawPostgresLane()
{
    if (PQpipelineStatus(m_connection) != PQ_PIPELINE_OFF)
        PQexitPipelineMode(m_connection);
    PQclear(PQexec(m_connection, "DROP SCHEMA IF EXISTS film_bench CASCADE"));
    PQfinish(m_connection);
}

Result<std::unique_ptr<RawPostgresLane>> RawPostgresLane::open(const QString &url)
{
    PGconn *connection = PQconnectdb(connectionText(url).constData());
    std::unique_ptr<RawPostgresLane> lane(new RawPostgresLane(connection));
    if (PQstatus(connection) != CONNECTION_OK)
        return fail(ErrorCode::StoreFailure, QString::fromUtf8(PQerrorMessage(connection)));
    if (const Result<> prepared = lane->prepare(); !prepared)
        return fail(prepared.error());
    return lane;
}

Result<> RawPostgresLane::prepare()
{
    for (const char *sql :
         {"SET client_min_messages = warning", "SET synchronous_commit = on", createTables}) {
        if (const Result<> done = execute(sql); !done)
            return done;
    }
    const ResultHandle entries(PQprepare(m_connection, "entries", insertEntries, 0, nullptr));
    const ResultHandle log(PQprepare(m_connection, "log", insertLog, 0, nullptr));
    if (PQresultStatus(entries.get()) != PGRES_COMMAND_OK
        || PQresultStatus(log.get()) != PGRES_COMMAND_OK)
        return problem("prepare");
    if (PQenterPipelineMode(m_connection) != 1)
        return problem("pipeline");
    return {};
}

Result<> RawPostgresLane::execute(const char *sql)
{
    const ResultHandle result(PQexec(m_connection, sql));
    const ExecStatusType status = PQresultStatus(result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? Result<>() : problem(sql);
}

Result<> RawPostgresLane::problem(const char *what) const
{
    return fail(
        ErrorCode::StoreFailure,
        u"%1: %2"_s.arg(QString::fromUtf8(what), QString::fromUtf8(PQerrorMessage(m_connection))));
}

Result<> RawPostgresLane::commit(int entries)
{
    const Result<qint64> last = lockHead(entries);
    return last ? insert(entries, *last) : fail(last.error());
}

// The first round trip: takes the production's lock and its next sequence numbers.
Result<qint64> RawPostgresLane::lockHead(int entries)
{
    const QByteArray sql = QByteArray("UPDATE film_bench.head SET seq = seq + ")
        + QByteArray::number(entries) + " WHERE id = 1 RETURNING seq";
    if (!sendPlain(m_connection, "BEGIN") || !sendPlain(m_connection, sql.constData())
        || PQpipelineSync(m_connection) != 1)
        return fail(problem("lock the head").error());
    qint64 last = -1;
    for (;;) {
        const ResultHandle result(PQgetResult(m_connection));
        if (!result)
            continue; // between the results of two statements
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC)
            break;
        if (status == PGRES_TUPLES_OK)
            last = qFromBigEndian<qint64>(PQgetvalue(result.get(), 0, 0));
        else if (status != PGRES_COMMAND_OK)
            return fail(problem("lock the head").error());
    }
    return last;
}

// The second round trip: everything else, pipelined.
Result<> RawPostgresLane::insert(int entries, qint64 lastSequence)
{
    const SystemClock clock;
    if (!sendPrepared(m_connection, "entries", entryArrays(entries, m_ids, clock))
        || !sendPrepared(m_connection, "log", logArrays(entries, lastSequence, m_ids, clock))
        || !sendPlain(m_connection, "COMMIT") || PQpipelineSync(m_connection) != 1)
        return problem("insert");
    return finishPipeline();
}

Result<> RawPostgresLane::finishPipeline()
{
    for (;;) {
        const ResultHandle result(PQgetResult(m_connection));
        if (!result)
            continue; // between the results of two statements
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC)
            return {};
        if (status != PGRES_COMMAND_OK)
            return problem("insert");
    }
}

Result<double> copyRate(const QString &url, const QByteArray &select)
{
    struct Finish {
        void operator()(PGconn *connection) const { PQfinish(connection); }
    };
    const std::unique_ptr<PGconn, Finish> connection(PQconnectdb(connectionText(url).constData()));
    const QByteArray copy = "COPY (" + select + ") TO STDOUT (FORMAT binary)";
    const Stopwatch watch;
    const ResultHandle started(PQexec(connection.get(), copy.constData()));
    if (PQresultStatus(started.get()) != PGRES_COPY_OUT)
        return fail(ErrorCode::StoreFailure, QString::fromUtf8(PQerrorMessage(connection.get())));
    qint64 rows = -1; // the last message is the trailer
    char *buffer = nullptr;
    while (PQgetCopyData(connection.get(), &buffer, 0) > 0) {
        ++rows;
        PQfreemem(buffer);
    }
    return double(rows) / watch.elapsed().count();
}

} // namespace film::bench
