#include "app/cli/cli.h"

#include "shared/sync/audit_bundle.h"

#include <QFile>
#include <QJsonArray>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

void printVerdict(const sync::BundleVerdict &verdict, bool json)
{
    QStringList keys;
    for (const protocol::PublicKey &key : verdict.keys)
        keys << sync::keyText(key);
    if (json)
        return printJson({{u"production"_s, verdict.production.toString()},
                          {u"title"_s, verdict.title},
                          {u"rows"_s, qint64(verdict.rows)},
                          {u"erased"_s, qint64(verdict.erased)},
                          {u"anchors"_s, qint64(verdict.anchors)},
                          {u"anchoredTo"_s, qint64(verdict.lastAnchored)},
                          {u"keys"_s, QJsonArray::fromStringList(keys)},
                          {u"problems"_s, QJsonArray::fromStringList(verdict.problems)},
                          {u"notes"_s, QJsonArray::fromStringList(verdict.notes)}});
    for (const QString &problem : verdict.problems)
        printLine(problem);
    for (const QString &note : verdict.notes)
        printLine(u"note: "_s + note);
    for (const QString &key : keys)
        printLine(u"signed with "_s + key);
    printLine(u"%1: %2 rows, %3 erased, %4 anchors, %5 problems"_s.arg(
        verdict.title, QString::number(verdict.rows), QString::number(verdict.erased),
        QString::number(verdict.anchors), QString::number(verdict.problems.size())));
}

} // namespace

// A copy of a production's log, checked without its server: nothing of this computer is needed.
Cli::Step Cli::audit()
{
    if (m_options.arguments.value(0) != u"verify" || m_options.arguments.size() != 2) {
        printProblem(u"audit verify FILE [--key HEX]"_s, m_options.json, ErrorCode::InvalidInput);
        return ExitUsage;
    }
    std::optional<protocol::PublicKey> trusted;
    if (!m_options.keyFile.isEmpty()) {
        trusted = sync::keyFromText(m_options.keyFile);
        if (!trusted)
            return fail(ErrorCode::InvalidInput, u"--key is 64 digits of hexadecimal"_s);
    }
    QFile file(m_options.arguments.at(1));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"the file cannot be read"_s);
    const sync::Ed25519Verifier verifier;
    sync::BundleCheck check(verifier, trusted);
    while (!file.atEnd())
        check.line(file.readLine(sync::bundleLineBytesMax));
    sync::BundleVerdict verdict = check.finish();
    if (!trusted)
        verdict.notes << u"no --key was given: whoever made the file up may have signed it"_s;
    printVerdict(verdict, m_options.json);
    return verdict.problems.isEmpty() ? ExitOk : ExitRefused;
}

} // namespace film::app
