using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>
/// Finds the words that say who a source is: its noun phrase with title and name, without what is told about it behind
/// ("…, dated 8 September and marked for …", "… who had returned from …").
/// </summary>
internal static class SourceHead
{
    private const int LongestName = 6;

    private static readonly string[] s_relatives = [" who ", " whom ", " whose ", " which ", " that ", " where "];

    // Before a relative clause these say nothing by themselves.
    private static readonly string[] s_open = ["those", "one", "ones", "people", "anyone", "everyone", "all", "some"];

    /// <summary>The head of a source.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="source">All words that are credited.</param>
    /// <param name="name">The actor's name; null where it is not known.</param>
    public static TextSpan Of(string text, TextSpan source, string? name)
    {
        var start = source.Start;
        var end = Trimmed(text, start, source.End);
        var comma = text.IndexOf(',', start, end - start);
        if (comma > start && !IsList(text[start..end]))
        {
            end = NameBehind(text, start, comma, end, Surname(name)) ?? comma;
        }

        foreach (var relative in s_relatives)
        {
            var at = text.IndexOf(relative, start, end - start, StringComparison.OrdinalIgnoreCase);
            if (at > start && !s_open.Contains(LastWord(text[start..at]), StringComparer.OrdinalIgnoreCase))
            {
                end = at;
            }
        }

        end = Trimmed(text, start, end);
        return end > start ? new TextSpan(start, end) : source;
    }

    /// <summary>True where a source names two or more: what is known of one of them holds not for all.</summary>
    public static bool IsJoint(string head) => head.Contains(" and ", StringComparison.Ordinal) || IsList(head);

    private static int Trimmed(string text, int start, int end)
    {
        while (
            end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '-' or '–' or '—')
        )
        {
            end--;
        }

        return end;
    }

    // "Berrick, Soltan and Kesk": each part is a name, the last two are joined.
    private static bool IsList(string source)
    {
        var parts = source.Split(", ");
        return parts.Length > 1
            && parts[^1].Contains("and ", StringComparison.Ordinal)
            && parts.Skip(1).All(part => char.IsUpper(Unjoined(part)[0]));
    }

    private static string Unjoined(string part) =>
        part.StartsWith("and ", StringComparison.Ordinal) && part.Length > 4 ? part[4..]
        : part.Length > 0 ? part
        : " ";

    // "its spokeswoman, Grace Lindqvist, …": where the name stands behind the office, it is the source's own.
    private static int? NameBehind(string text, int start, int comma, int end, string? surname)
    {
        if (surname is null || text[start..comma].Contains(surname, StringComparison.Ordinal))
        {
            return null;
        }

        var next = text.IndexOf(',', comma + 1, end - comma - 1);
        var close = next < 0 ? end : next;
        var behind = text[(comma + 1)..close];
        return
            behind.Contains(surname, StringComparison.Ordinal)
            && behind.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestName
            ? close
            : null;
    }

    private static string? Surname(string? name) => name?.Split(' ')[^1];

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];
}
