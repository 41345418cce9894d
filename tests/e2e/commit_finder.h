#pragma once

#include <QByteArray>

#include <optional>

namespace film::e2e {

// Reads what a client of PostgreSQL says, to find its COMMITs.
// https://www.postgresql.org/docs/15/protocol-message-formats.html
class CommitFinder
{
public:
    // How many of the bytes belong up to the end of the first COMMIT in them; nothing if there is
    // none. What follows has then not been read yet.
    [[nodiscard]] std::optional<qsizetype> read(const QByteArray &bytes);

private:
    [[nodiscard]] bool hasWhole() const;
    [[nodiscard]] bool runsCommit();

    QByteArray m_message; // the beginning of one
    bool m_isStarted = false;
    bool m_isBound = false; // the COMMIT is among what is sent up to the next Sync
};

} // namespace film::e2e
