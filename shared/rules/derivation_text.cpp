#include "shared/rules/derivation_text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QStringList>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

QString clockText(Minutes wallTime)
{
    // Past midnight the day goes on: 25:30 is half past one.
    const int minutes = wallTime.count();
    const int hours = minutes >= 0 ? minutes / 60 : -((59 - minutes) / 60);
    return u"%1:%2"_s.arg(hours, 2, 10, QChar(u'0')).arg(minutes - hours * 60, 2, 10, QChar(u'0'));
}

QString durationText(const Ratio &minutes)
{
    if (minutes.denominator() != 1)
        return minutes.toDecimal(0, 2) + u" min"_s;
    const qint64 whole = minutes.numerator();
    const qint64 size = whole < 0 ? -whole : whole;
    const QString text = u"%1:%2"_s.arg(size / 60).arg(size % 60, 2, 10, QChar(u'0'));
    return whole < 0 ? u'-' + text : text;
}

// "2026-05-05T14:00Z"
QString instantText(const Ratio &utcMinute)
{
    return QDateTime::fromSecsSinceEpoch(utcMinute.numerator() * 60, Qt::UTC)
        .toString(u"yyyy-MM-dd'T'HH:mm'Z'"_s);
}

QString stepName(Step step)
{
    switch (step) {
    case Step::Input: return u"input"_s;
    case Step::Pack: return u"pack"_s;
    case Step::Constant: return u"constant"_s;
    case Step::Sum: return u"sum"_s;
    case Step::Difference: return u"difference"_s;
    case Step::Product: return u"product"_s;
    case Step::Quotient: return u"quotient"_s;
    case Step::Smaller: return u"smaller"_s;
    case Step::Larger: return u"larger"_s;
    case Step::RoundUpTo: return u"round_up_to"_s;
    case Step::RoundDownTo: return u"round_down_to"_s;
    case Step::RoundHalfUpTo: return u"round_half_up_to"_s;
    case Step::Because: return u"because"_s;
    }
    Q_UNREACHABLE();
}

QString unitName(Unit unit)
{
    switch (unit) {
    case Unit::Number: return u"number"_s;
    case Unit::Moment: return u"utc_minute"_s;
    case Unit::Minutes: return u"minutes"_s;
    case Unit::Hours: return u"hours"_s;
    case Unit::Money: return u"minor_units"_s;
    case Unit::MoneyPerHour: return u"minor_units_per_hour"_s;
    case Unit::Factor: return u"factor"_s;
    }
    Q_UNREACHABLE();
}

QString layerName(Layer layer)
{
    switch (layer) {
    case Layer::Statute: return u"statute"_s;
    case Layer::Agreement: return u"agreement"_s;
    case Layer::SideLetter: return u"side letter"_s;
    case Layer::Deal: return u"deal"_s;
    }
    Q_UNREACHABLE();
}

QString confidenceName(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Low: return u"low"_s;
    case Confidence::Medium: return u"medium"_s;
    case Confidence::High: return u"high"_s;
    }
    Q_UNREACHABLE();
}

struct Phrases {
    QStringView smaller;
    QStringView larger;
    QStringView roundedUp;
    QStringView roundedDown;
    QStringView rounded;
    std::array<QStringView, 3> confidence;
    QStringView personal;
    QStringView sideLetter;
    QStringView invented; // what a sample says, which no source can make sure
    QStringView typed;
    QStringView readAs;
};

const Phrases &phrasesIn(Language language)
{
    static constexpr std::array<Phrases, 4> phrases{
        Phrases{u"the smaller of",
                u"the larger of",
                u"rounded up to",
                u"rounded down to",
                u"rounded to",
                {u"low confidence", u"medium confidence", u"high confidence"},
                u"personal deal",
                u"side letter",
                u"invented",
                u"typed",
                u"read as"},
        Phrases{u"das Kleinere von",
                u"das Größere von",
                u"aufgerundet auf",
                u"abgerundet auf",
                u"gerundet auf",
                {u"unsicher", u"mittlere Sicherheit", u"sicher"},
                u"persönlicher Vertrag",
                u"Nebenabrede der Produktion",
                u"erfunden",
                u"eingegeben",
                u"gelesen als"},
        Phrases{u"le plus petit de",
                u"le plus grand de",
                u"arrondi au supérieur à",
                u"arrondi à l'inférieur à",
                u"arrondi à",
                {u"peu sûr", u"moyennement sûr", u"sûr"},
                u"contrat personnel",
                u"avenant de la production",
                u"inventé",
                u"saisi",
                u"lu comme"},
        Phrases{u"el menor de",
                u"el mayor de",
                u"redondeado hacia arriba a",
                u"redondeado hacia abajo a",
                u"redondeado a",
                {u"poco seguro", u"seguridad media", u"seguro"},
                u"contrato personal",
                u"anexo de la producción",
                u"inventado",
                u"escrito",
                u"leído como"},
    };
    return phrases.at(size_t(language));
}

class Writer
{
public:
    Writer(const Sheet &sheet, const RulePack &pack, const DayClock &clock, Language language)
        : m_sheet(sheet)
        , m_pack(pack)
        , m_clock(clock)
        , m_language(language)
    {}

    void write(qint32 index, int depth)
    {
        const DerivationNode &node = m_sheet.nodes().at(size_t(index));
        const std::span<const qint32> parts = m_sheet.partsOf(node);
        QString line = QString(depth * 2, u' ') + wordText(node.word, m_language);
        if (!line.trimmed().isEmpty())
            line += u": "_s;
        line += valueText(node);
        if (const QString typed = m_sheet.typedText(index); !typed.isEmpty()) {
            const Phrases &phrases = phrasesIn(m_language);
            line += u" (%1 \"%2\", %3 %4)"_s.arg(phrases.typed, typed, phrases.readAs,
                                                 instantText(node.value).replace(u'T', u' '));
        }
        if (!parts.empty())
            line += u" = "_s + formula(node, parts);
        if (node.step == Step::Pack)
            line += u" "_s + originText(node.parameter);
        m_lines << line;
        for (const qint32 part : parts) {
            // Sixty minutes and the cent explain themselves in the formula.
            if (m_sheet.nodes().at(size_t(part)).step != Step::Constant)
                write(part, depth + 1);
        }
    }

    [[nodiscard]] QString text() const { return m_lines.join(u'\n'); }

    [[nodiscard]] QString formulaOf(const DerivationNode &node) const
    {
        return formula(node, m_sheet.partsOf(node));
    }

    QString valueText(const DerivationNode &node) const
    {
        switch (node.unit) {
        case Unit::Number: return node.value.toDecimal();
        case Unit::Moment:
            return clockText(m_clock.wallTime(Moment(Minutes(qint32(node.value.numerator())))));
        case Unit::Minutes: return durationText(node.value);
        case Unit::Hours: return node.value.toDecimal(1, 4) + u" h"_s;
        case Unit::Money:
            return (node.value / Ratio(100)).toDecimal(2, 4) + u' ' + currencyCode(m_pack.currency);
        case Unit::MoneyPerHour:
            return (node.value / Ratio(100)).toDecimal(2, 4) + u' ' + currencyCode(m_pack.currency)
                + u"/h"_s;
        case Unit::Factor: return node.value.toDecimal(1, 4);
        }
        Q_UNREACHABLE();
    }

private:
    QString formula(const DerivationNode &node, std::span<const qint32> parts) const
    {
        QStringList values;
        for (const qint32 part : parts)
            values << valueText(m_sheet.nodes().at(size_t(part)));
        const Phrases &phrases = phrasesIn(m_language);
        const auto of = [&](QStringView phrase) -> QString {
            return phrase.toString() + u' ' + values.join(u", "_s);
        };
        const auto to = [&](QStringView phrase) -> QString {
            return values.at(0) + u' ' + phrase.toString() + u' ' + values.at(1);
        };
        switch (node.step) {
        case Step::Input:
        case Step::Pack:
        case Step::Constant: return {};
        case Step::Sum: return values.join(u" + "_s);
        case Step::Difference: return values.join(u" − "_s);
        case Step::Product: return values.join(u" × "_s);
        case Step::Quotient: return values.join(u" ÷ "_s);
        case Step::Smaller: return of(phrases.smaller);
        case Step::Larger: return of(phrases.larger);
        case Step::RoundUpTo: return to(phrases.roundedUp);
        case Step::RoundDownTo: return to(phrases.roundedDown);
        case Step::RoundHalfUpTo: return to(phrases.rounded);
        case Step::Because: return values.at(0);
        }
        Q_UNREACHABLE();
    }

    QString originText(qint32 parameter) const
    {
        const Provenance &provenance = m_pack.provenanceOf(parameter);
        QStringList words;
        if (parameter >= 0) {
            const ParameterOrigin &origin = m_pack.parameters.at(size_t(parameter));
            words << origin.path;
            if (origin.layer == Layer::Deal)
                words << phrasesIn(m_language).personal.toString();
            if (origin.layer == Layer::SideLetter)
                words << phrasesIn(m_language).sideLetter.toString();
        }
        if (!provenance.clause.isEmpty())
            words << provenance.clause;
        if (!provenance.source.isEmpty())
            words << provenance.source;
        words << (m_pack.isSample
                      ? phrasesIn(m_language).invented
                      : phrasesIn(m_language).confidence.at(size_t(provenance.confidence)))
                     .toString();
        return u"[%1: %2]"_s.arg(m_pack.name(), words.join(u", "_s));
    }

    const Sheet &m_sheet;
    const RulePack &m_pack;
    const DayClock &m_clock;
    Language m_language;
    QStringList m_lines;
};

} // namespace

QString derivationText(const Sheet &sheet, qint32 root, const RulePack &pack, const DayClock &clock,
                       Language language)
{
    if (root < 0)
        return {};
    Writer writer(sheet, pack, clock, language);
    writer.write(root, 0);
    return writer.text();
}

namespace {

QJsonObject originJson(const RulePack &pack, const DerivationNode &node)
{
    const Provenance &provenance = pack.provenanceOf(node.parameter);
    QJsonObject origin{
        {u"pack"_s, pack.name()},
        {u"source"_s, provenance.source},
        {u"clause"_s, provenance.clause},
        {u"confidence"_s, pack.isSample ? u"invented"_s : confidenceName(provenance.confidence)}};
    if (!provenance.note.isEmpty())
        origin[u"note"_s] = provenance.note;
    if (node.parameter >= 0) {
        const ParameterOrigin &parameter = pack.parameters.at(size_t(node.parameter));
        origin[u"path"_s] = parameter.path;
        origin[u"text"_s] = parameter.text;
        origin[u"layer"_s] = layerName(parameter.layer);
    }
    return origin;
}

QJsonObject nodeJson(const Sheet &sheet, qint32 index, const RulePack &pack, const Writer &writer,
                     Language language)
{
    const DerivationNode &node = sheet.nodes().at(size_t(index));
    QJsonObject json{{u"what"_s, wordText(node.word, language)},
                     {u"step"_s, stepName(node.step)},
                     {u"unit"_s, unitName(node.unit)},
                     {u"text"_s, writer.valueText(node)},
                     {u"numerator"_s, QString::number(node.value.numerator())},
                     {u"denominator"_s, QString::number(node.value.denominator())}};
    if (const QString typed = sheet.typedText(index); !typed.isEmpty()) {
        json[u"typed"_s] = typed;
        json[u"read"_s] = instantText(node.value);
    }
    if (node.step == Step::Pack)
        json[u"origin"_s] = originJson(pack, node);
    QJsonArray parts;
    for (const qint32 part : sheet.partsOf(node))
        parts.append(nodeJson(sheet, part, pack, writer, language));
    if (!parts.isEmpty()) {
        json[u"formula"_s] = writer.formulaOf(node);
        json[u"parts"_s] = parts;
    }
    return json;
}

} // namespace

QJsonObject derivationJson(const Sheet &sheet, qint32 root, const RulePack &pack,
                           const DayClock &clock, Language language)
{
    if (root < 0)
        return {};
    return nodeJson(sheet, root, pack, Writer(sheet, pack, clock, language), language);
}

} // namespace film::rules
