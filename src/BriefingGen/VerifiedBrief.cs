using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Rendering.Verification;

namespace BriefingGen;

/// <summary>A brief of which every statement was verified; what did not hold is not in it.</summary>
/// <param name="Brief">The brief; <see cref="Coverage.LeftOut"/> says what was left out.</param>
/// <param name="Withheld">Why it must not be published all the same, one sentence; null where it may be.</param>
internal sealed record VerifiedBrief(Brief Brief, string? Withheld)
{
    private Func<ImmutableArray<LeftOutStatement>, VerifiedBrief> Again { get; init; } =
        _ => throw new InvalidOperationException();

    /// <summary>The share of statements, in per cent, that may be left out where nobody says otherwise.</summary>
    public const int UsualLimit = 5;

    // Leaving one out changes nothing in the others; a template of the user's that counts them may, though.
    private const int Rounds = 3;

    /// <summary>Composes, verifies, and composes again without what does not hold.</summary>
    /// <param name="compose">Composes without the statements that it is given.</param>
    /// <param name="countryNames">English names by ISO 3166-1 alpha-2 code.</param>
    /// <param name="limit">Per cent of the statements that may be left out; beyond it the brief is withheld.</param>
    public static VerifiedBrief Of(
        Func<ImmutableArray<LeftOutStatement>, Brief> compose,
        IReadOnlyDictionary<string, string> countryNames,
        int limit
    ) => Of(compose, countryNames, limit, []) with { Again = leaveOut => Of(compose, countryNames, limit, leaveOut) };

    /// <summary>
    /// Renders, reads the pages again, and renders once more without what one of them does not print. What still does not
    /// hold then withholds the brief, and no file of it stays.
    /// </summary>
    /// <param name="render">Renders a brief and gives its files.</param>
    public (VerifiedBrief Verified, ImmutableArray<string> Files) Render(Func<Brief, ImmutableArray<string>> render)
    {
        var files = render(Brief);
        var failures = NotPrinted(Brief, files);
        if (failures.IsEmpty)
        {
            return (this, files);
        }

        var unprinted = LeftOut(Brief, failures);
        var next =
            unprinted.IsEmpty || failures.Any(failure => failure.Where == VerificationFailure.Whole)
                ? this with
                {
                    Withheld = failures[0].ToString(),
                }
                : Again([.. Brief.Coverage.LeftOut, .. unprinted]);
        if (next.Withheld is null)
        {
            files = render(next.Brief);
            failures = NotPrinted(next.Brief, files);
            next = next with { Withheld = failures.IsEmpty ? null : failures[0].ToString() };
        }

        if (next.Withheld is not null)
        {
            files.ToList().ForEach(File.Delete);
            files = [];
        }

        return (next, files);
    }

    private static ImmutableArray<VerificationFailure> NotPrinted(Brief brief, ImmutableArray<string> files) =>
        [
            .. files.SelectMany(file =>
                BriefVerifier
                    .CheckPrint(brief, file)
                    .Select(failure => failure with { Problem = $"{Path.GetFileName(file)}: {failure.Problem}" })
            ),
        ];

    private static VerifiedBrief Of(
        Func<ImmutableArray<LeftOutStatement>, Brief> compose,
        IReadOnlyDictionary<string, string> countryNames,
        int limit,
        ImmutableArray<LeftOutStatement> leaveOut
    )
    {
        for (var round = 0; ; round++)
        {
            var brief = compose(leaveOut);
            var failures = BriefVerifier.Check(brief, countryNames);
            var fresh = LeftOut(brief, failures);
            var total = brief.Statements.Length + leaveOut.Length;
            leaveOut = [.. leaveOut, .. fresh];
            if (failures.Any(failure => failure.Where == VerificationFailure.Whole))
            {
                return new VerifiedBrief(brief, $"its manifest is broken: {failures[0].Problem}");
            }

            // One statement is more than its share of a small brief, and no reason to print none.
            if (leaveOut.Length * 100L > (long)limit * total && (leaveOut.Length > 1 || limit == 0))
            {
                return new VerifiedBrief(
                    brief with
                    {
                        Coverage = With(brief, leaveOut),
                    },
                    Share(leaveOut, total, limit)
                );
            }

            if (fresh.IsEmpty)
            {
                return new VerifiedBrief(brief, null);
            }

            if (round == Rounds)
            {
                return new VerifiedBrief(brief, $"its statements do not settle: {failures[0]}");
            }
        }
    }

    /// <summary>The statements of a brief that failures concern, their citations' and articles' included.</summary>
    public static ImmutableArray<LeftOutStatement> LeftOut(Brief brief, ImmutableArray<VerificationFailure> failures)
    {
        if (failures.IsEmpty)
        {
            return [];
        }

        var reasons = failures.ToLookup(failure => failure.Where, failure => failure.Problem, StringComparer.Ordinal);
        return
        [
            .. from statement in brief.Statements
            let reason = statement
                .Citations.SelectMany(citation => reasons[citation.Id].Concat(reasons[citation.Article.Id]))
                .Prepend(reasons[statement.Id].FirstOrDefault())
                .FirstOrDefault(problem => problem is not null)
            where reason is not null
            select new LeftOutStatement(statement.Id, statement.Section, statement.Text, reason),
        ];
    }

    private static Coverage With(Brief brief, ImmutableArray<LeftOutStatement> leftOut) =>
        brief.Coverage with
        {
            LeftOut = leftOut,
        };

    private static string Share(ImmutableArray<LeftOutStatement> leftOut, int total, int limit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{leftOut.Length} of {total} statements do not verify, more than {limit} %; the first: {leftOut[0].Id}: {leftOut[0].Reason}"
        );
}
