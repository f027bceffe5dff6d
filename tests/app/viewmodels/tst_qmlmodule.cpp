#include "support/desk.h"

#include <QPointer>
#include <QQmlComponent>
#include <QQmlEngine>

/// What QML sees of it all.
class tst_QmlModule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramIsReachedByName();
    void listsHaveTheirRoles();
    void valuesHaveNames();
    void peopleAreNotQmlsToDelete();

private:
    std::unique_ptr<QObject> create(const QByteArray &body, const QVariantMap &properties)
    {
        QQmlComponent component(&m_engine);
        component.setData("import QtQml\nimport QtQml.Models\nimport Confab.ViewModels\n" + body, QUrl());
        std::unique_ptr<QObject> object(component.createWithInitialProperties(properties));
        if (!object)
            qWarning("%s", qPrintable(component.errorString()));
        return object;
    }

    QQmlEngine m_engine;
};

void tst_QmlModule::theProgramIsReachedByName()
{
    Desk ann(QStringLiteral("Ann"));
    const auto object = create("QtObject { required property AppViewModel app; property string name: app.myName\n"
                               "property bool isFirst: app.page === AppViewModel.FirstRun\n"
                               "property bool hasChat: app.chat !== null\n"
                               "property int servers: app.servers.count\n"
                               "property string wants: app.join.wants === JoinViewModel.None ? 'nothing' : 'much' }",
                               {{QStringLiteral("app"), QVariant::fromValue(&ann.app())}});
    QVERIFY(object);
    QCOMPARE(object->property("name").toString(), QStringLiteral("Ann"));
    QVERIFY(object->property("isFirst").toBool());
    QVERIFY(!object->property("hasChat").toBool());
    QCOMPARE(object->property("wants").toString(), QStringLiteral("nothing"));
    ann.app().setMyName(QStringLiteral("Anna"));
    QCOMPARE(object->property("name").toString(), QStringLiteral("Anna"));
}

void tst_QmlModule::listsHaveTheirRoles()
{
    House house;
    house.start();
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.join(house));
    ann.say(QStringLiteral("**Soup**"));
    QVERIFY(ann.isSent());
    const auto object = create("Instantiator { id: root\nrequired property ChatViewModel chat\n"
                               "model: root.chat.room.timeline\n"
                               "delegate: QtObject { required property string plainText; required property int kind\n"
                               "required property string authorName; required property var blocks\n"
                               "required property bool isMine; required property int sendState\n"
                               "property bool isMessage: kind === TimelineModel.Message\n"
                               "property string html: blocks.length > 0 ? blocks[0].html : '' } }",
                               {{QStringLiteral("chat"), QVariant::fromValue(&ann.chat())}});
    QVERIFY(object);
    QObject *newest = nullptr;
    QMetaObject::invokeMethod(object.get(), "objectAt", Q_RETURN_ARG(QObject *, newest), Q_ARG(int, 0));
    QVERIFY(newest != nullptr);
    QCOMPARE(newest->property("plainText").toString(), QStringLiteral("Soup"));
    QCOMPARE(newest->property("html").toString(), QStringLiteral("<b>Soup</b>"));
    QVERIFY(newest->property("isMessage").toBool());
    QVERIFY(newest->property("isMine").toBool());
}

void tst_QmlModule::valuesHaveNames()
{
    const auto object
        = create("QtObject { property int away: Presence.Away; property int owner: Role.Owner\n"
                 "property int direct: RoomListModel.Section.Direct\n"
                 "property int nothing: RoomViewModel.Nothing; property int dark: SettingsViewModel.Dark\n"
                 "property int refused: TimelineModel.Refused }",
                 {});
    QVERIFY(object);
    QCOMPARE(object->property("away").toInt(), static_cast<int>(protocol::chat::PresenceState::Away));
    QCOMPARE(object->property("owner").toInt(), static_cast<int>(protocol::chat::Role::Owner));
    QCOMPARE(object->property("direct").toInt(), static_cast<int>(models::RoomListModel::Section::Direct));
    QCOMPARE(object->property("nothing").toInt(), static_cast<int>(session::NotifyLevel::Nothing));
    QCOMPARE(object->property("dark").toInt(), static_cast<int>(viewmodels::SettingsViewModel::Theme::Dark));
    QCOMPARE(object->property("refused").toInt(), static_cast<int>(models::TimelineModel::SendState::Refused));
}

void tst_QmlModule::peopleAreNotQmlsToDelete()
{
    House house;
    house.start();
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.join(house));
    const QString id = ann.chat().me()->userId();
    {
        const auto object
            = create("QtObject { required property ChatViewModel chat; required property string id\n"
                     "property string name: chat.person(id).name }",
                     {{QStringLiteral("chat"), QVariant::fromValue(&ann.chat())}, {QStringLiteral("id"), id}});
        QVERIFY(object);
        QCOMPARE(object->property("name").toString(), QStringLiteral("Ann"));
    }
    const QPointer<viewmodels::PersonViewModel> person = ann.chat().person(id);
    m_engine.collectGarbage();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    QVERIFY(person);
}

QTEST_MAIN(tst_QmlModule)
#include "tst_qmlmodule.moc"
