using BriefingGen.Language.Text;
using CsCheck;

namespace BriefingGen.Tests.Language.Text;

public class TextRegionsTests
{
    [Theory]
    [InlineData("One.\nTwo.", "One.|Two.")]
    [InlineData("One\nline.\n\nTwo\nlines.\n", "One\nline.|Two\nlines.")]
    [InlineData("  \n\n", "")]
    [InlineData("\r\nOne.\r\nTwo.\r\n", "One.|Two.")]
    public void Paragraphs_are_lines_or_blocks_between_blank_lines(string text, string expected)
    {
        var source = new SourceText(text);

        Assert.Equal(
            expected,
            string.Join('|', TextRegions.FromPlainText(source).Select(r => source.ToString(r.Span)))
        );
    }

    [Fact]
    public void Long_lines_are_paragraphs_even_where_blank_lines_part_some()
    {
        var line = new string('x', 300);

        Assert.Equal(3, TextRegions.FromPlainText(new SourceText($"{line}\n{line}\n\n{line}")).Length);
    }

    [Fact]
    public void Every_visible_character_lies_in_one_region() =>
        Gen.Char["ab \r\n\t\u2028"]
            .Array[0, 60]
            .Sample(characters =>
            {
                var source = new SourceText(new string(characters));
                var regions = TextRegions.FromPlainText(source);
                for (var i = 0; i < source.Length; i++)
                {
                    var count = regions.Count(region => region.Span.Contains(i));
                    Assert.True(count <= 1 && (count == 1 || char.IsWhiteSpace(source.Value[i])));
                }
            });
}
