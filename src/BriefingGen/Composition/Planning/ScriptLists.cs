using System.Collections.Immutable;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>Makes the lists that templates go through.</summary>
internal static class ScriptLists
{
    public static ScriptArray List<T>(IEnumerable<T> items, Func<T, object?> model) => [.. items.Select(model)];

    public static ScriptArray Strings(ImmutableArray<string> items) => [.. items];
}
