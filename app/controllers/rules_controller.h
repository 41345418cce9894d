#pragma once

#include "app/models/crew_model.h"
#include "app/models/pay_desk.h"
#include "app/models/rules_model.h"
#include "shared/rules/pack_difference.h"
#include "shared/rules/what_if.h"

#include <QObject>

#include <map>

namespace film::app {

// Two packs held against each other: every number that differs, and what the week that is shown
// would come to. Nothing is written: what is locked stays as it was priced.
struct PackComparison {
    QString before;
    QString after;
    std::vector<rules::PackDifference> numbers;
    int people = 0;     // whom `before` prices in the week
    int impossible = 0; // of them, whom `after` cannot price
    bool isOtherMoney = false;
    std::vector<rules::Repriced> lines; // in order of their codes
    std::optional<Money> wagesBefore;   // nothing where nobody was priced
    std::optional<Money> wagesAfter;
};

// What can be explained: a person, and the days of theirs that are priced.
struct ExplainedPerson {
    PersonId id;
    QString name;
    std::vector<QDate> days;
};

// Rules and rates: which packs there are, what is in them, what another would come to, and how a
// day's pay came about. The week is the crew grid's. GUI thread.
class RulesController final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        PacksModel &packs;
        PackNumbersModel &numbers;
        CrewModel &crew;
        PayDesk &desk;
    };
    explicit RulesController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] PacksModel &packs() const { return m_packs; }
    [[nodiscard]] PackNumbersModel &numbers() const { return m_numbers; }
    [[nodiscard]] const rules::RulePack *selected() const;
    // Files that were left out, each with why.
    [[nodiscard]] const std::vector<rules::PackProblem> &problems() const { return m_problems; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    // Others the selected one can be held against, its own versions first.
    [[nodiscard]] QStringList comparable() const;
    [[nodiscard]] PackComparison compare(const QString &other) const;
    [[nodiscard]] std::vector<ExplainedPerson> explainable() const;
    [[nodiscard]] rules::PersonWeekPay explain(PersonId person) const;

    void setPacks(std::vector<rules::RulePack> packs, std::vector<rules::PackProblem> problems,
                  QDate today);

public slots:
    void select(const QString &name);

signals:
    void packsChanged();
    void selectionChanged();
    void weekChanged(); // what can be explained and compared is another

private:
    void reprice(const rules::RulePack &after, PackComparison &comparison) const;

    PacksModel &m_packs;
    PackNumbersModel &m_numbers;
    CrewModel &m_crew;
    PayDesk &m_desk;
    std::vector<rules::PackProblem> m_problems;
    QString m_selected;
    bool m_isLoaded = false;
};

} // namespace film::app
