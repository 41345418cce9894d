#include "shared/rules/derivation_text.h"

#include <array>

namespace film::rules {

namespace {

// In the order of Language.
using Words = std::array<QStringView, 4>;

Words wordsOf(Word word)
{
    switch (word) {
    case Word::Nothing: return {u"", u"", u"", u""};
    case Word::Call: return {u"call", u"Arbeitsbeginn", u"convocation", u"citación"};
    case Word::UnitCall:
        return {u"unit call", u"Arbeitsbeginn der Unit", u"convocation de l'équipe",
                u"citación de la unidad"};
    case Word::Wrap: return {u"wrap", u"Drehschluss", u"fin de journée", u"fin de jornada"};
    case Word::MealStart:
        return {u"meal start", u"Beginn der Pause", u"début du repas", u"inicio de la comida"};
    case Word::MealEnd:
        return {u"meal end", u"Ende der Pause", u"fin du repas", u"fin de la comida"};
    case Word::PreviousWrap:
        return {u"wrap of the day before", u"Drehschluss am Vortag", u"fin de la veille",
                u"fin de la jornada anterior"};
    case Word::SpanStart: return {u"from", u"von", u"de", u"desde"};
    case Word::SpanEnd: return {u"to", u"bis", u"à", u"hasta"};
    case Word::Span: return {u"time", u"Zeit", u"durée", u"tiempo"};
    case Word::Worked:
        return {u"time worked", u"Arbeitszeit", u"temps travaillé", u"tiempo trabajado"};
    case Word::Elapsed:
        return {u"call to wrap", u"Beginn bis Schluss", u"amplitude", u"de citación a fin"};
    case Word::Deducted: return {u"taken off", u"abgezogen", u"déduit", u"descontado"};
    case Word::RoundedWorked:
        return {u"rounded time", u"gerundete Zeit", u"temps arrondi", u"tiempo redondeado"};
    case Word::HourUnit: return {u"hour", u"Stunde", u"heure", u"hora"};
    case Word::MinutesPerHour:
        return {u"minutes in an hour", u"Minuten je Stunde", u"minutes par heure",
                u"minutos por hora"};
    case Word::PaidHours:
        return {u"hours paid", u"bezahlte Stunden", u"heures payées", u"horas pagadas"};
    case Word::HourlyRate:
        return {u"hourly rate", u"Stundensatz", u"taux horaire", u"tarifa por hora"};
    case Word::DayRate: return {u"day rate", u"Tagesgage", u"cachet", u"tarifa diaria"};
    case Word::WeekRate:
        return {u"weekly rate", u"Wochengage", u"salaire hebdomadaire", u"tarifa semanal"};
    case Word::RateDivisor:
        return {u"divided by", u"geteilt durch", u"divisé par", u"dividido por"};
    case Word::RatePrecision:
        return {u"rate is kept to", u"Satz gerundet auf", u"taux arrondi à",
                u"tarifa redondeada a"};
    case Word::Factor: return {u"factor", u"Faktor", u"coefficient", u"factor"};
    case Word::NightFactor:
        return {u"night factor", u"Nachtfaktor", u"coefficient de nuit", u"factor nocturno"};
    case Word::PreviousFactor:
        return {u"factor of the shift before", u"Faktor der vorigen Schicht",
                u"coefficient de la journée précédente", u"factor de la jornada anterior"};
    case Word::Amount: return {u"amount", u"Betrag", u"montant", u"importe"};
    case Word::MinimumCall:
        return {u"minimum call", u"Mindestzeit", u"durée minimale", u"mínimo garantizado"};
    case Word::Missing: return {u"missing", u"es fehlen", u"manque", u"falta"};
    case Word::Scheduled:
        return {u"scheduled day", u"geplanter Tag", u"journée prévue", u"jornada prevista"};
    case Word::ScheduledPart:
        return {u"part of the scheduled day", u"Teil des geplanten Tags",
                u"part de la journée prévue", u"parte de la jornada prevista"};
    case Word::LeastPaid: return {u"at least", u"mindestens", u"au moins", u"como mínimo"};
    case Word::MostPaid: return {u"at most", u"höchstens", u"au plus", u"como máximo"};
    case Word::ReportingTime:
        return {u"reporting time", u"Erscheinungszeit", u"temps de présentation",
                u"tiempo de presentación"};
    case Word::SpreadOfHours:
        return {u"spread of hours", u"Spanne des Tags", u"amplitude de la journée",
                u"amplitud de la jornada"};
    case Word::MinimumWage:
        return {u"minimum wage", u"Mindestlohn", u"salaire minimum", u"salario mínimo"};
    case Word::MealDue:
        return {u"meal due after", u"Pause fällig nach", u"repas dû après", u"comida debida tras"};
    case Word::MealInterval:
        return {u"wait for the meal", u"Zeit bis zur Pause", u"attente du repas",
                u"espera hasta la comida"};
    case Word::MealLate: return {u"late by", u"Verspätung", u"retard", u"retraso"};
    case Word::Increment: return {u"step", u"Schritt", u"tranche", u"tramo"};
    case Word::Increments:
        return {u"started steps", u"angefangene Schritte", u"tranches entamées",
                u"tramos iniciados"};
    case Word::PenaltyAmount:
        return {u"meal penalty", u"Pausenstrafe", u"pénalité de repas", u"penalización por comida"};
    case Word::PenaltyThen:
        return {u"each further one", u"jede weitere", u"chaque suivante", u"cada una más"};
    case Word::PenaltyCount: return {u"listed ones", u"aufgeführte", u"prévues", u"enumeradas"};
    case Word::PenaltyHours:
        return {u"hours owed", u"geschuldete Stunden", u"heures dues", u"horas debidas"};
    case Word::RequiredRest:
        return {u"rest asked for", u"geforderte Ruhezeit", u"repos exigé", u"descanso exigido"};
    case Word::Rest: return {u"rest", u"Ruhezeit", u"repos", u"descanso"};
    case Word::ShortRest:
        return {u"rest missing", u"fehlende Ruhezeit", u"repos manquant", u"descanso que falta"};
    case Word::FlatAmount: return {u"fixed amount", u"Festbetrag", u"forfait", u"importe fijo"};
    case Word::CapPerHour:
        return {u"at most, an hour", u"höchstens je Stunde", u"au plus par heure",
                u"máximo por hora"};
    case Word::FloorPerHour:
        return {u"at least, an hour", u"mindestens je Stunde", u"au moins par heure",
                u"mínimo por hora"};
    case Word::CeilingPerHour:
        return {u"ceiling, an hour", u"Obergrenze je Stunde", u"plafond par heure",
                u"tope por hora"};
    case Word::OvertimeRate:
        return {u"overtime rate", u"Überstundensatz", u"taux des heures supplémentaires",
                u"tarifa de horas extra"};
    case Word::OvertimeHours:
        return {u"overtime", u"Überstunden", u"heures supplémentaires", u"horas extra"};
    case Word::ContractedEnd:
        return {u"end of contracted hours", u"Ende der Vertragszeit",
                u"fin des heures contractuelles", u"fin de las horas contratadas"};
    case Word::Contracted:
        return {u"contracted hours", u"Vertragszeit", u"heures contractuelles",
                u"horas contratadas"};
    case Word::AdditionalHour:
        return {u"additional contracted hour", u"zusätzliche Vertragsstunde",
                u"heure contractuelle supplémentaire", u"hora contratada adicional"};
    case Word::FeeFactor:
        return {u"factor of the day", u"Faktor des Tags", u"coefficient de la journée",
                u"factor de la jornada"};
    case Word::DayFee: return {u"day fee", u"Tagesgage", u"cachet du jour", u"paga del día"};
    case Word::Surcharge: return {u"surcharge", u"Zuschlag", u"majoration", u"recargo"};
    case Word::EarlyHours:
        return {u"early hours", u"frühe Stunden", u"heures matinales", u"horas tempranas"};
    case Word::NightHours:
        return {u"night hours", u"Nachtstunden", u"heures de nuit", u"horas nocturnas"};
    case Word::NightBank:
        return {u"night hours of the week", u"Nachtstunden der Woche",
                u"heures de nuit de la semaine", u"horas nocturnas de la semana"};
    case Word::DayRateHours:
        return {u"hours past the long day", u"Stunden nach dem langen Tag",
                u"heures au-delà de la longue journée", u"horas tras la jornada larga"};
    case Word::TravelHours: return {u"travel", u"Reisezeit", u"voyage", u"viaje"};
    case Word::IdleHours:
        return {u"hours of a day not worked", u"Stunden ohne Arbeit", u"heures non travaillées",
                u"horas no trabajadas"};
    case Word::WeekWorked:
        return {u"worked in the week", u"Arbeitszeit der Woche", u"travaillé dans la semaine",
                u"trabajado en la semana"};
    case Word::WeekPay: return {u"straight pay", u"Grundlohn", u"salaire de base", u"paga base"};
    case Word::RegularRate:
        return {u"regular rate", u"Durchschnittssatz", u"taux moyen", u"tarifa media"};
    case Word::WeeklyOvertime:
        return {u"weekly overtime", u"Wochenüberstunden", u"heures supplémentaires de la semaine",
                u"horas extra semanales"};
    case Word::GuaranteedPayHours:
        return {u"pay hours guaranteed", u"garantierte Lohnstunden", u"heures de paie garanties",
                u"horas de paga garantizadas"};
    case Word::EarnedPayHours:
        return {u"pay hours earned", u"verdiente Lohnstunden", u"heures de paie acquises",
                u"horas de paga ganadas"};
    case Word::WeekGuarantee:
        return {u"weekly guarantee", u"Wochengarantie", u"garantie hebdomadaire",
                u"garantía semanal"};
    case Word::DaysWorked:
        return {u"days worked", u"Arbeitstage", u"jours travaillés", u"días trabajados"};
    case Word::GuaranteeDays:
        return {u"days of the guarantee", u"Tage der Garantie", u"jours de la garantie",
                u"días de la garantía"};
    case Word::DayFraction:
        return {u"part of the week", u"Teil der Woche", u"part de la semaine",
                u"parte de la semana"};
    case Word::PayHours: return {u"pay hours", u"Lohnstunden", u"heures de paie", u"horas de paga"};
    case Word::IncludedHours:
        return {u"hours included", u"enthaltene Stunden", u"heures comprises", u"horas incluidas"};
    case Word::LeaveRate:
        return {u"holiday pay", u"Urlaubsgeld", u"congés payés", u"paga de vacaciones"};
    case Word::BasicPay: return {u"basic pay", u"Grundgage", u"paie de base", u"paga básica"};
    case Word::PriorAmount:
        return {u"amount so far", u"bisheriger Betrag", u"montant jusque-là",
                u"importe hasta ahora"};
    case Word::One: return {u"one", u"eins", u"un", u"uno"};
    case Word::Share: return {u"share", u"Anteil", u"part", u"parte"};
    case Word::OpenPenalties:
        return {u"penalties whose price is open", u"Strafen mit offenem Preis",
                u"pénalités au prix incertain", u"penalizaciones de precio abierto"};
    case Word::PenaltiesPriced:
        return {u"priced by the schedule", u"nach der Staffel bezahlt", u"payées selon le barème",
                u"pagadas según la escala"};
    case Word::WholeHour:
        return {u"read as twice as long", u"doppelt so lang gelesen", u"lu comme le double",
                u"leído como el doble"};
    }
    Q_UNREACHABLE();
}

} // namespace

QString wordText(Word word, Language language)
{
    return wordsOf(word).at(size_t(language)).toString();
}

Language languageFromCode(QStringView code)
{
    if (code.startsWith(u"de"))
        return Language::German;
    if (code.startsWith(u"fr"))
        return Language::French;
    if (code.startsWith(u"es"))
        return Language::Spanish;
    return Language::English;
}

} // namespace film::rules
