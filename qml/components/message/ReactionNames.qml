import Confab.Components.Controls

/*! Who chose an emoji; loaded when the pointer is on it. */
ToolTipHost {
    shown: true
}
