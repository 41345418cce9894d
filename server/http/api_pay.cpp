#include "server/http/api_pay.h"

#include "server/http/admission.h"
#include "server/http/api_values.h"
#include "server/http/day_json.h"
#include "shared/rules/derivation_text.h"
#include "shared/rules/pay_reasons.h"
#include "shared/rules/shipped_packs.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// Rest and the run of days reach back this far.
constexpr int daysBefore = 14;
// What a pricer keeps (packs with other terms, zones) grows with what it has seen.
constexpr int pricedMax = 50'000;
constexpr int cardsMax = 200; // of one answer

struct Priced {
    rules::WeekPricer pricer;
    int weeks = 0;
};

// That of the calling thread. What it answers lives until it is asked for again.
rules::WeekPricer &pricer()
{
    static const rules::PackShelf shelf(rules::readShippedPacks().packs);
    thread_local std::optional<Priced> own;
    if (!own || own->weeks > pricedMax)
        own.emplace(rules::WeekPricer(shelf));
    ++own->weeks;
    return own->pricer;
}

// One person's week as somebody may see it.
struct Card {
    PersonId person;
    PayWeek week;
    std::vector<std::pair<EntityId, const ProductionModel::Day *>> days; // of the week, by date
    std::vector<const WorkDay *> priced; // with those before it, by date
    bool isWhole = true; // nothing of it is left out, so it is the same to everybody
    bool isPaySeen = false;
    bool isHandedOver = false; // its lines, to a payroll or another system
};

// What is asked of the model, while it is locked.
class Cards
{
public:
    // `hidden`: whose data the caller is not shown (hiddenFrom).
    Cards(const ApiCall &call, const ProductionModel &model, const std::set<PersonId> &hidden)
        : m_member(call.member)
        , m_model(model)
        , m_hidden(hidden)
        , m_visibility(
              sync::Visibility::of(m_member.permissions(), m_member.person, m_member.department))
    {}

    [[nodiscard]] PayWeek weekOf(QDate date) const
    {
        const auto &facts = m_model.facts();
        return film::weekOf(date, facts ? facts->weekEndsOn : Qt::Saturday);
    }
    // Nothing for somebody who has no day in the week that the caller may see.
    [[nodiscard]] std::optional<Card> of(const PayWeek &week, PersonId person) const;
    // `take` gives whether it goes on. By the ids of people, from one on; or of one alone.
    template<typename Take>
    void forEach(const PayWeek &week, PersonId first, PersonId onlyOf, const Take &take) const
    {
        if (!onlyOf.isNull()) {
            const auto card = onlyOf < first ? std::nullopt : of(week, onlyOf);
            if (card)
                take(*card);
            return;
        }
        const auto &people = m_model.people();
        for (auto at = people.lower_bound(first); at != people.end(); ++at) {
            if (const auto card = of(week, at->first); card && !take(*card))
                return;
        }
    }
    // What `make` gives of a card whose pay is seen, or gave since something of it changed.
    template<typename Kept, typename Make>
    [[nodiscard]] auto once(Kept &kept, const Card &card, const Make &make) const
    {
        return card.isWhole
            ? kept.of({card.person, card.week.first}, m_model.changeOf(card.person), make)
            : make();
    }
    [[nodiscard]] const ProductionModel &model() const { return m_model; }
    [[nodiscard]] rules::PersonWeekPay price(const Card &card, rules::Sheet::Keep keep) const
    {
        const auto &facts = m_model.facts();
        std::vector<WorkDay> days;
        days.reserve(card.priced.size());
        for (const WorkDay *day : card.priced)
            days.push_back(*day);
        return pricer().price(m_model.dealsOf(card.person), days, card.week,
                              {facts ? facts->zone : QByteArray(),
                               facts ? facts->sideLetter : QString(),
                               [this](const WorkDayKey &key) {
                                   const ShootingDay *sheet = m_model.sheetOf(key.date, key.unit);
                                   return sheet ? sheet->call : std::nullopt;
                               }},
                              keep);
    }

private:
    [[nodiscard]] bool isPaySeen(const ProductionModel::Day &entry) const
    {
        const bool isOwn = !m_member.person.isNull() && entry.day.key.person == m_member.person;
        const bool isOfDepartment = !m_member.department.isNull()
            && entry.cell.kind() == protocol::Cell::Kind::Person
            && entry.cell.department() == m_member.department;
        return m_member.permissions().reachesPerson(Action::SeePay, isOwn, isOfDepartment);
    }

    const Membership &m_member;
    const ProductionModel &m_model;
    const std::set<PersonId> &m_hidden;
    const sync::Visibility m_visibility;
};

std::optional<Card> Cards::of(const PayWeek &week, PersonId person) const
{
    const auto known = m_model.people().find(person);
    if (known == m_model.people().end() || m_hidden.contains(person))
        return std::nullopt;
    Card card;
    card.person = person;
    card.week = week;
    const ProductionModel::DaysOfPerson &days = known->second;
    for (auto at = days.lower_bound({week.first.addDays(-daysBefore), EntityId()});
         at != days.end() && at->first.first <= week.last(); ++at) {
        const auto &[place, entry] = *at;
        if (entry->day.isBlank())
            continue;
        if (!m_visibility.includes(entry->cell)) {
            card.isWhole = false;
            continue;
        }
        card.priced.push_back(&entry->day);
        if (week.contains(place.first)) {
            card.days.emplace_back(place.second, entry);
            card.isPaySeen = isPaySeen(*entry);
            card.isHandedOver = card.isPaySeen
                && (person == m_member.person
                    || m_member.permissions().reachesAll(Action::ExportPay));
        }
    }
    return card.days.empty() ? std::nullopt : std::optional(std::move(card));
}

QJsonObject lineJson(const rules::PayLine &line, QDate date, const rules::RulePack &pack)
{
    QJsonValue rule, clause;
    if (line.rule >= 0) {
        rule = pack.parameters.at(size_t(line.rule)).path;
        clause = pack.provenanceOf(line.rule).clause;
    }
    return {{u"date"_s, date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue()},
            {u"code"_s, rules::lineCodeName(line.code).toString()},
            {u"minutes"_s, int(line.minutes.count())},
            {u"count"_s, line.count},
            {u"factor"_s, line.factor.toDecimal(0, 4)},
            {u"night_factor"_s, line.nightFactor.toDecimal(0, 4)},
            {u"amount_minor"_s, line.amount.minorUnits()},
            {u"currency"_s, currencyCode(line.amount.currency())},
            {u"pack"_s, pack.name()},
            {u"rule"_s, rule},
            {u"clause"_s, clause},
            {u"estimate"_s, true}};
}

// Each line with its pack and the sheet that it was computed on: of its day, or of the week.
template<typename Take>
void forEachLine(const rules::PersonWeekPay &priced, const Take &take)
{
    for (size_t i = 0; i < priced.pay.days.size(); ++i) {
        const QDate date = priced.input.days[i].date;
        for (const rules::PayLine &line : priced.pay.days[i].lines)
            take(line, date, *priced.partOf(date).pack, priced.pay.days[i].sheet);
    }
    for (const rules::PayLine &line : priced.pay.lines)
        take(line, QDate(), priced.packOf(line), priced.pay.sheet);
}

QJsonArray noticesOf(const rules::WeekPay &pay)
{
    QStringList names;
    const auto add = [&names](const std::vector<rules::Notice> &notices) {
        for (const rules::Notice notice : notices)
            names.append(rules::noticeName(notice).toString());
    };
    for (const rules::DayPay &day : pay.days)
        add(day.notices);
    add(pay.notices);
    names.removeDuplicates();
    return QJsonArray::fromStringList(names);
}

// What it comes to; nothing where no rule says it.
QJsonObject totalsJson(const rules::PersonWeekPay &priced)
{
    QJsonObject json{{u"estimate"_s, true},
                     {u"no_rule"_s,
                      priced.noFigure ? QJsonValue(rules::noFigureName(*priced.noFigure).toString())
                                      : QJsonValue()},
                     {u"pack"_s, priced.pack ? QJsonValue(priced.pack->name()) : QJsonValue()}};
    const auto amount = [&priced](Money (rules::WeekPay::*of)() const) {
        return priced.noFigure ? QJsonValue() : QJsonValue((priced.pay.*of)().minorUnits());
    };
    json[u"gross_minor"_s] = amount(&rules::WeekPay::gross);
    json[u"wages_minor"_s] = amount(&rules::WeekPay::wages);
    json[u"allowances_minor"_s] = amount(&rules::WeekPay::allowances);
    json[u"currency"_s] =
        priced.noFigure ? QJsonValue() : QJsonValue(currencyCode(priced.pay.currency));
    json[u"notices"_s] = noticesOf(priced.pay);
    QJsonArray unpriced;
    for (const rules::UnpricedDay &day : priced.unpriced)
        unpriced.append(QJsonObject{{u"date"_s, day.date.toString(Qt::ISODate)},
                                    {u"why"_s, rules::whyUnpricedName(day.why).toString()}});
    json[u"unpriced"_s] = unpriced;
    return json;
}

// A week is as far as the day of it that is least far.
DayState stateOf(const Card &card)
{
    DayState least = DayState::Adjusted;
    for (const auto &[id, entry] : card.days)
        least = std::min(least, entry->day.state);
    return least;
}

QJsonObject cardJson(const Card &card)
{
    int worked = 0;
    quint64 change = 0;
    for (const auto &[id, entry] : card.days) {
        worked += int(workedMinutes(entry->day).value_or(Minutes(0)).count());
        change = std::max(change, entry->sequence);
    }
    return {{u"person"_s, card.person.toString()},
            {u"week"_s, card.week.first.toString(Qt::ISODate)},
            {u"week_ends"_s, card.week.last().toString(Qt::ISODate)},
            {u"state"_s, dayStateName(stateOf(card))},
            {u"days_entered"_s, int(card.days.size())},
            {u"worked_minutes"_s, worked},
            {u"change"_s, qint64(change)}};
}

QByteArray jsonText(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

// As lists of cards and of lines have it.
std::shared_ptr<const PricedWeek> pricedWeek(const Cards &cards, const Card &card)
{
    return cards.once(cards.model().priced(), card, [&] {
        auto made = std::make_shared<PricedWeek>();
        const auto priced = cards.price(card, rules::Sheet::Keep::Nothing);
        QJsonObject json = cardJson(card);
        json[u"pay"_s] = totalsJson(priced);
        made->card = jsonText(json);
        if (!priced.noFigure) {
            forEachLine(priced,
                        [&](const rules::PayLine &line, QDate day, const rules::RulePack &pack,
                            const rules::Sheet &) {
                            QJsonObject one = lineJson(line, day, pack);
                            one[u"person"_s] = card.person.toString();
                            one[u"week"_s] = card.week.first.toString(Qt::ISODate);
                            made->lines.append(jsonText(one));
                        });
        }
        return std::shared_ptr<const PricedWeek>(std::move(made));
    });
}

QJsonObject cardWithoutPay(const Card &card)
{
    QJsonObject json = cardJson(card);
    json[u"pay"_s] = QJsonValue();
    return json;
}

QJsonObject cardWithDays(const Card &card)
{
    QJsonObject json = cardWithoutPay(card);
    QJsonArray days;
    for (const auto &[id, entry] : card.days)
        days.append(dayJson(id, *entry));
    json[u"days"_s] = days;
    return json;
}

// With its lines and how each came about.
QByteArray explainedWeek(const Cards &cards, const Card &card)
{
    return cards.once(cards.model().explained(), card, [&] {
        const auto priced = cards.price(card, rules::Sheet::Keep::Everything);
        QJsonObject pay = totalsJson(priced);
        QJsonArray lines;
        forEachLine(priced,
                    [&](const rules::PayLine &line, QDate day, const rules::RulePack &pack,
                        const rules::Sheet &sheet) {
                        QJsonObject one = lineJson(line, day, pack);
                        one[u"derivation"_s] = rules::derivationJson(sheet, line.node, pack, {},
                                                                     rules::Language::English);
                        lines.append(one);
                    });
        pay[u"lines"_s] = lines;
        QJsonObject json = cardWithDays(card);
        json[u"pay"_s] = pay;
        return jsonText(json);
    });
}

struct CardsAsked {
    PageAsked page;
    QDate date;
    PersonId person; // null: everybody who may be seen
};

Result<CardsAsked> cardsAskedIn(const ApiCall &call)
{
    const auto page = pageIn(call, cardsMax);
    const auto date = dateIn(call, u"week"_s);
    const auto person = queryIn(call, u"person"_s);
    if (!page || !date || !person)
        return fail(!page ? page.error() : !date ? date.error() : person.error());
    if (!date->isValid())
        return fail(ErrorCode::InvalidInput,
                    u"say which: week=2025-11-20, or another of its days"_s);
    CardsAsked asked{*page, *date, {}};
    if (!person->isEmpty()) {
        const auto id = PersonId::fromString(*person);
        if (!id)
            return fail(ErrorCode::InvalidInput, u"person has to be an id"_s);
        asked.person = *id;
    }
    return asked;
}

using Question = std::function<Result<>(const Cards &)>;
Result<> askCards(ApiCall &call, const Question &question)
{
    const auto hidden = hiddenFrom(call.desk.storage, call.production, call.member);
    if (!hidden)
        return fail(hidden.error());
    return call.desk.models.ask(
        call.desk.storage, call.production,
        [&](const ProductionModel &model) { return question(Cards(call, model, *hidden)); });
}

Result<WebResponse> listTimecards(ApiCall &call)
{
    const auto asked = cardsAskedIn(call);
    if (!asked)
        return fail(asked.error());
    const auto after = PersonId::fromString(asked->page.after).value_or(PersonId());
    if (after.isNull() != asked->page.after.isEmpty())
        return fail(ErrorCode::InvalidInput, u"after is none of ours"_s);
    QByteArrayList items;
    std::optional<QString> next;
    QString last;
    const auto collect = [&](const Cards &cards) -> Result<> {
        cards.forEach(cards.weekOf(asked->date), after, asked->person, [&](const Card &card) {
            if (card.person == after)
                return true;
            if (items.size() == asked->page.limit) {
                next = last;
                return false;
            }
            items.append(card.isPaySeen ? pricedWeek(cards, card)->card
                                        : jsonText(cardWithoutPay(card)));
            last = card.person.toString();
            return true;
        });
        return {};
    };
    if (const Result<> done = askCards(call, collect); !done)
        return fail(done.error());
    return pageOf(items, next);
}

// One of them with its days, its lines and how each came about.
Result<WebResponse> showTimecard(ApiCall &call)
{
    const auto person = idIn<PersonId>(call, u"person"_s);
    if (!person)
        return fail(person.error());
    const QDate date = QDate::fromString(call.path[u"week"_s], Qt::ISODate);
    if (!date.isValid())
        return fail(ErrorCode::InvalidInput, u"the week has to be a date, such as 2025-11-20"_s);
    QByteArray body;
    const auto collect = [&](const Cards &cards) -> Result<> {
        const auto card = cards.of(cards.weekOf(date), *person);
        if (!card)
            return fail(unknownThing());
        body = card->isPaySeen ? explainedWeek(cards, *card) : jsonText(cardWithDays(*card));
        return {};
    };
    if (const Result<> done = askCards(call, collect); !done)
        return fail(done.error());
    return WebResponse{200, "application/json", body, {}};
}

// All lines of a week, person by person, as a payroll takes them: of others for who may export pay,
// of oneself for everybody. Whoever may only see it reads it card by card.
Result<WebResponse> listPayLines(ApiCall &call)
{
    const auto asked = cardsAskedIn(call);
    if (!asked)
        return fail(asked.error());
    // PERSON_NUMBER: the last line that was given.
    const QString &text = asked->page.after;
    const auto afterPerson = PersonId::fromString(text.section(u'_', 0, 0)).value_or(PersonId());
    bool isNumber = text.isEmpty();
    const int afterLine = text.isEmpty() ? -1 : text.section(u'_', 1).toInt(&isNumber);
    if (!isNumber || afterPerson.isNull() != text.isEmpty())
        return fail(ErrorCode::InvalidInput, u"after is none of ours"_s);
    QByteArrayList items;
    std::optional<QString> next;
    QString last;
    const auto collect = [&](const Cards &cards) -> Result<> {
        cards.forEach(cards.weekOf(asked->date), afterPerson, asked->person, [&](const Card &card) {
            if (!card.isHandedOver)
                return true;
            const auto priced = pricedWeek(cards, card);
            const qsizetype from = card.person == afterPerson ? qsizetype(afterLine) + 1 : 0;
            for (qsizetype i = std::max(from, qsizetype(0)); i < priced->lines.size(); ++i) {
                if (items.size() == asked->page.limit) {
                    next = last;
                    return false;
                }
                items.append(priced->lines[i]);
                last = card.person.toString() + u'_' + QString::number(i);
            }
            return true;
        });
        return {};
    };
    if (const Result<> done = askCards(call, collect); !done)
        return fail(done.error());
    return pageOf(items, next);
}

} // namespace

std::vector<ApiRoute> payRoutes()
{
    const QString one = u"/api/v1/productions/{production}"_s;
    const Access days = Access::member(Action::SeeDays);
    return {{"GET", one + u"/timecards"_s, days, listTimecards},
            {"GET", one + u"/timecards/{person}/{week}"_s, days, showTimecard},
            {"GET", one + u"/pay-lines"_s, Access::member(Action::SeePay), listPayLines}};
}

} // namespace film::server
