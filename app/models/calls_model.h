#pragma once

#include "app/models/call_sheet_plan.h"
#include "app/models/people_snapshot.h"

#include <QAbstractItemModel>

namespace film::app {

// What the cells of a call sheet say; made in app/ui.
class CallsWords
{
public:
    virtual ~CallsWords() = default;
    [[nodiscard]] virtual QString columnTitle(int column) const = 0;
    [[nodiscard]] virtual QString time(Minutes time) const = 0;
    // "0.5 h before the unit"; of no length: "with the unit".
    [[nodiscard]] virtual QString offset(Minutes afterUnit) const = 0;
    // For a screen reader: who, when, and by whose call.
    [[nodiscard]] virtual QString sentence(const QString &name, std::optional<Minutes> call,
                                           bool isOwn) const = 0;
};

// Who is called when: departments and, under them, their people. A call that somebody does not
// have of their own is shown as it follows from the sheet.
class CallsModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Position, Call, Offset, ColumnCount };
    enum Role {
        CountRole = Qt::UserRole, // people, of a department
        InheritedRole,            // bool: follows from the department or the unit
    };

    explicit CallsModel(const CallsWords &words, QObject *parent = nullptr);

    // Of the unit of the sheet, and of no other. Without a sheet it is empty.
    void setSheet(const PeopleSnapshot &crew, const std::optional<ShootingDay> &sheet);
    void setEditable(bool isEditable) { m_isEditable = isEditable; }
    // The words have changed, as with the notation.
    void refresh();

    [[nodiscard]] std::optional<CallOwner> ownerAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const CallOwner &owner) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    // Typed into a cell; what comes of it comes back as a sheet.
    void callTyped(const film::app::CallOwner &owner, const QString &text);

private:
    struct Part {
        Department department;
        std::vector<Person> people;
    };

    [[nodiscard]] std::optional<Minutes> callAt(const QModelIndex &index) const;
    [[nodiscard]] QString textAt(const QModelIndex &index) const;
    [[nodiscard]] const Person *personAt(const QModelIndex &index) const;
    [[nodiscard]] const Part &partAt(const QModelIndex &index) const;
    void moveTo(std::vector<Part> parts);

    const CallsWords &m_words;
    std::vector<Part> m_parts;
    std::optional<ShootingDay> m_sheet;
    bool m_isEditable = false;
};

} // namespace film::app
