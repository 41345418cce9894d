#pragma once

#include <QtGlobal>

#include <cstddef>

namespace film {

// One thing of a work day that a person types or that a problem is about.
enum class DayField : quint8 {
    Type,
    Call,
    NdbOut,
    NdbIn,
    MealOut,
    MealIn,
    Wrap,
    TravelTo,
    TravelFrom,
    Choices,
    Note,
    Allowances,
    Account,
};

struct DayFieldRef {
    DayField field = DayField::Call;
    size_t meal = 0; // counted from 0; for MealOut and MealIn

    friend constexpr bool operator==(DayFieldRef, DayFieldRef) = default;
};

} // namespace film
