using System.IO.Compression;
using BriefingGen.Composition.Templating;
using BriefingGen.Tests.Cli;
using CsCheck;

namespace BriefingGen.Tests.Composition;

/// <summary>What cannot be seen, and changes what is, reaches no page and no cell.</summary>
public sealed class InvisibleMarksTests
{
    // Overrides, embeddings, isolates, marks of direction, zero-width characters, a tag, a soft hyphen, a filler.
    private const string Hostile =
        "\u202Eevil\u202C \u2066x\u2069 \u2067y\u2069 \u200F\u200Ez\u061C a\u200Bb\u2060c\uFEFFd\u00ADe\u3164f\U000E0041";

    [Fact]
    public void Letters_of_all_scripts_and_white_space_stay() =>
        Assert.Equal("Kyjiv Київ 基輔 كييف\ta\r\nb 🙂", InvisibleMarks.Without("Kyjiv Київ 基輔 كييف\ta\r\nb 🙂"));

    [Fact]
    public void Isolates_stay_in_pairs_only()
    {
        Assert.Equal("a \u2068כן\u2069 b", InvisibleMarks.Without("a \u2068כן\u2069 b"));
        Assert.Equal("a \u2068b\u2069", InvisibleMarks.Without("a\u2069 \u2068b"));
    }

    [Fact]
    public void Nothing_invisible_survives_in_any_text() =>
        Gen.String[Gen.Char['\u2000', '\u206F'], 0, 30]
            .Sample(text =>
                InvisibleMarks.Without(text).All(c => c is '\u2068' or '\u2069' || !InvisibleMarks.IsOne(c))
            );

    [Fact]
    public async Task No_page_and_no_cell_of_a_brief_holds_what_an_article_or_its_name_hides()
    {
        using var cli = new CliRunner();
        cli.Write(
            $"news/a{Hostile}.txt",
            $"The harbour {Hostile} of Osterby\n20260916\n\nThe harbour {Hostile} of Osterby opened on Tuesday, Pavo Renn{Hostile} said on Wednesday.\n"
        );

        var run = await CliRunner.RunAsync(
            "run",
            cli.At("news"),
            "-t",
            CliRunner.Templates,
            "--output",
            cli.At("out"),
            "--formats",
            "html,xlsx,md"
        );

        Assert.Equal(0, run.Code);
        var page = await File.ReadAllTextAsync(cli.At("out/2026-09-17/brief.html"));
        Clean(
            page[
                page.IndexOf("<body", StringComparison.Ordinal)..Math.Max(
                    page.IndexOf("<script", StringComparison.Ordinal),
                    page.IndexOf("</main>", StringComparison.Ordinal)
                )
            ]
        );
        Clean(await File.ReadAllTextAsync(cli.At("out/2026-09-17/brief.md")));
        using var book = await ZipFile.OpenReadAsync(cli.At("out/2026-09-17/brief.xlsx"));
        foreach (var part in book.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(await part.OpenAsync());
            Clean(await text.ReadToEndAsync());
        }
    }

    private static void Clean(string text) =>
        Assert.DoesNotContain(
            text.EnumerateRunes(),
            rune => InvisibleMarks.IsOne(rune.Value) && rune.Value is not (0x2068 or 0x2069 or 0x202F)
        );
}
