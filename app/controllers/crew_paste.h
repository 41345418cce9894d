#pragma once

#include "app/controllers/paste_block.h"
#include "app/models/crew_snapshot.h"

#include <vector>

namespace film::app {

// What is to be pasted, and where.
struct PasteRequest {
    CrewRef anchor;
    std::vector<PersonId> people; // from the anchor's on, as they are shown
    QString text;
    std::optional<PasteLayout> layout; // what a person said of the columns
    bool keepsExisting = false;        // days that have times stay as they are
};

// What becomes of one pasted day.
enum class PasteVerdict : quint8 {
    Written,
    Replaces, // other times that are there
    Unchanged,
    Kept,   // has times, and those were to stay
    Locked, // from here on it stays out
    NotUnderstood,
    TwoReadings,
    ClockChange,
    WrongOrder,
    UnknownPerson,
    SeveralPeople,
    BelowTheGrid, // no person there
    OutsideWeek,
    Twice, // a row above has the same day
};

struct PasteItem {
    PastedDay pasted;
    std::optional<CrewRef> ref; // whose day, where that is known
    PasteVerdict verdict = PasteVerdict::Written;
    WorkDay before;
    WorkDay after;
    QString token;                        // of NotUnderstood and TwoReadings
    std::optional<DayFinding> wrongOrder; // of WrongOrder

    [[nodiscard]] bool isWritten() const { return verdict <= PasteVerdict::Replaces; }
    [[nodiscard]] bool isLeftOut() const { return verdict >= PasteVerdict::Locked; }
};

struct PastePreview {
    PasteLayout layout = PasteLayout::Days;
    bool isLayoutOpen = false;
    bool isByName = false;
    std::vector<PasteItem> items;

    [[nodiscard]] int count(PasteVerdict verdict) const
    {
        int found = 0;
        for (const PasteItem &item : items)
            found += item.verdict == verdict ? 1 : 0;
        return found;
    }
    [[nodiscard]] int written() const
    {
        return count(PasteVerdict::Written) + count(PasteVerdict::Replaces);
    }
    [[nodiscard]] int leftOut() const
    {
        int found = 0;
        for (const PasteItem &item : items)
            found += item.isLeftOut() ? 1 : 0;
        return found;
    }
};

} // namespace film::app
