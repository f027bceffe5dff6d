<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CloseHostDialog</name>
    <message numerus="yes">
        <source>%n people are connected. The chat ends for them when you close Confab. What was written is kept: host again and they can come back.</source>
        <translation>
            <numerusform>One person is connected. The chat ends for them when you close Confab. What was written is kept: host again and they can come back.</numerusform>
            <numerusform>%n people are connected. The chat ends for them when you close Confab. What was written is kept: host again and they can come back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposerNotes</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundChatRow</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InfoTab</name>
    <message numerus="yes">
        <source>Private · %n members</source>
        <translation>
            <numerusform>Private · %n member</numerusform>
            <numerusform>Private · %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Public · %n members</source>
        <translation>
            <numerusform>Public · %n member</numerusform>
            <numerusform>Public · %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reaction</numerusform>
            <numerusform>%n reactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleHere</name>
    <message numerus="yes">
        <source>Here now: %n others</source>
        <translation>
            <numerusform>Here now: one other</numerusform>
            <numerusform>Here now: %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublicRoomRow</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerButton</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopHostDialog</name>
    <message numerus="yes">
        <source>%n people are connected and will lose the connection. What was written is kept for the next time.</source>
        <translation>
            <numerusform>One person is connected and will lose the connection. What was written is kept for the next time.</numerusform>
            <numerusform>%n people are connected and will lose the connection. What was written is kept for the next time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SwitcherRow</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineOverlay</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::TimeTexts</name>
    <message numerus="yes">
        <source>last seen %n minute(s) ago</source>
        <translation>
            <numerusform>last seen a minute ago</numerusform>
            <numerusform>last seen %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::nameList</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and one other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>platform::TrayIcon</name>
    <message numerus="yes">
        <source>Confab: %n unread message(s)</source>
        <translation>
            <numerusform>Confab: %n unread message</numerusform>
            <numerusform>Confab: %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>viewmodels::AppViewModel</name>
    <message numerus="yes">
        <source>A name has at most %n character(s).</source>
        <translation>
            <numerusform>A name has at most %n character.</numerusform>
            <numerusform>A name has at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>viewmodels::ChatNotifications</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>viewmodels::ChatViewModel</name>
    <message numerus="yes">
        <source>Announced to %n person(s).</source>
        <translation>
            <numerusform>Announced to %n person.</numerusform>
            <numerusform>Announced to %n people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>viewmodels::ComposerViewModel</name>
    <message numerus="yes">
        <source>The text is %n character(s) too long.</source>
        <translation>
            <numerusform>The text is %n character too long.</numerusform>
            <numerusform>The text is %n characters too long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>viewmodels::ConnectionViewModel</name>
    <message numerus="yes">
        <source>No connection. Trying again in %n second(s).</source>
        <translation>
            <numerusform>No connection. Trying again in %n second.</numerusform>
            <numerusform>No connection. Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
