using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;
using BriefingGen.Tests.Extraction;

namespace BriefingGen.Tests.Composition.Phrasing;

/// <summary>How a sentence of an article reads outside it.</summary>
public sealed class LineWriterTests
{
    private static string Last(string? known, params string[] paragraphs)
    {
        var index = new FactIndex(new FactFuser().Fuse([NewsText.Facts(paragraphs)], FusionOptions.Default));
        var article = index.Articles.Keys.Single();
        var outline = index.Articles[article].Facts.Outlines[^1];
        return new LineWriter(index, new DateWording("d MMM"))
            .Write(article, outline, [outline.Sentence], [], 40, known: known)
            .Text.Words;
    }

    [Fact]
    public void Who_is_named_in_brackets_once_is_he_from_then_on() =>
        Assert.Equal(
            "[Ada Lind] closed the port with her own hands and sent her deputy to Bergen",
            Last(
                null,
                "Ada Lind, the mayor of Molde, spoke on Friday.",
                "She closed the port with her own hands and sent her deputy to Bergen."
            )
        );

    [Fact]
    public void A_comma_before_a_closing_mark_ends_no_line()
    {
        var index = new FactIndex(
            new FactFuser().Fuse(
                [NewsText.Facts("The port has “room for nine ships,” Ada Lind, the mayor of Molde, said.")],
                FusionOptions.Default
            )
        );
        var article = index.Articles.Keys.Single();
        var outline = index.Articles[article].Facts.Outlines[^1];
        var text = index.Read(article, outline.Sentence);
        var start = outline.Sentence.Start;
        var said = new TextSpan(start, start + text.IndexOf(" Ada", StringComparison.Ordinal));

        Assert.Equal(
            "The port has “room for nine ships”",
            new LineWriter(index, new DateWording("d MMM")).Write(article, outline, [said], [], 40).Text.Words
        );
    }

    [Fact]
    public void Whom_the_label_names_the_line_does_not_name_again() =>
        Assert.Equal(
            "Her office closed the port of Molde and sent ships to Bergen",
            Last(
                "ada-lind",
                "Ada Lind, the mayor of Molde, spoke on Friday.",
                "Her office closed the port of Molde and sent ships to Bergen."
            )
        );
}
