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
        <source>%n call sheets were added.</source>
        <translation>
            <numerusform>%n call sheet was added.</numerusform>
            <numerusform>%n call sheets were added.</numerusform>
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
    <message numerus="yes">
        <source>The list of %n people was added.</source>
        <translation>
            <numerusform>The list of %n person was added.</numerusform>
            <numerusform>The list of %n people was added.</numerusform>
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
</context>
</TS>
