#include "app/cli/cli.h"

#include "shared/rules/golden/golden_cases.h"

#include <QFile>
#include <QJsonArray>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> contentOf(const QString &path, qsizetype bytesMax)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    const QByteArray content = file.read(bytesMax + 1);
    if (content.size() > bytesMax)
        return fail(ErrorCode::LimitExceeded,
                    u"%1 is larger than %2 bytes"_s.arg(path, QString::number(bytesMax)));
    return content;
}

QJsonObject jsonOf(const rules::GoldenOutcome &outcome)
{
    QJsonArray mismatches;
    for (const rules::GoldenMismatch &mismatch : outcome.mismatches)
        mismatches.append(QJsonObject{{u"key"_s, mismatch.key},
                                      {u"expected"_s, mismatch.expected},
                                      {u"actual"_s, mismatch.actual}});
    return {{u"case"_s, outcome.id},     {u"title"_s, outcome.title},
            {u"pack"_s, outcome.pack},   {u"passed"_s, outcome.hasPassed()},
            {u"error"_s, outcome.error}, {u"mismatches"_s, mismatches}};
}

void printFailure(const rules::GoldenOutcome &outcome)
{
    printLine(u"%1 %2 (%3)"_s.arg(outcome.id, outcome.title, outcome.pack));
    if (!outcome.error.isEmpty())
        printLine(u"  "_s + outcome.error);
    for (const rules::GoldenMismatch &mismatch : outcome.mismatches)
        printLine(u"  %1: expected %2, actual %3"_s.arg(mismatch.key, mismatch.expected,
                                                        mismatch.actual));
}

} // namespace

Cli::Step Cli::rules()
{
    const QString what = m_options.arguments.value(0);
    if (what == u"golden" && m_options.arguments.size() == 2)
        return rulesGolden(m_options.arguments.at(1));
    printProblem(u"rules golden FILE"_s, m_options.json, ErrorCode::InvalidInput);
    return ExitUsage;
}

// Every case, priced and compared; nothing of this computer's data is needed.
Cli::Step Cli::rulesGolden(const QString &path)
{
    const Result<QByteArray> content = contentOf(path, rules::goldenFileBytesMax);
    if (!content)
        return fail(content.error());
    const auto outcomes = rules::runGoldenCases(*content);
    if (!outcomes)
        return fail(outcomes.error());
    int passed = 0;
    for (const rules::GoldenOutcome &outcome : *outcomes) {
        passed += outcome.hasPassed() ? 1 : 0;
        if (m_options.json)
            printJson(jsonOf(outcome));
        else if (!outcome.hasPassed())
            printFailure(outcome);
    }
    if (!m_options.json)
        printLine(u"%1 of %2 cases pass"_s.arg(QString::number(passed),
                                               QString::number(outcomes->size())));
    return passed == int(outcomes->size()) ? ExitOk : ExitRefused;
}

} // namespace film::app
