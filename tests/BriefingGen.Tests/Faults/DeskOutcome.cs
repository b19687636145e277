namespace BriefingGen.Tests.Faults;

/// <summary>What a desk came to.</summary>
/// <param name="Run">The last run.</param>
/// <param name="Files">SHA-256 of every file that the program made, by path.</param>
/// <param name="Store">What the store holds.</param>
internal sealed record DeskOutcome(FaultRun Run, SortedDictionary<string, string> Files, StoreCensus Store)
{
    /// <summary>What differs from an undisturbed desk; null where nothing does.</summary>
    public string? Difference(DeskOutcome undisturbed) =>
        Run.Code != 0 ? $"exit code {Run.Code}: {Run.Error}"
        : Store.Difference(undisturbed.Store) is { } difference ? difference
        : !Files.SequenceEqual(undisturbed.Files)
            ? "files differ: "
                + string.Join(
                    ", ",
                    Files
                        .Except(undisturbed.Files)
                        .Concat(undisturbed.Files.Except(Files))
                        .Select(f => f.Key)
                        .Distinct(StringComparer.Ordinal)
                )
        : null;
}
