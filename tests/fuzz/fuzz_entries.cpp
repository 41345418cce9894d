#include "tests/fuzz/fuzz_entries.h"

#include <array>

namespace film::fuzz {

std::span<const Entry> entries()
{
    static constexpr std::array all{
        Entry{"frame", brokenByFrame},        Entry{"envelope", brokenByEnvelope},
        Entry{"records", brokenByRecords},    Entry{"typed_text", brokenByTypedText},
        Entry{"device", brokenByDevice},      Entry{"server", brokenByServer},
        Entry{"rule_pack", brokenByRulePack}, Entry{"token", brokenByToken},
        Entry{"request", brokenByRequest},    Entry{"form", brokenByForm},
        Entry{"bundle", brokenByBundle},      Entry{"id_token", brokenByIdToken},
        Entry{"changes", brokenByChanges},
    };
    return all;
}

} // namespace film::fuzz
