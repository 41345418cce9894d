#include "tests/support/api_fixture.h"

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

// A week of 2025-11-16 (Sunday) to 2025-11-22 in a production with deals: Maya's is priced by a
// pack, Ruben's names none that is here, Nils has no deal.
class PayApi : public Api
{
public:
    explicit PayApi(const TestDatabase &place)
        : Api(place)
    {
        AdminTasks tasks(storage(), clock().now());
        const auto crew =
            tasks.importCrew(production(),
                             "Name,Department,Position,Unit,Rate,Currency,Rule pack\n"
                             "Maya Lindqvist,Camera,1st AC,Main,60.00,USD,iatse-asa@2024\n"
                             "Ruben Castellane,Camera,Operator,Main,70.00,USD,house-rules@1\n"
                             "Nils Aaberg,Electric,Lamp operator,Main,,,\n");
        if (!crew || !allReady(crew->verdicts))
            qFatal("no crew");
        readPeople();
        importDays("Maya Lindqvist,Camera,2025-11-17,Main,work,0700 1300-1330 1930\n"
                   "Maya Lindqvist,Camera,2025-11-18,Main,work,0700 1300-1330 2130\n"
                   "Maya Lindqvist,Camera,2025-11-24,Main,work,0700 1300-1330 1930\n"
                   "Ruben Castellane,Camera,2025-11-17,Main,work,0700 1300-1330 1930\n"
                   "Nils Aaberg,Electric,2025-11-17,Main,work,0600 1200-1230 1800\n");
        m_records = *readProduction(storage(), production());
    }
    [[nodiscard]] QString person(const QString &name) const
    {
        for (const Person &known : m_records.crew.people) {
            if (known.name == name)
                return known.id.toString();
        }
        return {};
    }
    QString token(Role role, const QString &name = {})
    {
        ++m_accounts;
        return account(u"%1@example.org"_s.arg(m_accounts), member(role, name));
    }
    QJsonArray items(const QString &path, const QString &token)
    {
        return get(under(path), token).json().value(u"items"_s).toArray();
    }
    QJsonObject card(const QString &name, const QString &token)
    {
        return get(under(u"/timecards/%1/2025-11-18"_s.arg(person(name))), token).json();
    }

private:
    ProductionRecords m_records;
    int m_accounts = 0;
};

qint64 sumOf(const QJsonArray &lines)
{
    qint64 sum = 0;
    for (const QJsonValue &line : lines)
        sum += line[u"amount_minor"_s].toInteger();
    return sum;
}

} // namespace

class TestApiPay : public QObject
{
    Q_OBJECT
private slots:
    // Twelve hours and fourteen hours at 60 dollars.
    void aTimecardIsPricedWithItsLines_data() { TestDatabase::kinds(); }
    void aTimecardIsPricedWithItsLines()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        PayApi api(place);
        const QString office = api.token(Role::Accountant);

        const QJsonObject card = api.card(u"Maya Lindqvist"_s, office);
        QCOMPARE(card.value(u"week"_s).toString(), u"2025-11-16"_s);
        QCOMPARE(card.value(u"week_ends"_s).toString(), u"2025-11-22"_s);
        QCOMPARE(card.value(u"days"_s).toArray().size(), 2);
        QCOMPARE(card.value(u"worked_minutes"_s).toInt(), (12 + 14) * 60);
        const QJsonObject pay = card.value(u"pay"_s).toObject();
        QVERIFY(pay.value(u"estimate"_s).toBool());
        QVERIFY(pay.value(u"no_rule"_s).isNull());
        QCOMPARE(pay.value(u"pack"_s).toString(), u"iatse-asa@2024"_s);
        QCOMPARE(pay.value(u"currency"_s).toString(), u"USD"_s);
        const QJsonArray lines = pay.value(u"lines"_s).toArray();
        QVERIFY(!lines.isEmpty());
        QCOMPARE(sumOf(lines), pay.value(u"gross_minor"_s).toInteger());
        // Eight hours, then four at time and a half.
        QJsonArray monday;
        for (const QJsonValue &line : lines) {
            if (line[u"date"_s] == u"2025-11-17"_s)
                monday.append(line);
        }
        QCOMPARE(sumOf(monday), 8 * 6000 + 4 * 9000);
        for (const QJsonValue &line : lines)
            QVERIFY(line[u"derivation"_s].toObject().contains(u"numerator"_s));
    }

    // Who sees a day does not see its pay.
    void payIsSeenByThoseWhoMay()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        PayApi api(place);
        const QString maya = api.token(Role::Crew, u"Maya Lindqvist"_s);
        const QString head = api.token(Role::HeadOfDepartment, u"Ruben Castellane"_s);
        const QString office = api.token(Role::Coordinator);
        const QString week = u"/timecards?week=2025-11-20"_s;

        QCOMPARE(api.items(week, maya).size(), 1);
        QCOMPARE(api.items(week, head).size(), 2);
        QCOMPARE(api.items(week, office).size(), 3);
        QVERIFY(api.card(u"Maya Lindqvist"_s, maya).value(u"pay"_s).isObject());
        QVERIFY(api.card(u"Maya Lindqvist"_s, head).value(u"pay"_s).isNull());
        QCOMPARE(api.card(u"Maya Lindqvist"_s, head).value(u"days"_s).toArray().size(), 2);
        QVERIFY(api.card(u"Ruben Castellane"_s, head).value(u"pay"_s).isObject());
        QCOMPARE(api.get(api.under(u"/timecards/%1/2025-11-18"_s.arg(api.person(u"Nils Aaberg"_s))),
                         maya)
                     .status(),
                 404);
        const QString lines = u"/pay-lines?week=2025-11-20"_s;
        QVERIFY(!api.items(lines, maya).isEmpty());
        QVERIFY(api.items(lines, head).isEmpty()); // the pack of the head's own deal is not here
        QCOMPARE(api.items(lines, maya), api.items(lines, office));
    }

    // Seeing is not taking away: an auditor reads a card with its lines, and gets no file of them.
    void linesOfOthersAreForWhoMayExportPay()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        PayApi api(place);
        const QString lines = u"/pay-lines?week=2025-11-20"_s;
        for (qint64 number = 1; number <= 7; ++number) {
            const Role role = *roleFromNumber(number);
            const Permissions may(role);
            const QString token = api.token(role, u"Nils Aaberg"_s);
            QVERIFY2(!api.items(lines, token).isEmpty() == may.reachesAll(Action::ExportPay),
                     qPrintable(roleName(role)));
            const QJsonObject seen = api.card(u"Maya Lindqvist"_s, token);
            QVERIFY2(seen.value(u"pay"_s).isObject() == may.reachesAll(Action::SeePay),
                     qPrintable(roleName(role)));
        }
        // A role of the production that sees pay, until it may hand it on.
        const Permissions sees = Permissions(Role::Crew)
                                     .with(Action::SeeDays, Reach::Production)
                                     .with(Action::SeePay, Reach::Production);
        AdminTasks tasks(api.storage(), api.clock().now());
        const UserId user = api.member(Role::Crew, u"Nils Aaberg"_s);
        const QString token = api.account(u"help@example.org"_s, user);
        QVERIFY(tasks.defineRole(api.production(), {u"Payroll help"_s, sees}));
        QVERIFY(tasks.giveRole(api.production(), user,
                               *tasks.roleNamed(api.production(), u"Payroll help"_s)));
        QVERIFY(api.items(lines, token).isEmpty());
        QVERIFY(
            tasks.defineRole(api.production(),
                             {u"Payroll help"_s, sees.with(Action::ExportPay, Reach::Production)}));
        QVERIFY(!api.items(lines, token).isEmpty());
    }

    // No 0 where nobody knows.
    void withoutARuleThereIsNoFigure()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        PayApi api(place);
        const QString office = api.token(Role::Auditor);
        for (const auto &[name, why] : {std::pair(u"Ruben Castellane"_s, u"no-pack"_s),
                                        std::pair(u"Nils Aaberg"_s, u"no-deal"_s)}) {
            const QJsonObject pay = api.card(name, office).value(u"pay"_s).toObject();
            QCOMPARE(pay.value(u"no_rule"_s).toString(), why);
            QVERIFY(pay.value(u"gross_minor"_s).isNull());
            QVERIFY(pay.value(u"lines"_s).toArray().isEmpty());
        }
    }

    void partsAreTheWhole()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        PayApi api(place);
        const QString office = api.token(Role::Coordinator);
        for (const QString &path :
             {u"/timecards?week=2025-11-20"_s, u"/pay-lines?week=2025-11-20"_s}) {
            QJsonArray parts;
            QString after;
            do {
                const QJsonObject part =
                    api.get(api.under(path + u"&limit=1"_s + after), office).json();
                QVERIFY(part.value(u"items"_s).toArray().size() <= 1);
                for (const QJsonValue &item : part.value(u"items"_s).toArray())
                    parts.append(item);
                const QString next = part.value(u"next"_s).toString();
                after = next.isEmpty() ? QString() : QString(u"&after="_s + next);
            } while (!after.isEmpty());
            QVERIFY(parts.size() > 1);
            QCOMPARE(parts, api.items(path, office));
        }
        for (const QString &wrong :
             {u"/timecards"_s, u"/timecards?week=x"_s, u"/timecards?week=2025-11-20&after=x"_s,
              u"/timecards?week=2025-11-20&person=x"_s, u"/timecards?week=2025-11-20&limit=201"_s,
              u"/pay-lines"_s, u"/pay-lines?week=2025-11-20&after=x"_s,
              QString(u"/timecards/%1/x"_s.arg(api.person(u"Nils Aaberg"_s)))})
            QVERIFY2(api.get(api.under(wrong), office).status() == 400, qPrintable(wrong));
    }

    // What follows from a change is another answer; what does not change is not sent again.
    void aCopyIsRightUntilSomethingChanges()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        PayApi api(place);
        const QString office = api.token(Role::Coordinator);
        const auto ask = [&](const QByteArray &known) {
            WebRequest request;
            request.method = "GET";
            request.path = api.under(u"/timecards"_s);
            request.query[u"week"_s] = u"2025-11-20"_s;
            request.headers["authorization"] = "Bearer " + office.toLatin1();
            request.headers["if-none-match"] = known;
            return api.askRaw(request);
        };
        const QByteArray tag = ask({}).header("ETag");
        QVERIFY(!tag.isEmpty());
        QCOMPARE(ask(tag).status(), 304);
        AdminTasks tasks(api.storage(), api.clock().now());
        QVERIFY(tasks.importCrew(api.production(),
                                 "Name,Department,Position,Unit,Rate,Currency,Rule pack\n"
                                 "Maya Lindqvist,Camera,1st AC,Main,61.00,USD,iatse-asa@2024\n"));
        QCOMPARE(ask(tag).status(), 200); // by the deal alone
    }

    // Weeks are priced once for all who read them: until a day, a deal, a call sheet or the
    // production changes.
    void whatWasPricedIsPricedAnewAfterAChange()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        PayApi api(place);
        const QString office = api.token(Role::Accountant);
        const QString week = u"/timecards?week=2025-11-20&person="_s;
        const QString maya = api.person(u"Maya Lindqvist"_s);
        const auto gross = [&] {
            const QJsonArray cards = api.items(week + maya, office);
            const QJsonArray lines =
                api.items(u"/pay-lines?week=2025-11-20&person="_s + maya, office);
            const QJsonObject pay =
                api.card(u"Maya Lindqvist"_s, office).value(u"pay"_s).toObject();
            const qint64 one = pay.value(u"gross_minor"_s).toInteger();
            // The list, the lines and the card are of one mind.
            return cards.size() == 1 && cards[0][u"pay"_s][u"gross_minor"_s].toInteger() == one
                    && sumOf(lines) == one && sumOf(pay.value(u"lines"_s).toArray()) == one
                ? one
                : -1;
        };
        const qint64 first = gross();
        QVERIFY(first > 0);
        QCOMPARE(gross(), first);

        api.importDays("Maya Lindqvist,Camera,2025-11-19,Main,work,0700 1300-1330 1930\n");
        const qint64 withWednesday = gross();
        QVERIFY(withWednesday > first);
        AdminTasks tasks(api.storage(), api.clock().now());
        QVERIFY(tasks.importCrew(api.production(),
                                 "Name,Department,Position,Unit,Rate,Currency,Rule pack\n"
                                 "Maya Lindqvist,Camera,1st AC,Main,61.00,USD,iatse-asa@2024\n"));
        const qint64 withRate = gross();
        QVERIFY(withRate > withWednesday);
        // A day of somebody else changes nothing of it.
        api.importDays("Nils Aaberg,Electric,2025-11-19,Main,work,0600 1200-1230 1800\n");
        QCOMPARE(gross(), withRate);
    }
};

QTEST_GUILESS_MAIN(TestApiPay)
#include "tst_api_pay.moc"
