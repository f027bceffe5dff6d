import Confab.Tests

RowsModel {
    id: root
    property var calls: []
    function called(name: string, first: var, second: var, third: var): void {
        const words = [name, first, second, third].filter(word => word !== undefined);
        root.calls = root.calls.concat([words.join(" ")]);
    }
    property string query
    property list<string> recent: ["👍", "❤️", "😂", "🎉", "👀"]
    function load() {
        if (count === 0)
            rows = ["😀", "😃", "😄", "😁", "😆", "😅", "🤣", "😂", "🙂", "🙃", "😉", "😊", "😇", "🥰", "😍", "🤩", "😘", "😗", "👍", "👎", "👏", "🙌", "🎉", "🚀", "❤️", "🔥", "✅", "👀"].map((e, i) => ({
                            "emoji": e,
                            "name": "smile " + i,
                            "group": i < 18 ? "Smileys" : "Things"
                        }));
    }
    function use(e) {
        root.called("use", e);
    }
}
