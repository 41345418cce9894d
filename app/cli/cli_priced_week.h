#pragma once

#include "app/cli/cli_options.h"
#include "app/cli/cli_words.h"

namespace film::app {

// A person's week as the pay commands print it. All three outlive it.
struct PricedShown {
    const rules::PersonWeekPay &week;
    const QString &person;
    const CliOptions &options;

    // That people asked for; programs read the JSON, which is the same in all of them.
    [[nodiscard]] rules::Language language() const;
};

// Line by line, with the whole derivation of each if it `explains`.
void printWeek(const PricedShown &shown, bool explains);

} // namespace film::app
