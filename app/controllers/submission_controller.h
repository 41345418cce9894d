#pragma once

#include "app/controllers/approvals_store.h"
#include "app/controllers/pin_gate.h"
#include "app/controllers/sign_off_command.h"

#include <QObject>

#include <functional>

class QUndoStack;

namespace film::app {

// Where a person's own week stands on its way to the payroll.
struct Submission {
    enum class State : quint8 { Nothing, Open, Submitted, Department, Production, Locked };
    State state = State::Nothing; // nothing was entered
    QDate first;                  // of the week
    int number = 0;               // of it
    Minutes worked{0};
    std::optional<Instant> at; // handed in, or approved
    QString by;                // who approved
    // The last word about an open week, if somebody else gave it back.
    std::optional<SignOff> sentBack;
    // Days that were entered without a wrap, or called and not entered.
    std::vector<QDate> incomplete;
    // Whether a part of the week was handed in, and more was entered since.
    bool isPartly = false;
    // Days of the week that another hand changed and that wait for the person's own word.
    std::vector<ForeignChange> foreign;
    // What exactly is meant: two weeks of the same length are not the same week.
    std::vector<DayStanding> days;

    friend bool operator==(const Submission &, const Submission &) = default;
};

// Hands a person's own week in and takes it back: one change and one step of undo for all of its
// days. Handing in is signing, also where undo does it: with the PIN, or with one that holds. GUI
// thread.
class SubmissionController final : public QObject
{
    Q_OBJECT
public:
    // Both outlive the controller.
    SubmissionController(ApprovalsStore &store, QUndoStack &undo, QObject *parent = nullptr);

    [[nodiscard]] const Submission &submission() const { return m_submission; }
    [[nodiscard]] const PinState &pin() const { return m_gate.state(); }

public slots:
    // The week that My week shows; what was said about it is read again. Until it has come there
    // is nothing to hand in of another week.
    void setWeek(const film::app::WeekSnapshot &week);
    void loadPin();
    void submit(const QString &pin);
    void takeBack();
    // Another hand's change is right, or, with a text, it is not.
    void initial(const film::ForeignChange &change, const QString &dispute);

signals:
    void submissionChanged();
    void pinChanged();
    // Nothing was handed in.
    void signingRefused(const film::app::ApprovalMessage &message);
    void submitted(int days);
    void tookBack(int days);
    void failed(film::ErrorCode code);
    void leftAlone(int days); // changed or locked meanwhile
    void initialled(QDate date, bool isDisputed);

private:
    void reload();
    void takeCard(const ApprovalCard &card);
    void change(DayState from, DayState to);
    void save(const std::vector<EditedDay> &days, const DropStep &drop);
    void saveAgain(const std::vector<EditedDay> &days, const DropStep &drop);
    void say(const ForeignChange &change, const std::optional<QString> &word, const DropStep &drop);

    ApprovalsStore &m_store;
    QUndoStack &m_undo;
    PinGate m_gate;
    WeekSnapshot m_week; // as the submission was made of it; without days until then
    Submission m_submission;
    int m_loads = 0; // only the last load asked for is shown
    bool m_isSaving = false;
};

} // namespace film::app
