#include "server/admin/audit_export.h"

#include "shared/store/anchor_repository.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/log_reader.h"
#include "shared/store/production_repository.h"
#include "shared/store/snapshot.h"
#include "shared/sync/audit_bundle.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int linksAtATime = 200;

class AuditExport
{
public:
    AuditExport(store::ServerStorageSql &storage, ProductionId production, QIODevice &file)
        : m_storage(storage)
        , m_production(production)
        , m_file(file)
    {}

    [[nodiscard]] Result<ExportedAudit> run(Instant now)
    {
        if (const Result<> written = writeHead(now); !written)
            return fail(written.error());
        const Result<> anchors = store::AnchorRepository(m_storage.database())
                                     .forEach(m_production, [this](const sync::Anchor &anchor) {
                                         ++m_done.anchors;
                                         write(sync::bundleAnchorLine(anchor));
                                     });
        if (!anchors)
            return fail(anchors.error());
        if (const Result<> written = writeRows(); !written)
            return fail(written.error());
        write(sync::bundleEndLine(m_done.rows, m_done.anchors));
        if (m_hasFailed)
            return fail(ErrorCode::StoreFull, u"the file cannot be written"_s);
        return m_done;
    }

private:
    void write(const QByteArray &line)
    {
        m_hasFailed = m_hasFailed || m_file.write(line) != line.size();
    }

    [[nodiscard]] Result<> writeHead(Instant now)
    {
        const auto head = m_storage.head(m_production);
        const auto epochs = store::EpochRepository(m_storage.database()).list(m_production);
        const auto productions = store::ProductionRepository(m_storage.database()).list();
        if (!head || !epochs)
            return fail(head ? epochs.error() : head.error());
        if (!productions)
            return fail(productions.error());
        sync::BundleHead bundle;
        bundle.production = m_production;
        bundle.exportedMs = msSinceEpoch(now);
        bundle.head = *head;
        for (const store::ProductionRow &row : *productions) {
            if (row.id == m_production)
                bundle.title = row.title;
        }
        for (const store::EpochRow &row : *epochs)
            bundle.epochs.push_back({row.id, row.startSequence, row.reason, row.atMs});
        write(sync::bundleHeadLine(bundle));
        return {};
    }

    [[nodiscard]] Result<> writeRows()
    {
        store::LogReader reader(m_storage.database(), m_production);
        quint64 last = 0;
        for (;;) {
            const auto rows = reader.linksAfter(last, linksAtATime);
            if (!rows)
                return fail(rows.error());
            for (const sync::LogAppend &row : *rows) {
                ++m_done.rows;
                last = row.sequence;
                write(sync::bundleRowLine(row));
            }
            if (rows->size() < size_t(linksAtATime) || m_hasFailed)
                return {};
        }
    }

    store::ServerStorageSql &m_storage;
    ProductionId m_production;
    QIODevice &m_file;
    bool m_hasFailed = false;
    ExportedAudit m_done;
};

} // namespace

Result<ExportedAudit> exportAudit(store::ServerStorageSql &storage, ProductionId production,
                                  QIODevice &file, Instant now)
{
    return store::inOneSnapshot<ExportedAudit>(
        storage.database(), [&] { return AuditExport(storage, production, file).run(now); });
}

} // namespace film::server
