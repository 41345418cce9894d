#pragma once

#include "shared/store/database.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>
#include <vector>

struct pg_result;

namespace film::store {

// What QtSql cannot say to PostgreSQL: whole arrays as one value, in binary, and several statements
// in one round trip. A lane's batch goes over in two of them (docs/performance.md).
class PostgresBulk
{
public:
    explicit PostgresBulk(Database &database)
        : m_database(database)
    {}

    // One row of a composite type whose columns are all BYTEA or BIGINT, column after column.
    class RowWriter
    {
    public:
        RowWriter &bytes(QByteArrayView value); // null: NULL
        RowWriter &number(qint64 value);

    private:
        friend class PostgresBulk;
        explicit RowWriter(QByteArray &to);
        void end();

        QByteArray &m_to;
        qsizetype m_start;
        qint32 m_columns = 0;
    };

    // One statement's values, in order.
    class Values
    {
    public:
        void bytes(QByteArrayView value);
        void number(qint64 value);
        // An array of whole rows, as `write` writes them; the statement names the type of the
        // array. `type` is what the database knows the row's type by (pg_type.oid). An array for
        // each column costs twice as much to take apart there.
        template<typename Items, typename Write>
        void rows(unsigned int type, const Items &items, Write write)
        {
            startArray(type, items.size());
            for (const auto &item : items) {
                RowWriter row(m_data.back());
                write(row, item);
                row.end();
            }
        }
        // Arrays with what the projection gives of each item; bytes that are null are NULL.
        template<typename Items, typename Projection>
        void byteArrays(const Items &items, Projection projection)
        {
            startArray(byteaType, items.size());
            for (const auto &item : items) {
                const auto &value = projection(item);
                appendItem(value);
            }
        }
        template<typename Items, typename Projection>
        void numbers(const Items &items, Projection projection)
        {
            startArray(bigintType, items.size());
            for (const auto &item : items)
                appendItem(static_cast<qint64>(projection(item)));
        }
        template<typename Items, typename Projection>
        void texts(const Items &items, Projection projection) // UTF-8
        {
            startArray(textType, items.size());
            for (const auto &item : items) {
                const auto &value = projection(item);
                appendItem(value);
            }
        }

    private:
        friend class PostgresBulk;
        // https://www.postgresql.org/docs/15/catalog-pg-type.html, pg_type.dat
        static constexpr unsigned int byteaType = 17;
        static constexpr unsigned int bigintType = 20;
        static constexpr unsigned int textType = 25;
        static constexpr unsigned int inferred = 0;

        void startArray(unsigned int element, size_t count);
        void appendItem(QByteArrayView value);
        void appendItem(qint64 value);

        std::vector<QByteArray> m_data;
        std::vector<unsigned int> m_types;
    };

    // One row of a result: binary columns.
    class Row
    {
    public:
        Row(const pg_result *result, int row)
            : m_result(result)
            , m_row(row)
        {}
        [[nodiscard]] QByteArray bytes(int column) const;
        [[nodiscard]] QByteArrayView view(int column) const; // until the row's callback returns
        [[nodiscard]] qint64 number(int column) const;       // of any integer width
        [[nodiscard]] bool isNull(int column) const;

    private:
        const pg_result *m_result;
        int m_row;
    };
    using OnRow = std::function<void(const Row &)>;

    // Waits for send() or run(). Prepared under its name the first time; both have to live until
    // then.
    void add(const char *name, const char *sql, Values values = {}, OnRow onRow = {});
    // Lets the server begin with what was added, without waiting for it. What fails is said by
    // run(). Until then nobody else may use the connection.
    void send();
    // Everything added since the last run() is done when this returns. After the first failure the
    // rest is not run.
    [[nodiscard]] Result<> run();
    [[nodiscard]] bool isWaiting() const { return !m_waiting.empty(); }
    [[nodiscard]] bool isUnderWay() const { return !m_sent.empty(); }
    // A single one.
    [[nodiscard]] Result<> run(const char *name, const char *sql, Values values, OnRow onRow = {});
    // The rows of one SELECT, to be looked at later.
    [[nodiscard]] Result<std::shared_ptr<pg_result>> select(const char *name, const char *sql,
                                                            Values values);

private:
    struct Waiting {
        const char *name = nullptr;
        const char *sql = nullptr;
        Values values;
        OnRow onRow;
    };

    // What the server was told, and has to answer in this order.
    struct Sent {
        const char *name = nullptr;
        bool isPreparation = false;
        OnRow onRow;
    };

    [[nodiscard]] Result<> finish(const char *last);
    [[nodiscard]] Result<> prepare(const Waiting &statement);
    [[nodiscard]] bool send(Waiting &statement);
    [[nodiscard]] Result<> receive();
    [[nodiscard]] Result<> receive(const Sent &sent);

    Database &m_database;
    std::vector<Waiting> m_waiting;
    std::vector<Sent> m_sent;
    bool m_isBroken = false; // not everything could be sent
};

} // namespace film::store
