#include "app/application.h"
#include "app/ui/dialogs/budget_dialog.h"
#include "app/ui/dialogs/command_search_dialog.h"
#include "app/ui/dialogs/crew_import_dialog.h"
#include "app/ui/dialogs/help_dialog.h"
#include "app/ui/dialogs/join_dialog.h"
#include "app/ui/dialogs/last_day_dialog.h"
#include "app/ui/dialogs/person_dialog.h"
#include "app/ui/dialogs/settings_dialog.h"
#include "app/ui/guide.h"
#include "app/ui/pages/crew_grid_page.h"
#include "app/ui/pages/crew_grid_view.h"
#include "app/ui/pages/first_run_page.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/navigation_panel.h"
#include "shared/domain/import/xlsx_reader.h"
#include "tests/support/accessible_walk.h"
#include "tests/support/page_shots.h"

#include <QAbstractAnimation>
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;

// Makes each of our texts 40 % longer, as a translation may be.
class LongWords final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int) const override
    {
        if (!QByteArrayView(context).startsWith("film::"))
            return {};
        const QString text = QString::fromUtf8(source);
        const qsizetype more = (text.size() * 2 + 4) / 5;
        return text.isEmpty() ? text : QString(text + QString(u"ö"_s).repeated(more));
    }
};

// A production of one's own in a real window: every page and dialog that it has.
class TestEveryPage : public QObject
{
    Q_OBJECT

    struct Desk {
        QTemporaryDir folder;
        Theme theme;
        std::unique_ptr<Application> application;

        Desk()
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            ApplicationOptions options;
            options.engine.dataDir = folder.path();
            options.engine.secrets = SecretsMode::PlainFile;
            options.deviceName = u"Laptop"_s;
            options.week = QDate(2025, 11, 20);
            application = std::make_unique<Application>(options, theme);
            QSignalSpy firstRun(application.get(), &Application::firstRunShown);
            QSignalSpy pages(application.get(), &Application::pagesShown);
            QSignalSpy week(application.get(), &Application::weekShown);
            application->start();
            if (firstRun.isEmpty())
                QVERIFY(firstRun.wait());
            auto *page = window().findChild<FirstRunPage *>();
            emit page->startAloneRequested(u"Northern Lights"_s, u"Maya Lindqvist"_s, u"Camera"_s,
                                           u"1st AC"_s);
            if (pages.isEmpty())
                QVERIFY(pages.wait());
            if (week.isEmpty())
                QVERIFY(week.wait());
        }
        [[nodiscard]] MainWindow &window() const { return application->window(); }
        static void settle()
        {
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
        }
        void forEachPage(const std::function<void(QWidget &, const QString &)> &look) const
        {
            const QList<MainWindow::MenuCommand> commands = window().menuCommands();
            for (const MainWindow::MenuCommand &command : commands) {
                if (!command.isPage)
                    continue;
                command.action->trigger();
                settle();
                look(window(), command.action->text());
            }
        }
        void forEachDialog(const std::function<void(QWidget &, const QString &)> &look) const
        {
            const auto open = [&](QDialog *dialog, const QString &name) {
                QVERIFY2(dialog, qPrintable(name));
                if (!dialog->isVisible())
                    dialog->show();
                settle();
                look(*dialog, name);
                dialog->close();
                settle();
            };
            MainWindow &main = window();
            main.findChild<QAction *>(u"settings"_s)->trigger();
            open(main.findChild<SettingsDialog *>(), u"settings"_s);
            main.findChild<QAction *>(u"search"_s)->trigger();
            open(main.findChild<CommandSearchDialog *>(), u"search"_s);
            BudgetDialog budget({}, Currency::Eur, &main);
            open(&budget, u"budget"_s);
            PeopleSnapshot crew;
            crew.seesPay = crew.canEdit = true;
            crew.departments = {{DepartmentId(std::array<quint8, 16>{1}), u"Camera"_s, 0}};
            PersonDialog person(crew, {}, nullptr, theme, &main);
            open(&person, u"person"_s);
            LastDayDialog lastDay(u"Maya Lindqvist"_s, QDate(2025, 11, 20), &main);
            open(&lastDay, u"last day"_s);
            const auto list = readTable("Name,Department,From,Rate\nMaya,Camera,03/04/2025,1,234\n"
                                        "Nobody,,03/04/2025,plenty\n");
            CrewImportDialog crewImport(CrewImportDraft(*list, crew), theme, &main);
            open(&crewImport, u"crew import"_s);
            JoinDialog join(JoinDialog::Reason::JoinLater, theme, &main);
            open(&join, u"join"_s);
            HelpDialog help({main.findChild<QAction *>(u"search"_s)}, guidePage({}), &main);
            open(&help, u"help"_s);
        }
    };

    // What is cut on purpose says so by its size policy: it gives way before anything else does.
    static bool mayBeCut(const QWidget &widget)
    {
        return widget.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    }
    static QStringList clippedIn(const QWidget &root)
    {
        QStringList clipped;
        const QList<QLabel *> labels = root.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->isVisible() || label->text().isEmpty() || mayBeCut(*label))
                continue;
            const QSize needs = label->wordWrap() ? QSize(0, label->heightForWidth(label->width()))
                                                  : label->minimumSizeHint();
            if (label->width() < needs.width() || label->height() < needs.height())
                clipped += u"label “%1” has %2×%3 of %4×%5"_s.arg(label->text())
                               .arg(label->width())
                               .arg(label->height())
                               .arg(needs.width())
                               .arg(needs.height());
        }
        const QList<QAbstractButton *> buttons = root.findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (!button->isVisible() || button->text().isEmpty() || mayBeCut(*button))
                continue;
            if (button->width() < button->sizeHint().width())
                clipped += u"button “%1” has %2 of %3"_s.arg(button->text())
                               .arg(button->width())
                               .arg(button->sizeHint().width());
        }
        return clipped;
    }

    // Words over words, as where something is placed from the left whatever the direction.
    static QStringList overlapsIn(const QWidget &root)
    {
        QStringList overlaps;
        const auto hasWords = [](const QWidget *widget) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            return widget->isVisible()
                && ((label && !label->text().isEmpty()) || (button && !button->text().isEmpty()));
        };
        const QList<QWidget *> widgets = root.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!hasWords(widget))
                continue;
            const QList<QWidget *> beside =
                widget->parentWidget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
            for (const QWidget *other : beside) {
                if (other > widget && hasWords(other)
                    && other->geometry().intersects(widget->geometry()))
                    overlaps += u"%1 and %2 overlap in %3"_s.arg(
                        widget->property("text").toString(), other->property("text").toString(),
                        QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
            }
        }
        return overlaps;
    }

    static QStringList movingIn(const QWidget &root)
    {
        QStringList moving;
        const QList<QAbstractAnimation *> animations = root.findChildren<QAbstractAnimation *>();
        for (const QAbstractAnimation *animation : animations) {
            if (animation->state() != QAbstractAnimation::Stopped)
                moving += QString::fromLatin1(animation->metaObject()->className());
        }
        const QList<QTreeView *> trees = root.findChildren<QTreeView *>();
        for (const QTreeView *tree : trees) {
            if (tree->isAnimated())
                moving += tree->objectName();
        }
        return moving;
    }

private slots:
    // Signing or typing on a page that shows another week than the tool bar says would be worse
    // than not being able to.
    void allPagesAndTheToolBarShowOneWeek()
    {
        const Desk desk;
        MainWindow &window = desk.window();
        QApplication::setActiveWindow(&window);
        const auto gridShows = [&window](QDate day) {
            const auto *grid = window.findChild<CrewGridPage *>()->grid();
            const QString head =
                grid->model()->headerData(CrewModel::FirstDay, Qt::Horizontal).toString();
            return head.section(u'\n', 0, 0).endsWith(u' ' + QString::number(day.day()));
        };
        const auto toolBarShows = [&window](QDate day) {
            emit window.findChild<QToolButton *>(u"weekButton"_s)->menu()->aboutToShow();
            return window.findChild<QCalendarWidget *>()->selectedDate() == day;
        };
        const QDate first(2025, 11, 16);
        QTRY_VERIFY(gridShows(first));
        QVERIFY(toolBarShows(first));

        QTest::keyClick(window.focusWidget(), Qt::Key_PageUp, Qt::ControlModifier); // in My week
        QVERIFY(toolBarShows(first.addDays(-7))); // at once, not when My week has been read
        QTRY_VERIFY(gridShows(first.addDays(-7)));

        window.showPage(u"crew-grid"_s);
        QTest::keyClick(window.focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(toolBarShows(first));
        QTRY_VERIFY(gridShows(first));
    }

    void cleanup()
    {
        useLanguage({});
        installTranslations(*qApp);
    }

    void longerWordsStillFit_data()
    {
        QTest::addColumn<QSize>("size");

        QTest::newRow("as it is drawn") << QSize(1440, 900);
        QTest::newRow("the smallest window") << QSize(1024, 680);
    }

    void longerWordsStillFit()
    {
        QFETCH(QSize, size);
        LongWords longer;
        QCoreApplication::installTranslator(&longer);
        QStringList clipped;
        {
            Desk desk;
            desk.window().resize(size);
            const auto look = [&](QWidget &widget, const QString &name) {
                test::shoot(desk.theme, widget, u"long-%1-%2"_s.arg(size.width()).arg(name));
                for (const QString &text : clippedIn(widget))
                    clipped += name + u": "_s + text;
            };
            desk.forEachPage(look);
            desk.forEachDialog(look);
        }
        QCoreApplication::removeTranslator(&longer);

        clipped.removeDuplicates();
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }

    // Run by itself from right to left and at 125 %, too; see the list of tests.
    void pagesStandInEitherDirection()
    {
        const Desk desk;
        QStringList wrong;
        const auto look = [&](QWidget &widget, const QString &name) {
            test::shoot(const_cast<Theme &>(desk.theme), widget, u"direction-%1"_s.arg(name));
            for (const QString &text : clippedIn(widget) + overlapsIn(widget))
                wrong += name + u": "_s + text;
        };
        desk.forEachPage(look);
        desk.forEachDialog(look);
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));

        MainWindow &window = desk.window();
        window.showPage(u"crew-grid"_s);
        Desk::settle();
        const bool isMirrored = QGuiApplication::isRightToLeft();
        const auto *pages = window.findChild<NavigationPanel *>();
        const auto *grid = window.findChild<CrewGridPage *>()->grid();
        const auto *names = grid->findChild<QTreeView *>();
        const auto middle = [&window](const QWidget *widget) {
            return widget->mapTo(&window, widget->rect().center()).x();
        };
        QCOMPARE(middle(pages) > middle(grid), isMirrored);
        // The names that stay stand over the column of names.
        const int column =
            grid->viewport()->mapTo(grid, QPoint(grid->columnViewportPosition(0), 0)).x();
        QCOMPARE(names->x(), column);
    }

    // There is no motion to be reduced, whatever the system asks for.
    void nothingMovesByItself()
    {
        const Desk desk;
        QStringList moving;
        const auto look = [&](QWidget &widget, const QString &name) {
            for (const QString &text : movingIn(widget))
                moving += name + u": "_s + text;
        };
        desk.forEachPage(look);
        desk.forEachDialog(look);

        QVERIFY2(moving.isEmpty(), qPrintable(moving.join(u'\n')));
        QCOMPARE(desk.window().isAnimated(), false); // docks
    }

    void everythingHasARoleAndAName_data()
    {
        QTest::addColumn<SchemePreference>("scheme");

        QTest::newRow("light") << SchemePreference::Light;
        QTest::newRow("dark") << SchemePreference::Dark;
    }

    void everythingHasARoleAndAName()
    {
        QFETCH(SchemePreference, scheme);
        installTranslations(*qApp);
        Desk desk;
        desk.theme.setPreference(scheme);
        QStringList wrong;
        const auto look = [&](QWidget &widget, const QString &name) {
            for (const QString &text : test::unsaidIn(widget))
                wrong += name + u": "_s + text;
        };
        desk.forEachPage(look);
        desk.forEachDialog(look);

        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestEveryPage)
#include "tst_every_page.moc"
