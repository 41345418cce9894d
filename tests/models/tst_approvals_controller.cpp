#include "app/controllers/approvals_controller.h"
#include "app/controllers/card_to_sign.h"
#include "app/controllers/engine_approvals_store.h"
#include "app/controllers/submission_controller.h"
#include "app/models/approved_pay.h"
#include "app/models/date_text.h"
#include "shared/domain/records.h"
#include "shared/rules/shipped_packs.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 10'000;
const QDate monday(2026, 11, 16);
const QDate weekStart(2026, 11, 15);

class PlainWords final : public QueueWords, public CardWords, public PayLineWords
{
public:
    QString group(QueueGroup group) const override { return QString::number(int(group)); }
    QString sentence(const QueueRow &row) const override { return row.name; }
    QString cardHeader(int column) const override { return QString::number(column); }
    QString cardTotal() const override { return u"Week"_s; }
    QString cardFlags(const CardRow &row) const override
    {
        return QString::number(row.findings.size());
    }
    QString cardDayType(DayType) const override { return {}; }
    QString lineHeader(int column) const override { return QString::number(column); }
    QString lineTitle(const PayLineRow &) const override { return {}; }
    QString lineReason(const PayLineRow &, Notation) const override { return {}; }
    QString partTitle(const PayLinePart &part) const override { return shortDate(part.date); }
    QString money(const Money &money) const override { return QString::number(money.minorUnits()); }
};

// Somebody alone with the real engine: hands their week in and, being also the office, signs it.
struct Desk {
    QTemporaryDir folder;
    Engine engine{EngineSettings{folder.path(), SecretsMode::PlainFile, nullptr}};
    EngineApprovalsStore store{engine};
    PlainWords words;
    QUndoStack undo;
    PayDesk pay;
    ApprovalQueueModel queue{words};
    TimecardModel card{words};
    PayLinesModel lines{words};
    SubmissionController own{store, undo};
    ApprovalsController controller{{store, pay, queue, card, lines, undo}};
    QList<ApprovalMessage> messages;
    WeekSnapshot week;

    Desk()
    {
        QObject::connect(&controller, &ApprovalsController::messageChanged, &controller,
                         [this](const ApprovalMessage &message) { messages.append(message); });
        QObject::connect(&own, &SubmissionController::signingRefused, &own,
                         [this](const ApprovalMessage &message) { messages.append(message); });
        const auto alone =
            engine.startAlone({u"Nova"_s, u"Maya"_s, u"Camera"_s, u"1st AC"_s, "Europe/Berlin"})
                .result();
        if (!alone)
            return;
        const auto directory = engine.directory().result();
        const Person person = directory->people.front();
        for (int i = 0; i < 2; ++i) {
            WorkDay day;
            day.key = {person.id, monday.addDays(i), person.unit};
            const WorkDay before = day;
            day.call = TimeField::at(7 * 60);
            day.meals = {{TimeField::at(13 * 60), TimeField::at(13 * 60 + 30)}};
            day.wrap = TimeField::at(19 * 60);
            day.zone = "Europe/Berlin";
            day.state = DayState::Confirmed;
            (void)engine.saveDays({{before, day}}).result();
        }
        week.person = person.id;
        readWeek();
        (void)isAt(Submission::State::Open); // before that there is nothing to hand in
    }
    // The engine ends while those it answers are all still here.
    ~Desk() { engine.finish(); }
    void readWeek()
    {
        const auto card_ = store.loadCard(week.person, monday).result();
        if (!card_)
            return;
        week = card_->week;
        own.setWeek(week);
    }
    [[nodiscard]] bool isAt(Submission::State state)
    {
        return QTest::qWaitFor([&] { return own.submission().state == state; }, patienceMs);
    }
    [[nodiscard]] bool has(ApprovalMessage::Kind kind)
    {
        return QTest::qWaitFor([&] { return !messages.isEmpty() && messages.last().kind == kind; },
                               patienceMs);
    }
    [[nodiscard]] bool stands(ApprovalBlock block)
    {
        return QTest::qWaitFor([&] { return controller.decision().block == block; }, patienceMs);
    }
    // With a first PIN, which is typed twice and holds for what comes after.
    [[nodiscard]] bool handIn()
    {
        own.submit(u"2468"_s);
        if (!has(ApprovalMessage::Kind::PinRepeat))
            return false;
        own.submit(u"2468"_s);
        return isAt(Submission::State::Submitted);
    }
    [[nodiscard]] bool hire(const QString &pack)
    {
        Deal deal;
        deal.person = week.person;
        deal.hourlyRate = Money(5000, Currency::Usd);
        deal.rulePack = pack;
        const auto saved =
            engine
                .run([deal](Workspace &workspace) {
                    const WantedRecord record{EntityType::Deal,
                                              dealId(workspace.state().production, deal.person),
                                              toGroups(deal)};
                    return workspace.saveRecords(std::span(&record, 1),
                                                 protocol::InputMethod::Manual);
                })
                .result();
        readWeek();
        return saved && week.deal;
    }
    // The same with a later version of one pack, which knows no overtime.
    [[nodiscard]] static PayDesk laterDesk(const QString &id)
    {
        return PayDesk([id] {
            std::vector<rules::RulePack> packs = rules::readShippedPacks().packs;
            for (rules::RulePack &pack : packs) {
                if (pack.id == id) {
                    pack.version = u"9999.1"_s;
                    pack.tiers.resize(1);
                }
            }
            return packs;
        });
    }
    void edit(int wrap)
    {
        WorkDay before = week.find(monday)->day;
        before.state = DayState::Submitted;
        WorkDay after = before;
        after.wrap = TimeField::at(wrap);
        (void)engine.saveDays({{before, after}}).result();
    }
};

} // namespace

// The way of a week over the real engine: handed in, taken back, signed, withdrawn, sent back.
class TestApprovalsController : public QObject
{
    Q_OBJECT
private slots:
    void aWeekIsHandedInAndTakenBackInOneStepEach()
    {
        Desk desk;
        QVERIFY(desk.isAt(Submission::State::Open));

        QVERIFY(desk.handIn());
        QVERIFY(desk.own.submission().at);
        QCOMPARE(desk.undo.count(), 1);
        desk.undo.undo();
        QVERIFY(desk.isAt(Submission::State::Open));
        desk.undo.redo();
        QVERIFY(desk.isAt(Submission::State::Submitted));

        desk.own.takeBack();

        QVERIFY(desk.isAt(Submission::State::Open));
        QCOMPARE(desk.undo.count(), 2);
        QVERIFY(!desk.own.submission().sentBack); // by oneself is no word from somebody else
    }

    // A pack that is published later changes nothing of what was signed: it only shows beside it.
    void anApprovedWeekKeepsWhatItWasPricedUnder()
    {
        Desk desk;
        QVERIFY(desk.hire(u"us-ca-nonunion"_s));
        QVERIFY(desk.handIn());
        desk.controller.showWeek(weekStart);
        QVERIFY(desk.stands(ApprovalBlock::None));
        QVERIFY(!desk.controller.card()->week.approvedPay);
        const rules::PersonWeekPay shown = desk.controller.pay();
        QVERIFY(!shown.noFigure);
        desk.controller.approve({});
        QVERIFY(desk.stands(ApprovalBlock::Approved));

        desk.readWeek();

        QVERIFY(desk.week.approvedPay);
        const ApprovedWeek approved = *desk.week.approvedPay;
        QCOMPARE(approved.gross, shown.pay.gross());
        QCOMPARE(approved.days.size(), size_t(2));
        QCOMPARE(approved.packs.size(), size_t(1));
        QCOMPARE(approved.packs.front().id, u"us-ca-nonunion"_s);
        QCOMPARE(approved.packs.front().version, shown.pack->version);
        QVERIFY(compareWithApproved(approved, desk.pay.price(desk.week)).isSame());

        PayDesk later = Desk::laterDesk(u"us-ca-nonunion"_s);
        const ApprovedPay compared = compareWithApproved(approved, later.price(desk.week));
        QVERIFY(!compared.isSame());
        QCOMPARE(compared.then, approved.gross);
        QVERIFY(compared.now && *compared.now != compared.then);
        QCOMPARE(compared.packsNow.front().version, u"9999.1"_s);
        QCOMPARE(compared.lines.size(), size_t(1));
        QCOMPARE(compared.lines.front().code, rules::LineCode::Hours);
    }

    // What was done for a second unit is of the week: priced, handed in, signed and given back
    // with it.
    void aFurtherUnitsDayGoesWithTheWeek()
    {
        Desk desk;
        QVERIFY(desk.hire(u"us-flsa"_s));
        const Money before = desk.pay.price(desk.week).pay.gross();
        WorkDay second;
        second.key = {desk.week.person, monday, UnitId(std::array<quint8, 16>{7})};
        const WorkDay blank = second;
        second.call = TimeField::at(20 * 60);
        second.wrap = TimeField::at(22 * 60);
        second.zone = "Europe/Berlin";
        second.state = DayState::Confirmed;
        QVERIFY(desk.engine.saveDays({{blank, second}}).result());
        desk.readWeek();
        QTRY_COMPARE(desk.own.submission().worked, Minutes(2 * 690 + 120));
        const WeekDay *day = desk.week.find(monday);
        QCOMPARE(day->others.size(), size_t(1));
        QCOMPARE(day->worked(), std::optional(Minutes(690 + 120)));
        QCOMPARE(desk.pay.price(desk.week).pay.gross(), before + Money(2 * 5000, Currency::Usd));

        QVERIFY(desk.handIn());
        desk.controller.showWeek(weekStart);
        QVERIFY(desk.stands(ApprovalBlock::None));
        QCOMPARE(daysToSign(*desk.controller.card()).size(), size_t(3));
        desk.controller.approve({});
        QVERIFY(desk.stands(ApprovalBlock::Approved));
        desk.readWeek();

        QVERIFY(desk.week.approvedPay);
        QCOMPARE(desk.week.approvedPay->days.size(), size_t(3));
        QCOMPARE(desk.week.approvedPay->gross, before + Money(2 * 5000, Currency::Usd));
    }

    // The figure is of exactly the days that were signed.
    void aChangedDayHasNoApprovedFigure()
    {
        Desk desk;
        QVERIFY(desk.hire(u"us-ca-nonunion"_s));
        QVERIFY(desk.handIn());
        desk.controller.showWeek(weekStart);
        QVERIFY(desk.stands(ApprovalBlock::None));
        desk.controller.approve({});
        QVERIFY(desk.stands(ApprovalBlock::Approved));

        desk.edit(20 * 60);
        desk.readWeek();

        QVERIFY(!desk.week.approvedPay);
    }

    // Handing in is the first signature of most people.
    void theFirstPinIsChosenWithTheFirstSignature()
    {
        Desk desk;

        desk.own.submit({});
        QVERIFY(desk.has(ApprovalMessage::Kind::PinNeeded));
        desk.own.submit(u"12"_s);
        QVERIFY(desk.has(ApprovalMessage::Kind::PinTooShort));
        desk.own.submit(u"2468"_s);
        QVERIFY(desk.has(ApprovalMessage::Kind::PinRepeat));
        desk.own.submit(u"2486"_s);
        QVERIFY(desk.has(ApprovalMessage::Kind::PinDiffers));
        QVERIFY(!desk.own.pin().isSet);
        desk.readWeek();
        QVERIFY(desk.isAt(Submission::State::Open));
        QVERIFY(desk.handIn());

        desk.controller.showWeek(weekStart);
        QVERIFY(desk.stands(ApprovalBlock::None));
        desk.controller.approve({}); // it was given a moment ago
        QVERIFY(desk.has(ApprovalMessage::Kind::Approved));
        QVERIFY(desk.stands(ApprovalBlock::Approved));
        desk.readWeek();
        QVERIFY(desk.isAt(Submission::State::Production));
        QCOMPARE(desk.own.submission().by, u"Maya"_s);
    }

    void anApprovalIsWithdrawnByUndoAndSignedAgainByRedo()
    {
        Desk desk;
        QVERIFY(desk.handIn());
        desk.controller.showWeek(weekStart);
        QVERIFY(desk.stands(ApprovalBlock::None));
        desk.controller.approve({});
        QVERIFY(desk.stands(ApprovalBlock::Approved));

        desk.undo.undo();
        QVERIFY(desk.has(ApprovalMessage::Kind::Withdrawn));
        QVERIFY(desk.stands(ApprovalBlock::None));
        desk.undo.redo();

        QVERIFY(desk.stands(ApprovalBlock::Approved));
    }

    // Between the look and the signature; the controller has not been told.
    void aDayThatChangedMeanwhileIsNotSigned()
    {
        Desk desk;
        QVERIFY(desk.handIn());
        desk.controller.showWeek(weekStart);
        QVERIFY(desk.stands(ApprovalBlock::None));
        desk.edit(20 * 60);

        desk.controller.approve({});

        QVERIFY(desk.has(ApprovalMessage::Kind::ChangedSince));
        QVERIFY(desk.stands(ApprovalBlock::ChangedSince));
        const std::vector<CardChange> changes = desk.controller.decision().changes;
        QCOMPARE(changes.size(), size_t(1));
        QCOMPARE(changes.front().field.field, DayField::Wrap);
        desk.controller.lookedAt();
        desk.controller.approve({}); // the PIN was given
        QVERIFY(desk.has(ApprovalMessage::Kind::Approved));
    }

    void sendingBackOpensTheWeekWithItsReason()
    {
        Desk desk;
        QVERIFY(desk.handIn());
        desk.controller.showWeek(weekStart);
        QVERIFY(desk.stands(ApprovalBlock::None));
        desk.controller.sendBack({});
        QVERIFY(desk.has(ApprovalMessage::Kind::NoComment));

        desk.controller.sendBack(u"Tue has no travel"_s);

        QVERIFY(desk.has(ApprovalMessage::Kind::SentBack));
        QVERIFY(desk.stands(ApprovalBlock::NotSubmitted));
        const auto card = desk.store.loadCard(desk.week.person, monday).result();
        QVERIFY(card);
        QCOMPARE(card->said.back().kind, SignOff::Kind::TakenBack);
        QCOMPARE(card->said.back().reason, u"Tue has no travel"_s);
        desk.undo.undo();
        QVERIFY(desk.stands(ApprovalBlock::None));
    }
};

QTEST_GUILESS_MAIN(TestApprovalsController)
#include "tst_approvals_controller.moc"
