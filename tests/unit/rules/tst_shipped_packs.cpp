#include "shared/rules/derivation_text.h"
#include "shared/rules/price_day.h"
#include "shared/rules/rule_files.h"
#include "shared/rules/shipped_packs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

using Leaves = std::map<QString, QString>; // path, as written

// Every value with its path. A number that is explained, {"value": …}, is that number.
void addLeaves(const QJsonValue &value, const QString &path, Leaves &leaves)
{
    if (value.isObject() && value[u"value"].isUndefined()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            addLeaves(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(), leaves);
    } else if (value.isObject()) {
        addLeaves(value[u"value"], path, leaves);
    } else if (value.isArray()) {
        for (qsizetype row = 0; row < value.toArray().size(); ++row)
            addLeaves(value[row], path + u"[%1]"_s.arg(row), leaves);
    } else if (!value.isNull()) {
        leaves[path] = value.toVariant().toString();
    }
}

// Where a number of the cases' packs, which are flattened, stands in a pack. Empty: nowhere, it
// is checked below or says what the engine does anyway.
struct Place {
    const char *inCases;
    const char *inPack;
};
constexpr std::array places{
    Place{"title|engine|confidence", ""},
    Place{"money\\.line_rounding", ""},
    Place{"money\\.derived_rate_decimals", "rates.derived_rate_decimals"},
    Place{"meals\\.(first|next)_due_min", "meals.\\1_due.after_min"},
    Place{"meals\\.(grace|wrap_extension)_min", "meals.\\1.max_min"},
    Place{"meals\\.ndb\\.(deductible|resets_clock_to)", ""},
    Place{"meals\\.walking\\..*|meals\\.penalty\\.per", ""},
    Place{"day_kinds\\.(\\w+)\\[(\\d)\\]\\.(\\w+)", "day_kinds.\\1.tiers[\\2].\\3"},
    Place{"holiday_overlap\\.apply", ""},
    Place{"holiday_overlap\\.mult", "holidays.overlap_after_midnight.mult"},
    Place{"turnaround\\[\\d\\]\\.beyond", ""},
    Place{"night\\.compounds", "night.compounds_with_ot"},
    Place{"night\\.rules\\[(\\d)\\]\\.window_from", "night.rules[\\1].window[0]"},
    Place{"night\\.rules\\[(\\d)\\]\\.window_to", "night.rules[\\1].window[1]"},
    Place{"weekly\\.(counts_only_straight|regular_rate)", ""},
    Place{"weekly\\.guarantee_min", "guarantees.weekly_cume.week_min"},
    Place{"weekly\\.guarantee_days", "guarantees.weekly_cume.days"},
    Place{"weekly\\.daily_ot_after_min", "daily_tiers[1].after_min"},
    Place{"(reporting_time|spread_of_hours)\\.(\\w+)", "guarantees.\\1.\\2"},
    Place{"day_rate_per_hour_after\\.basis", ""},
    Place{"day_rate_per_hour_after\\.(\\w+)", "guarantees.day_rate_hours_after.\\1"},
    Place{"oncall\\.fraction_of_week", "guarantees.on_call.day_fraction"},
    Place{"oncall\\.(\\w+)", "guarantees.on_call.\\1"},
    Place{"travel_day\\.(\\w+)", "day_kinds.travel.paid.\\1"},
    Place{"holiday_not_worked_min", "day_kinds.holiday_not_worked.idle_min"},
    // United Kingdom
    Place{"hourly_divisor|daily_divisor|day_hours", "rates.day_divisor"},
    Place{"weekly_divisor", "rates.week_divisor"},
    Place{"shapes\\.(\\w+)", "work_day.contracted_elapsed_min.\\1"},
    Place{"ach_min", "work_day.additional_hour_min"},
    Place{"ot\\.mult", "daily_tiers[0].mult"},
    Place{"ot\\.enhanced_mult", "overtime.clock_tiers[0].mult"},
    Place{"ot\\.enhanced_after", "overtime.clock_tiers[0].from"},
    Place{"ot\\.increment_min", "overtime.increment_min"},
    Place{"ot\\.(floor|ceiling)", "overtime.\\1_per_hour"},
    Place{"ot\\.ceiling_or_hourly", "overtime.ceiling_or_1T"},
    Place{"turnaround\\.add_mult", "turnaround[0].mult"},
    Place{"turnaround\\.cap", "turnaround[0].cap_per_hour"},
    Place{"turnaround\\.(\\w+)", "turnaround[0].\\1"},
    Place{"lunch\\.due_min|meal\\.due_min", "meals.first_due.after_min"},
    Place{"(?:lunch|meal)\\.(\\w+)", "meals.penalty.\\1"},
    Place{"sixth\\.shooting", "day_kinds.sixth_shooting.fee.mult"},
    Place{"sixth\\.non_shooting_short", "day_kinds.sixth_nonshooting.fee.short_mult"},
    Place{"sixth\\.non_shooting_long", "day_kinds.sixth_nonshooting.fee.mult"},
    Place{"sixth\\.short_limit_min", "day_kinds.sixth_nonshooting.fee.short_limit_min"},
    Place{"seventh", "day_kinds.seventh.fee.mult"},
    Place{"night\\.weekly_cap_min", "night.weekly_bank.cap_min"},
    Place{"night\\.(after|add_mult|increment_min)", "night.weekly_bank.\\1"},
    Place{"camera_ot\\.floor", "overtime.kinds.camera.floor_per_hour"},
    Place{"camera_ot\\.(\\w+)", "overtime.kinds.camera.\\1"},
    Place{"noncamera_ot\\.(\\w+)", "overtime.kinds.other.\\1"},
    Place{"cap", "overtime.ceiling_per_hour"},
    Place{"sixth\\.mult", "day_kinds.sixth_shooting.hourly.mult"},
    Place{"sixth\\.min_shoot_min", "day_kinds.sixth_shooting.hourly.min_min"},
    Place{"sixth\\.min_other_min", "day_kinds.sixth_nonshooting.hourly.min_min"},
    Place{"seventh\\.mult", "day_kinds.seventh.hourly.mult"},
    Place{"accrual", "leave.rate"},
    // Germany, Australia, Canada
    Place{"tiers\\[(\\d)\\]\\.add", ""},
    Place{"tiers\\[(\\d)\\]\\.after_min", "daily_tiers[\\1].after_min"},
    Place{"night\\.from_", "night.rules[0].window[0]"},
    Place{"night\\.to", "night.rules[0].window[1]"},
    Place{"night\\.add", "night.rules[0].add"},
    Place{"(saturday|sunday|holiday)", "day_kinds.\\1.surcharge"},
    Place{"day_ord_min", "daily_tiers[0].after_min"},
    Place{"over10_mult", "daily_tiers[0].mult"},
    Place{"over12_mult", "daily_tiers[1].mult"},
    Place{"(pay_hours|included_min|over_mult)", "guarantees.all_in.\\1"},
};

QString placeInPack(const QString &path)
{
    for (const Place &place : places) {
        const QRegularExpression pattern(u"\\A(?:"_s + QLatin1StringView(place.inCases)
                                         + u")\\z"_s);
        if (pattern.match(path).hasMatch())
            return QString(path).replace(pattern, QLatin1StringView(place.inPack));
    }
    return path;
}

bool isSame(const QString &a, const QString &b)
{
    const auto number = Ratio::fromDecimal(a);
    const auto other = Ratio::fromDecimal(b);
    return number && other ? *number == *other : a == b;
}

QStringList sourcesWithoutClause(const QJsonValue &value, const QString &path)
{
    QStringList found;
    const QJsonObject object = value.toObject();
    if (object.contains(u"source") && !object.contains(u"clause"))
        found << path;
    for (auto it = object.begin(); it != object.end(); ++it)
        found << sourcesWithoutClause(it.value(), path + u'.' + it.key());
    const QJsonArray rows = value.toArray();
    for (qsizetype row = 0; row < rows.size(); ++row)
        found << sourcesWithoutClause(rows[row], path + u"[%1]"_s.arg(row));
    return found;
}

QJsonObject casesPacks()
{
    QFile file(QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/rules/golden-cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll())[u"packs"].toObject();
}

// What keeps `written` from saying what the pack of the cases says.
QStringList differences(const Leaves &written, const Leaves &inCases)
{
    const bool hasHours = written.at(u"pay"_s) != u"flat" && written.at(u"pay"_s) != u"on_call";
    QStringList wrong;
    for (const auto &[path, text] : inCases) {
        const QString place = placeInPack(path);
        if (place.isEmpty() || (place == u"rates.derived_rate_decimals" && !hasHours))
            continue;
        const auto found = written.find(place);
        // No least call, no grace: the pack has no such key.
        const bool isNothing = text == u"0" && !place.endsWith(u"after_min");
        if (found == written.end()) {
            // Time that is not rounded has no step.
            if (!isNothing && !(place == u"time.total_rounding.increment_min" && text == u"1"))
                wrong << u"%1 is missing, the cases have %2"_s.arg(place, text);
        } else if (!isSame(found->second, text)) {
            wrong << u"%1 is %2, the cases have %3"_s.arg(place, found->second, text);
        }
    }
    return wrong;
}

} // namespace

class TestShippedPacks : public QObject
{
    Q_OBJECT

private slots:
    void allAreRead()
    {
        const ShippedPacks shipped = readShippedPacks();

        QStringList problems;
        for (const PackProblem &problem : shipped.problems)
            problems << problem.path + u": "_s + problem.reason;
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        QCOMPARE(shipped.packs.size(), size_t(ruleFileNames(RuleFolder::Packs).size()));
        QVERIFY(shipped.packs.size() >= 19);
    }

    void aFileIsNamedAfterItsPack()
    {
        const ShippedPacks shipped = readShippedPacks();

        QStringList names;
        for (const RulePack &pack : shipped.packs)
            names << pack.id + u'-' + pack.version;
        QCOMPARE(names, ruleFileNames(RuleFolder::Packs));
    }

    void everyNumberHasASource()
    {
        for (const RulePack &pack : readShippedPacks().packs) {
            for (size_t number = 0; number < pack.parameters.size(); ++number) {
                const Provenance &origin = pack.provenanceOf(qint32(number));
                QVERIFY2(!origin.source.isEmpty(),
                         qPrintable(pack.name() + u' ' + pack.parameters[number].path));
            }
        }
    }

    void versionsOfAPackDoNotOverlap()
    {
        const ShippedPacks shipped = readShippedPacks();

        for (const RulePack &a : shipped.packs) {
            for (const RulePack &b : shipped.packs) {
                if (a.id != b.id || a.from >= b.from)
                    continue;
                QVERIFY2(a.isExpiredOn(b.from), qPrintable(a.name() + u' ' + b.name()));
            }
        }
    }

    void everyNumberSaysWhereItIsFrom_data()
    {
        QTest::addColumn<QString>("name");
        for (const RulePack &pack : readShippedPacks().packs)
            QTest::newRow(qPrintable(pack.name())) << pack.name();
    }

    // The block that a number stands in names source and clause; what the pack says of itself as a
    // whole is too little, and a clause is not handed on to a number of another source.
    void everyNumberSaysWhereItIsFrom()
    {
        QFETCH(const QString, name);
        static const std::vector<RulePack> packs = readShippedPacks().packs;
        const auto pack = std::ranges::find(packs, name, &RulePack::name);
        QVERIFY(pack != packs.end());
        for (size_t i = 0; i < pack->parameters.size(); ++i) {
            const ParameterOrigin &number = pack->parameters[i];
            const Provenance &from = pack->provenanceOf(qint32(i));
            QVERIFY2(&from != &pack->provenances.front(), qPrintable(number.path));
            QVERIFY2(!from.source.isEmpty() && !from.clause.isEmpty(), qPrintable(number.path));
        }
        const QJsonObject written = QJsonDocument::fromJson(pack->source).object();
        const QStringList without = sourcesWithoutClause(written, QString());
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
    }

    void theLineNamesClauseAndSource()
    {
        const std::vector<RulePack> packs = readShippedPacks().packs;
        const auto pack = std::ranges::find(packs, u"uk-pact-tv"_s, &RulePack::id);
        QVERIFY(pack != packs.end());
        PayDay day;
        day.date = QDate(2026, 5, 4);
        day.clock = DayClock(day.date, QTimeZone("UTC"));
        day.call = day.clock.firstAt(Minutes(480));
        day.wrap = day.clock.firstAt(Minutes(1200));
        day.meals.push_back({day.clock.firstAt(Minutes(780)), day.clock.firstAt(Minutes(840))});
        DealTerms deal;
        deal.dayRate = Ratio(25000);
        const Result<DayPay> pay = priceDay(*pack, deal, day);
        QVERIFY(pay.has_value());
        const auto overtime = std::ranges::find(pay->lines, LineCode::Overtime, &PayLine::code);
        QVERIFY(overtime != pay->lines.end());

        const QString text =
            derivationText(pay->sheet, overtime->node, *pack, day.clock, Language::English);
        const QByteArray json = QJsonDocument(derivationJson(pay->sheet, overtime->node, *pack,
                                                             day.clock, Language::English))
                                    .toJson();

        QVERIFY2(text.contains(u"[uk-pact-tv@2023: daily_tiers[0].mult, agreement of 1 January "
                               "2023, S-UKTV, high confidence]"_s),
                 qPrintable(text));
        QVERIFY2(json.contains("\"clause\": \"agreement of 1 January 2023\""), json.constData());
        QVERIFY2(json.contains("\"source\": \"S-UKTV\""), json.constData());
    }

    void doubtfulPacksAreDisabled()
    {
        for (const RulePack &pack : readShippedPacks().packs) {
            const bool isDoubtful = pack.provenances.front().confidence == Confidence::Low;
            QVERIFY2(pack.isEnabled != isDoubtful, qPrintable(pack.name()));
            QVERIFY(pack.isEnabled == pack.disabledReason.isEmpty());
        }
    }

    void expiredTermsKeepTheirEnd()
    {
        for (const RulePack &pack : readShippedPacks().packs) {
            if (pack.id.startsWith(u"sag-tt-"))
                QVERIFY(pack.isExpiredOn(QDate(2026, 7, 1)));
            if (pack.name() == u"iatse-hba-tv@2021")
                QCOMPARE(pack.to, QDate(2024, 7, 31));
        }
    }

    void theNumbersAreThoseOfTheCases_data()
    {
        QTest::addColumn<QString>("name");
        for (const RulePack &pack : readShippedPacks().packs) {
            if (pack.isEnabled && casesPacks().contains(pack.name()))
                QTest::newRow(qPrintable(pack.name())) << pack.name();
        }
    }

    void theNumbersAreThoseOfTheCases()
    {
        QFETCH(QString, name);
        Leaves written;
        addLeaves(
            QJsonDocument::fromJson(ruleFile(RuleFolder::Packs, QString(name).replace(u'@', u'-')))
                .object(),
            QString(), written);
        Leaves inCases;
        addLeaves(casesPacks().value(name), QString(), inCases);

        const QStringList wrong = differences(written, inCases);

        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // Everything the cases price can be priced with a pack that ships, and nothing is skipped.
    void everyPackOfTheCasesShips()
    {
        QStringList names;
        for (const RulePack &pack : readShippedPacks().packs)
            names << pack.name();

        const QStringList wanted = casesPacks().keys();

        QVERIFY(!wanted.isEmpty());
        for (const QString &name : wanted)
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    // The cases add to the fee's hour, packs say what the hour pays.
    void germanOvertimeIsPaidOnTop()
    {
        const ShippedPacks shipped = readShippedPacks();
        const auto pack = std::ranges::find(shipped.packs, u"de-tvffs"_s, &RulePack::id);

        QVERIFY(pack != shipped.packs.end());
        QCOMPARE(pack->tiers.at(0).factor.value, Ratio::of(5, 4));
        QCOMPARE(pack->tiers.at(1).factor.value, Ratio::of(3, 2));
        QVERIFY(pack->night->isSurcharge);
    }

    // What a pack leaves out, it leaves out for a reason that a reader can judge.
    void nothingIsLeftOutWithoutAReason()
    {
        for (const RulePack &pack : readShippedPacks().packs) {
            for (const LocalText &text : pack.advisories) {
                const QString &advisory = text.english();
                const bool isLeftOut =
                    advisory.contains(u"not in this pack"_s) || advisory.contains(u"not priced"_s);
                QVERIFY2(!isLeftOut || advisory.contains(u"low confidence"_s)
                             || advisory.contains(u"not stated by the source"_s)
                             || advisory.contains(u"are law"_s),
                         qPrintable(pack.name() + u": "_s + advisory));
            }
        }
    }

    // Beside every figure stands what the pack leaves to people, in the words of whoever reads it.
    void whatIsLeftOutIsSaidInFourLanguages()
    {
        for (const RulePack &pack : readShippedPacks().packs) {
            for (const LocalText &advisory : pack.advisories) {
                for (const QString &text : advisory.byLanguage)
                    QVERIFY2(!text.isEmpty(),
                             qPrintable(pack.name() + u": "_s + advisory.english()));
                QCOMPARE(
                    QSet<QString>(advisory.byLanguage.begin(), advisory.byLanguage.end()).size(),
                    qsizetype(advisory.byLanguage.size()));
            }
        }
    }

    void whatCountsForTheWeekIsThatOfTheCases()
    {
        for (const RulePack &pack : readShippedPacks().packs) {
            if (!pack.isEnabled || !pack.weekly || !casesPacks().contains(pack.name()))
                continue;
            const bool isStraight =
                casesPacks()[pack.name()][u"weekly"][u"counts_only_straight"].toBool();
            QVERIFY2((pack.weekly->base == WeeklyOvertimeBase::StraightHoursOnly) == isStraight,
                     qPrintable(pack.name()));
        }
    }
};

QTEST_APPLESS_MAIN(TestShippedPacks)
#include "tst_shipped_packs.moc"
