#include "shared/protocol/entity_state.h"

#include "shared/protocol/codec_values.h"

#include <algorithm>

namespace film::protocol {

using namespace Qt::StringLiterals;

qsizetype sizeOnWire(const EntityState &state)
{
    constexpr qsizetype besideGroups = 80; // ids of record, department and person, two numbers
    return state.groups.size() + besideGroups;
}

QByteArray encodeGroups(const VersionedGroups &groups)
{
    CborWriter writer;
    writer.map(groups.size());
    for (const auto &[group, versioned] : groups) {
        writer.unsignedNumber(group);
        codec::writeTuple(writer, versioned.version, versioned.fields);
    }
    return writer.result();
}

Result<VersionedGroups> decodeGroups(QByteArrayView bytes)
{
    CborReader reader(bytes);
    VersionedGroups groups;
    for (size_t left = reader.map(); left > 0 && reader.isFine(); --left) {
        quint32 group = 0;
        codec::read(reader, group);
        if (!groups.empty() && group <= groups.rbegin()->first)
            reader.reject(u"groups out of order"_s);
        VersionedGroup &versioned =
            groups.emplace_hint(groups.end(), group, VersionedGroup())->second;
        codec::readTuple(reader, versioned.version, versioned.fields);
    }
    if (const Result<> outcome = reader.outcome(); !outcome)
        return fail(outcome.error().during(u"reading groups"_s));
    return groups;
}

QByteArray encodeFields(const FieldMap &fields)
{
    CborWriter writer;
    writer.fields(fields);
    return writer.result();
}

QByteArray encodeContent(const GroupMap &groups)
{
    CborWriter writer;
    const auto hasFields = [](const auto &group) { return !group.second.empty(); };
    writer.map(static_cast<size_t>(std::ranges::count_if(groups, hasFields)));
    for (const auto &[group, fields] : groups) {
        if (fields.empty())
            continue;
        writer.unsignedNumber(group);
        writer.fields(fields);
    }
    return writer.result();
}

QByteArray encodeEntities(const std::vector<EntityState> &entities)
{
    CborWriter writer;
    codec::write(writer, entities);
    return writer.result();
}

Result<std::vector<EntityState>> decodeEntities(QByteArrayView bytes)
{
    std::vector<EntityState> entities;
    // A row whose effect its reader may not see comes without states.
    if (bytes.isEmpty())
        return entities;
    CborReader reader(bytes);
    codec::read(reader, entities);
    if (const Result<> outcome = reader.outcome(); !outcome)
        return fail(outcome.error().during(u"reading records"_s));
    return entities;
}

} // namespace film::protocol
