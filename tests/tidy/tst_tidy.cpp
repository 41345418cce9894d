#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct SourceFile {
    QString path; // from the project's root
    QStringList lines;
};

const QString root = QStringLiteral(FILM_SOURCE_DIR);

std::vector<SourceFile> sourcesUnder(const QStringList &folders)
{
    std::vector<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator it(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            files.push_back({file.fileName().mid(root.size() + 1),
                             QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    return files;
}

// The house: which of our folders a folder may include, beside itself. docs/architecture.md.
const std::map<QString, QStringList> &allowed()
{
    static const QStringList base{u"shared/base"_s};
    static const QStringList domain = base + QStringList{u"shared/domain"_s};
    static const QStringList payRules = domain + QStringList{u"shared/rules"_s};
    static const QStringList protocol = domain + QStringList{u"shared/protocol"_s};
    static const QStringList sync = protocol + QStringList{u"shared/sync"_s};
    static const QStringList store = sync + QStringList{u"shared/store"_s};
    static const QStringList engine = store + QStringList{u"shared/rules"_s, u"app/engine"_s};
    static const QStringList models = payRules + QStringList{u"app/models"_s};
    static const QStringList controllers =
        engine + QStringList{u"app/models"_s, u"app/controllers"_s};
    static const QStringList server =
        store + QStringList{u"server/config"_s,  u"server/net"_s,      u"server/lanes"_s,
                            u"server/admin"_s,   u"server/identity"_s, u"server/telemetry"_s,
                            u"server/webhooks"_s};
    static const std::map<QString, QStringList> rules{
        {u"shared/base"_s, base},
        {u"shared/sign_in"_s, base + QStringList{u"shared/sign_in"_s}},
        {u"shared/domain"_s, domain},
        {u"shared/rules"_s, payRules},
        {u"shared/protocol"_s, protocol},
        {u"shared/sync"_s, sync},
        {u"shared/store"_s, store},
        {u"app/engine"_s, engine + QStringList{u"shared/sign_in"_s}},
        {u"app/models"_s, models},
        {u"app/controllers"_s, controllers},
        {u"app/charts"_s, models + QStringList{u"app/charts"_s}},
        {u"app/ui"_s, controllers + QStringList{u"app/charts"_s, u"app/ui"_s}},
        {u"app/cli"_s, engine + QStringList{u"app/cli"_s}},
        {u"server/config"_s, server},
        {u"server/net"_s, server},
        {u"server/lanes"_s, server},
        {u"server/admin"_s, server},
        {u"server/identity"_s, server},
        {u"server/telemetry"_s, server},
        {u"server/webhooks"_s, server},
        {u"server/http"_s, server + QStringList{u"shared/rules"_s, u"server/http"_s}},
        {u"server/console"_s, server + QStringList{u"server/http"_s, u"server/console"_s}},
        {u"server/cli"_s, {u"server/cli"_s, u"shared/base"_s, u"shared/sign_in"_s}},
    };
    return rules;
}

QString houseOf(const QString &path)
{
    for (const auto &[house, rooms] : allowed()) {
        if (path.startsWith(house + u'/'))
            return house;
    }
    return {};
}

} // namespace

// Reads the tree as text and holds it to the rules that no compiler checks.
class TestTidy : public QObject
{
    Q_OBJECT
private slots:
    void includesFollowTheHouse()
    {
        static const QRegularExpression include(u"^#include \"([^\"]+)\""_s);
        QStringList wrong;
        for (const SourceFile &file : sourcesUnder({u"shared"_s, u"app"_s, u"server"_s})) {
            const QString house = houseOf(file.path);
            if (house.isEmpty())
                continue;
            for (const QString &line : file.lines) {
                const auto match = include.match(line);
                const QString target = houseOf(match.captured(1));
                if (match.hasMatch() && !target.isEmpty() && !allowed().at(house).contains(target))
                    wrong << file.path + u" includes "_s + match.captured(1);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // Where the core gets its time and chance from: its arguments.
    void theCoreIsPure()
    {
        static const QRegularExpression banned(
            u"QDateTime::currentDateTime|QDate::currentDate|QTime::currentTime|system_clock::now"
            "|QRandomGenerator|QElapsedTimer|QTimer\\b|QThread\\b|QFile\\b|QTcpSocket|QWebSocket"
            "|std::rand\\b|steady_clock::now"_s);
        QStringList wrong;
        for (const SourceFile &file : sourcesUnder(
                 {u"shared/domain"_s, u"shared/rules"_s, u"shared/protocol"_s, u"shared/sync"_s})) {
            for (const QString &line : file.lines) {
                const QString code = line.section(u"//"_s, 0, 0);
                if (banned.match(code).hasMatch())
                    wrong << file.path + u": "_s + line.trimmed();
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // Times are minutes and money is minor units.
    void noFloatingPointInTheCore()
    {
        static const QRegularExpression banned(u"\\b(double|float|qreal)\\b"_s);
        QStringList wrong;
        for (const SourceFile &file : sourcesUnder({u"shared"_s})) {
            for (const QString &line : file.lines) {
                const QString code =
                    line.section(u"//"_s, 0, 0).remove(QRegularExpression(u"\"[^\"]*\""_s));
                if (banned.match(code).hasMatch())
                    wrong << file.path + u": "_s + line.trimmed();
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void noConstructThatFreezesOrHides_data()
    {
        QTest::addColumn<QString>("pattern");

        QTest::newRow("nested event loops") << u"\\bQEventLoop\\b|processEvents\\s*\\("_s;
        QTest::newRow("calls that wait for another thread") << u"BlockingQueuedConnection"_s;
        QTest::newRow("dialogs that wait") << u"[dD]ialog(\\.|->)exec\\s*\\("_s;
        QTest::newRow("string connects") << u"\\b(SIGNAL|SLOT)\\s*\\("_s;
        QTest::newRow("promises instead of work") << u"\\b(TODO|FIXME|XXX|HACK)\\b"_s;
        QTest::newRow("sleeping") << u"\\b(msleep|usleep|sleep_for)\\s*\\("_s;
        QTest::newRow("headers that bring everything")
            << u"#include <Qt(Core|Gui|Widgets|Sql|Network|Test|WebSockets)>"_s;
    }

    void noConstructThatFreezesOrHides()
    {
        QFETCH(QString, pattern);
        const QRegularExpression banned(pattern);
        QStringList wrong;
        for (const SourceFile &file : sourcesUnder({u"shared"_s, u"app"_s, u"server"_s})) {
            // An event dispatcher is what processEvents() is made of; a lane's thread has
            // nothing else to do while its database wants a pause.
            if (file.path.startsWith(u"server/net/epoll_dispatcher"_s)
                || file.path == u"server/lanes/lane_commit.cpp")
                continue;
            for (const QString &line : file.lines) {
                if (banned.match(line).hasMatch())
                    wrong << file.path + u": "_s + line.trimmed();
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // A NOTIFY makes the commit of its transaction wait for those of all others.
    void onlyTheHintsNotify()
    {
        static const QRegularExpression notifies(u"\\b(NOTIFY|pg_notify)\\b.*\""_s);
        QStringList files;
        for (const SourceFile &file : sourcesUnder({u"shared"_s, u"server"_s})) {
            if (std::ranges::any_of(file.lines, [](const QString &line) {
                    return notifies.match(line).hasMatch() && !line.trimmed().startsWith(u"//"_s);
                }))
                files << file.path;
        }
        QCOMPARE(files, QStringList{u"server/lanes/postgres_hints.cpp"_s});
    }

    void everyHeaderIsGuarded()
    {
        QStringList wrong;
        for (const SourceFile &file :
             sourcesUnder({u"shared"_s, u"app"_s, u"server"_s, u"tests"_s})) {
            if (file.path.endsWith(u".h"_s) && file.lines.value(0) != u"#pragma once"_s)
                wrong << file.path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // Words for people are made where they can be translated.
    void onlyTheUserInterfaceSpeaksToPeople()
    {
        static const QRegularExpression translated(u"(^|[^\\w:])tr\\("_s);
        QStringList wrong;
        for (const SourceFile &file : sourcesUnder({u"shared"_s, u"server"_s, u"app/engine"_s})) {
            for (const QString &line : file.lines) {
                if (translated.match(line).hasMatch())
                    wrong << file.path + u": "_s + line.trimmed();
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestTidy)
#include "tst_tidy.moc"
