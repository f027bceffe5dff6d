#include "markup/parser.h"
#include "markup/styledtext.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using markup::Block;
using markup::Colours;
using markup::ParseOptions;

class tst_StyledText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansBecomeTags_data();
    void spansBecomeTags();
    void spacesAndLineBreaksAreKept();
    void coloursThatAreNoneAreLeftOut();
    void plainTextHasNoMarkup();
    void linksAreListedOnce();
    void onlyFewEmojiAreShownLarge_data();
    void onlyFewEmojiAreShownLarge();
    void whateverIsWrittenOnlyOurTagsComeOut();
    void hostileTextTakesTimeInProportionToItsLength_data();
    void hostileTextTakesTimeInProportionToItsLength();
};

namespace {

const Colours colours{u"#0000ff"_s, u"#00ff00"_s, u"#ff0000"_s, u"#ffff00"_s, u"me"_s};

QString styled(const QString &text, const ParseOptions &options = {})
{
    QStringList blocks;
    for (const Block &block : markup::parse(text, options))
        blocks.append(markup::toStyledText(block, colours));
    return blocks.join(u"||"_s);
}

/// @p html without the tags that may be in it, each with its end.
QString withoutOurTags(const QString &html)
{
    static const QRegularExpression tags(u"<(b|i|s)>|</(b|i|s|a|font)>|<br>|<font color=\"#[0-9a-f]{6}\">"
                                         "|<a href=\"(https?|mailto|confab):[^\"<>\\s]*\">"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return QString::fromUtf8(html.toUtf8()).remove(tags); // half surrogate pairs would keep it from matching
}

} // namespace

void tst_StyledText::spansBecomeTags_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    QTest::newRow("plain") << u"a b"_s << u"a b"_s;
    QTest::newRow("escaped") << u"<b>\"a\" & b's</b>"_s << u"&lt;b&gt;&quot;a&quot; &amp; b's&lt;/b&gt;"_s;
    QTest::newRow("styles") << u"**a** *b* ~~c~~"_s << u"<b>a</b> <i>b</i> <s>c</s>"_s;
    QTest::newRow("all at once") << u"***~~a~~***"_s << u"<b><i><s>a</s></i></b>"_s;
    QTest::newRow("code") << u"`a<b>`"_s << u"<font color=\"#00ff00\">a&lt;b&gt;</font>"_s;
    QTest::newRow("link")
        << u"http://a.b/?c=d&e"_s
        << u"<a href=\"http://a.b/?c=d&e\"><font color=\"#0000ff\">http://a.b/?c=d&amp;e</font></a>"_s;
    QTest::newRow("a link with an entity")
        << u"http://a.b/?c&lt;d"_s
        << u"<a href=\"http://a.b/?c&lt%3Bd\"><font color=\"#0000ff\">http://a.b/?c&amp;lt;d</font></a>"_s;
    QTest::newRow("mentions")
        << u"@Ann @Bob @room"_s
        << u"<font color=\"#ffff00\"><b>@Ann</b></font> <font color=\"#ff0000\"><b>@Bob</b></font>"
           " <font color=\"#ffff00\"><b>@room</b></font>"_s;
    QTest::newRow("list") << u"- a\n  1. b"_s << u"•&nbsp;a<br>&nbsp;&nbsp;&nbsp;&nbsp;1.&nbsp;b"_s;
    QTest::newRow("quote") << u"> a\n> b"_s << u"a<br>b"_s;
}

void tst_StyledText::spansBecomeTags()
{
    QFETCH(QString, text);
    const ParseOptions options{{{u"me"_s, u"Ann"_s}, {u"you"_s, u"Bob"_s}, {u"*"_s, {}}}, nullptr};
    QTEST(styled(text, options), "html");
}

void tst_StyledText::spacesAndLineBreaksAreKept()
{
    QCOMPARE(styled(u"a  b   c\n d\te"_s), u"a &nbsp;b &nbsp;&nbsp;c<br>&nbsp;d&nbsp;&nbsp;&nbsp;&nbsp;e"_s);
    QCOMPARE(styled(u"**a ** b"_s), u"**a ** b"_s);
    QCOMPARE(styled(u"a **b**  c\u00a0d"_s), u"a <b>b</b> &nbsp;c&nbsp;d"_s);
    QCOMPARE(markup::escaped(u" <a>\n b"_s), u"&nbsp;&lt;a&gt;<br>&nbsp;b"_s);
    QCOMPARE(markup::escaped(u"a\0b\u0007c\ufffcd"_s), u"abcd"_s);
}

void tst_StyledText::coloursThatAreNoneAreLeftOut()
{
    const QList<Block> blocks = markup::parse(u"`a` http://a.b"_s);
    const Colours hostile{u"\"><img>"_s, u"red"_s, {}, {}, {}};
    QCOMPARE(markup::toStyledText(blocks.first(), hostile), u"a <a href=\"http://a.b\">http://a.b</a>"_s);
}

void tst_StyledText::plainTextHasNoMarkup()
{
    QCOMPARE(markup::plainText(markup::parse(u"**a** `b` ~~c~~ http://d.e\n> f\n- g\n1. h\n```x\ni\n```"_s)),
             u"a b c http://d.e\nf\n• g\n1. h\ni"_s);
    QCOMPARE(markup::plainText(QList<Block>()), QString());
}

void tst_StyledText::linksAreListedOnce()
{
    QCOMPARE(markup::linkTargets(markup::parse(u"http://a.b http://c.d\n> http://a.b\n`http://e.f`"_s)),
             QStringList({u"http://a.b"_s, u"http://c.d"_s}));
}

void tst_StyledText::onlyFewEmojiAreShownLarge_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isEmojiOnly");
    QTest::newRow("one") << u"👍"_s << true;
    QTest::newRow("with spaces") << u" 👍 🎉\n🔥"_s << true;
    QTest::newRow("skin tone") << u"👍🏽"_s << true;
    QTest::newRow("joined") << u"👩‍👩‍👧‍👦"_s << true;
    QTest::newRow("flag") << u"🇩🇪"_s << true;
    QTest::newRow("flag of tags") << u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s << true;
    QTest::newRow("keycap") << u"1️⃣"_s << true;
    QTest::newRow("heart with selector") << u"❤️"_s << true;
    QTest::newRow("six joined ones")
        << u"👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"_s
        << true;
    QTest::newRow("seven") << u"👍👍👍👍👍👍👍"_s << false;
    QTest::newRow("with a word") << u"👍 yes"_s << false;
    QTest::newRow("digits") << u"12"_s << false;
    QTest::newRow("a letter with a selector") << u"a\ufe0f"_s << false;
    QTest::newRow("half a flag") << u"🇩"_s << false;
    QTest::newRow("a lone joiner") << u"\u200d"_s << false;
    QTest::newRow("ends with a joiner") << u"👍\u200d"_s << false;
    QTest::newRow("nothing") << u" "_s << false;
    QTest::newRow("as code") << u"`👍`"_s << false;
    QTest::newRow("quoted") << u"> 👍"_s << false;
}

void tst_StyledText::onlyFewEmojiAreShownLarge()
{
    QFETCH(QString, text);
    QTEST(markup::isEmojiOnly(markup::parse(text)), "isEmojiOnly");
}

void tst_StyledText::whateverIsWrittenOnlyOurTagsComeOut()
{
    const QStringList pieces{
        u"<"_s,       u">"_s,        u"&"_s,       u"\""_s,     u"'"_s,      u"<img src=x>"_s,
        u"</font>"_s, u"<a href="_s, u"*"_s,       u"**"_s,     u"_"_s,      u"~~"_s,
        u"`"_s,       u"```"_s,      u"\n"_s,      u"> "_s,     u"- "_s,     u"1. "_s,
        u"\\"_s,      u"http://"_s,  u"mailto:"_s, u"a"_s,      u"@Ann"_s,   u"@\""_s,
        u" "_s,       u"\t"_s,       u"\0"_s,      u"\u2028"_s, u"\u202e"_s, u"😀"_s,
        u":tada:"_s,  u"&lt;"_s,     u"("_s,       u")"_s,      u"]"_s,      QString(QChar(0xd83d))};
    const ParseOptions options{{{u"me"_s, u"Ann"_s}, {u"x\"><b>"_s, u"<img>"_s}}, nullptr};
    QRandomGenerator random(11);
    for (int i = 0; i < 5'000; ++i) {
        QString text;
        for (int count = random.bounded(1, 25); count > 0; --count)
            text += pieces[random.bounded(int(pieces.size()))];
        const QList<Block> blocks = markup::parse(text, options);
        for (const Block &block : blocks) {
            const QString html = markup::toStyledText(block, colours);
            const QString rest = withoutOurTags(html);
            QVERIFY2(!rest.contains(u'<') && !rest.contains(u'>') && !rest.contains(u'"'), qPrintable(html));
            for (const QString &tag : {u"b"_s, u"i"_s, u"s"_s, u"a"_s, u"font"_s}) {
                const auto ends = html.count(u"</"_s + tag + u'>');
                QCOMPARE(html.count(u'<' + tag + u'>') + html.count(u'<' + tag + u' '), ends);
            }
        }
        for (const QString &target : markup::linkTargets(blocks))
            QVERIFY(markup::isAllowedLink(target));
        std::ignore = markup::plainText(blocks);
        std::ignore = markup::isEmojiOnly(blocks);
    }
}

void tst_StyledText::hostileTextTakesTimeInProportionToItsLength_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece :
         {u"*"_s,    u"* a"_s,   u"**a "_s,  u"*a_b~~c**d"_s, u"_"_s,         u"`"_s,       u"` ``"_s, u"~~a"_s,
          u"> "_s,   u"- a\n"_s, u"```\n"_s, u"```x\n"_s,     u"http://a)"_s, u"http://"_s, u"@"_s,    u"@\""_s,
          u"@Ann"_s, u":a"_s,    u"\\"_s,    u"["_s,          u"\n"_s,        u" "_s,       u"👍"_s})
        QTest::addRow("%s", qPrintable(piece)) << piece;
}

void tst_StyledText::hostileTextTakesTimeInProportionToItsLength()
{
    // A text a hundred times as long as the longest message: in square time it would take minutes.
    QFETCH(QString, piece);
    const ParseOptions options{{{u"me"_s, u"Ann"_s}, {u"*"_s, {}}}, nullptr};
    const QString text = piece.repeated(800'000 / piece.size());
    qsizetype length = 0;
    for (const Block &block : markup::parse(text, options))
        length += markup::toStyledText(block, colours).size() + markup::plainText(block).size();
    QVERIFY(length < 20 * 800'000);
}

QTEST_GUILESS_MAIN(tst_StyledText)
#include "tst_styledtext.moc"
