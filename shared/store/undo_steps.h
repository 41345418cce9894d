#pragma once

#include "shared/base/clock.h"
#include "shared/store/database.h"

#include <QDate>

#include <vector>

namespace film::store {

// What a step is called by, without the words.
struct UndoName {
    int page = 0; // whose command it is, and which
    int kind = 0;
    QDate date;
    int people = 0;
    QString department{};
    QString person{};
};

struct UndoDay {
    QByteArray before;
    QByteArray after;
};

struct UndoStep {
    quint64 number = 0;
    UndoName name;
    bool isUndone = false;
    std::vector<UndoDay> days{};
};

// What a person can still take back, in the production's file. Every call but all() belongs in
// the transaction that saves what it is about.
class UndoSteps
{
public:
    static constexpr int stepsMax = 50;

    explicit UndoSteps(Database &database)
        : m_database(database)
    {}

    // A new step: nothing that was undone can be redone after it, and the oldest go.
    [[nodiscard]] Result<quint64> add(const UndoName &name, Instant now);
    [[nodiscard]] Result<> addDay(quint64 step, const UndoDay &day);
    [[nodiscard]] Result<> mark(quint64 step, bool isUndone);
    [[nodiscard]] Result<> removeBefore(Instant first);
    [[nodiscard]] Result<std::vector<UndoStep>> all(); // oldest first

private:
    [[nodiscard]] Result<> removeIdleDays();
    [[nodiscard]] Result<std::vector<UndoDay>> days(quint64 step);

    Database &m_database;
};

} // namespace film::store
