#include "server/admin/act_search.h"

#include "server/admin/audit_search.h"
#include "shared/base/random.h"
#include "shared/domain/csv_field.h"

#include <QDateTime>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using store::ServerAuditRow;

namespace {

constexpr int rowsAtATime = 500;

QString wordsOf(const QString &act)
{
    QString words = act;
    words.replace(u'-', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

bool holdsWords(const ActEntry &entry, const QString &words)
{
    const auto holds = [&words](const QString &text) {
        return text.contains(words, Qt::CaseInsensitive);
    };
    return holds(entry.what) || holds(entry.account) || holds(entry.by) || holds(entry.production)
        || holds(entry.row.act.detail) || holds(entry.row.act.address) || holds(entry.row.act.act);
}

} // namespace

Result<ActPage> ActSearch::find(const ActQuery &query)
{
    if (query.limit < 1 || query.limit > audit_limits::entriesMax)
        return fail(ErrorCode::InvalidInput, u"the limit is out of bounds"_s);
    if (query.words.size() > audit_limits::textLengthMax)
        return fail(ErrorCode::InvalidInput, u"the text is too long"_s);
    const auto productions = store::ProductionRepository(m_database).list();
    if (!productions)
        return fail(productions.error());
    for (const store::ProductionRow &row : *productions)
        m_titles[row.id] = row.title;

    SystemRandom salts;
    store::ServerAudit audit(m_database, salts);
    ActPage page;
    quint64 before = query.before;
    int read = 0;
    for (;;) {
        const auto rows = audit.rows(before, query.filter, rowsAtATime);
        if (!rows)
            return fail(rows.error());
        for (const ServerAuditRow &row : *rows) {
            const bool isFull = page.entries.size() >= size_t(query.limit);
            if (isFull || read >= audit_limits::readMax) {
                page.next = before;
                return page;
            }
            ++read;
            before = row.number;
            ActEntry entry = entryOf(row);
            if (query.words.isEmpty() || holdsWords(entry, query.words))
                page.entries.push_back(std::move(entry));
        }
        if (rows->size() < size_t(rowsAtATime))
            return page;
    }
}

Result<store::ServerAuditVerdict> ActSearch::check()
{
    return store::checkServerAudit(m_database, audit_limits::chainRowsMax);
}

ActEntry ActSearch::entryOf(const ServerAuditRow &row)
{
    ActEntry entry;
    entry.row = row;
    entry.what = wordsOf(row.act.act);
    entry.account = loginOf(row.act.account);
    entry.by = row.act.by.isNull() ? u"command line"_s : loginOf(row.act.by);
    if (const auto title = m_titles.find(row.act.production); title != m_titles.end())
        entry.production = title->second;
    return entry;
}

// A name that cannot be read is none: the act itself is what the audit is about.
QString ActSearch::loginOf(AccountId id)
{
    if (id.isNull())
        return {};
    const auto known = m_logins.find(id);
    if (known != m_logins.end())
        return known->second;
    const auto account = store::AccountRepository(m_database).account(id);
    return m_logins[id] = account && *account ? (*account)->login : QString();
}

QByteArray actsCsv(const std::vector<ActEntry> &entries)
{
    QByteArray csv = "Number,When,By,What,Account,Production,Detail,Address,Subject\r\n";
    for (const ActEntry &entry : entries) {
        const store::ServerAct &act = entry.row.act;
        const QString when =
            QDateTime::fromMSecsSinceEpoch(act.atMs, Qt::UTC).toString(Qt::ISODateWithMs);
        const QStringList fields{QString::number(entry.row.number),
                                 when,
                                 csvField(entry.by),
                                 csvField(entry.what),
                                 csvField(entry.account),
                                 csvField(entry.production),
                                 csvField(act.detail),
                                 csvField(act.address),
                                 QString::fromLatin1(act.subject.toHex())};
        csv += fields.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace film::server
