#include "tests/e2e/typist.h"

#include <QDate>
#include <QElapsedTimer>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

// No two lines for the same day in a row are the same, and no two writers say the same: each line
// changes something.
QString lineFor(int number, int writer, const QString &person)
{
    const QDate date = QDate(2025, 11, 1).addDays(number % 28);
    const int variant = number / 28;
    return u"%1\t%2\t07%3 1300-13%4 18%5\n"_s.arg(date.toString(Qt::ISODate), person)
        .arg(variant / 60 % 60, 2, 10, QChar(u'0'))
        .arg(30 + writer % 30)
        .arg(variant % 60, 2, 10, QChar(u'0'));
}

} // namespace

void Typist::start()
{
    const QStringList syncing{u"run"_s, u"--wait"_s, u"150"_s};
    m_process = m_stage.prepare(
        m_device, (m_command.isEmpty() ? syncing : m_command) + QStringList{u"--stdin"_s});
    QProcessEnvironment environment = m_process->processEnvironment();
    for (const QString &variable : m_variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(m_stage.filePath(m_device + u".log"_s), QIODevice::Append);
    m_process->start();
    m_process->waitForStarted(patienceMs);
    m_heard.clear();
    m_typed = 0;
    m_answers = 0;
}

bool Typist::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

void Typist::begin()
{
    m_process->write(lineFor(m_lines++, m_writer, m_person).toUtf8());
    m_process->waitForBytesWritten(patienceMs);
    ++m_typed;
}

bool Typist::collect()
{
    const size_t before = m_ledger.mutations().size();
    QElapsedTimer since;
    since.start();
    note(m_process->readAllStandardOutput());
    while (m_answers < m_typed && !since.hasExpired(patienceMs)
           && m_process->waitForReadyRead(patienceMs))
        note(m_process->readAllStandardOutput());
    return m_ledger.mutations().size() > before;
}

void Typist::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(patienceMs);
    note(m_process->readAllStandardOutput());
    m_process.reset();
}

int Typist::finish(int timeoutMs)
{
    if (!m_process)
        return -1;
    m_process->closeWriteChannel();
    const bool isOver =
        m_process->state() == QProcess::NotRunning || m_process->waitForFinished(timeoutMs);
    note(m_process->readAllStandardOutput());
    const bool isNormal = isOver && m_process->exitStatus() == QProcess::NormalExit;
    const int code = isNormal ? m_process->exitCode() : isOver ? crashed : notInTime;
    if (!isOver)
        kill();
    m_process.reset();
    return code;
}

void Typist::note(const QByteArray &output)
{
    m_heard += output;
    for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
        const QByteArray line = m_heard.left(end);
        m_heard = m_heard.mid(end + 1);
        if (line.startsWith("saved "))
            m_ledger.add(QString::fromLatin1(line.mid(6, 36)));
        if (line.startsWith("saved ") || line.startsWith("unchanged "))
            ++m_answers;
    }
}

} // namespace film::e2e
