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
