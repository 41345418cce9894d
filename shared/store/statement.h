#pragma once

#include "shared/store/database.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVariant>

#include <vector>

namespace film::store {

class BulkSelect;
struct PreparedStatement;

// A prepared statement with named placeholders (:name), prepared once per connection and text.
// The name is for the log; values are never in an error.
class Statement
{
public:
    // Bulk: a SELECT of whole pages, of numbers and bytes alone. On PostgreSQL they travel in
    // binary.
    enum class Size { Ordinary, Bulk };

    Statement(Database &database, QString name, const QString &sql, Size size = Size::Ordinary);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    Statement &bind(QStringView placeholder, qint64 value);
    Statement &bind(QStringView placeholder, quint64 value)
    {
        return bind(placeholder, static_cast<qint64>(value));
    }
    Statement &bind(QStringView placeholder, int value)
    {
        return bind(placeholder, static_cast<qint64>(value));
    }
    Statement &bind(QStringView placeholder, const QByteArray &value);
    Statement &bind(QStringView placeholder, const QString &value);
    Statement &bindNull(QStringView placeholder);

    [[nodiscard]] Result<> run();
    [[nodiscard]] bool next();
    // After next() said no: whether that was the end, or the reading broke off.
    [[nodiscard]] Result<> ended() const;
    [[nodiscard]] qint64 affectedRows() const;

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] quint64 unsignedNumber(int column) const
    {
        return static_cast<quint64>(number(column));
    }
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    [[nodiscard]] Result<> runUnwatched();
    Statement &set(QStringView placeholder, const QVariant &value);

    Database &m_database;
    QString m_name;
    PreparedStatement *m_prepared = nullptr;
    std::unique_ptr<PreparedStatement> m_own; // when the shared one is in use further up
    QString m_problem;                        // of preparing
    std::vector<QVariant> m_values;
    std::unique_ptr<BulkSelect> m_bulk; // then nothing of the above is used but the names
};

} // namespace film::store
