import QtQuick

/*! Loads a part of a row, which takes the row as `entry`, only when it is needed. */
Loader {
    id: root

    required property MessageEntry entry
    /*! A file beside this one; empty: nothing. */
    property string file

    function load(): void {
        if (file.length > 0)
            setSource(file, {
                "entry": entry
            });
        else
            source = "";
    }

    /*! How high it is; a Loader keeps its height when what it held is gone. */
    readonly property int extent: status === Loader.Ready ? Math.ceil(height) : 0

    visible: status === Loader.Ready
    onFileChanged: {
        if (internal.complete)
            load();
    }
    Component.onCompleted: {
        internal.complete = true;
        if (file.length > 0)
            load();
    }

    QtObject {
        id: internal

        property bool complete: false
    }
}
