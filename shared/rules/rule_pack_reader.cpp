#include "shared/rules/rule_pack_reader.h"

#include "shared/rules/json_file.h"
#include "shared/rules/rule_pack_blocks.h"
#include "shared/rules/rule_pack_check.h"
#include "shared/rules/rule_pack_limits.h"

#include <QRegularExpression>

#include <array>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, PayModel>, 6> payModelNames{
    {{u"hourly", PayModel::Hourly},
     {u"day_fee", PayModel::DayFee},
     {u"on_call", PayModel::OnCall},
     {u"flat", PayModel::Flat},
     {u"all_in", PayModel::AllIn},
     {u"leave_only", PayModel::LeaveOnly}}};
constexpr std::array<std::pair<QStringView, Confidence>, 3> packConfidenceNames{
    {{u"low", Confidence::Low}, {u"medium", Confidence::Medium}, {u"high", Confidence::High}}};

QString wordLike(JsonFields &fields, QStringView key, const QString &pattern)
{
    fields.need(key);
    QString word = fields.text(key);
    const QRegularExpression allowed(
        u"\\A%1{1,%2}\\z"_s.arg(pattern, QString::number(limits::wordLengthMax)));
    if (!word.isEmpty() && !allowed.match(word).hasMatch())
        fields.refuse(key, u"must be made of %1 only"_s.arg(pattern));
    return word;
}

void readCurrency(JsonFields &fields, RulePack &pack)
{
    fields.need(u"currency");
    const QString code = fields.text(u"currency");
    if (const auto currency = currencyFromCode(code))
        pack.currency = *currency;
    else if (!code.isEmpty())
        fields.refuse(u"currency", u"%1 is no currency known here"_s.arg(code));
}

void readEffective(JsonFields &fields, RulePack &pack)
{
    fields.need(u"effective");
    fields.block(u"effective", [&pack](JsonFields &effective) {
        effective.need(u"from");
        effective.need(u"to");
        pack.from = effective.date(u"from");
        if (!effective.raw(u"to").isNull())
            pack.to = effective.date(u"to");
    });
}

// Where the pack as a whole comes from: what a block does not say itself, it has from here.
void readProvenance(JsonFields &fields, RulePack &pack)
{
    fields.need(u"confidence");
    fields.need(u"sources");
    pack.sources = fields.texts(u"sources");
    Provenance own;
    own.confidence = fields.choice(u"confidence", ChoiceNames<Confidence>(packConfidenceNames))
                         .value_or(Confidence::Low);
    own.source = pack.sources.join(u", "_s);
    own.clause = fields.text(u"clause");
    own.note = fields.text(u"note");
    fields.notes().provenances.front() = own;
    fields.notes().sources = pack.sources;
}

void readHead(JsonFields &fields, RulePack &pack)
{
    fields.need(u"schema");
    if (fields.has(u"schema") && fields.text(u"schema") != u"filmtracker.rulepack/1")
        fields.refuse(u"schema", u"must be \"filmtracker.rulepack/1\""_s);
    pack.id = wordLike(fields, u"id", u"[a-z0-9-]"_s);
    pack.version = wordLike(fields, u"version", u"[0-9a-z.]"_s);
    fields.need(u"title");
    pack.title = fields.text(u"title");
    readCurrency(fields, pack);
    fields.need(u"jurisdiction");
    pack.jurisdictions = fields.texts(u"jurisdiction");
    readEffective(fields, pack);
    readProvenance(fields, pack);
    fields.block(u"applies", [&pack](JsonFields &applies) {
        pack.applies = {applies.texts(u"union"), applies.texts(u"medium"),
                        applies.texts(u"location"), applies.texts(u"deal"),
                        applies.flag(u"on_production")};
    });
    pack.priority =
        int(fields.plainWhole(u"priority", 0, limits::priorityMax).value_or(pack.priority));
    pack.disabledReason = fields.text(u"disabled");
    pack.isEnabled = !fields.has(u"disabled");
    pack.isSample = fields.flag(u"sample").value_or(false);
    pack.advisories = fields.localTexts(u"advisories");
    pack.floor = fields.text(u"floor");
}

void readBlocks(JsonFields &fields, RulePack &pack)
{
    fields.block(u"time", [&pack](JsonFields &block) { readTime(block, pack.time); });
    fields.block(u"rates", [&pack](JsonFields &block) { readRates(block, pack.rates); });
    fields.block(u"work_day", [&pack](JsonFields &block) { readWorkDay(block, pack); });
    pack.tiers = tiersIn(fields, u"daily_tiers");
    fields.block(u"day_kinds", [&pack](JsonFields &block) { readDayKinds(block, pack); });
    fields.block(u"meals", [&pack](JsonFields &block) { pack.meals = mealRulesIn(block); });
    fields.block(u"overtime",
                 [&pack](JsonFields &block) { pack.overtime = overtimeRulesIn(block); });
    fields.block(u"weekly", [&pack](JsonFields &block) { readWeekly(block, pack); });
    fields.block(u"consecutive",
                 [&pack](JsonFields &block) { readConsecutive(block, pack.consecutive); });
    fields.block(u"holidays", [&pack](JsonFields &block) { readHolidays(block, pack.holidays); });
    fields.blocks(u"turnaround",
                  [&pack](JsonFields &row) { pack.rest.push_back(restRuleIn(row)); });
    fields.block(u"night", [&pack](JsonFields &block) { pack.night = nightRulesIn(block); });
    fields.block(u"early", [&pack](JsonFields &block) { pack.early = earlyRuleIn(block); });
    fields.block(u"travel", [&pack](JsonFields &block) { pack.travel = travelRulesIn(block); });
    fields.block(u"rest_breaks", [&pack](JsonFields &block) {
        pack.missedBreakHours = block.neededNumber(u"hours", numbers::hours);
    });
    fields.block(u"guarantees", [&pack](JsonFields &block) { readGuarantees(block, pack); });
    fields.block(u"leave", [&pack](JsonFields &block) {
        pack.leave = LeaveRules{block.neededNumber(u"rate", numbers::part)};
    });
}

struct BlockUse {
    QStringView path;
    std::array<bool, 6> isUsedBy; // in the order of PayModel
};

// What a pay model has no use for would be a number that never counts.
constexpr std::array blockUses{
    //                            hourly day_fee on_call flat  all_in leave
    BlockUse{u"time", {true, true, false, false, true, false}},
    BlockUse{u"rates", {true, true, true, false, true, false}},
    BlockUse{u"work_day", {true, true, false, false, false, false}},
    BlockUse{u"daily_tiers", {true, true, false, false, false, false}},
    BlockUse{u"day_kinds", {true, true, false, false, false, false}},
    BlockUse{u"meals", {true, true, false, false, true, false}},
    BlockUse{u"overtime", {false, true, false, false, false, false}},
    BlockUse{u"weekly", {true, true, false, false, false, false}},
    BlockUse{u"consecutive", {true, true, true, true, true, false}},
    BlockUse{u"holidays", {true, true, true, true, true, false}},
    BlockUse{u"turnaround", {true, true, false, false, false, false}},
    BlockUse{u"night", {true, true, false, false, false, false}},
    BlockUse{u"early", {false, true, false, false, false, false}},
    BlockUse{u"travel", {true, true, false, false, false, false}},
    BlockUse{u"rest_breaks", {true, true, false, false, false, false}},
    BlockUse{u"guarantees", {true, false, true, false, true, false}},
    BlockUse{u"leave", {false, false, false, false, false, true}},
};

void refuseUnusedBlocks(JsonFields &fields, PayModel pay)
{
    for (const BlockUse &use : blockUses) {
        if (fields.has(use.path) && !use.isUsedBy.at(size_t(pay)))
            fields.refuse(use.path, u"the pay model has no use for it"_s);
    }
}

RulePack packIn(const QJsonObject &object, PackNotes &notes)
{
    RulePack pack;
    notes.provenances.emplace_back();
    JsonFields fields(notes, object, QString(), 0);
    readHead(fields, pack);
    readBlocks(fields, pack);
    fields.need(u"pay");
    if (const auto pay = fields.choice(u"pay", ChoiceNames<PayModel>(payModelNames))) {
        pack.pay = *pay;
        refuseUnusedBlocks(fields, *pay);
        checkPayModel(pack, notes);
    }
    fields.finish();
    checkRulePack(pack, notes);
    return pack;
}

} // namespace

PackReading readRulePack(const QByteArray &json)
{
    PackNotes notes;
    const auto object = jsonObjectIn(json, notes);
    if (!object)
        return {std::nullopt, notes.takeProblems()};
    RulePack pack = packIn(*object, notes);
    if (!notes.problems().empty())
        return {std::nullopt, notes.takeProblems()};
    pack.provenances = std::move(notes.provenances);
    pack.parameters = std::move(notes.parameters);
    pack.source = json;
    return {std::move(pack), {}};
}

} // namespace film::rules
