using System.Globalization;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>Folders below a target's root by edition; no value of an edition can leave the root.</summary>
internal static class PathLayout
{
    public const string Default = "{schedule}/{date}";

    public const string Expected =
        "expected folders between slashes of letters, digits, '.', '_', '-' and {schedule}, {date}, {year}, {month}, {day}; no '..'";

    /// <summary>The layout's folders for an edition, in order.</summary>
    public static IReadOnlyList<string> Folders(string layout, EditionKey edition) =>
        [.. layout.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Safe(Filled(part, edition)))];

    public static bool IsValid(string layout) =>
        layout
            .Split('/')
            .All(part =>
                part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '{' or '}')
                && part is not (".." or ".")
                && !Filled(part, new EditionKey("s", default)).AsSpan().ContainsAny('{', '}')
            );

    /// <summary>A file's name that is one name only.</summary>
    /// <exception cref="DeliveryException">It is no plain name.</exception>
    public static string FileName(string name) =>
        name.Length > 0 && string.Equals(Safe(name), name, StringComparison.Ordinal)
            ? name
            : throw new DeliveryException(
                "a file's name: expected letters, digits, '.', '_' and '-' without a folder",
                isPermanent: true
            );

    private static string Filled(string part, EditionKey edition) =>
        part.Replace(
                "{date}",
                edition.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
            .Replace("{year}", edition.Date.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", edition.Date.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{day}", edition.Date.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{schedule}", edition.Schedule, StringComparison.Ordinal);

    // A leading dot would hide a folder, or climb out of the root.
    private static string Safe(string part)
    {
        var safe = string.Concat(part.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-'));
        return safe.StartsWith('.') ? "-" + safe[1..] : safe;
    }
}
