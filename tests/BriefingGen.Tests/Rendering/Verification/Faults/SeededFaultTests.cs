using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Verification;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Rendering.Verification.Faults;

/// <summary>
/// Faults seeded into the invented edition. The benchmarks do the same with editions of whole days
/// (<c>verify-faults</c>).
/// </summary>
public sealed class SeededFaultTests
{
    private static readonly IReadOnlyDictionary<string, string> s_countries = InventedBriefing.Options().CountryNames;

    private readonly Brief _brief = InventedBriefing.Compose();

    [Fact]
    public void The_edition_as_it_was_composed_has_no_fault() => Assert.Empty(Check(Edit().Document));

    [Theory]
    [InlineData(nameof(FaultKind.SwappedSpeaker))]
    [InlineData(nameof(FaultKind.RegisterRaised))]
    [InlineData(nameof(FaultKind.DroppedNegation))]
    [InlineData(nameof(FaultKind.DroppedModal))]
    [InlineData(nameof(FaultKind.PlanToldAsDeed))]
    [InlineData(nameof(FaultKind.PassingMention))]
    [InlineData(nameof(FaultKind.DoubledOrigins))]
    [InlineData(nameof(FaultKind.ShiftedDay))]
    [InlineData(nameof(FaultKind.ChangedNumber))]
    [InlineData(nameof(FaultKind.CutQuotation))]
    [InlineData(nameof(FaultKind.WrongRole))]
    [InlineData(nameof(FaultKind.WrongCountry))]
    [InlineData(nameof(FaultKind.NameInBrackets))]
    [InlineData(nameof(FaultKind.PrintedTwice))]
    [InlineData(nameof(FaultKind.OutOfOrder))]
    [InlineData(nameof(FaultKind.OtherSentence))]
    [InlineData(nameof(FaultKind.SanctionRaised))]
    [InlineData(nameof(FaultKind.SanctionTurned))]
    [InlineData(nameof(FaultKind.WrongBand))]
    [InlineData(nameof(FaultKind.ConnectingWord))]
    [InlineData(nameof(FaultKind.OpinionReported))]
    [InlineData(nameof(FaultKind.SupersededOnTop))]
    [InlineData(nameof(FaultKind.DroppedBound))]
    [InlineData(nameof(FaultKind.WrongHolderOfFigure))]
    public void Each_seeded_fault_is_found(string kind)
    {
        var edit = Edit();
        for (var seed = 0; seed < 12; seed++)
        {
            // A kind that the invented edition has no place for is seeded into the editions of whole days alone.
            if (FaultSeeder.Seed(edit, Enum.Parse<FaultKind>(kind), new Random(seed)) is { } faulty)
            {
                Assert.True(Check(faulty).Length > 0, Changed(edit.Document, faulty));
            }
        }
    }

    [Fact]
    public void Most_kinds_have_a_place_in_the_invented_edition() =>
        Assert.True(
            Enum.GetValues<FaultKind>().Count(kind => FaultSeeder.Seed(Edit(), kind, new Random(1)) is not null) >= 14
        );

    [Fact]
    public void A_problem_names_the_statement_what_it_says_and_what_was_expected()
    {
        var faulty = FaultSeeder.Seed(Edit(), FaultKind.WrongRole, new Random(3))!;

        var failure = Assert.Single(Check(faulty).Take(1));

        Assert.StartsWith("s", failure.Where, StringComparison.Ordinal);
        Assert.Contains("role", failure.Problem, StringComparison.Ordinal);
    }

    private static string Changed(BriefDocument good, BriefDocument faulty) =>
        faulty.Statements.Select(one => one.Text).Except(good.Statements.Select(one => one.Text)).FirstOrDefault()
        ?? "only citations differ";

    private FaultEdit Edit()
    {
        var document = BriefDocumentBuilder.Build(_brief);
        return new FaultEdit(
            document,
            _brief.Facts.Articles.ToDictionary(
                one => one.Facts.Article.Id,
                one => one.Facts.Reading,
                StringComparer.Ordinal
            )
        );
    }

    private ImmutableArray<VerificationFailure> Check(BriefDocument document) =>
        BriefVerifier.Check(
            document,
            _brief.Facts.Articles.ToDictionary(
                one => one.Facts.Article.Id,
                one => new RepairedText(one.Facts.Article.Text, one.Facts.Reading.Edits),
                StringComparer.Ordinal
            ),
            s_countries
        );
}
