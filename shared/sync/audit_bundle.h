#pragma once

#include "shared/sync/anchor.h"
#include "shared/sync/server_storage.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace film::sync {

// A production's log with its anchors as a file that anybody can check without the server and its
// database: a JSON value on each line (docs/audit-bundle.md). First the head, then the anchors by
// sequence, then every row of the log, then the end.
struct BundleEpoch {
    EpochId epoch;
    quint64 startSequence = 0;
    QString reason;
    qint64 atMs = 0;
};
struct BundleHead {
    ProductionId production;
    QString title;
    qint64 exportedMs = 0;
    ProductionHead head;
    std::vector<BundleEpoch> epochs;
};

[[nodiscard]] QByteArray bundleHeadLine(const BundleHead &head);
[[nodiscard]] QByteArray bundleAnchorLine(const Anchor &anchor);
[[nodiscard]] QByteArray bundleRowLine(const LogAppend &row);
[[nodiscard]] QByteArray bundleEndLine(quint64 rows, quint64 anchors);

inline constexpr qsizetype bundleLineBytesMax = 256 * 1024;

struct BundleVerdict {
    ProductionId production;
    QString title;
    quint64 rows = 0;
    quint64 erased = 0;                    // of them
    quint64 anchors = 0;                   // that are signed and fit
    quint64 lastAnchored = 0;              // the highest row that one of them is about
    std::vector<protocol::PublicKey> keys; // that signed them
    QStringList problems;                  // English, with the numbers of rows
    QStringList notes;                     // what is no problem and should be known
};

// Reads the lines of a bundle, one after the other, and keeps no more of them than where the chain
// is and which anchors are still to come. Never fails: what cannot be read is a problem.
class BundleCheck
{
public:
    // Anchors that another key signed are a problem, if one is given.
    explicit BundleCheck(const Verifier &verifier,
                         std::optional<protocol::PublicKey> trusted = std::nullopt);

    void line(QByteArrayView bytes);
    [[nodiscard]] BundleVerdict finish();

private:
    void report(const QString &problem);
    void takeHead(const QJsonObject &object);
    void takeAnchor(const QJsonObject &object);
    void takeRow(const QJsonObject &object);
    void takeEnd(const QJsonObject &object);
    void compareContent(const LogAppend &row);
    void compareAnchors();

    const Verifier &m_verifier;
    const std::optional<protocol::PublicKey> m_trusted;
    std::optional<BundleHead> m_head;
    std::multimap<quint64, Anchor> m_anchors; // by sequence; those that the rows have not reached
    quint64 m_last = 0;
    Hash32 m_chain;
    quint64 m_lines = 0;
    quint64 m_anchorsRead = 0;
    bool m_hasEnded = false;
    BundleVerdict m_verdict;
};

// Up to which row an anchor of that epoch has to hold: a later epoch may have begun where a backup
// ended, and what was behind that is gone.
[[nodiscard]] quint64 anchoredUpTo(const std::vector<BundleEpoch> &epochs, EpochId epoch);

} // namespace film::sync
