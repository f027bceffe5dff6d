import QtQuick

/*! One of the eight dots of a Spinner. */
Rectangle {
    id: root

    required property int index

    /*! Of the whole ring. */
    property int size: 20
    /*! The brightest dot. */
    property int step: 0

    x: Math.round(size / 2 + Math.sin(index * Math.PI / 4) * size * 0.4 - width / 2)
    y: Math.round(size / 2 - Math.cos(index * Math.PI / 4) * size * 0.4 - height / 2)
    width: Math.max(2, Math.round(size / 8))
    height: width
    radius: width / 2
    opacity: 1 - ((step - index + 8) % 8) * 0.11
}
