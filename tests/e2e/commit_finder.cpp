#include "tests/e2e/commit_finder.h"

#include <QList>
#include <QtEndian>

#include <utility>

namespace film::e2e {

namespace {

constexpr quint32 encryptionRequestMin = 80877103; // SSLRequest, and GSSENCRequest after it
constexpr quint32 encryptionRequestMax = 80877104;

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

} // namespace

// The first messages have a length and a number, all others a letter and a length.
bool CommitFinder::hasWhole() const
{
    const qsizetype head = m_isStarted ? 5 : 4;
    if (m_message.size() < head)
        return false;
    const qsizetype length = numberAt(m_message, head - 4) + (m_isStarted ? 1 : 0);
    return m_message.size() >= length;
}

// As a text, or by executing the statement that lanes have prepared for it. A Bind names its portal
// and then the statement; the server answers at the Sync behind it.
bool CommitFinder::runsCommit()
{
    switch (m_message.front()) {
    case 'Q': return m_message.mid(5).trimmed().toUpper().startsWith("COMMIT");
    case 'B':
        m_isBound = m_isBound || m_message.mid(5).split('\0').value(1) == "lane.commit";
        return false;
    case 'S': return std::exchange(m_isBound, false);
    default: return false;
    }
}

std::optional<qsizetype> CommitFinder::read(const QByteArray &bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        m_message += bytes[i];
        if (!hasWhole())
            continue;
        const bool isCommit = m_isStarted && runsCommit();
        if (!m_isStarted) {
            const quint32 code = numberAt(m_message, 4);
            m_isStarted = code < encryptionRequestMin || code > encryptionRequestMax;
        }
        m_message.clear();
        if (isCommit)
            return i + 1;
    }
    return std::nullopt;
}

} // namespace film::e2e
