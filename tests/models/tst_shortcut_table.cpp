#include "app/models/shortcut_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film::app;

// Who has which keys.
class TestShortcutTable : public QObject
{
    Q_OBJECT

    struct Desk {
        ShortcutTable table{
            {{u"Command"_s, u"Menu"_s, u"Keys"_s}, [](const QString &keys) { return keys; }}};
        QAbstractItemModelTester tester{&table};
        QSignalSpy changed{&table, &ShortcutTable::keysChanged};

        Desk()
        {
            table.setRows({{u"quick"_s, u"Quick entry"_s, u"Entry"_s, u"Ctrl+E"_s, u"Ctrl+E"_s},
                           {u"stamp"_s, u"Stamp"_s, u"Entry"_s, u"Ctrl+J"_s, u"Ctrl+J"_s},
                           {u"import"_s, u"Import"_s, u"File"_s, {}, {}}});
        }
        [[nodiscard]] QString keys(int row) const { return table.row(row).keys; }
    };

private slots:
    void newKeysAreTold()
    {
        Desk desk;

        QVERIFY(desk.table.assign(0, u"Ctrl+Y"_s));

        QCOMPARE(desk.keys(0), u"Ctrl+Y"_s);
        QCOMPARE(desk.changed.size(), 1);
        QCOMPARE(desk.changed[0][0].toString(), u"quick"_s);
        QCOMPARE(desk.table.index(0, ShortcutTable::Keys).data().toString(), u"Ctrl+Y"_s);
    }

    void keysThatSomebodyHasAreRefused()
    {
        Desk desk;

        QCOMPARE(desk.table.ownerOf(u"ctrl+j"_s, 0), std::optional(1));
        QVERIFY(!desk.table.assign(0, u"Ctrl+J"_s));

        QCOMPARE(desk.keys(0), u"Ctrl+E"_s);
        QCOMPARE(desk.changed.size(), 0);
    }

    void keysOfTypingAreRefused_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<bool>("isTaken");

        QTest::newRow("Enter") << u"Return"_s << false;
        QTest::newRow("a figure") << u"7"_s << false;
        QTest::newRow("a capital") << u"Shift+F"_s << false;
        QTest::newRow("a menu") << u"Alt+F"_s << false;
        QTest::newRow("closes windows") << u"Alt+F4"_s << false;
        QTest::newRow("Ctrl") << u"Ctrl+Return"_s << true;
        QTest::newRow("Meta") << u"Meta+7"_s << true;
        QTest::newRow("an F key") << u"F12"_s << true;
        QTest::newRow("an F key with Shift") << u"Shift+F3"_s << true;
    }

    void keysOfTypingAreRefused()
    {
        QFETCH(QString, keys);
        QFETCH(bool, isTaken);
        Desk desk;

        QCOMPARE(desk.table.assign(0, keys), isTaken);

        QCOMPARE(desk.keys(0), isTaken ? keys : u"Ctrl+E"_s);
    }

    void theFirstKeysOfACommandAreAlwaysGiven()
    {
        Desk desk;
        desk.table.setRows({{u"clear"_s, u"Clear"_s, u"Edit"_s, u"Del"_s, u"Ctrl+Y"_s}});

        QVERIFY(desk.table.reset(0));

        QCOMPARE(desk.keys(0), u"Del"_s);
    }

    void commandsOfTwoPagesShareWhatTheyComeWith()
    {
        Desk desk;
        desk.table.setRows(
            {{u"grid:Ctrl+F"_s, u"Filter"_s, u"Edit"_s, u"Ctrl+F"_s, u"Ctrl+F"_s, u"grid"_s},
             {u"approvals:Ctrl+F"_s, u"Filter"_s, u"Week"_s, u"Ctrl+F"_s, u"Ctrl+F"_s,
              u"approvals"_s},
             {u"stamp"_s, u"Stamp"_s, u"Entry"_s, u"Ctrl+J"_s, u"Ctrl+J"_s}});

        QVERIFY(desk.table.assign(1, u"Ctrl+Y"_s));
        QVERIFY(desk.table.reset(1));
        QVERIFY(!desk.table.assign(2, u"Ctrl+F"_s));

        QCOMPARE(desk.keys(1), u"Ctrl+F"_s);
    }

    void keptKeysThatAnotherHasAreLeftOut()
    {
        Desk desk;

        desk.table.applyKept({{u"quick"_s, u"Ctrl+J"_s}, {u"import"_s, u"Ctrl+I"_s}});

        QCOMPARE(desk.keys(0), u"Ctrl+E"_s);
        QCOMPARE(desk.keys(1), u"Ctrl+J"_s);
        QCOMPARE(desk.keys(2), u"Ctrl+I"_s);
        QCOMPARE(desk.changed.size(), 0); // they are kept already
    }

    void keptKeysMayBeSwapped()
    {
        Desk desk;

        desk.table.applyKept({{u"quick"_s, u"Ctrl+J"_s}, {u"stamp"_s, u"Ctrl+E"_s}});

        QCOMPARE(desk.keys(0), u"Ctrl+J"_s);
        QCOMPARE(desk.keys(1), u"Ctrl+E"_s);
    }

    void noKeysBelongToNobody()
    {
        Desk desk;

        QVERIFY(desk.table.assign(0, {}));
        QVERIFY(desk.table.assign(1, {}));
        QVERIFY(!desk.table.ownerOf({}, 2));
    }

    void aResetIsRefusedWhileAnotherHasTheKeys()
    {
        Desk desk;
        QVERIFY(desk.table.assign(0, u"Ctrl+Y"_s));
        QVERIFY(desk.table.assign(1, u"Ctrl+E"_s));

        QVERIFY(!desk.table.reset(0));
        QVERIFY(desk.table.reset(1));
        QVERIFY(desk.table.reset(0));

        QCOMPARE(desk.keys(0), u"Ctrl+E"_s);
    }

    void allAreResetEvenWhereTheyWereSwapped()
    {
        Desk desk;
        QVERIFY(desk.table.assign(0, {}));
        QVERIFY(desk.table.assign(1, u"Ctrl+E"_s));
        QVERIFY(desk.table.assign(0, u"Ctrl+J"_s));

        desk.table.resetAll();

        QCOMPARE(desk.keys(0), u"Ctrl+E"_s);
        QCOMPARE(desk.keys(1), u"Ctrl+J"_s);
        QCOMPARE(desk.keys(2), QString());
    }
};

QTEST_APPLESS_MAIN(TestShortcutTable)
#include "tst_shortcut_table.moc"
