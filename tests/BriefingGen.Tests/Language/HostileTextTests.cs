using System.Globalization;
using System.Text;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using CsCheck;

namespace BriefingGen.Tests.Language;

/// <summary>
/// The whole pipeline on text that is no news: it never fails, its layers stay well formed, and its work grows with the
/// length of the text. Work is counted in what is allocated, never in seconds.
/// </summary>
public class HostileTextTests
{
    private const int Mega = 1_000_000;

    private static readonly LanguagePipeline Pipeline = EnglishLanguage.Create();
    private static readonly DateOnly Reference = new(2022, 3, 12);

    private static readonly string[] Pieces =
    [
        "Harl met Dorn on Thursday.",
        "“We won't sign,” he said",
        "its hard to see Belmarks plan",
        "from 3 to 5 May 2021",
        "2000 troops",
        "U.S. officials'",
        "| 12 | 3.4 % | – |",
        "if (x != null) { return a[i++] << 2; }",
        "https://a.example/x?y=1&z=%20",
        "مرحبا بالعالم",
        "\u202Eשלום\u202C",
        "こんにちは世界",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "e\u0301\u0301\u0301",
        "\uD83D",
        "\uDE00",
        "\0",
        "\u200B\u200F\uFEFF",
        "\u0085\u2028",
        "\n",
        "\r\n\r\n",
        "\t",
        " ",
        "....",
        "((((",
        "\"'\"'",
        "--",
    ];

    private static readonly Gen<string> Mixed = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 40]
        .Select(static numbers => string.Concat(numbers.Select(static n => Pieces[n])));

    private static readonly Gen<string> Units = Gen.Char.Array[0, 200].Select(static chars => new string(chars));

    public static TheoryData<string> Shapes => [.. Shape.Keys];

    private static readonly Dictionary<string, Func<int, string>> Shape = new(StringComparer.Ordinal)
    {
        ["letters"] = static n => new string('a', n),
        ["digits"] = static n => new string('7', n),
        ["newlines"] = static n => new string('\n', n),
        ["stops"] = static n => new string('.', n),
        ["quotes"] = static n => new string('"', n),
        ["apostrophes"] = static n => new string('\'', n),
        ["brackets"] = static n => new string('(', n),
        ["hyphenated"] = static n => Repeat("a-", n),
        ["lone surrogates"] = static n => new string('\uD800', n),
        ["emoji"] = static n => Repeat("😀", n),
        ["joined emoji"] = static n => Repeat("👩\u200D", n),
        ["combining marks"] = static n => "e" + new string('\u0301', n),
        ["right to left"] = static n => Repeat("שלום ", n),
        ["weekdays"] = static n => Repeat("Thursday ", n),
        ["dates"] = static n => Repeat("from 3 to 5 May and ", n),
        ["a table"] = static n => Repeat("| 12 | 3.4 % | Lorn |\n", n),
        ["code"] = static n => Repeat("if (x[i] != null) { y += x[i++]; }\n", n),
        ["capitals"] = static n => Repeat("HARL MET DORN ", n),
        ["names"] = static n => Repeat("Harl Dorn Brandt Petrosz ", n),
        ["lost quotes"] = static n => Repeat("We wont sign, he said. Its hard, she said. ", n),
        ["links"] = static n => Repeat("a.b.", n),
    };

    [Fact]
    public void Any_mixture_is_read_without_fail_into_well_formed_layers() =>
        Mixed.Sample(static text => Check(Analyze(text)), iter: 150);

    [Fact]
    public void Any_code_units_are_read_without_fail_into_well_formed_layers() =>
        Units.Sample(static text => Check(Analyze(text)), iter: 150);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Twice_the_text_is_twice_the_work_and_twice_the_tokens(string shape)
    {
        var (small, large) = (Shape[shape](20_000), Shape[shape](40_000));
        Analyze(small);

        var (first, firstWork) = Counted(small);
        var (second, secondWork) = Counted(large);

        Check(first);
        Check(second);
        Assert.InRange(second.Tokens.Length, 0, (2.2 * first.Tokens.Length) + 50);
        Assert.InRange(secondWork, 0, (2.6 * firstWork) + Mega);
    }

    [Theory]
    [InlineData("letters", Mega)]
    [InlineData("newlines", 100_000)]
    public void A_megabyte_without_a_space_and_lines_without_words_pass(string shape, int length) =>
        Check(Analyze(Shape[shape](length)));

    [Fact]
    public void Two_threads_give_what_one_gives()
    {
        var texts = Shape.Values.Select(static make => make(2_000)).Concat(Pieces).ToList();
        var expected = texts.Select(static text => Written(text)).ToList();
        var found = new string[texts.Count];

        Parallel.For(
            0,
            texts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i => found[i] = Written(texts[i])
        );

        Assert.Equal(expected, found);
    }

    private static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length)
        {
            text.Append(piece);
        }

        return text.ToString();
    }

    private static (Document Document, long Work) Counted(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = Analyze(text);
        return (document, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Document Analyze(string text)
    {
        var source = new SourceText(text);
        return Pipeline.Analyze(source, TextRegions.FromPlainText(source), Reference);
    }

    private static string Written(string text)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        ConlluWriter.Write(Analyze(text), writer, "a");
        return writer.ToString();
    }

    private static void Check(Document document)
    {
        CheckTokens(document);
        CheckSentences(document);
        CheckTrees(document);
        var (entities, dates) = (0, 0);
        foreach (var entity in document.Entities)
        {
            Assert.InRange(entity.First, entities, entity.End - 1);
            Assert.InRange(entity.End, entity.First + 1, document.Tokens.Length);
            entities = entity.End;
        }

        foreach (var date in document.Dates)
        {
            Assert.InRange(date.First, dates, date.End - 1);
            Assert.InRange(date.End, date.First + 1, document.Tokens.Length);
            Assert.True(date.From <= date.To);
            dates = date.End;
        }
    }

    private static void CheckTokens(Document document)
    {
        var (source, reading) = (0, 0);
        foreach (var token in document.Tokens)
        {
            Assert.InRange(token.Span.Start, source, document.Source.Length);
            Assert.InRange(token.Span.End, token.Span.Start, document.Source.Length);
            Assert.InRange(token.Reading.Start, reading, document.Reading.Value.Length);
            Assert.InRange(token.Reading.End, token.Reading.Start + 1, document.Reading.Value.Length);
            (source, reading) = (token.Span.End, token.Reading.End);
        }
    }

    private static void CheckSentences(Document document)
    {
        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            Assert.Equal(next, sentence.First);
            Assert.True(sentence.End > sentence.First);
            Assert.InRange(sentence.Span.End, sentence.Span.Start, document.Source.Length);
            next = sentence.End;
        }

        Assert.Equal(document.Tokens.Length, next);
    }

    private static void CheckTrees(Document document)
    {
        var tree = document.Syntax;
        foreach (var sentence in document.Sentences)
        {
            var roots = 0;
            // A word is settled when its path to the root is known: each is walked once.
            var settled = new bool[sentence.Count];
            for (var i = sentence.First; i < sentence.End; i++)
            {
                roots += tree.Head(i) < 0 ? 1 : 0;
                var path = new List<int>();
                var at = i;
                while (at >= 0 && !settled[at - sentence.First])
                {
                    path.Add(at);
                    Assert.True(path.Count <= sentence.Count, "a cycle");
                    at = tree.Head(at);
                    Assert.True(at < 0 || (at >= sentence.First && at < sentence.End), "a head outside its sentence");
                }

                path.ForEach(word => settled[word - sentence.First] = true);
            }

            Assert.Equal(1, roots);
        }
    }
}
