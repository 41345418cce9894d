#pragma once

#include <QtGlobal>

#include <chrono>

// Every number that bounds what a peer can make us do. Checked before anything is allocated.
namespace film::protocol::limits {

using std::chrono::milliseconds;
using std::chrono::seconds;

inline constexpr qsizetype frameBytesMax = 1024 * 1024;
inline constexpr qsizetype helloBytesMax = 16 * 1024;      // until HELLO is accepted
inline constexpr qsizetype messageBytesTarget = 48 * 1024; // one message within the 5-second rule
inline constexpr qsizetype compressFromBytes = 1024;
inline constexpr qsizetype envelopeBytesMax = 40 * 1024;
inline constexpr int pushEnvelopesMax = 200;
inline constexpr int checkpointsMax = 32;
inline constexpr int knownKeysMax = 8; // of a JOIN
inline constexpr int atomSizeMax = 20; // all of them are candidates of one conflict record
inline constexpr qsizetype atomBytesMax = 40 * 1024; // fits one message
inline constexpr int guardsMax = 200; // of an envelope: each makes the server read a record
inline constexpr int snapshotPageRowsMax = 500;
inline constexpr int deltaRowsMax = 500;
inline constexpr int listItemsMax = 10'000; // any CBOR array or map
inline constexpr int nestingMax = 8;
inline constexpr int bucketsMax = 256; // of a digest
inline constexpr int fetchEntitiesMax = 500;
inline constexpr qsizetype tokenBytesMax = 8 * 1024;
inline constexpr qsizetype traceLengthMax = 256; // of a traceparent: 55 characters today
inline constexpr qsizetype incidentCharactersMax = 2'000;
inline constexpr int reasonCharactersMax = 500;
inline constexpr int textBytesMax = 16 * 1024;
inline constexpr quint32 pushCreditDefault = 4; // batches outstanding
inline constexpr quint32 messageCreditDefault =
    8; // messages the client takes before it grants more

inline constexpr seconds helloTimeout{10};
inline constexpr seconds connectTimeout{15};
inline constexpr seconds pingInterval{20}; // ± 20 %
inline constexpr seconds clientSilenceMax{45};
inline constexpr seconds serverSilenceMax{60};
inline constexpr seconds checkpointInterval{30};
inline constexpr seconds backoffMax{60};
inline constexpr milliseconds backoffStart{1000};
inline constexpr seconds backoffResetAfterLive{30};

// A fifth of the life of a certificate: whoever comes in that time renews it.
inline constexpr std::chrono::hours renewBefore = std::chrono::days(80);
inline constexpr seconds renewGrace{60}; // behind its end, on a connection that is open

} // namespace film::protocol::limits
