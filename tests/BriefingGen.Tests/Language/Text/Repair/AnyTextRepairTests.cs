using System.Diagnostics;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Language.Text.Repair;
using CsCheck;

namespace BriefingGen.Tests.Language.Text.Repair;

/// <summary>Repair stands before everything else, so it sees whatever a file holds.</summary>
public class AnyTextRepairTests
{
    private static readonly Repairer Repairer = new();

    private static readonly string[] Words =
    [
        "dont",
        "its",
        "Russias war",
        "theyve",
        "the ministers",
        "ONeill",
        "he said,",
        "\n",
        "  ",
    ];

    [Fact]
    public void Any_string_gets_edits_that_lie_in_it_in_order_and_map_back()
    {
        // Half of the characters are of words that repair looks at, so that most texts show a loss.
        var stray = Gen.OneOf(
            Gen.Char,
            Gen.Char['\uD800', '\uDFFF'],
            Gen.Char['\u0590', '\u06FF'],
            Gen.Char["'\"\u2019\u201C\u00E2\u20AC\u2122\u0000\u200F\u2028 .,:"]
        );
        var piece = Gen.OneOf(
            Gen.Int[0, Words.Length - 1].Select(static i => Words[i]),
            stray.Array[0, 6].Select(static c => new string(c))
        );
        piece
            .Array[0, 40]
            .Sample(static pieces => Check(string.Join(pieces.Length % 2 == 0 ? " " : "", pieces)), iter: 2_000);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("dont")]
    [InlineData("\uD83D")]
    [InlineData("\u05D0s")]
    [InlineData("\u00E2\u20AC")]
    [InlineData("its theyve ")]
    [InlineData("he said, Were ")]
    [InlineData("s  s")]
    public void A_long_text_of_anything_takes_time_in_proportion_to_its_length(string unit)
    {
        var (small, large) = (Repeat(unit, 1 << 15), Repeat(unit, 1 << 18));
        _ = Time(small);

        var (few, many) = (Time(small), Time(large));

        // Eight times the text; a quadratic step would take sixty-four times as long.
        Assert.InRange(many, TimeSpan.Zero, (24 * few) + TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("dont")]
    [InlineData("s")]
    [InlineData("\u00E2\u20AC\u2122")]
    [InlineData("\uDC00\uD800")]
    [InlineData("\u05D0\u200F")]
    public void A_megabyte_without_a_space_maps_back(string unit) => Check(Repeat(unit, 1 << 20));

    private static string Repeat(string unit, int length) =>
        string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];

    // Others run on the machine too: the least of three runs is the nearest to the work itself.
    private static TimeSpan Time(string text)
    {
        var least = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var clock = Stopwatch.StartNew();
            _ = Read(text);
            least = clock.Elapsed < least ? clock.Elapsed : least;
        }

        return least;
    }

    private static Document Read(string text)
    {
        var source = new SourceText(text);
        var document = new Document(source, TextRegions.FromPlainText(source), null);
        Repairer.Annotate(document, CancellationToken.None);
        return document;
    }

    private static void Check(string text)
    {
        var reading = Read(text).Reading;
        var (at, grown) = (0, 0);
        foreach (var edit in reading.Edits)
        {
            Assert.InRange(edit.Span.Start, at, text.Length);
            Assert.InRange(edit.Span.End, edit.Span.Start, text.Length);
            Assert.Equal(
                edit.Span,
                reading.ToSource(
                    new TextSpan(edit.Span.Start + grown, edit.Span.Start + grown + edit.Replacement.Length)
                )
            );
            grown += edit.Replacement.Length - edit.Span.Length;
            at = edit.Span.End;
        }

        Assert.Equal(text.Length + grown, reading.Value.Length);
    }
}
