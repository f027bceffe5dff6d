import Confab.Tests

RowsModel {
}
