import Confab.Components.Controls

/*! The name of a server; loaded when the pointer is on its button. */
ToolTipHost {
    beside: true
    shown: true
}
