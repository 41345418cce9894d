#include "shared/domain/day_choice.h"

namespace film {

QStringView dayChoiceWord(DayChoice choice)
{
    switch (choice) {
    case DayChoice::Grace: return u"grace";
    case DayChoice::WrapExtension: return u"ext";
    case DayChoice::FrenchHours: return u"french";
    case DayChoice::CompensatoryRest: return u"comp";
    case DayChoice::SemiContinuous: return u"scwd";
    case DayChoice::Continuous: return u"cwd";
    case DayChoice::CameraOvertime: return u"cam";
    case DayChoice::WithoutApproval: return u"unapproved";
    case DayChoice::MissedBreak: return u"nobreak";
    case DayChoice::ShortRest: return u"shortrest";
    }
    Q_UNREACHABLE();
}

std::optional<DayChoice> dayChoiceFromWord(QStringView word)
{
    for (const DayChoice choice : dayChoices) {
        if (dayChoiceWord(choice) == word)
            return choice;
    }
    return std::nullopt;
}

DayChoices withChoice(DayChoices choices, DayChoice choice, bool isChosen)
{
    if (isChosen && choice == DayChoice::SemiContinuous)
        choices.setFlag(DayChoice::Continuous, false);
    if (isChosen && choice == DayChoice::Continuous)
        choices.setFlag(DayChoice::SemiContinuous, false);
    choices.setFlag(choice, isChosen);
    return choices;
}

std::optional<DayChoices> dayChoicesFromNumber(qint64 number)
{
    DayChoices choices;
    for (const DayChoice choice : dayChoices)
        choices.setFlag(choice, number & qint64(choice));
    const DayChoices shapes = DayChoices(DayChoice::SemiContinuous) | DayChoice::Continuous;
    if (qint64(choices.toInt()) != number || choices.testFlags(shapes))
        return std::nullopt;
    return choices;
}

} // namespace film
