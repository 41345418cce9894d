#pragma once

#include "app/controllers/crew_controller.h"

namespace film::app {

// Puts the cells on the clipboard: several people's as a table with names and headings, which a
// spreadsheet takes as it is, and beside it the bare block, which the grid itself takes.
void copyCells(const CrewRefs &refs, const CrewController &controller, const CrewModel &crew);

struct CopiedBlock {
    QString text;
    bool isOurs = false; // copied here, as a bare block
};
[[nodiscard]] CopiedBlock copiedBlock();

} // namespace film::app
