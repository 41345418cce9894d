#pragma once

#include "tests/e2e/ledger.h"
#include "tests/e2e/stage.h"

namespace film::e2e {

// Somebody at a real client that syncs meanwhile. Types one line after the other; a line that was
// reported saved is in the ledger before the next one is typed.
class Typist
{
public:
    // Two with different numbers type different lines.
    Typist(Stage &stage, Ledger &ledger, QString device, QString person, int number)
        : m_stage(stage)
        , m_ledger(ledger)
        , m_device(std::move(device))
        , m_person(std::move(person))
        , m_writer(number)
    {}

    [[nodiscard]] const QString &device() const { return m_device; }
    // For the next start. What the client does else is to save and to sync at once.
    void setEnvironment(const QStringList &variables) { m_variables = variables; }
    void setCommand(const QStringList &command) { m_command = command; }
    void start();
    [[nodiscard]] bool isRunning() const;
    // Two steps, so that several can type at once.
    void begin();
    bool collect(); // false when it was not reported saved
    bool type()
    {
        begin();
        return collect();
    }
    // At once, with whatever it was about to do. What it had reported by then counts.
    void kill();
    static constexpr int crashed = -1;
    static constexpr int notInTime = -2;
    // Ends the typing; the client goes when everything is confirmed. Its exit code, or one of
    // these.
    [[nodiscard]] int finish(int timeoutMs);

private:
    void note(const QByteArray &output);

    Stage &m_stage;
    Ledger &m_ledger;
    QString m_device;
    QString m_person;
    int m_writer;
    QStringList m_variables;
    QStringList m_command;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_heard; // the beginning of a line
    int m_lines = 0;
    int m_answers = 0; // since it was started, to lines
    int m_typed = 0;
};

} // namespace film::e2e
