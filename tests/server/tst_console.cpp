#include "server/cli/arguments.h"
#include "tests/support/console_fixture.h"

#include "server/console/console_assets.h"
#include "server/console/form_data.h"
#include "shared/store/server_figures.h"
#include "shared/store/statement.h"
#include "shared/store/webhook_repository.h"
#include "tests/support/production_fixture.h"

#include <QDirIterator>
#include <QTcpSocket>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString root = u"root@example.org"_s;
const QString maya = u"maya@example.org"_s;
const QString unknownId = u"6fa459ea-ee8a-4ca4-894e-db77e160355e"_s;

using Fields = QList<std::pair<QString, QString>>;

bool isSignedIn(PlainBrowser &browser)
{
    return browser.get(u"/console/account"_s).status == 200;
}

// The administrator of the stage, signed in.
std::unique_ptr<PlainBrowser> adminOf(ConsoleStage &stage)
{
    auto browser = std::make_unique<PlainBrowser>(stage.url);
    if (browser->signIn(root, stage.api.adminCode()).status != 303)
        qFatal("not signed in");
    stage.api.clock().time += 31s; // the next code is another
    return browser;
}

// One that is there, also after somebody removed it.
QString someWebhook(ConsoleStage &stage)
{
    store::WebhookRow row;
    row.id = *store::WebhookId::fromString(unknownId);
    row.production = stage.api.production();
    row.url = u"https://hooks.example.org/films"_s;
    row.events = QStringList{u"day.changed"_s};
    store::WebhookRepository hooks(stage.api.storage().database());
    const auto known = hooks.find(row.production, row.id);
    if (!known || (!*known && !hooks.add(row)))
        qFatal("no webhook");
    return row.id.toString();
}

// Something for each name of a pattern, so that every page can be asked for.
QString pathOfRoute(ConsoleStage &stage, const QString &pattern, UserId user, DeviceId device,
                    AccountId account)
{
    QString path = pattern;
    if (path.contains(u"{webhook}"_s))
        path.replace(u"{webhook}"_s, someWebhook(stage));
    return path.replace(u"{production}"_s, stage.api.production().toString())
        .replace(u"{user}"_s, user.toString())
        .replace(u"{device}"_s, device.toString())
        .replace(u"{account}"_s, account.toString())
        .replace(u"{session}"_s, unknownId)
        .replace(u"{invite}"_s, unknownId);
}

// A form as a page has it.
struct PageForm {
    bool isPost = false;
    QString action;
    Fields fields;     // as the page fills them
    QStringList texts; // of them: what somebody types into, or a program could
};

QString unescaped(QString text)
{
    return text.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&#39;"_s, u"'"_s)
        .replace(u"&amp;"_s, u"&"_s);
}

QString attributeIn(const QString &tag, const QString &name)
{
    const QRegularExpression attribute(u"\\s%1=\"([^\"]*)\""_s.arg(name));
    return unescaped(attribute.match(tag).captured(1));
}

std::vector<PageForm> formsOf(const QString &page)
{
    static const QRegularExpression form(u"<form\\b[^>]*>.*?</form>"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression control(u"<(?:input|select|textarea)\\b[^>]*>"_s);
    std::vector<PageForm> forms;
    for (auto match = form.globalMatch(page); match.hasNext();) {
        const QString markup = match.next().captured();
        const QString opening = markup.left(markup.indexOf(u'>') + 1);
        PageForm found{attributeIn(opening, u"method"_s) == u"post"_s,
                       attributeIn(opening, u"action"_s),
                       {},
                       {}};
        for (auto each = control.globalMatch(markup); each.hasNext();) {
            const QString tag = each.next().captured();
            const QString name = attributeIn(tag, u"name"_s);
            const bool isPassword = attributeIn(tag, u"autocomplete"_s) == u"current-password"_s;
            if (name.isEmpty() || name == u"token"_s)
                continue;
            found.fields.append({name, isPassword ? password : attributeIn(tag, u"value"_s)});
            found.texts << name;
        }
        forms.push_back(found);
    }
    return forms;
}

// Every form that pages have, and every page: to try something in each of them. What is to be done
// about somebody or something is there, so that the forms for it are shown.
class EveryForm
{
public:
    explicit EveryForm(ConsoleStage &stage)
        : m_stage(stage)
        , m_stranger(stage.url)
        , m_user(stage.api.member(Role::Crew, u"Maya Lindqvist"_s))
        , m_device(stage.api.device(m_user, u"A-cam cart"_s))
    {
        stage.api.account(maya, m_user);
        m_account = stage.api.accountId(maya);
        const ProductionId production = stage.api.production();
        AdminTasks tasks(stage.api.storage(), stage.api.clock().now());
        if (!tasks.invite(production, {{}, Role::Coordinator})
            || !tasks.defineRole(production, {u"Payroll help"_s, Permissions(Role::Crew)})
            || !tasks.setRetention(store::RetainedKind::InviteNames, 30))
            qFatal("no stage");
        store::WebhookRow off;
        off.id = store::WebhookId(SeededRandom(91).bytes<16>());
        off.production = production;
        off.url = u"https://hooks.example.org/off"_s;
        off.events = QStringList{u"day.changed"_s};
        store::WebhookRepository hooks(stage.api.storage().database());
        if (!hooks.add(off) || !hooks.setDisabled(production, off.id, u"gone"_s))
            qFatal("no webhook");
        m_disabled = off.id.toString();
        m_browser = adminOf(stage);
        const QString privacy = stage.under(u"privacy"_s);
        m_browser->get(privacy);
        const auto records = readProduction(stage.api.storage(), production);
        const QString person = records->crew.people.front().id.toString();
        if (m_browser
                    ->post(privacy + u"/hold"_s,
                           {{u"person"_s, u"everybody"_s}, {u"hold-reason"_s, u"A claim"_s}})
                    .status
                != 303
            || m_browser
                    ->post(privacy + u"/restrict"_s,
                           {{u"person"_s, person}, {u"reason"_s, u"Disputed"_s}})
                    .status
                != 303)
            qFatal("nobody is held");
        collectAll();
    }

    [[nodiscard]] const QMap<QString, PageForm> &forms() const { return m_forms; }
    [[nodiscard]] QStringList getPaths() const
    {
        QStringList paths;
        for (const ConsoleRoute &route : m_stage.console().routes()) {
            if (route.method == "GET")
                paths << pathOfRoute(m_stage, route.pattern, m_user, m_device, m_account);
        }
        return paths;
    }
    // Routes that take a form which was on no page.
    [[nodiscard]] QStringList unseen() const
    {
        QStringList patterns;
        for (const ConsoleRoute &route : m_stage.console().routes()) {
            static const QRegularExpression name(u"\\{[a-z]+\\}"_s);
            const QRegularExpression path(u'^' + QString(route.pattern).replace(name, u"[^/?]+"_s)
                                          + u"(\\?|$)"_s);
            const bool isSeen = std::ranges::any_of(m_forms, [&](const PageForm &form) {
                return form.isPost && path.match(form.action).hasMatch();
            });
            if (route.method == "POST" && !isSeen)
                patterns << route.pattern;
        }
        return patterns;
    }
    template<typename Look>
    void everyPage(const Look &look)
    {
        signIn();
        for (const QString &path : getPaths()) {
            look(path, m_browser->get(path));
            look(path, m_stranger.get(path));
        }
    }
    // Into one field after the other, whatever comes of it.
    template<typename Look>
    int sendInEach(const QString &value, const Look &look)
    {
        int sent = 0;
        for (const PageForm &form : m_forms) {
            for (const QString &attacked : form.texts) {
                Fields fields = form.fields;
                for (auto &[name, filled] : fields) {
                    if (name == attacked)
                        filled = value;
                }
                const bool isForAnybody = form.action.startsWith(u"/console/sign-in"_s)
                    || form.action == u"/console/password-code"_s;
                if (isForAnybody)
                    m_stranger.get(u"/console/sign-in"_s);
                else
                    signIn();
                PlainBrowser &visitor = isForAnybody ? m_stranger : *m_browser;
                QString query = form.action.contains(u'?') ? u"&"_s : u"?"_s;
                for (const auto &[name, filled] : fields)
                    query +=
                        name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(filled)) + u'&';
                look(form.action + u' ' + attacked,
                     form.isPost ? visitor.post(form.action, fields)
                                 : visitor.get(form.action + query));
                ++sent;
                // Wrong passwords and codes are forgiven by then.
                if (form.texts.contains(u"password"_s) || form.texts.contains(u"code"_s))
                    m_stage.api.clock().time += 16min;
            }
        }
        return sent;
    }
    PlainBrowser &browser()
    {
        signIn();
        return *m_browser;
    }

private:
    void signIn()
    {
        if (!isSignedIn(*m_browser))
            m_browser = adminOf(m_stage);
    }
    void collect(const QString &page)
    {
        for (const PageForm &form : formsOf(page))
            m_forms.insert(form.action + u' ' + form.texts.join(u','), form);
    }
    void collectAll()
    {
        everyPage([this](const QString &, const WebAnswer &page) { collect(page.text); });
        const auto see = [this](const QString &path) { collect(m_browser->get(path).text); };
        see(m_stage.under(u"webhooks/"_s + m_disabled));
        see(m_stage.under(u"members/%1/role?role=coordinator"_s.arg(m_user.toString())));
        const QString accounts = u"/console/accounts/"_s;
        see(accounts + m_stage.api.accountId(root).toString()); // has a second factor
        PlainBrowser elsewhere(m_stage.url);
        elsewhere.signIn(root, m_stage.api.adminCode());
        m_stage.api.clock().time += 31s;
        see(u"/console/account"_s); // has another session
        // What only an answer has: the second step of signing in, and of a second factor.
        PlainBrowser half(m_stage.url);
        collect(half.signIn(root).text);
        m_stage.api.account(u"nils@example.org"_s, {}, true);
        PlainBrowser newcomer(m_stage.url);
        newcomer.signIn(u"nils@example.org"_s);
        const QString factor = u"/console/account/second-factor"_s;
        newcomer.get(factor);
        collect(newcomer.post(factor, {{u"password"_s, password}}).text);
        // And what is there in a state alone.
        const QString nils = accounts + m_stage.api.accountId(u"nils@example.org"_s).toString();
        see(nils);
        m_browser->post(nils + u"/lock"_s);
        see(nils);
        const QString settings = u"/console/settings"_s;
        see(settings);
        m_browser->post(settings + u"/begin-maintenance"_s);
        see(settings);
        m_browser->post(settings + u"/end-maintenance"_s);
    }

    ConsoleStage &m_stage;
    PlainBrowser m_stranger;
    std::unique_ptr<PlainBrowser> m_browser;
    UserId m_user;
    DeviceId m_device;
    AccountId m_account;
    QString m_disabled;
    QMap<QString, PageForm> m_forms; // by where they go, so that each is sent once
};

// Every name that a page looks for in its address: as its source has it, and as its forms do.
QStringList askedNames(const QMap<QString, PageForm> &forms)
{
    static const QRegularExpression asked(u"asked\\(u\"([a-z_]+)\""_s);
    QStringList names;
    QDirIterator files(QStringLiteral(FILM_SOURCE_DIR "/server/console"), {u"*.cpp"_s});
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no source");
        const QString source = QString::fromUtf8(file.readAll());
        for (auto match = asked.globalMatch(source); match.hasNext();)
            names << match.next().captured(1);
    }
    for (const PageForm &form : forms) {
        if (!form.isPost)
            names << form.texts;
    }
    names.removeDuplicates();
    return names;
}

QString revoked(ConsoleStage &stage, DeviceId device)
{
    const auto record = stage.api.storage().device(stage.api.production(), device);
    return (*record)->revoked ? u"signed out"_s : u"welcome"_s;
}

Role roleNow(ConsoleStage &stage, UserId user)
{
    return (*membershipOf(stage.api.storage(), stage.api.production(), user))->role;
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT
private slots:
    void anAdministratorSignsInWithASecondFactor_data() { TestDatabase::kinds(); }
    void anAdministratorSignsInWithASecondFactor()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);

        const WebAnswer early = browser.get(stage.under(u"people"_s));
        QCOMPARE(early.status, 303);
        QVERIFY(early.header("Location").startsWith("/console/sign-in?to="));
        const WebAnswer in = browser.signIn(root, stage.api.adminCode(), stage.under(u"people"_s));
        QVERIFY2(in.status == 303, qPrintable(in.text));
        QCOMPARE(QString::fromLatin1(in.header("Location")), stage.under(u"people"_s));
        const WebAnswer page = browser.get(stage.under(u"overview"_s));
        QVERIFY2(page.status == 200, qPrintable(page.text));
        // It may not be ready for a moment, where the machine has too much to do.
        QTRY_VERIFY(
            browser.get(stage.under(u"overview"_s)).text.contains(u"Everything is working"_s));

        QCOMPARE(browser.post(u"/console/sign-out"_s).status, 303);
        QVERIFY(browser.cookies.find("film_access") == browser.cookies.end());
        QCOMPARE(browser.get(stage.under(u"overview"_s)).status, 303);
    }

    // What a signed-out browser still has is worth nothing either.
    void signingOutEndsTheSession()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        const auto kept = browser->cookies;
        browser->get(stage.under(u"overview"_s));

        QCOMPARE(browser->post(u"/console/sign-out"_s).status, 303);

        browser->cookies = kept;
        QVERIFY(!isSignedIn(*browser));
    }

    void wrongAnswersSignNobodyIn()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);
        browser.get(u"/console/sign-in"_s);

        const WebAnswer wrong = browser.post(
            u"/console/sign-in"_s, {{u"login"_s, root}, {u"password"_s, u"wrong wrong wrong"_s}});
        WebAnswer nobody = browser.post(
            u"/console/sign-in"_s,
            {{u"login"_s, u"nobody@example.org"_s}, {u"password"_s, u"wrong wrong wrong"_s}});
        QVERIFY(wrong.text.contains(u"The login or the password is not right."_s));
        QCOMPARE(nobody.text.replace(u"nobody@example.org"_s, root), wrong.text);

        const WebAnswer half = browser.signIn(root);
        QVERIFY(half.text.contains(u"authenticator app"_s));
        QVERIFY(!half.text.contains(password));
        QVERIFY(!isSignedIn(browser));
        const WebAnswer code =
            browser.post(u"/console/sign-in/code"_s,
                         {{u"proof"_s, half.hidden(u"proof"_s)}, {u"code"_s, u"000000"_s}});
        QVERIFY(code.text.contains(u"The code is not right"_s));
        QVERIFY(!isSignedIn(browser));
    }

    // The password that waits for its code is good in this browser, and for five minutes.
    void aProofIsOfOneVisit()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser mine(stage.url);
        const QString proof = mine.signIn(root).hidden(u"proof"_s);
        QVERIFY(!proof.isEmpty());
        PlainBrowser other(stage.url);
        other.get(u"/console/sign-in"_s);
        const Fields fields{{u"proof"_s, proof}, {u"code"_s, stage.api.adminCode()}};

        QVERIFY(other.post(u"/console/sign-in/code"_s, fields).status == 200);
        QVERIFY(!isSignedIn(other));
        stage.api.clock().time += 6min;
        const Fields late{{u"proof"_s, proof}, {u"code"_s, stage.api.adminCode()}};
        QVERIFY(mine.post(u"/console/sign-in/code"_s, late).text.contains(u"took too long"_s));
        QVERIFY(!isSignedIn(mine));
    }

    void aVisitorComesBackToPagesOfTheConsoleAlone_data()
    {
        QTest::addColumn<QString>("to");
        QTest::newRow("another server") << u"https://example.com/console/"_s;
        QTest::newRow("without a scheme") << u"//example.com/console/"_s;
        QTest::newRow("two slashes inside") << u"/console//example.com"_s;
        QTest::newRow("a backslash") << u"/console/\\example.com"_s;
        QTest::newRow("a script") << u"javascript:alert(1)"_s;
        QTest::newRow("beside the console") << u"/api/v1/me"_s;
        QTest::newRow("beside it, by its name") << u"/consoles/x"_s;
        QTest::newRow("a line break") << u"/console/x\r\nSet-Cookie: a=b"_s;
        QTest::newRow("a quote") << u"/console/\"><script>"_s;
        QTest::newRow("endless") << QString(u"/console/"_s + QString(2000, u'x'));
    }
    void aVisitorComesBackToPagesOfTheConsoleAlone()
    {
        QFETCH(const QString, to);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);

        const WebAnswer in = browser.signIn(root, stage.api.adminCode(), to);

        QCOMPARE(in.status, 303);
        QCOMPARE(in.header("Location"), QByteArray("/console/"));
        QVERIFY(!browser.cookies.contains("a"));
    }

    // Whatever was in the browser before, put there by whomever, is not what is signed in.
    void signingInBeginsAnew()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto first = adminOf(stage);
        const auto before = first->cookies;

        PlainBrowser browser(stage.url);
        browser.cookies = before;
        browser.cookies["film_visit"] = "0123456789abcdef0123456789abcdef";
        browser.get(u"/console/password-code"_s); // for a token of this visit
        const WebAnswer half =
            browser.post(u"/console/sign-in"_s, {{u"login"_s, root}, {u"password"_s, password}});
        const WebAnswer in = browser.post(
            u"/console/sign-in/code"_s,
            {{u"proof"_s, half.hidden(u"proof"_s)}, {u"code"_s, stage.api.adminCode()}});

        QVERIFY2(in.status == 303, qPrintable(in.text));
        QVERIFY(browser.cookies.at("film_access") != before.at("film_access"));
        QVERIFY(browser.cookies.at("film_refresh") != before.at("film_refresh"));
        QVERIFY(!browser.cookies.contains("film_visit"));
        QVERIFY(isSignedIn(browser));
        QVERIFY(!isSignedIn(*first));
    }

    void aSessionIsRenewedOnTheWayAndEnds()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        const QByteArray access = browser->cookies.at("film_access");

        stage.api.clock().time += 20min;
        QVERIFY(isSignedIn(*browser));
        QVERIFY(browser->cookies.at("film_access") != access);
        stage.api.clock().time += 25h;
        QVERIFY(!isSignedIn(*browser));
        QVERIFY(!browser->cookies.contains("film_refresh"));
    }

    void everyPageSaysWhatABrowserMayDoWithIt()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        for (const QString &path : {u"/console/sign-in"_s, stage.under(u"overview"_s),
                                    u"/console/accounts"_s, u"/console/nowhere"_s, u"/"_s}) {
            const WebAnswer page = browser->get(path);
            const QByteArray policy = page.header("Content-Security-Policy");
            for (const char *rule : {"default-src 'none'", "style-src 'self'", "script-src 'self'",
                                     "img-src 'self' data:", "form-action 'self'",
                                     "frame-ancestors 'none'", "base-uri 'none'"})
                QVERIFY2(policy.contains(rule), rule);
            QVERIFY(!policy.contains("unsafe"));
            QCOMPARE(page.header("X-Content-Type-Options"), QByteArray("nosniff"));
            QCOMPARE(page.header("Referrer-Policy"), QByteArray("no-referrer"));
            QCOMPARE(page.header("Cache-Control"), QByteArray("no-store"));
            // No page needs an exception from its policy.
            QVERIFY(!page.text.contains(u"style=\""_s));
            QVERIFY(!page.text.contains(QRegularExpression(u"<script(?! defer src=\")"_s)));
        }
    }

    void styleAndScriptMayBeKeptForEver()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);
        const WebAnswer page = browser.get(u"/console/sign-in"_s);
        for (const QString &path : {stylesheetPath(), scriptPath()}) {
            QVERIFY(page.text.contains(path));
            const WebAnswer asset = browser.get(path);
            QCOMPARE(asset.status, 200);
            QVERIFY(asset.header("Cache-Control").contains("immutable"));
            const WebAnswer again = browser.get(path, {{"If-None-Match", asset.header("ETag")}});
            QCOMPARE(again.status, 304);
        }
        QVERIFY(!page.text.contains(u"http:"_s) && !page.text.contains(u"https:"_s));
        QCOMPARE(browser.get(u"/console/assets/console-0000000000000000.css"_s).status, 404);
    }

    void cookiesAreOutOfReach()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);
        browser.signIn(root, stage.api.adminCode());
        QCOMPARE(browser.setCookies.size(), 3);
        for (const QByteArray &cookie : browser.setCookies) {
            QVERIFY(cookie.contains("; HttpOnly"));
            QVERIFY(cookie.contains("; SameSite=Strict"));
            QVERIFY(cookie.contains("; Path=/"));
            QVERIFY(!cookie.contains("; Secure"));
        }
        // The same over TLS.
        WebRequest request;
        request.method = "GET";
        request.path = u"/console/sign-in"_s;
        request.isSecure = true;
        request.headers["cookie"] = "film_visit=abc"; // that somebody put there without TLS
        const auto page = stage.console().answer(request);
        QByteArray visit;
        for (const auto &[name, value] : page->headers) {
            if (name == "Set-Cookie")
                visit = value;
        }
        QVERIFY2(visit.startsWith("__Host-film_visit="), visit.constData());
        QVERIFY(!visit.contains("abc"));
        QVERIFY(visit.contains("; Secure"));
        QVERIFY(!visit.contains("Domain"));
    }

    // Every form of every page, without a token, with another session's, with that of a visit, and
    // as something that a page elsewhere could send without asking.
    void aFormOfAnotherSessionDoesNothing()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId user = stage.api.member(Role::Crew, u"Maya Lindqvist"_s);
        const DeviceId device = stage.api.device(user, u"A-cam cart"_s);
        stage.api.account(maya, user);
        const AccountId account = stage.api.accountId(maya);
        const auto browser = adminOf(stage);
        PlainBrowser other(stage.url);
        other.signIn(maya);
        other.get(u"/console/account"_s);
        PlainBrowser stranger(stage.url);
        stranger.get(u"/console/sign-in"_s);

        int forms = 0;
        for (const ConsoleRoute &route : stage.console().routes()) {
            if (route.method != "POST")
                continue;
            ++forms;
            const QString path = pathOfRoute(stage, route.pattern, user, device, account);
            const Fields fields{{u"password"_s, password}, {u"role"_s, u"coordinator"_s}};
            for (const QString &token : {QString(), other.token(), stranger.token(), u"0"_s}) {
                const WebAnswer answer = browser->post(path, fields, token);
                QVERIFY2(answer.status == 403, qPrintable(route.pattern));
            }
            const WebAnswer plain = browser->post(path, fields, {}, "text/plain");
            QVERIFY2(plain.status == 415, qPrintable(route.pattern));
        }
        QVERIFY(forms > 15);
        QCOMPARE(revoked(stage, device), u"welcome"_s);
        QCOMPARE(roleNow(stage, user), Role::Crew);
        QVERIFY(isSignedIn(*browser));
        QVERIFY(isSignedIn(other));
    }

    void whoIsSignedOutWritesNothing()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const DeviceId device = stage.api.device(stage.administrator, u"A-cam cart"_s);
        PlainBrowser stranger(stage.url);
        const WebAnswer answer =
            stranger.post(stage.under(u"devices/%1/sign-out"_s.arg(device.toString())));
        QCOMPARE(answer.status, 303);
        QCOMPARE(answer.header("Location"), QByteArray("/console/sign-in"));
        QCOMPARE(revoked(stage, device), u"welcome"_s);
    }

    void whatPeopleTypeStaysText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a script") << u"<script>alert(1)</script>"_s;
        QTest::newRow("out of an attribute") << u"\" autofocus onfocus=\"alert(1)"_s;
        QTest::newRow("out of a quote") << u"' onmouseover='alert(1)"_s;
        QTest::newRow("out of a title") << u"</title><img src=x onerror=alert(1)>"_s;
        QTest::newRow("an entity") << u"&lt;b&gt; &amp;"_s;
        QTest::newRow("out of a comment") << u"--><svg onload=alert(1)>"_s;
    }
    // In every text that comes from people: names, devices, addresses, questions.
    void whatPeopleTypeStaysText()
    {
        QFETCH(const QString, text);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId user = stage.api.member(Role::Crew, text);
        const DeviceId device = stage.api.device(user, text);
        stage.presence.came(stage.api.production(), device, u"filmtracker/"_s + text,
                            stage.api.clock().now());
        stage.api.account(maya, user, false, text);
        stage.api.ask("POST", u"/api/v1/session"_s,
                      {{u"login"_s, maya}, {u"password"_s, password}, {u"client"_s, text}});
        AdminTasks tasks(stage.api.storage(), stage.api.clock().now());
        Production second;
        second.title = text;
        second.zone = "Europe/Oslo";
        QVERIFY(tasks.createProduction(second));
        const AccountId account = stage.api.accountId(maya);
        const auto browser = adminOf(stage);
        const QString escaped = text.toHtmlEscaped().replace(u"'"_s, u"&#39;"_s);
        const QByteArray query = QUrl::toPercentEncoding(text);

        int found = 0;
        const auto check = [&](const QString &where, const WebAnswer &page) {
            if (text.contains(QRegularExpression(u"[<\"']"_s)))
                QVERIFY2(!page.text.contains(text), qPrintable(where));
            found += page.text.contains(escaped) ? 1 : 0;
        };
        for (const ConsoleRoute &route : stage.console().routes()) {
            if (route.method != "GET")
                continue;
            QString path = pathOfRoute(stage, route.pattern, user, device, account)
                + QString::fromLatin1("?q=" + query + "&role=coordinator&done=" + query);
            if (path.contains(u"sign-in"_s))
                path += QString::fromLatin1("&to=" + query);
            const WebAnswer page = browser->get(path);
            QVERIFY2(page.status == 200 || page.status == 303, qPrintable(path));
            if (route.pattern.endsWith(u".csv"_s))
                QCOMPARE(page.header("Content-Type"), QByteArray("text/csv; charset=utf-8"));
            else
                check(path, page);
        }
        for (const QString &key : {u"from"_s, u"person"_s, u"field"_s, u"device"_s, u"after"_s}) {
            const QString path = stage.under(u"audit?%1=%2"_s.arg(key, QString::fromLatin1(query)));
            const WebAnswer page = browser->get(path);
            QCOMPARE(page.status, 200);
            check(path, page);
        }
        QVERIFY2(found >= 9, qPrintable(QString::number(found)));
        // What comes back in a form that was refused.
        browser->get(u"/console/accounts/new"_s);
        const WebAnswer refused =
            browser->post(u"/console/accounts"_s, {{u"login"_s, text}, {u"display_name"_s, text}});
        QCOMPARE(refused.text.count(escaped), 2);
        check(u"the new account"_s, refused);
        PlainBrowser stranger(stage.url);
        stranger.get(u"/console/sign-in"_s);
        const WebAnswer in = stranger.post(
            u"/console/sign-in"_s, {{u"login"_s, text}, {u"password"_s, text}, {u"to"_s, text}});
        QCOMPARE(in.text.count(escaped), 1); // the login; never the password
        check(u"signing in"_s, in);
    }

    // The same in every field of every form that a page has, whatever comes of it: it is sent, what
    // comes back is looked at, and then every page once more, where it could have been kept.
    void noFieldOfAnyFormRunsAScript()
    {
        const QString script = u"\"'><script>alert(7)</script><img src=x onerror=alert(7)>"_s;
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        EveryForm all(stage);
        const auto check = [](const QString &where, const WebAnswer &answer) {
            QVERIFY2(answer.status < 500, qPrintable(where));
            const bool isPage = answer.header("Content-Type").startsWith("text/html");
            const bool isRaw = answer.text.contains(u"<script>alert(7)"_s)
                || answer.text.contains(u"<img src=x"_s);
            QVERIFY2(!isPage || !isRaw, qPrintable(where));
            QVERIFY2(!answer.header("Location").contains('<'), qPrintable(where));
        };
        // No form is left out, also of those that are added later.
        QCOMPARE(all.unseen().join(u' '), QString());

        const int sent = all.sendInEach(script, check);

        QVERIFY2(sent > 50, qPrintable(QString::number(sent)));
        all.everyPage(check);
    }

    // In each of them, and under every name that a page looks for in its address, what ends a text
    // of SQL, a pattern, a path or a line.
    void noFieldOfAnyPageReachesTheDatabase_data() { TestDatabase::kinds(); }
    void noFieldOfAnyPageReachesTheDatabase()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ConsoleStage stage(place);
        EveryForm all(stage);
        const auto counts = [&stage] {
            QStringList found;
            for (const QString &table : {u"production"_s, u"entity"_s, u"change_log"_s}) {
                store::Statement select(stage.api.storage().database(), u"console.count"_s,
                                        u"SELECT COUNT(*) FROM "_s + table);
                found << (select.run() && select.next() ? QString::number(select.number(0))
                                                        : u"gone"_s);
            }
            return found;
        };
        const QStringList before = counts();
        const auto check = [](const QString &where, const WebAnswer &answer) {
            QVERIFY2(answer.status < 500, qPrintable(where + answer.text));
            QVERIFY2(!answer.text.contains(u"root:"_s), qPrintable(where));
            for (const auto &[name, value] : answer.headers)
                QVERIFY2(!value.contains("planted"), qPrintable(where));
        };
        const QStringList values{u"' OR '1'='1'; DROP TABLE entity; --"_s,
                                 u"%_\\\" OR \"\"=\" :production $1 ?1"_s,
                                 u"../../etc/passwd\r\nSet-Cookie: planted=1"_s};

        for (const QString &value : values) {
            const int sent = all.sendInEach(value, check);
            QVERIFY2(sent > 50, qPrintable(QString::number(sent)));
        }
        const QStringList names = askedNames(all.forms());
        QVERIFY2(names.size() >= 9, qPrintable(names.join(u' ')));
        const QString typed = QString::fromLatin1(QUrl::toPercentEncoding(values.join(u' ')));
        for (const QString &path : all.getPaths()) {
            for (const QString &name : names) {
                const QString asked = path + u'?' + name + u'=' + typed;
                check(asked, all.browser().get(asked));
            }
        }

        all.everyPage(check);
        // What was typed is at most the name of something new, written once and changed once;
        // nothing of what was there is gone.
        const QStringList after = counts();
        for (qsizetype i = 0; i < before.size(); ++i) {
            const int more = after.at(i).toInt() - before.at(i).toInt();
            QVERIFY2(more >= 0 && more <= 2 * values.size(),
                     qPrintable(before.join(u' ') + u" : " + after.join(u' ')));
        }
    }

    void noPathLeadsOutOfTheConsole_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("dots") << QByteArray("/console/assets/../../../../../etc/passwd");
        QTest::newRow("escaped dots")
            << QByteArray("/console/assets/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd");
        QTest::newRow("escaped slashes")
            << QByteArray("/console/assets/..%2f..%2f..%2fetc%2fpasswd");
        QTest::newRow("escaped twice")
            << QByteArray("/console/assets/%252e%252e%252f%252e%252e%252fetc%252fpasswd");
        QTest::newRow("backslashes") << QByteArray("/console/assets/..\\..\\..\\etc\\passwd");
        QTest::newRow("overlong UTF-8") << QByteArray("/console/assets/%c0%ae%c0%ae/etc/passwd");
        QTest::newRow("a byte of nothing") << QByteArray("/console/assets/console.css%00.png");
        QTest::newRow("a resource") << QByteArray("/console/assets/:/console/console.css");
        QTest::newRow("two slashes") << QByteArray("//etc/passwd");
        QTest::newRow("a file") << QByteArray("file:///etc/passwd");
        QTest::newRow("through the API")
            << QByteArray("/api/v1/productions/..%2f..%2f..%2fetc%2fpasswd");
    }
    // As the bytes come over the wire, which no client tidies up before.
    void noPathLeadsOutOfTheConsole()
    {
        QFETCH(const QByteArray, target);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const QUrl url(stage.url);
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        QVERIFY(socket.waitForConnected(5000));

        socket.write("GET " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");

        QVERIFY(QTest::qWaitFor(
            [&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000));
        const QByteArray answer = socket.readAll();
        const int status = answer.mid(9, 3).toInt();
        QVERIFY2(status == 303 || status == 400 || status == 401 || status == 404,
                 answer.constData());
        QVERIFY(!answer.contains("root:"));
        QVERIFY(!answer.contains("text/css"));
    }

    // The roles of the table, through the pages.
    void aRoleSeesWhatTheTableSays_data()
    {
        QTest::addColumn<Role>("role");
        for (qint64 number = 1; number <= 7; ++number)
            QTest::newRow(qPrintable(roleName(*roleFromNumber(number)))) << *roleFromNumber(number);
    }
    void aRoleSeesWhatTheTableSays()
    {
        QFETCH(const Role, role);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId user = stage.api.member(role, u"Maya Lindqvist"_s);
        const UserId other = stage.api.member(Role::Crew, u"Nils Aaberg"_s);
        const DeviceId own = stage.api.device(user, u"own laptop"_s);
        const DeviceId theirs = stage.api.device(other, u"other laptop"_s);
        stage.api.account(maya, user);
        PlainBrowser browser(stage.url);
        QCOMPARE(browser.signIn(maya).status, 303);
        const Permissions may(role);
        const auto status = [&](const QString &rest) {
            return browser.get(stage.under(rest)).status;
        };
        const auto expected = [](bool isAllowed) { return isAllowed ? 200 : 403; };

        QCOMPARE(status(u"overview"_s), 200);
        const WebAnswer sessions = browser.get(stage.under(u"sessions"_s));
        QVERIFY(sessions.text.contains(u"own laptop"_s));
        QCOMPARE(sessions.text.contains(u"other laptop"_s), may.reachesAll(Action::SeeDevices));
        QCOMPARE(status(u"people"_s), expected(may.reachesAll(Action::SeeDevices)));
        QCOMPARE(status(u"search?q=x"_s), expected(may.reachesAll(Action::SeeDevices)));
        QCOMPARE(status(u"invite"_s), expected(may.reachesAll(Action::Invite)));
        const QString whatTheyMay = u"members/%1/permissions"_s.arg(other.toString());
        QCOMPARE(status(whatTheyMay), expected(may.reachesAll(Action::SeeDevices)));
        QCOMPARE(status(u"webhooks"_s), expected(may.reachesAll(Action::EditProduction)));
        QCOMPARE(status(u"privacy"_s), expected(may.reachesAll(Action::ManagePrivacy)));
        QCOMPARE(status(u"members/%1/role?role=crew"_s.arg(other.toString())),
                 expected(may.reachesAll(Action::GiveRoles)));
        QCOMPARE(status(u"members/%1/end"_s.arg(other.toString())),
                 expected(may.reachesAll(Action::GiveRoles)));
        QCOMPARE(status(u"devices/%1/sign-out"_s.arg(own.toString())), 200);
        // One that may not be touched answers as one that is not there.
        QCOMPARE(status(u"devices/%1/sign-out"_s.arg(theirs.toString())),
                 may.reachesAll(Action::SignDevicesOut) ? 200 : 404);
        QCOMPARE(status(u"devices/%1/sign-out"_s.arg(unknownId)), 404);
        for (const QString &path : {u"accounts"_s, u"accounts/new"_s, u"acts"_s, u"acts.csv"_s,
                                    u"backups"_s, u"retention"_s, u"settings"_s, u"diagnostics"_s})
            QCOMPARE(browser.get(u"/console/"_s + path).status, 403);
        const bool isOffered =
            browser.get(stage.under(u"overview"_s)).text.contains(u"/invite\""_s);
        QCOMPARE(isOffered, may.reachesAll(Action::Invite));
        // And its forms.
        const int revoking =
            browser.post(stage.under(u"devices/%1/sign-out"_s.arg(theirs.toString()))).status;
        QCOMPARE(revoking, may.reachesAll(Action::SignDevicesOut) ? 303 : 404);
        QCOMPARE(browser
                     .post(stage.under(u"members/%1/role"_s.arg(other.toString())),
                           {{u"role"_s, u"administrator"_s}, {u"password"_s, password}})
                     .status,
                 may.reachesAll(Action::GiveRoles) ? 303 : 403);
    }

    // Of another production nobody learns that it is there, nor of anything in it: every page and
    // every form of every route, for whoever may do everything in their own.
    void aForeignProductionIsAsOneThatIsNot()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        AdminTasks tasks(stage.api.storage(), stage.api.clock().now());
        Production second;
        second.title = u"Secret Sequel"_s;
        second.zone = "Europe/Oslo";
        const auto foreign = tasks.createProduction(second);
        QVERIFY(foreign && tasks.invite(*foreign, {{}, Role::Coordinator}));
        store::Database &database = stage.api.storage().database();
        store::IdentityRepository identities(database);
        store::MemberRow zelda{
            UserId(SeededRandom(77).bytes<16>()), Role::Crew, {}, {}, u"Zelda"_s};
        QVERIFY(identities.addMember(*foreign, zelda));
        store::DeviceRow laptop;
        laptop.device = DeviceId(SeededRandom(78).bytes<16>());
        laptop.user = zelda.user;
        laptop.name = u"Hidden laptop"_s;
        laptop.key = SeededRandom(79).bytes<32>();
        laptop.certificateEndsMs = msSinceEpoch(stage.api.clock().now() + 24h);
        QVERIFY(identities.addDevice(*foreign, laptop, stage.api.clock().now()));
        store::WebhookRow hook;
        hook.id = store::WebhookId(SeededRandom(80).bytes<16>());
        hook.production = *foreign;
        hook.url = u"https://hooks.example.org/hidden"_s;
        hook.events = QStringList{u"day.changed"_s};
        QVERIFY(store::WebhookRepository(database).add(hook));
        const std::map<QString, QString> theirs{
            {u"production"_s, foreign->toString()},
            {u"user"_s, zelda.user.toString()},
            {u"device"_s, laptop.device.toString()},
            {u"webhook"_s, hook.id.toString()},
            {u"invite"_s, identities.invites(*foreign)->front().id().toString()},
            {u"account"_s, stage.api.accountId(root).toString()},
            {u"session"_s, unknownId}};
        const QString nothing = u"7fa459ea-ee8a-4ca4-894e-db77e160355e"_s;
        const UserId own = stage.api.member(Role::Administrator, u"Maya Lindqvist"_s);
        const UserId other = stage.api.member(Role::Crew, u"Nils Aaberg"_s);
        const DeviceId device = stage.api.device(other, u"A-cam cart"_s);
        stage.api.account(maya, own);
        PlainBrowser browser(stage.url);
        browser.signIn(maya);
        browser.get(stage.under(u"overview"_s));

        int compared = 0;
        static const QRegularExpression named(u"\\{([a-z]+)\\}"_s);
        for (const ConsoleRoute &route : stage.console().routes()) {
            for (auto match = named.globalMatch(route.pattern); match.hasNext();) {
                const QString name = match.next().captured(1);
                const auto id = theirs.find(name);
                QVERIFY2(id != theirs.end(), qPrintable(name));
                const auto asked = [&](const QString &value) -> QString {
                    const QString pattern =
                        QString(route.pattern).replace(u'{' + name + u'}', value);
                    const QString path =
                        pathOfRoute(stage, pattern, other, device, stage.api.accountId(maya));
                    const WebAnswer answer = route.method == "GET"
                        ? browser.get(path)
                        : browser.post(path,
                                       {{u"role"_s, u"coordinator"_s}, {u"password"_s, password}});
                    // An answer may say again what was asked for.
                    return QString::number(answer.status)
                        + QString(answer.text).replace(value, u"it"_s);
                };
                const QString there = asked(id->second);
                QVERIFY2(there == asked(nothing), qPrintable(route.pattern + u' ' + name));
                QVERIFY2(!there.contains(second.title) && !there.contains(u"Hidden"_s)
                             && !there.contains(u"Zelda"_s),
                         qPrintable(route.pattern));
                ++compared;
            }
        }
        QVERIFY2(compared > 40, qPrintable(QString::number(compared)));
        QCOMPARE(browser.get(u"/console/productions/%1/overview"_s.arg(foreign->toString())).status,
                 404);
        QVERIFY(!browser.get(u"/console/overview"_s).text.contains(second.title));
        QCOMPARE(roleNow(stage, other), Role::Crew);
    }

    void aDeviceIsSignedOut()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId user = stage.api.member(Role::Crew, u"Maya Lindqvist"_s);
        const DeviceId device = stage.api.device(user, u"A-cam cart"_s);
        const auto browser = adminOf(stage);
        const QString path = stage.under(u"devices/%1/sign-out"_s.arg(device.toString()));

        const WebAnswer question = browser->get(path);
        QVERIFY(question.text.contains(u"Sign out A-cam cart?"_s));
        QVERIFY(question.text.contains(
            u"Its unsent changes stay on it and arrive after the next sign-in."_s));
        QCOMPARE(revoked(stage, device), u"welcome"_s);
        QCOMPARE(browser->post(path).status, 303);
        QCOMPARE(revoked(stage, device), u"signed out"_s);
    }

    void aRoleChangeNeedsThePassword()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId user = stage.api.member(Role::Crew, u"Maya Lindqvist"_s);
        const auto browser = adminOf(stage);
        const QString path = stage.under(u"members/%1/role"_s.arg(user.toString()));
        browser->get(path + u"?role=coordinator"_s);

        const Fields wrong{{u"role"_s, u"coordinator"_s}, {u"password"_s, u"wrong wrong"_s}};
        QVERIFY(browser->post(path, wrong).text.contains(u"The password is not right."_s));
        QCOMPARE(roleNow(stage, user), Role::Crew);
        const Fields right{{u"role"_s, u"coordinator"_s}, {u"password"_s, password}};
        QCOMPARE(browser->post(path, right).status, 303);
        QCOMPARE(roleNow(stage, user), Role::Coordinator);
    }

    void theLastAdministratorStays()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId other = stage.api.member(Role::Crew, u"Maya Lindqvist"_s);
        const auto browser = adminOf(stage);
        const auto change = [&](const QString &what, UserId user, const QString &role) {
            const QString path = stage.under(u"members/%1/%2"_s.arg(user.toString(), what));
            browser->get(path + u"?role=crew"_s);
            return browser->post(path, {{u"role"_s, role}, {u"password"_s, password}});
        };
        const QString words = u"Make someone else an administrator first."_s;

        QVERIFY(change(u"role"_s, stage.administrator, u"coordinator"_s).text.contains(words));
        QVERIFY(change(u"end"_s, stage.administrator, {}).text.contains(words));
        QCOMPARE(roleNow(stage, stage.administrator), Role::Administrator);
        QCOMPARE(change(u"role"_s, other, u"administrator"_s).status, 303);
        QCOMPARE(change(u"role"_s, stage.administrator, u"coordinator"_s).status, 303);
        QCOMPARE(roleNow(stage, stage.administrator), Role::Coordinator);
        // From now on the page is not theirs.
        QCOMPARE(change(u"role"_s, other, u"crew"_s).status, 403);
        QCOMPARE(roleNow(stage, other), Role::Administrator);
    }

    void anInviteShowsItsCodeOnce()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        const QString path = stage.under(u"invite"_s);
        static const QRegularExpression code(
            u"(?<![-0-9a-z])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![-0-9a-z])"_s); // not part of an
                                                                                  // id
        browser->get(path);

        const WebAnswer made = browser->post(
            path, {{u"person"_s, u"Maya Lindqvist"_s}, {u"role"_s, u"head-of-department"_s}});
        QVERIFY(code.match(made.text).hasMatch());
        QVERIFY(!code.match(browser->get(path).text).hasMatch());
        const auto invites = store::IdentityRepository(stage.api.storage().database())
                                 .invites(stage.api.production());
        QCOMPARE(invites->size(), size_t(1));
        QCOMPARE(invites->front().whom.role, Role::HeadOfDepartment);
        QVERIFY(browser->post(path, {{u"person"_s, QString()}, {u"role"_s, u"crew"_s}})
                    .text.contains(u"No code was made."_s));
    }

    // Whatever a page does a command does, too: also what is added later.
    void everyActionHasItsCommand()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const std::map<QString, QString> commands{
            {u"/sign-in"_s, u"sign-in"_s},
            {u"/sign-in/code"_s, u"sign-in"_s},
            {u"/sign-out"_s, u"sign-out"_s},
            {u"/password-code"_s, u"password set"_s},
            {u"/account/password"_s, u"password change"_s},
            {u"/account/second-factor"_s, u"second-factor enrol"_s},
            {u"/account/second-factor/confirm"_s, u"second-factor enrol"_s},
            {u"/account/sessions/{session}/end"_s, u"sessions end-own"_s},
            {u"/accounts"_s, u"accounts create"_s},
            {u"/accounts/{account}/link"_s, u"members link"_s},
            {u"/accounts/{account}/reset-password"_s, u"accounts reset-password"_s},
            {u"/accounts/{account}/remove-second-factor"_s, u"accounts remove-second-factor"_s},
            {u"/accounts/{account}/lock"_s, u"accounts lock"_s},
            {u"/accounts/{account}/unlock"_s, u"accounts unlock"_s},
            {u"/accounts/{account}/end-sessions"_s, u"accounts sign-out"_s},
            {u"/retention"_s, u"retention set"_s},
            {u"/retention/keep"_s, u"retention keep"_s},
            {u"/retention/run"_s, u"retention run"_s},
            {u"/backups/now"_s, u"backups create"_s},
            {u"/settings/begin-maintenance"_s, u"maintenance begin"_s},
            {u"/settings/end-maintenance"_s, u"maintenance end"_s},
            {u"/settings/log-level"_s, u"log-level set"_s},
            {u"/settings/rotate-keys"_s, u"keys rotate"_s},
            {u"*/members/{user}/role"_s, u"members set-role"_s},
            {u"*/members/{user}/end"_s, u"members end"_s},
            {u"*/invite"_s, u"invites create"_s},
            {u"*/invites/{invite}/withdraw"_s, u"invites withdraw"_s},
            {u"*/privacy/restrict"_s, u"person restrict"_s},
            {u"*/privacy/release"_s, u"person release"_s},
            {u"*/privacy/hold"_s, u"person hold"_s},
            {u"*/privacy/lift"_s, u"person lift"_s},
            {u"*/roles"_s, u"roles define"_s},
            {u"*/roles/remove"_s, u"roles remove"_s},
            {u"*/devices/{device}/sign-out"_s, u"devices sign-out"_s},
            {u"*/webhooks"_s, u"webhooks add"_s},
            {u"*/webhooks/{webhook}/test"_s, u"webhooks test"_s},
            {u"*/webhooks/{webhook}/enable"_s, u"webhooks enable"_s},
            {u"*/webhooks/{webhook}/remove"_s, u"webhooks remove"_s}};
        const QString help = admin_cli::helpText();
        std::set<QString> seen;
        for (const ConsoleRoute &route : stage.console().routes()) {
            if (route.method != "POST")
                continue;
            QString action = route.pattern;
            action.replace(u"/console/productions/{production}"_s, u"*"_s);
            action.remove(u"/console"_s);
            const auto command = commands.find(action);
            QVERIFY2(command != commands.end(), qPrintable(route.pattern));
            QVERIFY2(help.contains(QString(u"\n  " + command->second + u' ')),
                     qPrintable(command->second));
            seen.insert(action);
        }
        QCOMPARE(seen.size(), commands.size());
    }

    void anOpenCodeIsWithdrawn()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        const QString path = stage.under(u"invite"_s);
        QVERIFY(browser->get(path).text.contains(u"No code is open."_s));
        QCOMPARE(browser->post(path, {{u"person"_s, u"Maya Lindqvist"_s}, {u"role"_s, u"crew"_s}})
                     .status,
                 200);
        store::IdentityRepository identities(stage.api.storage().database());
        const auto invites = identities.invites(stage.api.production());
        QCOMPARE(invites->size(), size_t(1));
        const QString withdraw =
            stage.under(u"invites/%1/withdraw"_s.arg(invites->front().id().toString()));
        QVERIFY(browser->get(path).text.contains(withdraw));
        QCOMPARE(browser->post(withdraw, {}, u"another"_s).status, 403);
        QCOMPARE(browser->post(withdraw).status, 303);
        QVERIFY(browser->get(path).text.contains(u"No code is open."_s));
        QCOMPARE(browser->post(withdraw).status, 404);
    }

    // Whoever may invite does not make administrators by it.
    void aCoordinatorInvitesCrewAlone()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        stage.api.account(maya, stage.api.member(Role::Coordinator, u"Maya Lindqvist"_s));
        PlainBrowser browser(stage.url);
        browser.signIn(maya);
        const QString path = stage.under(u"invite"_s);
        QVERIFY(!browser.get(path).text.contains(u"value=\"administrator\""_s));
        QCOMPARE(browser.post(path, {{u"role"_s, u"administrator"_s}}).status, 403);
        QCOMPARE(
            browser.post(path, {{u"person"_s, u"Nils Aaberg"_s}, {u"role"_s, u"crew"_s}}).status,
            200);
    }

    void theAuditIsSearched()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        stage.api.importDays("Maya Lindqvist,Camera,2025-11-12,Main,work,0700 1300-1330 1930\n"
                             "Nils Aaberg,Electric,2025-11-12,Main,work,0630 1300-1330 2000\n");
        const auto browser = adminOf(stage);
        const auto audit = [&](const QString &query) {
            return browser->get(stage.under(u"audit"_s + query)).text;
        };

        QVERIFY(audit({}).contains(u"none missing from the log"_s));
        const QString found = audit(u"?q=nils&field=wrap&from=2025-11-12&to=2025-11-12"_s);
        QVERIFY(found.contains(u"1 row of "_s));
        QVERIFY(found.contains(u"Entered wrap"_s) && found.contains(u"20.0"_s));
        QVERIFY(audit(u"?q=nils&from=2025-11-13"_s)
                    .contains(u"No change matches. Try a wider date."_s));
        QVERIFY(audit(u"?from=yesterday"_s).contains(u"I could not read this question."_s));
        // The link to the file asks the same.
        QVERIFY(found.contains(u"audit.csv?q=nils&amp;field=wrap"_s));
        const WebAnswer file = browser->get(stage.under(u"audit.csv?q=nils&field=wrap"_s));
        QVERIFY(file.header("Content-Disposition").startsWith("attachment"));
        QCOMPARE(file.text.count(u"Entered wrap"_s), 1);
        QCOMPARE(browser->get(stage.under(u"audit.csv?from=x"_s)).status, 400);
    }

    // Whoever sees their own days alone finds the changes of those alone.
    void theAuditShowsWhatOneMaySee()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        stage.api.importDays("Maya Lindqvist,Camera,2025-11-12,Main,work,0700 1300-1330 1931\n"
                             "Nils Aaberg,Electric,2025-11-12,Main,work,0630 1300-1330 2001\n");
        stage.api.account(maya, stage.api.member(Role::Crew, u"Maya Lindqvist"_s));
        PlainBrowser browser(stage.url);
        browser.signIn(maya);
        for (const QString &page : {u"audit"_s, u"audit.csv"_s, u"overview"_s}) {
            const QString text = browser.get(stage.under(page)).text;
            QVERIFY2(text.contains(u"19:31"_s), qPrintable(page + text));
            QVERIFY(!text.contains(u"20:01"_s));
        }
    }

    void anAccountIsMadeLinkedLockedAndOpened()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId user = stage.api.member(Role::Coordinator, u"Nils Aaberg"_s);
        const auto admin = adminOf(stage);
        admin->get(u"/console/accounts/new"_s);
        const WebAnswer made =
            admin->post(u"/console/accounts"_s,
                        {{u"login"_s, u"nils@example.org"_s}, {u"display_name"_s, u"Nils"_s}});
        static const QRegularExpression shown(u"<code id=\"code\">([^<]+)</code>"_s);
        const QString code = shown.match(made.text).captured(1);
        QVERIFY2(!code.isEmpty(), qPrintable(made.text));

        PlainBrowser nils(stage.url);
        nils.get(u"/console/password-code"_s);
        const Fields first{
            {u"login"_s, u"nils@example.org"_s}, {u"code"_s, code}, {u"new_password"_s, password}};
        QCOMPARE(nils.post(u"/console/password-code"_s, first).status, 303);
        QVERIFY(nils.post(u"/console/password-code"_s, first).text.contains(u"not right"_s));
        QCOMPARE(nils.signIn(u"nils@example.org"_s).status, 303);
        QVERIFY(nils.get(u"/console/overview"_s).text.contains(u"not a member"_s));

        const QString one =
            u"/console/accounts/"_s + stage.api.accountId(u"nils@example.org"_s).toString();
        admin->get(one);
        const auto deed = [&](const QString &what, const Fields &fields = {}) {
            return admin->post(one + u'/' + what, fields);
        };
        QCOMPARE(deed(u"link"_s,
                      {{u"member"_s, stage.api.production().toString() + u'/' + user.toString()}})
                     .status,
                 303);
        QCOMPARE(nils.get(stage.under(u"people"_s)).status, 200);
        QCOMPARE(deed(u"end-sessions"_s).status, 303);
        QVERIFY(!isSignedIn(nils));
        QCOMPARE(deed(u"lock"_s).status, 303);
        QCOMPARE(nils.signIn(u"nils@example.org"_s).status, 200);
        QCOMPARE(deed(u"unlock"_s).status, 303);
        QCOMPARE(nils.signIn(u"nils@example.org"_s).status, 303);
        const WebAnswer reset = deed(u"reset-password"_s);
        QVERIFY(shown.match(reset.text).hasMatch());
        QVERIFY(!isSignedIn(nils));
        QCOMPARE(nils.signIn(u"nils@example.org"_s).status, 200);
    }

    // An administrator sees nothing before there is a second factor.
    void aDutyIsDoneFirst()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        stage.api.account(maya, {}, true);
        PlainBrowser browser(stage.url);
        const WebAnswer in = browser.signIn(maya);
        QCOMPARE(in.header("Location"), QByteArray("/console/account/second-factor"));
        QCOMPARE(browser.get(u"/console/accounts"_s).header("Location"),
                 QByteArray("/console/account/second-factor"));

        browser.get(u"/console/account/second-factor"_s);
        QVERIFY(browser
                    .post(u"/console/account/second-factor"_s,
                          {{u"password"_s, u"wrong wrong wrong"_s}})
                    .text.contains(u"The password is not right."_s));
        const WebAnswer begun =
            browser.post(u"/console/account/second-factor"_s, {{u"password"_s, password}});
        static const QRegularExpression key(u"<code id=\"secret\">([^<]+)</code>"_s);
        const QByteArray secret = fromBase32(key.match(begun.text).captured(1));
        QVERIFY(begun.text.contains(u"otpauth://totp/"_s));
        QVERIFY(
            browser.post(u"/console/account/second-factor/confirm"_s, {{u"code"_s, u"000000"_s}})
                .text.contains(u"not right"_s));
        const QString code =
            hotpCode(secret, quint64(totpStep(stage.api.clock().now())), totp::digits);
        const WebAnswer done =
            browser.post(u"/console/account/second-factor/confirm"_s, {{u"code"_s, code}});
        QCOMPARE(done.text.count(u"<li><code>"_s), 10);
        QCOMPARE(done.header("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(browser.get(u"/console/accounts"_s).status, 200);
    }

    void aPasswordIsChangedByItsOwner()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        stage.api.account(maya);
        PlainBrowser browser(stage.url);
        PlainBrowser other(stage.url);
        browser.signIn(maya);
        other.signIn(maya);
        const QString path = u"/console/account/password"_s;
        browser.get(path);
        QVERIFY(browser.post(path, {{u"password"_s, password}, {u"new_password"_s, u"short"_s}})
                    .text.contains(u"A password has at least 12 characters."_s));
        QCOMPARE(browser
                     .post(path,
                           {{u"password"_s, password},
                            {u"new_password"_s, u"seven gaffers hold light"_s}})
                     .status,
                 303);
        QVERIFY(isSignedIn(browser));
        QVERIFY(!isSignedIn(other));
    }

    void aPageSaysHowItIsUsed()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        const WebAnswer read = browser->get(u"/console/settings/rotate-keys"_s);
        QCOMPARE(read.status, 405);
        QCOMPARE(read.header("Allow"), QByteArray("POST"));
        const WebAnswer written = browser->post(stage.under(u"overview"_s));
        QCOMPARE(written.status, 405);
        QCOMPARE(written.header("Allow"), QByteArray("GET"));
    }

    // Only one that was put back is called good; a file was read through where it lies.
    void aBackupIsMadeFromItsPage_data() { TestDatabase::kinds(); }
    void aBackupIsMadeFromItsPage()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const bool isFile = kind == TestDatabase::Kind::Sqlite;
        const TestDatabase place(kind);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        QVERIFY(browser->get(u"/console/backups"_s).text.contains(u"Back up now"_s));
        const QString now = u"/console/backups/now"_s;
        QCOMPARE(browser->post(now, {}, u"another"_s).status, 403);
        QCOMPARE(browser->post(now).status, 303);
        stage.api.backups().wait();
        const QString state =
            isFile ? u"Opened and whole; nobody has put it back"_s : u"Restored in a test"_s;
        for (const QString &page : {u"/console/backups"_s, stage.under(u"overview"_s)})
            QVERIFY2(browser->get(page).text.contains(state), qPrintable(page));
    }

    void inMaintenancePagesAreOnlyRead()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        const QString settings = u"/console/settings"_s;
        browser->get(settings);
        QCOMPARE(browser->post(settings + u"/begin-maintenance"_s).status, 303);
        QVERIFY(browser->get(settings).text.contains(u"No changes are taken since"_s));
        const WebAnswer refused = browser->post(settings + u"/rotate-keys"_s);
        QCOMPARE(refused.status, 503);
        QVERIFY(!refused.header("Retry-After").isEmpty());
        QVERIFY(refused.text.contains(u"in maintenance"_s));
        QCOMPARE(browser->get(stage.under(u"overview"_s)).status, 200);
        browser->get(settings);
        QCOMPARE(browser->post(settings + u"/end-maintenance"_s).status, 303);
        browser->get(settings);
        QCOMPARE(browser->post(settings + u"/rotate-keys"_s).status, 303);
    }

    void theLogIsTurnedUpForSomeTime()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        browser->get(u"/console/settings"_s);
        const QString path = u"/console/settings/log-level"_s;
        const auto set = [&](const QString &category) {
            return browser->post(path, {{u"category"_s, category}, {u"level"_s, u"debug"_s}})
                .status;
        };
        QCOMPARE(set(u"lanes"_s), 303);
        QCOMPARE(set(u"security"_s), 400);
        QVERIFY(browser->get(u"/console/settings"_s).text.contains(u"lanes: debug"_s));
    }

    void diagnosticsAreAFile()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const auto browser = adminOf(stage);
        QVERIFY(browser->get(u"/console/settings"_s).text.contains(u"Download diagnostics"_s));
        const WebAnswer file = browser->get(u"/console/diagnostics"_s);
        QCOMPARE(file.status, 200);
        QVERIFY(file.header("Content-Disposition").startsWith("attachment"));
        const QJsonObject all = QJsonDocument::fromJson(file.text.toUtf8()).object();
        QVERIFY(all.contains(u"database"_s));
        QVERIFY(!file.text.contains(u"Achterberg"_s));
    }

    // The forms around any page work, also around one that is not there.
    void onePageLeadsOutAsAnother()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        for (const QString &path : {u"/console/nowhere"_s, stage.under(u"members/x/role"_s),
                                    u"/console/account"_s, u"/console/settings"_s}) {
            const auto browser = adminOf(stage);
            browser->get(path);
            QCOMPARE(browser->post(u"/console/sign-out"_s).status, 303);
            QVERIFY(!isSignedIn(*browser));
        }
    }

    void tooManyRequestsAreTold()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place, 20);
        PlainBrowser browser(stage.url);
        int pages = 0;
        WebAnswer last = browser.get(u"/console/sign-in"_s);
        for (; pages < 40 && last.status == 200; ++pages)
            last = browser.get(u"/console/sign-in"_s);
        QCOMPARE(last.status, 429);
        QVERIFY(last.text.contains(u"Too many requests"_s));
        QVERIFY(last.header("Retry-After").toInt() > 0);
        // Its look needs no request of theirs.
        QCOMPARE(browser.get(stylesheetPath()).status, 200);
    }

    // Nothing that the server was started with is a secret on a page.
    void settingsShowNoSecret()
    {
        ServerConfig config;
        config.database = u"postgresql://film:hunter2@db.example.org/film?password=hunter2"_s;
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place, 100'000, config);
        const auto browser = adminOf(stage);
        const WebAnswer page = browser->get(u"/console/settings"_s);
        QCOMPARE(page.status, 200);
        QVERIFY(page.text.contains(u"db.example.org"_s));
        QVERIFY(!page.text.contains(u"hunter2"_s));
    }

    void aCertificateThatEndsNeedsSomebody()
    {
        ServerConfig config;
        config.tlsCertificate = u"/nowhere/certificate.pem"_s;
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place, 100'000, config);
        const auto browser = adminOf(stage);
        const WebAnswer page = browser->get(stage.under(u"overview"_s));
        QVERIFY(page.text.contains(u"1 thing needs you"_s));
        QVERIFY(page.text.contains(u"The certificate cannot be read."_s));
    }

    // What is done here is in the server's own chain, with who did it.
    void whatAdministratorsDoIsKept()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        const UserId user = stage.api.member(Role::Crew, u"Maya Lindqvist"_s);
        stage.api.account(maya);
        const auto browser = adminOf(stage);
        const QString path = stage.under(u"members/%1/role"_s.arg(user.toString()));
        browser->get(path + u"?role=coordinator"_s);
        QCOMPARE(
            browser->post(path, {{u"role"_s, u"coordinator"_s}, {u"password"_s, password}}).status,
            303);
        const QString one = u"/console/accounts/"_s + stage.api.accountId(maya).toString();
        QCOMPARE(browser->post(one + u"/lock"_s).status, 303);

        const QString acts = browser->get(u"/console/acts"_s).text;
        QVERIFY(acts.contains(u"none missing from the chain"_s));
        QVERIFY2(acts.contains(u"coordinator"_s), qPrintable(acts));
        const QString locked = browser->get(u"/console/acts?q=locked"_s).text;
        QVERIFY(locked.contains(maya) && locked.contains(root));
        QVERIFY(browser->get(u"/console/acts?q=zzzz"_s).text.contains(u"No act matches."_s));
        const WebAnswer file = browser->get(u"/console/acts.csv?q=locked"_s);
        QVERIFY(file.text.contains(maya));
        PlainBrowser stranger(stage.url);
        QCOMPARE(stranger.get(u"/console/acts.csv"_s).status, 303);
    }

    void aDeviceIsOnUntilItsLastConnectionIsGone()
    {
        DevicePresence presence(2);
        const ProductionId production = *ProductionId::fromString(unknownId);
        const auto device = [](quint8 number) {
            std::array<quint8, 16> bytes{};
            bytes[15] = number;
            return DeviceId(bytes);
        };
        const Instant now = instantFromMs(1'000);
        presence.came(production, device(1), u"filmtracker/1.0"_s, now);
        presence.came(production, device(1), u"filmtracker/1.1"_s, now + 1s);
        presence.left(production, device(1), now + 2s);
        QVERIFY(presence.of(production).at(device(1)).isOn);
        presence.left(production, device(1), now + 3s);
        presence.left(production, device(1), now + 4s); // one too many
        QVERIFY(!presence.of(production).at(device(1)).isOn);
        QCOMPARE(presence.of(production).at(device(1)).lastMs, 4'000);
        QCOMPARE(presence.of(production).at(device(1)).app, u"filmtracker/1.1"_s);
        // Beyond its bounds it forgets those that are gone.
        presence.came(production, device(2), {}, now);
        presence.came(production, device(3), {}, now);
        QCOMPARE(presence.of(production).size(), size_t(2));
        QVERIFY(!presence.of(production).contains(device(1)));
    }

    void figuresAreThoseOfTheLog_data() { TestDatabase::kinds(); }
    void figuresAreThoseOfTheLog()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ProductionFixture fixture(place);
        store::ServerFigures figures(fixture.database());
        const QDate date(2025, 11, 20);
        Hand first = fixture.hand(u"Maya Lindqvist"_s, Role::Crew, u"cart"_s);
        Hand second = fixture.hand(u"Nils Aaberg"_s, Role::Crew, u"truck"_s);
        const quint64 early = fixture.head();
        const Instant midnight = fixture.clock().time + 1h;
        fixture.clock().time += 2h;
        fixture.enter(first, std::nullopt,
                      fixture.day(u"Maya Lindqvist"_s, date, TimeField::at(420)));
        fixture.clock().time += 1min;
        fixture.enter(second, std::nullopt,
                      fixture.day(u"Nils Aaberg"_s, date, TimeField::at(390)));
        const qint64 lastMs = msSinceEpoch(fixture.clock().time);

        const auto today = figures.changesSince(fixture.production(), fixture.head(), midnight);
        QVERIFY(today);
        QCOMPARE(today->count, fixture.head() - early);
        QCOMPARE(today->lastMs, std::optional(lastMs));
        const auto all = figures.changesSince(fixture.production(), fixture.head(), Instant());
        QCOMPARE(all->count, fixture.head());
        const auto none =
            figures.changesSince(fixture.production(), fixture.head(), fixture.clock().time + 1ms);
        QCOMPARE(none->count, quint64(0));
        const auto empty = figures.changesSince(*ProductionId::fromString(unknownId), 0, midnight);
        QCOMPARE(empty->count, quint64(0));
        QVERIFY(!empty->lastMs);

        const auto seen = figures.lastChanges(fixture.production(), fixture.head(), 1'000);
        QCOMPARE(seen->at(second.device), lastMs);
        QCOMPARE(seen->at(first.device), lastMs - 60'000);
        const auto last = figures.lastChanges(fixture.production(), fixture.head(), 1);
        QCOMPARE(last->size(), size_t(1));
        QVERIFY(*figures.databaseBytes() > 10'000);
    }

    void aFormIsReadAsBrowsersSendIt()
    {
        const auto fields = formFields("a=1+2&b=%C3%A9&a=3&c&=x&d=%26%3D");
        QVERIFY(fields);
        QCOMPARE(fields->value(u"a"_s).toString(), u"1 2"_s);
        QCOMPARE(fields->value(u"b"_s).toString(), u"é"_s);
        QCOMPARE(fields->value(u"d"_s).toString(), u"&="_s);
        QVERIFY(fields->contains(u"c"_s));
        QVERIFY(!formFields("a=%FF%FE"));
        QVERIFY(!formFields(QByteArray("a=1&").repeated(70)));
        QVERIFY(formFields(QByteArray()));
    }

    void aPathIsMadeOfItsParts()
    {
        QCOMPARE(LocalPath().text(), u"/console/"_s);
        QCOMPARE(LocalPath({u"a"_s, u"../b?c#d"_s}).text(), u"/console/a/..%2Fb%3Fc%23d"_s);
        QCOMPARE(LocalPath({u"a"_s}).with(u"q"_s, u"x&y=\""_s).with(u"r"_s, u"ü"_s).text(),
                 u"/console/a?q=x%26y%3D%22&r=%C3%BC"_s);
        QCOMPARE(LocalPath::fromVisitor(u"/console/a?q=1"_s).text(), u"/console/a?q=1"_s);
        QCOMPARE(LocalPath::fromVisitor(u"/console"_s).text(), u"/console/"_s);
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
