#include "tests/support/console_fixture.h"

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString root = u"root@example.org"_s;

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT
private slots:
    void anAdministratorSignsInWithASecondFactor_data() { TestDatabase::kinds(); }
    void anAdministratorSignsInWithASecondFactor()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);

        const WebAnswer early = browser.get(stage.under(u"people"_s));
        QCOMPARE(early.status, 303);
        const QByteArray signInPage = early.header("Location");
        QVERIFY(signInPage.startsWith("/console/sign-in?to="));
        const WebAnswer in = browser.signIn(root, stage.api.adminCode(), stage.under(u"people"_s));
        QVERIFY2(in.status == 303, qPrintable(in.text));
        QCOMPARE(QString::fromLatin1(in.header("Location")), stage.under(u"people"_s));
        const WebAnswer page = browser.get(stage.under(u"overview"_s));
        QVERIFY2(page.status == 200, qPrintable(page.text));
        QVERIFY(page.text.contains(u"Everything is working"_s));

        QCOMPARE(browser.post(u"/console/sign-out"_s).status, 303);
        QCOMPARE(browser.get(stage.under(u"overview"_s)).status, 303);
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
