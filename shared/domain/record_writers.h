#pragma once

#include "shared/domain/field_value.h"
#include "shared/domain/minutes.h"

#include <QString>

#include <optional>

// Private to the records_*.cpp files: what is not known is not written.
namespace film::detail {

inline void putText(FieldMap &fields, quint32 field, const QString &text)
{
    if (!text.isEmpty())
        fields[field] = text;
}

inline void putMinutes(FieldMap &fields, quint32 field, std::optional<Minutes> minutes)
{
    if (minutes)
        fields[field] = minutes->count();
}

} // namespace film::detail
