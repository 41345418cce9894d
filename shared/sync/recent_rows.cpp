#include "shared/sync/recent_rows.h"

#include "shared/protocol/messages.h"

namespace film::sync {

namespace {

// Some commits; who is further behind than that asks the database.
constexpr qsizetype bytesMax = 1024 * 1024;
// Of one row beside its bytes.
constexpr qsizetype rowOverhead = 400;

qsizetype bytesOf(const LogAppend &row)
{
    return row.envelope.size() + row.post.size() + rowOverhead;
}

} // namespace

void RecentRows::add(const ProductionHead &before, std::vector<LogAppend> rows)
{
    if (rows.empty())
        return;
    if (m_rows.empty() || m_rows.back().chain != before.chain || m_epoch != before.epoch) {
        m_rows.clear();
        m_bytes = 0;
        m_epoch = before.epoch;
        m_before = before.chain;
    }
    m_frames.clear();
    for (LogAppend &row : rows) {
        m_bytes += bytesOf(row);
        m_rows.push_back(std::move(row));
    }
    while (m_bytes > bytesMax && m_rows.size() > 1)
        forgetOldest();
}

void RecentRows::forgetOldest()
{
    m_before = m_rows.front().chain;
    m_bytes -= bytesOf(m_rows.front());
    m_rows.pop_front();
}

std::optional<RowsRead> RecentRows::read(const RowsWanted &wanted)
{
    if (m_rows.empty() || wanted.epoch != m_epoch || wanted.from + 1 < m_rows.front().sequence
        || wanted.from >= m_rows.back().sequence)
        return std::nullopt;
    const size_t first = wanted.from + 1 - m_rows.front().sequence;
    if ((first == 0 ? m_before : m_rows[first - 1].chain) != wanted.chain)
        return std::nullopt;

    RowsRead read;
    FrameKey key{wanted.from, 0, {}};
    qsizetype bytes = 0;
    const size_t end = std::min(m_rows.size(), first + size_t(wanted.rowsMax));
    for (size_t i = first; i < end && !read.passesGrant; ++i) {
        const LogAppend &row = m_rows[i];
        const bool isVisible = wanted.visibility.includes(row.cell);
        const bool withdraws = wanted.visibility.hidesSomebody() && !isVisible && row.conflict;
        if (withdraws && i > first)
            break;
        if (withdraws)
            read.withdrawn = row.conflict;
        if (isVisible || row.device == wanted.device) {
            protocol::LogRow seen{row.sequence, row.outcome,
                                  row.envelope, isVisible ? row.post : protocol::encodeEntities({}),
                                  row.conflict, row.receivedMs,
                                  row.flags};
            bytes += seen.envelope.size() + seen.post.size();
            if (bytes > wanted.bytesMax && !read.rows.empty())
                break;
            read.rows.push_back(std::move(seen));
            key.rows.emplace_back(row.sequence, isVisible);
        }
        read.to = row.sequence;
        read.chain = row.chain;
        read.passesGrant = row.entity == wanted.grant; // the scope may be another behind it
    }
    key.to = read.to;
    QByteArray &frame = m_frames[key];
    if (frame.isEmpty())
        frame = protocol::encodeFrame(
            {0, protocol::Delta{wanted.from, read.to, read.chain, read.rows}});
    read.frame = frame;
    return read;
}

} // namespace film::sync
