#include "app/ui/rules_words_text.h"

#include "app/ui/pay_words.h"
#include "shared/rules/derivation_text.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QString packDate(QDate date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

void addBlock(QString &text, const QString &title, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    if (!text.isEmpty())
        text += u"\n\n"_s;
    text += title + u'\n' + lines.join(u'\n');
}

} // namespace

QString RulesWordsText::packHeader(int column) const
{
    switch (column) {
    case PacksModel::Title: return tr("Pack");
    case PacksModel::Version: return tr("Version");
    case PacksModel::Validity: return tr("In force");
    case PacksModel::State: return tr("State");
    case PacksModel::Trust: return tr("Sure");
    default: return {};
    }
}

QString RulesWordsText::numberHeader(int column) const
{
    switch (column) {
    case PackNumbersModel::Path: return tr("Number");
    case PackNumbersModel::Value: return tr("Value");
    case PackNumbersModel::Clause: return tr("Clause");
    case PackNumbersModel::Source: return tr("Source");
    case PackNumbersModel::Trust: return tr("Sure");
    default: return {};
    }
}

QString RulesWordsText::validity(const rules::RulePack &pack) const
{
    if (!pack.to.isValid())
        return tr("from %1").arg(packDate(pack.from));
    return tr("%1 to %2", "two dates").arg(packDate(pack.from), packDate(pack.to));
}

QString RulesWordsText::state(const rules::RulePack &pack, QDate day) const
{
    switch (packStateOf(pack, day)) {
    case rules::PackState::Usable: return tr("In force");
    case rules::PackState::Disabled: return tr("Off, prices nothing");
    case rules::PackState::NotYetValid: return tr("Begins later");
    case rules::PackState::Expired: return tr("Expired, still priced");
    case rules::PackState::Unknown: break;
    }
    return {};
}

QString RulesWordsText::trust(const rules::RulePack &pack, rules::Confidence confidence) const
{
    if (pack.isSample)
        return tr("invented");
    switch (confidence) {
    case rules::Confidence::High: return tr("sure");
    case rules::Confidence::Medium: return tr("fairly sure");
    case rules::Confidence::Low: return tr("doubtful");
    }
    Q_UNREACHABLE();
}

QString RulesWordsText::layer(rules::Layer layer) const
{
    switch (layer) {
    case rules::Layer::Statute: return tr("the law");
    case rules::Layer::Agreement: return tr("the agreement");
    case rules::Layer::SideLetter: return tr("the production’s side letter");
    case rules::Layer::Deal: return tr("the person’s deal");
    }
    Q_UNREACHABLE();
}

QString RulesWordsText::packName(const rules::RulePack &pack)
{
    return tr("%1, version %2").arg(pack.id, pack.version);
}

QString RulesWordsText::about(const rules::RulePack &pack)
{
    QString text;
    const auto list = [](const QStringList &words) {
        return words.isEmpty() ? QStringList() : QStringList{words.join(u", "_s)};
    };
    addBlock(text, tr("Where it counts"), list(pack.jurisdictions));
    addBlock(text, tr("Unions"), list(pack.applies.unions));
    addBlock(text, tr("Media"), list(pack.applies.media));
    addBlock(text, tr("Deals"), list(pack.applies.deals));
    // What the engine cannot know stands before where the numbers come from: it is for today.
    addBlock(text, tr("A person has to look at this"), PayWords::advisories(pack));
    addBlock(text, tr("Sources"), pack.sources);
    const qsizetype doubtful =
        std::ranges::count_if(pack.parameters, [&pack](const rules::ParameterOrigin &number) {
            return pack.provenances.at(size_t(number.provenance)).confidence
                == rules::Confidence::Low;
        });
    addBlock(text, tr("Numbers"),
             {tr("%n numbers in all", nullptr, int(pack.parameters.size())),
              tr("%n of them doubtful", nullptr, int(doubtful))});
    return text;
}

QString RulesWordsText::comparison(const PackComparison &comparison)
{
    QString text = comparison.numbers.empty()
        ? tr("Nothing differs.")
        : tr("%n places differ.", nullptr, int(comparison.numbers.size()));
    if (comparison.isOtherMoney)
        return text + u' ' + tr("The two are in different currencies, so no pay is compared.");
    if (comparison.people == 0)
        return text + u' '
            + tr("Nobody is priced by %1 in the week that is shown.").arg(comparison.before);
    if (comparison.wagesBefore && comparison.wagesAfter)
        text += u' '
            + tr("%n people this week: %1 by %2, %3 by %4.", nullptr,
                 comparison.people - comparison.impossible)
                  .arg(PayWords::moneyText(*comparison.wagesBefore), comparison.before,
                       PayWords::moneyText(*comparison.wagesAfter), comparison.after);
    if (comparison.impossible > 0)
        text += u' ' + tr("%n people cannot be priced by it.", nullptr, comparison.impossible);
    return text;
}

QString RulesWordsText::lineName(rules::LineCode code)
{
    if (code == rules::LineCode::Hours)
        return tr("Hours worked");
    if (code == rules::LineCode::Overtime)
        return tr("Overtime");
    if (code == rules::LineCode::MealPenalty)
        return tr("Meal penalties");
    rules::PayLine line;
    line.code = code;
    return PayWords::lineTitle(line);
}

QString RulesWordsText::explanation(const rules::PersonWeekPay &pay, QDate date)
{
    if (pay.noFigure)
        return PayWords::noFigureText(pay);
    const rules::DayPay *day = pay.find(date);
    const auto input = std::ranges::find(pay.input.days, date, &rules::PayDay::date);
    if (!day || input == pay.input.days.end())
        return tr("There is no figure for this day: its times are not complete.");
    const rules::Language language = rules::languageFromCode(QLocale().name());
    QString text = tr("%1: estimate %2", "a pack, an amount")
                       .arg(packName(*pay.pack), PayWords::moneyText(day->gross()));
    for (const rules::PayLine &line : day->lines) {
        text += u"\n\n"_s
            + tr("%1: %2", "a pay line, its amount")
                  .arg(PayWords::lineTitle(line), PayWords::moneyText(line.amount))
            + u'\n'
            + rules::derivationText(day->sheet, line.node, *pay.pack, input->clock, language);
    }
    QStringList notes;
    for (const rules::Notice notice : day->notices)
        notes += PayWords::noticeText(notice);
    addBlock(text, tr("Beside it"), notes);
    return text + u"\n\n"_s + PayWords::disclaimer();
}

} // namespace film::app
