#include "tests/support/console_fixture.h"

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

const QString maya = u"maya@example.org"_s;

} // namespace

// What is done about a person's data over HTTP: restricted, handed out, erased.
class TestPrivacyApi : public QObject
{
    Q_OBJECT
private slots:
    void whoIsRestrictedIsNotShown_data() { TestDatabase::kinds(); }
    void whoIsRestrictedIsNotShown()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0700 1300-1330 1930\n"
                       "Nils Aaberg,Electric,2025-11-19,Main,work,0600 1800\n");
        const QString own = api.account(maya, api.member(Role::Crew, u"Maya Lindqvist"_s));
        const QString office = api.account(u"priya@example.org"_s, api.member(Role::Coordinator));
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        const auto items = [&api](const QString &path, const QString &token) {
            return api.get(api.under(path), token).json()[u"items"_s].toArray();
        };
        const QString entries = u"/time-entries"_s;
        const QString changes = u"/audit?field=wrap"_s;
        const QString person = items(entries, own)[0][u"person"_s].toString();
        const QString restriction = u"/people/%1/restriction"_s.arg(person);
        QCOMPARE(items(entries, office).size(), 2);
        QCOMPARE(items(changes, office).size(), 2);
        const QString cards = u"/timecards?week=2025-11-20"_s;
        const QString card = u"/timecards/%1/2025-11-20"_s.arg(person);
        QCOMPARE(items(cards, office).size(), 2);
        QCOMPARE(api.get(api.under(card), office).status(), 200);

        const QJsonObject why{{u"reason"_s, u"The hours are disputed"_s}};
        QCOMPARE(api.ask("PUT", api.under(restriction), why, office).status(), 403);
        QCOMPARE(api.ask("PUT", api.under(restriction), {}, chief).status(), 400);
        QCOMPARE(api.ask("PUT", api.under(u"/people/%1/restriction"_s.arg(elsewhere)), why, chief)
                     .status(),
                 404);
        QCOMPARE(api.ask("PUT", api.under(restriction), why, chief).status(), 204);

        // Not to the office: neither days nor changes, in no form.
        QCOMPARE(items(entries, office).size(), 1);
        QCOMPARE(items(entries + u"?person="_s + person, office).size(), 0);
        QCOMPARE(items(changes, office).size(), 1);
        QCOMPARE(items(cards, office).size(), 1);
        QCOMPARE(api.get(api.under(card), office).status(), 404);
        QVERIFY(!api.get(api.under(u"/audit?format=csv&limit=500&field=wrap"_s), office)
                     .web.body.contains("Lindqvist"));
        // To themselves, and to who answers for it; and it is said.
        QCOMPARE(items(entries, own).size(), 1);
        QCOMPARE(items(changes, own).size(), 1);
        QCOMPARE(items(entries, chief).size(), 2);
        QCOMPARE(items(cards, own).size(), 1);
        QCOMPARE(items(cards, chief).size(), 2);
        int restricted = 0;
        for (const QJsonValue &one : items(u"/people"_s, office))
            restricted += one[u"restricted"_s].toBool() ? 1 : 0;
        QCOMPARE(restricted, 1);
        const QJsonArray list = items(u"/restrictions"_s, chief);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0][u"person"_s].toString(), person);
        QCOMPARE(api.get(api.under(u"/restrictions"_s), office).status(), 403);
        // Nothing of it was lost.
        QCOMPARE(api.ask("DELETE", api.under(restriction), {}, office).status(), 403);
        QCOMPARE(api.ask("DELETE", api.under(restriction), {}, chief).status(), 204);
        QCOMPARE(api.ask("DELETE", api.under(restriction), {}, chief).status(), 404);
        QCOMPARE(items(entries, office).size(), 2);
        QCOMPARE(items(changes, office).size(), 2);
        SystemRandom random;
        const auto acts = store::ServerAudit(api.storage().database(), random).rows(0, {}, 2);
        QCOMPARE(acts->at(0).act.act, u"person-released"_s);
        QCOMPARE(acts->at(1).act.act, u"person-restricted"_s);
    }

    void dataIsHandedOutWithASecondFactor_data() { TestDatabase::kinds(); }
    void dataIsHandedOutWithASecondFactor()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.importDays("Nils Aaberg,Electric,2025-11-19,Main,work,0600 1800\n");
        const UserId user = api.member(Role::Crew, u"Nils Aaberg"_s);
        const QString root = api.administrator(api.member(Role::Administrator));
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        const QString person = api.get(api.under(u"/time-entries"_s), root)
                                   .json()[u"items"_s][0][u"person"_s]
                                   .toString();
        const QString handOut = api.under(u"/people/%1/export"_s.arg(person));
        const QString erase = api.under(u"/people/%1/erasure"_s.arg(person));

        QCOMPARE(api.ask("POST", handOut, {}, chief).status(), 403);
        QCOMPARE(api.ask("POST", erase, {}, chief).status(), 403);
        const Reply out = api.ask("POST", handOut, {}, root);
        QCOMPARE(out.status(), 200);
        QVERIFY(out.web.body.contains("Nils Aaberg"));
        QCOMPARE(out.header("Cache-Control"), QByteArray("no-store"));
        const Reply page = api.ask("POST", handOut + u"?format=html"_s, {}, root);
        QCOMPARE(page.status(), 200);
        QVERIFY(page.header("Content-Disposition").contains("person.html"));
        QVERIFY(page.web.body.startsWith("<!DOCTYPE html>")
                && page.web.body.contains("Nils Aaberg"));
        QCOMPARE(api.ask("POST", handOut + u"?format=pdf"_s, {}, root).status(), 400);
        // Somebody who is still on the production is not erased.
        QCOMPARE(api.ask("POST", erase, {{u"dry_run"_s, false}}, root).status(), 409);
        QCOMPARE(api.ask("DELETE", api.under(u"/members/"_s + user.toString()), {}, root).status(),
                 204);
        QCOMPARE(api.ask("POST", erase, {{u"dry_run"_s, u"yes"_s}}, root).status(), 400);
        const Reply would = api.ask("POST", erase, {{u"dry_run"_s, true}}, root);
        QCOMPARE(would.status(), 200);
        QVERIFY(would.json()[u"records"_s].toInt() > 0);
        QVERIFY(api.get(api.under(u"/people"_s), root).web.body.contains("Nils Aaberg"));
        QCOMPARE(api.ask("POST", erase, {}, root).status(), 200);
        QVERIFY(!api.get(api.under(u"/people"_s), root).web.body.contains("Nils Aaberg"));
        QCOMPARE(api.get(api.under(u"/time-entries"_s), root).json()[u"items"_s].toArray().size(),
                 1);
    }

    void whatIsHeldIsNotErased_data() { TestDatabase::kinds(); }
    void whatIsHeldIsNotErased()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const QString office = api.account(u"priya@example.org"_s, api.member(Role::Coordinator));
        const QString root = api.administrator(api.member(Role::Administrator));
        const QString person =
            api.get(api.under(u"/people"_s), root).json()[u"items"_s][0][u"id"_s].toString();
        QVERIFY(!person.isEmpty());
        const QJsonObject why{{u"reason"_s, u"A claim"_s}};
        const QString held = api.under(u"/people/%1/hold"_s.arg(person));
        const QString all = api.under(u"/hold"_s);
        const QString nobody = api.under(u"/people/%1/hold"_s.arg(elsewhere));

        QCOMPARE(api.ask("PUT", held, why, office).status(), 403);
        QCOMPARE(api.get(api.under(u"/holds"_s), office).status(), 403);
        QCOMPARE(api.ask("PUT", held, {}, root).status(), 400);
        QCOMPARE(api.ask("PUT", nobody, why, root).status(), 404);
        QCOMPARE(api.ask("PUT", held, why, root).status(), 204);
        QCOMPARE(api.ask("PUT", all, why, root).status(), 204);
        const QJsonArray holds = api.get(api.under(u"/holds"_s), root).json()[u"items"_s].toArray();
        QCOMPARE(holds.size(), 2);
        const QString erase = api.under(u"/people/%1/erasure"_s.arg(person));
        QCOMPARE(api.ask("POST", erase, {}, root).status(), 409);
        QCOMPARE(api.ask("DELETE", all, {}, root).status(), 204);
        QCOMPARE(api.ask("DELETE", all, {}, root).status(), 404);
        QCOMPARE(api.ask("POST", erase, {}, root).status(), 409); // of the person still
        QCOMPARE(api.ask("DELETE", held, {}, office).status(), 403);
        QCOMPARE(api.ask("DELETE", held, {}, root).status(), 204);
        QCOMPARE(api.ask("POST", erase, {}, root).status(), 200);
        SystemRandom random;
        const auto acts = store::ServerAudit(api.storage().database(), random).rows(0, {}, 20);
        QCOMPARE(std::ranges::count_if(
                     *acts, [](const auto &row) { return row.act.act == u"hold-lifted"_s; }),
                 2);
    }

    // Holds and policies from their pages.
    void thePagesHoldAndRetain()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);
        browser.signIn(u"root@example.org"_s, stage.api.adminCode());
        const QString page = stage.under(u"privacy"_s);
        QVERIFY(browser.get(page).text.contains(u"Nothing is on legal hold."_s));
        const auto hold = [&](const QString &person, const QString &reason) {
            return browser.post(page + u"/hold"_s,
                                {{u"person"_s, person}, {u"hold-reason"_s, reason}});
        };
        QVERIFY(hold(u"everybody"_s, u" "_s).text.contains(u"Say why"_s));
        QCOMPARE(hold(u"x"_s, u"A claim"_s).status, 404);
        QCOMPARE(hold(u"everybody"_s, u"A claim"_s).status, 303);
        QVERIFY(browser.get(page).text.contains(u"A claim"_s));
        QCOMPARE(browser.post(page + u"/lift"_s, {{u"person"_s, u"everybody"_s}}).status, 303);
        QVERIFY(browser.get(page).text.contains(u"Nothing is on legal hold."_s));

        AdminTasks tasks(stage.api.storage(), stage.api.clock().now());
        QVERIFY(tasks.invite(stage.api.production(), {u"Nils Aaberg"_s, Role::Crew, 1h}));
        stage.api.clock().time += 40 * 24h;
        browser.signIn(u"root@example.org"_s, stage.api.adminCode());
        const QString retention = u"/console/retention"_s;
        QVERIFY(browser.get(retention).text.contains(u"For ever"_s));
        const auto set = [&](const QString &days) {
            return browser.post(retention, {{u"kind"_s, u"invite-names"_s}, {u"days"_s, days}});
        };
        QVERIFY(set(u"0"_s).text.contains(u"Nothing was changed."_s));
        QVERIFY(set(u"36501"_s).text.contains(u"Nothing was changed."_s));
        QCOMPARE(set(u"30"_s).status, 303);
        static const QRegularExpression would(u"30 days</td><td[^>]*>([0-9]+)<"_s);
        // What would go is only counted.
        QCOMPARE(would.match(browser.get(retention).text).captured(1), u"1"_s);
        QCOMPARE(would.match(browser.get(retention).text).captured(1), u"1"_s);
        QCOMPARE(browser.post(retention + u"/run"_s).status, 303);
        QCOMPARE(would.match(browser.get(retention).text).captured(1), u"0"_s);
        QVERIFY(browser.get(u"/console/acts?q=older"_s).text.contains(u"older than 30 days"_s));
        QCOMPARE(browser.post(retention + u"/keep"_s, {{u"kind"_s, u"invite-names"_s}}).status,
                 303);
        QCOMPARE(browser.post(retention + u"/keep"_s, {{u"kind"_s, u"x"_s}}).status, 404);
        QVERIFY(!browser.get(retention).text.contains(u"30 days"_s));
    }

    // The same in the console, for whoever manages privacy.
    void thePageRestrictsAndReleases()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);
        browser.signIn(u"root@example.org"_s, stage.api.adminCode());
        const QString page = stage.under(u"privacy"_s);
        const WebAnswer before = browser.get(page);
        QCOMPARE(before.status, 200);
        QVERIFY(before.text.contains(u"Nobody is restricted."_s));
        static const QRegularExpression option(u"<option value=\"([^\"]+)\"[^>]*>Nils Aaberg<"_s);
        const QString nils = option.match(before.text).captured(1);
        QVERIFY(!nils.isEmpty());

        QVERIFY(browser.post(page + u"/restrict"_s, {{u"person"_s, nils}, {u"reason"_s, u" "_s}})
                    .text.contains(u"Say why"_s));
        QCOMPARE(
            browser.post(page + u"/restrict"_s, {{u"person"_s, nils}, {u"reason"_s, u"Disputed"_s}})
                .status,
            303);
        QVERIFY(browser.get(page).text.contains(u"Disputed"_s));
        QCOMPARE(browser.post(page + u"/release"_s, {{u"person"_s, nils}}).status, 303);
        QVERIFY(browser.get(page).text.contains(u"Nobody is restricted."_s));
        QCOMPARE(browser.post(page + u"/release"_s, {{u"person"_s, u"x"_s}}).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestPrivacyApi)
#include "tst_privacy_api.moc"
