#pragma once

#include "app/models/crew_ahead.h"
#include "app/models/crew_snapshot.h"
#include "app/models/crew_words.h"
#include "app/models/pay_desk.h"

#include <QAbstractItemModel>
#include <QHash>

namespace film::app {

// How a cell is to be painted.
enum class CellLook : quint8 {
    Blank,   // no call sheet, nothing entered
    Worked,  // times and hours
    Planned, // the call of a day to come
    Missing, // over, called, nothing entered
    NotCalled,
    Word, // travel, hold …
    Sum,  // of a department
};

// A cell's words and figures, made once and kept until the day changes.
struct CellText {
    CellLook look = CellLook::Blank;
    QString left;
    QString right;
    std::optional<ExceptionKind> exception; // the most important one
    bool isPending = false;
    bool isLocked = false;
    bool hasConflict = false;
    QString otherHand; // who else changed it a moment ago
};

// What a grid shows of each day.
enum class CellShows : quint8 { Times, Meals, Cost };

// How far the week is.
struct CrewProgress {
    int people = 0;
    int daysIn = 0;       // days that are over and have their times
    int daysExpected = 0; // days that are over and were called or entered
    int missing = 0;      // people, as the filters count them
    int meals = 0;
    int rest = 0;

    friend bool operator==(const CrewProgress &, const CrewProgress &) = default;
};

// Departments with their people under them, seven days, the hours and the flags. Holds a
// snapshot and formats it; an edit leaves as editRequested() and comes back as setDays().
class CrewModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column {
        Name,
        FirstDay,
        Hours = FirstDay + 7,
        TimeAndHalf,
        DoubleTime,
        Flags,
        ColumnCount
    };
    enum Role {
        CellTextRole = Qt::UserRole, // const CellText *, valid until the day changes
        PositionRole,                // of a person; how many people, for a department
        IsDepartmentRole,
    };

    explicit CrewModel(const CrewWords &words, QObject *parent = nullptr);

    // Prices what is shown from now on; outlives the model.
    void setPayDesk(PayDesk *desk);
    // Priced when somebody asks, and kept until the person's days change. Null for nobody here,
    // and where there is no pay desk.
    [[nodiscard]] const CrewFigures *figures(PersonId id) const;
    // Of these people, or of everybody for none; nothing where there is no pay desk.
    [[nodiscard]] CrewAhead ahead(std::span<const PersonId> only) const;
    // Whether anybody's deal may be seen, so that there is money to show.
    [[nodiscard]] bool hasDeals() const { return m_hasDeals; }

    // Keeps selection and open editors of everybody who stays, while the week is the same.
    void setSnapshot(CrewSnapshot snapshot);
    // New days for some cells: looks at their people and repaints their rows, the departments'
    // and nothing else.
    struct DayUpdate {
        CrewRef ref;
        CrewCell cell;
    };
    void setDays(const std::vector<DayUpdate> &updates);
    // The clock has moved on: what is over by now is looked at again.
    void setNow(QDate today, Minutes now);
    void setShows(CellShows shows);
    [[nodiscard]] CellShows shows() const { return m_shows; }
    // After the hour format or the language changed.
    void forgetWords();

    [[nodiscard]] const CrewSnapshot &snapshot() const { return m_snapshot; }
    // Whether somebody else's initials stand in a cell: they go with the clock.
    [[nodiscard]] bool hasOtherHands() const;
    [[nodiscard]] const CrewProgress &progress() const { return m_progress; }

    // Null for a department or an index that is none of ours.
    [[nodiscard]] const CrewPerson *personAt(const QModelIndex &index) const;
    [[nodiscard]] const CrewCell *cellAt(const QModelIndex &index) const;
    [[nodiscard]] const CrewCell *cell(const CrewRef &ref) const;
    [[nodiscard]] const CrewPerson *person(PersonId id) const;
    [[nodiscard]] const CrewDepartment *departmentOf(PersonId id) const;
    [[nodiscard]] std::optional<CrewRef> refAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const CrewRef &ref) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    // What was typed into a cell, not read yet.
    void editRequested(const film::app::CrewRef &ref, const QString &text);
    void progressChanged();

private:
    struct Place {
        int department = 0;
        int row = 0;
    };
    struct RowCache {
        std::array<CellText, 7> cells;
        QString hours;
        QString timeAndHalf;
        QString doubleTime;
        QString flags;
        bool isMade = false;
    };

    [[nodiscard]] const RowCache &personCache(const Place &place) const;
    [[nodiscard]] const RowCache &departmentCache(int department) const;
    [[nodiscard]] CellText textOf(const CrewCell &cell) const;
    void showCost(CellText &text, const CrewCell &cell, const CrewFigures *figures,
                  size_t day) const;
    [[nodiscard]] const CrewFigures *figuresAt(const Place &place) const;
    void showCosts(RowCache &row, int department) const;
    void showOvertime(RowCache &row, const OvertimeHours &hours) const;
    [[nodiscard]] QString mealsOf(const WorkDay &day) const;
    [[nodiscard]] CellText sumOf(const CrewDepartment &department, int day) const;
    [[nodiscard]] QString spoken(const QString &name, const QModelIndex &index) const;
    [[nodiscard]] QVariant personData(const QModelIndex &index, int role) const;
    [[nodiscard]] QVariant departmentData(const QModelIndex &index, int role) const;

    [[nodiscard]] CrewPerson *changing(PersonId id); // person(), to be written to
    void findForEverybody(CrewSnapshot &snapshot) const;
    void resetTo(CrewSnapshot snapshot);
    void moveTo(CrewSnapshot snapshot);
    void lay(CrewSnapshot snapshot);
    void indexPeople();
    void recount();
    void emitRowChanged(const Place &place);
    void emitDepartmentChanged(int department);

    const CrewWords &m_words;
    PayDesk *m_desk = nullptr;
    bool m_hasDeals = false;
    CrewSnapshot m_snapshot;
    CrewProgress m_progress;
    CellShows m_shows = CellShows::Times;
    QHash<PersonId, Place> m_places;
    mutable std::vector<std::vector<RowCache>> m_people; // by department and row
    mutable std::vector<RowCache> m_sums;                // by department
    mutable std::vector<std::vector<std::optional<CrewFigures>>> m_figures;
};

} // namespace film::app

Q_DECLARE_METATYPE(const film::app::CellText *)
