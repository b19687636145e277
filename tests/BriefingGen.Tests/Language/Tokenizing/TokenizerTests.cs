using System.Collections.Immutable;
using System.Text;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using CsCheck;

namespace BriefingGen.Tests.Language.Tokenizing;

public class TokenizerTests
{
    private static readonly LanguagePipeline Pipeline = TextPipeline.Create();

    // Lone surrogates, marks without a letter, direction marks.
    private const string Odd = "\uD800\uDC00\uD83D\uDE00\u200F\0\uFEFF\u0301\u0645\u2028";

    // Words of one token are joined with '+', tokens are parted with a space.
    [Theory]
    [InlineData("They can't go.", "They ca+n't go .")]
    [InlineData("We don’t know", "We do+n’t know")]
    [InlineData("Harl's plan", "Harl+'s plan")]
    [InlineData("We've won, I'd say", "We+'ve won , I+'d say")]
    [InlineData("You shouldn't've asked", "You should+n't+'ve asked")]
    [InlineData("They cannot stay; it's gonna rain", "They can+not stay ; it+'s gon+na rain")]
    [InlineData("the ministers' office", "the ministers+' office")]
    [InlineData("a 15-year term", "a 15 - year term")]
    [InlineData("state-of-the-art", "state - of - the - art")]
    [InlineData("an anti-war co-founder", "an anti-war co-founder")]
    [InlineData("It cost $5bn or 20%.", "It cost $ 5 bn or 20 % .")]
    [InlineData("1,000.5 metres", "1,000.5 metres")]
    [InlineData("a 2.2-million fund", "a 2.2 - million fund")]
    [InlineData("the U.S. fleet at 5 p.m. today", "the U.S. fleet at 5 p.m. today")]
    [InlineData("Mr. J. Harl, No. 5", "Mr. J. Harl , No. 5")]
    [InlineData("on 11/28/2000 or 2022-03-10", "on 11/28/2000 or 2022-03-10")]
    [InlineData("from 3-5 May", "from 3 - 5 May")]
    [InlineData("and/or", "and / or")]
    [InlineData("See http://example.org/a?b=c, please.", "See http://example.org/a?b=c , please .")]
    [InlineData("Write to desk@example.org.", "Write to desk@example.org .")]
    [InlineData("example.com is down", "example.com is down")]
    [InlineData("Wait... what?!", "Wait ... what ?!")]
    [InlineData("\"Yes,\" he said", "\" Yes , \" he said")]
    [InlineData("(see [4])", "( see [ 4 ] )")]
    [InlineData("the deal—if any—fails", "the deal — if any — fails")]
    [InlineData("war – and peace", "war – and peace")]
    [InlineData("talks.The minister", "talks . The minister")]
    [InlineData("AT&T and R&D", "AT&T and R&D")]
    [InlineData("the 1970s and the 80's", "the 1970s and the 80's")]
    [InlineData("at 5pm on the 20th", "at 5 pm on the 20th")]
    [InlineData("O'Hara said 'yes' to Harl", "O'Hara said ' yes ' to Harl")]
    [InlineData("the th- that one", "the th- that one")]
    [InlineData("in alt.animals.cat today", "in alt.animals.cat today")]
    [InlineData("see news.example.org/a/b.", "see news.example.org/a/b .")]
    [InlineData("he bats .265 now", "he bats .265 now")]
    [InlineData("Nice 😀👍🏽 work", "Nice 😀👍🏽 work")]
    public void Tokens_follow_the_conventions_of_the_treebanks(string text, string expected) =>
        Assert.Equal(expected, Shape(Analyze(text)));

    [Fact]
    public void Any_text_is_covered_by_ordered_tokens_inside_their_regions()
    {
        var character = Gen.OneOf(
            Gen.Char,
            Gen.Char["abcXYZ019 \t\n.,;:!?'\"()[]-–—…%$&@#/\\*=’“”"],
            Gen.Int[0, Odd.Length - 1].Select(static i => Odd[i])
        );
        Gen.Select(character.Array[0, 120], Gen.Int[0, 120])
            .Sample(
                (characters, cut) =>
                {
                    var text = new string(characters);
                    var at = Math.Min(cut, text.Length);
                    var document = Pipeline.Analyze(
                        new SourceText(text),
                        [
                            new TextRegion(new TextSpan(0, at), RegionKind.Title),
                            new TextRegion(new TextSpan(at, text.Length), RegionKind.Paragraph),
                        ],
                        new DateOnly(2022, 3, 12)
                    );
                    Check(document);
                },
                iter: 3_000
            );
    }

    [Fact]
    public void Any_order_of_words_and_marks_is_parted_into_sentences_that_hold_every_token_once()
    {
        string[] pieces =
        [
            "Harl",
            "said",
            "U.S.",
            "v.",
            "a.m.",
            "Thursday",
            "don't",
            "th-",
            "3.5",
            ".5",
            "aa.bb.cc",
            "x@y.org",
            "http://a.b/c",
            ".",
            "...",
            "?",
            "!",
            ",",
            ":",
            ";",
            "\"",
            "'",
            "\u201C",
            "\u201D",
            "(",
            ")",
            "[",
            "]",
            "-",
            "\u2014",
            "___",
            "*",
            "\n",
            "\n\n",
            "\t",
            "\u05D0\u05D1",
            "\u6F22",
            "\uD83D\uDE00",
            "\uDC00",
            "\u200F",
            "",
        ];
        Gen.Select(Gen.Int[0, pieces.Length - 1].Array[0, 60], Gen.Bool.Array[60])
            .Sample(
                (order, spaced) =>
                {
                    var text = string.Concat(order.Select((p, i) => pieces[p] + (spaced[i] ? " " : "")));
                    Check(Analyze(text));
                },
                iter: 3_000
            );
    }

    public static TheoryData<string> NaughtyTexts() =>
        new()
        {
            "",
            " \t\r\n ",
            new string('a', 1_000_000),
            new string('.', 300_000),
            new string('\n', 100_000),
            string.Concat(Enumerable.Repeat("a.", 200_000)),
            string.Concat(Enumerable.Repeat("1-", 200_000)),
            string.Concat(Enumerable.Repeat("don't", 100_000)),
            string.Concat(Enumerable.Repeat("\"'", 100_000)),
            string.Concat(Enumerable.Repeat("A. ", 100_000)),
            string.Concat(Enumerable.Repeat("Yes, said he. ", 50_000)),
            string.Concat(Enumerable.Repeat("http://", 50_000)),
            new string('\uD800', 50_000),
            string.Concat(Enumerable.Repeat("👩‍👩‍👧", 20_000)),
            "\u202Eمرحبا بالعالم\u202C, he said. שלום.",
            "=HYPERLINK(\"http://x\") <script>alert(1)</script> {{ brief }} **bold**",
            "a\0b\u0001c",
            ".5U.S.",
            new string('(', 200_000),
            new string(',', 200_000),
            string.Concat(Enumerable.Repeat("a- ", 100_000)),
            string.Concat(Enumerable.Repeat("aa.", 100_000)),
            string.Concat(Enumerable.Repeat("Harl Orlo Vash ", 50_000)),
            string.Concat(Enumerable.Repeat("Dear Harl,\n", 50_000)),
            string.Concat(Enumerable.Repeat("| 1 | .5 | x |\n|---|---|---|\n", 5_000)),
            string.Concat(Enumerable.Repeat("for (int i = 0; i < n; i++) { a[i] += \"x\"; } // \u05D0\u2067\n", 5_000)),
        };

    [Theory]
    [MemberData(nameof(NaughtyTexts))]
    public void A_naughty_text_is_read_like_any_other(string text)
    {
        var document = Analyze(text);

        Check(document);
    }

    [Fact]
    public void A_million_characters_without_a_space_are_cut_into_tokens_of_bounded_length()
    {
        var document = Analyze(new string('a', 1_000_000));

        Assert.Equal(1_000, document.Tokens.Length);
    }

    internal static void Check(Document document)
    {
        var covered = new bool[document.Reading.Value.Length];
        var (source, reading) = (0, 0);
        foreach (var token in document.Tokens)
        {
            Assert.True(token.Reading.Start >= reading && token.Reading.Length > 0);
            Assert.True(token.Span.Start >= source && token.Span.End <= document.Source.Length);
            (source, reading) = (token.Span.End, token.Reading.End);
            covered.AsSpan(token.Reading.Start, token.Reading.Length).Fill(true);
        }

        foreach (var region in document.Regions)
        {
            var span = document.Reading.ToReadingWithEdges(region.Span);
            for (var i = span.Start; i < span.End; i++)
            {
                var c = document.Reading.Value[i];
                Assert.Equal(!char.IsWhiteSpace(c) && !char.IsControl(c), covered[i]);
            }
        }

        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            Assert.Equal(next, sentence.First);
            Assert.True(sentence.End > sentence.First);
            Assert.True(document.Regions[sentence.Region].Span.Contains(sentence.Span));
            next = sentence.End;
        }

        Assert.Equal(document.Tokens.Length, next);
    }

    private static Document Analyze(string text) =>
        Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            null
        );

    private static string Shape(Document document)
    {
        var shape = new StringBuilder();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            shape
                .Append(
                    document.Tokens[i].WordsInToken == 0 ? "+"
                    : i == 0 ? ""
                    : " "
                )
                .Append(document.Form(i));
        }

        return shape.ToString();
    }
}
