import QtQml

QtObject {
    enum Level {
        Guest,
        Member,
        Moderator,
        Admin,
        Owner
    }
}
