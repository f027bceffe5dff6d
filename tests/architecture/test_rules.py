"""Checks the rules themselves: each must report a tree that breaks it, and must let a good tree pass."""

import tempfile
import unittest
from pathlib import Path

import rules

GOOD_TREE = {
    "server/protocol/CMakeLists.txt": "confab_add_library(protocol SOURCES a.cpp DEPENDS Qt6::Core)\n",
    "server/protocol/result.h": "#pragma once\n#include <variant>\n",
    "server/protocol/engineio/packet.h": '#pragma once\n#include "protocol/result.h"\n#include <QByteArray>\n',
    "server/net/CMakeLists.txt": "confab_add_library(net SOURCES listener.cpp DEPENDS confab::protocol Qt6::Network)\n",
    "server/net/listener.h": '// A listener.\n#pragma once\n#include "protocol/result.h"\n#include <QTcpServer>\n',
    "server/net/listener.cpp": '#include "net/listener.h"\n\nQTcpSocket *socket = nullptr;\n',
    "server/http/CMakeLists.txt": "confab_add_library(http SOURCES parser.cpp\n    DEPENDS confab::net)\n",
    "server/http/parser.cpp": '#include "net/listener.h"\n#include <boost/beast/http.hpp>\n',
    "server/engineio/session.h": "#pragma once\n// QTcpSocket is not named here.\n",
    "server/engineio/session.cpp": '#include "session.h"\n#include "http/router.h"\n',
    "qml/theme/Theme.qml": "import QtQuick\n",
    "qml/theme/CMakeLists.txt": "qt_add_qml_module(theme URI Confab.Theme)\n",
    "qml/components/message/Bubble.qml": "import Confab.Theme\n",
    "qml/pages/CMakeLists.txt": "qt_add_qml_module(pages URI Confab.Pages)\n",
    "qml/pages/RoomPage.qml": 'import "../components/message"\n',
    "qml/Main.qml": "import Confab.Pages\n",
}


class EveryRule(unittest.TestCase):
    def broken_by(self, rule, changes=None):
        """What the rule says of the good tree with the given files (path -> contents) added or replaced."""
        with tempfile.TemporaryDirectory() as root:
            for path, text in {**GOOD_TREE, **(changes or {})}.items():
                file = Path(root) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return rule(root)

    def assert_reported(self, rule, path, text, *parts):
        broken = self.broken_by(rule, {path: text})
        self.assertEqual(len(broken), 1, broken)
        for part in (path, *parts):
            self.assertIn(part, broken[0])

    def test_lets_a_good_tree_pass(self):
        for rule in rules.ALL:
            self.assertEqual(self.broken_by(rule), [], rule.__name__)

    def test_reports_an_include_that_points_up(self):
        text = '\n#include "engineio/session.h"\n'
        self.assert_reported(rules.includes_point_down, "server/http/router.cpp", text, ":2:", "server/engineio")

    def test_reports_an_include_that_points_sideways(self):
        self.assert_reported(
            rules.includes_point_down, "server/chat/rooms.cpp", '#include "http/parser.h"\n', "server/http"
        )

    def test_reports_an_include_between_two_protocols(self):
        text = "#pragma once\n#include <protocol/engineio/packet.h>\n"
        self.assert_reported(rules.includes_point_down, "server/protocol/chat/event.h", text)

    def test_reports_an_include_written_as_a_relative_path(self):
        self.assert_reported(rules.includes_point_down, "server/net/worker.cpp", '#include "../engineio/session.h"\n')

    def test_reports_an_include_of_a_file_that_does_not_exist_yet(self):
        self.assert_reported(rules.includes_point_down, "server/storage/log.cpp", '#  include "gateway/handler.h"\n')

    def test_reports_the_server_inside_the_client(self):
        self.assert_reported(rules.includes_point_down, "app/connection/client.cpp", '#include "engineio/session.h"\n')

    def test_reports_a_folder_without_a_layer(self):
        for folder in ("server", "server/extras", "app/extras"):
            broken = self.broken_by(rules.folders_are_layers, {f"{folder}/thing.cpp": ""})
            self.assertEqual(len(broken), 1)
            self.assertIn(f"{folder}:", broken[0])

    def test_reports_a_socket_included_above_net(self):
        self.assert_reported(
            rules.restricted_names_stay_where_they_belong, "server/http/front.cpp", "#include <QtNetwork/QTcpSocket>\n"
        )

    def test_reports_a_socket_declared_above_net(self):
        self.assert_reported(
            rules.restricted_names_stay_where_they_belong, "server/engineio/poll.cpp", "\nclass QWebSocket;\n", ":2:"
        )

    def test_reports_sql_in_the_rules_of_the_chat(self):
        self.assert_reported(
            rules.restricted_names_stay_where_they_belong, "server/chat/rooms.cpp", "#include <QSqlQuery>\n", "SQL"
        )

    def test_reports_an_object_in_a_codec(self):
        self.assert_reported(
            rules.pure_layers_stay_pure, "server/protocol/engineio/codec.cpp", "class Codec : public QObject {};\n"
        )

    def test_reports_a_system_header_in_a_codec(self):
        self.assert_reported(
            rules.pure_layers_stay_pure, "server/protocol/socketio/codec.cpp", "#include <unistd.h>\n", "unistd.h"
        )

    def test_reports_a_library_that_links_upwards(self):
        broken = self.broken_by(
            rules.libraries_link_downwards,
            {
                "server/engineio/CMakeLists.txt": "confab_add_library(engineio DEPENDS confab::socketio)\n",
                "server/socketio/CMakeLists.txt": "confab_add_library(socketio DEPENDS confab::engineio)\n",
            },
        )
        self.assertEqual(len(broken), 1, broken)
        self.assertIn("server/engineio must not link confab::socketio", broken[0])

    def test_reports_a_qt_module_that_does_not_belong(self):
        self.assert_reported(
            rules.libraries_link_downwards,
            "server/protocol/CMakeLists.txt",
            "confab_add_library(protocol DEPENDS Qt6::Core Qt6::Network)\n",
            "Qt6::Network",
        )

    def test_reports_a_qml_import_that_points_up(self):
        self.assert_reported(
            rules.qml_imports_point_down, "qml/components/input/Box.qml", "import QtQuick\nimport Confab.Pages\n", ":2:"
        )

    def test_reports_a_qml_folder_import_that_points_up(self):
        self.assert_reported(rules.qml_imports_point_down, "qml/theme/Colours.qml", 'import "../components/message"\n')

    def test_reports_a_long_file(self):
        self.assert_reported(rules.files_are_short, "server/net/long.cpp", "\n" * 401, "401")

    def test_reports_an_empty_name(self):
        for path in ("server/net/stringutils.h", "server/net/misc/a.cpp", "app/RoomManager.cpp", "tests/helper.py"):
            self.assert_reported(rules.names_say_something, path, "#pragma once\n")

    def test_reports_a_header_without_pragma_once(self):
        self.assert_reported(rules.headers_have_pragma_once, "server/net/guard.h", "#ifndef GUARD\n#endif\n")


if __name__ == "__main__":
    unittest.main()
