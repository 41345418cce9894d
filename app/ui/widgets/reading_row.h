#pragma once

#include "app/models/pay_desk.h"
#include "app/models/quick_reading.h"
#include "shared/domain/time_format.h"

#include <QFrame>

#include <array>

class QLabel;

namespace film::app {

// What the quick entry understood, time by time, with the sum: the live region of the page.
class ReadingRow final : public QFrame
{
    Q_OBJECT
public:
    explicit ReadingRow(QWidget *parent = nullptr);

    void setReading(const QuickReading &reading, Notation notation);
    // An estimate of the day as it would be saved; null where nothing prices it.
    void setPay(const rules::DayPay *pay);

private:
    enum Value { Call, Meal1Out, Meal1In, Meal2, Wrap, Travel, ValueCount };
    void addCell(Value value, const QString &title);

    std::array<QLabel *, ValueCount> m_values{};
    QLabel *m_explained;
    QLabel *m_sum;
    QLabel *m_payTitle;
    QLabel *m_pay;
};

} // namespace film::app
