#include "app/cli/cli_words.h"

#include "shared/domain/time_format.h"

#include <array>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

// In the order of Language.
using CliWords = std::array<QStringView, 4>;

QString saidIn(const CliWords &words, rules::Language language)
{
    return words.at(size_t(language)).toString();
}

CliWords wordsFor(CliText text)
{
    switch (text) {
    case CliText::Estimate: return {u"estimate", u"Schätzung", u"estimation", u"estimación"};
    case CliText::Disclaimer:
        return {u"Estimated from the times and terms entered. Payroll, the agreement and the law "
                "decide.",
                u"Geschätzt aus den eingetragenen Zeiten und Bedingungen. Es entscheiden "
                "Lohnbuchhaltung, Tarifvertrag und Gesetz.",
                u"Estimé d’après les horaires et conditions saisis. La paie, la convention et la "
                "loi décident.",
                u"Estimación según las horas y condiciones anotadas. Deciden nóminas, el convenio "
                "y la ley."};
    case CliText::PutBy:
        return {u"put by for holidays not worked, not paid now: %1",
                u"zurückgelegt für freie Feiertage, jetzt nicht bezahlt: %1",
                u"mis de côté pour jours fériés chômés, non payé maintenant : %1",
                u"acumulado por festivos no trabajados, no se paga ahora: %1"};
    case CliText::Notes: return {u"notes: %1", u"Hinweise: %1", u"remarques : %1", u"notas: %1"};
    case CliText::NoFigure:
        return {u"no figure: %1", u"kein Betrag: %1", u"pas de montant : %1", u"sin importe: %1"};
    case CliText::PartOfWeek:
        return {u"%1 to %2: deal from %3 to %4, %5", u"%1 bis %2: Vertrag von %3 bis %4, %5",
                u"%1 à %2 : contrat du %3 au %4, %5", u"%1 a %2: contrato de %3 a %4, %5"};
    case CliText::MadeUp:
        return {u", made up to the statute", u", auf das Gesetz aufgefüllt",
                u", complété jusqu’au minimum légal", u", hasta el mínimo legal"};
    case CliText::Open: return {u"open", u"offen", u"ouvert", u"abierto"};
    case CliText::OpenPenalties:
        return {u"%1 meal penalties past the agreed number of a week: between %2 and %3, which is "
                "contested; counted by the schedule",
                u"%1 Pausenstrafen über der vereinbarten Zahl einer Woche: zwischen %2 und %3, was "
                "strittig ist; gezählt nach der Staffel",
                u"%1 pénalités de repas au-delà du nombre convenu par semaine : entre %2 et %3, ce "
                "qui est contesté ; comptées selon le barème",
                u"%1 penalizaciones por comida por encima del número acordado de la semana: entre "
                "%2 y %3, lo que se discute; contadas según la tabla"};
    case CliText::PaidBy: return {u"paid by", u"trägt", u"à la charge de", u"a cargo de"};
    case CliText::NobodyNamed:
        return {u"without an account", u"ohne Kostenstelle", u"sans compte", u"sin cuenta"};
    case CliText::CannotCompare:
        return {u"%1: cannot be compared: %2", u"%1: nicht vergleichbar: %2",
                u"%1 : comparaison impossible : %2", u"%1: no se puede comparar: %2"};
    case CliText::Compared:
        return {u"%1: %2 under %3, %4 under %5", u"%1: %2 nach %3, %4 nach %5",
                u"%1 : %2 selon %3, %4 selon %5", u"%1: %2 según %3, %4 según %5"};
    case CliText::Begins:
        return {u"%1 begins on %2", u"%1 gilt ab %2", u"%1 commence le %2", u"%1 empieza el %2"};
    case CliText::Ended:
        return {u"%1 ended on %2", u"%1 galt bis %2", u"%1 a expiré le %2", u"%1 terminó el %2"};
    case CliText::Penalties: return {u"penalties", u"Strafen", u"pénalités", u"penalizaciones"};
    case CliText::Total: return {u"total", u"Summe", u"total", u"total"};
    case CliText::PaidByTheWeek:
        return {u"paid by the week, whatever the hours of a day: %1",
                u"nach der Woche bezahlt, wie lang ein Tag auch ist: %1",
                u"payés à la semaine, quelles que soient les heures d’un jour : %1",
                u"pagados por semana, sean cuales sean las horas de un día: %1"};
    case CliText::WithoutFigure:
        return {u"without a figure: %1; impossible with the change: %2",
                u"ohne Betrag: %1; mit der Änderung unmöglich: %2",
                u"sans montant : %1 ; impossibles avec le changement : %2",
                u"sin importe: %1; imposibles con el cambio: %2"};
    case CliText::MealDue:
        return {u"meal %1 is due, after %2", u"Pause %1 ist fällig, nach %2",
                u"repas %1 dû, après %2", u"límite de la comida %1, tras %2"};
    case CliText::TierByWork:
        return {u"x%1 begins, after %2 of work", u"x%1 beginnt, nach %2 Arbeit",
                u"passage à x%1, après %2 de travail", u"empieza x%1, tras %2 de trabajo"};
    case CliText::TierByDay:
        return {u"x%1 begins, after %2 of the day", u"x%1 beginnt, nach %2 des Tages",
                u"passage à x%1, après %2 de la journée", u"empieza x%1, tras %2 de la jornada"};
    case CliText::LastWrap:
        return {u"last wrap that leaves %1 of rest before the next call",
                u"spätester Schluss, der %1 Ruhe bis zum nächsten Beginn lässt",
                u"dernière fin qui laisse %1 de repos avant la prochaine convocation",
                u"último fin que deja %1 de descanso antes de la próxima citación"};
    case CliText::Guarantee:
        return {u"the guarantee of %1 is reached", u"die Garantie von %1 ist erreicht",
                u"la garantie de %1 est atteinte", u"se alcanza la garantía de %1"};
    case CliText::People:
        return {u" (people: %1)", u" (Personen: %1)", u" (personnes : %1)", u" (personas: %1)"};
    case CliText::Now: return {u"now", u"jetzt", u"maintenant", u"ahora"};
    case CliText::InMinutes: return {u"in %1 min", u"in %1 min", u"dans %1 min", u"en %1 min"};
    case CliText::OfItPenalties:
        return {u"%1  of it penalties %2", u"%1  davon Strafen %2", u"%1  dont pénalités %2",
                u"%1  de ello penalizaciones %2"};
    case CliText::ImpossibleTimes:
        return {u"the times contradict each other", u"die Zeiten widersprechen sich",
                u"les horaires se contredisent", u"las horas se contradicen"};
    case CliText::All: return {u"all %1", u"alle %1", u"tous : %1", u"todos: %1"};
    }
    Q_UNREACHABLE();
}

CliWords titleOf(rules::LineCode code)
{
    using rules::LineCode;
    switch (code) {
    case LineCode::WeekFee:
        return {u"weekly rate", u"Wochengage", u"salaire hebdomadaire", u"tarifa semanal"};
    case LineCode::DayFee: return {u"day rate", u"Tagesgage", u"cachet", u"tarifa diaria"};
    case LineCode::BasicPay: return {u"basic pay", u"Grundgage", u"paie de base", u"paga básica"};
    case LineCode::Hours: return {u"hours", u"Stunden", u"heures", u"horas"};
    case LineCode::SixthDay:
        return {u"sixth or seventh day", u"sechster oder siebter Tag", u"sixième ou septième jour",
                u"sexto o séptimo día"};
    case LineCode::Overtime: return {u"overtime", u"Überstunden", u"heures sup.", u"horas extra"};
    case LineCode::PreCall:
        return {u"before the unit’s call", u"vor Beginn der Unit",
                u"avant la convocation de l’équipe", u"antes de la citación de la unidad"};
    case LineCode::Travel: return {u"travel", u"Reisezeit", u"voyage", u"viaje"};
    case LineCode::HolidayNotWorked: return {u"holiday", u"Feiertag", u"férié", u"festivo"};
    case LineCode::NotWorked:
        return {u"day without work", u"Tag ohne Arbeit", u"journée sans travail",
                u"día sin trabajo"};
    case LineCode::Guarantee:
        return {u"up to the minimum call", u"bis zur Mindestzeit", u"complément au minimum",
                u"hasta el mínimo"};
    case LineCode::ReportingTime:
        return {u"reporting time", u"Erscheinungszeit", u"temps de présentation",
                u"tiempo de presentación"};
    case LineCode::DayRateHours:
        return {u"past a very long day", u"nach sehr langem Tag", u"au-delà de la longue journée",
                u"tras la jornada muy larga"};
    case LineCode::Early:
        return {u"early start", u"früher Beginn", u"heures matinales", u"inicio temprano"};
    case LineCode::Night: return {u"night work", u"Nachtarbeit", u"heures de nuit", u"nocturnidad"};
    case LineCode::Surcharge:
        return {u"surcharge of the day", u"Zuschlag des Tages", u"majoration du jour",
                u"recargo del día"};
    case LineCode::MealPenalty:
        return {u"meal penalty", u"Pausenstrafe", u"pénalité de repas", u"penalización por comida"};
    case LineCode::MealDelay:
        return {u"meal late or cut short", u"Pause zu spät oder zu kurz",
                u"repas tardif ou écourté", u"comida tarde o recortada"};
    case LineCode::Turnaround:
        return {u"short rest before", u"Ruhezeit davor zu kurz", u"repos trop court avant",
                u"descanso previo corto"};
    case LineCode::MissedBreak:
        return {u"rest break missed", u"Ruhepause entfallen", u"pause manquée", u"pausa no dada"};
    case LineCode::SpreadOfHours:
        return {u"spread of hours", u"Spanne des Tags", u"amplitude de la journée",
                u"amplitud de la jornada"};
    case LineCode::WeeklyOvertime:
        return {u"weekly overtime", u"Wochenüberstunden", u"heures sup. de la semaine",
                u"horas extra semanales"};
    case LineCode::Overage:
        return {u"over the included hours", u"über die enthaltenen Stunden",
                u"au-delà des heures comprises", u"sobre las horas incluidas"};
    case LineCode::WeekGuarantee:
        return {u"up to the week’s guarantee", u"bis zur Wochengarantie",
                u"complément à la garantie", u"hasta la garantía semanal"};
    case LineCode::StatuteFloor:
        return {u"up to the statute", u"bis zum Gesetz", u"complément au minimum légal",
                u"hasta el mínimo legal"};
    case LineCode::NightBank:
        return {u"night work of the week", u"Nachtarbeit der Woche",
                u"heures de nuit de la semaine", u"nocturnidad de la semana"};
    case LineCode::Allowance: return {u"allowance", u"Zulage", u"indemnité", u"complemento"};
    case LineCode::HolidayPay:
        return {u"holiday pay", u"Urlaubsgeld", u"congés payés", u"paga de vacaciones"};
    case LineCode::HolidayAccrual:
        return {u"put by for holidays", u"Rücklage für Feiertage", u"provision pour fériés",
                u"acumulado por festivos"};
    }
    Q_UNREACHABLE();
}

CliWords noticeWords(rules::Notice notice)
{
    using rules::Notice;
    switch (notice) {
    case Notice::NoPreviousWrap:
        return {u"the wrap before is not known, so the rest was not judged",
                u"der Drehschluss davor ist nicht bekannt, die Ruhezeit wurde nicht geprüft",
                u"la fin précédente n’est pas connue, le repos n’a pas été vérifié",
                u"no consta el fin anterior, no se ha valorado el descanso"};
    case Notice::PenaltiesUnresolved:
        return {u"more meal penalties than the agreement prices clearly",
                u"mehr Pausenstrafen, als der Tarifvertrag klar beziffert",
                u"plus de pénalités de repas que la convention n’en prévoit clairement",
                u"más penalizaciones por comida de las que el convenio tarifa con claridad"};
    case Notice::LowConfidence:
        return {u"a figure of the rule pack is doubtful", u"eine Zahl im Regelwerk ist zweifelhaft",
                u"un chiffre du jeu de règles est douteux",
                u"una cifra del paquete de reglas es dudosa"};
    case Notice::PackExpired:
        return {u"the rule pack’s terms have expired",
                u"die Bedingungen des Regelwerks sind abgelaufen",
                u"les conditions du jeu de règles ont expiré",
                u"las condiciones del paquete de reglas han caducado"};
    case Notice::NotApproved:
        return {u"pays nothing until it is approved", u"wird erst bezahlt, wenn es genehmigt ist",
                u"rien n’est payé avant approbation", u"no se paga nada hasta que se apruebe"};
    case Notice::CompRest:
        return {u"settled by time off", u"durch Freizeit ausgeglichen", u"compensé par du repos",
                u"se compensa con descanso"};
    case Notice::NightBanked:
        return {u"night work is settled at the end of the week",
                u"Nachtarbeit wird am Ende der Woche abgerechnet",
                u"les heures de nuit sont réglées en fin de semaine",
                u"la nocturnidad se liquida al final de la semana"};
    case Notice::EighthDay:
        return {u"the eighth day in a row or later, which the agreement does not allow",
                u"achter oder späterer Tag in Folge, was der Tarifvertrag nicht erlaubt",
                u"huitième jour de suite ou plus, ce que la convention ne permet pas",
                u"octavo día seguido o más, que el convenio no permite"};
    case Notice::EighthNext:
        return {u"the seventh day in a row; the agreement does not allow an eighth",
                u"siebter Tag in Folge; einen achten erlaubt der Tarifvertrag nicht",
                u"septième jour de suite ; la convention n’en permet pas un huitième",
                u"séptimo día seguido; el convenio no permite un octavo"};
    case Notice::WeekGuaranteeOpen:
        return {u"the deal’s weekly guarantee is not counted: the pack does not say for how many "
                "days",
                u"die Wochengarantie zählt nicht: das Regelwerk sagt nicht, für wie viele Tage",
                u"la garantie hebdomadaire n’est pas comptée : le jeu de règles ne dit pas pour "
                "combien de jours",
                u"la garantía semanal no se cuenta: el paquete no dice para cuántos días"};
    case Notice::JoinedNextDate:
        return {u"goes on into the next date", u"geht in den nächsten Tag hinein",
                u"se poursuit à la date suivante", u"sigue en la fecha siguiente"};
    }
    Q_UNREACHABLE();
}

CliWords reasonWords(rules::NoFigure why)
{
    using rules::NoFigure;
    switch (why) {
    case NoFigure::NoDeal:
        return {u"no rule: no deal is known here", u"keine Regel: hier ist kein Vertrag bekannt",
                u"sans règle : aucun contrat connu ici",
                u"sin regla: aquí no consta ningún contrato"};
    case NoFigure::NotInForce:
        return {u"no rule: no deal is in force in this week",
                u"keine Regel: in dieser Woche gilt kein Vertrag",
                u"sans règle : aucun contrat n’est en vigueur cette semaine",
                u"sin regla: ningún contrato está en vigor esta semana"};
    case NoFigure::NoRate:
        return {u"no rule: the deal has no rate the pack starts from",
                u"keine Regel: im Vertrag fehlt die Gage, von der das Regelwerk ausgeht",
                u"sans règle : le contrat n’indique pas le salaire dont partent les règles",
                u"sin regla: el contrato no tiene la tarifa de la que parte el paquete"};
    case NoFigure::NoPack:
        return {u"no rule: the deal names no pack",
                u"keine Regel: der Vertrag nennt kein Regelwerk",
                u"sans règle : le contrat ne nomme aucun jeu de règles",
                u"sin regla: el contrato no nombra ningún paquete"};
    case NoFigure::PackDisabled:
        return {u"no rule: the pack's figures are doubtful",
                u"keine Regel: Zahlen im Regelwerk zweifelhaft",
                u"sans règle : les chiffres du jeu de règles sont douteux",
                u"sin regla: las cifras del paquete son dudosas"};
    case NoFigure::PackNotYet:
        return {u"no rule: the pack begins later", u"keine Regel: das Regelwerk gilt erst später",
                u"sans règle : le jeu de règles commence plus tard",
                u"sin regla: el paquete empieza más tarde"};
    case NoFigure::OtherCurrency:
        return {u"no rule: deal and pack differ in currency",
                u"keine Regel: Vertrag und Regelwerk haben verschiedene Währungen",
                u"sans règle : contrat et règles sont en monnaies différentes",
                u"sin regla: contrato y paquete tienen monedas distintas"};
    case NoFigure::BadTerms:
        return {u"no rule: the deal's own terms do not fit",
                u"keine Regel: die Bedingungen im Vertrag passen nicht",
                u"sans règle : les conditions du contrat ne sont pas applicables",
                u"sin regla: las condiciones del contrato no encajan"};
    case NoFigure::BadSideLetter:
        return {u"no rule: the production's side letter does not fit",
                u"keine Regel: die Zusatzvereinbarung der Produktion passt nicht",
                u"sans règle : l’avenant de la production n’est pas applicable",
                u"sin regla: el anexo de la producción no encaja"};
    case NoFigure::Impossible:
        return {u"no figure: the times contradict each other",
                u"kein Betrag: die Zeiten widersprechen sich",
                u"pas de montant : les horaires se contredisent",
                u"sin importe: las horas se contradicen"};
    }
    Q_UNREACHABLE();
}

CliWords whyWords(rules::WhyUnpriced why)
{
    using rules::WhyUnpriced;
    switch (why) {
    case WhyUnpriced::NotEntered:
        return {u"no times", u"keine Zeiten", u"pas d’heures", u"sin horas"};
    case WhyUnpriced::NoWrap: return {u"no wrap", u"kein Drehschluss", u"pas de fin", u"sin fin"};
    case WhyUnpriced::UnknownZone:
        return {u"the zone is not known here", u"die Zeitzone ist hier nicht bekannt",
                u"le fuseau horaire n’est pas connu ici", u"la zona horaria no se conoce aquí"};
    case WhyUnpriced::Impossible: return wordsFor(CliText::ImpossibleTimes);
    case WhyUnpriced::NoRule:
        return {u"no rule: the pack does not say what such a day pays",
                u"keine Regel: das Regelwerk sagt nicht, was ein solcher Tag zahlt",
                u"sans règle : le jeu de règles ne dit pas ce que paie une telle journée",
                u"sin regla: el paquete no dice qué paga un día así"};
    case WhyUnpriced::NoDeal:
        return {u"no rule: no deal is in force on this day",
                u"keine Regel: an diesem Tag gilt kein Vertrag",
                u"sans règle : aucun contrat n’est en vigueur ce jour",
                u"sin regla: ningún contrato está en vigor este día"};
    case WhyUnpriced::NoPack:
        return {u"no rule: the deal of this day has no pack that prices it",
                u"keine Regel: der Vertrag dieses Tages hat kein Regelwerk, das ihn bewertet",
                u"sans règle : le contrat de ce jour n’a pas de jeu de règles qui le chiffre",
                u"sin regla: el contrato de este día no tiene un paquete que lo valore"};
    case WhyUnpriced::AllowanceInOtherMoney:
        return {u"an allowance in another currency is left out",
                u"eine Zulage in anderer Währung bleibt außen vor",
                u"une indemnité dans une autre monnaie est laissée de côté",
                u"un complemento en otra moneda queda fuera"};
    case WhyUnpriced::PartOfDayBefore:
        return {u"priced with the day before", u"mit dem Vortag bewertet",
                u"chiffré avec la veille", u"se valora con el día anterior"};
    }
    Q_UNREACHABLE();
}

} // namespace

QString cliText(CliText text, rules::Language language)
{
    return saidIn(wordsFor(text), language);
}

QString codeTitle(rules::LineCode code, rules::Language language)
{
    return saidIn(titleOf(code), language);
}

QString lineText(const rules::PayLine &line, rules::Language language)
{
    constexpr CliWords night{u" night x", u" nachts x", u" de nuit x", u" de noche x"};
    QString text = codeTitle(line.code, language);
    if (!(line.factor == rules::Ratio(1)) || line.code == rules::LineCode::Hours)
        text += u" x"_s + line.factor.toDecimal(1, 3);
    if (!(line.nightFactor == rules::Ratio(1)))
        text += saidIn(night, language) + line.nightFactor.toDecimal(1, 3);
    return text;
}

QString noticeText(rules::Notice notice, rules::Language language)
{
    return saidIn(noticeWords(notice), language);
}

QString reasonText(rules::NoFigure why, const QString &wantedPack, rules::Language language)
{
    if (why != rules::NoFigure::NoPack || wantedPack.isEmpty())
        return saidIn(reasonWords(why), language);
    constexpr CliWords missing{u"no rule: pack %1 is not on this computer",
                               u"keine Regel: das Regelwerk %1 ist nicht auf diesem Rechner",
                               u"sans règle : le jeu %1 n’est pas sur cet ordinateur",
                               u"sin regla: el paquete %1 no está en este ordenador"};
    constexpr CliWords version{u" version ", u" Version ", u" version ", u" versión "};
    const QString asked = wantedPack.section(u'@', 1);
    return saidIn(missing, language)
        .arg(wantedPack.section(u'@', 0, 0)
             + (asked.isEmpty() ? QString() : QString(saidIn(version, language) + asked)));
}

QString whyText(rules::WhyUnpriced why, rules::Language language)
{
    return saidIn(whyWords(why), language);
}

QString aheadText(const rules::AheadEvent &event, rules::Language language)
{
    const QString after = formatHours(event.after, Notation::Clock);
    switch (event.kind) {
    case rules::AheadKind::MealDue:
        return cliText(CliText::MealDue, language).arg(QString::number(event.meal + 1), after);
    case rules::AheadKind::NextTier:
        return cliText(event.isElapsed ? CliText::TierByDay : CliText::TierByWork, language)
            .arg(event.factor.toDecimal(1, 3), after);
    case rules::AheadKind::WrapForRest: return cliText(CliText::LastWrap, language).arg(after);
    case rules::AheadKind::GuaranteeEnds: return cliText(CliText::Guarantee, language).arg(after);
    }
    Q_UNREACHABLE();
}

} // namespace film::app
