import QtQml

/*!
    Stands for a view-model: keeps what was called, as words.
*/
QtObject {
    id: root

    property var calls: []

    function called(name: string, first: var, second: var, third: var): void {
        const words = [name, first, second, third].filter(word => word !== undefined);
        root.calls = root.calls.concat([words.join(" ")]);
    }
}
