#pragma once

#include "shared/store/database.h"

#include <QMetaType>
#include <QString>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUuid>

// A fresh database for one test: a file, or a database of its own on the PostgreSQL that
// scripts/with_postgres.sh started.
namespace film::tests {

using namespace Qt::StringLiterals;

class TestDatabase
{
public:
    enum class Kind { Sqlite, Postgres };

    [[nodiscard]] static bool hasPostgres()
    {
        return qEnvironmentVariableIsSet("FILM_TEST_POSTGRES");
    }

    explicit TestDatabase(Kind kind)
    {
        if (kind == Kind::Sqlite) {
            m_address = u"sqlite:"_s + m_folder.filePath(u"server.db"_s);
            return;
        }
        QUrl url(qEnvironmentVariable("FILM_TEST_POSTGRES"));
        const QString name = u"t"_s + QUuid::createUuid().toString(QUuid::Id128);
        const auto server = store::Database::open(url.toString());
        if (!server || !(*server)->execute(u"CREATE DATABASE "_s + name))
            qFatal("no database could be made for a test");
        url.setPath(u'/' + name);
        m_address = url.toString();
    }

    [[nodiscard]] const QString &address() const { return m_address; }

    // The rows of a test that runs on each that there is.
    static void kinds();

private:
    QTemporaryDir m_folder;
    QString m_address;
};

} // namespace film::tests

Q_DECLARE_METATYPE(film::tests::TestDatabase::Kind)

inline void film::tests::TestDatabase::kinds()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("sqlite") << Kind::Sqlite;
    if (hasPostgres())
        QTest::newRow("postgresql") << Kind::Postgres;
}
