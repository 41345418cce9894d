#pragma once

#include "shared/domain/day_line.h"
#include "shared/domain/time_text.h"
#include "shared/domain/work_day.h"

#include <tl/expected.hpp>

#include <array>
#include <optional>

namespace film::app {

// The fields of the bulk bar, in their order.
enum class BulkField : quint8 { Call, Meal1Out, Meal1In, Meal2Out, Meal2In, Wrap, Travel };
inline constexpr size_t bulkFieldCount = 7;

// What was typed; an empty field leaves its value as it is.
struct BulkFields {
    std::array<QString, bulkFieldCount> texts;

    [[nodiscard]] const QString &operator[](BulkField field) const { return texts[size_t(field)]; }
    [[nodiscard]] QString &operator[](BulkField field) { return texts[size_t(field)]; }
    [[nodiscard]] bool isEmpty() const
    {
        for (const QString &text : texts) {
            if (!text.trimmed().isEmpty())
                return false;
        }
        return true;
    }
};

// A field that could not be used as it was typed. Without an error it has two readings.
struct BulkRefusal {
    BulkField field = BulkField::Call;
    QString text;
    std::optional<TimeTextError> error;
};

// The day with what was typed. `called` is for "c"; each field is read after those before it.
[[nodiscard]] tl::expected<WorkDay, BulkRefusal> withFields(WorkDay day, const BulkFields &fields,
                                                            const std::optional<DayTimes> &called,
                                                            PointStyle pointStyle);

// One value of a day as the bar shows it: a time, a length, or nothing.
struct BulkValue {
    TimeField time;
    std::optional<Minutes> length;

    friend bool operator==(const BulkValue &, const BulkValue &) = default;
};
[[nodiscard]] BulkValue bulkValueOf(const WorkDay &day, BulkField field);

} // namespace film::app
