#pragma once

#include "shared/domain/import/crew_list_import.h"

#include <QCoreApplication>

namespace film::app {

// What an import says about a row, in words.
class ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)

public:
    [[nodiscard]] static QString problem(const ImportVerdict &verdict);
    // What a column of a crew list can mean.
    [[nodiscard]] static QString column(CrewColumn column);
};

} // namespace film::app
