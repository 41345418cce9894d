#pragma once

#include "app/models/crew_snapshot.h"

#include <QString>

namespace film::app {

// The icons have fixed meanings all over the application.
[[nodiscard]] inline QString exceptionIcon(ExceptionKind kind)
{
    using namespace Qt::StringLiterals;
    switch (kind) {
    case ExceptionKind::TwoVersions: return u"split"_s;
    case ExceptionKind::Missing: return u"circle-dashed"_s;
    case ExceptionKind::Rest: return u"moon"_s;
    case ExceptionKind::Meal: return u"utensils"_s;
    case ExceptionKind::Other: return u"triangle-alert"_s;
    }
    return {};
}

} // namespace film::app
