using System.Text;
using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Fluent;
using BriefingGen.Layout.Infrastructure;
using CsCheck;
using Size = BriefingGen.Layout.Infrastructure.Size;

namespace BriefingGen.Tests.Layout;

public sealed class TextTests
{
    private static readonly Gen<string> s_word = Gen.Char["abcdefgilmnorst-/.’“ÄжЖשל\u00A0"]
        .Array[1, 24]
        .Select(letters => new string(letters));

    private static readonly Gen<string> s_text = s_word.Array[1, 60].Select(words => string.Join(' ', words));

    private static List<TextLine> Lines(string text, float width, out TextParagraph paragraph)
    {
        var shaper = new TextShaper(FontLibrary.BuiltIn);
        var item = new TextSpanItem { Text = text, Resolved = shaper.Resolve(TextStyle.LibraryDefault) };
        paragraph = new TextParagraph(shaper, 0, [(item, text)], item.Resolved);
        return new TextLineBuilder(paragraph, width, firstIndent: 0).Build(spacingBefore: 0);
    }

    private static string Text(TextLine line) => string.Concat(line.Fragments.Select(f => f.Word!.Text));

    [Fact]
    public void Every_letter_is_set_once_and_in_order() =>
        Gen.Select(s_text, Gen.Float[5, 400])
            .Sample((text, width) => string.Concat(Lines(text, width, out _).Select(Text)) == text, iter: 300);

    [Fact]
    public void No_line_is_wider_than_the_space_unless_it_is_one_letter() =>
        Gen.Select(s_text, Gen.Float[5, 400])
            .Sample(
                (text, width) =>
                    Lines(text, width, out _)
                        .All(line =>
                            line.Width <= width + Size.Epsilon || new StringBuilder(Text(line).TrimEnd(' ')).Length <= 1
                        ),
                iter: 300
            );

    [Fact]
    public void A_word_is_cut_only_where_it_is_wider_than_a_line() =>
        Gen.Select(Gen.Char["abcdefg"].Array[1, 8].Select(l => new string(l)).Array[1, 40], Gen.Float[100, 300])
            .Sample(
                (words, width) =>
                    Lines(string.Join(' ', words), width, out _)
                        .SelectMany(line => Text(line).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        .SequenceEqual(words),
                iter: 200
            );

    [Theory]
    [InlineData("Mr\u00A0Renn", 1)]
    [InlineData("Mr Renn", 2)]
    [InlineData("cease-fire", 2)]
    [InlineData("-5 or", 2)]
    [InlineData("2014–2015", 1)]
    [InlineData("and/or", 2)]
    public void Lines_end_at_spaces_hyphens_and_slashes_but_not_in_numbers_or_at_tied_spaces(string text, int parts)
    {
        Lines(text, 1000, out var paragraph);
        Assert.Equal(parts, paragraph.Fragments.Count(f => !f.IsSpace));
    }

    [Fact]
    public void A_web_address_is_cut_at_its_punctuation()
    {
        Lines("see https://news.example/world/2031/05/talks?id=7&page=2", 1000, out var paragraph);
        Assert.Equal(
            "see|https://news.|example/|world/|2031/|05/|talks?|id=|7&|page=|2",
            string.Join('|', paragraph.Fragments.Where(f => !f.IsSpace).Select(f => f.Word!.Text))
        );
    }

    [Theory]
    [InlineData(4, 4, 4)]
    [InlineData(4, 3, 2)]
    [InlineData(4, 2, 2)]
    [InlineData(4, 1, 0)]
    [InlineData(3, 2, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 1, 1)]
    public void Two_lines_at_least_stay_together_at_a_pages_foot_and_head(int lines, int room, int kept) =>
        Assert.Equal(kept, KeptLines(lines, room));

    /// <summary>How many of a paragraph's lines are set on a page that holds so many.</summary>
    private static int KeptLines(int lines, int fit)
    {
        var text = string.Join(' ', Enumerable.Repeat("wwwwwwwwww", lines));
        var layout = LayoutCase
            .HavingSpaceOfSize(120, 20 * fit)
            .ForContent(c => c.Text(text).FontSize(10).LineHeight(2));
        return (int)MathF.Round(layout.Measure().Height / 20);
    }

    [Fact]
    public void Right_to_left_words_are_drawn_from_the_right()
    {
        var shaper = new TextShaper(FontLibrary.BuiltIn);
        var style = shaper.Resolve(TextStyle.LibraryDefault);
        var word = shaper.Shape("שלום", style);
        Assert.Equal(1, word.Direction);
        Assert.Equal([3, 2, 1, 0], word.Pieces.Single().Clusters);
    }

    [Fact]
    public void Letters_that_a_face_lacks_are_taken_from_another_and_figures_have_one_width()
    {
        var shaper = new TextShaper(FontLibrary.BuiltIn);
        var style = shaper.Resolve(TextStyle.LibraryDefault);
        Assert.All(
            "Київ Αθήνα Łódź שלום مرحبا".Split(' '),
            word =>
                Assert.All(shaper.Shape(word, style).Pieces, piece => Assert.DoesNotContain((ushort)0, piece.Glyphs))
        );
        Assert.Single("0123456789".Select(digit => shaper.Shape(digit.ToString(), style).Width).Distinct());
    }

    [Fact]
    public void Ligatures_are_not_made()
    {
        var shaper = new TextShaper(FontLibrary.BuiltIn);
        var word = shaper.Shape("Officials", shaper.Resolve(TextStyle.LibraryDefault));
        Assert.Equal("Officials".Length, word.GlyphCount);
    }
}
