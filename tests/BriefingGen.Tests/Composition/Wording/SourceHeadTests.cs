using BriefingGen.Composition.Wording;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Composition.Wording;

public sealed class SourceHeadTests
{
    [Theory]
    [InlineData("The long paper, dated 8 May and marked for ministers only,", null, "The long paper")]
    [InlineData("its spokeswoman, Grace Lind,", "Grace Lind", "its spokeswoman, Grace Lind")]
    [InlineData("Renata Bloss, chief economist at Larch Capital", "Renata Bloss", "Renata Bloss")]
    [InlineData("a paper of the ministry that was seen by the Gazette", null, "a paper of the ministry")]
    [InlineData("Minister Pavo Renn, who had returned,", "Pavo Renn", "Minister Pavo Renn")]
    [InlineData("Ilse Marek, Pavo Renn and Goran Vidal", null, "Ilse Marek, Pavo Renn and Goran Vidal")]
    [InlineData("those who were there", null, "those who were there")]
    [InlineData("President Goran Vidal of Tolmark", "Goran Vidal", "President Goran Vidal of Tolmark")]
    public void A_source_is_named_by_its_noun_phrase_with_title_and_name(string source, string? name, string head)
    {
        var text = $"Before {source} after";
        var span = SourceHead.Of(text, new TextSpan(7, 7 + source.Length), name);
        Assert.Equal(head, text[span.Start..span.End]);
    }
}
