#pragma once

#include "app/models/approval_snapshot.h"
#include "app/models/pay_desk.h"

#include <QAbstractItemModel>

namespace film::app {

// The parts of the queue, in their order.
enum class QueueGroup : quint8 { NeedsALook, Ready, Approved, NotSubmitted };
inline constexpr int queueGroupCount = 4;

// When the week is to be handed in: noon of its last day.
inline constexpr Minutes submissionDue{12 * 60};

// One person's timecard in the queue.
struct QueueRow {
    PersonId person;
    QString name;
    QString position;
    QueueGroup group = QueueGroup::Ready;
    Minutes worked{0};
    std::array<int, 5> flags{}; // by ExceptionKind
    int initialsWaiting = 0;    // of them, for the person's own word
    int disputes = 0;
    std::optional<Money> gross;
    std::optional<Instant> approvedAt;
    bool isApprovedAbove = false; // on a higher level than the one given here
    bool isLocked = false;        // by the payroll
    bool isLate = false;          // not submitted, and it is past due

    [[nodiscard]] int flagCount() const;
    [[nodiscard]] std::optional<ExceptionKind> firstFlag() const;
};

// Who waits for a decision in this week, by name within each group.
[[nodiscard]] std::vector<QueueRow> queueOf(const ApprovalWeek &week, PayDesk &desk);

// What a queue's rows and headings are called; the words are made in app/ui.
class QueueWords
{
public:
    virtual ~QueueWords() = default;
    [[nodiscard]] virtual QString group(QueueGroup group) const = 0;
    // For a screen reader.
    [[nodiscard]] virtual QString sentence(const QueueRow &row) const = 0;
};

// The queue as a tree of two levels: groups that hold somebody, and their people.
class ApprovalQueueModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        RowRole = Qt::UserRole, // QueueRow, of a person
        CountRole,              // of a group
    };

    explicit ApprovalQueueModel(const QueueWords &words, QObject *parent = nullptr);

    void setRows(std::vector<QueueRow> rows);
    // Only people whose name or position holds the text.
    void setFilter(const QString &text);

    [[nodiscard]] const std::vector<QueueRow> &rows() const { return m_all; }
    // In the order in which they are shown.
    [[nodiscard]] std::vector<PersonId> shownPeople() const;
    [[nodiscard]] QModelIndex indexOf(PersonId person) const;
    [[nodiscard]] const QueueRow *rowOf(PersonId person) const;
    [[nodiscard]] const QueueRow *rowAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Part {
        QueueGroup group = QueueGroup::NeedsALook;
        std::vector<QueueRow> rows;
    };
    void arrange();

    const QueueWords &m_words;
    std::vector<QueueRow> m_all;
    QString m_filter;
    std::vector<Part> m_parts;
};

} // namespace film::app

Q_DECLARE_METATYPE(film::app::QueueRow)
