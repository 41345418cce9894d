#pragma once

#include "shared/domain/import/import_verdict.h"

#include <QCoreApplication>

namespace film::app {

// What an import says about a row, in words.
class ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)

public:
    [[nodiscard]] static QString problem(const ImportVerdict &verdict);
};

} // namespace film::app
