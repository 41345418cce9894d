#pragma once

#include "app/controllers/conflict_store.h"
#include "app/models/day_parts.h"

#include <QObject>

#include <map>
#include <optional>

namespace film::app {

enum class Side : quint8 { Mine, Theirs };

// Days with two versions, and the choice between them: part by part, or one side as a whole.
// Nothing is decided until save(); until then the choice is only here. GUI thread.
class ConflictController final : public QObject
{
    Q_OBJECT
public:
    explicit ConflictController(ConflictStore &store, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<DayConflict> &conflicts() const { return m_conflicts; }
    // Null while nothing waits.
    [[nodiscard]] const DayConflict *current() const;
    [[nodiscard]] int currentIndex() const { return m_current; }

    // The two versions side by side. With more than two, compareWith() takes another one in.
    [[nodiscard]] const DayVersion &version(Side side) const;
    [[nodiscard]] std::vector<int> otherVersions() const; // that could stand on the right
    [[nodiscard]] int comparedVersion() const { return m_theirs; }

    // The parts to decide, and those that are the same on both sides but for blank ones.
    [[nodiscard]] std::vector<DayPart> differing() const;
    [[nodiscard]] std::vector<DayPart> equal() const;
    [[nodiscard]] Side chosen(DayPart part) const;
    // The day as it would be saved.
    [[nodiscard]] WorkDay result() const;
    [[nodiscard]] bool canSave() const;

public slots:
    void load();
    void select(int index);
    // At once, or when a load that is under way brings it.
    void selectDay(const film::WorkDayKey &key);
    void compareWith(int version);
    void choose(film::app::DayPart part, film::app::Side side);
    void chooseAll(film::app::Side side);
    void save(const QString &message);

signals:
    void conflictsChanged();
    void currentChanged(); // another day or another version to compare with
    void choiceChanged();
    void saved(const film::WorkDayKey &key);
    void failed(const film::Error &error);

private:
    [[nodiscard]] int indexOf(const WorkDayKey &key) const;
    void take(std::vector<DayConflict> conflicts);
    void startComparing();

    ConflictStore &m_store;
    std::vector<DayConflict> m_conflicts;
    int m_current = -1;
    std::optional<WorkDayKey> m_wanted;
    int m_mine = 0;
    int m_theirs = 1;
    std::map<DayPart, Side> m_choice;
    bool m_isSaving = false;
};

} // namespace film::app
