import Confab.Tests

RowsModel {
    id: root
    function roleOf(userId) {
        const row = root.rows.find(row => row.userId === userId);
        return row === undefined ? -1 : row.role;
    }
    function roleTextOf(userId) {
        const row = root.rows.find(row => row.userId === userId);
        return row === undefined ? "" : row.roleText;
    }
    function isMuted(userId) {
        const row = root.rows.find(row => row.userId === userId);
        return row !== undefined && row.isMuted;
    }
}
