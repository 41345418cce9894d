#include "app/ui/dialogs/help_dialog.h"
#include "app/ui/guide.h"
#include "app/ui/main_window.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "tests/support/page_shots.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;

// The user guide: every screen has its page, every link leads somewhere, and F1 opens the right
// one.
class TestHelp : public QObject
{
    Q_OBJECT

    static QString textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void everyScreenHasItsPage_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"my-week", "approvals", "crew-grid", "dashboard", "people",
                                 "call-sheets", "rules", "sync"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void everyScreenHasItsPage()
    {
        QFETCH(const QString, page);

        QVERIFY(guidePage(page).endsWith(page + u".md"_s));
        QVERIFY(textOf(guidePage(page)).startsWith(u"# "_s));
        QVERIFY(textOf(guidePage(page)).contains(u"](images/%1.png)"_s.arg(page)));
        // Each is found from the first page.
        QVERIFY(textOf(guidePage({})).contains(u"](%1.md)"_s.arg(page)));
    }

    void anUnknownScreenHasTheFirstPage()
    {
        QCOMPARE(guidePage(u"no-such-page"_s), guidePage({}));
        QVERIFY(guidePage({}).endsWith(u"README.md"_s));
    }

    void everyLinkOfTheGuideLeadsSomewhere()
    {
        static const QRegularExpression link(u"\\]\\(([^)#]+)(#[^)]*)?\\)"_s);
        const QDir folder(guideFolder());
        QStringList broken;
        for (const QString &name : folder.entryList({u"*.md"_s})) {
            const QString text = textOf(folder.filePath(name));
            for (auto all = link.globalMatch(text); all.hasNext();) {
                const QString target = all.next().captured(1);
                if (!target.contains(u"://"_s) && !QFile::exists(folder.filePath(target)))
                    broken += name + u": "_s + target;
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void f1OpensThePageAtHand()
    {
        Theme theme;
        theme.setPreference(SchemePreference::Light);
        theme.apply(*qApp);
        MainWindow window(theme);
        window.addPage(u"sync"_s, u"refresh-cw"_s, u"Sync"_s, new QWidget);
        window.resize(1200, 800);
        window.show();
        QApplication::setActiveWindow(&window);

        QTest::keyClick(&window, Qt::Key_F1);

        auto *dialog = window.findChild<HelpDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->guide()->source().toLocalFile().endsWith(u"sync.md"_s));
        QVERIFY(dialog->guide()->toPlainText().contains(u"Changes on a memory stick"_s));
        test::shoot(theme, *dialog, u"help"_s);
        dialog->findChild<QPushButton *>(u"guideContents"_s)->click();
        QVERIFY(dialog->guide()->toPlainText().contains(u"First start"_s));
        QVERIFY(dialog->findChild<QPushButton *>(u"guideBack"_s)->isEnabled());
    }

    void withoutAGuideTheKeysStandAlone()
    {
        const HelpDialog dialog({}, {}, nullptr);

        QVERIFY(!dialog.guide());
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
