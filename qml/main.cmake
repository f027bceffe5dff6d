# The window itself: its module is Confab, made of Main.qml alone.
qt_add_qml_module(confab_qml_main STATIC
    URI Confab
    VERSION 1.0
    RESOURCE_PREFIX ${CONFAB_QML_PREFIX}
    ${CONFAB_QML_OPTIONS}
    QML_FILES Main.qml)
confab_qml_module(confab_qml_main DEPENDS confab_qml_dialogs confab_qml_start confab_qml_chat)

# Everything that a program with the window needs.
add_library(confab_qml INTERFACE)
add_library(confab::qml ALIAS confab_qml)
target_link_libraries(confab_qml INTERFACE confab_qml_mainplugin)
