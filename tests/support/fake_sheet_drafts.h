#pragma once

#include "app/controllers/call_sheet_controller.h"

#include <vector>

namespace film::test {

// Drafts of call sheets in memory.
class FakeSheetDrafts final : public app::SheetDrafts
{
public:
    std::vector<std::pair<app::SheetKey, app::SheetDraft>> drafts;

    [[nodiscard]] std::optional<app::SheetDraft> find(const app::SheetKey &key) const override
    {
        for (const auto &[known, draft] : drafts) {
            if (known == key)
                return draft;
        }
        return std::nullopt;
    }
    void keep(const app::SheetKey &key, const app::SheetDraft &draft) override
    {
        forget(key);
        drafts.emplace_back(key, draft);
    }
    void forget(const app::SheetKey &key) override
    {
        std::erase_if(drafts, [&](const auto &draft) { return draft.first == key; });
    }
};

} // namespace film::test
