#pragma once

#include "app/controllers/bulk_edit.h"

#include <QDate>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace film::app {

// What the columns of a pasted block are, where no headings say it.
enum class PasteLayout : quint8 {
    Days,  // each column is a day, each cell a line as one types it
    Times, // the columns are the times of one day
};

// Where it is pasted.
struct PastePlace {
    std::array<QDate, 7> dates;
    int firstDay = 0;  // the column that the first one goes to
    QStringList names; // of everybody who could be meant
};

// One day of the block, before anybody is looked up.
struct PastedDay {
    int line = 1;       // of the text, from 1
    int row = 0;        // by place: how far below the first
    QString person;     // as it stands there; empty where the block goes by place
    QString department; // likewise
    int day = 0;        // in the week; beyond it where the block is too wide
    bool isOfWeek = true;
    QString text;                     // what stands there
    std::optional<BulkFields> fields; // where the times stand in columns of their own

    friend bool operator==(const PastedDay &, const PastedDay &) = default;
};

struct PasteBlock {
    PasteLayout layout = PasteLayout::Days;
    bool isLayoutOpen = false; // no headings: a person may say that it is the other one
    bool isByName = false;
    std::vector<PastedDay> days; // those in which something stands
};

// Reads cells as spreadsheets put them on the clipboard. Headings in four languages say what a
// column is: the name, the department, a date, a line, or one of the times; a column under a date
// of the week is that day. Without headings names are known by who is there, and times by there
// being nothing else; `layout` overrules the guess.
[[nodiscard]] PasteBlock readPaste(const QString &text, const PastePlace &place,
                                   std::optional<PasteLayout> layout = {});

} // namespace film::app
