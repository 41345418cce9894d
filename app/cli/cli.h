#pragma once

#include "app/cli/cli_options.h"
#include "app/cli/output.h"
#include "app/engine/engine.h"
#include "shared/rules/what_if.h"

namespace film::app {

// Runs one command on the engine and gives the exit code. There is no event loop in this thread,
// so it may wait for the engine's answers.
class Cli
{
public:
    explicit Cli(const CliOptions &options);

    [[nodiscard]] int run();

private:
    using Step = Result<ExitCode>;

    [[nodiscard]] Step dispatch();
    [[nodiscard]] Step join();
    [[nodiscard]] Step bringDays();
    [[nodiscard]] Step start();
    [[nodiscard]] Step importCrew();
    [[nodiscard]] Step importCallSheets();
    [[nodiscard]] Step enter();
    [[nodiscard]] Step enterFromStdin();
    [[nodiscard]] Step week();
    [[nodiscard]] Step sync();
    [[nodiscard]] Step status();
    [[nodiscard]] Step conflicts();
    [[nodiscard]] Step resolve();
    [[nodiscard]] Step exportWeek();
    [[nodiscard]] Step outbox();
    [[nodiscard]] Step actOnDay();
    [[nodiscard]] Step audit();
    [[nodiscard]] Step rules();
    [[nodiscard]] Step rulesOfWeek();
    [[nodiscard]] Step compareWeek();
    [[nodiscard]] Step sideLetter();
    [[nodiscard]] Step whatIf();
    [[nodiscard]] Step forecast();
    struct PersonRecords {
        const Person *person = nullptr;
        std::vector<WorkDay> days; // in order of date
        std::vector<Deal> deals;
    };
    struct PayRecords {
        std::vector<PersonRecords> people;
        std::vector<ShootingDay> sheets;
    };
    [[nodiscard]] Result<PayRecords> recordsBetween(QDate first, QDate last);
    [[nodiscard]] rules::ProductionFacts factsWith(const std::vector<ShootingDay> &sheets) const;
    [[nodiscard]] Result<Minutes> nowOn(QDate date) const;
    // The weeks of the people asked for, priced from what stands on this computer.
    struct PricedPerson {
        const Person *person = nullptr;
        rules::PersonWeekPay pay;
    };
    [[nodiscard]] Result<std::vector<PricedPerson>> priceWeek(rules::WeekPricer &pricer,
                                                              const PayWeek &week);
    struct Cohort {
        std::vector<rules::CohortMember> members;
        int withoutFigure = 0;
    };
    [[nodiscard]] Result<Cohort> cohortOn(rules::WeekPricer &pricer, const PayWeek &week,
                                          QDate date);
    [[nodiscard]] std::optional<rules::CohortMember>
    memberOf(const PricedPerson &person, const PricedPerson &next, QDate date) const;

    struct Entry {
        QString date;
        QString person; // empty: oneself
        QString line;
    };
    [[nodiscard]] Step saveEntry(const Entry &entry);
    [[nodiscard]] Result<UnitId> unitAsked(const Person &person) const;
    [[nodiscard]] Result<WorkDay> dayOf(const Entry &entry, const Person &person, QDate date,
                                        WorkDay &before);
    [[nodiscard]] Result<const Person *> personNamed(const QString &name) const;
    [[nodiscard]] Result<QDate> dateOf(const QString &text) const;
    [[nodiscard]] QString nameOf(PersonId person) const;
    [[nodiscard]] Step waitUntilSynced();
    [[nodiscard]] Step saveImported(std::vector<WantedRecord> records);

    CliOptions m_options;
    Engine m_engine;
    WorkspaceState m_state;
    Directory m_directory;
};

} // namespace film::app
