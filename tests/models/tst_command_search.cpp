#include "app/models/command_search.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;

// What Ctrl+K finds, and in which order.
class TestCommandSearch : public QObject
{
    Q_OBJECT

    static inline const QDate thursday{2025, 11, 20};
    static inline const SearchCalendar calendar{thursday, QDate(2025, 11, 16), QDate(2025, 10, 12)};

    static CommandSearchModel::Words plainWords()
    {
        return {[](const FoundDate &found) {
                    return found.week ? u"week %1"_s.arg(*found.week)
                                      : found.date.toString(Qt::ISODate);
                },
                [](const FoundDate &) { return QString(); },
                [](SearchKind kind) { return QString::number(int(kind)); }};
    }

    static SearchEntry entry(SearchKind kind, const QString &title, const QString &detail = {},
                             const QString &keys = {})
    {
        SearchEntry entry;
        entry.kind = kind;
        entry.title = title;
        entry.detail = detail;
        entry.keys = keys;
        return entry;
    }

    struct Desk {
        CommandSearchModel model{plainWords()};
        QAbstractItemModelTester tester{&model};

        Desk()
        {
            std::vector<SearchEntry> entries{
                entry(SearchKind::Command, u"Quick entry"_s, u"Entry"_s, u"Ctrl+E"_s),
                entry(SearchKind::Command, u"Sync now"_s, u"Production"_s, u"F5"_s),
                entry(SearchKind::Command, u"Sync details"_s, u"Production"_s),
                entry(SearchKind::Command, u"Fill down"_s, u"Entry"_s, u"Ctrl+D"_s),
                entry(SearchKind::Page, u"My week"_s, u"View"_s, u"Ctrl+1"_s),
                entry(SearchKind::Page, u"Sync"_s, u"View"_s),
                entry(SearchKind::Person, u"Maya Lindqvist"_s, u"1st AC, Camera"_s),
                entry(SearchKind::Person, u"Mathilde Sync"_s, u"Sound"_s),
                entry(SearchKind::Person, u"José Ángel Müller"_s, u"Gaffer, Electric"_s),
            };
            entries[3].isEnabled = false; // not on this page
            model.setEntries(entries);
            model.setCalendar(calendar);
        }
        [[nodiscard]] QStringList found(const QString &query)
        {
            model.setQuery(query);
            QStringList titles;
            for (int row = 0; row < model.rowCount(); ++row)
                titles.append(model.entry(row).title);
            return titles;
        }
    };

private slots:
    void datesAreReadInFourLanguages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("first");

        QTest::newRow("weekday and day") << u"thu 20"_s << thursday;
        QTest::newRow("whole weekday") << u"Thursday 20"_s << thursday;
        QTest::newRow("day and month") << u"20 nov"_s << thursday;
        QTest::newRow("month first") << u"nov 20"_s << thursday;
        QTest::newRow("ordinal") << u"20th november"_s << thursday;
        QTest::newRow("with a year") << u"20 nov 2024"_s << QDate(2024, 11, 20);
        QTest::newRow("iso") << u"2025-11-03"_s << QDate(2025, 11, 3);
        QTest::newRow("figures") << u"3.11."_s << QDate(2025, 11, 3);
        QTest::newRow("figures with a year") << u"3.11.2024"_s << QDate(2024, 11, 3);
        QTest::newRow("German weekday") << u"Do 20"_s << thursday;
        QTest::newRow("German month") << u"20. Dezember"_s << QDate(2025, 12, 20);
        QTest::newRow("German month with an accent") << u"3 März"_s << QDate(2026, 3, 3);
        QTest::newRow("French") << u"jeu 20"_s << thursday;
        QTest::newRow("French month") << u"3 décembre"_s << QDate(2025, 12, 3);
        QTest::newRow("French without accent") << u"3 decembre"_s << QDate(2025, 12, 3);
        QTest::newRow("Spanish") << u"jueves 20"_s << thursday;
        QTest::newRow("Spanish month") << u"3 de diciembre"_s << QDate(2025, 12, 3);
        QTest::newRow("today") << u"today"_s << thursday;
        QTest::newRow("heute") << u"heute"_s << thursday;
        QTest::newRow("gestern") << u"gestern"_s << thursday.addDays(-1);
        QTest::newRow("hier") << u"hier"_s << thursday.addDays(-1);
        QTest::newRow("mañana") << u"mañana"_s << thursday.addDays(1);
        QTest::newRow("demain") << u"demain"_s << thursday.addDays(1);
        QTest::newRow("a weekday is the nearest") << u"tue"_s << QDate(2025, 11, 18);
        QTest::newRow("the nearest Thursday the 6th") << u"thu 6"_s << QDate(2025, 11, 6);
    }

    void datesAreReadInFourLanguages()
    {
        QFETCH(QString, text);
        QFETCH(QDate, first);

        const std::vector<FoundDate> dates = datesIn(text, calendar);

        QVERIFY(!dates.empty());
        QCOMPARE(dates.front().date, first);
        QVERIFY(!dates.front().week);
    }

    void weeksAreReadByTheirNumber_data()
    {
        QTest::addColumn<QString>("text");

        for (const char *text :
             {"week 6", "Woche 6", "KW 6", "semaine 6", "semana 6", "w6", "sem 6"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void weeksAreReadByTheirNumber()
    {
        QFETCH(QString, text);

        const std::vector<FoundDate> dates = datesIn(text, calendar);

        QCOMPARE(dates, (std::vector<FoundDate>{{QDate(2025, 11, 16), 6, false}}));
    }

    void aNumberAloneIsADayOrAWeek()
    {
        const std::vector<FoundDate> dates = datesIn(u"6"_s, calendar);

        QCOMPARE(dates.front(), (FoundDate{QDate(2025, 11, 6), {}, false}));
        QCOMPARE(dates.back(), (FoundDate{QDate(2025, 11, 16), 6, false}));
    }

    void whatIsNoDateIsNone_data()
    {
        QTest::addColumn<QString>("text");

        for (const char *text : {"", "maya", "ma", "31 feb", "thu 20 x", "2025", "nov", "40",
                                 "20 20 20", "week 0", "-"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsNoDateIsNone()
    {
        QFETCH(QString, text);

        QVERIFY(datesIn(text, calendar).empty());
    }

    void matchesAreRanked_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("rank"); // -1: none

        QTest::newRow("the same") << u"Sync now"_s << u"sync NOW"_s << 0;
        QTest::newRow("its beginning") << u"Sync now"_s << u"syn"_s << 1;
        QTest::newRow("beginnings of words") << u"Maya Lindqvist"_s << u"ma li"_s << 2;
        QTest::newRow("a later word") << u"Maya Lindqvist"_s << u"lind"_s << 2;
        QTest::newRow("in another order") << u"Maya Lindqvist"_s << u"lind ma"_s << 3;
        QTest::newRow("initials") << u"Quick entry"_s << u"qe"_s << 4;
        QTest::newRow("letters in order") << u"Quick entry"_s << u"qkent"_s << 5;
        QTest::newRow("accents do not matter") << u"José Müller"_s << u"jose mull"_s << 1;
        QTest::newRow("each word answers once") << u"Maya Lindqvist"_s << u"ma ma"_s << -1;
        QTest::newRow("the middle of a word") << u"Maya Lindqvist"_s << u"qvist"_s << -1;
        QTest::newRow("nothing typed") << u"Maya"_s << u" "_s << -1;
        QTest::newRow("marks alone") << u"Maya"_s << u"?"_s << -1;
    }

    void matchesAreRanked()
    {
        QFETCH(QString, title);
        QFETCH(QString, query);
        QFETCH(int, rank);

        QCOMPARE(matchRank(title, query).value_or(-1), rank);
    }

    void theBestStandsFirst()
    {
        Desk desk;

        // The same text, its beginning, a later word.
        QCOMPARE(desk.found(u"sync"_s),
                 (QStringList{u"Sync"_s, u"Sync now"_s, u"Sync details"_s, u"Mathilde Sync"_s}));
    }

    void whatStandsBesideIsFoundLater()
    {
        Desk desk;

        QCOMPARE(desk.found(u"camera"_s), QStringList{u"Maya Lindqvist"_s});
        QCOMPARE(desk.found(u"ma cam"_s), QStringList{u"Maya Lindqvist"_s});
    }

    void aDayComesBeforeNames()
    {
        Desk desk;

        QCOMPARE(desk.found(u"thu 20"_s).front(), u"2025-11-20"_s);
        QCOMPARE(desk.model.entry(0).kind, SearchKind::Day);
        QCOMPARE(desk.found(u"week 6"_s), QStringList{u"week 6"_s});
    }

    void theBeginningOfANameIsOneBeforeItIsAWeekday()
    {
        Desk desk;

        const QStringList found = desk.found(u"mat"_s); // and the beginning of no weekday
        QCOMPARE(found, QStringList{u"Mathilde Sync"_s});
        desk.model.setEntries({entry(SearchKind::Person, u"Marek Duda"_s)});
        QCOMPARE(desk.found(u"mar"_s).front(), u"Marek Duda"_s);
        QCOMPARE(desk.found(u"mar"_s).size(), 4); // and three Tuesdays
    }

    void nothingTypedOffersPagesAndCommandsButNobody()
    {
        Desk desk;
        const QStringList all = desk.found({});

        QVERIFY(all.contains(u"My week"_s));
        QVERIFY(all.contains(u"Quick entry"_s));
        QVERIFY(!all.contains(u"Maya Lindqvist"_s));
        QCOMPARE(all.back(), u"Fill down"_s); // it cannot be done here
    }

    void whatCannotBeDoneHereIsNotTheBest()
    {
        Desk desk;
        QCOMPARE(desk.found(u"fill"_s), QStringList{u"Fill down"_s});
        QCOMPARE(desk.model.bestRow(), -1);
        QVERIFY(!(desk.model.index(0).flags() & Qt::ItemIsEnabled));

        (void)desk.found(u"xyz"_s);
        QCOMPARE(desk.model.rowCount(), 0);
        QCOMPARE(desk.model.bestRow(), -1);
    }

    void aScreenReaderHearsWhatItIsAndItsKeys()
    {
        Desk desk;
        (void)desk.found(u"quick"_s);

        QCOMPARE(desk.model.index(0).data(Qt::AccessibleTextRole).toString(),
                 u"3, Quick entry, Entry, Ctrl+E"_s);
    }
};

QTEST_APPLESS_MAIN(TestCommandSearch)
#include "tst_command_search.moc"
