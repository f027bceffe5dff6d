import Confab.Tests

RowsModel {
    id: root
    property var calls: []
    property string codeColor
    property string mentionColor
    property string ownMentionColor
    function called(name: string, first: var, second: var, third: var): void {
        const words = [name, first, second, third].filter(word => word !== undefined);
        root.calls = root.calls.concat([words.join(" ")]);
    }
    function rowOf(k) {
        return rows.findIndex(r => r.key === k);
    }
    function timeAt(r) {
        return Date.now() - r * 60000;
    }
    function react(k, e) {
        root.called("react", k, e);
    }
    function remove(k) {
        root.called("remove", k);
    }
    function pin(k, p) {
        root.called("pin", k, p);
    }
    function retry(k) {
        root.called("retry", k);
    }
    function discard(k) {
        root.called("discard", k);
    }
    function remind(k, m) {
        root.called("remind", k, m);
    }
    function copyText(k) {
        root.called("copyText", k);
    }
}
