#pragma once

#include "app/models/people_model.h"
#include "app/models/person_form.h"

#include <QCoreApplication>

namespace film::app {

// The words of the crew list, its deals, and what is wrong with what was typed about them.
class PeopleWordsText final : public PeopleWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::PeopleWordsText)
public:
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] QString rate(const Deal &deal) const override;
    [[nodiscard]] QString guarantee(const Deal &deal) const override;
    [[nodiscard]] QString agreement(const Deal &deal) const override;
    [[nodiscard]] QString date(QDate date) const override;
    [[nodiscard]] QString noDeal() const override;
    [[nodiscard]] QString sentence(const PeopleSnapshot &crew, const Person &person) const override;

    [[nodiscard]] static QString fieldTitle(PersonField field);
    [[nodiscard]] static QString problem(const PersonProblem &problem);
};

} // namespace film::app
