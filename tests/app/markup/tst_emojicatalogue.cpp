#include "markup/emojicatalogue.h"
#include "markup/emojiscan.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using markup::Emoji;
using markup::EmojiCatalogue;

class tst_EmojiCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsAnEmojiWithANameOfItsOwn();
    void emojiAreFoundByWhatTheyAreCalled();
    void searchingGivesTheBestFirst();
};

void tst_EmojiCatalogue::everyEntryIsAnEmojiWithANameOfItsOwn()
{
    const EmojiCatalogue catalogue;
    QCOMPARE(catalogue.groups().size(), 9);
    QVERIFY(catalogue.all().size() > 1000);
    const QRegularExpression shape(u"^[a-z0-9_+-]+$"_s);
    QSet<QString> shortcodes;
    QSet<QString> texts;
    int group = 0;
    for (const Emoji &emoji : catalogue.all()) {
        QVERIFY2(markup::countEmojiOnly(emoji.text) == 1, qPrintable(emoji.name));
        QVERIFY2(shape.match(emoji.shortcode).hasMatch(), qPrintable(emoji.shortcode));
        for (const QString &keyword : emoji.keywords)
            QVERIFY2(shape.match(keyword).hasMatch(), qPrintable(keyword));
        QVERIFY2(!shortcodes.contains(emoji.shortcode), qPrintable(emoji.shortcode));
        QVERIFY(!texts.contains(emoji.text));
        QVERIFY(!emoji.name.isEmpty());
        QVERIFY(emoji.group == group || emoji.group == group + 1); // in the order of groups
        group = emoji.group;
        shortcodes.insert(emoji.shortcode);
        texts.insert(emoji.text);
        QCOMPARE(catalogue.emojiFor(emoji.shortcode), emoji.text);
        QCOMPARE(catalogue.find(emoji.text)->name, emoji.name);
    }
    QCOMPARE(group, int(catalogue.groups().size()) - 1);
}

void tst_EmojiCatalogue::emojiAreFoundByWhatTheyAreCalled()
{
    const EmojiCatalogue catalogue;
    QCOMPARE(catalogue.emojiFor(u"thumbsup"), u"👍"_s);
    QCOMPARE(catalogue.emojiFor(u"+1"), u"👍"_s);
    QCOMPARE(catalogue.emojiFor(u"Heart"), u"❤️"_s);
    QCOMPARE(catalogue.emojiFor(u"flag_germany"), u"🇩🇪"_s);
    QVERIFY(catalogue.emojiFor(u"no_such_thing").isEmpty());
    QVERIFY(catalogue.emojiFor(u"").isEmpty());
    QCOMPARE(catalogue.find(u"🎉"_s)->shortcode, u"tada"_s);
    QVERIFY(!catalogue.find(u"x"_s));
}

void tst_EmojiCatalogue::searchingGivesTheBestFirst()
{
    const EmojiCatalogue catalogue;
    QCOMPARE(catalogue.search(u"heart"_s, 50).first().text, u"❤️"_s);
    QCOMPARE(catalogue.search(u"  TADA "_s, 1).first().text, u"🎉"_s);
    QVERIFY(catalogue.search(u"party"_s, 50).size() >= 2);
    const QList<Emoji> birds = catalogue.search(u"bir"_s, 100);
    QVERIFY(std::all_of(birds.begin(), birds.end(), [](const Emoji &emoji) {
        return QString(emoji.shortcode + emoji.name + emoji.keywords.join(u' ')).contains(u"bir"_s);
    }));
    QCOMPARE(catalogue.search({}, 10).size(), 10);
    QCOMPARE(catalogue.search({}, 1'000'000).size(), catalogue.all().size());
    QVERIFY(catalogue.search(u"qqqq"_s, 10).isEmpty());
    QVERIFY(catalogue.search(u"heart"_s, 0).isEmpty());
}

QTEST_GUILESS_MAIN(tst_EmojiCatalogue)
#include "tst_emojicatalogue.moc"
