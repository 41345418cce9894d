#pragma once

#include "app/models/people_snapshot.h"

#include <QAbstractItemModel>

#include <array>

namespace film::app {

enum class PeopleFilter : quint8 { Here, WithoutDeal, Left };
inline constexpr int peopleFilterCount = 3;

// What the cells of the crew list say; made in app/ui, where all words are.
class PeopleWords
{
public:
    virtual ~PeopleWords() = default;
    [[nodiscard]] virtual QString columnTitle(int column) const = 0;
    [[nodiscard]] virtual QString rate(const Deal &deal) const = 0;
    [[nodiscard]] virtual QString guarantee(const Deal &deal) const = 0;
    [[nodiscard]] virtual QString agreement(const Deal &deal) const = 0;
    [[nodiscard]] virtual QString date(QDate date) const = 0;
    [[nodiscard]] virtual QString noDeal() const = 0;
    // For a screen reader and the tool tip.
    [[nodiscard]] virtual QString sentence(const PeopleSnapshot &crew,
                                           const Person &person) const = 0;
};

// The crew list as a tree of two levels: departments that have somebody to show, and their people.
class PeopleModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Position, Unit, Agreement, Rate, Guarantee, From, To, ColumnCount };
    enum Role {
        PersonRole = Qt::UserRole, // PersonId, of a person
        CountRole,                 // people, of a department
        MutedRole,                 // bool: of somebody who has left, or a figure that is missing
    };

    explicit PeopleModel(const PeopleWords &words, QObject *parent = nullptr);

    void setSnapshot(PeopleSnapshot crew);
    [[nodiscard]] const PeopleSnapshot &snapshot() const { return m_crew; }
    // Names, roles and departments that hold the text.
    void setText(const QString &text);
    void setFilter(PeopleFilter filter);
    [[nodiscard]] PeopleFilter filter() const { return m_filter; }
    [[nodiscard]] const QString &text() const { return m_text; }
    // How many each filter has, whatever the text.
    [[nodiscard]] const std::array<int, peopleFilterCount> &counts() const { return m_counts; }

    [[nodiscard]] std::optional<PersonId> personAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(PersonId person) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Part {
        DepartmentId id;
        QString name;
        std::vector<size_t> people; // in the snapshot
    };

    void arrange();
    [[nodiscard]] bool isWanted(const Person &person, PeopleFilter filter) const;
    [[nodiscard]] const Person *personOf(const QModelIndex &index) const;
    [[nodiscard]] QString textOf(const Person &person, int column) const;

    const PeopleWords &m_words;
    PeopleSnapshot m_crew;
    PeopleFilter m_filter = PeopleFilter::Here;
    QString m_text;
    std::array<int, peopleFilterCount> m_counts{};
    std::vector<Part> m_parts;
};

} // namespace film::app
