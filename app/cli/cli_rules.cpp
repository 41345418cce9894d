#include "app/cli/cli.h"

#include "app/engine/pack_folder.h"
#include "shared/base/random.h"
#include "shared/base/small_file.h"
#include "shared/rules/derivation_text.h"
#include "shared/rules/golden/golden_cases.h"
#include "shared/rules/pack_difference.h"
#include "shared/rules/pack_shelf.h"
#include "shared/rules/rule_pack_limits.h"
#include "shared/rules/rule_pack_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <map>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const rules::GoldenOutcome &outcome)
{
    QJsonArray mismatches;
    for (const rules::GoldenMismatch &mismatch : outcome.mismatches)
        mismatches.append(QJsonObject{{u"key"_s, mismatch.key},
                                      {u"expected"_s, mismatch.expected},
                                      {u"actual"_s, mismatch.actual}});
    return {{u"case"_s, outcome.id},
            {u"title"_s, outcome.title},
            {u"pack"_s, outcome.pack},
            {u"passed"_s, outcome.hasPassed()},
            {u"error"_s, outcome.error},
            {u"mismatches"_s, mismatches},
            {u"unread"_s, QJsonArray::fromStringList(outcome.unread)}};
}

QJsonArray linesJson(const rules::GoldenOutcome &outcome)
{
    QJsonArray lines;
    for (const rules::GoldenLine &line : outcome.lines)
        lines.append(QJsonObject{{u"code"_s, line.code},
                                 {u"minutes"_s, line.minutes.count()},
                                 {u"count"_s, line.count},
                                 {u"factor"_s, line.factor.toDecimal(1, 4)},
                                 {u"minor_units"_s, line.amount.minorUnits()},
                                 {u"derivation"_s, line.derivation}});
    return lines;
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
Result<ExitCode> runGolden(const QStringList &paths, const CliOptions &options)
{
    const bool json = options.json;
    std::optional<rules::Language> explainedIn;
    if (options.explain)
        explainedIn = rules::languageFromCode(options.language);
    qsizetype passed = 0, all = 0;
    for (const QString &path : paths) {
        const Result<QByteArray> content = readSmallFile(path, rules::goldenFileBytesMax);
        if (!content)
            return fail(content.error());
        const auto outcomes = rules::runGoldenCases(*content, explainedIn);
        if (!outcomes)
            return fail(outcomes.error().during(path));
        all += qsizetype(outcomes->size());
        for (const rules::GoldenOutcome &outcome : *outcomes) {
            passed += outcome.hasPassed() ? 1 : 0;
            if (json) {
                QJsonObject line = jsonOf(outcome);
                line[u"file"_s] = path;
                if (options.explain)
                    line[u"lines"_s] = linesJson(outcome);
                printJson(line);
                continue;
            }
            if (!outcome.hasPassed())
                printFailure(outcome);
            if (!outcome.unread.isEmpty())
                printLine(u"%1: not read: %2"_s.arg(outcome.id, outcome.unread.join(u", ")));
            if (options.explain && outcome.hasPassed())
                printLine(u"%1 %2 (%3)"_s.arg(outcome.id, outcome.title, outcome.pack));
            for (const rules::GoldenLine &line : outcome.lines)
                printLine(line.text);
        }
    }
    if (!json)
        printLine(u"%1 of %2 cases pass"_s.arg(QString::number(passed), QString::number(all)));
    return passed == all ? ExitOk : ExitRefused;
}

// A pack that somebody wrote: everything that is wrong with it, or what it is. A statute below it
// is one of `known`, as far as they are.
Result<ExitCode> checkPack(const QString &path, bool json,
                           const std::vector<rules::RulePack> *known = nullptr)
{
    const Result<QByteArray> content = readSmallFile(path, rules::limits::packBytesMax);
    if (!content)
        return fail(content.error());
    rules::PackReading reading = rules::readRulePack(*content);
    if (reading.pack && known) {
        if (const auto problem = rules::missingFloorOf(*reading.pack, *known)) {
            reading.problems.push_back(*problem);
            reading.pack.reset();
        }
    }
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

void listPacks(const PackFolder &folder, bool json)
{
    const PackFolder::Packs all = folder.read();
    const QDate today = QDate::currentDate();
    for (const rules::RulePack &pack : all.packs) {
        if (json)
            printJson({{u"pack"_s, pack.name()},
                       {u"title"_s, pack.title},
                       {u"from"_s, pack.from.toString(Qt::ISODate)},
                       {u"to"_s, pack.to.toString(Qt::ISODate)},
                       {u"enabled"_s, pack.isEnabled},
                       {u"expired"_s, pack.isExpiredOn(today)},
                       {u"reason"_s, pack.disabledReason}});
        else
            printLine(u"%1  %2  %3%4"_s.arg(
                pack.name().leftJustified(28), datesOf(pack).leftJustified(24), pack.title,
                !pack.isEnabled               ? u" (off: "_s + pack.disabledReason + u')'
                    : pack.isExpiredOn(today) ? u" (expired, still priced)"_s
                                              : QString()));
    }
    for (const rules::PackProblem &problem : all.problems) {
        if (json)
            printJson({{u"file"_s, problem.path}, {u"problem"_s, problem.reason}});
        else
            printLine(u"%1 is left out: %2"_s.arg(problem.path, problem.reason));
    }
}

// "union=IATSE-WC medium=tv location=zone deal=hourly on_production=yes", and a date.
struct ChooseWanted {
    rules::Engagement engagement;
    QDate date = QDate::currentDate();
};

Result<ChooseWanted> chooseWantedIn(const QStringList &arguments)
{
    ChooseWanted wanted;
    const std::map<QString, QString *> texts{{u"union"_s, &wanted.engagement.unionName},
                                             {u"medium"_s, &wanted.engagement.medium},
                                             {u"location"_s, &wanted.engagement.location},
                                             {u"deal"_s, &wanted.engagement.deal}};
    for (const QString &argument : arguments) {
        const QString key = argument.section(u'=', 0, 0);
        const QString value = argument.section(u'=', 1);
        const QDate date = QDate::fromString(argument, Qt::ISODate);
        if (const auto text = texts.find(key); text != texts.end() && !value.isEmpty())
            *text->second = value;
        else if (key == u"on_production" && (value == u"yes" || value == u"no"))
            wanted.engagement.onProduction = value == u"yes";
        else if (date.isValid())
            wanted.date = date;
        else
            return fail(ErrorCode::InvalidInput,
                        u"%1: give union=, medium=, location=, deal=, on_production=yes or no, "
                        "or a date such as 2026-05-04"_s.arg(argument));
    }
    return wanted;
}

// Which pack a deal could name, the best first. It chooses nothing by itself.
Result<ExitCode> suggestPacks(const QStringList &arguments, const PackFolder &folder, bool json)
{
    const Result<ChooseWanted> wanted = chooseWantedIn(arguments);
    if (!wanted)
        return fail(wanted.error());
    const rules::PackShelf shelf(folder.read().packs);
    const auto fits = shelf.fitting(wanted->engagement, wanted->date);
    for (const rules::PackFit &fit : fits) {
        const bool isExpired = fit.state == rules::PackState::Expired;
        if (json) {
            printJson({{u"pack"_s, fit.pack->name()},
                       {u"title"_s, fit.pack->title},
                       {u"agrees"_s, QJsonArray::fromStringList(fit.agreed)},
                       {u"open"_s, QJsonArray::fromStringList(fit.open)},
                       {u"priority"_s, fit.pack->priority},
                       {u"expired"_s, isExpired}});
            continue;
        }
        QStringList remarks;
        if (!fit.agreed.isEmpty())
            remarks << u"fits by "_s + fit.agreed.join(u", "_s);
        if (!fit.open.isEmpty())
            remarks << u"not said: "_s + fit.open.join(u", "_s);
        if (isExpired)
            remarks << u"expired on "_s + fit.pack->to.toString(Qt::ISODate);
        printLine(fit.pack->name().leftJustified(28) + u"  "_s + fit.pack->title + u": "_s
                  + (remarks.isEmpty() ? u"for anybody"_s : remarks.join(u"; "_s)));
    }
    return fits.empty() ? ExitNothing : ExitOk;
}

// A pack by its name, or a file.
Result<rules::RulePack> packNamed(const QString &name, const PackFolder &folder)
{
    if (QFile::exists(name)) {
        const Result<QByteArray> content = readSmallFile(name, rules::limits::packBytesMax);
        if (!content)
            return fail(content.error());
        rules::PackReading reading = rules::readRulePack(*content);
        if (!reading.pack)
            return fail(ErrorCode::InvalidInput,
                        u"%1: %2: %3"_s.arg(name, reading.problems.front().path,
                                            reading.problems.front().reason));
        return *std::move(reading.pack);
    }
    const rules::PackShelf shelf(folder.read().packs);
    const rules::PackChoice choice = shelf.choose(name, QDate::currentDate());
    if (!choice.pack)
        return fail(ErrorCode::NotFound, u"there is no pack %1: see rules packs"_s.arg(name));
    return *choice.pack;
}

Result<ExitCode> showDifference(const QString &before, const QString &after,
                                const PackFolder &folder, bool json)
{
    const Result<rules::RulePack> old = packNamed(before, folder);
    const Result<rules::RulePack> now = packNamed(after, folder);
    if (!old || !now)
        return fail(old ? now.error() : old.error());
    const std::vector<rules::PackDifference> differences = rules::packDifferences(*old, *now);
    for (const rules::PackDifference &difference : differences) {
        if (json)
            printJson({{u"path"_s, difference.path},
                       {u"before"_s, difference.before},
                       {u"after"_s, difference.after}});
        else
            printLine(u"%1: %2 -> %3"_s.arg(difference.path, difference.before, difference.after));
    }
    return differences.empty() ? ExitNothing : ExitOk;
}

// The key is a secret of whoever publishes packs: it lies where they want it, readable for them.
Result<ExitCode> makeKey(const QString &path)
{
    if (QFile::exists(path))
        return fail(ErrorCode::AlreadyExists, u"%1 is there already"_s.arg(path));
    SystemRandom random;
    const sync::SecretSeed seed = random.bytes<32>();
    QSaveFile file(path);
    const QByteArray text = QByteArray(reinterpret_cast<const char *>(seed.data()), 32).toHex();
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.commit())
        return fail(ErrorCode::StoreFailure,
                    u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    printLine(publisherKeyText(sync::Ed25519Signer(seed).publicKey()));
    return ExitOk;
}

Result<ExitCode> signPacks(const QStringList &paths, const QString &keyFile)
{
    const Result<QByteArray> text = readSmallFile(keyFile, 256);
    if (!text)
        return fail(text.error());
    const auto seed = publisherKeyFrom(QString::fromLatin1(text->trimmed()));
    if (!seed)
        return fail(ErrorCode::InvalidInput, u"%1 holds no key: see rules key"_s.arg(keyFile));
    const sync::Ed25519Signer publisher(*seed);
    for (const QString &path : paths) {
        const Result<ExitCode> checked = checkPack(path, false);
        if (!checked || *checked != ExitOk)
            return checked; // what is wrong with it has been said
        const Result<QByteArray> content = readSmallFile(path, rules::limits::packBytesMax);
        if (!content)
            return fail(content.error());
        QSaveFile file(QString(path + u".sig"_s));
        const QByteArray line = packSignature(*content, publisher);
        if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.commit())
            return fail(ErrorCode::StoreFailure,
                        u"%1.sig cannot be written: %2"_s.arg(path, file.errorString()));
    }
    return ExitOk;
}

Result<ExitCode> trustPublisher(const QStringList &arguments, const PackFolder &folder)
{
    const auto key = publisherKeyFrom(arguments.value(0));
    if (!key)
        return fail(ErrorCode::InvalidInput, u"a publisher's key has 64 hexadecimal digits"_s);
    const Result<> trusted = folder.trust({*key, arguments.mid(1).join(u' ')});
    if (!trusted)
        return fail(trusted.error());
    return ExitOk;
}

Result<ExitCode> addPacks(const QStringList &paths, const PackFolder &folder)
{
    for (const QString &path : paths) {
        const Result<QString> added = folder.add(path);
        if (!added)
            return fail(added.error().during(path));
        printLine(*added);
    }
    return ExitOk;
}

// A pack and its signature as files, for another computer.
Result<ExitCode> exportPack(const QString &name, const QString &to, const PackFolder &folder)
{
    const rules::PackShelf shelf(folder.read().packs);
    const rules::PackChoice choice = shelf.choose(name, QDate::currentDate());
    if (!choice.pack)
        return fail(ErrorCode::NotFound, u"there is no pack %1: see rules packs"_s.arg(name));
    const Result<QStringList> files = folder.write(*choice.pack, to);
    if (!files)
        return fail(files.error());
    for (const QString &file : *files)
        printLine(file);
    return ExitOk;
}

} // namespace

Cli::Step Cli::rules()
{
    const QString what = m_options.arguments.value(0);
    if (what == u"golden" && m_options.arguments.size() >= 2)
        return runGolden(m_options.arguments.mid(1), m_options);
    if (what == u"check" && m_options.arguments.size() >= 2) {
        const QStringList paths = m_options.arguments.mid(1);
        std::vector<rules::RulePack> known = PackFolder(m_options.dataDir).read().packs;
        for (const QString &path : paths) { // They may stand on each other.
            const auto content = readSmallFile(path, rules::limits::packBytesMax);
            if (auto reading = rules::readRulePack(content ? *content : QByteArray()); reading.pack)
                known.push_back(*std::move(reading.pack));
        }
        ExitCode worst = ExitOk;
        for (const QString &path : paths) {
            const Result<ExitCode> checked = checkPack(path, m_options.json, &known);
            if (!checked)
                return fail(checked.error());
            worst = std::max(worst, *checked);
        }
        return worst;
    }
    const PackFolder folder(m_options.dataDir);
    const QStringList rest = m_options.arguments.mid(1);
    if (what == u"packs" && rest.isEmpty()) {
        listPacks(folder, m_options.json);
        return ExitOk;
    }
    if (what == u"choose")
        return suggestPacks(rest, folder, m_options.json);
    if (what == u"diff" && rest.size() == 2)
        return showDifference(rest.at(0), rest.at(1), folder, m_options.json);
    if (what == u"key" && rest.size() == 1)
        return makeKey(rest.at(0));
    if (what == u"sign" && !rest.isEmpty() && !m_options.keyFile.isEmpty())
        return signPacks(rest, m_options.keyFile);
    if (what == u"trust" && !rest.isEmpty())
        return trustPublisher(rest, folder);
    // Two words for one thing: people look for the second.
    if ((what == u"add" || what == u"install") && !rest.isEmpty())
        return addPacks(rest, folder);
    if (what == u"export" && (rest.size() == 1 || rest.size() == 2))
        return exportPack(rest.at(0), rest.value(1, u"."_s), folder);
    printProblem(
        u"rules packs | choose [DATE] [KEY=VALUE...] | check FILE... | golden FILE... | price "
        u"[DATE] "
        u"| explain [DATE] | "
        "compare [DATE] --pack NAME | what-if [DATE] | forecast [DATE] | letter [FILE] | diff PACK "
        "PACK | key FILE | "
        "sign FILE... --key FILE | trust KEY [NAME] | install FILE... | export PACK [FOLDER]"_s,
        m_options.json, ErrorCode::InvalidInput);
    return ExitUsage;
}

} // namespace film::app
