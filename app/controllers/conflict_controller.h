#pragma once

#include "app/controllers/conflict_store.h"
#include "app/models/day_findings.h"
#include "app/models/part_text.h"
#include "shared/domain/clock_question.h"

#include <QObject>
#include <QTimeZone>

#include <map>
#include <optional>

namespace film::app {

enum class Side : quint8 { Mine, Theirs };

// What was typed over the sides for one part.
struct TypedPart {
    QString text;
    PartReading reading;
    ClockAnswers answers; // about times in it
};

// What has to be answered before something typed can be saved: which of two readings of the text
// is meant, or which time in a night in which the clocks change.
struct TypedQuestion {
    DayPart part = DayPart::Wrap;
    QString text;
    std::vector<WorkDay> choices; // two readings; none if the clock is asked about
    std::optional<ClockQuestion> clock;
};

// Days with two versions, and the choice between them: part by part, one side as a whole, or a
// value of one's own, typed. Nothing is decided until save(); until then the choice is only here.
// GUI thread.
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
    // With something typed, the side it was typed over.
    [[nodiscard]] Side chosen(DayPart part) const;
    // Null where a side is chosen.
    [[nodiscard]] const TypedPart *typed(DayPart part) const;
    // The first part whose text cannot be read, and the first question about one that can.
    [[nodiscard]] std::optional<DayPart> unread() const;
    [[nodiscard]] std::optional<TypedQuestion> question() const;
    // The day as it would be saved.
    [[nodiscard]] WorkDay result() const;
    // Why what was chosen could not have been: a call after its wrap, of two versions that each
    // are in order.
    [[nodiscard]] std::optional<DayFinding> refusal() const;
    [[nodiscard]] bool canSave() const;
    // Of the production: for days that name none.
    void setZone(const QTimeZone &zone) { m_zone = zone; }

public slots:
    void load();
    void select(int index);
    // At once, or when a load that is under way brings it.
    void selectDay(const film::WorkDayKey &key);
    void compareWith(int version);
    void choose(film::app::DayPart part, film::app::Side side);
    void chooseAll(film::app::Side side);
    // Read against the result as it stands. Choosing a side afterwards replaces it.
    void type(film::app::DayPart part, const QString &text);
    void takeBack(film::app::DayPart part); // what was typed
    void answer(int choice);                // the question()
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
    [[nodiscard]] QTimeZone zoneOf(const WorkDay &day) const;
    [[nodiscard]] std::optional<ClockQuestion> clockQuestion(DayPart part,
                                                             const TypedPart &typed) const;

    ConflictStore &m_store;
    std::vector<DayConflict> m_conflicts;
    int m_current = -1;
    std::optional<WorkDayKey> m_wanted;
    int m_mine = 0;
    int m_theirs = 1;
    std::map<DayPart, Side> m_choice;
    std::map<DayPart, TypedPart> m_typed;
    QTimeZone m_zone;
    bool m_isSaving = false;
};

} // namespace film::app
