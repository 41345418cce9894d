#include "shared/store/statement.h"

#include "shared/store/bulk_select.h"
#include "shared/store/database_private.h"

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

// Turns :names into ? and remembers their order: QPSQL and QSQLITE both take those.
QString positional(const QString &sql, std::vector<QString> &names)
{
    QString result;
    result.reserve(sql.size());
    bool quoted = false;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar c = sql[i];
        quoted = quoted != (c == u'\'');
        const bool starts = !quoted && c == u':' && i + 1 < sql.size() && sql[i + 1].isLetter();
        if (!starts) {
            result += c;
            continue;
        }
        qsizetype end = i + 1;
        while (end < sql.size() && (sql[end].isLetterOrNumber() || sql[end] == u'_'))
            ++end;
        names.push_back(sql.mid(i, end - i));
        result += u'?';
        i = end - 1;
    }
    return result;
}

std::unique_ptr<PreparedStatement> prepare(Database &database, const QString &sql, QString &problem)
{
    auto prepared = std::make_unique<PreparedStatement>();
    prepared->query = QSqlQuery(database.access().database);
    prepared->query.setForwardOnly(true);
    const QString text = positional(sql, prepared->placeholders);
    if (!prepared->query.prepare(text))
        problem = prepared->query.lastError().driverText() + u' '
            + prepared->query.lastError().nativeErrorCode();
    return prepared;
}

} // namespace

Statement::Statement(Database &database, QString name, const QString &sql, Size size)
    : m_database(database)
    , m_name(std::move(name))
{
    if (size == Size::Bulk && database.dialect() == Dialect::Postgres) {
        std::vector<QString> placeholders;
        const QString text = positional(sql, placeholders);
        m_bulk = std::make_unique<BulkSelect>(database, text, std::move(placeholders));
        return;
    }
    auto &cache = database.access().statements;
    auto &shared = cache[sql];
    if (!shared) {
        shared = prepare(database, sql, m_problem);
        if (!m_problem.isEmpty()) {
            m_own = std::move(shared);
            cache.erase(sql);
            m_prepared = m_own.get();
            return;
        }
    }
    if (shared->inUse) {
        m_own = prepare(database, sql, m_problem);
        m_prepared = m_own.get();
    } else {
        m_prepared = shared.get();
    }
    m_prepared->inUse = true;
    m_values.resize(m_prepared->placeholders.size());
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    m_prepared->query.finish(); // an open SELECT would pin the write-ahead log
    m_prepared->inUse = false;
}

Statement &Statement::set(QStringView placeholder, const QVariant &value)
{
    [[maybe_unused]] bool known = !m_problem.isEmpty();
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (m_prepared->placeholders[i] == placeholder) {
            m_values[i] = value;
            known = true;
        }
    }
    Q_ASSERT_X(known, "Statement::bind", qPrintable(m_name));
    return *this;
}

Statement &Statement::bind(QStringView placeholder, qint64 value)
{
    if (m_bulk) {
        m_bulk->bind(placeholder, value);
        return *this;
    }
    return set(placeholder, QVariant(value));
}

Statement &Statement::bind(QStringView placeholder, const QByteArray &value)
{
    if (m_bulk) {
        m_bulk->bind(placeholder, value);
        return *this;
    }
    // A null QByteArray would become NULL; empty bytes are bytes.
    return set(placeholder, QVariant(value.isNull() ? QByteArray("") : value));
}

Statement &Statement::bind(QStringView placeholder, const QString &value)
{
    return set(placeholder, QVariant(value.isNull() ? u""_s : value));
}

Statement &Statement::bindNull(QStringView placeholder)
{
    return set(placeholder, QVariant(QMetaType(QMetaType::QByteArray)));
}

Result<> Statement::run()
{
    return watched(m_database, m_name, [this] { return runUnwatched(); });
}

Result<> Statement::runUnwatched()
{
    if (m_bulk)
        return m_bulk->run(m_name);
    if (!m_problem.isEmpty())
        return fail(ErrorCode::StoreFailure, m_name + u" cannot be prepared: "_s + m_problem);
    for (size_t i = 0; i < m_values.size(); ++i)
        m_prepared->query.bindValue(int(i), m_values[i]);
    if (!m_prepared->query.exec()) {
        const Error error = errorOf(m_prepared->query.lastError(), m_database.dialect());
        return fail(error.during(m_name));
    }
    return {};
}

bool Statement::next()
{
    return m_bulk ? m_bulk->next() : m_prepared->query.next();
}

Result<> Statement::ended() const
{
    if (m_bulk)
        return {}; // all rows came at once
    const QSqlError error = m_prepared->query.lastError();
    if (error.isValid())
        return fail(errorOf(error, m_database.dialect()).during(m_name));
    return {};
}

qint64 Statement::affectedRows() const
{
    return m_prepared->query.numRowsAffected();
}

qint64 Statement::number(int column) const
{
    return m_bulk ? m_bulk->row().number(column) : m_prepared->query.value(column).toLongLong();
}

QByteArray Statement::bytes(int column) const
{
    return m_bulk ? m_bulk->row().bytes(column) : m_prepared->query.value(column).toByteArray();
}

QString Statement::text(int column) const
{
    return m_prepared->query.value(column).toString();
}

bool Statement::isNull(int column) const
{
    return m_bulk ? m_bulk->row().isNull(column) : m_prepared->query.isNull(column);
}

} // namespace film::store
