<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AccountSettings</name>
    <message>
        <source>Your name in %1</source>
        <translation>Dein Name in %1</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Your colour</source>
        <translation>Deine Farbe</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Protect your name</source>
        <translation>Schütze deinen Namen</translation>
    </message>
    <message>
        <source>With a password nobody else can use your name in this chat. Leave it empty to take the protection away.</source>
        <translation>Mit einem Passwort kann niemand sonst deinen Namen in diesem Chat verwenden. Lass es leer, um den Schutz aufzuheben.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Passwort festlegen</translation>
    </message>
    <message>
        <source>Remove password</source>
        <translation>Passwort entfernen</translation>
    </message>
</context>
<context>
    <name>AnnounceDialog</name>
    <message>
        <source>Announcement to everyone</source>
        <translation>Ankündigung an alle</translation>
    </message>
    <message>
        <source>It appears for everybody in this chat, whatever room they are in.</source>
        <translation>Sie erscheint bei allen in diesem Chat, gleich in welchem Raum sie sind.</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>Ankündigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Ankündigung</translation>
    </message>
    <message>
        <source>What everybody should know</source>
        <translation>Was alle wissen sollten</translation>
    </message>
</context>
<context>
    <name>AppDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AppMenu</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>AppScrollBar</name>
    <message>
        <source>Scroll bar</source>
        <translation>Bildlaufleiste</translation>
    </message>
</context>
<context>
    <name>AppTextField</name>
    <message>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BrowseRoomsDialog</name>
    <message>
        <source>Find rooms</source>
        <translation>Räume finden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>No room of that name</source>
        <translation>Kein Raum mit diesem Namen</translation>
    </message>
    <message>
        <source>There are no public rooms yet</source>
        <translation>Es gibt noch keine öffentlichen Räume</translation>
    </message>
    <message>
        <source>Make one: others will find it here.</source>
        <translation>Lege einen an: Andere finden ihn dann hier.</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Neuer Raum</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Go to a date</source>
        <translation>Zu einem Datum springen</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
</context>
<context>
    <name>CloseHostDialog</name>
    <message>
        <source>End the chat for everyone?</source>
        <translation>Den Chat für alle beenden?</translation>
    </message>
    <message numerus="yes">
        <source>%n people are connected. The chat ends for them when you close Confab. What was written is kept: host again and they can come back.</source>
        <translation>
            <numerusform>Eine Person ist verbunden. Der Chat endet für sie, wenn du Confab schließt. Was geschrieben wurde, bleibt erhalten: Biete ihn wieder an, und sie kann zurückkommen.</numerusform>
            <numerusform>%n Personen sind verbunden. Der Chat endet für sie, wenn du Confab schließt. Was geschrieben wurde, bleibt erhalten: Biete ihn wieder an, und sie können zurückkommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else is connected now, and nobody can join while Confab is closed. What was written is kept.</source>
        <translation>Gerade ist niemand sonst verbunden, und niemand kann beitreten, solange Confab geschlossen ist. Was geschrieben wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Beenden und schließen</translation>
    </message>
    <message>
        <source>Keep hosting</source>
        <translation>Weiter anbieten</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code in %1</source>
        <translation>Code in %1</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>ComposerButtons</name>
    <message>
        <source>Insert an emoji</source>
        <translation>Emoji einfügen</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
</context>
<context>
    <name>ComposerNotes</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Noch %n Zeichen</numerusform>
            <numerusform>Noch %n Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionBanner</name>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CreateRoomDialog</name>
    <message>
        <source>New room</source>
        <translation>Neuer Raum</translation>
    </message>
    <message>
        <source>Create room</source>
        <translation>Raum anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lunch, Project Anna, …</source>
        <translation>Mittagessen, Projekt Anna, …</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <translation>Thema (optional)</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Wer ihn sehen kann</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Everyone in this chat can find the room and join it.</source>
        <translation>Alle in diesem Chat können den Raum finden und ihm beitreten.</translation>
    </message>
    <message>
        <source>Only those who are invited see the room and what is written there.</source>
        <translation>Nur wer eingeladen ist, sieht den Raum und was dort geschrieben wird.</translation>
    </message>
</context>
<context>
    <name>DayChip</name>
    <message>
        <source>Go to another day</source>
        <translation>Zu einem anderen Tag springen</translation>
    </message>
</context>
<context>
    <name>DeleteMessageDialog</name>
    <message>
        <source>Delete this message?</source>
        <translation>Diese Nachricht löschen?</translation>
    </message>
    <message>
        <source>It disappears for everyone in the room. This cannot be undone.</source>
        <translation>Sie verschwindet für alle im Raum. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DeletedText</name>
    <message>
        <source>This message was deleted</source>
        <translation>Diese Nachricht wurde gelöscht</translation>
    </message>
</context>
<context>
    <name>EmojiGrid</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Emoji picker</source>
        <translation>Emoji-Auswahl</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Start or join a chat</source>
        <translation>Einen Chat anbieten oder beitreten</translation>
    </message>
    <message>
        <source>Confab</source>
        <translation>Confab</translation>
    </message>
    <message>
        <source>Chat with the people on your network. No account, no cloud.</source>
        <translation>Chatte mit den Leuten in deinem Netzwerk. Ohne Konto, ohne Cloud.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>What others call you</source>
        <translation>Wie andere dich nennen</translation>
    </message>
    <message>
        <source>Host a chat</source>
        <translation>Einen Chat anbieten</translation>
    </message>
    <message>
        <source>It starts at once on this computer. Others on your network join you.</source>
        <translation>Er startet sofort auf diesem Rechner. Andere in deinem Netzwerk kommen dazu.</translation>
    </message>
    <message>
        <source>Join a chat</source>
        <translation>Einem Chat beitreten</translation>
    </message>
    <message>
        <source>Pick one that was found on your network, or paste a link.</source>
        <translation>Wähle einen, der in deinem Netzwerk gefunden wurde, oder füge einen Link ein.</translation>
    </message>
    <message>
        <source>Your chats</source>
        <translation>Deine Chats</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>FoundChatRow</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundChats</name>
    <message>
        <source>On your network</source>
        <translation>In deinem Netzwerk</translation>
    </message>
    <message>
        <source>Chats on your network</source>
        <translation>Chats in deinem Netzwerk</translation>
    </message>
    <message>
        <source>Looking for chats…</source>
        <translation>Suche nach Chats …</translation>
    </message>
    <message>
        <source>No chat found yet</source>
        <translation>Noch kein Chat gefunden</translation>
    </message>
    <message>
        <source>Confab keeps looking. If there should be one, this may be why:</source>
        <translation>Confab sucht weiter. Wenn es einen geben müsste, kann das die Ursache sein:</translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message>
        <source>Your chat is running</source>
        <translation>Dein Chat läuft</translation>
    </message>
    <message>
        <source>Host a chat</source>
        <translation>Einen Chat anbieten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Starting your chat…</source>
        <translation>Dein Chat startet …</translation>
    </message>
    <message>
        <source>Your chat is not running</source>
        <translation>Dein Chat läuft nicht</translation>
    </message>
    <message>
        <source>What was written is kept. Start it and others can join again.</source>
        <translation>Was geschrieben wurde, bleibt erhalten. Starte ihn, und andere können wieder beitreten.</translation>
    </message>
    <message>
        <source>Start hosting</source>
        <translation>Chat starten</translation>
    </message>
    <message>
        <source>Others on your network open Confab and choose “Join a chat”: yours appears there by itself. Or send them this link.</source>
        <translation>Andere in deinem Netzwerk öffnen Confab und wählen „Einem Chat beitreten“: Deiner erscheint dort von selbst. Oder schick ihnen diesen Link.</translation>
    </message>
    <message>
        <source>Invitation link</source>
        <translation>Einladungslink</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Addresses of this computer</source>
        <translation>Adressen dieses Rechners</translation>
    </message>
    <message>
        <source>Name of the chat</source>
        <translation>Name des Chats</translation>
    </message>
    <message>
        <source>Others see it when they look for chats.</source>
        <translation>Andere sehen ihn, wenn sie nach Chats suchen.</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <translation>Chat öffnen</translation>
    </message>
    <message>
        <source>Stop hosting</source>
        <translation>Chat beenden</translation>
    </message>
</context>
<context>
    <name>InfoTab</name>
    <message numerus="yes">
        <source>Private · %n members</source>
        <translation>
            <numerusform>Privat · %n Mitglied</numerusform>
            <numerusform>Privat · %n Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Public · %n members</source>
        <translation>
            <numerusform>Öffentlich · %n Mitglied</numerusform>
            <numerusform>Öffentlich · %n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Keeps it at the top of the list.</source>
        <translation>Hält ihn oben in der Liste.</translation>
    </message>
    <message>
        <source>Notify me about</source>
        <translation>Benachrichtige mich über</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>Nothing: mute this room</source>
        <translation>Nichts: Raum stummschalten</translation>
    </message>
    <message>
        <source>Room settings</source>
        <translation>Raumeinstellungen</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Leute hinzufügen</translation>
    </message>
    <message>
        <source>Leave this room</source>
        <translation>Diesen Raum verlassen</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite people to %1</source>
        <translation>Leute zu %1 einladen</translation>
    </message>
    <message>
        <source>Anyone on your network can join with Confab: they find the chat under “Join a chat”, or use this link or address.</source>
        <translation>Alle in deinem Netzwerk können mit Confab beitreten: Sie finden den Chat unter „Einem Chat beitreten“ oder verwenden diesen Link oder diese Adresse.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>InviteToRoomDialog</name>
    <message>
        <source>Add people to “%1”</source>
        <translation>Leute zu „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Join a chat</source>
        <translation>Einem Chat beitreten</translation>
    </message>
    <message>
        <source>Or use a link or an address</source>
        <translation>Oder verwende einen Link oder eine Adresse</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Beitreten …</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbinde mit %1 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>192.168.1.20 or confab://…</source>
        <translation>192.168.1.20 oder confab://…</translation>
    </message>
</context>
<context>
    <name>JoinQuestion</name>
    <message>
        <source>“%1” asks for a password</source>
        <translation>„%1“ verlangt ein Passwort</translation>
    </message>
    <message>
        <source>The name “%1” is protected</source>
        <translation>Der Name „%1“ ist geschützt</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Wähle einen anderen Namen</translation>
    </message>
    <message>
        <source>Ask whoever hosts the chat for it.</source>
        <translation>Frag die Person danach, die den Chat anbietet.</translation>
    </message>
    <message>
        <source>If it is yours, enter its password. If not, go back and choose another name.</source>
        <translation>Wenn es deiner ist, gib sein Passwort ein. Wenn nicht, geh zurück und wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” cannot be used in this chat.</source>
        <translation>„%1“ kann in diesem Chat nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Go to the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
</context>
<context>
    <name>KeyCombo</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
</context>
<context>
    <name>LeaveRoomDialog</name>
    <message>
        <source>Leave “%1”?</source>
        <translation>„%1“ verlassen?</translation>
    </message>
    <message>
        <source>This room is private: somebody has to invite you before you can come back.</source>
        <translation>Dieser Raum ist privat: Jemand muss dich einladen, bevor du zurückkommen kannst.</translation>
    </message>
    <message>
        <source>You can join again at any time.</source>
        <translation>Du kannst jederzeit wieder beitreten.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>It leads out of the chat. Only open it if you trust who wrote it.</source>
        <translation>Er führt aus dem Chat hinaus. Öffne ihn nur, wenn du der Person vertraust, die ihn geschrieben hat.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It goes to</source>
        <translation>Er führt zu</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>LooksSettings</name>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <source>Text size: %1 %</source>
        <translation>Textgröße: %1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Less space between messages and rows.</source>
        <translation>Weniger Abstand zwischen Nachrichten und Zeilen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>(%1) Confab</source>
        <translation>(%1) Confab</translation>
    </message>
    <message>
        <source>Confab</source>
        <translation>Confab</translation>
    </message>
</context>
<context>
    <name>MeBar</name>
    <message>
        <source>You: %1, %2</source>
        <translation>Du: %1, %2</translation>
    </message>
    <message>
        <source>Settings (do not disturb is on)</source>
        <translation>Einstellungen (Nicht stören ist an)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>Unsichtbar</translation>
    </message>
    <message>
        <source>Set a status…</source>
        <translation>Status setzen …</translation>
    </message>
    <message>
        <source>Allow notifications</source>
        <translation>Benachrichtigungen erlauben</translation>
    </message>
    <message>
        <source>Silence notifications</source>
        <translation>Benachrichtigungen stummschalten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Strg+Umschalt+D</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
</context>
<context>
    <name>MembersTab</name>
    <message>
        <source>Add people</source>
        <translation>Leute hinzufügen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
</context>
<context>
    <name>MessageFoot</name>
    <message>
        <source>Read by %1</source>
        <translation>Gelesen von %1</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Reagieren …</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Remind me in an hour</source>
        <translation>In einer Stunde erinnern</translation>
    </message>
    <message>
        <source>Remind me tomorrow</source>
        <translation>Morgen erinnern</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>deleted message</source>
        <translation>gelöschte Nachricht</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n Reaktion</numerusform>
            <numerusform>%n Reaktionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
</context>
<context>
    <name>MessageToolbar</name>
    <message>
        <source>Message actions</source>
        <translation>Aktionen zur Nachricht</translation>
    </message>
    <message>
        <source>Add a reaction</source>
        <translation>Reaktion hinzufügen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ModerationDialog</name>
    <message>
        <source>Mute %1?</source>
        <translation>%1 stummschalten?</translation>
    </message>
    <message>
        <source>Remove %1 from this room?</source>
        <translation>%1 aus diesem Raum entfernen?</translation>
    </message>
    <message>
        <source>Ban %1?</source>
        <translation>%1 sperren?</translation>
    </message>
    <message>
        <source>They can still read, but not write here.</source>
        <translation>Die Person kann hier noch lesen, aber nicht schreiben.</translation>
    </message>
    <message>
        <source>They can come back if the room is public or somebody invites them.</source>
        <translation>Die Person kann zurückkommen, wenn der Raum öffentlich ist oder jemand sie einlädt.</translation>
    </message>
    <message>
        <source>They are taken out of the room and cannot come back.</source>
        <translation>Die Person wird aus dem Raum genommen und kann nicht zurückkommen.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reason (they see it)</source>
        <translation>Grund (für die Person sichtbar)</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Für immer</translation>
    </message>
</context>
<context>
    <name>NoRoom</name>
    <message>
        <source>No room is open</source>
        <translation>Kein Raum ist offen</translation>
    </message>
    <message>
        <source>Choose one from the list, or find others to join.</source>
        <translation>Wähle einen aus der Liste, oder finde andere zum Beitreten.</translation>
    </message>
    <message>
        <source>Find rooms</source>
        <translation>Räume finden</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Neuer Raum</translation>
    </message>
</context>
<context>
    <name>NotificationSettings</name>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>No notifications and no sounds until you switch it off.</source>
        <translation>Keine Benachrichtigungen und keine Töne, bis du es ausschaltest.</translation>
    </message>
    <message>
        <source>Notify me about</source>
        <translation>Benachrichtige mich über</translation>
    </message>
    <message>
        <source>Each room can have its own choice, under “About this room”.</source>
        <translation>Jeder Raum kann seine eigene Wahl haben, unter „Über diesen Raum“.</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>Mentions and direct messages</source>
        <translation>Erwähnungen und Direktnachrichten</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Zeigen, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Otherwise a notification only says who wrote and where.</source>
        <translation>Sonst sagt eine Benachrichtigung nur, wer wo geschrieben hat.</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Ton abspielen</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>PeopleHere</name>
    <message numerus="yes">
        <source>Here now: %n others</source>
        <translation>
            <numerusform>Gerade hier: eine andere Person</numerusform>
            <numerusform>Gerade hier: %n andere</numerusform>
        </translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Gerade hier</translation>
    </message>
    <message>
        <source>Nobody else yet. Show the code or send the link, and they appear here.</source>
        <translation>Noch niemand sonst. Zeig den Code oder schick den Link, dann erscheinen die Leute hier.</translation>
    </message>
    <message>
        <source>People who are here</source>
        <translation>Leute, die hier sind</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This is you</source>
        <translation>Das bist du</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Mention here</source>
        <translation>Hier erwähnen</translation>
    </message>
    <message>
        <source>Change your status</source>
        <translation>Deinen Status ändern</translation>
    </message>
    <message>
        <source>Make an ordinary member</source>
        <translation>Zum gewöhnlichen Mitglied machen</translation>
    </message>
    <message>
        <source>Make a moderator</source>
        <translation>Zur Moderation machen</translation>
    </message>
    <message>
        <source>Let them write again</source>
        <translation>Wieder schreiben lassen</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Stummschalten …</translation>
    </message>
    <message>
        <source>Remove from this room…</source>
        <translation>Aus diesem Raum entfernen …</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>Sperren …</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>nicht stören</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>(you)</source>
        <translation>(du)</translation>
    </message>
</context>
<context>
    <name>PinRow</name>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>PinsTab</name>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>Nothing is pinned</source>
        <translation>Nichts ist angeheftet</translation>
    </message>
    <message>
        <source>Pin what everybody should find again: press P on a message, or use its menu.</source>
        <translation>Hefte an, was alle wiederfinden sollen: Drück P auf einer Nachricht, oder nimm ihr Menü.</translation>
    </message>
    <message>
        <source>Moderators can pin what everybody should find again.</source>
        <translation>Die Moderation kann anheften, was alle wiederfinden sollen.</translation>
    </message>
</context>
<context>
    <name>PublicRoomRow</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the invitation link</source>
        <translation>QR-Code des Einladungslinks</translation>
    </message>
</context>
<context>
    <name>QuickEmoji</name>
    <message>
        <source>React with</source>
        <translation>Reagieren mit</translation>
    </message>
</context>
<context>
    <name>QuickSwitcher</name>
    <message>
        <source>Go to a room or person</source>
        <translation>Zu einem Raum oder einer Person</translation>
    </message>
    <message>
        <source>Rooms and people</source>
        <translation>Räume und Leute</translation>
    </message>
    <message>
        <source>No room or person of that name</source>
        <translation>Kein Raum und keine Person mit diesem Namen</translation>
    </message>
</context>
<context>
    <name>ReactionRow</name>
    <message>
        <source>Add a reaction</source>
        <translation>Reaktion hinzufügen</translation>
    </message>
</context>
<context>
    <name>RefusedNotice</name>
    <message>
        <source>Not sent:</source>
        <translation>Nicht gesendet:</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>RemoveServerDialog</name>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Messages kept on this computer are deleted, and so are drafts and messages that were not sent. The chat itself stays as it is, and you can join again.</source>
        <translation>Nachrichten auf diesem Rechner werden gelöscht, ebenso Entwürfe und nicht gesendete Nachrichten. Der Chat selbst bleibt, wie er ist, und du kannst wieder beitreten.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ReplyBar</name>
    <message>
        <source>Editing a message</source>
        <translation>Nachricht wird bearbeitet</translation>
    </message>
    <message>
        <source>Replying to</source>
        <translation>Antwort an</translation>
    </message>
    <message>
        <source>Stop editing</source>
        <translation>Bearbeiten beenden</translation>
    </message>
    <message>
        <source>Do not reply</source>
        <translation>Nicht antworten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ReplyQuote</name>
    <message>
        <source>In reply to:</source>
        <translation>Antwort auf:</translation>
    </message>
</context>
<context>
    <name>RightPanel</name>
    <message>
        <source>About this room</source>
        <translation>Über diesen Raum</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>Pins</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Leiste schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>RoomHeader</name>
    <message>
        <source>Back to the rooms</source>
        <translation>Zurück zu den Räumen</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Make it a favourite</source>
        <translation>Zum Favoriten machen</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Zu einem Datum springen</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>In diesem Raum suchen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Strg+M</translation>
    </message>
</context>
<context>
    <name>RoomListHeader</name>
    <message>
        <source>New message or room</source>
        <translation>Neue Nachricht oder neuer Raum</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Write to somebody…</source>
        <translation>Jemandem schreiben …</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>New room…</source>
        <translation>Neuer Raum …</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Find rooms…</source>
        <translation>Räume finden …</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>Invite people…</source>
        <translation>Leute einladen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Strg+Umschalt+I</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Strg+Umschalt+F</translation>
    </message>
    <message>
        <source>Scheduled messages…</source>
        <translation>Geplante Nachrichten …</translation>
    </message>
    <message>
        <source>Announce to everyone…</source>
        <translation>Allen ankündigen …</translation>
    </message>
    <message>
        <source>The chat you host</source>
        <translation>Der Chat, den du anbietest</translation>
    </message>
    <message>
        <source>Join or host another chat</source>
        <translation>Weiteren Chat beitreten oder anbieten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Strg+/</translation>
    </message>
</context>
<context>
    <name>RoomListPane</name>
    <message>
        <source>Filter rooms</source>
        <translation>Räume filtern</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>No room of that name</source>
        <translation>Kein Raum mit diesem Namen</translation>
    </message>
    <message>
        <source>Find rooms</source>
        <translation>Räume finden</translation>
    </message>
    <message>
        <source>You are in no room yet</source>
        <translation>Du bist noch in keinem Raum</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>schreibt …</translation>
    </message>
</context>
<context>
    <name>RoomSettings</name>
    <message>
        <source>Room settings</source>
        <translation>Raumeinstellungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Slow mode: time between two messages of one person</source>
        <translation>Langsamer Modus: Zeit zwischen zwei Nachrichten einer Person</translation>
    </message>
    <message>
        <source>Slow mode</source>
        <translation>Langsamer Modus</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>5 seconds</source>
        <translation>5 Sekunden</translation>
    </message>
    <message>
        <source>15 seconds</source>
        <translation>15 Sekunden</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 Sekunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Announcements only</source>
        <translation>Nur Ankündigungen</translation>
    </message>
    <message>
        <source>Only moderators write; everybody reads.</source>
        <translation>Nur die Moderation schreibt; alle lesen.</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>The server sends it for you, even when Confab is closed then.</source>
        <translation>Der Server sendet sie für dich, auch wenn Confab dann geschlossen ist.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>In 30 minutes</source>
        <translation>In 30 Minuten</translation>
    </message>
    <message>
        <source>In 2 hours</source>
        <translation>In 2 Stunden</translation>
    </message>
    <message>
        <source>Tomorrow morning at 9</source>
        <translation>Morgen früh um 9</translation>
    </message>
    <message>
        <source>Tomorrow afternoon at 14</source>
        <translation>Morgen Nachmittag um 14 Uhr</translation>
    </message>
</context>
<context>
    <name>ScheduledDialog</name>
    <message>
        <source>Scheduled messages and reminders</source>
        <translation>Geplante Nachrichten und Erinnerungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Use “Send later” next to the send button, or “Remind me” in the menu of a message.</source>
        <translation>Nimm „Später senden“ neben dem Sendeknopf oder „Erinnern“ im Menü einer Nachricht.</translation>
    </message>
</context>
<context>
    <name>ScheduledRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Delete this reminder</source>
        <translation>Diese Erinnerung löschen</translation>
    </message>
    <message>
        <source>Do not send this message</source>
        <translation>Diese Nachricht nicht senden</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchHints</name>
    <message>
        <source>You can narrow it down:</source>
        <translation>Du kannst die Suche eingrenzen:</translation>
    </message>
    <message>
        <source>what Anna wrote</source>
        <translation>was Anna geschrieben hat</translation>
    </message>
    <message>
        <source>only in that room</source>
        <translation>nur in diesem Raum</translation>
    </message>
    <message>
        <source>these words side by side</source>
        <translation>diese Wörter nebeneinander</translation>
    </message>
    <message>
        <source>before that day</source>
        <translation>vor diesem Tag</translation>
    </message>
    <message>
        <source>on that day or later</source>
        <translation>an diesem Tag oder danach</translation>
    </message>
</context>
<context>
    <name>SearchTab</name>
    <message>
        <source>Search in this room</source>
        <translation>In diesem Raum suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>This room</source>
        <translation>Dieser Raum</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Offline: only what is kept on this computer is searched.</source>
        <translation>Offline: Nur was auf diesem Rechner liegt, wird durchsucht.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try other words, or search in all rooms.</source>
        <translation>Versuch andere Wörter, oder such in allen Räumen.</translation>
    </message>
    <message>
        <source>Try other words.</source>
        <translation>Versuch andere Wörter.</translation>
    </message>
</context>
<context>
    <name>SectionHeader</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
</context>
<context>
    <name>ServerButton</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
</context>
<context>
    <name>ServerLine</name>
    <message>
        <source>Hosted on this computer</source>
        <translation>Auf diesem Rechner angeboten</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>ServerRail</name>
    <message>
        <source>Your chats</source>
        <translation>Deine Chats</translation>
    </message>
    <message>
        <source>Join or host another chat</source>
        <translation>Weiteren Chat beitreten oder anbieten</translation>
    </message>
    <message>
        <source>Remove from this computer…</source>
        <translation>Von diesem Rechner entfernen …</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Getting around</source>
        <translation>Sich bewegen</translation>
    </message>
    <message>
        <source>In a room</source>
        <translation>In einem Raum</translation>
    </message>
    <message>
        <source>Confab</source>
        <translation>Confab</translation>
    </message>
    <message>
        <source>Go to a room or person</source>
        <translation>Zu einem Raum oder einer Person</translation>
    </message>
    <message>
        <source>Next room</source>
        <translation>Nächster Raum</translation>
    </message>
    <message>
        <source>Previous room</source>
        <translation>Voriger Raum</translation>
    </message>
    <message>
        <source>Next unread room</source>
        <translation>Nächster ungelesener Raum</translation>
    </message>
    <message>
        <source>Previous unread room</source>
        <translation>Voriger ungelesener Raum</translation>
    </message>
    <message>
        <source>Filter the list of rooms</source>
        <translation>Raumliste filtern</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Neuer Raum</translation>
    </message>
    <message>
        <source>Find rooms to join</source>
        <translation>Räume zum Beitreten finden</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters</translation>
    </message>
    <message>
        <source>To the previous part of the window</source>
        <translation>Zum vorigen Teil</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>In diesem Raum suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>Über diesen Raum</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Zu einem Datum springen</translation>
    </message>
    <message>
        <source>First unread message</source>
        <translation>Erste ungelesene Nachricht</translation>
    </message>
    <message>
        <source>Latest message</source>
        <translation>Neueste Nachricht</translation>
    </message>
    <message>
        <source>Reply to the last message</source>
        <translation>Auf die letzte Nachricht antworten</translation>
    </message>
    <message>
        <source>Choose an emoji</source>
        <translation>Emoji wählen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Leute einladen</translation>
    </message>
    <message>
        <source>Do not disturb, on or off</source>
        <translation>Nicht stören, an oder aus</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>While writing</source>
        <translation>Beim Schreiben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Change your last message, when the box is empty</source>
        <translation>Deine letzte Nachricht ändern, wenn das Feld leer ist</translation>
    </message>
    <message>
        <source>Shift+Up</source>
        <translation>Umschalt+Auf</translation>
    </message>
    <message>
        <source>Reply to the last message, when the box is empty</source>
        <translation>Auf die letzte Nachricht antworten, wenn das Feld leer ist</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take the suggested name, room or emoji</source>
        <translation>Vorgeschlagenen Namen, Raum oder Emoji übernehmen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Take back: suggestion, change, reply</source>
        <translation>Zurücknehmen: Vorschlag, Änderung, Antwort</translation>
    </message>
    <message>
        <source>On a message</source>
        <translation>Auf einer Nachricht</translation>
    </message>
    <message>
        <source>Message above</source>
        <translation>Nachricht darüber</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Message below</source>
        <translation>Nachricht darunter</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reagieren</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Anheften oder lösen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Password of this name, if it has one</source>
        <translation>Passwort dieses Namens, wenn er eines hat</translation>
    </message>
    <message>
        <source>Password of the chat, if it asks for one</source>
        <translation>Passwort des Chats, wenn er eines verlangt</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>Beschäftigt</translation>
    </message>
</context>
<context>
    <name>StatusDialog</name>
    <message>
        <source>Your status</source>
        <translation>Dein Status</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>Was machst du gerade?</translation>
    </message>
    <message>
        <source>In a meeting, at lunch, …</source>
        <translation>In einer Besprechung, beim Essen, …</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Others see that you are here</source>
        <translation>Andere sehen, dass du da bist</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>You may not answer at once</source>
        <translation>Du antwortest vielleicht nicht sofort</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>You are here but busy</source>
        <translation>Du bist da, aber beschäftigt</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>Unsichtbar</translation>
    </message>
    <message>
        <source>Others see you as offline</source>
        <translation>Andere sehen dich als offline</translation>
    </message>
</context>
<context>
    <name>StopHostDialog</name>
    <message>
        <source>Stop hosting?</source>
        <translation>Chat beenden?</translation>
    </message>
    <message numerus="yes">
        <source>%n people are connected and will lose the connection. What was written is kept for the next time.</source>
        <translation>
            <numerusform>Eine Person ist verbunden und verliert die Verbindung. Was geschrieben wurde, bleibt für das nächste Mal erhalten.</numerusform>
            <numerusform>%n Personen sind verbunden und verlieren die Verbindung. Was geschrieben wurde, bleibt für das nächste Mal erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can join until you host again. What was written is kept for the next time.</source>
        <translation>Niemand kann beitreten, bis du ihn wieder anbietest. Was geschrieben wurde, bleibt für das nächste Mal erhalten.</translation>
    </message>
    <message>
        <source>Stop hosting</source>
        <translation>Chat beenden</translation>
    </message>
    <message>
        <source>Keep hosting</source>
        <translation>Weiter anbieten</translation>
    </message>
</context>
<context>
    <name>SwitcherRow</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextMenuHost</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Ctrl+X</source>
        <translation>Strg+X</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Strg+V</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
</context>
<context>
    <name>TimelineOverlay</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>To the first new message</source>
        <translation>Zur ersten neuen Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>You and %1</source>
        <translation>Du und %1</translation>
    </message>
    <message>
        <source>Nothing has been written here yet</source>
        <translation>Hier wurde noch nichts geschrieben</translation>
    </message>
    <message>
        <source>Only the two of you see what you write here.</source>
        <translation>Nur ihr beide seht, was ihr hier schreibt.</translation>
    </message>
    <message>
        <source>Write the first message, or bring somebody along.</source>
        <translation>Schreib die erste Nachricht, oder bring jemanden mit.</translation>
    </message>
    <message>
        <source>Say hello</source>
        <translation>Sag Hallo</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Leute hinzufügen</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Leute einladen</translation>
    </message>
</context>
<context>
    <name>UnreadLine</name>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
</context>
<context>
    <name>WritingSettings</name>
    <message>
        <source>Key that sends a message</source>
        <translation>Taste, die eine Nachricht sendet</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line.</source>
        <translation>Umschalt+Eingabe beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Enter begins a new line.</source>
        <translation>Eingabe beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Confab stays in the tray and tells you about new messages.</source>
        <translation>Confab bleibt im Infobereich und meldet dir neue Nachrichten.</translation>
    </message>
</context>
<context>
    <name>models::EmojiModel</name>
    <message>
        <source>Smileys</source>
        <translation>Smileys</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Natur</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Essen</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
</context>
<context>
    <name>models::MembersModel</name>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Leitung</translation>
    </message>
</context>
<context>
    <name>models::ProblemTexts</name>
    <message>
        <source>The server refused it.</source>
        <translation>Der Server hat es abgelehnt.</translation>
    </message>
    <message>
        <source>You are banned.</source>
        <translation>Du bist gesperrt.</translation>
    </message>
    <message>
        <source>You may not write in this room.</source>
        <translation>Du darfst in diesem Raum nicht schreiben.</translation>
    </message>
    <message>
        <source>You are banned for %1.</source>
        <translation>Du bist für %1 gesperrt.</translation>
    </message>
    <message>
        <source>You may not write in this room for %1.</source>
        <translation>Du darfst in diesem Raum für %1 nicht schreiben.</translation>
    </message>
    <message>
        <source>This room asks for a pause: wait %1.</source>
        <translation>Dieser Raum verlangt eine Pause: Warte %1.</translation>
    </message>
    <message>
        <source>Too fast. Wait %1.</source>
        <translation>Zu schnell. Warte %1.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Deine Rolle erlaubt das nicht.</translation>
    </message>
    <message>
        <source>You are not in this room.</source>
        <translation>Du bist nicht in diesem Raum.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>This device is not known to the server any more.</source>
        <translation>Der Server kennt dieses Gerät nicht mehr.</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>Der Server verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>Make somebody else an owner first.</source>
        <translation>Gib zuerst jemand anderem die Leitung.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>That is more than the server takes.</source>
        <translation>Das ist mehr, als der Server annimmt.</translation>
    </message>
    <message>
        <source>There are too many of these already.</source>
        <translation>Davon gibt es schon zu viele.</translation>
    </message>
    <message>
        <source>Too fast. Wait a moment.</source>
        <translation>Zu schnell. Warte einen Moment.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The connection was lost before the server answered.</source>
        <translation>Die Verbindung brach ab, bevor der Server geantwortet hat.</translation>
    </message>
    <message>
        <source>The server is full. Try again later.</source>
        <translation>Der Server ist voll. Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>This program and the server are of different ages.</source>
        <translation>Dieses Programm und der Server sind verschieden alt.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Try again later.</source>
        <translation>Die Festplatte des Servers ist voll. Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. Try again later.</source>
        <translation>Auf dem Server ist etwas schiefgegangen. Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>The server is closing.</source>
        <translation>Der Server wird geschlossen.</translation>
    </message>
</context>
<context>
    <name>models::RoomListModel</name>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Direktnachrichten</translation>
    </message>
</context>
<context>
    <name>models::RoomTexts</name>
    <message>
        <source>Notes to myself</source>
        <translation>Notizen an mich</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Du: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Several people are typing…</source>
        <translation>Mehrere schreiben …</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 schreibt …</translation>
    </message>
    <message>
        <source>%1 are typing…</source>
        <translation>%1 schreiben …</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>This is the beginning of the room</source>
        <translation>Hier beginnt der Raum</translation>
    </message>
    <message>
        <source>%1 made this room</source>
        <translation>%1 hat diesen Raum angelegt</translation>
    </message>
    <message>
        <source>%1 renamed the room to “%2”</source>
        <translation>%1 hat den Raum in „%2“ umbenannt</translation>
    </message>
    <message>
        <source>%1 removed the topic</source>
        <translation>%1 hat das Thema entfernt</translation>
    </message>
    <message>
        <source>%1 set the topic: %2</source>
        <translation>%1 hat das Thema gesetzt: %2</translation>
    </message>
    <message>
        <source>%1 changed the room</source>
        <translation>%1 hat den Raum geändert</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 ist beigetreten</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 hat %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 hat den Raum verlassen</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 hat %2 entfernt</translation>
    </message>
    <message>
        <source>%1 banned %2</source>
        <translation>%1 hat %2 gesperrt</translation>
    </message>
    <message>
        <source>%1 lifted the ban of %2</source>
        <translation>%1 hat die Sperre von %2 aufgehoben</translation>
    </message>
    <message>
        <source>%1 lets %2 write again</source>
        <translation>%1 lässt %2 wieder schreiben</translation>
    </message>
    <message>
        <source>%1 muted %2</source>
        <translation>%1 hat %2 stummgeschaltet</translation>
    </message>
    <message>
        <source>%1 changed the role of %2</source>
        <translation>%1 hat die Rolle von %2 geändert</translation>
    </message>
</context>
<context>
    <name>models::TimeTexts</name>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <extracomment>A day of this year, as QLocale::toString() takes it: weekday, month and day</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>gerade eben hier</translation>
    </message>
    <message numerus="yes">
        <source>last seen %n minute(s) ago</source>
        <translation>
            <numerusform>vor einer Minute hier</numerusform>
            <numerusform>vor %n Minuten hier</numerusform>
        </translation>
    </message>
    <message>
        <source>last seen today at %1</source>
        <translation>zuletzt heute um %1 hier</translation>
    </message>
    <message>
        <source>last seen yesterday at %1</source>
        <translation>zuletzt gestern um %1 hier</translation>
    </message>
    <message>
        <source>last seen on %1</source>
        <translation>zuletzt am %1 hier</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::nameList</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 und eine weitere Person</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::presenceText</name>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>Unsichtbar</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>platform::FreedesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
</context>
<context>
    <name>platform::TrayIcon</name>
    <message>
        <source>Open Confab</source>
        <translation>Confab öffnen</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Confab: %n unread message(s)</source>
        <translation>
            <numerusform>Confab: %n ungelesene Nachricht</numerusform>
            <numerusform>Confab: %n ungelesene Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Confab</source>
        <translation>Confab</translation>
    </message>
</context>
<context>
    <name>viewmodels::AppViewModel</name>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Gib einen Namen ein.</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n character(s).</source>
        <translation>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A name has no @ and no quotation marks.</source>
        <translation>Ein Name hat kein @ und keine Anführungszeichen.</translation>
    </message>
    <message>
        <source>A name has only characters that can be seen.</source>
        <translation>Ein Name hat nur sichtbare Zeichen.</translation>
    </message>
    <message>
        <source>This link leads to no chat.</source>
        <translation>Dieser Link führt zu keinem Chat.</translation>
    </message>
    <message>
        <source>What is kept of %1 on this computer cannot be read. It may come from a newer version of the program.</source>
        <translation>Was von %1 auf diesem Rechner liegt, kann nicht gelesen werden. Vielleicht stammt es von einer neueren Version des Programms.</translation>
    </message>
</context>
<context>
    <name>viewmodels::ChatNotifications</name>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>viewmodels::ChatViewModel</name>
    <message>
        <source>%1 took you out of the room %2.</source>
        <translation>%1 hat dich aus dem Raum %2 genommen.</translation>
    </message>
    <message>
        <source>%1 banned you from the room %2.</source>
        <translation>%1 hat dich im Raum %2 gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>Announced to %n person(s).</source>
        <translation>
            <numerusform>%n Person angekündigt.</numerusform>
            <numerusform>%n Personen angekündigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>Erinnerung: %1</translation>
    </message>
    <message>
        <source>%1 announces: %2</source>
        <translation>%1 kündigt an: %2</translation>
    </message>
    <message>
        <source>%1 has muted you in %2.</source>
        <translation>%1 hat dich in %2 stummgeschaltet.</translation>
    </message>
    <message>
        <source>You may write in %1 again.</source>
        <translation>Du darfst in %1 wieder schreiben.</translation>
    </message>
    <message>
        <source>A scheduled message could not be posted in %1: %2</source>
        <translation>Eine geplante Nachricht konnte nicht in %1 veröffentlicht werden: %2</translation>
    </message>
</context>
<context>
    <name>viewmodels::Commands</name>
    <message>
        <source>Show that you are away, and why</source>
        <translation>Zeigen, dass du abwesend bist, und warum</translation>
    </message>
    <message>
        <source>Show that you are here again</source>
        <translation>Zeigen, dass du wieder da bist</translation>
    </message>
    <message>
        <source>Ask not to be disturbed</source>
        <translation>Bitten, nicht gestört zu werden</translation>
    </message>
    <message>
        <source>Leave this room</source>
        <translation>Diesen Raum verlassen</translation>
    </message>
    <message>
        <source>Put a shrug behind your text</source>
        <translation>Ein Schulterzucken hinter deinen Text setzen</translation>
    </message>
    <message>
        <source>Say what this room is about</source>
        <translation>Sagen, worum es in diesem Raum geht</translation>
    </message>
</context>
<context>
    <name>viewmodels::Completer</name>
    <message>
        <source>Everybody in this room</source>
        <translation>Alle in diesem Raum</translation>
    </message>
</context>
<context>
    <name>viewmodels::ComposerViewModel</name>
    <message numerus="yes">
        <source>The text is %n character(s) too long.</source>
        <translation>
            <numerusform>Der Text ist %n Zeichen zu lang.</numerusform>
            <numerusform>Der Text ist %n Zeichen zu lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Message in %1</source>
        <translation>Nachricht in %1</translation>
    </message>
</context>
<context>
    <name>viewmodels::ConnectionViewModel</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden …</translation>
    </message>
    <message numerus="yes">
        <source>No connection. Trying again in %n second(s).</source>
        <translation>
            <numerusform>Keine Verbindung. Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>Keine Verbindung. Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused us.</source>
        <translation>Der Server hat uns abgewiesen.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>viewmodels::HostViewModel</name>
    <message>
        <source>Our chat</source>
        <translation>Unser Chat</translation>
    </message>
    <message>
        <source>%1&apos;s chat</source>
        <translation>Chat von %1</translation>
    </message>
    <message>
        <source>The folder of the chat cannot be written.</source>
        <translation>In den Ordner des Chats kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>What is kept of the chat cannot be read. It may be damaged, or another program uses it.</source>
        <translation>Was vom Chat gespeichert ist, kann nicht gelesen werden. Vielleicht ist es beschädigt, oder ein anderes Programm verwendet es.</translation>
    </message>
    <message>
        <source>No port of this computer can be used.</source>
        <translation>Kein Port dieses Rechners kann verwendet werden.</translation>
    </message>
    <message>
        <source>The chat could not be started.</source>
        <translation>Der Chat konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>viewmodels::JoinViewModel</name>
    <message>
        <source>This computer is in no network, or does not let the program ask.</source>
        <translation>Dieser Rechner ist in keinem Netzwerk, oder er lässt das Programm nicht fragen.</translation>
    </message>
    <message>
        <source>Nobody hosts a chat yet. You can: go back and choose “Host a chat”.</source>
        <translation>Noch bietet niemand einen Chat an. Du kannst es: Geh zurück und wähle „Einen Chat anbieten“.</translation>
    </message>
    <message>
        <source>The other computer is in another network, such as a guest Wi-Fi.</source>
        <translation>Der andere Rechner ist in einem anderen Netzwerk, etwa einem Gast-WLAN.</translation>
    </message>
    <message>
        <source>A firewall on one of the computers keeps questions out: it has to let UDP port 8419 and TCP port 8418 through.</source>
        <translation>Eine Firewall auf einem der Rechner hält Anfragen fern: Sie muss UDP-Port 8419 und TCP-Port 8418 durchlassen.</translation>
    </message>
    <message>
        <source>The network keeps its computers apart. Ask for the address, and type it in below.</source>
        <translation>Das Netzwerk trennt seine Rechner voneinander. Frag nach der Adresse, und gib sie unten ein.</translation>
    </message>
    <message>
        <source>Type or paste an address, such as 192.168.1.7 or confab://192.168.1.7:8418.</source>
        <translation>Gib eine Adresse ein oder füge sie ein, etwa 192.168.1.7 oder confab://192.168.1.7:8418.</translation>
    </message>
    <message>
        <source>This is no address of a chat. It looks like 192.168.1.7 or confab://192.168.1.7:8418.</source>
        <translation>Das ist keine Adresse eines Chats. Sie sieht so aus: 192.168.1.7 oder confab://192.168.1.7:8418.</translation>
    </message>
    <message>
        <source>The program cannot write to its folder.</source>
        <translation>Das Programm kann nicht in seinen Ordner schreiben.</translation>
    </message>
    <message>
        <source>Nobody answers at %1. Is the chat still there, and in the same network?</source>
        <translation>Unter %1 antwortet niemand. Ist der Chat noch da, und im selben Netzwerk?</translation>
    </message>
    <message>
        <source>This chat asks for a password.</source>
        <translation>Dieser Chat verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Somebody in this chat has this name. Choose another one, or give its password if it is you.</source>
        <translation>Jemand in diesem Chat hat diesen Namen. Wähle einen anderen, oder gib sein Passwort ein, wenn du es bist.</translation>
    </message>
    <message>
        <source>This name cannot be used here. Choose another one.</source>
        <translation>Dieser Name kann hier nicht verwendet werden. Wähle einen anderen.</translation>
    </message>
</context>
<context>
    <name>viewmodels::RoomViewModel</name>
    <message>
        <source>You will be reminded at %1.</source>
        <translation>Du wirst um %1 erinnert.</translation>
    </message>
    <message>
        <source>It will be posted at %1.</source>
        <translation>Sie wird um %1 veröffentlicht.</translation>
    </message>
    <message>
        <source>Slow mode: one message every %1</source>
        <translation>Langsamer Modus: eine Nachricht alle %1</translation>
    </message>
    <message>
        <source>Only moderators write in this room.</source>
        <translation>In diesem Raum schreibt nur die Moderation.</translation>
    </message>
    <message>
        <source>You may not write in this room.</source>
        <translation>Du darfst in diesem Raum nicht schreiben.</translation>
    </message>
    <message>
        <source>You may not write in this room until %1.</source>
        <translation>Du darfst bis %1 in diesem Raum nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>viewmodels::SwitcherViewModel</name>
    <message>
        <source>Direct messages</source>
        <translation>Direktnachrichten</translation>
    </message>
</context>
</TS>
