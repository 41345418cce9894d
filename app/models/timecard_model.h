#pragma once

#include "app/models/approval_snapshot.h"
#include "app/models/hours_text.h"
#include "app/models/pay_desk.h"

#include <QAbstractTableModel>

namespace film::app {

// A time of the card that a pay line comes from: a day and a column of the card.
struct CardCell {
    QDate date;
    int column = 0;

    friend bool operator==(const CardCell &, const CardCell &) = default;
};

// A day of the card as its words are made from it.
struct CardRow {
    WeekDay day;
    std::optional<Minutes> worked;
    OvertimeHours overtime;
    std::optional<Minutes> rest;      // before its call
    std::vector<DayFinding> findings; // flags alone
    int penalties = 0;                // of its meals
    // A further unit's part of the day above: its times. What the day comes to stands above.
    bool isFurther = false;
    QString unit{}; // "Second unit 2200", of a further one
};

class CardWords
{
public:
    virtual ~CardWords() = default;
    [[nodiscard]] virtual QString cardHeader(int column) const = 0;
    [[nodiscard]] virtual QString cardTotal() const = 0;
    [[nodiscard]] virtual QString cardFlags(const CardRow &row) const = 0;
    [[nodiscard]] virtual QString cardDayType(DayType type) const = 0;
};

// One person's week as it is to be signed: the days on which something stands, then the sums.
class TimecardModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Day,
        Call,
        Meal1Out,
        Meal1In,
        Meal2Out,
        Meal2In,
        Wrap,
        Travel,
        Hours,
        TimeAndHalf,
        DoubleTime,
        Rest,
        Flags,
        ColumnCount,
    };
    enum Role {
        SourceRole = Qt::UserRole, // bool: the chosen pay line comes from it
        FlaggedRole,               // bool: something about it wants a look
        TotalRole,                 // bool: of the last row
        SplitRole,                 // bool: the day has two versions
    };

    explicit TimecardModel(const CardWords &words, QObject *parent = nullptr);

    void setCard(const WeekSnapshot &week, const rules::PersonWeekPay &pay);
    void setNotation(Notation notation);
    void setSources(std::vector<CardCell> cells);

    [[nodiscard]] const std::vector<CardRow> &days() const { return m_rows; }
    [[nodiscard]] Minutes worked() const;
    [[nodiscard]] int flagCount() const;
    [[nodiscard]] std::optional<Minutes> shortestRest() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString spokenAt(const QModelIndex &index) const;
    [[nodiscard]] QString dateText(const CardRow &row) const;
    [[nodiscard]] QString textAt(const CardRow &row, int column) const;
    [[nodiscard]] QString totalAt(int column) const;
    [[nodiscard]] bool isFlagged(const CardRow &row, int column) const;

    const CardWords &m_words;
    std::vector<CardRow> m_rows;
    std::vector<CardCell> m_sources;
    Notation m_notation = Notation::Tenths;
};

} // namespace film::app
