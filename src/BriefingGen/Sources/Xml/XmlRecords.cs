using System.Globalization;
using System.Xml;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Feeds;
using BriefingGen.Sources.NewsMl;

namespace BriefingGen.Sources.Xml;

/// <summary>Reads the articles of an XML file by its first element: a feed or NewsML-G2.</summary>
internal static class XmlRecords
{
    /// <summary>True where the first element is one that is read here.</summary>
    public static bool IsKnown(ReadOnlySpan<char> root) => IsFeed(root) || IsNews(root) || OldNewsReader.IsKnown(root);

    /// <summary>True where the first element is a feed's.</summary>
    public static bool IsFeed(ReadOnlySpan<char> root) => root is "rss" or "feed" or "RDF";

    /// <summary>Reads the articles in their order.</summary>
    public static IEnumerable<ReadResult> Read(string path, DecodedText decoded, ReadOptions options)
    {
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return [ReadResult.Of(new SetAside(path, null, "empty", "is empty; expected a feed or NewsML-G2"))];
        }

        var root = XmlRoot.NameOf(decoded.Text);
        var results =
            IsFeed(root) ? FeedReader.Read(path, decoded, options)
            : IsNews(root) ? NewsMlReader.Read(path, decoded, options)
            : OldNewsReader.IsKnown(root) ? OldNewsReader.Read(path, decoded, options)
            : null;
        return results is null
            ?
            [
                ReadResult.Of(
                    new SetAside(
                        path,
                        null,
                        root.IsEmpty ? "bad-xml" : "unknown-xml",
                        root.IsEmpty
                            ? "is not XML; expected a feed (RSS, Atom, RDF) or NewsML-G2"
                            : $"is XML that begins with {Wording.Short(root)}; expected a feed (RSS, Atom, RDF) or NewsML-G2"
                    )
                ),
            ]
            : WithNotes(results, decoded);
    }

    /// <summary>Why a text cannot be read on: the parser's own sentence with its position.</summary>
    public static SetAside Broken(string path, string? place, XmlException exception)
    {
        var message = Wording.OneLine(exception.Message);
        return new SetAside(
            path,
            place,
            "bad-xml",
            string.Create(CultureInfo.InvariantCulture, $"and all after it cannot be read: {message}")
        );
    }

    /// <summary>The rest of a file with more records than are read.</summary>
    public static ReadResult TooMany(RecordPlace at, ReadOptions options) =>
        at.Aside(
            "too-many-records",
            string.Create(
                CultureInfo.InvariantCulture,
                $"and all after it are left out: a file has at most {options.MaxRecords:N0} records"
            )
        );

    private static bool IsNews(ReadOnlySpan<char> root) =>
        root is "newsItem" or "newsMessage" or "packageItem" or "itemSet";

    // What was odd in the file is said once.
    private static IEnumerable<ReadResult> WithNotes(IEnumerable<ReadResult> results, DecodedText decoded)
    {
        var notes = decoded.Notes;
        foreach (var result in results)
        {
            yield return notes.IsEmpty ? result : result with { Notes = [.. notes, .. result.Notes] };
            notes = [];
        }
    }
}
