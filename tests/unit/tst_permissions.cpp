#include "shared/domain/permissions.h"

#include <QFile>
#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

class TestPermissions : public QObject
{
    Q_OBJECT
private slots:
    // The page for people and the table that counts.
    void thePageSaysWhatTheTableSays()
    {
        QFile page(QStringLiteral(FILM_SOURCE_DIR) + u"/docs/roles.md"_s);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QStringList roles;
        int actions = 0;
        for (const QString &line : QString::fromUtf8(page.readAll()).split(u'\n')) {
            if (!line.startsWith(u"| "))
                continue;
            QStringList cells = line.split(u'|', Qt::SkipEmptyParts);
            for (QString &cell : cells)
                cell = cell.trimmed();
            if (roles.isEmpty()) {
                roles = cells.mid(1);
                continue;
            }
            const auto action = actionFromName(cells.value(0));
            QVERIFY2(action, qPrintable(line));
            ++actions;
            for (qsizetype i = 0; i < roles.size(); ++i) {
                const auto role = roleFromName(roles.at(i));
                QVERIFY2(role, qPrintable(roles.at(i)));
                QCOMPARE(reachName(Permissions(*role).reach(*action)), cells.value(i + 1));
            }
        }
        QCOMPARE(roles.size(), 7);
        QCOMPARE(actions, int(allActions().size()));
    }

    void namesComeBack()
    {
        for (const Action action : allActions())
            QCOMPARE(actionFromName(actionName(action)), action);
        QVERIFY(!actionFromName(u"fly"));
    }

    void aReachMeansWhoseThingsItReaches_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("own");
        QTest::addColumn<bool>("ofDepartment");
        QTest::addColumn<bool>("others");
        QTest::newRow("nobody") << Role::Auditor << false << false << false;
        QTest::newRow("own") << Role::Crew << true << false << false;
        QTest::newRow("department") << Role::HeadOfDepartment << true << true << false;
        QTest::newRow("production") << Role::Coordinator << true << true << true;
    }
    void aReachMeansWhoseThingsItReaches()
    {
        QFETCH(const Role, role);
        const Permissions permissions(role);
        QTEST(permissions.reachesPerson(Action::EditDays, true, false), "own");
        QTEST(permissions.reachesPerson(Action::EditDays, false, true), "ofDepartment");
        QTEST(permissions.reachesPerson(Action::EditDays, false, false), "others");
        QTEST(permissions.reachesAll(Action::EditDays), "others");
    }

    void whatNobodyWasGivenMayNothing()
    {
        for (const Action action : allActions())
            QCOMPARE(Permissions().reach(action), Reach::Nobody);
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
