#include "app/ui/widgets/reading_row.h"

#include "app/models/hours_text.h"
#include "app/ui/pay_words.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"
#include "shared/domain/time_fields.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QString valueText(const TimeField &time, Notation notation)
{
    return time.isKnown() ? timeText(time, notation) : u"–"_s;
}

QString mealText(const WorkDay &day, size_t index, Notation notation)
{
    if (index >= day.meals.size() || !day.meals[index].out.isKnown())
        return u"–"_s;
    return timeText(day.meals[index].out, notation) + u'–'
        + timeText(day.meals[index].in, notation);
}

} // namespace

ReadingRow::ReadingRow(QWidget *parent)
    : QFrame(parent)
    , m_explained(makeLabel({}, TextRole::Caption, "secondary", this))
    , m_sum(makeLabel({}, TextRole::Section, "emphasis", this))
    , m_payTitle(makeLabel(tr("Estimated pay"), TextRole::Caption, "secondary", this))
    , m_pay(makeLabel({}, TextRole::Section, "emphasis", this))
{
    setKind(this, "reading");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(0);
    addCell(Call, tr("Call"));
    addCell(Meal1Out, tr("Meal 1 out"));
    addCell(Meal1In, tr("Meal 1 in"));
    addCell(Meal2, tr("Meal 2"));
    addCell(Wrap, tr("Wrap"));
    addCell(Travel, tr("Travel"));
    auto *sums = new QVBoxLayout;
    sums->setSpacing(0);
    sums->addWidget(m_explained, 0, Qt::AlignRight);
    sums->addWidget(m_sum, 0, Qt::AlignRight);
    layout->addStretch(1);
    layout->addLayout(sums);
    layout->addSpacing(20);
    auto *pay = new QVBoxLayout;
    pay->setSpacing(0);
    pay->addWidget(m_payTitle, 0, Qt::AlignRight);
    pay->addWidget(m_pay, 0, Qt::AlignRight);
    layout->addLayout(pay);
    m_pay->setToolTip(PayWords::disclaimer());
    setPay(nullptr);
    setFixedHeight(46);
}

void ReadingRow::addCell(Value value, const QString &title)
{
    auto *cell = new QFrame(this);
    setKind(cell, "readingCell");
    cell->setMinimumWidth(84);
    auto *texts = new QVBoxLayout(cell);
    texts->setContentsMargins(12, 4, 12, 4);
    texts->setSpacing(0);
    QLabel *caption = makeLabel(title, TextRole::Caption, "secondary", cell);
    m_values[value] = makeLabel(u"–"_s, TextRole::Section, "emphasis", cell);
    texts->addWidget(caption);
    texts->addWidget(m_values[value]);
    static_cast<QHBoxLayout *>(layout())->addWidget(cell);
}

void ReadingRow::setReading(const QuickReading &reading, Notation notation)
{
    const WorkDay &day = reading.after;
    const auto timeOfDay = [&](DayFieldRef field) {
        return valueText(timeOf(day, field), notation);
    };
    m_values[Call]->setText(timeOfDay({DayField::Call}));
    m_values[Meal1Out]->setText(timeOfDay({DayField::MealOut, 0}));
    m_values[Meal1In]->setText(timeOfDay({DayField::MealIn, 0}));
    m_values[Meal2]->setText(mealText(day, 1, notation));
    m_values[Wrap]->setText(timeOfDay({DayField::Wrap}));
    const Minutes travel = day.travelTo.value_or(Minutes(0)) + day.travelFrom.value_or(Minutes(0));
    m_values[Travel]->setText(travel > Minutes(0) ? hoursText(travel, notation) : u"–"_s);

    m_sum->setText(reading.worked ? lengthText(*reading.worked, notation) : QString());
    m_explained->setText(
        reading.onSet && *reading.meals > Minutes(0)
            ? tr("%1 on set less %2 meal")
                  .arg(lengthText(*reading.onSet, notation), lengthText(*reading.meals, notation))
            : QString());
    setAccessibleName(reading.worked ? tr("%1 hours.").arg(hoursText(*reading.worked, notation))
                                     : QString());
}

void ReadingRow::setPay(const rules::DayPay *pay)
{
    m_payTitle->setVisible(pay);
    m_pay->setVisible(pay);
    m_pay->setText(pay ? PayWords::moneyText(pay->gross()) : QString());
}

} // namespace film::app
