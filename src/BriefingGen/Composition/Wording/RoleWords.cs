using System.Collections.Immutable;

namespace BriefingGen.Composition.Wording;

/// <summary>Whether an article's words say a role.</summary>
internal static class RoleWords
{
    /// <summary>True where all words of one stand in the other, whatever their case and order.</summary>
    /// <param name="evidence">What stands in the article.</param>
    /// <param name="role">The role.</param>
    public static bool Say(string evidence, string role)
    {
        var (said, wanted) = (Words(evidence), Words(role));
        return said.IsSupersetOf(wanted) || wanted.IsSupersetOf(said);
    }

    private static ImmutableHashSet<string> Words(string text) =>
        [.. text.ToUpperInvariant().Split([' ', ',', '.', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries)];
}
