#include "markup/emojicatalogue.h"
#include "markup/parser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using markup::Block;
using markup::Line;
using markup::ParseOptions;
using markup::Span;

class tst_Parser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesSpans_data();
    void textBecomesSpans();
    void linesBecomeBlocks_data();
    void linesBecomeBlocks();
    void linksEndWhereTheirAddressDoes_data();
    void linksEndWhereTheirAddressDoes();
    void onlySomeAddressesMayBeFollowed_data();
    void onlySomeAddressesMayBeFollowed();
    void onlyThoseWhomTheMessageMentionsAreFound_data();
    void onlyThoseWhomTheMessageMentionsAreFound();
    void namesOfEmojiBecomeEmoji();
};

namespace {

/// Spans as text: styles and kinds in angle brackets.
QString described(const Span &span)
{
    QString marks;
    if (span.styles.testFlag(Span::Bold))
        marks += u'b';
    if (span.styles.testFlag(Span::Italic))
        marks += u'i';
    if (span.styles.testFlag(Span::Struck))
        marks += u's';
    if (span.kind == Span::Kind::Code)
        marks += u'c';
    if (span.kind == Span::Kind::Link)
        marks += u"a="_s + span.target;
    if (span.kind == Span::Kind::Mention)
        marks += u"@="_s + span.target;
    return marks.isEmpty() ? span.text : u'<' + marks + u'|' + span.text + u'>';
}

QString described(const Line &line)
{
    QString text = QString(line.depth, u' ') + line.marker;
    if (!line.marker.isEmpty())
        text += u' ';
    for (const Span &span : line.spans)
        text += described(span);
    return text;
}

QString described(const QList<Block> &blocks)
{
    QStringList texts;
    for (const Block &block : blocks) {
        QStringList lines;
        for (const Line &line : block.lines)
            lines.append(described(line));
        const QString text = lines.join(u'/');
        switch (block.kind) {
        case Block::Kind::Paragraph:
            texts.append(u"P:"_s + text);
            break;
        case Block::Kind::Code:
            texts.append(u"C("_s + block.language + u"):"_s + text);
            break;
        case Block::Kind::Quote:
            texts.append(u"Q:"_s + text);
            break;
        case Block::Kind::List:
            texts.append(u"L:"_s + text);
            break;
        }
    }
    return texts.join(u"  "_s);
}

QString spansOf(const QString &text, const ParseOptions &options = {})
{
    const QList<Block> blocks = markup::parse(text, options);
    return blocks.size() == 1 && blocks.first().kind == Block::Kind::Paragraph ? described(blocks).sliced(2)
                                                                               : u"not one paragraph"_s;
}

} // namespace

void tst_Parser::textBecomesSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spans");
    QTest::newRow("plain") << u"just text"_s << u"just text"_s;
    QTest::newRow("bold") << u"a **b c** d"_s << u"a <b|b c> d"_s;
    QTest::newRow("italic with stars") << u"a *b c* d"_s << u"a <i|b c> d"_s;
    QTest::newRow("italic with lines") << u"a _b c_ d"_s << u"a <i|b c> d"_s;
    QTest::newRow("struck") << u"~~gone~~"_s << u"<s|gone>"_s;
    QTest::newRow("bold and italic") << u"***both***"_s << u"<bi|both>"_s;
    QTest::newRow("italic in bold") << u"**a *b* c**"_s << u"<b|a ><bi|b><b| c>"_s;
    QTest::newRow("bold in italic") << u"_a **b** c_"_s << u"<i|a ><bi|b><i| c>"_s;
    QTest::newRow("all three") << u"**_~~x~~_**"_s << u"<bis|x>"_s;
    QTest::newRow("bold inside a word") << u"un**believ**able"_s << u"un<b|believ>able"_s;
    QTest::newRow("over two lines") << u"**a\nb**"_s << u"<b|a>/<b|b>"_s;
    QTest::newRow("never closed") << u"**a and *b"_s << u"**a and *b"_s;
    QTest::newRow("never opened") << u"a** b*"_s << u"a** b*"_s;
    QTest::newRow("crossing: the inner is text") << u"**a _b** c_"_s << u"<b|a _b> c_"_s;
    QTest::newRow("nothing inside") << u"**** ~~~~ __ **"_s << u"**** ~~~~ __ **"_s;
    QTest::newRow("multiplication") << u"2*3*4 and 2 * 3 * 4"_s << u"2*3*4 and 2 * 3 * 4"_s;
    QTest::newRow("names of variables") << u"snake_case_name and __init__"_s << u"snake_case_name and __init__"_s;
    QTest::newRow("with punctuation") << u"(*so*), \"_so_\"!"_s << u"(<i|so>), \"<i|so>\"!"_s;
    QTest::newRow("code") << u"run `rm *x* **y**` now"_s << u"run <c|rm *x* **y**> now"_s;
    QTest::newRow("code with a backtick") << u"`` a`b ``"_s << u"<c|a`b>"_s;
    QTest::newRow("code of spaces") << u"` `"_s << u"<c| >"_s;
    QTest::newRow("code in bold") << u"**a `b` c**"_s << u"<b|a ><bc|b><b| c>"_s;
    QTest::newRow("a lone backtick") << u"it`s"_s << u"it`s"_s;
    QTest::newRow("code does not go over lines") << u"`a\nb`"_s << u"`a/b`"_s;
    QTest::newRow("three backticks in a line") << u"```x = 1```"_s << u"<c|x = 1>"_s;
    QTest::newRow("escaped") << u"\\*a\\* \\`b\\` \\\\"_s << u"*a* `b` \\"_s;
    QTest::newRow("a path is not escaped") << u"C:\\temp\\new"_s << u"C:\\temp\\new"_s;
    QTest::newRow("an escaped star leaves the next one") << u"\\**a*"_s << u"*<i|a>"_s;
    QTest::newRow("HTML is text") << u"<b>a</b> &amp; <img src=x>"_s << u"<b>a</b> &amp; <img src=x>"_s;
    QTest::newRow("smileys") << u":-) :D ;) <3 ^_^ -_- ^_^"_s << u":-) :D ;) <3 ^_^ -_- ^_^"_s;
    QTest::newRow("carriage returns") << u"a\r\nb\rc"_s << u"a/b/c"_s;
}

void tst_Parser::textBecomesSpans()
{
    QFETCH(QString, text);
    QTEST(spansOf(text), "spans");
}

void tst_Parser::linesBecomeBlocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blocks");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only space") << u" \n\t\n"_s << QString();
    QTest::newRow("paragraphs") << u"\na\nb\n\n\nc\n"_s << u"P:a/b  P:c"_s;
    QTest::newRow("code") << u"```\na  *b*\n\n  c\n```"_s << u"C():<c|a  *b*>//<c|  c>"_s;
    QTest::newRow("code with language") << u"see\n```c++\nx;\n```\nso"_s << u"P:see  C(c++):<c|x;>  P:so"_s;
    QTest::newRow("code that never ends") << u"```js\nx;"_s << u"P:```js/x;"_s;
    QTest::newRow("a language of words is none") << u"```not a word\nx\n```"_s << u"P:```not a word/x/```"_s;
    QTest::newRow("empty code") << u"a\n```\n```\nb"_s << u"P:a  P:b"_s;
    QTest::newRow("quote") << u"> a\n>b\n> > c\nd"_s << u"Q:a/b/> c  P:d"_s;
    QTest::newRow("quote with emphasis") << u"> **a\n> b**"_s << u"Q:<b|a>/<b|b>"_s;
    QTest::newRow("a list") << u"- a\n* b\n- **c**"_s << u"L:• a/• b/• <b|c>"_s;
    QTest::newRow("a numbered list") << u"1. a\n2) b\n10. c"_s << u"L:1. a/2. b/10. c"_s;
    QTest::newRow("a list in a list") << u"- a\n  - b\n    - c"_s << u"L:• a/ • b/  • c"_s;
    QTest::newRow("emphasis stays in its entry") << u"- *a\n- b*"_s << u"L:• *a/• b*"_s;
    QTest::newRow("no list") << u"-a\n1.5 litres\n- \n--"_s << u"P:-a/1.5 litres/- /--"_s;
    QTest::newRow("list after text") << u"Buy:\n- eggs"_s << u"P:Buy:  L:• eggs"_s;
}

void tst_Parser::linesBecomeBlocks()
{
    QFETCH(QString, text);
    QTEST(described(markup::parse(text)), "blocks");
}

void tst_Parser::linksEndWhereTheirAddressDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spans");
    const auto link = [](const QString &address) -> QString { return u"<a="_s + address + u'|' + address + u'>'; };
    QTest::newRow("http") << u"see http://a.b/c now"_s << QString(u"see "_s + link(u"http://a.b/c"_s) + u" now"_s);
    QTest::newRow("https in capitals") << u"HTTPS://A.B"_s << link(u"HTTPS://A.B"_s);
    QTest::newRow("mailto") << u"mailto:a@b.c"_s << link(u"mailto:a@b.c"_s);
    QTest::newRow("confab") << u"confab://10.0.0.7:8418/x"_s << link(u"confab://10.0.0.7:8418/x"_s);
    QTest::newRow("IPv6") << u"http://[::1]:80/"_s << link(u"http://[::1]:80/"_s);
    QTest::newRow("at the end of a sentence") << u"http://a.b/c."_s << QString(link(u"http://a.b/c"_s) + u'.');
    QTest::newRow("in brackets") << u"(http://a.b/c)"_s << QString(u'(' + link(u"http://a.b/c"_s) + u')');
    QTest::newRow("brackets of its own") << u"http://a.b/c_(d)"_s << link(u"http://a.b/c_(d)"_s);
    QTest::newRow("both") << u"(http://a.b/c_(d))."_s << QString(u'(' + link(u"http://a.b/c_(d)"_s) + u")."_s);
    QTest::newRow("with markup characters") << u"http://a.b/_c_*d*e"_s << link(u"http://a.b/_c_*d*e"_s);
    QTest::newRow("in bold") << u"**http://a.b**"_s << u"<ba=http://a.b|http://a.b>"_s;
    QTest::newRow("in quotes") << u"\"http://a.b\""_s << QString(u'"' + link(u"http://a.b"_s) + u'"');
    QTest::newRow("in angle brackets") << u"<http://a.b>"_s << QString(u'<' + link(u"http://a.b"_s) + u'>');
    QTest::newRow("with a query") << u"http://a.b/?x=1&y=2#z"_s << link(u"http://a.b/?x=1&y=2#z"_s);
    QTest::newRow("umlauts") << u"http://bücher.de/ä"_s << link(u"http://bücher.de/ä"_s);
    QTest::newRow("no host") << u"http:// and https://."_s << u"http:// and https://."_s;
    QTest::newRow("inside a word") << u"xhttp://a.b"_s << u"xhttp://a.b"_s;
    QTest::newRow("bare domains are text") << u"www.a.b a.b"_s << u"www.a.b a.b"_s;
    QTest::newRow("other schemes are text")
        << u"javascript:alert(1) file:///etc"_s << u"javascript:alert(1) file:///etc"_s;
    QTest::newRow("ends before a hidden character")
        << u"http://a.b/\u202egnp"_s << QString(link(u"http://a.b/"_s) + u"\u202egnp"_s);
    QTest::newRow("in code it is code") << u"`http://a.b`"_s << u"<c|http://a.b>"_s;
}

void tst_Parser::linksEndWhereTheirAddressDoes()
{
    QFETCH(QString, text);
    QTEST(spansOf(text), "spans");
}

void tst_Parser::onlySomeAddressesMayBeFollowed_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("http") << u"http://a.b/c?d=e&f"_s << true;
    QTest::newRow("https") << u"https://a.b"_s << true;
    QTest::newRow("mailto") << u"mailto:a@b.c"_s << true;
    QTest::newRow("confab") << u"confab://a"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("data") << u"data:text/html,x"_s << false;
    QTest::newRow("a space before") << u" http://a.b"_s << false;
    QTest::newRow("a space inside") << u"http://a.b/c d"_s << false;
    QTest::newRow("a line break") << u"http://a.b/\nx"_s << false;
    QTest::newRow("a quote") << u"http://a.b/\"x"_s << false;
    QTest::newRow("a tag") << u"http://a.b/<b>"_s << false;
    QTest::newRow("turned around") << u"http://a.b/\u202ex"_s << false;
    QTest::newRow("a NUL") << u"http://a.b/\0x"_s << false;
    QTest::newRow("endless") << QString(u"http://a.b/"_s + QString(5000, u'x')) << false;
}

void tst_Parser::onlySomeAddressesMayBeFollowed()
{
    QFETCH(QString, target);
    QTEST(markup::isAllowedLink(target), "isAllowed");
}

void tst_Parser::onlyThoseWhomTheMessageMentionsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spans");
    QTest::newRow("a name") << u"hi @Ann!"_s << u"hi <@=u1|@Ann>!"_s;
    QTest::newRow("any case") << u"@ANN"_s << u"<@=u1|@ANN>"_s;
    QTest::newRow("the longer name") << u"@Ann Lee, @Ann"_s << u"<@=u2|@Ann Lee>, <@=u1|@Ann>"_s;
    QTest::newRow("in quotes") << u"@\"Ann Lee\"s"_s << u"<@=u2|@Ann Lee>s"_s;
    QTest::newRow("everybody") << u"@room @all @here"_s << u"<@=*|@room> <@=*|@all> @here"_s;
    QTest::newRow("somebody else") << u"@Bob"_s << u"@Bob"_s;
    QTest::newRow("the beginning of a word") << u"@Anna"_s << u"@Anna"_s;
    QTest::newRow("an address") << u"me@Ann.org"_s << u"me@Ann.org"_s;
    QTest::newRow("in bold") << u"**@Ann**"_s << u"<b@=u1|@Ann>"_s;
    QTest::newRow("escaped") << u"\\@Ann"_s << u"@Ann"_s;
    QTest::newRow("an open quote") << u"@\"Ann"_s << u"<@=u1|@Ann>"_s;
    QTest::newRow("alone") << u"@ @"_s << u"@ @"_s;
}

void tst_Parser::onlyThoseWhomTheMessageMentionsAreFound()
{
    QFETCH(QString, text);
    const ParseOptions options{{{u"u1"_s, u"Ann"_s}, {u"u2"_s, u"Ann Lee"_s}, {u"*"_s, {}}, {u"u3"_s, {}}}, nullptr};
    QTEST(spansOf(text, options), "spans");
}

void tst_Parser::namesOfEmojiBecomeEmoji()
{
    const markup::EmojiCatalogue emoji;
    const ParseOptions options{{}, &emoji};
    QCOMPARE(spansOf(u"yes :thumbsup: **:TADA:**"_s, options), u"yes 👍 <b|🎉>"_s);
    QCOMPARE(spansOf(u":+1::fire:"_s, options), u"👍🔥"_s);
    QCOMPARE(spansOf(u"10:30:45 :no_such_thing: : :: :a b:"_s, options), u"10:30:45 :no_such_thing: : :: :a b:"_s);
    QCOMPARE(spansOf(u"`:tada:` \\:tada:"_s, options), u"<c|:tada:> :tada:"_s);
    QCOMPARE(spansOf(u":tada:"_s), u":tada:"_s);
}

QTEST_GUILESS_MAIN(tst_Parser)
#include "tst_parser.moc"
