#pragma once

#include "app/models/calls_model.h"
#include "app/models/sheet_days_model.h"
#include "app/ui/crew_words_text.h"

#include <QCoreApplication>

namespace film::app {

// The words of the call sheets. Borrows the crew's for times and types of days.
class SheetWordsText final : public CallsWords, public SheetDayWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::SheetWordsText)
public:
    explicit SheetWordsText(const CrewWordsText &words)
        : m_words(words)
    {}

    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] QString time(Minutes time) const override;
    [[nodiscard]] QString offset(Minutes afterUnit) const override;
    [[nodiscard]] QString sentence(const QString &name, std::optional<Minutes> call,
                                   bool isOwn) const override;

    [[nodiscard]] QString title(const SheetDay &day) const override;
    [[nodiscard]] QString detail(const SheetDay &day) const override;
    [[nodiscard]] QString state(SheetState state) const override;

    [[nodiscard]] QString dayType(DayType type) const { return m_words.dayType(type); }
    [[nodiscard]] QString date(QDate date) const { return m_words.shortDate(date); }
    [[nodiscard]] static QString fieldTitle(SheetField field); // with its mnemonic
    // Why a text was not taken; empty if it was.
    [[nodiscard]] QString problem(const SheetReading &reading, const QString &text) const;
    [[nodiscard]] static QString wrongOrder(SheetField field);

private:
    const CrewWordsText &m_words;
};

} // namespace film::app
