#pragma once

#include "app/controllers/approvals_controller.h"
#include "app/ui/theme/tokens.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace film::app {

// A few words with their icon and colour.
struct ApprovalLook {
    QString icon;
    Token token = Token::Text2;
    QString text;
};

// The words of the Approvals page. Values come from the models and the controller.
class ApprovalWords final : public QueueWords, public CardWords, public PayLineWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::ApprovalWords)
public:
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void setNotation(Notation notation) { m_notation = notation; }
    [[nodiscard]] Notation notation() const { return m_notation; }

    [[nodiscard]] QString group(QueueGroup group) const override;
    [[nodiscard]] QString sentence(const QueueRow &row) const override;
    [[nodiscard]] ApprovalLook status(const QueueRow &row) const;
    [[nodiscard]] QString hours(Minutes length) const { return hoursText(length, m_notation); }

    [[nodiscard]] QString cardHeader(int column) const override;
    [[nodiscard]] QString cardTotal() const override;
    [[nodiscard]] QString cardFlags(const CardRow &row) const override;
    [[nodiscard]] QString cardDayType(DayType type) const override;
    [[nodiscard]] static QString cardIcon(const CardRow &row);

    [[nodiscard]] QString lineHeader(int column) const override;
    [[nodiscard]] QString lineTitle(const PayLineRow &line) const override;
    [[nodiscard]] QString lineReason(const PayLineRow &line, Notation notation) const override;
    [[nodiscard]] QString partTitle(const PayLinePart &part) const override;
    [[nodiscard]] QString money(const Money &money) const override;

    // "Fri 21:14"
    [[nodiscard]] QString moment(Instant at) const;
    [[nodiscard]] QString time(Instant at) const; // 21:14
    [[nodiscard]] static QString firstName(const QString &name);
    [[nodiscard]] static QString initials(const QString &name);

    // Why the card cannot be approved, and what to do; empty where nothing is in the way.
    [[nodiscard]] QString blockText(const CardDecision &decision, const QString &name) const;
    [[nodiscard]] QString messageText(const ApprovalMessage &message) const;
    // Of an approval that has not reached the others yet.
    [[nodiscard]] QString pendingText(const SignOff &approval) const;
    [[nodiscard]] QString signOffText(const SignOff &said) const;
    [[nodiscard]] QString bulkText(const BulkOffer &offer) const;
    // What the card was held against: "All 5 called days have times".
    [[nodiscard]] QList<ApprovalLook> checks(const TimecardModel &card,
                                             const rules::PersonWeekPay &pay,
                                             const std::vector<ForeignChange> &foreign) const;

private:
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Notation m_notation = Notation::Tenths;
};

} // namespace film::app
