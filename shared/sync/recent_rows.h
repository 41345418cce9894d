#pragma once

#include "shared/sync/server_storage.h"

#include <deque>
#include <map>

namespace film::sync {

// The last rows of one production's log, as this server committed them: what is answered to those
// who keep up, without asking the database, and encoded once for all who see the same of it.
class RecentRows
{
public:
    // After their commit. `before` is the head where they go on; where that is not the end of
    // what is here, the rest is forgotten: another server wrote in between.
    void add(const ProductionHead &before, std::vector<LogAppend> rows);

    // What ServerStorage::rows() would give, with its frame. Nothing if not all of it is here, or
    // if the asker comes from another history.
    [[nodiscard]] std::optional<RowsRead> read(const RowsWanted &wanted);

    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    // Which rows of a piece are sent, and of those which with what they left behind.
    struct FrameKey {
        quint64 from = 0;
        quint64 to = 0;
        std::vector<std::pair<quint64, bool>> rows;

        friend auto operator<=>(const FrameKey &, const FrameKey &) = default;
    };

    void forgetOldest();

    EpochId m_epoch; // a chain alone would not do: histories that part have their beginnings alike
    Hash32 m_before; // the chain before the first row
    std::deque<LogAppend> m_rows;
    qsizetype m_bytes = 0;
    std::map<FrameKey, QByteArray> m_frames; // since the last commit
};

} // namespace film::sync
