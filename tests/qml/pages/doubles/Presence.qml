import QtQml

QtObject {
    enum State {
        Offline,
        Online,
        Away,
        DoNotDisturb,
        Invisible
    }
}
