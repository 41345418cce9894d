#pragma once

#include "shared/protocol/messages.h"

#include <vector>

// How the reasons of an ACK travel: beside the results, so that the results keep the form that
// older devices read. Private to this library.
namespace film::protocol {

struct RefusalNote {
    quint32 index = 0; // of the result
    quint32 refusal = 0;

    friend bool operator==(const RefusalNote &, const RefusalNote &) = default;
};

[[nodiscard]] inline std::vector<RefusalNote>
refusalNotes(const std::vector<MutationResult> &results)
{
    std::vector<RefusalNote> notes;
    for (size_t i = 0; i < results.size(); ++i) {
        if (results[i].refusal != Refusal::None)
            notes.push_back({quint32(i), quint32(results[i].refusal)});
    }
    return notes;
}

// False if a note is about nothing, says nothing, or stands where another way of writing the
// same would not have it.
[[nodiscard]] inline bool noteRefusals(const std::vector<RefusalNote> &notes,
                                       std::vector<MutationResult> &results)
{
    std::optional<quint32> before;
    for (const RefusalNote &note : notes) {
        const bool isInOrder = !before || note.index > *before;
        if (!isInOrder || note.index >= results.size() || note.refusal == 0)
            return false;
        results[note.index].refusal = static_cast<Refusal>(note.refusal);
        before = note.index;
    }
    return true;
}

} // namespace film::protocol
