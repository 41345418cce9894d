#pragma once

#include <QFlags>
#include <QStringView>

#include <array>
#include <optional>

namespace film {

// What people chose or agreed on for one day, and an agreement then counts with: a fact of the
// day like its times, whose author and moment stand in its history. The numbers are stored and
// sent.
enum class DayChoice : quint16 {
    Grace = 1,             // a meal that began within the grace of the agreement is not late
    WrapExtension = 2,     // nor is the one that the wrap came instead of
    FrenchHours = 4,       // the crew agreed to work through, eating as they go
    CompensatoryRest = 8,  // rest later instead of money for a short night
    SemiContinuous = 16,   // UK: half an hour of lunch, working on
    Continuous = 32,       // UK: eating at work
    CameraOvertime = 64,   // UK: overtime while the camera turns
    WithoutApproval = 128, // nobody approved a day that is paid only if approved
    MissedBreak = 256,     // a paid break for rest that the law asks for was not given
    ShortRest = 512,       // the rest before is one that the agreement allows to be shorter
};
Q_DECLARE_FLAGS(DayChoices, DayChoice)

inline constexpr std::array dayChoices{
    DayChoice::Grace,          DayChoice::WrapExtension,
    DayChoice::FrenchHours,    DayChoice::CompensatoryRest,
    DayChoice::SemiContinuous, DayChoice::Continuous,
    DayChoice::CameraOvertime, DayChoice::WithoutApproval,
    DayChoice::MissedBreak,    DayChoice::ShortRest,
};

// What kind of day it was, as against what happened on it: also true of a day like it.
inline constexpr DayChoices lastingChoices =
    DayChoices(DayChoice::SemiContinuous) | DayChoice::Continuous | DayChoice::CameraOvertime;

// The word of a line: "grace", "ext", "french", "comp", "scwd", "cwd", "cam", "unapproved",
// "nobreak", "shortrest".
[[nodiscard]] QStringView dayChoiceWord(DayChoice choice);
// In lower case. Nothing if it is no such word.
[[nodiscard]] std::optional<DayChoice> dayChoiceFromWord(QStringView word);

// The choices with one more or less; one that excludes another takes its place.
[[nodiscard]] DayChoices withChoice(DayChoices choices, DayChoice choice, bool isChosen);

// Nothing if a bit is none of ours, or two of them exclude each other.
[[nodiscard]] std::optional<DayChoices> dayChoicesFromNumber(qint64 number);

} // namespace film
