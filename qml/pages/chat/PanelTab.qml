import QtQml

/*!
    Names the tabs of the panel.
*/
QtObject {
    enum Tab {
        Members,
        Search,
        Pins,
        Info
    }
}
