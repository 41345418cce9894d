#pragma once

#include "shared/store/database.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <vector>

struct pg_result;

namespace film::store {

// What QtSql cannot say to PostgreSQL: whole arrays as one value, in binary. A lane's batch goes
// over in a handful of statements instead of thousands (docs/benchmarks.md).
class PostgresBulk
{
public:
    explicit PostgresBulk(Database &database)
        : m_database(database)
    {}

    // One statement's values, in order.
    class Values
    {
    public:
        void bytes(QByteArrayView value);
        void number(qint64 value);
        void byteArrays(const std::vector<QByteArray> &values); // a null QByteArray is NULL
        void numbers(const std::vector<qint64> &values);
        void texts(const std::vector<QByteArray> &values); // UTF-8

    private:
        friend class PostgresBulk;
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
        [[nodiscard]] qint64 number(int column) const; // of any integer width
        [[nodiscard]] bool isNull(int column) const;

    private:
        const pg_result *m_result;
        int m_row;
    };

    // Prepared under its name the first time.
    [[nodiscard]] Result<> run(const char *name, const char *sql, const Values &values,
                               const std::function<void(const Row &)> &onRow = {});

private:
    Database &m_database;
};

} // namespace film::store
