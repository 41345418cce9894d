#include "tests/e2e/commit_finder.h"

#include <QtEndian>

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

std::optional<qsizetype> CommitFinder::read(const QByteArray &bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        m_message += bytes[i];
        if (!hasWhole())
            continue;
        const bool isCommit = m_isStarted && m_message.startsWith('Q')
            && m_message.mid(5).trimmed().toUpper().startsWith("COMMIT");
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
