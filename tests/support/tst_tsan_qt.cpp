#include <QCoreApplication>
#include <QFuture>
#include <QProcess>
#include <QPromise>
#include <QTest>
#include <QThread>

#include <memory>
#include <string>

using namespace Qt::StringLiterals;

namespace {

constexpr int raceFound = 66; // the sanitizer's exit code

class Worker final : public QObject
{
    Q_OBJECT
public:
    std::string said;

signals:
    void spoke(const QString &word);
};

// What the client does: questions to a thread, answers to continuations and signals. With a race,
// both threads count in the same number, too.
int askAThread(bool withRace)
{
    constexpr int questions = 100;
    QThread thread;
    Worker worker;
    int answered = 0;
    int heard = 0;
    int counted = 0;
    QObject here;
    worker.moveToThread(&thread);
    QObject::connect(&worker, &Worker::spoke, &here,
                     [&heard](const QString &word) { heard += int(word.size()); });
    thread.start();
    for (int i = 0; i < questions; ++i) {
        auto promise = std::make_shared<QPromise<std::string>>();
        promise->start();
        const std::string question(100, 'q');
        QMetaObject::invokeMethod(
            &worker,
            [&, promise, question] {
                worker.said += question;
                if (withRace)
                    ++counted;
                promise->addResult(question + worker.said);
                promise->finish();
                emit worker.spoke(QString::fromStdString(worker.said));
            },
            Qt::QueuedConnection);
        promise->future().then(&here, [&answered](const std::string &) { ++answered; });
        if (withRace)
            ++counted;
    }
    const bool isDone = QTest::qWaitFor([&] { return answered == questions && heard > 0; });
    QMetaObject::invokeMethod(
        &worker, [&thread] { thread.quit(); }, Qt::QueuedConnection);
    thread.wait();
    return isDone && worker.said.size() == size_t(100 * questions) ? 0 : 1;
}

} // namespace

// tsan_qt.cpp silences what is none, and nothing else.
class TestTsanQt : public QObject
{
    Q_OBJECT

    static int exitCodeOf(const QString &what, QByteArray *words)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(
            u"TSAN_OPTIONS"_s,
            environment.value(u"TSAN_OPTIONS"_s)
                + u":log_path=stderr:ignore_noninstrumented_modules=1:exitcode=66"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(), {what});
        if (!process.waitForFinished(60'000))
            return -1;
        *words = process.readAll();
        return process.exitCode();
    }

private slots:
    void handingOverIsNoRace()
    {
        QByteArray words;
        QCOMPARE(exitCodeOf(u"hand-over"_s, &words), 0);
        QCOMPARE(words, QByteArray());
    }

    void aRaceBesideItIsFound()
    {
        QByteArray words;
        QCOMPARE(exitCodeOf(u"race"_s, &words), raceFound);
        QVERIFY2(words.contains("askAThread"), words.constData());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && (argv[1] == "race"_ba || argv[1] == "hand-over"_ba))
        return askAThread(argv[1] == "race"_ba);
    TestTsanQt test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tsan_qt.moc"
