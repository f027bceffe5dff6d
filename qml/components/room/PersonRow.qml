/*! Somebody on the server; who is away shows since when. */
PersonLine {
    id: root

    property string lastSeenText

    mark: lastSeenText
}
