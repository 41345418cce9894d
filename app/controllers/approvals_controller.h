#pragma once

#include "app/controllers/approval_message.h"
#include "app/controllers/approvals_store.h"
#include "app/controllers/card_to_sign.h"
#include "app/controllers/pin_gate.h"
#include "app/controllers/sign_off_command.h"
#include "app/models/approval_queue.h"
#include "app/models/pay_lines_model.h"
#include "app/models/timecard_model.h"

#include <QObject>

class QUndoStack;

namespace film::app {

// What somebody types to sign with another PIN from now on.
struct NewPin {
    QString before; // empty where there is none yet
    QString next;
    QString repeated;
};

// Why the card that is shown cannot be approved now.
enum class ApprovalBlock : quint8 {
    None,
    NoCard,
    NotSubmitted,
    TwoVersions, // on `date`
    NeedsNewerApp,
    NotWhole,     // `date` was entered and is not handed in, or cannot be read
    ChangedSince, // after it was opened; somebody has to look first
    Approved,     // on the level that is given here
    ApprovedAbove,
    Locked,
};

struct CardDecision {
    ApprovalBlock block = ApprovalBlock::NoCard;
    QDate date; // of the day that stops it
    bool canSendBack = false;
    bool canWithdraw = false;
    std::vector<CardChange> changes; // with ChangedSince
    QString changedBy;
};

// The cards that can be approved together, as they are now, and what they come to.
struct BulkOffer {
    std::vector<PersonId> people;
    QStringList names;
    std::vector<DayToSign> days;
    Minutes worked{0};
    std::optional<Money> gross; // nothing where one of them has no figure
};

// The queue, the card that is open and what is decided about it. A decision is one step of undo,
// which is another entry: an approval is withdrawn, never erased. GUI thread.
class ApprovalsController final : public QObject
{
    Q_OBJECT
public:
    // All of it outlives the controller.
    struct Parts {
        ApprovalsStore &store;
        PayDesk &desk;
        ApprovalQueueModel &queue;
        TimecardModel &card;
        PayLinesModel &lines;
        QUndoStack &undo;
    };
    explicit ApprovalsController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] const ApprovalWeek &week() const { return m_week; }
    [[nodiscard]] bool isLoaded() const { return m_week.crew.today.isValid(); }
    // Of the last read of the queue.
    [[nodiscard]] const std::optional<ErrorCode> &loadFailure() const { return m_loadFailure; }
    [[nodiscard]] const std::optional<ApprovalCard> &card() const { return m_card; }
    [[nodiscard]] const rules::PersonWeekPay &pay() const { return m_pay; }
    [[nodiscard]] const PinState &pin() const { return m_gate.state(); }
    [[nodiscard]] CardDecision decision() const;
    [[nodiscard]] BulkOffer bulkOffer() const;
    [[nodiscard]] int approvedCount() const;
    [[nodiscard]] int waitingCount() const; // for a decision
    // Of the cards that wait, from 1; 0 where the open one does not.
    [[nodiscard]] int positionInQueue() const;

public slots:
    void showWeek(QDate weekStart);
    void reload();
    void select(film::PersonId person);
    void step(int by);        // to the next card, in the order shown
    void nextFlagged(int by); // F8
    void lookedAt();          // the changes of the open card were seen

    void approve(const QString &pin);
    // As they were offered: Conflict if one is another now.
    void approveAllReady(const film::app::BulkOffer &offer, const QString &pin);
    void sendBack(const QString &comment);
    void withdraw();
    void changePin(const film::app::NewPin &pin);

signals:
    void queueChanged();
    void cardChanged(); // another card, or another state of it
    void pinChanged();  // the field is empty, or need not be typed
    void signedOff();   // what was typed is done with
    void messageChanged(const film::app::ApprovalMessage &message);
    // To changePin(): no kind where the new one counts.
    void pinAnswered(const film::app::ApprovalMessage &message);

private:
    struct Signature {
        std::vector<DayToSign> days;
        QStringList names;
        bool isOfCard = false;             // of the open one, which gives way to the next
        std::vector<ApprovedWeek> weeks{}; // what they came to as they were shown
    };
    void takeQueue(ApprovalWeek week);
    void takeCard(ApprovalCard card);
    void forgetCard();
    void loadCard();
    void sign(const Signature &signature, const QString &pin);
    [[nodiscard]] std::vector<ApprovedWeek> weeksOf(const BulkOffer &offer);
    void signAgain(const Signature &signature, const DropStep &drop);
    void write(const Signature &signature, const DropStep &drop);
    void pushApproval(const Signature &signature);
    void takeBack(const Signature &signature, Withdrawal whose, const DropStep &drop);
    void pushWithdrawal(const Signature &signature);
    void saveStates(const std::vector<EditedDay> &days, const QString &reason,
                    const ApprovalMessage &done, const DropStep &drop);
    void pushSendBack(const std::vector<EditedDay> &days, const QString &reason,
                      const QString &name);
    void openNextWaiting();
    [[nodiscard]] std::vector<PersonId> waiting() const;
    void say(ApprovalMessage message) { emit messageChanged(message); }
    void failed(const Error &error);

    ApprovalsStore &m_store;
    PayDesk &m_desk;
    ApprovalQueueModel &m_queue;
    TimecardModel &m_cardModel;
    PayLinesModel &m_lines;
    QUndoStack &m_undo;

    QDate m_weekStart;
    ApprovalWeek m_week;
    PersonId m_selected;
    std::optional<ApprovalCard> m_card;
    WeekSnapshot m_seen;               // the card when it was opened, or looked at again
    std::vector<CardChange> m_changes; // since then
    QString m_changedBy;
    rules::PersonWeekPay m_pay;
    PinGate m_gate;
    bool m_isLoading = false; // the queue; however often it changes meanwhile, it is read once more
    bool m_isStale = false;
    std::optional<ErrorCode> m_loadFailure;
    int m_cardLoads = 0; // only the last load asked for is shown
    bool m_isSigning = false;
};

} // namespace film::app
