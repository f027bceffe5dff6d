import QtQuick
import Confab.Theme
import Confab.Components.Controls

Page {
    id: root

    height: 900

    Timer {
        interval: 50
        running: true
        onTriggered: focused.forceActiveFocus(Qt.TabFocusReason)
    }

    Row {
        anchors.fill: parent
        anchors.margins: Theme.space6
        spacing: Theme.space8

        Column {
            width: 320
            spacing: Theme.space4

            Label { text: "Display"; kind: Label.Kind.Display }
            Label { text: "Headline of a page"; kind: Label.Kind.Headline }
            Label { text: "Title of a panel"; kind: Label.Kind.Title }
            Label { text: "Lead paragraph"; kind: Label.Kind.Lead }
            Label { text: "Body text in a sentence that is long enough to wrap into a second line."; width: 320; wrapMode: Text.Wrap; lineHeight: Theme.lineHeight }
            Label { text: "Secondary body"; secondary: true }
            Label { text: "Muted caption"; muted: true; kind: Label.Kind.Caption }
            Row {
                spacing: Theme.space2
                AppButton { text: "Host a chat"; kind: AppButton.Kind.Primary; iconName: "megaphone" }
                AppButton { id: focused; text: "Join" }
                AppButton { text: "Skip"; kind: AppButton.Kind.Ghost }
            }
            Row {
                spacing: Theme.space2
                AppButton { text: "Delete"; kind: AppButton.Kind.Danger; iconName: "trash" }
                AppButton { text: "Busy"; kind: AppButton.Kind.Primary; busy: true }
                AppButton { text: "Down"; down: true }
            }
            Row {
                spacing: Theme.space2
                AppButton { text: "Primary"; kind: AppButton.Kind.Primary; enabled: false }
                AppButton { text: "Secondary"; enabled: false }
                AppButton { text: "Ghost"; kind: AppButton.Kind.Ghost; enabled: false }
            }
            Row {
                spacing: Theme.space1
                IconButton { iconName: "search"; text: "Search" }
                IconButton { iconName: "people"; text: "Members"; checked: true }
                IconButton { iconName: "pin"; text: "Pins"; down: true }
                IconButton { iconName: "bell"; text: "Bell"; badge: 3 }
                IconButton { iconName: "trash"; text: "Delete"; kind: IconButton.Kind.Danger }
                IconButton { iconName: "send"; text: "Send"; kind: IconButton.Kind.Filled }
                IconButton { iconName: "send"; text: "Send"; enabled: false }
                IconButton { iconName: "more"; text: "More"; small: true }
            }
            Row {
                spacing: Theme.space3
                Badge { count: 1 }
                Badge { count: 12; kind: Badge.Kind.Mention }
                Badge { count: 140; kind: Badge.Kind.Quiet }
                Spinner { running: true }
                KeyCombo { keys: "Ctrl+Shift+K" }
            }
            Row {
                spacing: Theme.space3
                Avatar { initial: "A"; colour: "#3b82f6"; presence: 1 }
                Avatar { initial: "B"; colour: "#e11d48"; presence: 2 }
                Avatar { initial: "C"; colour: "#16a34a"; presence: 3 }
                Avatar { initial: "D"; colour: "#d97706"; presence: 0 }
                Avatar { initial: "É"; colour: "#9333ea"; square: true }
                Avatar { iconName: "hash"; colour: "#0d9488"; square: true }
                Avatar { initial: "Z"; colour: "#64748b"; size: Theme.avatarLarge; presence: 1 }
            }
            LinkText { text: "Why can't I see it?" }
        }

        Column {
            width: 320
            spacing: Theme.space4

            AppTextField { width: 320; label: "Your name"; text: "Anna"; hint: "Others see it beside what you write." }
            AppTextField { width: 320; label: "Chat's name"; placeholderText: "Our team"; clearable: true }
            AppTextField { width: 320; label: "Address"; text: "192.168.0.300"; problem: "That is not an address." }
            AppTextField { width: 320; label: "Password"; text: "secret"; secret: true }
            AppTextField { width: 320; placeholderText: "Disabled"; enabled: false }
            SearchField { width: 320; placeholderText: "Filter rooms" }
            SearchField { width: 320; text: "release"; busy: true }
            AppTextArea { width: 320; label: "Topic"; placeholderText: "What is this room about?" }
            AppComboBox { width: 320; label: "Language"; model: ["English", "Deutsch"] }
            SegmentedControl { options: [{text: "System", value: 0, iconName: "monitor"}, {text: "Light", value: 1, iconName: "sun"}, {text: "Dark", value: 2, iconName: "moon"}]; currentValue: 1 }
            AppSlider { width: 320; from: 0.8; to: 1.6; value: 1.1; label: "Text size" }
            CopyField { width: 320; label: "Invite link"; text: "confab://192.168.1.20:8418/team" }
        }

        Column {
            width: 320
            spacing: Theme.space4

            AppCheckBox { text: "Show message text"; checked: true }
            AppCheckBox { text: "Private room"; description: "Only people you invite can find it." }
            AppCheckBox { text: "Disabled"; enabled: false; checked: true }
            Column {
                AppRadioButton { text: "All messages"; checked: true }
                AppRadioButton { text: "Mentions"; description: "And direct messages." }
                AppRadioButton { text: "Nothing"; enabled: false }
            }
            AppSwitch { width: 320; text: "Sounds"; checked: true }
            AppSwitch { width: 320; text: "Compact mode"; description: "Less room between messages." }
            AppSwitch { width: 320; text: "Disabled"; enabled: false }
            TabStrip { width: 320; tabs: [{text: "Members", count: 12}, {text: "Pins"}, {text: "About"}]; currentIndex: 0 }
            SectionHeader { width: 320; text: "Favourites"; collapsible: true; count: 3; IconButton { small: true; iconName: "plus"; text: "Add" } }
            Banner { width: 320; text: "Reconnecting in 8 s"; kind: Banner.Kind.Warning; iconName: "offline"; actionText: "Retry now" }
            Banner { width: 320; text: "The chat's name is taken."; kind: Banner.Kind.Danger; closable: true }
            Banner { width: 320; text: "A new version is there."; kind: Banner.Kind.Info }
            Banner { width: 320; text: "You are connected."; kind: Banner.Kind.Success }
        }
    }
}
