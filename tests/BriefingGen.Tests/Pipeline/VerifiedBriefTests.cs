using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Fusion;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Verification;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Pipeline;

/// <summary>A brief is made of what verifies; the rest is counted, and too much of it withholds the brief.</summary>
public sealed class VerifiedBriefTests
{
    [Fact]
    public void A_brief_that_verifies_is_composed_once_and_is_the_same()
    {
        var composed = 0;

        var verified = Verified(InventedBriefing.Facts(), 5, () => composed++);

        Assert.Equal((1, null, 0), (composed, verified.Withheld, verified.Brief.Coverage.LeftOut.Length));
        Assert.Equal(InventedBriefing.Compose().Statements, verified.Brief.Statements, SameText);
    }

    [Fact]
    public void What_does_not_verify_is_left_out_and_counted_where_the_coverage_is_told()
    {
        var verified = Verified(Misnamed(), 90);

        var leftOut = verified.Brief.Coverage.LeftOut;
        Assert.Null(verified.Withheld);
        Assert.NotEmpty(leftOut);
        Assert.All(leftOut, statement => Assert.Contains("Ilsebet", statement.Reason, StringComparison.Ordinal));
        Assert.Empty(BriefVerifier.Check(verified.Brief, InventedBriefing.Options().CountryNames));
        var page = PageOf(verified.Brief);
        Assert.DoesNotContain(
            "Ilsebet",
            page[
                page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("id=\"actors\"", StringComparison.Ordinal)
            ],
            StringComparison.Ordinal
        );
        Assert.Contains($"did not verify: {leftOut.Length} statement", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_takes_along_no_other_statement()
    {
        var whole = InventedBriefing.Compose(Misnamed()).Statements;

        var verified = Verified(Misnamed(), 90);

        var gone = verified.Brief.Coverage.LeftOut.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(whole.Where(statement => !gone.Contains(statement.Id)), verified.Brief.Statements, SameText);
    }

    [Fact]
    public void More_than_the_limit_withholds_the_brief_and_says_how_much_and_why()
    {
        var verified = Verified(Misnamed(), 5);

        Assert.Contains("do not verify, more than 5 %", verified.Withheld, StringComparison.Ordinal);
        Assert.Contains("Ilsebet", verified.Withheld, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_format_does_not_print_is_left_out_of_all_of_them()
    {
        using var cli = new BriefingGen.Tests.Cli.CliRunner();
        var verified = Verified(InventedBriefing.Facts(), 90);
        var lost = verified.Brief.Statements[0].Text.Split(' ')[^2];
        var rendered = 0;

        // A renderer that loses a word, so that its statement is not printed as it is.
        var (printed, files) = verified.Render(brief =>
        {
            rendered++;
            return [cli.Write("brief.html", PageOf(brief).Replace(lost, "…", StringComparison.Ordinal))];
        });

        Assert.Null(printed.Withheld);
        Assert.Equal((2, 1), (rendered, files.Length));
        Assert.Contains(printed.Brief.Coverage.LeftOut, statement => statement.Id == "s1");
        Assert.All(
            printed.Brief.Coverage.LeftOut,
            statement => Assert.Contains("brief.html: is not printed", statement.Reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_page_that_was_cut_withholds_the_brief_and_stays_nowhere()
    {
        using var cli = new BriefingGen.Tests.Cli.CliRunner();

        var (printed, files) = Verified(InventedBriefing.Facts(), 90)
            .Render(brief => [cli.Write("brief.html", PageOf(brief).Split("</main>")[0])]);

        Assert.NotNull(printed.Withheld);
        Assert.Empty(files);
        Assert.False(File.Exists(cli.At("brief.html")));
    }

    private static VerifiedBrief Verified(FusedFacts facts, int limit, Action? composes = null) =>
        VerifiedBrief.Of(
            leaveOut =>
            {
                composes?.Invoke();
                return new BriefComposer().Compose(
                    facts,
                    InventedBriefing.Coverage(),
                    TemplateSet.Load(InventedBriefing.DefaultTemplates),
                    InventedBriefing.Options() with
                    {
                        LeaveOut = leaveOut,
                    },
                    CancellationToken.None
                );
            },
            InventedBriefing.Options().CountryNames,
            limit
        );

    // A name that no mention has: so a fault of ours would look.
    private static FusedFacts Misnamed()
    {
        var facts = InventedBriefing.Facts();
        return facts with
        {
            Actors =
            [
                .. facts.Actors.Select(actor =>
                    actor.Actor == "ilse-marek" ? actor with { Name = "Ilsebet Marek" } : actor
                ),
            ],
        };
    }

    private static string PageOf(Brief brief)
    {
        using var stream = new MemoryStream();
        new HtmlBriefRenderer().Render(brief, stream, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool SameText(Statement? a, Statement? b) => (a?.Id, a?.Text) == (b?.Id, b?.Text);
}
