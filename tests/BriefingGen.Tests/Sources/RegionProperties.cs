using System.Text;
using BriefingGen.Sources;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.PlainText;
using CsCheck;

namespace BriefingGen.Tests.Sources;

public class RegionProperties
{
    private static readonly string[] Pieces =
    [
        "Talks go on",
        "20310512",
        "20310231",
        "https://a.example/1",
        "The minister said no.",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "\t",
        "\0",
        "\u200F",
        "\uFEFF",
        "😀",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 30]
        .Select(numbers => string.Concat(numbers.Select(n => Pieces[n])));

    [Fact]
    public void Regions_are_ordered_apart_and_trimmed_and_the_text_is_as_on_disk() =>
        Texts.Sample(text =>
        {
            var result = PlainTextReader.Read(
                "a.txt",
                new DecodedText(text, "utf-8", []),
                new ReadOptions(SourceFolder.Today)
            );
            if (result.Article is not { } article)
            {
                return result.SetAside is not null;
            }

            var at = 0;
            foreach (var region in article.Regions)
            {
                var slice = article.Text.ToString(region.Span);
                if (region.Span.Start < at || slice.Length == 0 || slice.Trim() != slice)
                {
                    return false;
                }

                at = region.Span.End;
            }

            return article.Text.Value == text;
        });

    [Fact]
    public void Every_UTF_8_file_gives_its_own_text() =>
        Texts
            .Where(text => text.Length > 0 && text[0] != '\uFEFF' && text.Count(c => c == '\0') < 3)
            .Sample(text =>
                TextDecoder.Decode("a.txt", Encoding.UTF8.GetBytes(text), out var decoded) is null
                && decoded!.Text == text
            );
}
