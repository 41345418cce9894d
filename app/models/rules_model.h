#pragma once

#include "app/models/rules_words.h"

#include <QAbstractTableModel>

#include <vector>

namespace film::app {

// The rule packs of this computer, by title and then the newest first. It keeps them: what it
// hands out lives until the next setPacks().
class PacksModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, Version, Validity, State, Trust, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, // rules::PackState
        NameRole,                 // "iatse-hba-tv@2024"
    };

    explicit PacksModel(const RulesWords &words, QObject *parent = nullptr);

    void setPacks(std::vector<rules::RulePack> packs, QDate today);
    [[nodiscard]] const std::vector<rules::RulePack> &packs() const { return m_packs; }
    [[nodiscard]] const rules::RulePack *find(const QString &name) const;
    [[nodiscard]] int rowOf(const QString &name) const; // -1 for none
    [[nodiscard]] int countOf(rules::PackState state) const;
    [[nodiscard]] QDate today() const { return m_today; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    const RulesWords &m_words;
    std::vector<rules::RulePack> m_packs;
    QDate m_today;
};

// Every number of one pack, with where it comes from and how sure that is.
class PackNumbersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Path, Value, Clause, Source, Trust, ColumnCount };
    enum Role { ConfidenceRole = Qt::UserRole }; // rules::Confidence

    explicit PackNumbersModel(const RulesWords &words, QObject *parent = nullptr);

    // Null for none; lives until the next call.
    void setPack(const rules::RulePack *pack);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    const RulesWords &m_words;
    const rules::RulePack *m_pack = nullptr;
};

} // namespace film::app

Q_DECLARE_METATYPE(film::rules::PackState)
Q_DECLARE_METATYPE(film::rules::Confidence)
