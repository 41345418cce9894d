#include "app/ui/people_words_text.h"

#include "app/models/hours_text.h"
#include "app/ui/import_words.h"
#include "app/ui/pay_words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace film::app {

QString PeopleWordsText::columnTitle(int column) const
{
    switch (column) {
    case PeopleModel::Name: return tr("Name");
    case PeopleModel::Position: return tr("Position");
    case PeopleModel::Unit: return tr("Unit");
    case PeopleModel::Agreement: return tr("Agreement");
    case PeopleModel::Rate: return tr("Rate");
    case PeopleModel::Guarantee: return tr("Guarantee");
    case PeopleModel::From: return tr("From");
    case PeopleModel::To: return tr("To");
    default: return {};
    }
}

QString PeopleWordsText::rate(const Deal &deal) const
{
    QStringList rates;
    if (deal.hourlyRate)
        rates += tr("%1 an hour").arg(PayWords::moneyText(*deal.hourlyRate));
    if (deal.dayRate)
        rates += tr("%1 a day").arg(PayWords::moneyText(*deal.dayRate));
    if (deal.weekRate)
        rates += tr("%1 a week").arg(PayWords::moneyText(*deal.weekRate));
    return rates.join(u", "_s);
}

QString PeopleWordsText::guarantee(const Deal &deal) const
{
    return deal.guarantee ? lengthText(*deal.guarantee, Notation::Tenths) : QString();
}

QString PeopleWordsText::agreement(const Deal &deal) const
{
    if (deal.rulePack.isEmpty())
        return tr("No agreement");
    return deal.terms.isEmpty() ? deal.rulePack
                                : tr("%1, own terms", "an agreement").arg(deal.rulePack);
}

QString PeopleWordsText::date(QDate date) const
{
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
}

QString PeopleWordsText::noDeal() const
{
    return tr("No deal yet");
}

QString PeopleWordsText::sentence(const PeopleSnapshot &crew, const Person &person) const
{
    QStringList parts{person.name};
    if (!person.position.isEmpty())
        parts += person.position;
    parts += crew.departmentName(person.department);
    const Deal *deal = crew.dealOf(person.id);
    if (deal) {
        parts += agreement(*deal);
        parts += rate(*deal);
        if (crew.hasLeft(person.id))
            parts += tr("left on %1").arg(date(deal->to));
        else if (deal->to.isValid())
            parts += tr("until %1").arg(date(deal->to));
    } else if (crew.seesPay) {
        parts += noDeal();
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString PeopleWordsText::fieldTitle(PersonField field)
{
    switch (field) {
    case PersonField::Name: return tr("&Name");
    case PersonField::Department: return tr("&Department");
    case PersonField::Position: return tr("&Position");
    case PersonField::Unit: return tr("Un&it");
    case PersonField::Union: return tr("U&nion");
    case PersonField::Agreement: return tr("A&greement");
    case PersonField::HourlyRate: return tr("Rate an &hour");
    case PersonField::DayRate: return tr("Rate a da&y");
    case PersonField::WeekRate: return tr("Rate a &week");
    case PersonField::Guarantee: return tr("G&uarantee in hours");
    case PersonField::From: return tr("&From");
    case PersonField::To: return tr("&Last day");
    case PersonField::Terms: return tr("&Own terms");
    }
    Q_UNREACHABLE();
}

QString PeopleWordsText::problem(const PersonProblem &problem)
{
    if (problem.kind == ImportKind::BadLine && problem.field == PersonField::To)
        return tr("The last day is before the first. Check the two dates.");
    if (problem.kind == ImportKind::BadLine)
        return tr("“%1” is no number of this agreement.").arg(problem.text);
    QString title = fieldTitle(problem.field);
    title.remove(u'&');
    const ImportVerdict verdict{0, problem.kind, {}, problem.text, problem.readings, 0};
    return tr("%1: %2", "a field, what is wrong with it").arg(title, ImportWords::problem(verdict));
}

} // namespace film::app
