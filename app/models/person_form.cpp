#include "app/models/person_form.h"

#include "shared/domain/import/date_text.h"
#include "shared/domain/import/number_text.h"
#include "shared/domain/import/rate_text.h"
#include "shared/domain/record_limits.h"
#include "shared/rules/agreed_terms.h"

namespace film::app {

namespace {

using Field = PersonField;

QString plainAmount(const std::optional<Money> &amount)
{
    if (!amount)
        return {};
    const qint64 minor = amount->minorUnits();
    return QString(QString::number(minor / 100) + u'.'
                   + QString::number(minor % 100).rightJustified(2, u'0'));
}

QString plainHours(const std::optional<Minutes> &length)
{
    if (!length)
        return {};
    const int hundredths = int(length->count()) * 100 / 60;
    if (hundredths % 100 == 0)
        return QString::number(hundredths / 100);
    return QString(QString::number(hundredths / 100) + u'.'
                   + QString::number(hundredths % 100).rightJustified(2, u'0'));
}

class PersonTextReader
{
public:
    PersonTextReader(const PersonTexts &texts, Currency usual)
        : m_texts(texts)
        , m_usual(usual)
    {}

    [[nodiscard]] QString text(Field field) const { return m_texts[size_t(field)].trimmed(); }

    [[nodiscard]] QString name(Field field, ImportKind missing = ImportKind::Ready)
    {
        const QString simple = text(field).simplified();
        if (simple.isEmpty() && missing != ImportKind::Ready)
            report(field, missing);
        if (simple.size() > record_limits::nameLengthMax)
            report(field, ImportKind::TooLong);
        return simple;
    }

    [[nodiscard]] std::optional<Money> rate(Field field)
    {
        if (text(field).isEmpty())
            return std::nullopt;
        const RateReading reading = readRate(text(field), {std::nullopt, m_usual, std::nullopt});
        if (reading.kind != ImportKind::Ready)
            report(field, reading.kind, reading.readings);
        return reading.rate;
    }

    // Of a day or of a week.
    [[nodiscard]] std::optional<Minutes> hours(Field field)
    {
        constexpr qint64 hundredthsMax = qint64(7) * 24 * 100;
        if (text(field).isEmpty())
            return std::nullopt;
        const std::optional<qint64> hundredths = readNumber(text(field), std::nullopt).hundredths;
        if (!hundredths || *hundredths > hundredthsMax || *hundredths * 60 % 100 != 0) {
            report(field, ImportKind::BadGuarantee);
            return std::nullopt;
        }
        return Minutes(*hundredths * 60 / 100);
    }

    [[nodiscard]] QDate date(Field field)
    {
        if (text(field).isEmpty())
            return {};
        const std::vector<QDate> days = readDate(text(field), std::nullopt);
        if (days.size() == 1)
            return days.front();
        QStringList readings;
        for (const QDate day : days)
            readings.append(day.toString(Qt::ISODate));
        report(field, days.empty() ? ImportKind::BadDate : ImportKind::AmbiguousDate, readings);
        return {};
    }

    void report(Field field, ImportKind kind, const QStringList &readings = {})
    {
        problems.push_back({field, kind, text(field), readings});
    }

    std::vector<PersonProblem> problems;

private:
    const PersonTexts &m_texts;
    Currency m_usual;
};

// One text for each thing that is wrong with the terms.
QStringList termProblems(const Deal &deal, const rules::PackShelf *shelf)
{
    const rules::AgreedTermsReading terms = rules::readAgreedTerms(deal.terms);
    if (!terms.problems.isEmpty() || (terms.terms.empty() && terms.rates.empty()) || !shelf)
        return terms.problems;
    const rules::PackChoice choice = shelf->choose(deal.rulePack, deal.from);
    if (!choice.pack)
        return {};
    QStringList wrong = rules::ratesInVain(terms, *choice.pack);
    if (terms.terms.empty())
        return wrong;
    for (const rules::PackProblem &problem :
         rules::withAgreedTerms(*choice.pack, terms.terms, rules::Layer::Deal).problems)
        wrong.append(problem.path);
    return wrong;
}

} // namespace

PersonTexts textsOf(const PeopleSnapshot &crew, PersonId id)
{
    PersonTexts texts;
    const auto set = [&texts](Field field, const QString &text) { texts[size_t(field)] = text; };
    const Person *person = crew.personOf(id);
    if (!person)
        return texts;
    set(Field::Name, person->name);
    set(Field::Department, crew.departmentName(person->department));
    set(Field::Position, person->position);
    set(Field::Unit, crew.unitName(person->unit));
    const Deal *deal = crew.dealOf(id);
    if (!deal)
        return texts;
    const auto amount = [&](const std::optional<Money> &money) -> QString {
        const QString plain = plainAmount(money);
        const bool isUsual = !money || money->currency() == crew.production.currency;
        return isUsual ? plain : QString(currencyCode(money->currency()) + u' ' + plain);
    };
    set(Field::Union, deal->unionName);
    set(Field::Agreement, deal->rulePack);
    set(Field::HourlyRate, amount(deal->hourlyRate));
    set(Field::DayRate, amount(deal->dayRate));
    set(Field::WeekRate, amount(deal->weekRate));
    set(Field::Guarantee, plainHours(deal->guarantee));
    set(Field::From, deal->from.toString(Qt::ISODate));
    set(Field::To, deal->to.toString(Qt::ISODate));
    set(Field::Terms, deal->terms);
    return texts;
}

PersonReading readPersonTexts(const PersonTexts &texts, const PeopleSnapshot &crew,
                              bool hasAdditionalHour, const rules::PackShelf *shelf)
{
    PersonTextReader reader(texts, crew.production.currency);
    static_cast<void>(reader.name(Field::Name, ImportKind::MissingName));
    static_cast<void>(reader.name(Field::Department, ImportKind::MissingDepartment));
    static_cast<void>(reader.name(Field::Position));
    static_cast<void>(reader.name(Field::Unit));
    PersonReading reading;
    if (crew.seesPay) {
        Deal deal;
        deal.unionName = reader.name(Field::Union);
        deal.rulePack = reader.name(Field::Agreement);
        deal.hourlyRate = reader.rate(Field::HourlyRate);
        deal.dayRate = reader.rate(Field::DayRate);
        deal.weekRate = reader.rate(Field::WeekRate);
        deal.guarantee = reader.hours(Field::Guarantee);
        deal.from = reader.date(Field::From);
        deal.to = reader.date(Field::To);
        deal.additionalHour = hasAdditionalHour;
        deal.terms = reader.text(Field::Terms);
        if (deal.from.isValid() && deal.to.isValid() && deal.to < deal.from)
            reader.report(Field::To, ImportKind::BadLine);
        if (deal.terms.size() > record_limits::textLengthMax)
            reader.report(Field::Terms, ImportKind::TooLong);
        else
            for (const QString &wrong : termProblems(deal, shelf))
                reader.problems.push_back({Field::Terms, ImportKind::BadLine, wrong, {}});
        reading.deal = std::move(deal);
    }
    reading.problems = std::move(reader.problems);
    return reading;
}

} // namespace film::app
