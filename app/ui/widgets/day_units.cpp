#include "app/ui/widgets/day_units.h"

#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"
#include "shared/domain/record_limits.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace film::app {

bool DayUnits::Field::isChanged() const
{
    return edit->text().trimmed() != shown;
}

void DayUnits::Field::show(const QString &text, bool isOther)
{
    if (isOther || (text != shown && !edit->hasFocus()))
        edit->setText(text);
    shown = text;
}

DayUnits::DayUnits(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_more(new QWidget(this))
    , m_unit(new QComboBox(m_more))
    , m_line(new QLineEdit(m_more))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    auto *more = new QVBoxLayout(m_more);
    more->setContentsMargins(0, 0, 0, 0);
    more->setSpacing(4);
    m_unit->setObjectName(u"furtherUnit"_s);
    m_unit->setAccessibleName(tr("Further unit"));
    m_line->setObjectName(u"furtherUnitLine"_s);
    m_line->setAccessibleName(tr("Times for the further unit"));
    m_line->setPlaceholderText(tr("Also worked: 1400 1800-1830 2100"));
    m_line->setMaxLength(int(typedTextLengthMax));
    more->addWidget(m_unit);
    more->addWidget(m_line);
    m_layout->addWidget(m_more);
    connect(m_line, &QLineEdit::returnPressed, this, &DayUnits::addUnit);
}

void DayUnits::addPart()
{
    auto part = std::make_unique<Part>();
    Part *one = part.get();
    one->box = new QWidget(this);
    auto *box = new QVBoxLayout(one->box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    auto *head = new QHBoxLayout;
    one->name = makeLabel({}, TextRole::Body, "body", one->box);
    one->name->setTextFormat(Qt::PlainText);
    one->remove = new QPushButton(tr("Remove"), one->box);
    setKind(one->remove, "link");
    head->addWidget(one->name, 1);
    head->addWidget(one->remove);
    box->addLayout(head);
    one->line.edit = new QLineEdit(one->box);
    one->line.edit->setMaxLength(int(typedTextLengthMax));
    box->addWidget(one->line.edit);
    auto *codes = new QHBoxLayout;
    codes->setSpacing(4);
    one->account.edit = new QLineEdit(one->box);
    one->account.edit->setPlaceholderText(tr("Account"));
    one->episode.edit = new QLineEdit(one->box);
    one->episode.edit->setPlaceholderText(tr("Episode"));
    for (QLineEdit *edit : {one->account.edit, one->episode.edit}) {
        edit->setMaxLength(int(record_limits::nameLengthMax));
        codes->addWidget(edit);
        connect(edit, &QLineEdit::editingFinished, this, [this, one] { giveCodes(*one); });
    }
    box->addLayout(codes);
    connect(one->line.edit, &QLineEdit::editingFinished, this, [this, one] { giveLine(*one); });
    connect(one->remove, &QPushButton::clicked, this,
            [this, one] { emit lineEdited(m_date, one->unit, {}); });
    m_layout->insertWidget(int(m_parts.size()), one->box);
    m_parts.push_back(std::move(part));
}

void DayUnits::setDay(const WeekDay &day, const std::vector<Unit> &units)
{
    const bool isOtherDay = day.day.key.date != m_date;
    if (isOtherDay)
        commit();
    m_date = day.day.key.date;
    m_units = units;
    const std::vector<const WorkDay *> records = day.records();
    while (m_parts.size() < records.size())
        addPart();
    for (size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i]->box->setVisible(i < records.size() && !records[i]->isBlank());
        if (i < records.size())
            showPart(*m_parts[i], *records[i], i == 0, isOtherDay);
    }
    offerUnits(day, units, isOtherDay);
}

void DayUnits::showPart(Part &part, const WorkDay &record, bool isFirst, bool isOtherDay)
{
    const bool isOther = isOtherDay || part.unit != record.key.unit;
    part.unit = record.key.unit;
    const auto unit = std::ranges::find(m_units, part.unit, &Unit::id);
    const QString name = unit == m_units.end() ? tr("This day") : unit->name;
    part.name->setText(name);
    // The times of the first stand in the table.
    part.line.edit->setVisible(!isFirst);
    part.line.show(isFirst ? QString() : printDayLine(timesOf(record)).value_or(QString()),
                   isOther);
    part.account.show(record.account, isOther);
    part.episode.show(record.episode, isOther);
    part.line.edit->setAccessibleName(tr("Times, %1", "of a unit").arg(name));
    part.account.edit->setAccessibleName(tr("Account, %1", "of a unit").arg(name));
    part.episode.edit->setAccessibleName(tr("Episode, %1", "of a unit").arg(name));
    part.line.edit->setObjectName(u"unitLine-"_s + name);
    part.account.edit->setObjectName(u"unitAccount-"_s + name);
    part.episode.edit->setObjectName(u"unitEpisode-"_s + name);
    part.remove->setObjectName(u"unitRemove-"_s + name);
    const bool isOpen = record.state < DayState::Submitted;
    part.remove->setVisible(!isFirst && isOpen);
    for (const Field *field : {&part.line, &part.account, &part.episode})
        field->edit->setReadOnly(!isOpen);
}

// Those that have no part of the day yet.
void DayUnits::offerUnits(const WeekDay &day, const std::vector<Unit> &units, bool isOtherDay)
{
    std::vector<Unit> left;
    std::ranges::copy_if(units, std::back_inserter(left),
                         [&day](const Unit &unit) { return !day.recordOf(unit.id); });
    bool isSame = m_unit->count() == int(left.size());
    for (size_t i = 0; isSame && i < left.size(); ++i)
        isSame = m_unit->itemText(int(i)) == left[i].name;
    if (!isSame) {
        m_unit->clear();
        for (const Unit &unit : left)
            m_unit->addItem(unit.name, QVariant::fromValue(unit.id.toString()));
    }
    if (isOtherDay || !isSame) // The unit that was typed for has its part now.
        m_line->clear();
    m_more->setVisible(!left.empty() && !day.day.isBlank() && day.day.state < DayState::Submitted
                       && !day.isUnreadable);
}

void DayUnits::commit()
{
    for (const std::unique_ptr<Part> &part : m_parts) {
        giveLine(*part);
        giveCodes(*part);
    }
}

void DayUnits::giveLine(Part &part)
{
    // One that is not shown for its own sake has nothing to give; removing has a button.
    const QString text = part.line.edit->text().trimmed();
    if (!m_date.isValid() || part.line.edit->isHidden() || part.box->isHidden()
        || part.line.edit->isReadOnly() || !part.line.isChanged() || text.isEmpty())
        return;
    part.line.shown = text;
    emit lineEdited(m_date, part.unit, text);
}

void DayUnits::giveCodes(Part &part)
{
    if (!m_date.isValid() || part.box->isHidden() || part.account.edit->isReadOnly()
        || (!part.account.isChanged() && !part.episode.isChanged()))
        return;
    part.account.shown = part.account.edit->text().trimmed();
    part.episode.shown = part.episode.edit->text().trimmed();
    emit codesEdited(m_date, part.unit, part.account.shown, part.episode.shown);
}

void DayUnits::addUnit()
{
    const QString line = m_line->text().trimmed();
    const auto unit = std::ranges::find_if(m_units, [this](const Unit &each) {
        return each.id.toString() == m_unit->currentData().toString();
    });
    if (!line.isEmpty() && unit != m_units.end())
        emit lineEdited(m_date, unit->id, line);
}

} // namespace film::app
