<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>film::app::Application</name>
    <message numerus="yes">
        <source>You have %n days entered on this computer. Bring them into %1?</source>
        <translation>
            <numerusform>You have %n day entered on this computer. Bring it into %1?</numerusform>
            <numerusform>You have %n days entered on this computer. Bring them into %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days were brought in.</source>
        <translation>
            <numerusform>%n day was brought in.</numerusform>
            <numerusform>%n days were brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file with your times is damaged, and who you are could not be read from it. %n of your changes could be read and are kept.</source>
        <translation>
            <numerusform>The file with your times is damaged, and who you are could not be read from it. %n of your changes could be read and is kept.</numerusform>
            <numerusform>The file with your times is damaged, and who you are could not be read from it. %n of your changes could be read and are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalWords</name>
    <message numerus="yes">
        <source>%n time(s) missing</source>
        <translation>
            <numerusform>%n time missing</numerusform>
            <numerusform>%n times missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short rest(s)</source>
        <translation>
            <numerusform>%n short rest</numerusform>
            <numerusform>%n short rests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late meal(s)</source>
        <translation>
            <numerusform>%n late meal</numerusform>
            <numerusform>%n late meals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n penalty(s)</source>
        <translation>
            <numerusform>%n penalty</numerusform>
            <numerusform>%n penalties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timecard(s) approved and signed on this computer. Ctrl+Z withdraws them.</source>
        <translation>
            <numerusform>%n timecard approved and signed on this computer. Ctrl+Z withdraws it.</numerusform>
            <numerusform>%n timecards approved and signed on this computer. Ctrl+Z withdraws them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) withdrawn. The signatures stay in History.</source>
        <translation>
            <numerusform>%n approval withdrawn. The signature stays in History.</numerusform>
            <numerusform>%n approvals withdrawn. The signatures stay in History.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is not your signing PIN. %n try(s) left. Nothing was signed.</source>
        <translation>
            <numerusform>That is not your signing PIN. %n try left. Nothing was signed.</numerusform>
            <numerusform>That is not your signing PIN. %n tries left. Nothing was signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not as shown and were left alone.</source>
        <translation>
            <numerusform>%n day was not as shown and was left alone.</numerusform>
            <numerusform>%n days were not as shown and were left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n timecard(s) without flags?</source>
        <translation>
            <numerusform>Approve %n timecard without flags?</numerusform>
            <numerusform>Approve %n timecards without flags?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n called day(s) without times</source>
        <translation>
            <numerusform>%n called day without times</numerusform>
            <numerusform>%n called days without times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n called day(s) have times</source>
        <translation>
            <numerusform>The called day (%n) has times</numerusform>
            <numerusform>All %n called days have times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s), %1</source>
        <translation>
            <numerusform>%n meal penalty, %1</numerusform>
            <numerusform>%n meal penalties, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsController</name>
    <message numerus="yes">
        <source>approval of %n timecard(s)</source>
        <translation>
            <numerusform>approval of %n timecard</numerusform>
            <numerusform>approval of %n timecards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsPage</name>
    <message numerus="yes">
        <source>Approve the %n without flags…</source>
        <translation>
            <numerusform>Approve the %n without flags…</numerusform>
            <numerusform>Approve the %n without flags…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n approved</source>
        <translation>
            <numerusform>%1 of %n approved</numerusform>
            <numerusform>%1 of %n approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is waiting for you. %1 of %n approved.</source>
        <translation>
            <numerusform>Nothing is waiting for you. %1 of %n approved.</numerusform>
            <numerusform>Nothing is waiting for you. %1 of %n approved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::BulkBar</name>
    <message numerus="yes">
        <source>%n cells selected</source>
        <translation>
            <numerusform>%n cell selected</numerusform>
            <numerusform>%n cells selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments</source>
        <translation>
            <numerusform>%n department</numerusform>
            <numerusform>%n departments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be short of rest</source>
        <translation>
            <numerusform>%n would be short of rest</numerusform>
            <numerusform>%n would be short of rest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meals to look at</source>
        <translation>
            <numerusform>%n meal to look at</numerusform>
            <numerusform>%n meals to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the clocks change</source>
        <translation>
            <numerusform>%n left out: the clocks change</numerusform>
            <numerusform>%n left out: the clocks change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: times out of order</source>
        <translation>
            <numerusform>%n left out: times out of order</numerusform>
            <numerusform>%n left out: times out of order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offset(s)</source>
        <translation>
            <numerusform>%n offset</numerusform>
            <numerusform>%n offsets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::CallSheetImportDialog</name>
    <message numerus="yes">
        <source>Add %n call sheets</source>
        <translation>
            <numerusform>Add %n call sheet</numerusform>
            <numerusform>Add %n call sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets ready.</source>
        <translation>
            <numerusform>%n call sheet ready.</numerusform>
            <numerusform>%n call sheets ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines need a look and stay out.</source>
        <translation>
            <numerusform>%n line needs a look and stays out.</numerusform>
            <numerusform>%n lines need a look and stay out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ConflictDialog</name>
    <message numerus="yes">
        <source>%n days are decided together</source>
        <translation>
            <numerusform>%n day is decided</numerusform>
            <numerusform>%n days are decided together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n days</source>
        <translation>
            <numerusform>Save %n day</numerusform>
            <numerusform>Save %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked days are left out.</source>
        <translation>
            <numerusform>%n locked day is left out.</numerusform>
            <numerusform>%n locked days are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::CrewGridPage</name>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people, %1 of %2 days in</source>
        <translation>
            <numerusform>%n person, %1 of %2 days in</numerusform>
            <numerusform>%n people, %1 of %2 days in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::CrewImportDialog</name>
    <message numerus="yes">
        <source>Add %n people</source>
        <translation>
            <numerusform>Add %n person</numerusform>
            <numerusform>Add %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ready.</source>
        <translation>
            <numerusform>%n person ready.</numerusform>
            <numerusform>%n people ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows need a look and stay out.</source>
        <translation>
            <numerusform>%n row needs a look and stays out.</numerusform>
            <numerusform>%n rows need a look and stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add and change %n people</source>
        <translation>
            <numerusform>Add and change %n person</numerusform>
            <numerusform>Add and change %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are here already.</source>
        <translation>
            <numerusform>%n person is here already.</numerusform>
            <numerusform>%n people are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people wait for your decision and stay out until then.</source>
        <translation>
            <numerusform>%n person waits for your decision and stays out until then.</numerusform>
            <numerusform>%n people wait for your decision and stay out until then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::CrewWordsText</name>
    <message numerus="yes">
        <source>%n called</source>
        <translation>
            <numerusform>%n called</numerusform>
            <numerusform>%n called</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people</source>
        <comment>a date</comment>
        <translation>
            <numerusform>%1 for %n person</numerusform>
            <numerusform>%1 for %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people in %2</source>
        <comment>a date, a department</comment>
        <translation>
            <numerusform>%1 for %n person in %2</numerusform>
            <numerusform>%1 for %n people in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filled %n.</source>
        <translation>
            <numerusform>Filled %n.</numerusform>
            <numerusform>Filled %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filled %n from the call sheet.</source>
        <translation>
            <numerusform>Filled %n from the call sheet.</numerusform>
            <numerusform>Filled %n from the call sheet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days (%1).</source>
        <translation>
            <numerusform>Skipped %n locked day (%1).</numerusform>
            <numerusform>Skipped %n locked days (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days.</source>
        <translation>
            <numerusform>Skipped %n locked day.</numerusform>
            <numerusform>Skipped %n locked days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that no call sheet is for.</source>
        <translation>
            <numerusform>Left %n day that no call sheet is for.</numerusform>
            <numerusform>Left %n days that no call sheet is for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>Left %n day that changed since.</numerusform>
            <numerusform>Left %n days that changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::DashboardWords</name>
    <message numerus="yes">
        <source>%n days are not in yet.</source>
        <translation>
            <numerusform>%n day is not in yet.</numerusform>
            <numerusform>%n days are not in yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n days are in.</source>
        <translation>
            <numerusform>The %n day is in.</numerusform>
            <numerusform>All %n days are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing prices the hours of %n people: they are in no amount.</source>
        <translation>
            <numerusform>Nothing prices the hours of %n person: they are in no amount.</numerusform>
            <numerusform>Nothing prices the hours of %n people: they are in no amount.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It had %n meal penalties.</source>
        <translation>
            <numerusform>It had %n meal penalty.</numerusform>
            <numerusform>It had %n meal penalties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No penalties on the days %1.</source>
        <translation>
            <numerusform>No penalties on day %1.</numerusform>
            <numerusform>No penalties on days %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::DayPanel</name>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ExportChangesDialog</name>
    <message numerus="yes">
        <source>The %n changes that wait for the server go into one file, sealed with a passphrase. Import it on a computer that has a connection. They stay here as well, and nothing counts twice.</source>
        <translation>
            <numerusform>The change that waits for the server goes into a file, sealed with a passphrase. Import it on a computer that has a connection. It stays here as well, and nothing counts twice.</numerusform>
            <numerusform>The %n changes that wait for the server go into one file, sealed with a passphrase. Import it on a computer that has a connection. They stay here as well, and nothing counts twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Tell it to the other person in words, not on the stick.</source>
        <translation>
            <numerusform>At least %n character. Tell it to the other person in words, not on the stick.</numerusform>
            <numerusform>At least %n characters. Tell it to the other person in words, not on the stick.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ImportChangesDialog</name>
    <message numerus="yes">
        <source>Take in %n changes</source>
        <translation>
            <numerusform>Take in %n change</numerusform>
            <numerusform>Take in %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From this computer, %1. %n changes are missing here and come back as they were.</source>
        <translation>
            <numerusform>From this computer, %1. %n change is missing here and comes back as it was.</numerusform>
            <numerusform>From this computer, %1. %n changes are missing here and come back as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %2, %1. %n changes can be taken in.</source>
        <translation>
            <numerusform>From %2, %1. %n change can be taken in.</numerusform>
            <numerusform>From %2, %1. %n changes can be taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are here already and are left as they are.</source>
        <translation>
            <numerusform>%n more is here already and is left as it is.</numerusform>
            <numerusform>%n more are here already and are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be taken by you, such as signatures or other departments’ days. They are safe on the computer that made them and are sent from there.</source>
        <translation>
            <numerusform>%n more cannot be taken by you, such as a signature or another department’s day. It is safe on the computer that made it and is sent from there.</numerusform>
            <numerusform>%n more cannot be taken by you, such as signatures or other departments’ days. They are safe on the computer that made them and are sent from there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ImportDesk</name>
    <message numerus="yes">
        <source>crew list of %n people</source>
        <translation>
            <numerusform>crew list of %n person</numerusform>
            <numerusform>crew list of %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n people was added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>The list of %n person was added. Ctrl+Z to undo.</numerusform>
            <numerusform>The list of %n people was added. Ctrl+Z to undo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets</source>
        <translation>
            <numerusform>%n call sheet</numerusform>
            <numerusform>%n call sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets were added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>%n call sheet was added. Ctrl+Z to undo.</numerusform>
            <numerusform>%n call sheets were added. Ctrl+Z to undo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::MyWeekPage</name>
    <message numerus="yes">
        <source>%n day(s) submitted, signed by this computer. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n day submitted, signed by this computer. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n days submitted, signed by this computer. Ctrl+Z takes them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) taken back. You can change them again.</source>
        <translation>
            <numerusform>%n day taken back. You can change it again.</numerusform>
            <numerusform>%n days taken back. You can change them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) changed or were approved meanwhile and were left alone.</source>
        <translation>
            <numerusform>%n day changed or was approved meanwhile and was left alone.</numerusform>
            <numerusform>%n days changed or were approved meanwhile and were left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s) wait for your initials.</source>
        <translation>
            <numerusform>%n more day waits for your initials.</numerusform>
            <numerusform>%n more days wait for your initials.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::PasteDialog</name>
    <message numerus="yes">
        <source>Apply to %n days</source>
        <translation>
            <numerusform>Apply to %n day</numerusform>
            <numerusform>Apply to %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ready.</source>
        <translation>
            <numerusform>%n day ready.</numerusform>
            <numerusform>%n days ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace times that are there.</source>
        <translation>
            <numerusform>%n of them replaces times that are there.</numerusform>
            <numerusform>%n of them replace times that are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a look and stay out.</source>
        <translation>
            <numerusform>%n needs a look and stays out.</numerusform>
            <numerusform>%n need a look and stay out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::PayWords</name>
    <message numerus="yes">
        <source>%n meal penalty(s)</source>
        <translation>
            <numerusform>%n meal penalty</numerusform>
            <numerusform>%n meal penalties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s) of the week are past the agreed number: %1 to %2, which is contested. The estimate counts them by the schedule.</source>
        <translation>
            <numerusform>%n meal penalty of the week is past the agreed number: %1 to %2, which is contested. The estimate counts it by the schedule.</numerusform>
            <numerusform>%n meal penalties of the week are past the agreed number: %1 to %2, which is contested. The estimate counts them by the schedule.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 (%n people)</source>
        <comment>what comes, when, for how many</comment>
        <translation>
            <numerusform>%1 %2 (%n person)</numerusform>
            <numerusform>%1 %2 (%n people)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: no more limits.</source>
        <translation>
            <numerusform>Ahead today, %n at work: no more limits.</numerusform>
            <numerusform>Ahead today, %n at work: no more limits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: %1.</source>
        <translation>
            <numerusform>Ahead today, %n at work: %1.</numerusform>
            <numerusform>Ahead today, %n at work: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::PeoplePage</name>
    <message numerus="yes">
        <source>%n people in %1 departments</source>
        <translation>
            <numerusform>%n person in %1 departments</numerusform>
            <numerusform>%n people in %1 departments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::PinSettings</name>
    <message numerus="yes">
        <source>That is not your present PIN. %n try(s) left. The PIN stays as it was.</source>
        <translation>
            <numerusform>That is not your present PIN. %n try left. The PIN stays as it was.</numerusform>
            <numerusform>That is not your present PIN. %n tries left. The PIN stays as it was.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::QuickEntryPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::RulesPage</name>
    <message numerus="yes">
        <source>%n packs</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n expired</numerusform>
            <numerusform>%n expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n off</numerusform>
            <numerusform>%n off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of rules are left out</source>
        <translation>
            <numerusform>%n file of rules is left out</numerusform>
            <numerusform>%n files of rules are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::RulesWordsText</name>
    <message numerus="yes">
        <source>%n numbers in all</source>
        <translation>
            <numerusform>%n number in all</numerusform>
            <numerusform>%n numbers in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them doubtful</source>
        <translation>
            <numerusform>%n of them doubtful</numerusform>
            <numerusform>%n of them doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places differ.</source>
        <translation>
            <numerusform>%n place differs.</numerusform>
            <numerusform>%n places differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people this week: %1 by %2, %3 by %4.</source>
        <translation>
            <numerusform>%n person this week: %1 by %2, %3 by %4.</numerusform>
            <numerusform>%n people this week: %1 by %2, %3 by %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people cannot be priced by it.</source>
        <translation>
            <numerusform>%n person cannot be priced by it.</numerusform>
            <numerusform>%n people cannot be priced by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::SyncDesk</name>
    <message numerus="yes">
        <source>%n changes are in %1. They stay here as well.</source>
        <translation>
            <numerusform>%n change is in %1. It stays here as well.</numerusform>
            <numerusform>%n changes are in %1. They stay here as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more did not fit: export again once these have arrived.</source>
        <translation>
            <numerusform>%1 %n more did not fit: export again once these have arrived.</numerusform>
            <numerusform>%1 %n more did not fit: export again once these have arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were taken in.</source>
        <translation>
            <numerusform>%n change was taken in.</numerusform>
            <numerusform>%n changes were taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::SyncPage</name>
    <message numerus="yes">
        <source>and %n earlier changes</source>
        <translation>
            <numerusform>and %n earlier change</numerusform>
            <numerusform>and %n earlier changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days have two versions</source>
        <translation>
            <numerusform>%n day has two versions</numerusform>
            <numerusform>%n days have two versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server did not accept %n changes. They are kept here.</source>
        <translation>
            <numerusform>The server did not accept %n change. It is kept here.</numerusform>
            <numerusform>The server did not accept %n changes. They are kept here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::SyncPathText</name>
    <message numerus="yes">
        <source>All saved here, %n changes waiting</source>
        <translation>
            <numerusform>All saved here, %n change waiting</numerusform>
            <numerusform>All saved here, %n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::SyncStateText</name>
    <message numerus="yes">
        <source>Offline, %n changes waiting</source>
        <translation>
            <numerusform>Offline, %n change waiting</numerusform>
            <numerusform>Offline, %n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes to review</source>
        <translation>
            <numerusform>%n change to review</numerusform>
            <numerusform>%n changes to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign in to sync, %n changes waiting</source>
        <translation>
            <numerusform>Sign in to sync, %n change waiting</numerusform>
            <numerusform>Sign in to sync, %n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sync stopped, %n changes waiting</source>
        <translation>
            <numerusform>Sync stopped, %n change waiting</numerusform>
            <numerusform>Sync stopped, %n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::TrayDesk</name>
    <message numerus="yes">
        <source>%n day(s) have two versions. Both are kept until you choose.</source>
        <translation>
            <numerusform>%n day has two versions. Both are kept until you choose.</numerusform>
            <numerusform>%n days have two versions. Both are kept until you choose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::WeekWords</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n days from last week. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>Copied %n day from last week. Ctrl+Z to undo.</numerusform>
            <numerusform>Copied %n days from last week. Ctrl+Z to undo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>Left %n day that changed since.</numerusform>
            <numerusform>Left %n days that changed since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
</TS>
