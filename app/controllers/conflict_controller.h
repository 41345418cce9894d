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

// What several days that are decided at once become.
enum class MassChoice : quint8 {
    Counting, // what counts until then: the version that the server took first
    Mine,
    Theirs,
};

// One of them, as it would be saved.
struct MassResult {
    const DayConflict *conflict = nullptr;
    WorkDay day;
};

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
    // More than one day is marked: they are decided together, each for one version as a whole.
    [[nodiscard]] bool isMass() const { return m_marked.size() > 1; }
    [[nodiscard]] bool isMarked(int index) const;
    // Where one of the days was not entered on this computer, there is no "mine" and "theirs".
    [[nodiscard]] bool canTakeSides() const;
    [[nodiscard]] std::vector<MassResult> massResults() const; // without those that are locked
    [[nodiscard]] int lockedMarks() const;
    // Of the production: for days that name none.
    void setZone(const QTimeZone &zone) { m_zone = zone; }

public slots:
    void load();
    void select(int index);
    // At once, or when a load that is under way brings it.
    void selectDay(const film::WorkDayKey &key);
    void mark(const std::vector<int> &indices);
    void decideMarked(film::app::MassChoice choice);
    void compareWith(int version);
    void choose(film::app::DayPart part, film::app::Side side);
    void chooseAll(film::app::Side side);
    // Read against the result as it stands. Choosing a side afterwards replaces it.
    void type(film::app::DayPart part, const QString &text);
    void takeBack(film::app::DayPart part); // what was typed
    void answer(int choice);                // the question()
    void save(const QString &message);      // the marked days, if there are several

signals:
    void conflictsChanged();
    void currentChanged(); // another day or another version to compare with
    void choiceChanged();
    void saved(const film::WorkDayKey &key);        // or the first of several
    void decided(const film::app::SavedStep &step); // which can be taken back
    void failed(const film::Error &error);

private:
    [[nodiscard]] int indexOf(const WorkDayKey &key) const;
    void take(std::vector<DayConflict> conflicts);
    void startComparing();
    [[nodiscard]] std::vector<ConflictChoice> choicesToSave(const QString &message) const;
    [[nodiscard]] QTimeZone zoneOf(const WorkDay &day) const;
    [[nodiscard]] std::optional<ClockQuestion> clockQuestion(DayPart part,
                                                             const TypedPart &typed) const;

    ConflictStore &m_store;
    std::vector<DayConflict> m_conflicts;
    int m_current = -1;
    std::optional<WorkDayKey> m_wanted;
    std::vector<ConflictId> m_marked;
    MassChoice m_massChoice = MassChoice::Counting;
    int m_mine = 0;
    int m_theirs = 1;
    std::map<DayPart, Side> m_choice;
    std::map<DayPart, TypedPart> m_typed;
    QTimeZone m_zone;
    bool m_isSaving = false;
};

} // namespace film::app
