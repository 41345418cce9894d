#include "server/net/epoll_dispatcher.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <unistd.h>

using film::server::EpollDispatcher;

// Everything runs in a thread whose loop is the dispatcher.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private:
    // Runs `body` in the thread, with its loop; `body` ends it by quitting the thread.
    template<typename Body>
    static bool runInLoop(Body body)
    {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        QObject inside;
        inside.moveToThread(&thread);
        connect(&thread, &QThread::started, &inside, [&inside, body] { body(inside); });
        connect(
            &thread, &QThread::finished, &inside,
            [&inside, home = QThread::currentThread()] { inside.moveToThread(home); },
            Qt::DirectConnection);
        thread.start();
        const bool hasEnded = thread.wait(5000);
        if (!hasEnded) {
            thread.quit();
            thread.wait();
        }
        return hasEnded;
    }

private slots:
    void timersRingInTheirOrder()
    {
        QList<int> rung;
        QVERIFY(runInLoop([&rung](QObject &inside) {
            for (const int ms : {30, 10, 20}) {
                QTimer::singleShot(ms, &inside, [&rung, ms] {
                    rung << ms;
                    if (ms == 30)
                        QThread::currentThread()->quit();
                });
            }
        }));
        QCOMPARE(rung, (QList<int>{10, 20, 30}));
    }

    void aRepeatingTimerRepeatsUntilItIsStopped()
    {
        int count = 0;
        QVERIFY(runInLoop([&count](QObject &inside) {
            auto *timer = new QTimer(&inside);
            connect(timer, &QTimer::timeout, timer, [&count, timer] {
                if (++count == 3) {
                    timer->stop();
                    QTimer::singleShot(50, timer, [] { QThread::currentThread()->quit(); });
                }
            });
            timer->start(5);
        }));
        QCOMPARE(count, 3);
    }

    void aTimerOfZeroLeavesRoomForSockets()
    {
        int pipe[2];
        QCOMPARE(::pipe(pipe), 0);
        QVERIFY(runInLoop([&pipe](QObject &inside) {
            auto *busy = new QTimer(&inside);
            busy->start(0);
            auto *notifier = new QSocketNotifier(pipe[0], QSocketNotifier::Read, &inside);
            connect(notifier, &QSocketNotifier::activated, notifier,
                    [] { QThread::currentThread()->quit(); });
            QCOMPARE(::write(pipe[1], "x", 1), 1);
        }));
        ::close(pipe[0]);
        ::close(pipe[1]);
    }

    void aNotifierThatIsDisabledHearsNothing()
    {
        int pipe[2];
        QCOMPARE(::pipe(pipe), 0);
        int heard = 0;
        QVERIFY(runInLoop([&](QObject &inside) {
            auto *notifier = new QSocketNotifier(pipe[0], QSocketNotifier::Read, &inside);
            connect(notifier, &QSocketNotifier::activated, notifier, [&heard, notifier] {
                ++heard;
                notifier->setEnabled(false); // what came is still there to read
            });
            QCOMPARE(::write(pipe[1], "x", 1), 1);
            QTimer::singleShot(50, &inside, [] { QThread::currentThread()->quit(); });
        }));
        QCOMPARE(heard, 1);
        ::close(pipe[0]);
        ::close(pipe[1]);
    }

    void anotherThreadWakesTheLoopAgainAndAgain()
    {
        int count = 0;
        QVERIFY(runInLoop([&count](QObject &inside) {
            auto *other = QThread::create([&inside, &count] {
                for (int i = 0; i < 1000; ++i) {
                    QMetaObject::invokeMethod(
                        &inside,
                        [&count] {
                            if (++count == 1000)
                                QThread::currentThread()->quit();
                        },
                        Qt::QueuedConnection);
                    if (i % 100 == 0)
                        QThread::msleep(2); // so that the loop falls asleep in between
                }
            });
            connect(other, &QThread::finished, other, &QObject::deleteLater);
            other->start();
        }));
        QCOMPARE(count, 1000);
    }

    void anEventPostedFromAnEventIsHandled()
    {
        QVERIFY(runInLoop([](QObject &inside) {
            QMetaObject::invokeMethod(
                &inside,
                [&inside] {
                    QMetaObject::invokeMethod(
                        &inside, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
                },
                Qt::QueuedConnection);
        }));
    }

    void aClosedDescriptorsNumberCanComeBack()
    {
        int heard = 0;
        QVERIFY(runInLoop([&heard](QObject &inside) {
            int first[2];
            QCOMPARE(::pipe(first), 0);
            auto *old = new QSocketNotifier(first[0], QSocketNotifier::Read, &inside);
            ::close(first[0]); // before its notifier knows
            ::close(first[1]);
            int second[2];
            QCOMPARE(::pipe(second), 0);
            QCOMPARE(second[0], first[0]);
            delete old;
            auto *notifier = new QSocketNotifier(second[0], QSocketNotifier::Read, &inside);
            connect(notifier, &QSocketNotifier::activated, notifier, [&heard] {
                ++heard;
                QThread::currentThread()->quit();
            });
            QCOMPARE(::write(second[1], "x", 1), 1);
        }));
        QCOMPARE(heard, 1);
    }

    void itSleepsWhenNothingHappens()
    {
        qint64 wakeUps = 0;
        QVERIFY(runInLoop([&wakeUps](QObject &inside) {
            connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                    &inside, [&wakeUps] { ++wakeUps; });
            QTimer::singleShot(100, &inside, [] { QThread::currentThread()->quit(); });
        }));
        QVERIFY2(wakeUps < 20, qPrintable(QString::number(wakeUps)));
    }
};

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epoll_dispatcher.moc"
