#pragma once

#include "shared/store/postgres_bulk.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

namespace film::store {

// What Statement is, for the few SELECTs of PostgreSQL that give whole pages: values and rows go
// over in binary, and nothing is turned into text and back (docs/performance.md).
class BulkSelect
{
public:
    BulkSelect(Database &database, const QString &sql, std::vector<QString> placeholders);
    ~BulkSelect();
    Q_DISABLE_COPY_MOVE(BulkSelect)

    void bind(QStringView placeholder, qint64 value);
    void bind(QStringView placeholder, const QByteArray &value);

    [[nodiscard]] Result<> run(const QString &name);
    [[nodiscard]] bool next();
    [[nodiscard]] PostgresBulk::Row row() const;

private:
    using Value = std::variant<qint64, QByteArray>;

    void set(QStringView placeholder, const Value &value);

    Database &m_database;
    QByteArray m_sql; // with $1, $2 ... in the order of the placeholders
    std::vector<QString> m_placeholders;
    std::vector<Value> m_values;
    std::shared_ptr<pg_result> m_result;
    int m_row = -1;
};

} // namespace film::store
