#include "app/cli/cli.h"

#include "shared/rules/golden/golden_cases.h"
#include "shared/rules/rule_pack_limits.h"
#include "shared/rules/rule_pack_reader.h"
#include "shared/rules/shipped_packs.h"

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

// Every case, priced and compared; nothing of this computer's data is needed.
Result<ExitCode> runGolden(const QString &path, bool json)
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
        if (json)
            printJson(jsonOf(outcome));
        else if (!outcome.hasPassed())
            printFailure(outcome);
    }
    if (!json)
        printLine(u"%1 of %2 cases pass"_s.arg(QString::number(passed),
                                               QString::number(outcomes->size())));
    return passed == int(outcomes->size()) ? ExitOk : ExitRefused;
}

// A pack that somebody wrote: everything that is wrong with it, or what it is.
Result<ExitCode> checkPack(const QString &path, bool json)
{
    const Result<QByteArray> content = contentOf(path, rules::limits::packBytesMax);
    if (!content)
        return fail(content.error());
    const rules::PackReading reading = rules::readRulePack(*content);
    QJsonArray problems;
    for (const rules::PackProblem &problem : reading.problems) {
        if (!json)
            printLine(u"%1: %2: %3"_s.arg(path, problem.path, problem.reason));
        problems.append(QJsonObject{{u"path"_s, problem.path}, {u"reason"_s, problem.reason}});
    }
    if (json)
        printJson({{u"file"_s, path},
                   {u"pack"_s, reading.pack ? reading.pack->name() : QString()},
                   {u"problems"_s, problems}});
    else if (reading.pack)
        printLine(u"%1: %2, %3 numbers, fine"_s.arg(
            path, reading.pack->name(), QString::number(reading.pack->parameters.size())));
    return reading.pack ? ExitOk : ExitRefused;
}

QString datesOf(const rules::RulePack &pack)
{
    return u"%1 to %2"_s.arg(pack.from.toString(Qt::ISODate),
                             pack.to.isValid() ? pack.to.toString(Qt::ISODate) : u"now"_s);
}

void listPacks(bool json)
{
    for (const rules::RulePack &pack : rules::readShippedPacks().packs) {
        if (json)
            printJson({{u"pack"_s, pack.name()},
                       {u"title"_s, pack.title},
                       {u"from"_s, pack.from.toString(Qt::ISODate)},
                       {u"to"_s, pack.to.toString(Qt::ISODate)},
                       {u"enabled"_s, pack.isEnabled},
                       {u"reason"_s, pack.disabledReason}});
        else
            printLine(u"%1  %2  %3%4"_s.arg(
                pack.name().leftJustified(28), datesOf(pack).leftJustified(24), pack.title,
                pack.isEnabled ? QString() : u" (off: "_s + pack.disabledReason + u')'));
    }
}

} // namespace

Cli::Step Cli::rules()
{
    const QString what = m_options.arguments.value(0);
    if (what == u"golden" && m_options.arguments.size() == 2)
        return runGolden(m_options.arguments.at(1), m_options.json);
    if (what == u"check" && m_options.arguments.size() >= 2) {
        ExitCode worst = ExitOk;
        for (const QString &path : m_options.arguments.mid(1)) {
            const Result<ExitCode> checked = checkPack(path, m_options.json);
            if (!checked)
                return fail(checked.error());
            worst = std::max(worst, *checked);
        }
        return worst;
    }
    if (what == u"packs") {
        listPacks(m_options.json);
        return ExitOk;
    }
    printProblem(u"rules packs | check FILE... | golden FILE | price [DATE] | explain [DATE] | "
                 "compare [DATE] --pack NAME"_s,
                 m_options.json, ErrorCode::InvalidInput);
    return ExitUsage;
}

} // namespace film::app
