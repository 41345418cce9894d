#pragma once

#include "shared/domain/crew.h"
#include "shared/protocol/envelope.h"
#include "shared/sync/decide.h"
#include "shared/sync/server_storage.h"

#include <QStringList>

#include <map>
#include <set>
#include <span>

namespace film::simulation {

// The rule of docs/protocol.md read aloud over a finished log, row by row. It shares the codec
// with the code under test and nothing else: what it says and what the log says has to agree.
class ReferenceModel
{
public:
    // Devices as they were registered; grants in the log go before that.
    ReferenceModel(ProductionId production, std::map<DeviceId, sync::DeviceRecord> devices);

    void read(std::span<const sync::LogAppend> log);
    // Records are what the rows made them, with the version of each group.
    void compareWith(const std::map<EntityId, protocol::EntityState> &records);

    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    // What the rows were, for the coverage of a run.
    [[nodiscard]] const std::map<QString, quint64> &happened() const { return m_happened; }

private:
    struct Group {
        MutationId version;
        FieldMap fields;

        friend bool operator==(const Group &, const Group &) = default;
    };
    struct Record {
        bool exists = false;
        bool deleted = false;
        EntityType type = EntityType::TimeEntry;
        DepartmentId department; // of its person when it was made
        std::map<quint32, Group> groups;
    };
    struct Conflict {
        bool isOpen = false;
        sync::ConflictKind kind = sync::ConflictKind::Group;
        std::vector<MutationId> candidates;
        std::vector<quint32> groups; // that it is about, as it says itself
    };
    struct Verdict {
        protocol::Outcome outcome = protocol::Outcome::Applied;
        sync::ConflictKind kind = sync::ConflictKind::Group; // of Conflict and Held
    };

    void readRow(const sync::LogAppend &row, const protocol::Envelope &envelope);
    // The member of the atom that does not fit, and why; nothing if all of it fits.
    struct Misfit {
        size_t member = 0;
        Verdict verdict;
    };
    [[nodiscard]] std::optional<Misfit> tryAtom(std::span<const protocol::Envelope> members) const;
    void readAtom(std::span<const sync::LogAppend> rows,
                  const std::vector<protocol::Envelope> &envelopes);
    void readReset(const sync::LogAppend &row, const protocol::Envelope &envelope);
    void lookForStaleApproval(const protocol::Envelope &envelope);
    [[nodiscard]] std::optional<Verdict> judgeRights(const protocol::Envelope &envelope) const;
    [[nodiscard]] Verdict judge(const protocol::Envelope &envelope) const;
    void apply(const protocol::Envelope &envelope);
    void keep(const protocol::Envelope &envelope, EntityId about, const Verdict &verdict);
    void count(const protocol::Envelope &envelope, const Verdict &verdict);
    void compareConflict(const sync::LogAppend &row);
    [[nodiscard]] bool isWellDecided(const protocol::Envelope &envelope) const;

    [[nodiscard]] const Record &recordOf(EntityId id) const;
    [[nodiscard]] const Conflict &conflictOf(EntityId id) const;
    [[nodiscard]] sync::DeviceRecord memberOf(DeviceId device) const;
    [[nodiscard]] PersonId ownerOf(const protocol::Envelope &envelope) const;
    [[nodiscard]] DepartmentId departmentOf(const protocol::Envelope &envelope) const;
    [[nodiscard]] bool holds(const protocol::Guard &guard,
                             const protocol::Envelope &envelope) const;
    [[nodiscard]] bool maySee(const protocol::Envelope &envelope, const Record &record) const;
    // 0 if nobody has approved what stands there.
    [[nodiscard]] qint64 levelOf(const Record &record) const;
    [[nodiscard]] static QByteArray approvableContent(const Record &record);
    [[nodiscard]] bool mayApprove(const protocol::Envelope &envelope, qint64 level) const;
    [[nodiscard]] bool mayWrite(const protocol::Envelope &envelope) const;

    ProductionId m_production;
    std::map<DeviceId, sync::DeviceRecord> m_devices;
    std::map<EntityId, Record> m_records;
    std::map<EntityId, Conflict> m_conflicts; // by the record they are about
    std::optional<EntityId> m_resetDue;       // the next row has to take this record's approval
    QStringList m_problems;
    std::map<QString, quint64> m_happened;
};

} // namespace film::simulation
