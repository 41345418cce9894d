<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ImportWords</name>
    <message>
        <source>The file has no such column.</source>
        <translation>Die Datei hat diese Spalte nicht.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>The department is missing.</source>
        <translation>Die Abteilung fehlt.</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Das Datum fehlt.</translation>
    </message>
    <message>
        <source>The call is missing.</source>
        <translation>Der Arbeitsbeginn fehlt.</translation>
    </message>
    <message>
        <source>Nobody of that name is on the crew list.</source>
        <translation>Niemand mit diesem Namen steht auf der Stabliste.</translation>
    </message>
    <message>
        <source>There is no such department.</source>
        <translation>Diese Abteilung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such unit.</source>
        <translation>Diese Unit gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>Diese Zeitzone gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such currency.</source>
        <translation>Diese Währung gibt es nicht.</translation>
    </message>
    <message>
        <source>That is no type of day.</source>
        <translation>Das ist keine Art von Tag.</translation>
    </message>
    <message>
        <source>That is no day of the week.</source>
        <translation>Das ist kein Wochentag.</translation>
    </message>
    <message>
        <source>It can be read in two ways: %1.</source>
        <translation>Das kann zweierlei heißen: %1.</translation>
    </message>
    <message>
        <source>That is no rate.</source>
        <translation>Das ist keine Gage.</translation>
    </message>
    <message>
        <source>That is no guarantee.</source>
        <translation>Das ist keine Garantie.</translation>
    </message>
    <message>
        <source>That is no date.</source>
        <translation>Das ist kein Datum.</translation>
    </message>
    <message>
        <source>That is no time.</source>
        <translation>Das ist keine Zeit.</translation>
    </message>
    <message>
        <source>That is no day number.</source>
        <translation>Das ist keine Drehtagnummer.</translation>
    </message>
    <message>
        <source>The line cannot be read.</source>
        <translation>Die Zeile ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It is the same as row %1.</source>
        <translation>Das ist dasselbe wie Zeile %1.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Gewerkschaft</translation>
    </message>
    <message>
        <source>Rate an hour</source>
        <translation>Gage je Stunde</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>Gage je Tag</translation>
    </message>
    <message>
        <source>Rate a week</source>
        <translation>Gage je Woche</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Guarantee in hours</source>
        <translation>Garantie in Stunden</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Tarifvertrag</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
</context>
<context>
    <name>film::app::AccountDesk</name>
    <message>
        <source>This server has no sign-in with an account. Use an invite code.</source>
        <translation>Dieser Server hat keine Anmeldung mit einem Konto. Verwenden Sie einen Einladungscode.</translation>
    </message>
    <message>
        <source>No account here belongs to “%1” yet. An administrator links it; with an invite code it works at once.</source>
        <translation>Zu „%1“ gehört hier noch kein Konto. Ein Administrator verknüpft es; mit einem Einladungscode geht es sofort.</translation>
    </message>
    <message>
        <source>You were not let in, or your account is on no production of this server. Nothing was changed.</source>
        <translation>Sie wurden nicht eingelassen, oder Ihr Konto gehört zu keiner Produktion dieses Servers. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It took too long. Nothing was changed; you can try again.</source>
        <translation>Es hat zu lange gedauert. Es wurde nichts geändert; Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Asking the server where to sign in.</source>
        <translation>Der Server wird gefragt, wo man sich anmeldet.</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened in your browser.</source>
        <translation>Melden Sie sich auf der Seite an, die sich in Ihrem Browser geöffnet hat.</translation>
    </message>
    <message>
        <source>Your browser did not open. Use an invite code.</source>
        <translation>Ihr Browser hat sich nicht geöffnet. Verwenden Sie einen Einladungscode.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>That code is not right. The next one of your app:</source>
        <translation>Dieser Code stimmt nicht. Der nächste aus Ihrer App:</translation>
    </message>
    <message>
        <source>The code of your authenticator app:</source>
        <translation>Der Code aus Ihrer Authentifizierungs-App:</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Join a production</source>
        <translation>Einer Produktion beitreten</translation>
    </message>
    <message>
        <source>Which production is this computer for?</source>
        <translation>Für welche Produktion ist dieser Computer?</translation>
    </message>
    <message>
        <source>Check the address of the server. To sign in with an account it begins with wss:// or https://, unless the server is this computer. Nothing was sent.</source>
        <translation>Prüfen Sie die Adresse des Servers. Für die Anmeldung mit einem Konto beginnt sie mit wss:// oder https://, außer der Server ist dieser Computer. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>film::app::AheadPanel</name>
    <message>
        <source>Ahead today</source>
        <translation>Heute noch</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Meal %1 is due</source>
        <translation>Pause %1 ist fällig</translation>
    </message>
    <message>
        <source>%1 after call. Later than this is late.</source>
        <translation>%1 nach Arbeitsbeginn. Danach ist sie zu spät.</translation>
    </message>
    <message>
        <source>%1 after meal %2.</source>
        <translation>%1 nach Pause %2.</translation>
    </message>
    <message>
        <source>Last wrap for a full rest</source>
        <translation>Spätester Schluss (Ruhezeit)</translation>
    </message>
    <message>
        <source>%1’s call is %2. A full rest is %3.</source>
        <translation>Arbeitsbeginn am %1: %2. Volle Ruhezeit: %3.</translation>
    </message>
    <message>
        <source>Planned wrap</source>
        <translation>Geplanter Drehschluss</translation>
    </message>
    <message>
        <source>As the call sheet has it.</source>
        <translation>So steht es in der Dispo.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two things at once</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Meal %1 is %2 late.</source>
        <translation>Pause %1 ist %2 zu spät.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It is %1. Nothing is entered for today yet.</source>
        <translation>Es ist %1. Für heute ist noch nichts eingetragen.</translation>
    </message>
    <message>
        <source>It is %1. Nothing has gone over yet.</source>
        <translation>Es ist %1. Noch ist nichts überschritten.</translation>
    </message>
    <message>
        <source>No more limits today.</source>
        <translation>Heute keine Grenzen mehr.</translation>
    </message>
    <message>
        <source>%1: %2, in %3</source>
        <comment>a limit, its time, how far it is</comment>
        <translation>%1: %2, in %3</translation>
    </message>
</context>
<context>
    <name>film::app::Application</name>
    <message>
        <source>Crew</source>
        <translation>Teammitglied</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>Abteilungsleitung</translation>
    </message>
    <message>
        <source>Production coordinator</source>
        <translation>Produktionskoordination</translation>
    </message>
    <message>
        <source>Production accountant</source>
        <translation>Filmgeschäftsführung</translation>
    </message>
    <message>
        <source>Production manager</source>
        <translation>Produktionsleitung</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message numerus="yes">
        <source>The file with your times is damaged, and who you are could not be read from it. %n of your changes could be read and are kept.</source>
        <translation>
            <numerusform>Die Datei mit Ihren Zeiten ist beschädigt. Wer Sie sind, ließ sich nicht daraus lesen. %n Ihrer Änderungen war lesbar und bleibt erhalten.</numerusform>
            <numerusform>Die Datei mit Ihren Zeiten ist beschädigt. Wer Sie sind, ließ sich nicht daraus lesen. %n Ihrer Änderungen waren lesbar und bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file was set aside unchanged: %1</source>
        <translation>Die beschädigte Datei wurde unverändert beiseitegelegt: %1</translation>
    </message>
    <message>
        <source>Ask your coordinator for a new invite code and join again: what was kept is sent then.</source>
        <translation>Bitten Sie die Produktionskoordination um einen neuen Einladungscode und treten Sie erneut bei. Was erhalten blieb, wird dann gesendet.</translation>
    </message>
    <message>
        <source>That code is not known here. Ask your coordinator for a new one. Nothing was sent.</source>
        <translation>Dieser Code ist hier nicht bekannt. Bitten Sie die Produktionskoordination um einen neuen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>That code was used before. Ask your coordinator for a new one.</source>
        <translation>Dieser Code wurde schon benutzt. Bitten Sie die Produktionskoordination um einen neuen.</translation>
    </message>
    <message>
        <source>The key of this computer cannot be read. Unlock the key store of your system and try again. If the key is lost, join as a new computer: what was not sent then stays in the old file.</source>
        <translation>Der Schlüssel dieses Rechners ist nicht lesbar. Entsperren Sie den Schlüsselbund Ihres Systems und versuchen Sie es noch einmal. Ist der Schlüssel verloren, treten Sie als neuer Rechner bei. Was noch nicht gesendet war, bleibt dann in der alten Datei.</translation>
    </message>
    <message>
        <source>Joining. Nothing but the code is sent.</source>
        <translation>Beitritt läuft. Gesendet wird nur der Code.</translation>
    </message>
    <message>
        <source>Making your production on this computer.</source>
        <translation>Ihre Produktion wird auf diesem Rechner angelegt.</translation>
    </message>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
    <message>
        <source>Start a new file, keep the old one</source>
        <translation>Neue Datei beginnen, alte behalten</translation>
    </message>
    <message>
        <source>Join again…</source>
        <translation>Erneut beitreten…</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message numerus="yes">
        <source>You have %n days entered on this computer. Bring them into %1?</source>
        <translation>
            <numerusform>Auf diesem Rechner ist %n Tag eingetragen. In %1 übernehmen?</numerusform>
            <numerusform>Auf diesem Rechner sind %n Tage eingetragen. In %1 übernehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>A day that is there already is not changed. What you entered alone stays on this computer as it is.</source>
        <translation>Tage, die es dort schon gibt, werden nicht geändert. Was Sie allein eingetragen haben, bleibt auf diesem Rechner, wie es ist.</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Nicht übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n days were brought in.</source>
        <translation>
            <numerusform>%n Tag wurde übernommen.</numerusform>
            <numerusform>%n Tage wurden übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Left alone, because there is a day already: %2.</source>
        <translation>%1 Ausgelassen, weil es den Tag schon gibt: %2.</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalSteps</name>
    <message>
        <source>Way of this timecard</source>
        <translation>Weg dieser Stundenkarte</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>a step, who or when, its state</comment>
        <translation>%1 %2, %3</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalWords</name>
    <message>
        <source>Needs a look</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>Nicht eingereicht</translation>
    </message>
    <message>
        <source>Locked by payroll</source>
        <translation>Von der Lohnabrechnung gesperrt</translation>
    </message>
    <message>
        <source>Signed %1</source>
        <translation>Unterschrieben %1</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>Keine Hinweise</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Bestritten</translation>
    </message>
    <message>
        <source>Not initialled</source>
        <translation>Nicht abgezeichnet</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Zwei Fassungen</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) missing</source>
        <translation>
            <numerusform>%n Zeit fehlt</numerusform>
            <numerusform>%n Zeiten fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short rest(s)</source>
        <translation>
            <numerusform>%n Ruhezeit zu kurz</numerusform>
            <numerusform>%n Ruhezeiten zu kurz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late meal(s)</source>
        <translation>
            <numerusform>%n späte Pause</numerusform>
            <numerusform>%n späte Pausen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>name, position, hours, state</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>M1 out</source>
        <translation>P1 ab</translation>
    </message>
    <message>
        <source>in</source>
        <comment>end of a meal</comment>
        <translation>zurück</translation>
    </message>
    <message>
        <source>M2 out</source>
        <translation>P2 ab</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Std.</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%n penalty(s)</source>
        <translation>
            <numerusform>%n Zuschlag</numerusform>
            <numerusform>%n Zuschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>Late meal</source>
        <translation>Späte Pause</translation>
    </message>
    <message>
        <source>No meal</source>
        <translation>Keine Pause</translation>
    </message>
    <message>
        <source>Short rest</source>
        <translation>Ruhezeit zu kurz</translation>
    </message>
    <message>
        <source>Long day</source>
        <translation>Langer Tag</translation>
    </message>
    <message>
        <source>No wrap</source>
        <translation>Kein Drehschluss</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Keine Zeiten</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Line and reason</source>
        <translation>Zeile und Grund</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>The week as a whole</source>
        <translation>Die ganze Woche</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a weekday, hours</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a weekday, a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 has not submitted this week yet.</source>
        <translation>%1 hat diese Woche noch nicht eingereicht.</translation>
    </message>
    <message>
        <source>%1 has two versions. %2 or production must choose first.</source>
        <translation>%1 hat zwei Fassungen. %2 oder die Produktion muss erst wählen.</translation>
    </message>
    <message>
        <source>A part of this card is of a later version of Film Tracker. Update it first.</source>
        <translation>Ein Teil dieser Karte stammt aus einer neueren Version von Film Tracker. Erst aktualisieren.</translation>
    </message>
    <message>
        <source>You have approved this card.</source>
        <translation>Sie haben diese Karte freigegeben.</translation>
    </message>
    <message>
        <source>Production has approved this card.</source>
        <translation>Die Produktion hat diese Karte freigegeben.</translation>
    </message>
    <message>
        <source>This card is locked by payroll and read-only.</source>
        <translation>Diese Karte ist von der Lohnabrechnung gesperrt und nur lesbar.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>instead of a time</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 %2 %3, was %4</source>
        <comment>a day, a field, its value, the value before</comment>
        <translation>%1 %2 %3, war %4</translation>
    </message>
    <message>
        <source>%1 changed this card after you opened it: %2. The card below is the new one.</source>
        <translation>%1 hat diese Karte geändert, nachdem Sie sie geöffnet hatten: %2. Die Karte unten ist die neue.</translation>
    </message>
    <message>
        <source>%1 approved and signed on this computer. Ctrl+Z withdraws it.</source>
        <translation>%1 freigegeben und auf diesem Rechner unterschrieben. Strg+Z zieht es zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n timecard(s) approved and signed on this computer. Ctrl+Z withdraws them.</source>
        <translation>
            <numerusform>%n Stundenkarte freigegeben und auf diesem Rechner unterschrieben. Strg+Z zieht sie zurück.</numerusform>
            <numerusform>%n Stundenkarten freigegeben und auf diesem Rechner unterschrieben. Strg+Z zieht sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent back to %1 with your comment. All times are kept. Ctrl+Z to undo.</source>
        <translation>Mit Ihrer Bemerkung an %1 zurückgegeben. Alle Zeiten bleiben. Strg+Z macht es rückgängig.</translation>
    </message>
    <message>
        <source>Approval of %1 withdrawn. The signature stays in History.</source>
        <translation>Freigabe von %1 zurückgezogen. Die Unterschrift bleibt im Verlauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) withdrawn. The signatures stay in History.</source>
        <translation>
            <numerusform>%n Freigabe zurückgezogen. Die Unterschrift bleibt im Verlauf.</numerusform>
            <numerusform>%n Freigaben zurückgezogen. Die Unterschriften bleiben im Verlauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>The week of %1 is submitted again.</source>
        <translation>Die Woche von %1 ist wieder eingereicht.</translation>
    </message>
    <message>
        <source>Type your signing PIN first. Nothing was signed.</source>
        <translation>Geben Sie zuerst Ihre PIN zum Unterschreiben ein. Nichts wurde unterschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>That is not your signing PIN. %n try(s) left. Nothing was signed.</source>
        <translation>
            <numerusform>Das ist nicht Ihre PIN zum Unterschreiben. Noch %n Versuch. Nichts wurde unterschrieben.</numerusform>
            <numerusform>Das ist nicht Ihre PIN zum Unterschreiben. Noch %n Versuche. Nichts wurde unterschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait until %1, then try again. Nothing was signed.</source>
        <translation>Zu viele falsche PINs. Warten Sie bis %1 und versuchen Sie es dann wieder. Nichts wurde unterschrieben.</translation>
    </message>
    <message>
        <source>Choose a PIN of at least %1 characters. Nothing was signed.</source>
        <translation>Wählen Sie eine PIN mit mindestens %1 Zeichen. Nichts wurde unterschrieben.</translation>
    </message>
    <message>
        <source>The key store of this computer is locked or cannot be used, so the PIN could not be checked. Nothing was signed. Unlock it and try again.</source>
        <translation>Der Schlüsselspeicher dieses Rechners ist gesperrt oder nicht benutzbar, die PIN konnte nicht geprüft werden. Nichts wurde unterschrieben. Entsperren Sie ihn und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Say what should be checked. All times are kept.</source>
        <translation>Sagen Sie, was geprüft werden soll. Alle Zeiten bleiben.</translation>
    </message>
    <message>
        <source>This card changed a moment ago. Nothing was signed; look at it again.</source>
        <translation>Diese Karte hat sich gerade geändert. Nichts wurde unterschrieben; sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>No card needs a look.</source>
        <translation>Keine Karte ist anzusehen.</translation>
    </message>
    <message>
        <source>No card without flags is waiting.</source>
        <translation>Keine Karte ohne Hinweise wartet.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not as shown and were left alone.</source>
        <translation>
            <numerusform>%n Tag war nicht wie gezeigt und blieb unberührt.</numerusform>
            <numerusform>%n Tage waren nicht wie gezeigt und blieben unberührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed here at %1. It counts once this computer has synced.</source>
        <translation>Hier um %1 unterschrieben. Es zählt, sobald dieser Rechner abgeglichen hat.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>%1 submitted the week</source>
        <translation>%1 hat die Woche eingereicht</translation>
    </message>
    <message>
        <source>%1 took the week back</source>
        <translation>%1 hat die Woche zurückgenommen</translation>
    </message>
    <message>
        <source>%1 sent the week back</source>
        <translation>%1 hat die Woche zurückgegeben</translation>
    </message>
    <message>
        <source>%1 approved for the department</source>
        <translation>%1 hat für die Abteilung freigegeben</translation>
    </message>
    <message>
        <source>%1 approved for production</source>
        <translation>%1 hat für die Produktion freigegeben</translation>
    </message>
    <message>
        <source>%1 withdrew the approval</source>
        <translation>%1 hat die Freigabe zurückgezogen</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n timecard(s) without flags?</source>
        <translation>
            <numerusform>%n Stundenkarte ohne Hinweise freigeben?</numerusform>
            <numerusform>%n Stundenkarten ohne Hinweise freigeben?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 gross (estimated).</source>
        <comment>hours, money</comment>
        <translation>%1, %2 brutto (geschätzt).</translation>
    </message>
    <message>
        <source>%1 in all.</source>
        <comment>hours</comment>
        <translation>Insgesamt %1.</translation>
    </message>
    <message>
        <source>%1 %2 You sign each of them.</source>
        <translation>%1 %2 Sie unterschreiben jede einzeln.</translation>
    </message>
    <message numerus="yes">
        <source>%n called day(s) without times</source>
        <translation>
            <numerusform>%n bestellter Tag ohne Zeiten</numerusform>
            <numerusform>%n bestellte Tage ohne Zeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n called day(s) have times</source>
        <translation>
            <numerusform>Der eine bestellte Tag (%n) hat Zeiten</numerusform>
            <numerusform>Alle %n bestellten Tage haben Zeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Shortest rest %1</source>
        <translation>Kürzeste Ruhezeit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s), %1</source>
        <translation>
            <numerusform>%n Pausenzuschlag, %1</numerusform>
            <numerusform>%n Pausenzuschläge, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has two versions</source>
        <translation>%1 hat zwei Fassungen</translation>
    </message>
    <message>
        <source>%1 is disputed: “%2”</source>
        <translation>%1 ist bestritten: „%2“</translation>
    </message>
    <message>
        <source>%1, changed by %2, is not initialled</source>
        <translation>%1, geändert von %2, ist nicht abgezeichnet</translation>
    </message>
    <message>
        <source>%1 was taken back or cannot be read. The card can be signed when all of its days are handed in.</source>
        <translation>%1 wurde zurückgenommen oder ist nicht lesbar. Die Karte kann unterschrieben werden, wenn alle ihre Tage eingereicht sind.</translation>
    </message>
    <message>
        <source>%1, another entry than a time</source>
        <comment>a day</comment>
        <translation>%1, ein anderer Eintrag als eine Zeit</translation>
    </message>
    <message>
        <source>Nothing was withdrawn: somebody has changed the card or decided about it meanwhile. Look at it again.</source>
        <translation>Nichts wurde zurückgezogen: Inzwischen hat jemand die Karte geändert oder darüber entschieden. Sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>Type the new PIN once more to sign. Nothing was signed yet.</source>
        <translation>Geben Sie die neue PIN zum Unterschreiben noch einmal ein. Noch wurde nichts unterschrieben.</translation>
    </message>
    <message>
        <source>The two PINs were not the same. Choose one again. Nothing was signed.</source>
        <translation>Die beiden PINs waren nicht gleich. Wählen Sie noch einmal eine. Nichts wurde unterschrieben.</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsController</name>
    <message>
        <source>approval of %1</source>
        <translation>Freigabe von %1</translation>
    </message>
    <message numerus="yes">
        <source>approval of %n timecard(s)</source>
        <translation>
            <numerusform>Freigabe von %n Stundenkarte</numerusform>
            <numerusform>Freigabe von %n Stundenkarten</numerusform>
        </translation>
    </message>
    <message>
        <source>withdrawal of an approval</source>
        <translation>Rückzug einer Freigabe</translation>
    </message>
    <message>
        <source>sending back to %1</source>
        <translation>Rückgabe an %1</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Die Liste filtern</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Timecards waiting for a decision</source>
        <translation>Stundenkarten, die auf eine Entscheidung warten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Strg+Umschalt+A</translation>
    </message>
    <message>
        <source>Timecard before</source>
        <translation>Vorige Stundenkarte</translation>
    </message>
    <message>
        <source>Next timecard</source>
        <translation>Nächste Stundenkarte</translation>
    </message>
    <message>
        <source>Days of the timecard</source>
        <translation>Tage der Stundenkarte</translation>
    </message>
    <message>
        <source>Pay lines</source>
        <translation>Lohnzeilen</translation>
    </message>
    <message>
        <source>Gross for the week, estimated</source>
        <translation>Brutto der Woche, geschätzt</translation>
    </message>
    <message>
        <source>Select a line to see the times it comes from</source>
        <translation>Eine Zeile wählen, um ihre Zeiten zu sehen</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>Freigeben &amp;und unterschreiben</translation>
    </message>
    <message>
        <source>&amp;Send back…</source>
        <translation>&amp;Zurückgeben…</translation>
    </message>
    <message>
        <source>Approve those without &amp;flags…</source>
        <translation>Die ohne &amp;Hinweise freigeben…</translation>
    </message>
    <message>
        <source>&amp;Withdraw approval</source>
        <translation>Freigabe zu&amp;rückziehen</translation>
    </message>
    <message>
        <source>&amp;Filter the queue</source>
        <translation>Die Liste &amp;filtern</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message numerus="yes">
        <source>Approve the %n without flags…</source>
        <translation>
            <numerusform>Die %n ohne Hinweise freigeben…</numerusform>
            <numerusform>Die %n ohne Hinweise freigeben…</numerusform>
        </translation>
    </message>
    <message>
        <source>None without flags</source>
        <translation>Keine ohne Hinweise</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n approved</source>
        <translation>
            <numerusform>%1 von %n freigegeben</numerusform>
            <numerusform>%1 von %n freigegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Rates and amounts are shown to those who may see them. Approving is about the times.</source>
        <translation>Sätze und Beträge sieht, wer sie sehen darf. Freigegeben werden die Zeiten.</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 je Stunde</translation>
    </message>
    <message>
        <source>rules %1 v%2</source>
        <translation>Regeln %1 v%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Payroll</source>
        <translation>Lohnabrechnung</translation>
    </message>
    <message>
        <source>I have looked at it</source>
        <translation>Ich habe sie angesehen</translation>
    </message>
    <message>
        <source>Nobody you approve has days in this week.</source>
        <translation>Niemand, den Sie freigeben, hat Tage in dieser Woche.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is waiting for you. %1 of %n approved.</source>
        <translation>
            <numerusform>Nichts wartet auf Sie. %1 von %n freigegeben.</numerusform>
            <numerusform>Nichts wartet auf Sie. %1 von %n freigegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>De&amp;legate…</source>
        <translation>&amp;Übertragen…</translation>
    </message>
    <message>
        <source>Let somebody approve in your place for a time</source>
        <translation>Jemanden eine Zeit lang an Ihrer Stelle freigeben lassen</translation>
    </message>
    <message>
        <source>You approve in the place of %1 up to and with %2.</source>
        <translation>Sie geben bis einschließlich %2 an Stelle von %1 frei.</translation>
    </message>
    <message>
        <source>The timecards could not be read. The last good ones are shown.</source>
        <translation>Die Stundenzettel konnten nicht gelesen werden. Gezeigt werden die letzten guten.</translation>
    </message>
    <message>
        <source>The timecards could not be read.</source>
        <translation>Die Stundenzettel konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Opening the timecards…</source>
        <translation>Die Stundenzettel werden geöffnet…</translation>
    </message>
</context>
<context>
    <name>film::app::BottomPane</name>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Umschalt+F8</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
</context>
<context>
    <name>film::app::BudgetDialog</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>The dashboard holds cost and overtime against these. They are kept on this computer and are not sent. Leave a field empty for no comparison.</source>
        <translation>Das Dashboard hält Kosten und Überstunden dagegen. Die Werte bleiben auf diesem Computer und werden nicht gesendet. Ein leeres Feld heißt: kein Vergleich.</translation>
    </message>
    <message>
        <source>&amp;Labour for a shoot day, in %1</source>
        <translation>&amp;Lohnkosten je Drehtag, in %1</translation>
    </message>
    <message>
        <source>&amp;Overtime planned for a week, in hours</source>
        <translation>Geplante &amp;Überstunden je Woche, in Stunden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>I could not read “%1”. A whole number is wanted, such as %2. Nothing was changed.</source>
        <translation>„%1“ war nicht zu lesen. Gebraucht wird eine ganze Zahl wie %2. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>film::app::BulkApproveDialog</name>
    <message>
        <source>Approve without flags</source>
        <translation>Ohne Hinweise freigeben</translation>
    </message>
    <message>
        <source>Signing &amp;PIN</source>
        <translation>&amp;PIN zum Unterschreiben</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>PIN zum Unterschreiben</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>Freigeben &amp;und unterschreiben</translation>
    </message>
    <message>
        <source>Timecards that are signed</source>
        <translation>Stundenkarten, die unterschrieben werden</translation>
    </message>
</context>
<context>
    <name>film::app::BulkBar</name>
    <message>
        <source>Call</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Meal 1 out</source>
        <translation>Pause 1 von</translation>
    </message>
    <message>
        <source>Meal 1 in</source>
        <translation>Pause 1 bis</translation>
    </message>
    <message>
        <source>Meal 2 out</source>
        <translation>Pause 2 von</translation>
    </message>
    <message>
        <source>Meal 2 in</source>
        <translation>Pause 2 bis</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>From call sheet</source>
        <translation>Aus Dispo</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>versch.</translation>
    </message>
    <message numerus="yes">
        <source>%n cells selected</source>
        <translation>
            <numerusform>%n Zelle ausgewählt</numerusform>
            <numerusform>%n Zellen ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments</source>
        <translation>
            <numerusform>%n Abteilung</numerusform>
            <numerusform>%n Abteilungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 locked will be skipped</source>
        <translation>ohne %1 gesperrte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a department, a date</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the clocks change</source>
        <translation>
            <numerusform>%n ausgelassen: Zeitumstellung</numerusform>
            <numerusform>%n ausgelassen: Zeitumstellung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: times out of order</source>
        <translation>
            <numerusform>%n ausgelassen: Reihenfolge falsch</numerusform>
            <numerusform>%n ausgelassen: Reihenfolge falsch</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Auf %1 anwenden</translation>
    </message>
    <message>
        <source>I could not read “%1”.</source>
        <translation>„%1“ nicht erkannt.</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>„%1“ kann zweierlei heißen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Type the times</source>
        <translation>Zeiten eingeben</translation>
    </message>
    <message>
        <source>No hours yet</source>
        <translation>Noch keine Stunden</translation>
    </message>
    <message>
        <source>An empty field changes nothing</source>
        <translation>Ein leeres Feld ändert nichts</translation>
    </message>
    <message>
        <source>no flags</source>
        <translation>keine Hinweise</translation>
    </message>
    <message numerus="yes">
        <source>%n would be short of rest</source>
        <translation>
            <numerusform>%n mit zu kurzer Ruhezeit</numerusform>
            <numerusform>%n mit zu kurzer Ruhezeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meals to look at</source>
        <translation>
            <numerusform>%n Pause zu prüfen</numerusform>
            <numerusform>%n Pausen zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h each</source>
        <translation>je %1 h</translation>
    </message>
    <message>
        <source>%1 to %2 h</source>
        <translation>%1 bis %2 h</translation>
    </message>
    <message>
        <source>%1 h in all, %2</source>
        <comment>hours, flags</comment>
        <translation>%1 h gesamt, %2</translation>
    </message>
    <message>
        <source>%1 of %2 already have times.</source>
        <translation>%1 von %2 haben schon Zeiten.</translation>
    </message>
    <message>
        <source>Fill only the %1 empty</source>
        <translation>Nur %1 leere ausfüllen</translation>
    </message>
    <message numerus="yes">
        <source>%n offset(s)</source>
        <translation>
            <numerusform>%n Versatz</numerusform>
            <numerusform>%n Versätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Offsets…</source>
        <translation>Versatz …</translation>
    </message>
    <message>
        <source>Departments that start earlier or wrap later than the unit (Ctrl+Shift+O)</source>
        <translation>Abteilungen, die früher beginnen oder später aufhören als die Unit (Strg+Umschalt+O)</translation>
    </message>
</context>
<context>
    <name>film::app::CallSheetImportDialog</name>
    <message>
        <source>Import call sheets</source>
        <translation>Dispos importieren</translation>
    </message>
    <message numerus="yes">
        <source>Add %n call sheets</source>
        <translation>
            <numerusform>%n Dispo hinzufügen</numerusform>
            <numerusform>%n Dispos hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets ready.</source>
        <translation>
            <numerusform>%n Dispo bereit.</numerusform>
            <numerusform>%n Dispos bereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>call sheets ready, lines left out</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n lines need a look and stay out.</source>
        <translation>
            <numerusform>%n Zeile ist zu prüfen und wird nicht übernommen.</numerusform>
            <numerusform>%n Zeilen sind zu prüfen und werden nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Nothing is added until you press Add.</source>
        <translation>%1 Es wird nichts hinzugefügt, bis Sie auf „Hinzufügen“ drücken.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Lines that stay out</source>
        <translation>Nicht übernommene Zeilen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Own calls</source>
        <translation>Eigener Beginn</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Drehort</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Days that are added</source>
        <translation>Tage, die hinzukommen</translation>
    </message>
    <message>
        <source>Day first, 25/11/2025</source>
        <translation>Tag zuerst, 25/11/2025</translation>
    </message>
    <message>
        <source>Month first, 11/25/2025</source>
        <translation>Monat zuerst, 11/25/2025</translation>
    </message>
    <message>
        <source>Hundredths of an hour, 13.50 is 13:30</source>
        <translation>Hundertstelstunden, 13.50 ist 13:30</translation>
    </message>
    <message>
        <source>Minutes, 13.50 is 13:50</source>
        <translation>Minuten, 13.50 ist 13:50</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Wer es ist</translation>
    </message>
    <message>
        <source>“%1” can be two dates. Which comes first on these sheets?</source>
        <translation>„%1“ kann zwei Tage bedeuten. Was steht auf diesen Dispos zuerst?</translation>
    </message>
    <message>
        <source>“%1” can be two times. What stands after the point on these sheets?</source>
        <translation>„%1“ kann zwei Zeiten bedeuten. Was steht auf diesen Dispos nach dem Punkt?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a department</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Who %1 is</source>
        <translation>Wer %1 ist</translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation>Bleibt draußen</translation>
    </message>
</context>
<context>
    <name>film::app::CallSheetsPage</name>
    <message>
        <source>Call sheets</source>
        <translation>Dispos</translation>
    </message>
    <message>
        <source>Shooting days of the week</source>
        <translation>Drehtage der Woche</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Read call sheets from files</source>
        <translation>Dispos aus Dateien lesen</translation>
    </message>
    <message>
        <source>Start with an empty sheet</source>
        <translation>Mit einer leeren Dispo beginnen</translation>
    </message>
    <message>
        <source>Only the production office changes call sheets.</source>
        <translation>Nur das Produktionsbüro ändert Dispos.</translation>
    </message>
    <message>
        <source>Calls of departments and people</source>
        <translation>Beginn von Abteilungen und Personen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Start from the day &amp;before</source>
        <translation>Mit dem Tag &amp;davor beginnen</translation>
    </message>
    <message>
        <source>Start with an &amp;empty sheet</source>
        <translation>Mit einer &amp;leeren Dispo beginnen</translation>
    </message>
    <message>
        <source>Change the call of the &amp;row</source>
        <translation>Beginn der &amp;Zeile ändern</translation>
    </message>
    <message>
        <source>Call with the &amp;others</source>
        <translation>Mit den &amp;anderen beginnen</translation>
    </message>
    <message>
        <source>&amp;Publish the call sheet</source>
        <translation>Dispo &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>Discard the &amp;draft</source>
        <translation>&amp;Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Open or close all departments of the shee&amp;t</source>
        <translation>Alle Abteilungen der Dispo auf- oder &amp;zuklappen</translation>
    </message>
    <message>
        <source>call sheet of %1</source>
        <translation>Dispo für %1</translation>
    </message>
    <message>
        <source>%1 · Draft, on this computer only</source>
        <translation>%1 · Entwurf, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 · Published</source>
        <translation>%1 · Veröffentlicht</translation>
    </message>
    <message>
        <source>Opening the call sheets…</source>
        <translation>Dispos werden geöffnet…</translation>
    </message>
    <message>
        <source>The call sheets could not be read. The last good ones are shown.</source>
        <translation>Die Dispos konnten nicht gelesen werden. Gezeigt werden die letzten guten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nobody to call yet.</source>
        <translation>Noch niemand zu bestellen.</translation>
    </message>
    <message>
        <source>A call sheet belongs to a unit. The first one comes with the first people.</source>
        <translation>Eine Dispo gehört zu einer Unit. Die erste kommt mit den ersten Personen.</translation>
    </message>
    <message>
        <source>This call sheet was published by somebody else after you began yours.</source>
        <translation>Diese Dispo wurde von jemand anderem veröffentlicht, nachdem Sie Ihre begonnen haben.</translation>
    </message>
    <message>
        <source>Yours is kept here and is not published. Discard it to see theirs, or keep yours and publish it in place of theirs.</source>
        <translation>Ihre bleibt hier und ist nicht veröffentlicht. Verwerfen Sie sie, um die andere zu sehen, oder behalten Sie Ihre und veröffentlichen Sie sie an deren Stelle.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Check the two times. It can be published once they follow each other.</source>
        <translation>Prüfen Sie die beiden Zeiten. Veröffentlicht werden kann, sobald sie aufeinander folgen.</translation>
    </message>
    <message>
        <source>No call sheet for %1 yet.</source>
        <translation>Noch keine Dispo für %1.</translation>
    </message>
    <message>
        <source>The plan of %1 can be the beginning: its times, its place, and which departments come earlier.</source>
        <translation>Der Plan von %1 kann der Anfang sein: Zeiten, Ort und welche Abteilungen früher kommen.</translation>
    </message>
    <message>
        <source>Start from %1</source>
        <translation>Mit %1 beginnen</translation>
    </message>
    <message>
        <source>publishing of the call sheet of %1</source>
        <translation>Veröffentlichen der Dispo für %1</translation>
    </message>
    <message>
        <source>The call sheet of %1 is published. Ctrl+Z takes it back.</source>
        <translation>Die Dispo für %1 ist veröffentlicht. Strg+Z nimmt sie zurück.</translation>
    </message>
    <message>
        <source>discarded draft of %1</source>
        <translation>verworfener Entwurf für %1</translation>
    </message>
    <message>
        <source>The draft was discarded. Ctrl+Z brings it back.</source>
        <translation>Der Entwurf wurde verworfen. Strg+Z holt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>film::app::CellEditor</name>
    <message>
        <source>First (Alt+1)</source>
        <translation>Erste (Alt+1)</translation>
    </message>
    <message>
        <source>Second (Alt+2)</source>
        <translation>Zweite (Alt+2)</translation>
    </message>
    <message>
        <source>Times of the day</source>
        <translation>Zeiten des Tages</translation>
    </message>
</context>
<context>
    <name>film::app::ChangeHeader</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>film::app::ChartPanel</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>%1 by department</source>
        <translation>%1 nach Abteilung</translation>
    </message>
    <message>
        <source>Show “%1” as a table</source>
        <translation>„%1“ als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+Shift+T)</source>
        <translation>Als Tabelle zeigen (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>More about “%1”</source>
        <translation>Mehr zu „%1“</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>Zahlen kopieren</translation>
    </message>
</context>
<context>
    <name>film::app::ChoiceRow</name>
    <message>
        <source>Which one is it?</source>
        <translation>Welche gilt?</translation>
    </message>
</context>
<context>
    <name>film::app::CommandSearchDialog</name>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>A name, a day, a command: “maya”, “thu 20”, “week 6”</source>
        <translation>Ein Name, ein Tag, ein Befehl: „maya“, „do 20“, „Woche 6“</translation>
    </message>
    <message>
        <source>Search people, days and commands</source>
        <translation>Personen, Tage und Befehle suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefundenes</translation>
    </message>
    <message>
        <source>Up and Down choose · Enter goes there · Esc closes</source>
        <translation>Auf und Ab wählt · Eingabe geht hin · Esc schließt</translation>
    </message>
    <message>
        <source>Nothing is called “%1”. Try the beginning of a name, a day such as “20 nov”, or a word of a menu.</source>
        <translation>Nichts heißt „%1“. Versuchen Sie den Anfang eines Namens, einen Tag wie „20. Nov“ oder ein Wort aus einem Menü.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>a result: its number, how many, its words</comment>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Woche %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>go to this day</source>
        <translation>zu diesem Tag gehen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>film::app::ConflictDialog</name>
    <message>
        <source>Review changes</source>
        <translation>Änderungen prüfen</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>2 Fassungen</translation>
    </message>
    <message>
        <source>Days to decide</source>
        <translation>Tage zu entscheiden</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Strg+1</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Strg+2</translation>
    </message>
    <message>
        <source>Why, for the history and for the other person</source>
        <translation>Grund, für den Verlauf und die andere Person</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save choice</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>To decide, %1</source>
        <translation>Zu entscheiden: %1</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Speichern und weiter</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Nothing is left to decide</source>
        <translation>Nichts mehr zu entscheiden</translation>
    </message>
    <message>
        <source>%1 was changed in two places</source>
        <translation>%1 wurde an zwei Stellen geändert</translation>
    </message>
    <message>
        <source>You entered it on this computer. %1 entered it at about the same time.</source>
        <translation>Sie haben den Tag auf diesem Rechner eingetragen, %1 etwa zur gleichen Zeit.</translation>
    </message>
    <message>
        <source>%1 and %2 entered it at about the same time.</source>
        <translation>%1 und %2 haben den Tag etwa zur gleichen Zeit eingetragen.</translation>
    </message>
    <message>
        <source>Nothing is lost: both versions stay in the day’s history, whichever you choose.</source>
        <translation>Nichts geht verloren: Beide Fassungen bleiben im Verlauf des Tages, egal, welche Sie wählen.</translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>Alles von mir behalten</translation>
    </message>
    <message>
        <source>Take all from %1</source>
        <translation>Alles von %1 übernehmen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Will be saved</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Type to change it</source>
        <translation>Tippen zum Ändern</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>Fassung zum Vergleichen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a device, a person</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part of the day, what is asked</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: “%2” can be read in two ways.</source>
        <translation>%1: „%2“ kann zweierlei heißen.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Type it again, or choose a side.</source>
        <translation>„%1“ nicht erkannt. Eine Zeit sieht so aus: 0700, 7,0 oder 7:00. Geben Sie sie neu ein oder wählen Sie eine Seite.</translation>
    </message>
    <message>
        <source>This day was locked meanwhile. The choice is read-only.</source>
        <translation>Dieser Tag wurde inzwischen gesperrt. Sie können die Auswahl nur ansehen.</translation>
    </message>
    <message>
        <source>Until you decide, this day counts as %1 h, is marked “Two versions”, and payroll cannot lock it.</source>
        <translation>Bis Sie entscheiden, zählt dieser Tag mit %1 h, ist mit „2 Fassungen“ markiert und kann von der Lohnbuchhaltung nicht gesperrt werden.</translation>
    </message>
    <message>
        <source>As they count now</source>
        <translation>Wie sie jetzt zählen</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Strg+3</translation>
    </message>
    <message numerus="yes">
        <source>%n days are decided together</source>
        <translation>
            <numerusform>%n Tag wird entschieden</numerusform>
            <numerusform>%n Tage werden zusammen entschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>Each becomes one version as a whole. One Ctrl+Z takes all of them back.</source>
        <translation>Jeder wird als Ganzes eine der Fassungen. Ein Strg+Z nimmt alle zurück.</translation>
    </message>
    <message>
        <source>Nothing is lost: all versions stay in the history of each day.</source>
        <translation>Nichts geht verloren: Alle Fassungen bleiben im Verlauf jedes Tages.</translation>
    </message>
    <message>
        <source>Take all of the others</source>
        <translation>Alle der anderen übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>Save %n days</source>
        <translation>
            <numerusform>%n Tag speichern</numerusform>
            <numerusform>%n Tage speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of these days were entered on this computer: together they can only stay as they count now.</source>
        <translation>Nicht alle diese Tage wurden auf diesem Computer eingegeben: Zusammen können sie nur bleiben, wie sie jetzt zählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n locked days are left out.</source>
        <translation>
            <numerusform>%n gesperrter Tag bleibt außen vor.</numerusform>
            <numerusform>%n gesperrte Tage bleiben außen vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>Zählt jetzt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, a person</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>film::app::ConflictRow</name>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>a part of the day, whose version, its value</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, will be saved</source>
        <comment>a part of the day</comment>
        <translation>%1, wird gespeichert</translation>
    </message>
    <message>
        <source>Two readings</source>
        <translation>Zwei Lesarten</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht erkannt</translation>
    </message>
</context>
<context>
    <name>film::app::CrewGridPage</name>
    <message>
        <source>Exceptions</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Entry history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Enter the first call sheet. Calls appear in the grid, ready to confirm at wrap.</source>
        <translation>Geben Sie die erste Dispo ein. Der Arbeitsbeginn steht dann in der Übersicht und muss bei Drehschluss nur noch bestätigt werden.</translation>
    </message>
    <message>
        <source>Open call sheet…</source>
        <translation>Dispo öffnen…</translation>
    </message>
    <message>
        <source>Crew grid</source>
        <translation>Teamübersicht</translation>
    </message>
    <message>
        <source>Name or role</source>
        <translation>Name oder Position</translation>
    </message>
    <message>
        <source>Filter by name, role or department</source>
        <translation>Nach Name, Position oder Abteilung filtern</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtern (Strg+F)</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cop&amp;y the cells</source>
        <translation>Zellen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste into the cells</source>
        <translation>In die Zellen &amp;einfügen</translation>
    </message>
    <message>
        <source>C&amp;lear the times</source>
        <translation>Zeiten &amp;löschen</translation>
    </message>
    <message>
        <source>Select the &amp;day for everybody</source>
        <translation>&amp;Tag für alle auswählen</translation>
    </message>
    <message>
        <source>Select the &amp;week of the person</source>
        <translation>&amp;Woche der Person auswählen</translation>
    </message>
    <message>
        <source>&amp;Filter the people</source>
        <translation>Personen &amp;filtern</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>Nach &amp;unten ausfüllen</translation>
    </message>
    <message>
        <source>Fill &amp;right</source>
        <translation>Nach &amp;rechts ausfüllen</translation>
    </message>
    <message>
        <source>&amp;Apply to the selected cells</source>
        <translation>Auf ausgewählte Zellen &amp;anwenden</translation>
    </message>
    <message>
        <source>D&amp;o the suggested fix</source>
        <translation>V&amp;orschlag ausführen</translation>
    </message>
    <message>
        <source>Fill from the call shee&amp;t</source>
        <translation>Aus &amp;Dispo ausfüllen</translation>
    </message>
    <message>
        <source>&amp;Open or close all departments</source>
        <translation>&amp;Alle Abteilungen auf- oder zuklappen</translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move a call</source>
        <translation>Arbeitsbeginn verschieben</translation>
    </message>
    <message>
        <source>%1 for %2. Why? It is kept with the call sheet.</source>
        <translation>%1, für %2. Warum? Der Grund bleibt bei der Dispo.</translation>
    </message>
    <message>
        <source>Full rest after the wrap</source>
        <translation>Volle Ruhezeit nach Drehschluss</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>Noch niemand da</translation>
    </message>
    <message>
        <source>Nobody but you yet</source>
        <translation>Noch niemand außer Ihnen</translation>
    </message>
    <message numerus="yes">
        <source>%n people, %1 of %2 days in</source>
        <translation>
            <numerusform>%n Person, %1 von %2 Tagen da</numerusform>
            <numerusform>%n Personen, %1 von %2 Tagen da</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a filter, how many</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Exceptions %1</source>
        <translation>Zu prüfen %1</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>„%1“ passt auf niemanden.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Nobody is left here.</source>
        <translation>Hier steht niemand mehr.</translation>
    </message>
    <message>
        <source>No people yet.</source>
        <translation>Noch niemand da.</translation>
    </message>
    <message>
        <source>The production office adds the crew. You see them here once they are added.</source>
        <translation>Das Produktionsbüro legt das Team an. Danach sehen Sie es hier.</translation>
    </message>
    <message>
        <source>Accept the penalt&amp;ies</source>
        <translation>Zu&amp;schläge annehmen</translation>
    </message>
    <message>
        <source>The crew could not be read.</source>
        <translation>Die Crew konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Opening the crew…</source>
        <translation>Die Crew wird geöffnet…</translation>
    </message>
    <message>
        <source>Department o&amp;ffsets…</source>
        <translation>&amp;Versatz der Abteilungen …</translation>
    </message>
    <message>
        <source>Saved &amp;views and columns</source>
        <translation>&amp;Gespeicherte Ansichten und Spalten</translation>
    </message>
</context>
<context>
    <name>film::app::CrewGridView</name>
    <message>
        <source>Times of the crew</source>
        <translation>Zeiten des Teams</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
</context>
<context>
    <name>film::app::CrewImportDialog</name>
    <message>
        <source>Import crew list</source>
        <translation>Stabliste importieren</translation>
    </message>
    <message numerus="yes">
        <source>Add %n people</source>
        <translation>
            <numerusform>%n Person hinzufügen</numerusform>
            <numerusform>%n Personen hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ready.</source>
        <translation>
            <numerusform>%n Person bereit.</numerusform>
            <numerusform>%n Personen bereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows need a look and stay out.</source>
        <translation>
            <numerusform>%n Zeile ist zu prüfen und wird nicht übernommen.</numerusform>
            <numerusform>%n Zeilen sind zu prüfen und werden nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Rows that stay out</source>
        <translation>Nicht übernommene Zeilen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Spalte in der Datei</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation>Spalten der Datei und was sie bedeuten</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Bedeutung von %1</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Day first, 25/11/2025</source>
        <translation>Tag zuerst, 25/11/2025</translation>
    </message>
    <message>
        <source>Month first, 11/25/2025</source>
        <translation>Monat zuerst, 11/25/2025</translation>
    </message>
    <message>
        <source>A point, 1,234.50</source>
        <translation>Ein Punkt, 1,234.50</translation>
    </message>
    <message>
        <source>A comma, 1.234,50</source>
        <translation>Ein Komma, 1.234,50</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>People on the list and what becomes of them</source>
        <translation>Personen auf der Liste und was aus ihnen wird</translation>
    </message>
    <message>
        <source>“%1” can be two dates. Which comes first in this list?</source>
        <translation>„%1“ kann zwei Tage bedeuten. Was steht in dieser Liste zuerst?</translation>
    </message>
    <message>
        <source>“%1” can be two amounts. What separates the decimals in this list?</source>
        <translation>„%1“ kann zwei Beträge bedeuten. Was trennt in dieser Liste die Nachkommastellen?</translation>
    </message>
    <message>
        <source>Is added</source>
        <translation>Kommt hinzu</translation>
    </message>
    <message>
        <source>Is here already, nothing changes</source>
        <translation>Ist schon da, nichts ändert sich</translation>
    </message>
    <message>
        <source>Is here already and is changed</source>
        <translation>Ist schon da und wird geändert</translation>
    </message>
    <message>
        <source>What happens with %1</source>
        <translation>Was mit %1 geschieht</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Is %1, %2</source>
        <comment>a person, a department</comment>
        <translation>Ist %1, %2</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>Ist jemand Neues</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message numerus="yes">
        <source>Add and change %n people</source>
        <translation>
            <numerusform>%n Person hinzufügen und ändern</numerusform>
            <numerusform>%n Personen hinzufügen und ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are here already.</source>
        <translation>
            <numerusform>%n Person ist schon da.</numerusform>
            <numerusform>%n Personen sind schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people wait for your decision and stay out until then.</source>
        <translation>
            <numerusform>%n Person wartet auf Ihre Entscheidung und bleibt bis dahin draußen.</numerusform>
            <numerusform>%n Personen warten auf Ihre Entscheidung und bleiben bis dahin draußen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is added until you press Add.</source>
        <translation>Nichts kommt hinzu, bis Sie Hinzufügen drücken.</translation>
    </message>
</context>
<context>
    <name>film::app::CrewSetupPanel</name>
    <message>
        <source>Add your crew to begin</source>
        <translation>Zuerst das Team anlegen</translation>
    </message>
    <message>
        <source>%1, saved on this computer</source>
        <translation>%1, auf diesem Rechner gespeichert</translation>
    </message>
    <message>
        <source>Copy rows from a spreadsheet and press %1 anywhere on this page. Names, roles, departments and rates are recognised, and you check them before anything is added.</source>
        <translation>Kopieren Sie Zeilen aus einer Tabelle und drücken Sie irgendwo auf dieser Seite %1. Namen, Positionen, Abteilungen und Gagen werden erkannt. Sie prüfen alles, bevor es hinzugefügt wird.</translation>
    </message>
    <message>
        <source>Create the production</source>
        <translation>Produktion anlegen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Personen hinzufügen</translation>
    </message>
    <message>
        <source>Paste them, or open a CSV file</source>
        <translation>Einfügen oder CSV-Datei öffnen</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV öffnen…</translation>
    </message>
    <message>
        <source>Open a crew list</source>
        <translation>Stabliste öffnen</translation>
    </message>
    <message>
        <source>Paste crew list</source>
        <translation>Stabliste einfügen</translation>
    </message>
    <message>
        <source>Enter the first call sheet</source>
        <translation>Erste Dispo eingeben</translation>
    </message>
    <message>
        <source>Calls appear in the grid, ready to confirm at wrap</source>
        <translation>Arbeitsbeginn steht dann in der Übersicht, bei Drehschluss nur bestätigen</translation>
    </message>
    <message>
        <source>Open call sheet…</source>
        <translation>Dispo öffnen…</translation>
    </message>
</context>
<context>
    <name>film::app::CrewViewButton</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved views and columns</source>
        <translation>Gespeicherte Ansichten und Spalten</translation>
    </message>
    <message>
        <source>Saved views and columns (Ctrl+Shift+V)</source>
        <translation>Gespeicherte Ansichten und Spalten (Strg+Umschalt+V)</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Alles</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht s&amp;peichern …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>What is shown is kept on this computer under a name. A view of that name is replaced.</source>
        <translation>Was gezeigt wird, bleibt unter einem Namen auf diesem Rechner. Eine Ansicht dieses Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>There are %1 views already. Delete one first.</source>
        <translation>Es gibt schon %1 Ansichten. Löschen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>The view “%1” is kept on this computer.</source>
        <translation>Die Ansicht „%1“ ist auf diesem Rechner gespeichert.</translation>
    </message>
    <message>
        <source>The view “%1” is deleted.</source>
        <translation>Die Ansicht „%1“ ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>film::app::CrewWordsText</name>
    <message>
        <source>No times</source>
        <translation>Keine Zeiten</translation>
    </message>
    <message>
        <source>Not called</source>
        <translation>Nicht disponiert</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Drehfrei</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Anprobe</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Krank</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>Keine Arbeit</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n called</source>
        <translation>
            <numerusform>%n disponiert</numerusform>
            <numerusform>%n disponiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Day %1 · call %2</source>
        <translation>DT %1 · ab %2</translation>
    </message>
    <message>
        <source>Name and role</source>
        <translation>Name und Position</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Std.</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Keine Regel</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Hinw.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1, no wrap yet</source>
        <translation>ab %1, noch kein Drehschluss</translation>
    </message>
    <message>
        <source>no times, called at %1</source>
        <translation>keine Zeiten, Arbeitsbeginn %1</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>keine Zeiten</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>two versions</source>
        <translation>zwei Fassungen</translation>
    </message>
    <message>
        <source>needs an update</source>
        <translation>braucht ein Update</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>saved on this computer, waiting to be sent</source>
        <translation>auf diesem Rechner gespeichert, noch nicht gesendet</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>2 Fassungen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Short rest</source>
        <translation>Ruhezeit kurz</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Entered in two places; both are kept</source>
        <translation>An zwei Stellen eingetragen; beides bleibt erhalten</translation>
    </message>
    <message>
        <source>Meal %1 started %2 h late, was due %3</source>
        <translation>Pause %1 begann %2 h zu spät, fällig war sie %3</translation>
    </message>
    <message>
        <source>Meal %1 not recorded, was due %2</source>
        <translation>Pause %1 nicht eingetragen, fällig war sie %2</translation>
    </message>
    <message>
        <source>Rest %1 of %2 h (wrap %3, call %4)</source>
        <translation>Ruhezeit %1 von %2 h (Schluss %3, Beginn %4)</translation>
    </message>
    <message>
        <source>%1 hours on set</source>
        <translation>%1 Stunden am Set</translation>
    </message>
    <message>
        <source>No wrap, began at %1</source>
        <translation>Drehschluss fehlt, Beginn war %1</translation>
    </message>
    <message>
        <source>No times, called at %1</source>
        <translation>Keine Zeiten, Beginn laut Dispo %1</translation>
    </message>
    <message>
        <source>%1 (%2) is before %3 (%4)</source>
        <translation>%1 (%2) liegt vor %3 (%4)</translation>
    </message>
    <message>
        <source>%1. Check the two times.</source>
        <translation>%1. Prüfen Sie die beiden Zeiten.</translation>
    </message>
    <message>
        <source>Compare and choose…</source>
        <translation>Vergleichen und wählen…</translation>
    </message>
    <message>
        <source>Fill from the call sheet</source>
        <translation>Aus Dispo ausfüllen</translation>
    </message>
    <message>
        <source>Add meal %1</source>
        <translation>Pause %1 eintragen</translation>
    </message>
    <message>
        <source>Edit the times</source>
        <translation>Zeiten bearbeiten</translation>
    </message>
    <message>
        <source>Move %1’s call to %2</source>
        <translation>Beginn am %1 auf %2 verschieben</translation>
    </message>
    <message>
        <source>Show the day</source>
        <translation>Tag zeigen</translation>
    </message>
    <message>
        <source>day type</source>
        <translation>Art des Tages</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Arbeitsbeginn</translation>
    </message>
    <message>
        <source>breakfast out</source>
        <translation>Beginn Frühstück</translation>
    </message>
    <message>
        <source>breakfast in</source>
        <translation>Ende Frühstück</translation>
    </message>
    <message>
        <source>meal %1 out</source>
        <translation>Beginn Pause %1</translation>
    </message>
    <message>
        <source>meal %1 in</source>
        <translation>Ende Pause %1</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>Drehschluss</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>travel back</source>
        <translation>Rückreise</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Day type</source>
        <translation>Art des Tages</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Arbeitsbeginn</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Frühstück</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Drehschluss</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Drehort</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Zulagen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>no meal</source>
        <translation>keine Pause</translation>
    </message>
    <message>
        <source>%1 there, %2 back</source>
        <translation>%1 hin, %2 zurück</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Hier gespeichert</translation>
    </message>
    <message>
        <source>Sent, not confirmed yet</source>
        <translation>Gesendet, noch unbestätigt</translation>
    </message>
    <message>
        <source>wrap %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Like 0700 1300-1330 1930; cs takes the call sheet</source>
        <translation>Zum Beispiel 0700 1300-1330 1930; cs übernimmt die Dispo</translation>
    </message>
    <message>
        <source>Note only</source>
        <translation>Nur Notiz</translation>
    </message>
    <message>
        <source>%1. Still reading: %2?</source>
        <translation>%1. Fehlt noch: %2</translation>
    </message>
    <message>
        <source>I could not read “%1”.</source>
        <translation>„%1“ nicht erkannt.</translation>
    </message>
    <message>
        <source>%1: a time comes twice that night. Which one is it?</source>
        <translation>%1: Eine Zeit gibt es in dieser Nacht zweimal. Welche gilt?</translation>
    </message>
    <message>
        <source>Two readings: %1, or %2?</source>
        <translation>Zwei Lesarten: %1 oder %2?</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>„%1“ kann zweierlei heißen.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>a date, a person</comment>
        <translation>%1 für %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people</source>
        <comment>a date</comment>
        <translation>
            <numerusform>%1 für %n Person</numerusform>
            <numerusform>%1 für %n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people in %2</source>
        <comment>a date, a department</comment>
        <translation>
            <numerusform>%1 für %n Person, %2</numerusform>
            <numerusform>%1 für %n Personen, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>fill %1</source>
        <translation>Ausfüllen: %1</translation>
    </message>
    <message>
        <source>call sheet times, %1</source>
        <translation>Zeiten aus der Dispo: %1</translation>
    </message>
    <message>
        <source>clear %1</source>
        <translation>Löschen: %1</translation>
    </message>
    <message>
        <source>paste %1</source>
        <translation>Einfügen: %1</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>move the call on %1</source>
        <translation>Beginn verschieben: %1</translation>
    </message>
    <message>
        <source>enter %1</source>
        <translation>Eintragen: %1</translation>
    </message>
    <message>
        <source>%1 saved: %2 h. Ctrl+Z to undo.</source>
        <translation>%1 gespeichert: %2 h. Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>Entered %1. Ctrl+Z to undo.</source>
        <translation>Eingetragen: %1. Rückgängig mit Strg+Z.</translation>
    </message>
    <message numerus="yes">
        <source>Filled %n.</source>
        <translation>
            <numerusform>%n Tag ausgefüllt.</numerusform>
            <numerusform>%n Tage ausgefüllt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filled %n from the call sheet.</source>
        <translation>
            <numerusform>%n Tag aus der Dispo ausgefüllt.</numerusform>
            <numerusform>%n Tage aus der Dispo ausgefüllt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared %1. Ctrl+Z brings them back.</source>
        <translation>Gelöscht: %1. Strg+Z holt die Zeiten zurück.</translation>
    </message>
    <message>
        <source>Pasted %1. Ctrl+Z to undo.</source>
        <translation>Eingefügt: %1. Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>Restored %1. Ctrl+Z to undo.</source>
        <translation>Wiederhergestellt: %1. Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>Moved the call on %1 to %2. Ctrl+Z to undo.</source>
        <translation>Beginn auf %2 verschoben: %1. Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Rückgängig gemacht: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Wiederholt: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>„%1“ nicht erkannt. Eine Zeit sieht so aus: 0700, 7,0 oder 7:00. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” has two readings. Type it with a colon or without a point. Nothing was changed.</source>
        <translation>„%1“ kann zweierlei heißen. Schreiben Sie es mit Doppelpunkt oder ganz ohne Punkt und Komma. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Skipped 1 locked day.</source>
        <translation>1 gesperrten Tag ausgelassen.</translation>
    </message>
    <message>
        <source>Skipped 1 locked day (%1).</source>
        <translation>1 gesperrten Tag ausgelassen (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days (%1).</source>
        <translation>
            <numerusform>%n gesperrten Tag ausgelassen (%1).</numerusform>
            <numerusform>%n gesperrte Tage ausgelassen (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days.</source>
        <translation>
            <numerusform>%n gesperrten Tag ausgelassen.</numerusform>
            <numerusform>%n gesperrte Tage ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left 1 day that no call sheet is for.</source>
        <translation>1 Tag ohne Dispo ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that no call sheet is for.</source>
        <translation>
            <numerusform>%n Tag ohne Dispo ausgelassen.</numerusform>
            <numerusform>%n Tage ohne Dispo ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left 1 day that changed since.</source>
        <translation>1 inzwischen geänderten Tag ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>%n inzwischen geänderten Tag ausgelassen.</numerusform>
            <numerusform>%n inzwischen geänderte Tage ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not written for %1: %2</source>
        <comment>people, which times</comment>
        <translation>Nicht eingetragen für %1: %2</translation>
    </message>
    <message>
        <source>Not written for %1: on %2 the clocks skip %3. Type another time in the cell.</source>
        <translation>Nicht eingetragen für %1: Am %2 überspringt die Zeitumstellung %3. Geben Sie in der Zelle eine andere Zeit ein.</translation>
    </message>
    <message>
        <source>Not written for %1: on %2 the clocks go back and %3 comes twice. Type it in the cell and choose.</source>
        <translation>Nicht eingetragen für %1: Am %2 wird die Uhr zurückgestellt, %3 gibt es zweimal. Geben Sie die Zeit in der Zelle ein und wählen Sie.</translation>
    </message>
    <message>
        <source>accept penalties, %1</source>
        <translation>Zuschläge annehmen, %1</translation>
    </message>
    <message>
        <source>Penalties accepted: %1. They stay paid and in the history. Ctrl+Z to undo.</source>
        <translation>Zuschläge angenommen: %1. Sie bleiben bezahlt und in der Historie. Strg+Z macht es rückgängig.</translation>
    </message>
    <message>
        <source>for another unit %1</source>
        <translation>für eine andere Unit %1</translation>
    </message>
    <message>
        <source>allowances</source>
        <translation>Zulagen</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>changed by %1 at %2</source>
        <translation>geändert von %1 um %2</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardDesk</name>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>The budget was changed. Ctrl+Z to undo.</source>
        <translation>Das Budget wurde geändert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Zahlen speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The figures were saved as %1.</source>
        <translation>Die Zahlen wurden als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was saved.</source>
        <translation>%1 ließ sich nicht schreiben. Nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardPage</name>
    <message>
        <source>Hours by department</source>
        <translation>Stunden nach Abteilung</translation>
    </message>
    <message>
        <source>Overtime trend</source>
        <translation>Verlauf der Überstunden</translation>
    </message>
    <message>
        <source>Hot cost against budget</source>
        <translation>Tageskosten gegen Budget</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Pausenzuschläge</translation>
    </message>
    <message>
        <source>Opens the crew grid with this department only</source>
        <translation>Öffnet die Teamübersicht nur mit dieser Abteilung</translation>
    </message>
    <message>
        <source>No hours yet this week.</source>
        <translation>Noch keine Stunden in dieser Woche.</translation>
    </message>
    <message>
        <source>Figures appear as soon as times are entered. Go to another week with Ctrl+PgUp and Ctrl+PgDown.</source>
        <translation>Zahlen erscheinen, sobald Zeiten eingetragen sind. Zu einer anderen Woche mit Strg+Bild auf und Strg+Bild ab.</translation>
    </message>
    <message>
        <source>The figures of “%1” were copied.</source>
        <translation>Die Zahlen von „%1“ wurden kopiert.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save the figures of all charts as a file</source>
        <translation>Die Zahlen aller Diagramme als Datei speichern</translation>
    </message>
    <message>
        <source>Charts as &amp;tables</source>
        <translation>Diagramme als &amp;Tabellen</translation>
    </message>
    <message>
        <source>Enter the &amp;budget…</source>
        <translation>&amp;Budget eingeben…</translation>
    </message>
    <message>
        <source>Enter budget…</source>
        <translation>Budget eingeben…</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>Alle Abteilungen</translation>
    </message>
    <message>
        <source>The week could not be read.</source>
        <translation>Die Woche konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Adding up the week…</source>
        <translation>Die Woche wird zusammengezählt…</translation>
    </message>
    <message>
        <source>Save the hours as a file. Your role does not export pay.</source>
        <translation>Die Stunden als Datei speichern. Ihre Rolle gibt keine Bezahlung weiter.</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardWords</name>
    <message>
        <source>1.0×</source>
        <translation>1,0×</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Woche %1</translation>
    </message>
    <message>
        <source>%1, shoot day %2</source>
        <translation>%1, Drehtag %2</translation>
    </message>
    <message>
        <source>%1, shoot days %2 to %3</source>
        <translation>%1, Drehtage %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>%n days are not in yet.</source>
        <translation>
            <numerusform>%n Tag fehlt noch.</numerusform>
            <numerusform>%n Tage fehlen noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n days are in.</source>
        <translation>
            <numerusform>Der %n Tag ist da.</numerusform>
            <numerusform>Alle %n Tage sind da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: what others entered is of %1.</source>
        <translation>Offline: Was andere eingetragen haben, ist von %1.</translation>
    </message>
    <message>
        <source>Offline: what others entered is of %1, %2.</source>
        <translation>Offline: Was andere eingetragen haben, ist von %1, %2.</translation>
    </message>
    <message>
        <source>Figures are as of %1, %2.</source>
        <translation>Stand der Zahlen: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing prices the hours of %n people: they are in no amount.</source>
        <translation>
            <numerusform>Für die Stunden von %n Person gilt keine Regel: sie stehen in keinem Betrag.</numerusform>
            <numerusform>Für die Stunden von %n Personen gilt keine Regel: sie stehen in keinem Betrag.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours worked</source>
        <translation>Arbeitsstunden</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid at 1.5×</source>
        <translation>Bezahlt zu 1,5×</translation>
    </message>
    <message>
        <source>Paid at 2.0×</source>
        <translation>Bezahlt zu 2,0×</translation>
    </message>
    <message>
        <source>Labour cost</source>
        <translation>Lohnkosten</translation>
    </message>
    <message>
        <source>with %1 for the week</source>
        <translation>davon %1 für die Woche</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Pausenzuschläge</translation>
    </message>
    <message>
        <source>Against budget</source>
        <translation>Gegen Budget</translation>
    </message>
    <message>
        <source>for everybody only</source>
        <translation>nur für alle</translation>
    </message>
    <message>
        <source>no budget set</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 darüber</translation>
    </message>
    <message>
        <source>%1 under</source>
        <translation>%1 darunter</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 and %2 worked the most.</source>
        <translation>%1 und %2 haben am meisten gearbeitet.</translation>
    </message>
    <message>
        <source>%1 worked the most.</source>
        <translation>%1 hat am meisten gearbeitet.</translation>
    </message>
    <message>
        <source>%1 of all hours are overtime.</source>
        <translation>%1 aller Stunden sind Überstunden.</translation>
    </message>
    <message>
        <source>Overtime follows from each person’s deal. Your role does not see deals, so it is not counted here.</source>
        <translation>Überstunden ergeben sich aus dem Vertrag jeder Person. Ihre Rolle sieht keine Verträge, darum werden sie hier nicht gezählt.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Überstunden</translation>
    </message>
    <message>
        <source>Overtime hours per week.</source>
        <translation>Überstunden je Woche.</translation>
    </message>
    <message>
        <source>%1 is %2 over plan.</source>
        <translation>%1 liegt %2 über Plan.</translation>
    </message>
    <message>
        <source>%1 is %2 under plan.</source>
        <translation>%1 liegt %2 unter Plan.</translation>
    </message>
    <message>
        <source>%1 is as planned.</source>
        <translation>%1 ist wie geplant.</translation>
    </message>
    <message>
        <source>It is up %1 on the week before.</source>
        <translation>Das sind %1 mehr als in der Woche davor.</translation>
    </message>
    <message>
        <source>It is down %1 on the week before.</source>
        <translation>Das sind %1 weniger als in der Woche davor.</translation>
    </message>
    <message>
        <source>It is the same as the week before.</source>
        <translation>Das ist so viel wie in der Woche davor.</translation>
    </message>
    <message>
        <source>Day %1, %2</source>
        <translation>Tag %1, %2</translation>
    </message>
    <message>
        <source>Shoot day</source>
        <translation>Drehtag</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Über Budget</translation>
    </message>
    <message>
        <source>Labour per shoot day, one department.</source>
        <translation>Lohnkosten je Drehtag, eine Abteilung.</translation>
    </message>
    <message>
        <source>Labour per shoot day, all departments.</source>
        <translation>Lohnkosten je Drehtag, alle Abteilungen.</translation>
    </message>
    <message>
        <source>No day of this week ran over.</source>
        <translation>Kein Tag dieser Woche lag darüber.</translation>
    </message>
    <message>
        <source>%1 ran %2 over.</source>
        <translation>%1 lag %2 darüber.</translation>
    </message>
    <message numerus="yes">
        <source>It had %n meal penalties.</source>
        <translation>
            <numerusform>An dem Tag gab es %n Pausenzuschlag.</numerusform>
            <numerusform>An dem Tag gab es %n Pausenzuschläge.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 were paid at 2.0×.</source>
        <translation>%1 wurden zu 2,0× bezahlt.</translation>
    </message>
    <message>
        <source>Meal penalties follow from each person’s deal. Your role does not see deals. Late meals are flagged in the crew grid.</source>
        <translation>Pausenzuschläge ergeben sich aus dem Vertrag jeder Person. Ihre Rolle sieht keine Verträge. Späte Pausen sind in der Teamübersicht markiert.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Meal penalties per shoot day.</source>
        <translation>Pausenzuschläge je Drehtag.</translation>
    </message>
    <message>
        <source>There was none this week.</source>
        <translation>In dieser Woche gab es keine.</translation>
    </message>
    <message>
        <source>Every day of this week had some.</source>
        <translation>An jedem Tag dieser Woche gab es welche.</translation>
    </message>
    <message numerus="yes">
        <source>No penalties on the days %1.</source>
        <translation>
            <numerusform>Keine Zuschläge am Tag %1.</numerusform>
            <numerusform>Keine Zuschläge an den Tagen %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Amounts in another currency are left out.</source>
        <translation>Beträge in einer anderen Währung sind nicht enthalten.</translation>
    </message>
    <message>
        <source>no shoot day priced yet</source>
        <translation>noch kein Drehtag berechnet</translation>
    </message>
    <message>
        <source>No shoot days this week.</source>
        <translation>Keine Drehtage in dieser Woche.</translation>
    </message>
</context>
<context>
    <name>film::app::DayDelegate</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>film::app::DayPanel</name>
    <message>
        <source>scenes %1</source>
        <translation>Bilder %1</translation>
    </message>
    <message>
        <source>Show all history</source>
        <translation>Ganzen Verlauf zeigen</translation>
    </message>
    <message>
        <source>For your department head or payroll</source>
        <translation>Für Abteilungsleitung oder Lohnbuchhaltung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>Dispo</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No call sheet for this day.</source>
        <translation>Keine Dispo für diesen Tag.</translation>
    </message>
    <message>
        <source>Agreed for this day</source>
        <translation>Für diesen Tag vereinbart</translation>
    </message>
    <message>
        <source>Nothing special</source>
        <translation>Nichts Besonderes</translation>
    </message>
    <message>
        <source>Agreed for this day: %1</source>
        <translation>Für diesen Tag vereinbart: %1</translation>
    </message>
    <message>
        <source>Pay if saved like this</source>
        <translation>Gage, wenn so gespeichert</translation>
    </message>
    <message>
        <source>Pay so far</source>
        <translation>Gage bisher</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>und %n weitere Zeile</numerusform>
            <numerusform>und %n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Ihr Beginn</translation>
    </message>
    <message>
        <source>Unit meal</source>
        <translation>Pause der Unit</translation>
    </message>
    <message>
        <source>Estimated wrap</source>
        <translation>Schluss geschätzt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Beginn %1</translation>
    </message>
    <message>
        <source>Call %1, %2</source>
        <translation>Beginn %1, %2</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Nothing was entered yet.</source>
        <translation>Noch nichts eingetragen.</translation>
    </message>
    <message>
        <source>No earlier change is known on this computer.</source>
        <translation>Auf diesem Rechner ist keine frühere Änderung bekannt.</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Zulagen</translation>
    </message>
    <message>
        <source>kit $50; per diem 62.50</source>
        <comment>an example of what is typed</comment>
        <translation>Kit 50 €; Spesen 62,50</translation>
    </message>
    <message>
        <source>Allowances are in the sum of the week.</source>
        <translation>Zulagen stehen in der Summe der Woche.</translation>
    </message>
    <message>
        <source>Units and accounts</source>
        <translation>Units und Kostenstellen</translation>
    </message>
    <message>
        <source>Paid by:
%1</source>
        <comment>who bears the cost, a line each</comment>
        <translation>Zu Lasten von:
%1</translation>
    </message>
</context>
<context>
    <name>film::app::DayStrip</name>
    <message>
        <source>The day to scale</source>
        <translation>Der Tag als Zeitleiste</translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>Jetzt %1</translation>
    </message>
    <message>
        <source>Meal %1 %2</source>
        <translation>Pause %1 %2</translation>
    </message>
    <message>
        <source>Meal %1</source>
        <translation>Pause %1</translation>
    </message>
    <message>
        <source>Wrap by %1</source>
        <translation>Schluss bis %1</translation>
    </message>
    <message>
        <source>Wrap %1</source>
        <translation>Schluss %1</translation>
    </message>
    <message>
        <source>Planned wrap</source>
        <translation>Schluss geplant</translation>
    </message>
</context>
<context>
    <name>film::app::DayUnits</name>
    <message>
        <source>Further unit</source>
        <translation>Weitere Unit</translation>
    </message>
    <message>
        <source>Times for the further unit</source>
        <translation>Zeiten für die weitere Unit</translation>
    </message>
    <message>
        <source>Also worked: 1400 1800-1830 2100</source>
        <translation>Auch gearbeitet: 1400 1800-1830 2100</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>Dieser Tag</translation>
    </message>
    <message>
        <source>Times, %1</source>
        <comment>of a unit</comment>
        <translation>Zeiten, %1</translation>
    </message>
    <message>
        <source>Account, %1</source>
        <comment>of a unit</comment>
        <translation>Kostenstelle, %1</translation>
    </message>
    <message>
        <source>Episode, %1</source>
        <comment>of a unit</comment>
        <translation>Folge, %1</translation>
    </message>
</context>
<context>
    <name>film::app::DecisionPanel</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Bemerkung</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Needed only when you send it back</source>
        <translation>Nur nötig, wenn Sie zurückgeben</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>PIN zum Unterschreiben</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>Freigeben &amp;und unterschreiben</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Strg+B</translation>
    </message>
    <message>
        <source>&amp;Withdraw approval</source>
        <translation>Freigabe zu&amp;rückziehen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Sign as %1</source>
        <translation>Unterschreiben als %1</translation>
    </message>
    <message>
        <source>Your PIN was given less than 5 minutes ago.</source>
        <translation>Ihre PIN wurde vor weniger als 5 Minuten eingegeben.</translation>
    </message>
    <message>
        <source>Choose a signing PIN, 4 characters or more</source>
        <translation>Wählen Sie eine PIN, mindestens 4 Zeichen</translation>
    </message>
    <message>
        <source>&amp;Send back to %1…</source>
        <translation>An %1 &amp;zurückgeben…</translation>
    </message>
    <message>
        <source>You can withdraw an approval until production approves.</source>
        <translation>Sie können eine Freigabe zurückziehen, bis die Produktion freigibt.</translation>
    </message>
    <message>
        <source>You can withdraw an approval until payroll locks the week.</source>
        <translation>Sie können eine Freigabe zurückziehen, bis die Lohnabrechnung die Woche sperrt.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, a day, what changed</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Nothing was entered or said yet.</source>
        <translation>Noch wurde nichts eingetragen oder gesagt.</translation>
    </message>
    <message>
        <source>What should %1 check? All times are kept, and the week can be submitted again.</source>
        <translation>Was soll %1 prüfen? Alle Zeiten bleiben, und die Woche kann wieder eingereicht werden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>days, a comment</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>film::app::DelegateDialog</name>
    <message>
        <source>&amp;Let them approve</source>
        <translation>&amp;Freigeben lassen</translation>
    </message>
    <message>
        <source>Who approves in somebody’s place</source>
        <translation>Wer an wessen Stelle freigibt</translation>
    </message>
    <message>
        <source>Delegate approvals</source>
        <translation>Freigaben übertragen</translation>
    </message>
    <message>
        <source>They see, correct and approve the days of the department as its head does, but not their own. It ends by itself, and you can take it back before. Everybody on the production can see it.</source>
        <translation>Sie sehen, berichtigen und geben die Tage der Abteilung frei wie deren Leitung, aber nicht die eigenen. Es endet von selbst, und Sie können es vorher zurücknehmen. Alle in der Produktion können es sehen.</translation>
    </message>
    <message>
        <source>Who approves in your place</source>
        <translation>Wer an Ihrer Stelle freigibt</translation>
    </message>
    <message>
        <source>Up to and with</source>
        <translation>Bis einschließlich</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Wer</translation>
    </message>
    <message>
        <source>&amp;Up to and with</source>
        <translation>&amp;Bis einschließlich</translation>
    </message>
    <message>
        <source>%1 approves in your place up to and with %2, from their next start of Film Tracker on.</source>
        <translation>%1 gibt bis einschließlich %2 an Ihrer Stelle frei, ab dem nächsten Start von Film Tracker dort.</translation>
    </message>
    <message>
        <source>%1 does not approve in your place any more. What they signed stays signed.</source>
        <translation>%1 gibt nicht mehr an Ihrer Stelle frei. Was unterschrieben ist, bleibt unterschrieben.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, a position</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nobody else of the department has joined yet</source>
        <translation>Aus der Abteilung ist sonst noch niemand beigetreten</translation>
    </message>
    <message>
        <source>%1 for %2, ended on %3</source>
        <comment>two names, a day</comment>
        <translation>%1 für %2, beendet am %3</translation>
    </message>
    <message>
        <source>%1 for %2, up to and with %3</source>
        <comment>two names, a day</comment>
        <translation>%1 für %2, bis einschließlich %3</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back from %1</source>
        <translation>Von %1 zurücknehmen</translation>
    </message>
</context>
<context>
    <name>film::app::DockTitle</name>
    <message>
        <source>Close this panel</source>
        <translation>Diesen Bereich schließen</translation>
    </message>
    <message>
        <source>Close. The View menu brings it back.</source>
        <translation>Schließen. Über das Menü „Ansicht“ kommt er zurück.</translation>
    </message>
</context>
<context>
    <name>film::app::ErrorText</name>
    <message>
        <source>No connection. Your times are saved on this computer and are sent as soon as you are back online.</source>
        <translation>Keine Verbindung. Ihre Zeiten sind auf diesem Rechner gespeichert und werden gesendet, sobald Sie wieder online sind.</translation>
    </message>
    <message>
        <source>There was no answer in time. What was saved before is safe; try this again in a moment.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort. Was gespeichert war, ist sicher. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Someone else changed this day. Both versions are kept. Review them when it suits you.</source>
        <translation>Jemand anderes hat diesen Tag geändert. Beide Fassungen bleiben erhalten. Prüfen Sie sie, wann es Ihnen passt.</translation>
    </message>
    <message>
        <source>That is here already. Nothing was changed.</source>
        <translation>Das gibt es hier schon. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>You are signed out. You can keep working; your changes stay here until you sign in.</source>
        <translation>Sie sind abgemeldet. Sie können weiterarbeiten. Ihre Änderungen bleiben hier, bis Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Your role on this production does not allow this. Nothing was changed.</source>
        <translation>Ihre Rolle in dieser Produktion erlaubt das nicht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>That is not known here. It may have been removed on another computer.</source>
        <translation>Das ist hier nicht bekannt. Vielleicht wurde es auf einem anderen Rechner entfernt.</translation>
    </message>
    <message>
        <source>That code is no longer good. Ask your coordinator for a new one. Nothing was sent.</source>
        <translation>Dieser Code gilt nicht mehr. Bitten Sie die Produktionskoordination um einen neuen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Not saved yet. Check the marked fields.</source>
        <translation>Noch nicht gespeichert. Prüfen Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This computer’s disk is full, so the last change could not be saved. It is still on screen. Free some space, then press Save again.</source>
        <translation>Auf diesem Rechner ist kein Platz mehr. Die letzte Änderung konnte nicht gespeichert werden, steht aber noch auf dem Bildschirm. Schaffen Sie Platz und drücken Sie dann noch einmal auf „Speichern“.</translation>
    </message>
    <message>
        <source>Not saved: this computer could not write to its disk. What was saved before is safe. Make the folder writable, then press Save again before you close the window.</source>
        <translation>Nicht gespeichert: Dieser Rechner konnte nicht auf seine Festplatte schreiben. Was vorher gespeichert war, ist sicher. Geben Sie den Ordner zum Schreiben frei und drücken Sie noch einmal auf „Speichern“, bevor Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>The file with your times is damaged. It was set aside unchanged, and the last good copy can be opened.</source>
        <translation>Die Datei mit Ihren Zeiten ist beschädigt. Sie wurde unverändert beiseitegelegt. Die letzte gute Kopie lässt sich öffnen.</translation>
    </message>
    <message>
        <source>That file was not made by Film Tracker. It was left as it is.</source>
        <translation>Diese Datei stammt nicht von Film Tracker. Sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>Your times were last saved by a newer version. They are safe. Install that version to open them.</source>
        <translation>Ihre Zeiten wurden zuletzt mit einer neueren Version gespeichert. Sie sind sicher. Installieren Sie diese Version, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Film Tracker is already open with these times. Use that window, or close it first.</source>
        <translation>Film Tracker ist mit diesen Zeiten schon offen. Nehmen Sie das offene Fenster oder schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Something went wrong on our side. What was saved before is safe. Close the window and open it again; if it comes back, send us the log file.</source>
        <translation>Bei uns ist etwas schiefgegangen. Was vorher gespeichert war, ist sicher. Schließen Sie das Fenster und öffnen Sie es wieder. Kommt es noch einmal vor, schicken Sie uns die Protokolldatei.</translation>
    </message>
</context>
<context>
    <name>film::app::ExceptionsPanel</name>
    <message>
        <source>Exceptions</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>✓ No exceptions. %1 of %2 days are in.</source>
        <translation>✓ Nichts zu prüfen. %1 von %2 Tagen sind da.</translation>
    </message>
</context>
<context>
    <name>film::app::ExportChangesDialog</name>
    <message>
        <source>Choose where to put it…</source>
        <translation>Ablageort wählen…</translation>
    </message>
    <message>
        <source>Export changes to a file</source>
        <translation>Änderungen in eine Datei exportieren</translation>
    </message>
    <message numerus="yes">
        <source>The %n changes that wait for the server go into one file, sealed with a passphrase. Import it on a computer that has a connection. They stay here as well, and nothing counts twice.</source>
        <translation>
            <numerusform>Die Änderung, die auf den Server wartet, kommt in eine Datei, mit einer Passphrase versiegelt. Importieren Sie sie auf einem Rechner mit Verbindung. Sie bleibt auch hier, und nichts zählt doppelt.</numerusform>
            <numerusform>Die %n Änderungen, die auf den Server warten, kommen in eine Datei, mit einer Passphrase versiegelt. Importieren Sie sie auf einem Rechner mit Verbindung. Sie bleiben auch hier, und nichts zählt doppelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>&amp;Noch einmal dieselbe</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Tell it to the other person in words, not on the stick.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen. Sagen Sie sie der anderen Person, legen Sie sie nicht auf den Stick.</numerusform>
            <numerusform>Mindestens %n Zeichen. Sagen Sie sie der anderen Person, legen Sie sie nicht auf den Stick.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open the file, you neither.</source>
        <translation>Ohne die Passphrase kann niemand die Datei öffnen, auch Sie nicht.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden sind noch nicht gleich.</translation>
    </message>
</context>
<context>
    <name>film::app::FirstRunPage</name>
    <message>
        <source>Join a production</source>
        <translation>Einer Produktion beitreten</translation>
    </message>
    <message>
        <source>Your coordinator gave you an invite code and the address of the production’s server.</source>
        <translation>Von der Produktionskoordination haben Sie einen Einladungscode und die Adresse des Servers der Produktion.</translation>
    </message>
    <message>
        <source>Start on this computer</source>
        <translation>Auf diesem Rechner anfangen</translation>
    </message>
    <message>
        <source>Keep your own times now. Join a production later; your times come along.</source>
        <translation>Führen Sie jetzt schon Ihre eigenen Zeiten. Treten Sie später einer Produktion bei, kommen die Zeiten mit.</translation>
    </message>
    <message>
        <source>Welcome to Film Tracker</source>
        <translation>Willkommen bei Film Tracker</translation>
    </message>
    <message>
        <source>Everything you enter is saved on this computer first. It works with no internet, all day.</source>
        <translation>Alles, was Sie eingeben, wird zuerst auf diesem Rechner gespeichert. Das geht den ganzen Tag ohne Internet.</translation>
    </message>
    <message>
        <source>wss://crew.example.com</source>
        <translation>wss://crew.example.com</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Invite &amp;code</source>
        <translation>Einladungs&amp;code</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>Ad&amp;resse des Servers</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <translation>Na&amp;me dieses Rechners</translation>
    </message>
    <message>
        <source>What joining does</source>
        <translation>Was beim Beitreten passiert</translation>
    </message>
    <message>
        <source>Brings in your call sheets and past weeks</source>
        <translation>Holt Ihre Dispos und früheren Wochen</translation>
    </message>
    <message>
        <source>Shares your times with your department head and payroll</source>
        <translation>Zeigt Ihre Zeiten der Abteilungsleitung und der Lohnbuchhaltung</translation>
    </message>
    <message>
        <source>Does not send anything else from this computer</source>
        <translation>Sendet sonst nichts von diesem Rechner</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>1st AC</source>
        <translation>1. Kameraassistenz</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>Pr&amp;oduktion</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>Ab&amp;teilung</translation>
    </message>
    <message>
        <source>P&amp;osition</source>
        <translation>Pos&amp;ition</translation>
    </message>
    <message>
        <source>What starting alone does</source>
        <translation>Was beim Anfangen passiert</translation>
    </message>
    <message>
        <source>Keeps your times on this computer</source>
        <translation>Lässt Ihre Zeiten auf diesem Rechner</translation>
    </message>
    <message>
        <source>Needs no account and no network</source>
        <translation>Braucht kein Konto und kein Netz</translation>
    </message>
    <message>
        <source>Does not send anything anywhere</source>
        <translation>Sendet nichts, nirgendwohin</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Hour format</source>
        <translation>Stundenformat</translation>
    </message>
    <message>
        <source>You can change all of this later.</source>
        <translation>Das alles können Sie später ändern.</translation>
    </message>
    <message>
        <source>With an acc&amp;ount…</source>
        <translation>Mit einem K&amp;onto …</translation>
    </message>
    <message>
        <source>Sign in with your browser, where the server has that</source>
        <translation>Im Browser anmelden, wo der Server das hat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
</context>
<context>
    <name>film::app::HelpDialog</name>
    <message>
        <source>Help for this screen</source>
        <translation>Hilfe zu dieser Ansicht</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>All &amp;pages</source>
        <translation>Alle &amp;Seiten</translation>
    </message>
    <message>
        <source>Shortcuts of this screen</source>
        <translation>Tastenkürzel dieser Ansicht</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>film::app::HistoryPanel</name>
    <message>
        <source>Restore this value</source>
        <translation>Diesen Wert wiederherstellen</translation>
    </message>
    <message>
        <source>History of the day</source>
        <translation>Verlauf des Tages</translation>
    </message>
    <message>
        <source>Writes a new change; nothing is taken out of the history</source>
        <translation>Schreibt eine neue Änderung; aus dem Verlauf verschwindet nichts</translation>
    </message>
    <message>
        <source>Select a day and press F4.</source>
        <translation>Wählen Sie einen Tag und drücken Sie F4.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The history on this computer begins when it joined; older values came before.</source>
        <translation>Der Verlauf auf diesem Rechner beginnt mit seinem Beitritt; ältere Werte lagen davor.</translation>
    </message>
    <message>
        <source>Nothing was entered for this day yet.</source>
        <translation>Für diesen Tag ist noch nichts eingetragen.</translation>
    </message>
</context>
<context>
    <name>film::app::ImportChangesDialog</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Changes in the file</source>
        <translation>Änderungen in der Datei</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Import changes from a file</source>
        <translation>Änderungen aus einer Datei importieren</translation>
    </message>
    <message>
        <source>%1 is sealed. Whoever exported it knows the passphrase. You see what is in it before anything changes here.</source>
        <translation>%1 ist versiegelt. Wer sie exportiert hat, kennt die Passphrase. Sie sehen, was darin ist, bevor sich hier etwas ändert.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n changes</source>
        <translation>
            <numerusform>%n Änderung übernehmen</numerusform>
            <numerusform>%n Änderungen übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From this computer, %1. %n changes are missing here and come back as they were.</source>
        <translation>
            <numerusform>Von diesem Rechner, %1. %n Änderung fehlt hier und kommt zurück, wie sie war.</numerusform>
            <numerusform>Von diesem Rechner, %1. %n Änderungen fehlen hier und kommen zurück, wie sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %2, %1. %n changes can be taken in.</source>
        <translation>
            <numerusform>Von %2, %1. %n Änderung kann übernommen werden.</numerusform>
            <numerusform>Von %2, %1. %n Änderungen können übernommen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent as entered by you, from their file. Where somebody entered something else meanwhile, both versions are kept.</source>
        <translation>Sie werden als von Ihnen eingegeben gesendet, aus dieser Datei. Wo jemand inzwischen etwas anderes eingegeben hat, bleiben beide Fassungen erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n more are here already and are left as they are.</source>
        <translation>
            <numerusform>%n weitere ist schon hier und bleibt, wie sie ist.</numerusform>
            <numerusform>%n weitere sind schon hier und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be taken by you, such as signatures or other departments’ days. They are safe on the computer that made them and are sent from there.</source>
        <translation>
            <numerusform>%n weitere können Sie nicht übernehmen, etwa eine Unterschrift oder den Tag einer anderen Abteilung. Sie ist auf dem Rechner sicher, von dem sie stammt, und wird von dort gesendet.</numerusform>
            <numerusform>%n weitere können Sie nicht übernehmen, etwa Unterschriften oder Tage anderer Abteilungen. Sie sind auf dem Rechner sicher, von dem sie stammen, und werden von dort gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ImportDesk</name>
    <message>
        <source>Import &amp;crew list…</source>
        <translation>&amp;Stabliste importieren…</translation>
    </message>
    <message>
        <source>Import ca&amp;ll sheets…</source>
        <translation>&amp;Dispos importieren…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Tabellen (*.csv *.txt *.tsv *.xlsx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import crew list</source>
        <translation>Stabliste importieren</translation>
    </message>
    <message>
        <source>%1 cannot be read. Nothing was added.</source>
        <translation>%1 ist nicht lesbar. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy the rows first.</source>
        <translation>Es gibt keinen Text zum Einfügen. Kopieren Sie zuerst die Zeilen.</translation>
    </message>
    <message>
        <source>That is no table of people. Nothing was added.</source>
        <translation>Das ist keine Personenliste. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>crew list of %n people</source>
        <translation>
            <numerusform>Stabliste mit %n Person</numerusform>
            <numerusform>Stabliste mit %n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n people was added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>Die Liste mit %n Person wurde hinzugefügt. Strg+Z nimmt es zurück.</numerusform>
            <numerusform>Die Liste mit %n Personen wurde hinzugefügt. Strg+Z nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody on that list was here already. Nothing was changed.</source>
        <translation>Alle auf dieser Liste waren schon da. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Import call sheets</source>
        <translation>Dispos importieren</translation>
    </message>
    <message>
        <source>%1 is no call sheet. Nothing was added.</source>
        <translation>%1 ist keine Dispo. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets</source>
        <translation>
            <numerusform>%n Dispo</numerusform>
            <numerusform>%n Dispos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets were added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>%n Dispo wurde hinzugefügt. Strg+Z nimmt es zurück.</numerusform>
            <numerusform>%n Dispos wurden hinzugefügt. Strg+Z nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those call sheets were here already. Nothing was changed.</source>
        <translation>Diese Dispos waren schon da. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>film::app::JoinDialog</name>
    <message>
        <source>The key is lost: join as a &amp;new computer</source>
        <translation>Der Schlüssel ist verloren: als &amp;neuer Rechner beitreten</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Wieder anmelden</translation>
    </message>
    <message>
        <source>Join a production</source>
        <translation>Einer Produktion beitreten</translation>
    </message>
    <message>
        <source>wss://crew.example.com</source>
        <translation>wss://crew.example.com</translation>
    </message>
    <message>
        <source>Ask your coordinator for a new invite code. What you entered meanwhile is kept here, and is sent once you are signed in.</source>
        <translation>Bitten Sie die Produktionskoordination um einen neuen Einladungscode. Was Sie inzwischen eingetragen haben, bleibt hier und wird gesendet, sobald Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>Your coordinator gave you an invite code and the address of the production’s server. What you entered alone stays on this computer, and you are asked whether to bring it in.</source>
        <translation>Von der Produktionskoordination haben Sie einen Einladungscode und die Adresse des Servers der Produktion. Was Sie allein eingetragen haben, bleibt auf diesem Rechner. Sie werden gefragt, ob es übernommen werden soll.</translation>
    </message>
    <message>
        <source>Invite &amp;code</source>
        <translation>Einladungs&amp;code</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>Ad&amp;resse des Servers</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <translation>Na&amp;me dieses Rechners</translation>
    </message>
    <message>
        <source>With an acc&amp;ount…</source>
        <translation>Mit einem K&amp;onto …</translation>
    </message>
    <message>
        <source>Sign in with your browser, where the server has that</source>
        <translation>Im Browser anmelden, wo der Server das hat</translation>
    </message>
</context>
<context>
    <name>film::app::LastDayDialog</name>
    <message>
        <source>Leaves the production</source>
        <translation>Verlässt die Produktion</translation>
    </message>
    <message>
        <source>&amp;Last day of %1</source>
        <translation>&amp;Letzter Tag von %1</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>All times and approvals stay. From the day after, the person is listed under “Left” and can be brought back.</source>
        <translation>Alle Zeiten und Freigaben bleiben. Ab dem Tag danach steht die Person unter „Gegangen“ und kann zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Set the last day</source>
        <translation>Letzten Tag setzen</translation>
    </message>
</context>
<context>
    <name>film::app::MainWindow</name>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>E&amp;ntry</source>
        <translation>&amp;Eintrag</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Woche</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>&amp;Produktion</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>&amp;Hell oder dunkel</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Sync &amp;now</source>
        <translation>Jetzt ab&amp;gleichen</translation>
    </message>
    <message>
        <source>S&amp;ync details</source>
        <translation>&amp;Details zum Abgleich</translation>
    </message>
    <message>
        <source>Edit &amp;cell</source>
        <translation>&amp;Zelle bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Quick entry</source>
        <translation>&amp;Schnelleingabe</translation>
    </message>
    <message>
        <source>&amp;Stamp the next time</source>
        <translation>Nächste &amp;Zeit stempeln</translation>
    </message>
    <message>
        <source>&amp;Copy last week</source>
        <translation>Vorwoche &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Next flag</source>
        <translation>&amp;Nächster Hinweis</translation>
    </message>
    <message>
        <source>&amp;Previous flag</source>
        <translation>Vori&amp;ger Hinweis</translation>
    </message>
    <message>
        <source>&amp;Week before</source>
        <translation>&amp;Vorige Woche</translation>
    </message>
    <message>
        <source>Week &amp;after</source>
        <translation>&amp;Nächste Woche</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Hour format</source>
        <translation>Stundenformat</translation>
    </message>
    <message>
        <source>Hours in tenths</source>
        <translation>Stunden in Zehnteln</translation>
    </message>
    <message>
        <source>Hours and minutes</source>
        <translation>Stunden und Minuten</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>%1 · Film Tracker</source>
        <translation>%1 · Film Tracker</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Rules %1</source>
        <translation>Regeln %1</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Search and commands…</source>
        <translation>&amp;Suche und Befehle…</translation>
    </message>
    <message>
        <source>Search people, days, commands</source>
        <translation>Personen, Tage, Befehle suchen</translation>
    </message>
    <message>
        <source>Search and commands (%1)</source>
        <translation>Suche und Befehle (%1)</translation>
    </message>
    <message>
        <source>&amp;Help for this screen</source>
        <translation>&amp;Hilfe zu dieser Ansicht</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Benutzerhandbuch</translation>
    </message>
    <message>
        <source>F1 Help</source>
        <translation>F1 Hilfe</translation>
    </message>
    <message>
        <source>%1 · %2 · Film Tracker</source>
        <comment>a production, the state of the sync</comment>
        <translation>%1 · %2 · Film Tracker</translation>
    </message>
</context>
<context>
    <name>film::app::MyWeekPage</name>
    <message>
        <source>My week</source>
        <translation>Meine Woche</translation>
    </message>
    <message>
        <source>No flags in this week.</source>
        <translation>In dieser Woche keine Hinweise.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No calls yet this week. Type a day above, or copy last week.</source>
        <translation>Diese Woche ist noch nichts disponiert. Geben Sie oben einen Tag ein oder kopieren Sie die Vorwoche.</translation>
    </message>
    <message>
        <source>Copy last week</source>
        <translation>Vorwoche kopieren</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, a field</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and its field, what is asked</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: “%2” can be read in two ways.</source>
        <translation>%1: „%2“ kann zweierlei heißen.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>&amp;Submit week…</source>
        <translation>Woche &amp;einreichen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Strg+Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>&amp;Initial the change</source>
        <translation>Änderung ab&amp;zeichnen</translation>
    </message>
    <message>
        <source>It is not so…</source>
        <translation>So ist es nicht…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) submitted, signed by this computer. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n Tag eingereicht, von diesem Rechner unterschrieben. Strg+Z nimmt ihn zurück.</numerusform>
            <numerusform>%n Tage eingereicht, von diesem Rechner unterschrieben. Strg+Z nimmt sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) taken back. You can change them again.</source>
        <translation>
            <numerusform>%n Tag zurückgenommen. Sie können ihn wieder ändern.</numerusform>
            <numerusform>%n Tage zurückgenommen. Sie können sie wieder ändern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) changed or were approved meanwhile and were left alone.</source>
        <translation>
            <numerusform>%n Tag wurde inzwischen geändert oder freigegeben und blieb unberührt.</numerusform>
            <numerusform>%n Tage wurden inzwischen geändert oder freigegeben und blieben unberührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your word about %1 is saved and goes to whoever approves it.</source>
        <translation>Ihr Wort zu %1 ist gespeichert und geht an alle, die freigeben.</translation>
    </message>
    <message>
        <source>%1 initialled. Ctrl+Z to undo.</source>
        <translation>%1 abgezeichnet. Strg+Z macht es rückgängig.</translation>
    </message>
    <message>
        <source>%1 %2, was %3</source>
        <comment>a field, its value, the value before</comment>
        <translation>%1 %2, war %3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a reason</comment>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s) wait for your initials.</source>
        <translation>
            <numerusform>%n weiterer Tag wartet auf Ihr Zeichen.</numerusform>
            <numerusform>%n weitere Tage warten auf Ihr Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed your %2: %3.</source>
        <comment>who, a day, what</comment>
        <translation>%1 hat Ihren %2 geändert: %3.</translation>
    </message>
    <message>
        <source>other times</source>
        <translation>andere Zeiten</translation>
    </message>
    <message>
        <source>It is not so</source>
        <translation>So ist es nicht</translation>
    </message>
    <message>
        <source>What is wrong about %1? Both values are kept; whoever approves the day reads this.</source>
        <translation>Was stimmt an %1 nicht? Beide Werte bleiben; wer den Tag freigibt, liest dies.</translation>
    </message>
    <message>
        <source>Partly submitted</source>
        <translation>Teilweise eingereicht</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>Nicht eingereicht</translation>
    </message>
    <message>
        <source>Submitted %1</source>
        <comment>a weekday and a time</comment>
        <translation>Eingereicht %1</translation>
    </message>
    <message>
        <source>Approved by your department %1</source>
        <translation>Von Ihrer Abteilung freigegeben %1</translation>
    </message>
    <message>
        <source>Approved by production %1</source>
        <translation>Von der Produktion freigegeben %1</translation>
    </message>
    <message>
        <source>Locked by payroll</source>
        <translation>Von der Lohnabrechnung gesperrt</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Unterschrieben von %1</translation>
    </message>
    <message>
        <source>&amp;Take back…</source>
        <translation>&amp;Zurücknehmen…</translation>
    </message>
    <message>
        <source>%1 sent this week back: “%2”</source>
        <translation>%1 hat diese Woche zurückgegeben: „%2“</translation>
    </message>
    <message>
        <source>All your times are kept. Check them and submit the week again.</source>
        <translation>Alle Ihre Zeiten bleiben. Prüfen Sie sie und reichen Sie die Woche wieder ein.</translation>
    </message>
    <message>
        <source>Take the week back? You can change your times again and submit it later.</source>
        <translation>Die Woche zurücknehmen? Sie können Ihre Zeiten wieder ändern und sie später einreichen.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Leave it submitted</source>
        <translation>Eingereicht lassen</translation>
    </message>
    <message>
        <source>By submitting you confirm that these times are right. You can take the week back until your department signs.</source>
        <translation>Mit dem Einreichen bestätigen Sie, dass diese Zeiten stimmen. Sie können die Woche zurücknehmen, bis Ihre Abteilung unterschreibt.</translation>
    </message>
    <message>
        <source>Submit week %1 with %2 hours?</source>
        <translation>Woche %1 mit %2 Stunden einreichen?</translation>
    </message>
    <message>
        <source>Submit and confirm</source>
        <translation>Einreichen und bestätigen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>%1 Not complete: %2.</source>
        <comment>a question, days</comment>
        <translation>%1 Nicht vollständig: %2.</translation>
    </message>
    <message>
        <source>Submit anyway</source>
        <translation>Trotzdem einreichen</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>This week changed while you were asked. Nothing was done; look at it again.</source>
        <translation>Diese Woche hat sich während der Frage geändert. Nichts wurde getan; sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>Entry history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>PIN zum Unterschreiben</translation>
    </message>
    <message>
        <source>Choose a signing PIN, 4 characters or more</source>
        <translation>Wählen Sie eine PIN, mindestens 4 Zeichen</translation>
    </message>
</context>
<context>
    <name>film::app::NavigationPanel</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1, %2 to look at</source>
        <translation>%1, %2 zu prüfen</translation>
    </message>
</context>
<context>
    <name>film::app::NoticePanel</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>film::app::NoticeSettingsPage</name>
    <message>
        <source>Told beside the icon in the tray, once each. Everything is also said in the window.</source>
        <translation>Wird neben dem Symbol in der Taskleiste gesagt, jedes einmal. Alles steht auch im Fenster.</translation>
    </message>
    <message>
        <source>This system has no tray, so nothing can be told outside of the window. Everything is said in it.</source>
        <translation>Dieses System hat keine Taskleiste für Symbole, deshalb kann außerhalb des Fensters nichts gesagt werden. Alles steht darin.</translation>
    </message>
    <message>
        <source>A &amp;meal or a wrap comes within 15 minutes</source>
        <translation>Eine &amp;Pause oder der Drehschluss kommt in 15 Minuten</translation>
    </message>
    <message>
        <source>A day has &amp;two versions</source>
        <translation>Ein Tag hat &amp;zwei Fassungen</translation>
    </message>
    <message>
        <source>My week was &amp;sent back</source>
        <translation>Meine Woche wurde zurück&amp;gegeben</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>What comes meanwhile is told afterwards, if it is still so.</source>
        <translation>Was inzwischen kommt, wird danach gesagt, wenn es noch so ist.</translation>
    </message>
</context>
<context>
    <name>film::app::OfficeDesk</name>
    <message>
        <source>Taken back: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Wiederholt: %1.</translation>
    </message>
    <message>
        <source>Somebody else changed that a moment ago. Nothing was changed here; look at it again.</source>
        <translation>Jemand anderes hat das gerade geändert. Hier wurde nichts geändert; sehen Sie es noch einmal an.</translation>
    </message>
</context>
<context>
    <name>film::app::OffsetsDialog</name>
    <message>
        <source>Department offsets</source>
        <translation>Versatz der Abteilungen</translation>
    </message>
    <message>
        <source>A department that is called ahead of the unit, or wraps later. Counted when times are entered from the bar or from the call sheet; a call that the sheet gives them stays as it is.</source>
        <translation>Eine Abteilung, die vor der Unit beginnt oder später aufhört. Gilt, wenn Zeiten aus der Leiste oder aus der Dispo eingetragen werden; ein eigener Arbeitsbeginn in der Dispo bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Pre-call, h</source>
        <translation>Früher, h</translation>
    </message>
    <message>
        <source>Wrap later, h</source>
        <translation>Später Schluss, h</translation>
    </message>
    <message>
        <source>Pre-call of %1</source>
        <translation>Früherer Beginn von %1</translation>
    </message>
    <message>
        <source>Later wrap of %1</source>
        <translation>Späterer Schluss von %1</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>A length looks like 0.5 or 0:30, up to 12 hours. A wrap may be earlier: -0.5.</source>
        <translation>Eine Dauer sieht so aus: 0.5 oder 0:30, bis 12 Stunden. Ein Schluss darf früher sein: -0.5.</translation>
    </message>
</context>
<context>
    <name>film::app::PasteDialog</name>
    <message>
        <source>Paste into the grid</source>
        <translation>In die Tabelle einfügen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Is read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Pasted days and what becomes of them</source>
        <translation>Eingefügte Tage und was aus ihnen wird</translation>
    </message>
    <message>
        <source>What the pasted columns are</source>
        <translation>Was die eingefügten Spalten sind</translation>
    </message>
    <message>
        <source>Each column is a day</source>
        <translation>Jede Spalte ist ein Tag</translation>
    </message>
    <message>
        <source>The columns are the times of one day</source>
        <translation>Die Spalten sind die Zeiten eines Tages</translation>
    </message>
    <message>
        <source>Leave days that have times as they are</source>
        <translation>Tage mit Zeiten so lassen, wie sie sind</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n days</source>
        <translation>
            <numerusform>Auf %n Tag anwenden</numerusform>
            <numerusform>Auf %n Tage anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Is entered</source>
        <translation>Wird eingetragen</translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <translation>Ersetzt %1</translation>
    </message>
    <message>
        <source>Is so already, nothing changes</source>
        <translation>Ist schon so, nichts ändert sich</translation>
    </message>
    <message>
        <source>Has times and keeps them</source>
        <translation>Hat Zeiten und behält sie</translation>
    </message>
    <message>
        <source>The day is locked.</source>
        <translation>Der Tag ist gesperrt.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00.</source>
        <translation>„%1“ ist nicht lesbar. Eine Zeit sieht so aus: 0700, 7.0 oder 7:00.</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>„%1“ kann zweierlei heißen.</translation>
    </message>
    <message>
        <source>The clocks change over it. Type it in the cell and choose.</source>
        <translation>Die Uhr wird darin umgestellt. In der Zelle eingeben und wählen.</translation>
    </message>
    <message>
        <source>Nobody of that name is in the grid.</source>
        <translation>Niemand dieses Namens ist in der Tabelle.</translation>
    </message>
    <message>
        <source>Several people have that name. Add their department.</source>
        <translation>Mehrere heißen so. Geben Sie die Abteilung dazu an.</translation>
    </message>
    <message>
        <source>There is no person in that row of the grid.</source>
        <translation>In dieser Zeile der Tabelle ist niemand.</translation>
    </message>
    <message>
        <source>That day is not in the week that is shown.</source>
        <translation>Dieser Tag liegt nicht in der gezeigten Woche.</translation>
    </message>
    <message>
        <source>A row above has the same day.</source>
        <translation>Eine Zeile darüber hat denselben Tag.</translation>
    </message>
    <message numerus="yes">
        <source>%n days ready.</source>
        <translation>
            <numerusform>%n Tag bereit.</numerusform>
            <numerusform>%n Tage bereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace times that are there.</source>
        <translation>
            <numerusform>%n davon ersetzt vorhandene Zeiten.</numerusform>
            <numerusform>%n davon ersetzen vorhandene Zeiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a look and stay out.</source>
        <translation>
            <numerusform>%n muss angesehen werden und bleibt draußen.</numerusform>
            <numerusform>%n müssen angesehen werden und bleiben draußen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written until you press Apply.</source>
        <translation>Nichts wird geschrieben, bevor Sie Anwenden drücken.</translation>
    </message>
</context>
<context>
    <name>film::app::PayWords</name>
    <message>
        <source>Est. %1</source>
        <comment>an estimated amount</comment>
        <translation>ca. %1</translation>
    </message>
    <message>
        <source>No rule: no deal is known here</source>
        <translation>Keine Regel: hier ist kein Vertrag bekannt</translation>
    </message>
    <message>
        <source>No rule: the deal has no rate</source>
        <translation>Keine Regel: im Vertrag fehlt die Gage</translation>
    </message>
    <message>
        <source>No rule: no rule pack is chosen</source>
        <translation>Keine Regel: kein Regelwerk gewählt</translation>
    </message>
    <message>
        <source>No rule: the pack’s figures are doubtful</source>
        <translation>Keine Regel: Zahlen im Regelwerk zweifelhaft</translation>
    </message>
    <message>
        <source>No rule: the pack begins later</source>
        <translation>Keine Regel: das Regelwerk gilt erst später</translation>
    </message>
    <message>
        <source>No rule: the deal is in another currency</source>
        <translation>Keine Regel: Vertrag in anderer Währung</translation>
    </message>
    <message>
        <source>No rule: the production’s side letter does not fit</source>
        <translation>Keine Regel: die Zusatzvereinbarung der Produktion passt nicht</translation>
    </message>
    <message>
        <source>No rule: the deal’s own terms do not fit</source>
        <translation>Keine Regel: die Bedingungen im Vertrag passen nicht</translation>
    </message>
    <message>
        <source>No figure: times contradict each other</source>
        <translation>Kein Betrag: die Zeiten widersprechen sich</translation>
    </message>
    <message>
        <source>Estimated from the times and terms entered. Payroll, the agreement and the law decide.</source>
        <translation>Geschätzt aus den eingetragenen Zeiten und Bedingungen. Es entscheiden Lohnbuchhaltung, Tarifvertrag und Gesetz.</translation>
    </message>
    <message>
        <source>Weekly rate</source>
        <translation>Wochengage</translation>
    </message>
    <message>
        <source>Day rate</source>
        <translation>Tagesgage</translation>
    </message>
    <message>
        <source>Basic pay</source>
        <translation>Grundgage</translation>
    </message>
    <message>
        <source>Straight time</source>
        <translation>Normale Stunden</translation>
    </message>
    <message>
        <source>Time at %1</source>
        <translation>Stunden zu %1</translation>
    </message>
    <message>
        <source>Sixth or seventh day</source>
        <translation>Sechster oder siebter Tag</translation>
    </message>
    <message>
        <source>Overtime at %1</source>
        <translation>Überstunden zu %1</translation>
    </message>
    <message>
        <source>Before the unit’s call</source>
        <translation>Vor Arbeitsbeginn der Unit</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reisezeit</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>Made up to the minimum call</source>
        <translation>Auf Mindestzeit aufgefüllt</translation>
    </message>
    <message>
        <source>Reporting time</source>
        <translation>Erscheinungszeit</translation>
    </message>
    <message>
        <source>Hours past a very long day</source>
        <translation>Stunden nach sehr langem Tag</translation>
    </message>
    <message>
        <source>Early start</source>
        <translation>Früher Beginn</translation>
    </message>
    <message>
        <source>Night work</source>
        <translation>Nachtarbeit</translation>
    </message>
    <message>
        <source>Surcharge of the day</source>
        <translation>Zuschlag des Tages</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s)</source>
        <translation>
            <numerusform>%n Pausenstrafe</numerusform>
            <numerusform>%n Pausenstrafen</numerusform>
        </translation>
    </message>
    <message>
        <source>Meal late or cut short</source>
        <translation>Pause zu spät oder zu kurz</translation>
    </message>
    <message>
        <source>Short rest before</source>
        <translation>Ruhezeit davor zu kurz</translation>
    </message>
    <message>
        <source>Spread of hours</source>
        <translation>Spanne des Tags</translation>
    </message>
    <message>
        <source>Weekly overtime</source>
        <translation>Wochenüberstunden</translation>
    </message>
    <message>
        <source>Over the included hours</source>
        <translation>Über die enthaltenen Stunden hinaus</translation>
    </message>
    <message>
        <source>Made up to the weekly guarantee</source>
        <translation>Auf Wochengarantie aufgefüllt</translation>
    </message>
    <message>
        <source>Made up to what the law asks for</source>
        <translation>Auf gesetzliches Minimum aufgefüllt</translation>
    </message>
    <message>
        <source>Night work of the week</source>
        <translation>Nachtarbeit der Woche</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>Zulage</translation>
    </message>
    <message>
        <source>Holiday pay</source>
        <translation>Urlaubsgeld</translation>
    </message>
    <message>
        <source>The wrap before this day is not known, so the rest was not judged.</source>
        <translation>Der Drehschluss am Vortag ist nicht bekannt, die Ruhezeit wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>More meal penalties in the week than the agreement prices clearly.</source>
        <translation>Mehr Pausenstrafen in der Woche, als der Tarifvertrag klar beziffert.</translation>
    </message>
    <message>
        <source>A figure of the rule pack is doubtful.</source>
        <translation>Eine Zahl im Regelwerk ist zweifelhaft.</translation>
    </message>
    <message>
        <source>The rule pack’s terms have expired.</source>
        <translation>Die Bedingungen des Regelwerks sind abgelaufen.</translation>
    </message>
    <message>
        <source>Pays nothing until it is approved.</source>
        <translation>Wird erst bezahlt, wenn es genehmigt ist.</translation>
    </message>
    <message>
        <source>Settled by time off.</source>
        <translation>Durch Freizeit ausgeglichen.</translation>
    </message>
    <message>
        <source>The eighth day in a row or later: the agreement does not allow it.</source>
        <translation>Achter oder späterer Tag in Folge: der Tarifvertrag erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The seventh day in a row: the agreement does not allow an eighth.</source>
        <translation>Siebter Tag in Folge: einen achten erlaubt der Tarifvertrag nicht.</translation>
    </message>
    <message>
        <source>Night work is settled at the end of the week.</source>
        <translation>Nachtarbeit wird am Ende der Woche abgerechnet.</translation>
    </message>
    <message>
        <source>Meal %1 is due</source>
        <translation>Pause %1 ist fällig</translation>
    </message>
    <message>
        <source>%1 starts</source>
        <translation>%1 beginnt</translation>
    </message>
    <message>
        <source>Last wrap for a full rest</source>
        <translation>Spätester Schluss (Ruhezeit)</translation>
    </message>
    <message>
        <source>Minimum call reached</source>
        <translation>Mindestzeit erreicht</translation>
    </message>
    <message>
        <source>%1 after call. Later than this is a meal penalty.</source>
        <translation>%1 nach Arbeitsbeginn. Danach gibt es eine Pausenstrafe.</translation>
    </message>
    <message>
        <source>%1 after meal %2.</source>
        <translation>%1 nach Pause %2.</translation>
    </message>
    <message>
        <source>%1 after call.</source>
        <translation>%1 nach Arbeitsbeginn.</translation>
    </message>
    <message>
        <source>After %1 worked, if you take a %2 meal.</source>
        <translation>Nach %1 Arbeit, bei %2 Pause.</translation>
    </message>
    <message>
        <source>After %1 worked.</source>
        <translation>Nach %1 Arbeit.</translation>
    </message>
    <message>
        <source>%1’s call is %2. Your agreement asks for %3 between.</source>
        <translation>Arbeitsbeginn am %1: %2. Ihr Tarifvertrag verlangt dazwischen %3.</translation>
    </message>
    <message>
        <source>Until then you are paid %1 anyway.</source>
        <translation>Bis dahin sind %1 in jedem Fall bezahlt.</translation>
    </message>
    <message>
        <source>Est. %1 if you wrap now, %2 in 15 min, %3 in 30 min</source>
        <translation>ca. %1 bei Schluss jetzt, %2 in 15 min, %3 in 30 min</translation>
    </message>
    <message>
        <source>If the call stays, %1 of rest is missing and today’s rate carries on. %2</source>
        <translation>Bleibt es bei diesem Beginn, fehlen %1 Ruhezeit, und der heutige Satz läuft weiter. %2</translation>
    </message>
    <message>
        <source>If the call stays, %1 is paid extra: %2. %3</source>
        <translation>Bleibt es bei diesem Beginn, werden %1 zusätzlich bezahlt: %2. %3</translation>
    </message>
    <message>
        <source>No rule: pack %1 is not on this computer</source>
        <translation>Keine Regel: Das Regelwerk %1 ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>No rule: pack %1 version %2 is not on this computer</source>
        <translation>Keine Regel: Das Regelwerk %1, Version %2, ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Rest break missed</source>
        <translation>Ruhepause entfallen</translation>
    </message>
    <message>
        <source>Put by for holidays not worked</source>
        <translation>Rücklage für freie Feiertage</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s) of the week are past the agreed number: %1 to %2, which is contested. The estimate counts them by the schedule.</source>
        <translation>
            <numerusform>%n Pausenstrafe der Woche liegt über der vereinbarten Zahl: %1 bis %2, das ist strittig. Die Schätzung zählt sie nach der Staffel.</numerusform>
            <numerusform>%n Pausenstrafen der Woche liegen über der vereinbarten Zahl: %1 bis %2, das ist strittig. Die Schätzung zählt sie nach der Staffel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put by this week for holidays not worked, est. %1: not paid now.</source>
        <translation>Diese Woche für freie Feiertage zurückgelegt, geschätzt %1: jetzt nicht ausgezahlt.</translation>
    </message>
    <message>
        <source>Pack %1 leaves to people:</source>
        <translation>Das Regelwerk %1 überlässt Menschen:</translation>
    </message>
    <message>
        <source>No rule: no deal is in force in this week</source>
        <translation>Keine Regel: in dieser Woche gilt kein Vertrag</translation>
    </message>
    <message>
        <source>No times yet</source>
        <translation>Noch keine Zeiten</translation>
    </message>
    <message>
        <source>No wrap yet</source>
        <translation>Noch kein Drehschluss</translation>
    </message>
    <message>
        <source>No figure: the time zone is not known here</source>
        <translation>Kein Betrag: die Zeitzone ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>No rule: no deal is in force on this day</source>
        <translation>Keine Regel: an diesem Tag gilt kein Vertrag</translation>
    </message>
    <message>
        <source>No rule: the deal of this day has no pack that prices it</source>
        <translation>Keine Regel: der Vertrag dieses Tages hat kein Paket, das ihn bewertet</translation>
    </message>
    <message>
        <source>Priced with the day before: less than the rest that makes a new day lies between.</source>
        <translation>Mit dem Vortag bewertet: dazwischen liegt weniger als die Ruhe, nach der ein neuer Tag beginnt.</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a day on hold pays</source>
        <translation>Keine Regel: das Paket sagt nicht, was ein Bereitschaftstag zahlt</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what an idle day pays</source>
        <translation>Keine Regel: das Paket sagt nicht, was ein drehfreier Tag zahlt</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a sick day pays</source>
        <translation>Keine Regel: das Paket sagt nicht, was ein Krankheitstag zahlt</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a holiday pays that is not worked</source>
        <translation>Keine Regel: das Paket sagt nicht, was ein nicht gearbeiteter Feiertag zahlt</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what such a day pays</source>
        <translation>Keine Regel: das Paket sagt nicht, was ein solcher Tag zahlt</translation>
    </message>
    <message>
        <source>Day without work</source>
        <translation>Tag ohne Arbeit</translation>
    </message>
    <message>
        <source>The deal’s weekly guarantee is not counted: the pack does not say how many days it is for.</source>
        <translation>Die Wochengarantie des Vertrags zählt nicht: das Paket sagt nicht, für wie viele Tage sie ist.</translation>
    </message>
    <message>
        <source>Goes on into the next date: too little lay between to end the shift.</source>
        <translation>Geht in den nächsten Tag hinein: dazwischen lag zu wenig, um die Schicht zu beenden.</translation>
    </message>
    <message>
        <source>An allowance in other money than the rule pack’s is in no sum.</source>
        <translation>Eine Zulage in anderer Währung als der des Regelwerks steht in keiner Summe.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 (%n people)</source>
        <comment>what comes, when, for how many</comment>
        <translation>
            <numerusform>%1 %2 (%n Person)</numerusform>
            <numerusform>%1 %2 (%n Personen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: no more limits.</source>
        <translation>
            <numerusform>Heute noch, %n bei der Arbeit: keine Grenzen mehr.</numerusform>
            <numerusform>Heute noch, %n bei der Arbeit: keine Grenzen mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: %1.</source>
        <translation>
            <numerusform>Heute noch, %n bei der Arbeit: %1.</numerusform>
            <numerusform>Heute noch, %n bei der Arbeit: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Est. %1 if they wrap now, %2 in 15 min, %3 in 30 min.</source>
        <translation>Ca. %1 bei Schluss jetzt, %2 in 15 min, %3 in 30 min.</translation>
    </message>
    <message>
        <source>%1 of it are penalties that are not due yet.</source>
        <translation>Davon sind %1 Zuschläge, die noch nicht fällig sind.</translation>
    </message>
    <message>
        <source>%1 version %2</source>
        <comment>a rule pack</comment>
        <translation>%1 Fassung %2</translation>
    </message>
    <message>
        <source>Approved under %1: %2.</source>
        <comment>rule packs, money</comment>
        <translation>Freigegeben nach %1: %2.</translation>
    </message>
    <message>
        <source>%1 Today no rule gives a figure to hold against it.</source>
        <translation>%1 Heute ergibt keine Regel einen Betrag zum Vergleich.</translation>
    </message>
    <message>
        <source>%1 Under today’s terms: %2.</source>
        <translation>%1 Nach heutigen Bedingungen: %2.</translation>
    </message>
    <message>
        <source>Today’s version, %1: %2.</source>
        <comment>rule packs, money</comment>
        <translation>Heutige Fassung, %1: %2.</translation>
    </message>
    <message>
        <source>%1: %2 when approved, %3 today</source>
        <comment>a pay line, money, money</comment>
        <translation>%1: %2 bei der Freigabe, %3 heute</translation>
    </message>
    <message>
        <source>Without an account</source>
        <translation>Ohne Kostenstelle</translation>
    </message>
</context>
<context>
    <name>film::app::PeoplePage</name>
    <message>
        <source>People and their deals</source>
        <translation>Personen und ihre Verträge</translation>
    </message>
    <message>
        <source>Only the production office changes the crew list.</source>
        <translation>Nur das Produktionsbüro ändert die Stabliste.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Read a crew list from a file</source>
        <translation>Eine Stabliste aus einer Datei lesen</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Person hinzufügen…</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Name, position or department</source>
        <translation>Name, Position oder Abteilung</translation>
    </message>
    <message>
        <source>Filter by name, position or department</source>
        <translation>Nach Name, Position oder Abteilung filtern</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtern (Strg+F)</translation>
    </message>
    <message>
        <source>&amp;Add a person…</source>
        <translation>Person &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Change person and deal…</source>
        <translation>Person und &amp;Vertrag ändern…</translation>
    </message>
    <message>
        <source>&amp;Leaves the production…</source>
        <translation>Verlässt die &amp;Produktion…</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>&amp;Filter the crew list</source>
        <translation>Stabliste &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Open or close all departments of the list</source>
        <translation>Alle Abteilungen der Liste auf- oder &amp;zuklappen</translation>
    </message>
    <message>
        <source>On the production</source>
        <translation>In der Produktion</translation>
    </message>
    <message>
        <source>No deal</source>
        <translation>Ohne Vertrag</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a filter, how many</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n people in %1 departments</source>
        <translation>
            <numerusform>%n Person, Abteilungen: %1</numerusform>
            <numerusform>%n Personen, Abteilungen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the crew list…</source>
        <translation>Stabliste wird geöffnet…</translation>
    </message>
    <message>
        <source>The crew list could not be read. The last good one is shown.</source>
        <translation>Die Stabliste konnte nicht gelesen werden. Gezeigt wird die letzte gute.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>„%1“ passt auf niemanden.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Everybody has a deal.</source>
        <translation>Alle haben einen Vertrag.</translation>
    </message>
    <message>
        <source>Nobody has left the production.</source>
        <translation>Niemand hat die Produktion verlassen.</translation>
    </message>
    <message>
        <source>No people yet.</source>
        <translation>Noch niemand da.</translation>
    </message>
    <message>
        <source>Add them one by one, or read the crew list of the production office.</source>
        <translation>Fügen Sie sie einzeln hinzu, oder lesen Sie die Stabliste des Produktionsbüros ein.</translation>
    </message>
    <message>
        <source>Import crew list…</source>
        <translation>Stabliste importieren…</translation>
    </message>
    <message>
        <source>The production office adds the crew. You see them here once they are added.</source>
        <translation>Das Produktionsbüro legt das Team an. Danach sehen Sie es hier.</translation>
    </message>
    <message>
        <source>addition of %1</source>
        <translation>Hinzufügen von %1</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>Ändern von %1</translation>
    </message>
    <message>
        <source>%1 was added. Ctrl+Z to undo.</source>
        <translation>%1 wurde hinzugefügt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 was saved. Ctrl+Z to undo.</source>
        <translation>%1 wurde gespeichert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>last day of %1</source>
        <translation>letzter Tag von %1</translation>
    </message>
    <message>
        <source>The last day of %1 is %2. Ctrl+Z to undo.</source>
        <translation>Der letzte Tag von %1 ist der %2. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>return of %1</source>
        <translation>Rückkehr von %1</translation>
    </message>
    <message>
        <source>%1 is on the production again. Ctrl+Z to undo.</source>
        <translation>%1 ist wieder in der Produktion. Strg+Z nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>film::app::PeopleWordsText</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Tarifvertrag</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Gage</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>Garantie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 je Stunde</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 je Tag</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>%1 je Woche</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>Kein Tarifvertrag</translation>
    </message>
    <message>
        <source>%1, own terms</source>
        <comment>an agreement</comment>
        <translation>%1, eigene Bedingungen</translation>
    </message>
    <message>
        <source>No deal yet</source>
        <translation>Noch kein Vertrag</translation>
    </message>
    <message>
        <source>left on %1</source>
        <translation>gegangen am %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>Ab&amp;teilung</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Position</translation>
    </message>
    <message>
        <source>Un&amp;it</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>U&amp;nion</source>
        <translation>&amp;Gewerkschaft</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>Tarif&amp;vertrag</translation>
    </message>
    <message>
        <source>Rate an &amp;hour</source>
        <translation>Gage je &amp;Stunde</translation>
    </message>
    <message>
        <source>Rate a da&amp;y</source>
        <translation>Gage je Ta&amp;g</translation>
    </message>
    <message>
        <source>Rate a &amp;week</source>
        <translation>Gage je &amp;Woche</translation>
    </message>
    <message>
        <source>G&amp;uarantee in hours</source>
        <translation>Ga&amp;rantie in Stunden</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Letzter Tag</translation>
    </message>
    <message>
        <source>&amp;Own terms</source>
        <translation>&amp;Eigene Bedingungen</translation>
    </message>
    <message>
        <source>The last day is before the first. Check the two dates.</source>
        <translation>Der letzte Tag liegt vor dem ersten. Prüfen Sie die beiden Daten.</translation>
    </message>
    <message>
        <source>“%1” is no number of this agreement.</source>
        <translation>„%1“ ist keine Zahl dieses Tarifvertrags.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>film::app::PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Paid the additional contracted hour</source>
        <translation>Bekommt die zusätzliche vereinbarte Stunde</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Better than the agreement: a number of the pack by its path, several with semicolons between them.</source>
        <translation>Besser als der Tarifvertrag: eine Zahl des Pakets mit ihrem Pfad, mehrere durch Semikolon getrennt.</translation>
    </message>
    <message>
        <source>2025-11-20</source>
        <comment>an example of a date that is understood</comment>
        <translation>2025-11-20</translation>
    </message>
    <message>
        <source>A person of that name is already in %1.</source>
        <translation>Eine Person mit diesem Namen ist schon in %1.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A new d&amp;eal from this day on: earlier days keep theirs</source>
        <translation>Ab &amp;diesem Tag ein neuer Vertrag: frühere Tage behalten ihren</translation>
    </message>
</context>
<context>
    <name>film::app::PinSettings</name>
    <message>
        <source>You sign with your PIN on this computer. It is kept here beside the computer&apos;s key and nowhere else; nobody can look it up.</source>
        <translation>Mit Ihrer PIN unterschreiben Sie auf diesem Rechner. Sie liegt nur hier, neben dem Schlüssel des Rechners; niemand kann sie nachsehen.</translation>
    </message>
    <message>
        <source>&amp;Present PIN (empty if you have none)</source>
        <translation>&amp;Bisherige PIN (leer, wenn es keine gibt)</translation>
    </message>
    <message>
        <source>&amp;New PIN</source>
        <translation>&amp;Neue PIN</translation>
    </message>
    <message>
        <source>New PIN, once &amp;more</source>
        <translation>Neue PIN, noch ein&amp;mal</translation>
    </message>
    <message>
        <source>&amp;Change the PIN</source>
        <translation>PIN &amp;ändern</translation>
    </message>
    <message>
        <source>From now on you sign with the new PIN.</source>
        <translation>Ab jetzt unterschreiben Sie mit der neuen PIN.</translation>
    </message>
    <message numerus="yes">
        <source>That is not your present PIN. %n try(s) left. The PIN stays as it was.</source>
        <translation>
            <numerusform>Das ist nicht Ihre bisherige PIN. Noch %n Versuch. Die PIN bleibt, wie sie war.</numerusform>
            <numerusform>Das ist nicht Ihre bisherige PIN. Noch %n Versuche. Die PIN bleibt, wie sie war.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait until %1, then try again. The PIN stays as it was.</source>
        <translation>Zu viele falsche PINs. Warten Sie bis %1 und versuchen Sie es dann wieder. Die PIN bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>A PIN has at least %1 characters. The PIN stays as it was.</source>
        <translation>Eine PIN hat mindestens %1 Zeichen. Die PIN bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>The two new PINs are not the same. The PIN stays as it was.</source>
        <translation>Die beiden neuen PINs sind nicht gleich. Die PIN bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>The key store of this computer is locked or cannot be used. The PIN stays as it was. Unlock it and try again.</source>
        <translation>Der Schlüsselspeicher dieses Rechners ist gesperrt oder nicht benutzbar. Die PIN bleibt, wie sie war. Entsperren Sie ihn und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>There is no production on this computer yet. Join or start one first; the PIN is for signing in it.</source>
        <translation>Auf diesem Computer ist noch keine Produktion. Treten Sie erst einer bei oder beginnen Sie eine; mit der PIN wird darin unterschrieben.</translation>
    </message>
</context>
<context>
    <name>film::app::QuickEntryPanel</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Times of the day</source>
        <translation>Zeiten des Tages</translation>
    </message>
    <message>
        <source>Also:</source>
        <translation>Auch:</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>; text</source>
        <translation>; Text</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>0700 1300-1330 1930	call, meal out and in, wrap
7 13-1330 1930 t0.5	with half an hour of travel
0700 1300-	unfinished: what is known is saved
19 0030-0100 5	past midnight; 5 is the next morning
cs, =, off, hold	as on the call sheet, as the day before, a day off, on hold
n, +6, -	now, six hours after the time before, no meal</source>
        <translation>0700 1300-1330 1930	Beginn, Pause von und bis, Schluss
7 13-1330 1930 t0.5	mit einer halben Stunde Reise
0700 1300-	unfertig: was bekannt ist, wird gespeichert
19 0030-0100 5	nach Mitternacht; 5 ist der nächste Morgen
cs, =, off, hold	wie in der Dispo, wie am Vortag, frei, Bereitschaft
n, +6, -	jetzt, sechs Stunden nach der Zeit davor, keine Pause</translation>
    </message>
    <message>
        <source>Type the day, like 0700 1300-1330 1930</source>
        <translation>Tag eingeben, zum Beispiel 0700 1300-1330 1930</translation>
    </message>
    <message>
        <source>This day has two versions. Saving decides for this one.</source>
        <translation>Dieser Tag hat zwei Fassungen. Speichern entscheidet für diese.</translation>
    </message>
    <message>
        <source>Compare first</source>
        <translation>Erst vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Save day</source>
        <translation>Tag speichern</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Strg+J</translation>
    </message>
    <message>
        <source>allowance</source>
        <translation>Zulage</translation>
    </message>
</context>
<context>
    <name>film::app::QuickLine</name>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Type the day, like 0700 1300-1330 1930</source>
        <translation>Tag eingeben, zum Beispiel 0700 1300-1330 1930</translation>
    </message>
</context>
<context>
    <name>film::app::ReadingRow</name>
    <message>
        <source>Estimated pay</source>
        <translation>Geschätzte Gage</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Meal 1 out</source>
        <translation>Pause 1 von</translation>
    </message>
    <message>
        <source>Meal 1 in</source>
        <translation>Pause 1 bis</translation>
    </message>
    <message>
        <source>Meal 2</source>
        <translation>Pause 2</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>%1 on set less %2 meal</source>
        <translation>%1 am Set minus %2 Pause</translation>
    </message>
    <message>
        <source>%1 hours.</source>
        <translation>%1 Stunden.</translation>
    </message>
</context>
<context>
    <name>film::app::RulesDesk</name>
    <message>
        <source>Rules and rates</source>
        <translation>Regeln und Sätze</translation>
    </message>
</context>
<context>
    <name>film::app::RulesPage</name>
    <message>
        <source>Rules and rates</source>
        <translation>Regeln und Sätze</translation>
    </message>
    <message>
        <source>Find a pack</source>
        <translation>Paket suchen</translation>
    </message>
    <message>
        <source>Rule packs</source>
        <translation>Regelpakete</translation>
    </message>
    <message>
        <source>What is shown of the pack</source>
        <translation>Was vom Paket gezeigt wird</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Explain a day</source>
        <translation>Tag erklären</translation>
    </message>
    <message>
        <source>About this pack</source>
        <translation>Über dieses Paket</translation>
    </message>
    <message>
        <source>Numbers of this pack</source>
        <translation>Zahlen dieses Pakets</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>Numbers that differ</source>
        <translation>Zahlen, die abweichen</translation>
    </message>
    <message>
        <source>Pay that differs this week</source>
        <translation>Bezahlung, die diese Woche abweicht</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>How the day’s pay came about</source>
        <translation>Wie die Bezahlung des Tages zustande kam</translation>
    </message>
    <message>
        <source>Reading the rule packs.</source>
        <translation>Die Regelpakete werden gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n packs</source>
        <translation>
            <numerusform>%n Paket</numerusform>
            <numerusform>%n Pakete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n abgelaufen</numerusform>
            <numerusform>%n abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n aus</numerusform>
            <numerusform>%n aus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file, why it is left out</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n files of rules are left out</source>
        <translation>
            <numerusform>%n Regeldatei bleibt außen vor</numerusform>
            <numerusform>%n Regeldateien bleiben außen vor</numerusform>
        </translation>
    </message>
    <message>
        <source>No pack matches “%1”.</source>
        <translation>Kein Paket passt zu „%1“.</translation>
    </message>
    <message>
        <source>There is no rule pack on this computer.</source>
        <translation>Auf diesem Rechner gibt es kein Regelpaket.</translation>
    </message>
    <message>
        <source>No pack is chosen</source>
        <translation>Kein Paket ausgewählt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a pack, its dates</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This pack is off: it prices nothing</source>
        <translation>Dieses Paket ist aus: Es berechnet nichts</translation>
    </message>
    <message>
        <source>These terms expired on %1</source>
        <translation>Diese Bedingungen sind am %1 abgelaufen</translation>
    </message>
    <message>
        <source>Days after it are still priced by them, as agreements usually go on until the next one; every such figure says so.</source>
        <translation>Tage danach werden weiter mit ihnen berechnet, da Tarifverträge meist bis zum nächsten weiterlaufen; jeder solche Betrag sagt es.</translation>
    </message>
    <message>
        <source>These terms begin on %1</source>
        <translation>Diese Bedingungen gelten ab %1</translation>
    </message>
    <message>
        <source>There is no other pack to compare with.</source>
        <translation>Es gibt kein anderes Paket zum Vergleichen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Pay line</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Nobody’s days can be priced in the week that is shown: no times, or no deals.</source>
        <translation>In der gezeigten Woche kann kein Tag berechnet werden: keine Zeiten oder keine Verträge.</translation>
    </message>
</context>
<context>
    <name>film::app::RulesWordsText</name>
    <message>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Klausel</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Off, prices nothing</source>
        <translation>Aus, berechnet nichts</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Beginnt später</translation>
    </message>
    <message>
        <source>Expired, still priced</source>
        <translation>Abgelaufen, rechnet weiter</translation>
    </message>
    <message>
        <source>invented</source>
        <translation>erfunden</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>recht sicher</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>the law</source>
        <translation>das Gesetz</translation>
    </message>
    <message>
        <source>the agreement</source>
        <translation>der Tarifvertrag</translation>
    </message>
    <message>
        <source>the production’s side letter</source>
        <translation>die Zusatzvereinbarung der Produktion</translation>
    </message>
    <message>
        <source>the person’s deal</source>
        <translation>der Vertrag der Person</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>Wo es gilt</translation>
    </message>
    <message>
        <source>Unions</source>
        <translation>Gewerkschaften</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>A person has to look at this</source>
        <translation>Das muss sich ein Mensch ansehen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers in all</source>
        <translation>
            <numerusform>%n Zahl insgesamt</numerusform>
            <numerusform>%n Zahlen insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them doubtful</source>
        <translation>
            <numerusform>%n davon zweifelhaft</numerusform>
            <numerusform>%n davon zweifelhaft</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Nichts weicht ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n places differ.</source>
        <translation>
            <numerusform>%n Stelle weicht ab.</numerusform>
            <numerusform>%n Stellen weichen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are in different currencies, so no pay is compared.</source>
        <translation>Die beiden haben verschiedene Währungen, darum wird keine Bezahlung verglichen.</translation>
    </message>
    <message>
        <source>Nobody is priced by %1 in the week that is shown.</source>
        <translation>In der gezeigten Woche wird niemand mit %1 berechnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n people this week: %1 by %2, %3 by %4.</source>
        <translation>
            <numerusform>%n Person in dieser Woche: %1 nach %2, %3 nach %4.</numerusform>
            <numerusform>%n Personen in dieser Woche: %1 nach %2, %3 nach %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people cannot be priced by it.</source>
        <translation>
            <numerusform>%n Person kann damit nicht berechnet werden.</numerusform>
            <numerusform>%n Personen können damit nicht berechnet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours worked</source>
        <translation>Arbeitsstunden</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Überstunden</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Pausenzuschläge</translation>
    </message>
    <message>
        <source>There is no figure for this day: its times are not complete.</source>
        <translation>Für diesen Tag gibt es keinen Betrag: Seine Zeiten sind nicht vollständig.</translation>
    </message>
    <message>
        <source>%1: estimate %2</source>
        <comment>a pack, an amount</comment>
        <translation>%1: Schätzung %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a pay line, its amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Dazu</translation>
    </message>
</context>
<context>
    <name>film::app::SearchDesk</name>
    <message>
        <source>%1, not on this page</source>
        <comment>a menu</comment>
        <translation>%1, nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a position, its department</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>film::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Hour format</source>
        <translation>S&amp;tundenformat</translation>
    </message>
    <message>
        <source>13.5 (tenths)</source>
        <translation>13,5 (Zehntel)</translation>
    </message>
    <message>
        <source>13:30 (hours and minutes)</source>
        <translation>13:30 (Stunden und Minuten)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Rows of the crew grid</source>
        <translation>&amp;Zeilen der Teamübersicht</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New keys of the command</source>
        <translation>Neue Tasten des Befehls</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>&amp;Neue Tasten</translation>
    </message>
    <message>
        <source>&amp;Use these keys</source>
        <translation>Diese Tasten &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>Wo Ihre Daten sind</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>Your days, what waits to be sent and these settings are in this folder, on this computer only. Close Film Tracker before you copy it. Do not change files in it.</source>
        <translation>Ihre Tage, was noch zu senden ist und diese Einstellungen liegen in diesem Ordner, nur auf diesem Computer. Schließen Sie Film Tracker, bevor Sie ihn kopieren. Ändern Sie keine Dateien darin.</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>Ordner &amp;öffnen</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already. Nothing was changed. Give that command other keys first.</source>
        <translation>%1 gehört schon zu „%2“. Nichts wurde geändert. Geben Sie zuerst jenem Befehl andere Tasten.</translation>
    </message>
    <message>
        <source>“%1” has no keys now.</source>
        <translation>„%1“ hat jetzt keine Tasten.</translation>
    </message>
    <message>
        <source>“%1” is %2 now.</source>
        <translation>„%1“ ist jetzt %2.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” now. Nothing was changed. Reset that command first, or all.</source>
        <translation>%1 gehört jetzt zu „%2“. Nichts wurde geändert. Setzen Sie zuerst jenen Befehl zurück, oder alle.</translation>
    </message>
    <message>
        <source>“%1” has its first keys again.</source>
        <translation>„%1“ hat wieder die ursprünglichen Tasten.</translation>
    </message>
    <message>
        <source>All commands have their first keys again.</source>
        <translation>Alle Befehle haben wieder ihre ursprünglichen Tasten.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Changes when you close this. Save what you are typing first.</source>
        <translation>Ändert sich, wenn Sie dieses Fenster schließen. Speichern Sie zuerst, was Sie gerade eingeben.</translation>
    </message>
    <message>
        <source>N&amp;o keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>%1 is needed for typing. Nothing was changed. Take Ctrl with it.</source>
        <translation>%1 wird zum Schreiben gebraucht. Nichts wurde geändert. Nehmen Sie Strg dazu.</translation>
    </message>
    <message>
        <source>S&amp;igning</source>
        <translation>&amp;Unterschrift</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>&amp;Benachrichtigungen</translation>
    </message>
</context>
<context>
    <name>film::app::SheetWordsText</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>From the unit’s call</source>
        <translation>Zum Beginn der Unit</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1 danach</translation>
    </message>
    <message>
        <source>%1, not called</source>
        <translation>%1, nicht bestellt</translation>
    </message>
    <message>
        <source>%1, own call %2</source>
        <translation>%1, eigener Beginn %2</translation>
    </message>
    <message>
        <source>%1, called with the others at %2</source>
        <translation>%1, beginnt mit den anderen um %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, a unit</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No call sheet</source>
        <translation>Keine Dispo</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation>noch kein Beginn</translation>
    </message>
    <message>
        <source>Day %1 · %2</source>
        <translation>Tag %1 · %2</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>&amp;Day number</source>
        <translation>&amp;Drehtag</translation>
    </message>
    <message>
        <source>T&amp;ype of day</source>
        <translation>&amp;Tagesart</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <source>&amp;Scenes</source>
        <translation>B&amp;ilder</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Beginn</translation>
    </message>
    <message>
        <source>&amp;Meal out</source>
        <translation>&amp;Pause ab</translation>
    </message>
    <message>
        <source>Meal &amp;in</source>
        <translation>Pause &amp;zurück</translation>
    </message>
    <message>
        <source>&amp;Wrap</source>
        <translation>&amp;Schluss</translation>
    </message>
    <message>
        <source>“%1” can be %2 or %3. Type one of them. Nothing was changed.</source>
        <translation>„%1“ kann %2 oder %3 sein. Geben Sie eines davon ein. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” is no day number. Nothing was changed.</source>
        <translation>„%1“ ist keine Drehtagsnummer. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>That is too long. Nothing was changed.</source>
        <translation>Das ist zu lang. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Enter the unit’s call first; “%1” is counted from it.</source>
        <translation>Geben Sie zuerst den Beginn der Unit ein; „%1“ zählt von dort.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>„%1“ nicht erkannt. Eine Zeit sieht so aus: 0700, 7,0 oder 7:00. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The meal begins before the call.</source>
        <translation>Die Pause beginnt vor dem Arbeitsbeginn.</translation>
    </message>
    <message>
        <source>The meal ends before it begins.</source>
        <translation>Die Pause endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>The wrap is before the times that come before it.</source>
        <translation>Der Drehschluss liegt vor den Zeiten davor.</translation>
    </message>
</context>
<context>
    <name>film::app::SubmissionController</name>
    <message>
        <source>your word about a change</source>
        <translation>Ihr Wort zu einer Änderung</translation>
    </message>
    <message>
        <source>submitting the week</source>
        <translation>Einreichen der Woche</translation>
    </message>
    <message>
        <source>taking the week back</source>
        <translation>Zurücknehmen der Woche</translation>
    </message>
</context>
<context>
    <name>film::app::SyncButton</name>
    <message>
        <source>Open the sync page (Ctrl+Shift+Y)</source>
        <translation>Seite „Abgleich“ öffnen (Strg+Umschalt+Y)</translation>
    </message>
</context>
<context>
    <name>film::app::SyncDesk</name>
    <message>
        <source>Changes (*.%1)</source>
        <translation>Änderungen (*.%1)</translation>
    </message>
    <message>
        <source>Nothing waits any more: the server has everything. No file is needed.</source>
        <translation>Es wartet nichts mehr: Der Server hat alles. Eine Datei ist nicht nötig.</translation>
    </message>
    <message>
        <source>The key of this computer cannot be read, so nothing can be signed. Unlock the key store of your system, start Film Tracker again and try once more. Nothing is lost.</source>
        <translation>Der Schlüssel dieses Rechners kann nicht gelesen werden, darum kann nichts unterschrieben werden. Entsperren Sie den Schlüsselbund Ihres Systems, starten Sie Film Tracker neu und versuchen Sie es noch einmal. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>That is no file of changes from Film Tracker. Nothing was changed.</source>
        <translation>Das ist keine Änderungsdatei von Film Tracker. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A newer version of Film Tracker wrote this file. Install that version here, then import it again. Nothing was changed.</source>
        <translation>Eine neuere Version von Film Tracker hat diese Datei geschrieben. Installieren Sie sie hier und importieren Sie die Datei dann noch einmal. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The file is cut short or damaged, so nothing was taken from it. The changes are still on the computer that made it: export them again.</source>
        <translation>Die Datei ist abgeschnitten oder beschädigt, darum wurde nichts aus ihr übernommen. Die Änderungen sind noch auf dem Rechner, von dem sie stammt: Exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>That file is larger than a file of changes can be. Nothing was changed.</source>
        <translation>Diese Datei ist größer, als eine Änderungsdatei sein kann. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>That is not the passphrase of this file, or the file was changed on its way. Nothing was taken from it.</source>
        <translation>Das ist nicht die Passphrase dieser Datei, oder die Datei wurde unterwegs verändert. Es wurde nichts aus ihr übernommen.</translation>
    </message>
    <message>
        <source>These changes are of another production. Open that one, then import them there. Nothing was changed.</source>
        <translation>Diese Änderungen gehören zu einer anderen Produktion. Öffnen Sie diese und importieren Sie sie dort. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Sealing the changes.</source>
        <translation>Die Änderungen werden versiegelt.</translation>
    </message>
    <message>
        <source>Export changes to a file</source>
        <translation>Änderungen in eine Datei exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was exported; the changes are safe here.</source>
        <translation>%1 konnte nicht geschrieben werden. Es wurde nichts exportiert; die Änderungen sind hier sicher.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are in %1. They stay here as well.</source>
        <translation>
            <numerusform>%n Änderung ist in %1. Sie bleibt auch hier.</numerusform>
            <numerusform>%n Änderungen sind in %1. Sie bleiben auch hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more did not fit: export again once these have arrived.</source>
        <translation>
            <numerusform>%1 %n weitere passte nicht hinein: Exportieren Sie noch einmal, wenn diese angekommen sind.</numerusform>
            <numerusform>%1 %n weitere passten nicht hinein: Exportieren Sie noch einmal, wenn diese angekommen sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import changes from a file</source>
        <translation>Änderungen aus einer Datei importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Nothing was changed.</source>
        <translation>%1 kann nicht gelesen werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Opening the file.</source>
        <translation>Die Datei wird geöffnet.</translation>
    </message>
    <message>
        <source>Taking the changes in.</source>
        <translation>Die Änderungen werden übernommen.</translation>
    </message>
    <message>
        <source>From a file of %1, %2</source>
        <translation>Aus einer Datei von %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were taken in.</source>
        <translation>
            <numerusform>%n Änderung wurde übernommen.</numerusform>
            <numerusform>%n Änderungen wurden übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::SyncPage</name>
    <message>
        <source>Your role on this production does not allow this. The coordinator has it and decides.</source>
        <translation>Ihre Rolle in dieser Produktion erlaubt das nicht. Die Änderung liegt der Produktionskoordination vor, sie entscheidet.</translation>
    </message>
    <message>
        <source>The server could not read it. Enter it again; if that happens again, the server may need an update.</source>
        <translation>Der Server konnte die Änderung nicht lesen. Geben Sie sie noch einmal ein. Passiert es wieder, braucht der Server vielleicht ein Update.</translation>
    </message>
    <message>
        <source>It belongs to another production.</source>
        <translation>Die Änderung gehört zu einer anderen Produktion.</translation>
    </message>
    <message>
        <source>It was made under another sign-in of this computer. Enter it again if it is missing.</source>
        <translation>Die Änderung entstand unter einer anderen Anmeldung dieses Rechners. Geben Sie sie noch einmal ein, falls sie fehlt.</translation>
    </message>
    <message>
        <source>The server is too old for it. Ask the production office for an update, then enter it again.</source>
        <translation>Der Server ist zu alt für die Änderung. Bitten Sie das Produktionsbüro um ein Update und geben Sie sie dann noch einmal ein.</translation>
    </message>
    <message>
        <source>Its times or values cannot be. Correct the day and save it again.</source>
        <translation>Zeiten oder Werte der Änderung sind nicht möglich. Korrigieren Sie den Tag und speichern Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The server cannot read what it has of this day. Tell the production office.</source>
        <translation>Der Server kann nicht lesen, was er von diesem Tag hat. Sagen Sie dem Produktionsbüro Bescheid.</translation>
    </message>
    <message>
        <source>The server’s database did not take it. Tell the production office, then enter it again.</source>
        <translation>Die Datenbank des Servers hat die Änderung nicht angenommen. Sagen Sie dem Produktionsbüro Bescheid und geben Sie sie dann noch einmal ein.</translation>
    </message>
    <message>
        <source>Ask the production office before entering it again.</source>
        <translation>Fragen Sie das Produktionsbüro, bevor Sie die Änderung noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Try the server now</source>
        <translation>Server jetzt versuchen</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Changes made on this computer</source>
        <translation>Änderungen von diesem Rechner</translation>
    </message>
    <message>
        <source>Waiting for the server: %1</source>
        <translation>Warten auf den Server: %1</translation>
    </message>
    <message>
        <source>Changes from this computer</source>
        <translation>Änderungen von diesem Rechner</translation>
    </message>
    <message>
        <source>Safe on this computer</source>
        <translation>Sicher auf diesem Rechner</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier changes</source>
        <translation>
            <numerusform>und %n frühere Änderung</numerusform>
            <numerusform>und %n frühere Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day has two versions</source>
        <translation>1 Tag hat zwei Fassungen</translation>
    </message>
    <message numerus="yes">
        <source>%n days have two versions</source>
        <translation>
            <numerusform>%n Tag hat zwei Fassungen</numerusform>
            <numerusform>%n Tage haben zwei Fassungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are kept. Choose when it suits you.</source>
        <translation>Beide bleiben erhalten. Wählen Sie, wann es Ihnen passt.</translation>
    </message>
    <message>
        <source>Compare and choose…</source>
        <translation>Vergleichen und wählen…</translation>
    </message>
    <message>
        <source>The server lacks %1 of the %2 records on this computer</source>
        <translation>Dem Server fehlen %1 der %2 Einträge auf diesem Rechner</translation>
    </message>
    <message>
        <source>That happens after a wrong restore, or when the address leads to another server. Nothing was removed here, and your own changes stay in any case.</source>
        <translation>Das kommt vor, wenn eine falsche Sicherung eingespielt wurde oder die Adresse zu einem anderen Server führt. Hier wurde nichts entfernt, und Ihre eigenen Änderungen bleiben auf jeden Fall.</translation>
    </message>
    <message>
        <source>Ask the production office first. If the server is right, take over what it has.</source>
        <translation>Fragen Sie zuerst das Produktionsbüro. Hat der Server recht, übernehmen Sie seinen Stand.</translation>
    </message>
    <message>
        <source>Take over what the server has</source>
        <translation>Stand des Servers übernehmen</translation>
    </message>
    <message>
        <source>This computer is signed out</source>
        <translation>Dieser Rechner ist abgemeldet</translation>
    </message>
    <message>
        <source>You can keep working. What you enter is kept here, and is sent once you have signed in with a new code.</source>
        <translation>Sie können weiterarbeiten. Was Sie eintragen, bleibt hier und wird gesendet, sobald Sie sich mit einem neuen Code angemeldet haben.</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Wieder anmelden…</translation>
    </message>
    <message>
        <source>These times are only on this computer</source>
        <translation>Diese Zeiten gibt es nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>You can join a production at any time, and bring them in.</source>
        <translation>Sie können jederzeit einer Produktion beitreten und die Zeiten mitnehmen.</translation>
    </message>
    <message>
        <source>Join a production…</source>
        <translation>Einer Produktion beitreten…</translation>
    </message>
    <message>
        <source>The server did not accept 1 change. It is kept here.</source>
        <translation>Der Server hat 1 Änderung nicht angenommen. Sie bleibt hier erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>The server did not accept %n changes. They are kept here.</source>
        <translation>
            <numerusform>Der Server hat %n Änderung nicht angenommen. Sie bleibt hier erhalten.</numerusform>
            <numerusform>Der Server hat %n Änderungen nicht angenommen. Sie bleiben hier erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Export changes to a file…</source>
        <translation>Änderungen in eine Datei &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Import changes from a file…</source>
        <translation>Änderungen aus einer Datei &amp;importieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Computers of this production</source>
        <translation>Rechner dieser Produktion</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>A computer that was not heard from has lost nothing.</source>
        <translation>Ein Rechner, von dem nichts kam, hat nichts verloren.</translation>
    </message>
    <message>
        <source>Nothing waits: these times are only for this computer.</source>
        <translation>Es wartet nichts: Diese Zeiten sind nur für diesen Rechner.</translation>
    </message>
    <message>
        <source>Nothing is waiting. Last in step %1.</source>
        <translation>Es wartet nichts. Zuletzt auf gleichem Stand um %1.</translation>
    </message>
    <message>
        <source>There is no production to carry changes to yet.</source>
        <translation>Es gibt noch keine Produktion, zu der Änderungen gebracht werden könnten.</translation>
    </message>
    <message>
        <source>For a memory stick, when there is no network at all</source>
        <translation>Für einen USB-Stick, wenn es gar kein Netz gibt</translation>
    </message>
    <message>
        <source>Nothing is waiting, so there is nothing to export.</source>
        <translation>Es wartet nichts, also gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>There is no production to bring changes into yet.</source>
        <translation>Es gibt noch keine Produktion, in die Änderungen gebracht werden könnten.</translation>
    </message>
    <message>
        <source>That another computer exported</source>
        <translation>Die ein anderer Rechner exportiert hat</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Ein anderer Rechner</translation>
    </message>
    <message>
        <source>Computer of %1</source>
        <translation>Rechner von %1</translation>
    </message>
    <message>
        <source>You are working on it</source>
        <translation>Sie arbeiten daran</translation>
    </message>
    <message>
        <source>Its changes up to then are here</source>
        <translation>Seine Änderungen bis dahin sind hier</translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Tag öffnen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>film::app::SyncPath</name>
    <message>
        <source>Way to the server</source>
        <translation>Weg zum Server</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place on the way to the server, how it is</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>film::app::SyncPathText</name>
    <message>
        <source>Set hub</source>
        <translation>Set-Hub</translation>
    </message>
    <message>
        <source>Keeps everything and sends it on</source>
        <translation>Bewahrt alles und sendet es weiter</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message numerus="yes">
        <source>All saved here, %n changes waiting</source>
        <translation>
            <numerusform>Alles hier gespeichert, %n Änderung wartet</numerusform>
            <numerusform>Alles hier gespeichert, %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles ist gespeichert</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Production server</source>
        <translation>Produktionsserver</translation>
    </message>
    <message>
        <source>Has everything</source>
        <translation>Hat alles</translation>
    </message>
    <message>
        <source>Has everything, %1</source>
        <translation>Hat alles, %1</translation>
    </message>
    <message>
        <source>%1 of %2 arrived</source>
        <translation>%1 von %2 angekommen</translation>
    </message>
    <message>
        <source>Not reached. It is tried again by itself.</source>
        <translation>Nicht erreicht. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>Last reached %1. It is tried again by itself.</source>
        <translation>Zuletzt erreicht %1. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>Wants you to sign in again</source>
        <translation>Bitte neu anmelden</translation>
    </message>
    <message>
        <source>You are not on this production any more</source>
        <translation>Sie sind nicht mehr in dieser Produktion</translation>
    </message>
    <message>
        <source>Wants a newer version of Film Tracker</source>
        <translation>Will eine neuere Version von Film Tracker</translation>
    </message>
    <message>
        <source>Lacks records that are here</source>
        <translation>Ihm fehlen Daten, die hier sind</translation>
    </message>
    <message>
        <source>Did not accept a change</source>
        <translation>Hat eine Änderung nicht angenommen</translation>
    </message>
    <message>
        <source>None joined yet</source>
        <translation>Noch keinem beigetreten</translation>
    </message>
</context>
<context>
    <name>film::app::SyncStateText</name>
    <message>
        <source>Synced %1</source>
        <translation>Abgeglichen %1</translation>
    </message>
    <message>
        <source>Everything is saved on this computer</source>
        <translation>Alles ist auf diesem Rechner gespeichert</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>Sendet %1 von %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n changes waiting</source>
        <translation>
            <numerusform>Offline, %n Änderung wartet</numerusform>
            <numerusform>Offline, %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this computer. They send by themselves when there is a connection.</source>
        <translation>Auf diesem Rechner gespeichert. Gesendet wird von selbst, sobald eine Verbindung da ist.</translation>
    </message>
    <message>
        <source>Set hub, synced %1</source>
        <translation>Set-Hub, abgeglichen %1</translation>
    </message>
    <message>
        <source>No internet since %1. The hub keeps everything and sends it on later.</source>
        <translation>Kein Internet seit %1. Der Hub behält alles und sendet es später weiter.</translation>
    </message>
    <message>
        <source>The hub keeps everything and sends it on.</source>
        <translation>Der Hub behält alles und sendet es weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes to review</source>
        <translation>
            <numerusform>%n Änderung zu prüfen</numerusform>
            <numerusform>%n Änderungen zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Synced with the set hub %1. Everything else is up to date.</source>
        <translation>Mit dem Set-Hub abgeglichen %1. Alles andere ist aktuell.</translation>
    </message>
    <message>
        <source>Synced %1. Everything else is up to date.</source>
        <translation>Abgeglichen %1. Alles andere ist aktuell.</translation>
    </message>
    <message numerus="yes">
        <source>Sign in to sync, %n changes waiting</source>
        <translation>
            <numerusform>Zum Abgleichen anmelden, %n Änderung wartet</numerusform>
            <numerusform>Zum Abgleichen anmelden, %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>You can keep working. Your changes stay here until you sign in.</source>
        <translation>Sie können weiterarbeiten. Ihre Änderungen bleiben hier, bis Sie sich anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>Sync stopped, %n changes waiting</source>
        <translation>
            <numerusform>Abgleich gestoppt, %n Änderung wartet</numerusform>
            <numerusform>Abgleich gestoppt, %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused a change. Nothing is lost. Open details.</source>
        <translation>Der Server hat eine Änderung abgelehnt. Nichts ist verloren. Öffnen Sie die Details.</translation>
    </message>
    <message>
        <source>Look before syncing</source>
        <translation>Vor dem Abgleich prüfen</translation>
    </message>
    <message>
        <source>The server lacks most of what is on this computer. Nothing was removed here. Open details.</source>
        <translation>Dem Server fehlt das meiste von dem, was auf diesem Rechner ist. Hier wurde nichts entfernt. Öffnen Sie die Details.</translation>
    </message>
    <message>
        <source>Not on this production any more</source>
        <translation>Nicht mehr in dieser Produktion</translation>
    </message>
    <message>
        <source>What you entered was handed over and is still here. Other people&apos;s days are not. Ask the production office if this is wrong.</source>
        <translation>Was Sie eingetragen haben, wurde übergeben und ist noch hier. Die Tage der anderen sind nicht mehr hier. Fragen Sie das Produktionsbüro, wenn das nicht stimmt.</translation>
    </message>
    <message>
        <source>Update Film Tracker to sync</source>
        <translation>Zum Abgleichen Film Tracker aktualisieren</translation>
    </message>
    <message>
        <source>The server does not understand this version. What you enter is saved on this computer and is sent after the update.</source>
        <translation>Der Server versteht diese Version nicht. Was Sie eintragen, ist auf diesem Rechner gespeichert und wird nach dem Update gesendet.</translation>
    </message>
    <message>
        <source>The server wants version %1 or newer. What you enter is saved and handed over; other people&apos;s changes come after the update.</source>
        <translation>Der Server verlangt Version %1 oder neuer. Was Sie eintragen, wird gespeichert und übergeben. Änderungen der anderen kommen nach dem Update.</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Saved here %1. Nothing is shared yet.</source>
        <translation>Hier gespeichert %1. Noch nichts geteilt.</translation>
    </message>
    <message>
        <source>Nothing is shared yet.</source>
        <translation>Noch nichts geteilt.</translation>
    </message>
</context>
<context>
    <name>film::app::TrayDesk</name>
    <message>
        <source>Today in a s&amp;mall window</source>
        <translation>Heute in einem &amp;kleinen Fenster</translation>
    </message>
    <message>
        <source>&amp;Enter today</source>
        <translation>Heute &amp;eintragen</translation>
    </message>
    <message>
        <source>&amp;Open Film Tracker</source>
        <translation>Film Tracker &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Film Tracker: %1</source>
        <translation>Film Tracker: %1</translation>
    </message>
    <message>
        <source>Film Tracker: %1
%2</source>
        <translation>Film Tracker: %1
%2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) have two versions. Both are kept until you choose.</source>
        <translation>
            <numerusform>%n Tag hat zwei Fassungen. Beide bleiben, bis Sie wählen.</numerusform>
            <numerusform>%n Tage haben zwei Fassungen. Beide bleiben, bis Sie wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent week %2 back: “%3”</source>
        <translation>%1 hat Woche %2 zurückgegeben: „%3“</translation>
    </message>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
</context>
<context>
    <name>film::app::TrayWindow</name>
    <message>
        <source>&amp;Open Film Tracker</source>
        <translation>Film Tracker &amp;öffnen</translation>
    </message>
    <message>
        <source>Today · Film Tracker</source>
        <translation>Heute · Film Tracker</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>film::app::WeekTable</name>
    <message>
        <source>Days of the week</source>
        <translation>Tage der Woche</translation>
    </message>
</context>
<context>
    <name>film::app::WeekWords</name>
    <message>
        <source>Week %1 · %2–%3</source>
        <translation>Woche %1 · %2–%3</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Drehfrei</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Anprobe</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Krank</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>Keine Arbeit</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Day type</source>
        <translation>Art des Tages</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Breakfast out</source>
        <translation>Beginn Frühstück</translation>
    </message>
    <message>
        <source>Breakfast in</source>
        <translation>Ende Frühstück</translation>
    </message>
    <message>
        <source>Meal %1 out</source>
        <translation>Beginn Pause %1</translation>
    </message>
    <message>
        <source>Meal %1 in</source>
        <translation>Ende Pause %1</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Travel back</source>
        <translation>Rückreise</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Meal grace</source>
        <translation>Pausenkarenz</translation>
    </message>
    <message>
        <source>Wrap extension</source>
        <translation>Verlängert bis Schluss</translation>
    </message>
    <message>
        <source>French hours</source>
        <translation>French Hours</translation>
    </message>
    <message>
        <source>Compensatory rest</source>
        <translation>Ruhezeitausgleich</translation>
    </message>
    <message>
        <source>Semi-continuous day</source>
        <translation>Halb durchgehender Tag</translation>
    </message>
    <message>
        <source>Continuous day</source>
        <translation>Durchgehender Tag</translation>
    </message>
    <message>
        <source>Camera overtime</source>
        <translation>Kamera-Überstunden</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Nicht genehmigt</translation>
    </message>
    <message>
        <source>A meal that began within the grace period is not late</source>
        <translation>Eine Pause, die in der Karenzzeit begann, ist nicht zu spät</translation>
    </message>
    <message>
        <source>No meal was due because the wrap came soon after</source>
        <translation>Es war keine Pause fällig, weil bald darauf Drehschluss war</translation>
    </message>
    <message>
        <source>The crew agreed to work through and eat as they go</source>
        <translation>Das Team hat vereinbart, durchzuarbeiten und nebenbei zu essen</translation>
    </message>
    <message>
        <source>Rest later instead of money for a short night</source>
        <translation>Später Ruhezeit statt Geld für eine kurze Nacht</translation>
    </message>
    <message>
        <source>Half an hour of lunch</source>
        <translation>Eine halbe Stunde Mittagspause</translation>
    </message>
    <message>
        <source>Eating while working</source>
        <translation>Essen während der Arbeit</translation>
    </message>
    <message>
        <source>The overtime was shooting time</source>
        <translation>Die Überstunden waren Drehzeit</translation>
    </message>
    <message>
        <source>Nobody approved this day beforehand</source>
        <translation>Niemand hat diesen Tag vorher genehmigt</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Meal 1
out</source>
        <translation>Pause 1
von</translation>
    </message>
    <message>
        <source>Meal 1
in</source>
        <translation>Pause 1
bis</translation>
    </message>
    <message>
        <source>Meal 2
out</source>
        <translation>Pause 2
von</translation>
    </message>
    <message>
        <source>Meal 2
in</source>
        <translation>Pause 2
bis</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Std.</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Day %1</source>
        <translation>DT %1</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Nicht disponiert</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Needs an update</source>
        <translation>Update nötig</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ungespeichert</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>2 Fassungen</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>Keine Hinweise</translation>
    </message>
    <message>
        <source>Check the times</source>
        <translation>Zeiten prüfen</translation>
    </message>
    <message>
        <source>Meal %1 late by %2</source>
        <translation>Pause %1: %2 zu spät</translation>
    </message>
    <message>
        <source>Meal %1 not recorded</source>
        <translation>Pause %1 fehlt</translation>
    </message>
    <message>
        <source>Rest %1 of %2</source>
        <translation>Ruhezeit %1 von %2</translation>
    </message>
    <message>
        <source>%1 on set</source>
        <translation>%1 am Set</translation>
    </message>
    <message>
        <source>No wrap</source>
        <translation>Schluss fehlt</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Keine Zeiten</translation>
    </message>
    <message>
        <source>Meal %1 due %2</source>
        <translation>Pause %1 fällig %2</translation>
    </message>
    <message>
        <source>Wrap %1 by %2</source>
        <translation>Schluss %1 bis %2</translation>
    </message>
    <message>
        <source>Your times are fine and can be saved as they are.</source>
        <translation>Ihre Zeiten sind in Ordnung und können so gespeichert werden.</translation>
    </message>
    <message>
        <source>Meal %1 ends (%2) before it starts (%3). Check the two times. Not saved yet.</source>
        <translation>Pause %1 endet (%2), bevor sie beginnt (%3). Prüfen Sie die beiden Zeiten. Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 (%2) is before %3 (%4). Check the two times. Not saved yet.</source>
        <translation>%1 (%2) liegt vor %3 (%4). Prüfen Sie die beiden Zeiten. Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Meal %1 started %2 late. It was due at %3.</source>
        <translation>Pause %1 begann %2 zu spät. Fällig war sie um %3.</translation>
    </message>
    <message>
        <source>The time can be saved as it is.</source>
        <translation>Die Zeit kann so gespeichert werden.</translation>
    </message>
    <message>
        <source>Meal %1 is not recorded. It was due at %2.</source>
        <translation>Pause %1 ist nicht eingetragen. Fällig war sie um %2.</translation>
    </message>
    <message>
        <source>Add it if there was one. The day can be saved as it is.</source>
        <translation>Tragen Sie sie nach, falls es eine gab. Der Tag kann so gespeichert werden.</translation>
    </message>
    <message>
        <source>Short rest before %1: %2 of the usual %3</source>
        <translation>Ruhezeit vor %1 zu kurz: %2 statt der üblichen %3</translation>
    </message>
    <message>
        <source>Wrap %1 to %2’s call %3. A %2 call of %4 avoids it.</source>
        <translation>Schluss %1, Arbeitsbeginn am %2 %3. Mit Arbeitsbeginn am %2 um %4 reicht es.</translation>
    </message>
    <message>
        <source>That makes %1 hours on set. Save it if that is right.</source>
        <translation>Das sind %1 Stunden am Set. Speichern Sie es, wenn das stimmt.</translation>
    </message>
    <message>
        <source>Meal %1 on time (limit %2)</source>
        <translation>Pause %1 pünktlich (Grenze %2)</translation>
    </message>
    <message>
        <source>Meal %1 not due (limit %2)</source>
        <translation>Pause %1 nicht fällig (Grenze %2)</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>Nicht lesbar.</translation>
    </message>
    <message>
        <source>Could not be read. The last good copy from %1 is shown.</source>
        <translation>Nicht lesbar. Gezeigt wird die letzte gute Kopie von %1.</translation>
    </message>
    <message>
        <source>%1 next day</source>
        <translation>%1 am nächsten Tag</translation>
    </message>
    <message>
        <source>Entered so far</source>
        <translation>Bisher erfasst</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, nothing entered</source>
        <translation>%1, nichts eingetragen</translation>
    </message>
    <message>
        <source>%1, nothing entered, %2</source>
        <translation>%1, nichts eingetragen, %2</translation>
    </message>
    <message>
        <source>%1, call %2, %3</source>
        <translation>%1, Beginn %2, %3</translation>
    </message>
    <message>
        <source>%1, %2 to %3, %4 hours, %5</source>
        <translation>%1, %2 bis %3, %4 Stunden, %5</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 never comes: the clocks go forward on %2.</source>
        <translation>%1 gibt es nicht: Am %2 wird die Uhr vorgestellt.</translation>
    </message>
    <message>
        <source>%1 comes twice: the clocks go back on %2.</source>
        <translation>%1 gibt es zweimal: Am %2 wird die Uhr zurückgestellt.</translation>
    </message>
    <message>
        <source>The first is before they go back, the second after.</source>
        <translation>Die erste Zeit liegt vor dem Zurückstellen, die zweite danach.</translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>Erste %1</translation>
    </message>
    <message>
        <source>Second %1</source>
        <translation>Zweite %1</translation>
    </message>
    <message>
        <source>Left 1 day that changed since.</source>
        <translation>1 inzwischen geänderten Tag ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>%n inzwischen geänderten Tag ausgelassen.</numerusform>
            <numerusform>%n inzwischen geänderte Tage ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out %1: its times are in no possible order.</source>
        <translation>%1 ausgelassen: Die Zeiten stehen in keiner möglichen Reihenfolge.</translation>
    </message>
    <message>
        <source>Left out %1: %2 never comes that night, the clocks go forward.</source>
        <translation>%1 ausgelassen: %2 gibt es in dieser Nacht nicht, die Uhr wird vorgestellt.</translation>
    </message>
    <message>
        <source>Left out %1: %2 comes twice that night, the clocks go back.</source>
        <translation>%1 ausgelassen: %2 gibt es in dieser Nacht zweimal, die Uhr wird zurückgestellt.</translation>
    </message>
    <message>
        <source>Not saved yet: which one is it?</source>
        <translation>Noch nicht gespeichert: Welche gilt?</translation>
    </message>
    <message>
        <source>Not saved yet: check the times</source>
        <translation>Noch nicht gespeichert: Zeiten prüfen</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Still reading: %1?</source>
        <translation>Fehlt noch: %1</translation>
    </message>
    <message>
        <source>I could not read “%1”</source>
        <translation>„%1“ nicht erkannt</translation>
    </message>
    <message>
        <source>“%1” can be read in two ways</source>
        <translation>„%1“ kann zweierlei heißen</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>„%1“ nicht erkannt. Eine Zeit sieht so aus: 0700, 7,0 oder 7:00. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 already has %2 to %3. Saving replaces it; the old times stay in History.</source>
        <translation>%1 hat schon %2 bis %3. Speichern ersetzt das. Die alten Zeiten bleiben im Verlauf.</translation>
    </message>
    <message>
        <source>%1 already has times. Saving replaces them; the old times stay in History.</source>
        <translation>%1 hat schon Zeiten. Speichern ersetzt sie. Die alten Zeiten bleiben im Verlauf.</translation>
    </message>
    <message>
        <source>Day complete</source>
        <translation>Tag komplett</translation>
    </message>
    <message>
        <source>%1 now, %2</source>
        <translation>Jetzt: %1, %2</translation>
    </message>
    <message>
        <source>Opening the week of %1…</source>
        <translation>Woche vom %1 wird geöffnet…</translation>
    </message>
    <message>
        <source>%1 saved on this computer. Ctrl+Z to undo.</source>
        <translation>%1 auf diesem Rechner gespeichert. Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>%1 saved. Ctrl+Z to undo.</source>
        <translation>%1 gespeichert. Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>%1 saved on this computer: %2.</source>
        <translation>%1 auf diesem Rechner gespeichert: %2.</translation>
    </message>
    <message>
        <source>%1 saved: %2. Ctrl+Z to undo.</source>
        <translation>%1 gespeichert: %2. Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>Cleared %1. Ctrl+Z brings it back.</source>
        <translation>Zeiten von %1 gelöscht. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>%1 was changed again.</source>
        <translation>%1 wurde wieder geändert.</translation>
    </message>
    <message>
        <source>%1 changed since. It was left as it is.</source>
        <translation>%1 wurde inzwischen geändert und so gelassen.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n days from last week. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>%n Tag aus der Vorwoche kopiert. Rückgängig mit Strg+Z.</numerusform>
            <numerusform>%n Tage aus der Vorwoche kopiert. Rückgängig mit Strg+Z.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last week has no days to copy into this one. Nothing was changed.</source>
        <translation>Die Vorwoche hat keine Tage, die sich hierher kopieren lassen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 Choose one first. Nothing was changed.</source>
        <translation>%1 Wählen Sie zuerst eine Zeit. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” can be read in two ways. Choose one first. Nothing was changed.</source>
        <translation>„%1“ kann zweierlei heißen. Wählen Sie zuerst eine Lesart. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 is locked. Your change was not made. Add a note instead.</source>
        <translation>%1 ist gesperrt. Ihre Änderung wurde nicht übernommen. Schreiben Sie stattdessen eine Notiz.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 published the call sheet: %2</source>
        <translation>%1 hat die Dispo veröffentlicht: %2</translation>
    </message>
    <message>
        <source>You set %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>%1 set %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Rest break missed</source>
        <translation>Ruhepause entfallen</translation>
    </message>
    <message>
        <source>Short rest allowed</source>
        <translation>Kurze Ruhezeit erlaubt</translation>
    </message>
    <message>
        <source>A paid break for rest was not given</source>
        <translation>Eine bezahlte Ruhepause wurde nicht gegeben</translation>
    </message>
    <message>
        <source>The agreement allows a shorter rest before such a day, now and then</source>
        <translation>Der Tarifvertrag erlaubt vor so einem Tag ab und zu eine kürzere Ruhezeit</translation>
    </message>
    <message>
        <source>%1 Your change was not made.</source>
        <translation>%1 Ihre Änderung wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>%1 is locked by payroll.</source>
        <translation>%1 ist von der Lohnabrechnung gesperrt.</translation>
    </message>
    <message>
        <source>%1 is approved. Whoever approved it can send it back.</source>
        <translation>%1 ist freigegeben. Wer den Tag freigegeben hat, kann ihn zurückgeben.</translation>
    </message>
    <message>
        <source>%1 is locked. Add a note instead.</source>
        <translation>%1 ist gesperrt. Schreiben Sie stattdessen eine Notiz.</translation>
    </message>
    <message>
        <source>What is stored for %1 cannot be read here; it may need a newer version of Film Tracker.</source>
        <translation>Was für %1 gespeichert ist, lässt sich hier nicht lesen; vielleicht braucht es eine neuere Version von Film Tracker.</translation>
    </message>
    <message>
        <source>I could not read “%1”. An allowance looks like $50 or kit 50,00, several with semicolons between them. Nothing was changed.</source>
        <translation>„%1“ ist nicht lesbar. Eine Zulage sieht aus wie 50 € oder Kit 50,00, mehrere mit Strichpunkten dazwischen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Zulagen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Keine Kostenstelle</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Kostenstelle %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n Unit</numerusform>
            <numerusform>%n Units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passphrasePrompt</name>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
    <message>
        <source>This computer has no key store. Choose a passphrase for this device&apos;s key; you are asked for it at each start.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund. Wählen Sie eine Passphrase für den Schlüssel dieses Rechners. Sie werden bei jedem Start danach gefragt.</translation>
    </message>
    <message>
        <source>The passphrase for this device&apos;s key. Without it your times are still saved here, but not sent.</source>
        <translation>Die Passphrase für den Schlüssel dieses Rechners. Ohne sie werden Ihre Zeiten hier weiter gespeichert, aber nicht gesendet.</translation>
    </message>
</context>
</TS>
