#include "app/ui/dialogs/person_dialog.h"

#include "app/ui/people_words_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int personDialogWidth = 600;
constexpr int termsHeight = 56;

bool isChoice(PersonField field)
{
    return field == PersonField::Department || field == PersonField::Unit
        || field == PersonField::Agreement;
}

void setInvalid(QWidget *widget, bool isInvalid)
{
    if (auto *choice = qobject_cast<QComboBox *>(widget))
        widget = choice->lineEdit();
    widget->setProperty("invalid", isInvalid);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

PersonDialog::PersonDialog(const PeopleSnapshot &crew, PersonId person,
                           const rules::PackShelf *shelf, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_crew(crew)
    , m_person(person)
    , m_shelf(shelf)
    , m_texts(textsOf(crew, person))
    , m_problem(makeLabel({}, TextRole::Body, "badText", this))
{
    setObjectName(u"personDialog"_s);
    const bool isNew = !crew.personOf(person);
    setWindowTitle(isNew ? tr("Add a person") : m_texts[size_t(PersonField::Name)]);
    setMinimumWidth(personDialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(12);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(8);
    using enum PersonField;
    addFields(*form, {Name, Department, Position, Unit});
    layout->addLayout(form);
    if (crew.seesPay) {
        layout->addWidget(makeLine(Qt::Horizontal, this));
        layout->addWidget(makeLabel(tr("Deal"), TextRole::Section, "section", this));
        auto *deal = new QFormLayout;
        deal->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        deal->setVerticalSpacing(8);
        addFields(*deal,
                  {Agreement, HourlyRate, DayRate, WeekRate, Guarantee, From, To, Union, Terms});
        m_additionalHour = new QCheckBox(tr("Paid the additional contracted hour"), this);
        const Deal *known = crew.dealOf(person);
        m_additionalHour->setChecked(known && known->additionalHour);
        deal->addRow(QString(), m_additionalHour);
        if (known) {
            m_isFurtherDeal =
                new QCheckBox(tr("A new d&eal from this day on: earlier days keep theirs"), this);
            m_isFurtherDeal->setObjectName(u"isFurtherDeal"_s);
            int row = 0;
            QFormLayout::ItemRole role{};
            deal->getWidgetPosition(field(From), &row, &role);
            deal->insertRow(row + 1, QString(), m_isFurtherDeal);
            connect(qobject_cast<QLineEdit *>(field(From)), &QLineEdit::textChanged, this,
                    &PersonDialog::offerFurtherDeal);
            offerFurtherDeal();
        }
        layout->addLayout(deal);
    }
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);

    auto *save = new KeyHintButton(theme, KeyHintButton::Look::Primary,
                                   isNew ? tr("Add") : tr("Save"), this);
    save->setObjectName(u"savePerson"_s);
    save->setHint(tr("Ctrl+Enter"));
    save->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(save, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &PersonDialog::submit);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) // also from within the own terms
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                &PersonDialog::submit);
    field(Name)->setFocus();
}

void PersonDialog::addFields(QFormLayout &form, const std::vector<PersonField> &fields)
{
    for (const PersonField field : fields) {
        QWidget *widget = makeField(field);
        const QString title = PeopleWordsText::fieldTitle(field);
        widget->setObjectName(u"person:%1"_s.arg(int(field)));
        widget->setAccessibleName(QString(title).remove(u'&'));
        auto *label = new QLabel(title, this);
        label->setBuddy(widget);
        form.addRow(label, widget);
        m_fields[size_t(field)] = widget;
    }
}

QWidget *PersonDialog::makeField(PersonField field)
{
    const QString &text = m_texts[size_t(field)];
    if (isChoice(field))
        return makeChoice(field);
    if (field == PersonField::Terms) {
        auto *edit = new QPlainTextEdit(text, this);
        edit->setFixedHeight(termsHeight);
        edit->setTabChangesFocus(true);
        edit->setPlaceholderText(u"turnaround[0].required_min=660"_s);
        edit->setToolTip(tr("Better than the agreement: a number of the pack by its path, several "
                            "with semicolons between them."));
        return edit;
    }
    auto *edit = new QLineEdit(text, this);
    if (field == PersonField::From || field == PersonField::To)
        edit->setPlaceholderText(tr("2025-11-20", "an example of a date that is understood"));
    return edit;
}

// What is there already, or something new.
QWidget *PersonDialog::makeChoice(PersonField field)
{
    auto *choice = new QComboBox(this);
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    choice->addItems(choicesOf(field));
    choice->setCurrentText(m_texts[size_t(field)]);
    choice->lineEdit()->setAccessibleName(PeopleWordsText::fieldTitle(field).remove(u'&'));
    return choice;
}

QStringList PersonDialog::choicesOf(PersonField field) const
{
    QStringList names;
    if (field == PersonField::Department) {
        for (const Department &department : m_crew.departments)
            names += department.name;
    } else if (field == PersonField::Unit) {
        for (const Unit &unit : m_crew.units)
            names += unit.name;
    } else if (m_shelf) {
        for (const rules::RulePack &pack : m_shelf->packs()) {
            if (pack.isEnabled && !names.contains(pack.id))
                names += pack.id;
        }
        names.sort(Qt::CaseInsensitive);
        names.prepend(QString());
    }
    return names;
}

QString PersonDialog::textOf(PersonField field) const
{
    const QWidget *widget = m_fields[size_t(field)];
    if (const auto *choice = qobject_cast<const QComboBox *>(widget))
        return choice->currentText();
    if (const auto *terms = qobject_cast<const QPlainTextEdit *>(widget))
        return terms->toPlainText();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text();
    return m_texts[size_t(field)]; // not shown to this person, so not theirs to change
}

QString PersonDialog::problemText() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

PersonReading PersonDialog::reading() const
{
    PersonTexts texts;
    for (int i = 0; i < personFieldCount; ++i)
        texts[size_t(i)] = textOf(PersonField(i));
    return readPersonTexts(texts, m_crew, m_additionalHour && m_additionalHour->isChecked(),
                           m_shelf);
}

// A later first day of the same deal would leave the days before it without one.
void PersonDialog::offerFurtherDeal()
{
    const PersonReading typed = reading();
    const Deal *known = m_crew.dealOf(m_person);
    const bool beginsLater = known && typed.deal && typed.deal->from.isValid()
        && (!known->from.isValid() || typed.deal->from > known->from);
    m_isFurtherDeal->setEnabled(beginsLater);
    m_isFurtherDeal->setChecked(beginsLater);
}

void PersonDialog::submit()
{
    PersonReading reading = this->reading();
    const auto text = [this](PersonField field) { return textOf(field).simplified(); };
    PersonDraft draft{m_person,
                      text(PersonField::Name),
                      text(PersonField::Department),
                      text(PersonField::Position),
                      text(PersonField::Unit),
                      std::move(reading.deal),
                      m_isFurtherDeal && m_isFurtherDeal->isChecked()};
    if (reading.problems.empty() && isNameTaken(m_crew, draft))
        reading.problems.push_back(
            {PersonField::Name, ImportKind::Duplicate, draft.department, {}});
    mark(reading.problems);
    if (!reading.problems.empty())
        return;
    emit saveRequested(draft);
    accept();
}

void PersonDialog::mark(const std::vector<PersonProblem> &problems)
{
    for (int i = 0; i < personFieldCount; ++i) {
        if (QWidget *widget = m_fields[size_t(i)])
            setInvalid(widget,
                       std::ranges::find(problems, PersonField(i), &PersonProblem::field)
                           != problems.end());
    }
    m_problem->setVisible(!problems.empty());
    if (problems.empty())
        return;
    const PersonProblem &first = problems.front();
    const QString what = first.kind == ImportKind::Duplicate
        ? tr("A person of that name is already in %1.").arg(first.text)
        : PeopleWordsText::problem(first);
    m_problem->setText(tr("%1 Nothing was changed.").arg(what));
    if (QWidget *widget = m_fields[size_t(first.field)])
        widget->setFocus();
}

} // namespace film::app
