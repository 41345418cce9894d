#pragma once

#include "app/models/call_sheet_plan.h"

#include <QAbstractListModel>

#include <vector>

namespace film::app {

// How far a call sheet is. A draft is on this computer only: nobody else sees it, and no planned
// time follows from it.
enum class SheetState : quint8 { None, Draft, Published, ChangedDraft };

struct SheetDay {
    SheetKey key;
    QString unit; // empty where there is only one
    SheetState state = SheetState::None;
    std::optional<ShootingDay> sheet{}; // the draft, else what is published

    friend bool operator==(const SheetDay &, const SheetDay &) = default;
};

// What a row of the list says; made in app/ui.
class SheetDayWords
{
public:
    virtual ~SheetDayWords() = default;
    [[nodiscard]] virtual QString title(const SheetDay &day) const = 0;
    [[nodiscard]] virtual QString detail(const SheetDay &day) const = 0;
    [[nodiscard]] virtual QString state(SheetState state) const = 0;
};

// The shooting days of a week, of every unit, whether they have a call sheet or not.
class SheetDaysModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        DetailRole = Qt::UserRole,
        StateRole,     // SheetState
        StateTextRole, // QString
    };

    explicit SheetDaysModel(const SheetDayWords &words, QObject *parent = nullptr);

    void setDays(std::vector<SheetDay> days);
    [[nodiscard]] const std::vector<SheetDay> &days() const { return m_days; }
    [[nodiscard]] int rowOf(const SheetKey &key) const; // -1 if there is none
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const SheetDayWords &m_words;
    std::vector<SheetDay> m_days;
};

} // namespace film::app
