#pragma once

#include "app/models/hours_text.h"
#include "app/models/pay_desk.h"
#include "app/models/timecard_model.h"

#include <QAbstractItemModel>

namespace film::app {

// What one day gives to a line of the week.
struct PayLinePart {
    QDate date; // not valid: the week itself
    Minutes minutes{0};
    int count = 0;
    Money amount{0, Currency::Usd};
    std::vector<CardCell> sources;
    qint32 node = -1; // of its derivation, in the sheet of its day or of the week
};

// One line of pay for the week: the same thing at the same factor, by the same rule.
struct PayLineRow {
    rules::PayLine line; // its minutes, count and amount are the week's
    std::optional<Money> rate;
    QString clause;
    QString note; // of the rule, as the pack has it
    std::vector<PayLinePart> parts;

    [[nodiscard]] std::vector<CardCell> sources() const;
};

// The lines of a priced week with the times that each comes from, found in their derivations.
[[nodiscard]] std::vector<PayLineRow> payLinesOf(const rules::PersonWeekPay &pay,
                                                 const WeekSnapshot &week);

class PayLineWords
{
public:
    virtual ~PayLineWords() = default;
    [[nodiscard]] virtual QString lineHeader(int column) const = 0;
    [[nodiscard]] virtual QString lineTitle(const PayLineRow &line) const = 0;
    [[nodiscard]] virtual QString lineReason(const PayLineRow &line, Notation notation) const = 0;
    [[nodiscard]] virtual QString partTitle(const PayLinePart &part) const = 0;
    [[nodiscard]] virtual QString money(const Money &money) const = 0;
};

// The pay lines of a card; each opens to what its days give. A model has no words of its own.
class PayLinesModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Line, Rule, Quantity, Rate, Amount, ColumnCount };
    enum Role {
        ReasonRole = Qt::UserRole, // the second line, of a line
        FedRole,                   // bool: the chosen cell of the card feeds it
    };

    explicit PayLinesModel(const PayLineWords &words, QObject *parent = nullptr);

    void setLines(std::vector<PayLineRow> lines);
    void setNotation(Notation notation);
    // Marks the lines that a cell of the card feeds.
    void setCell(std::optional<CardCell> cell);

    [[nodiscard]] const PayLineRow *lineAt(const QModelIndex &index) const; // also of a part
    [[nodiscard]] std::vector<CardCell> sourcesOf(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString quantity(Minutes minutes, int count) const;

    const PayLineWords &m_words;
    std::vector<PayLineRow> m_lines;
    std::optional<CardCell> m_cell;
    Notation m_notation = Notation::Tenths;
};

} // namespace film::app
