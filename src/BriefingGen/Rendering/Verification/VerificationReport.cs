using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Rendering.Verification;

/// <summary>What a verification needs besides the brief.</summary>
/// <param name="ArticlesRoot">The folder that the manifest's relative paths start from.</param>
/// <param name="CountryNames">English names by ISO 3166-1 alpha-2 code, to check printed countries; empty to leave them unchecked.</param>
public sealed record VerificationOptions(string ArticlesRoot, IReadOnlyDictionary<string, string> CountryNames)
{
    /// <summary>Texts by article id, as a store keeps them; null to read the articles again from where they lay.</summary>
    public IReadOnlyDictionary<string, SourceText>? Texts { get; init; }
}

/// <summary>What a verification found.</summary>
/// <param name="Brief">The file that was verified.</param>
/// <param name="Statements">Statements that were checked.</param>
/// <param name="Citations">Citations that were checked.</param>
/// <param name="Articles">Articles that were read again.</param>
/// <param name="Failures">What does not hold, in the brief's order; empty where everything holds.</param>
public sealed record VerificationReport(
    string Brief,
    int Statements,
    int Citations,
    int Articles,
    ImmutableArray<VerificationFailure> Failures
)
{
    /// <summary>True where everything holds.</summary>
    public bool Passed => Failures.IsEmpty;
}

/// <summary>Something in a brief that does not hold.</summary>
/// <param name="Where">Id of a statement (<c>s7</c>), a citation (<c>c3</c>) or an article; <c>brief</c> for the whole.</param>
/// <param name="Problem">What is missing or differs.</param>
public sealed record VerificationFailure(string Where, string Problem)
{
    /// <summary><see cref="Where"/> of what concerns the whole brief, its manifest and seal.</summary>
    public const string Whole = "brief";

    /// <summary>The line for standard error.</summary>
    public override string ToString() => $"{Where}: {Problem}";
}
