using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingGen.Layout.Drawing;

/// <summary>Finds its way in a file that Skia has just written: plain objects, one table of offsets, one trailer.</summary>
internal sealed partial class PdfFileReader
{
    private readonly string _file;
    private readonly Dictionary<int, int> _offsets = [];

    internal PdfFileReader(string file)
    {
        _file = file;
        var tail = file[file.LastIndexOf("startxref", StringComparison.Ordinal)..];
        XrefPosition = Number(Digits().Match(tail).Value);
        ReadOffsets();
        var trailer = file[file.LastIndexOf("trailer", StringComparison.Ordinal)..];
        Size = Number(SizeEntry().Match(trailer).Groups["n"].Value);
        Root = Number(RootEntry().Match(trailer).Groups["n"].Value);
        Info = Number(InfoEntry().Match(trailer).Groups["n"].Value);
        Id = IdEntry().Match(trailer).Groups["id"].Value;
    }

    internal int XrefPosition { get; }

    /// <summary>One more than the highest object number.</summary>
    internal int Size { get; }

    internal int Root { get; }

    internal int Info { get; }

    /// <summary>Hexadecimal digits; empty where the file has none.</summary>
    internal string Id { get; set; }

    internal static string Uuid(string id) =>
        id.Length < 32
            ? id
            : string.Join('-', id[..8], id[8..12], id[12..16], id[16..20], id[20..32]).ToLowerInvariant();

    /// <summary>The body of an object, without <c>obj</c> and <c>endobj</c>.</summary>
    internal string Object(int number)
    {
        var start = _file.IndexOf("obj", _offsets[number], StringComparison.Ordinal) + 3;
        return _file[start.._file.IndexOf("endobj", start, StringComparison.Ordinal)];
    }

    /// <summary>Object numbers of the pages, in order.</summary>
    internal List<int> Pages()
    {
        var pages = new List<int>();
        Collect(Number(PagesEntry().Match(Object(Root)).Groups["n"].Value), pages);
        return pages;
    }

    /// <summary>Where the id stands in the file: in the trailer, and as a UUID in the metadata.</summary>
    internal List<(int Position, int Length, bool IsUuid)> PlacesOfId()
    {
        var places = new List<(int Position, int Length, bool IsUuid)>();
        if (Id.Length == 0)
        {
            return places;
        }

        AddPlaces(Id, XrefPosition, _file.Length, isUuid: false, places);
        var metadata = _file.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
        if (metadata >= 0)
        {
            var end = _file.IndexOf("</x:xmpmeta>", metadata, StringComparison.Ordinal);
            AddPlaces(Uuid(Id), metadata, end, isUuid: true, places);
        }

        return places;
    }

    private void AddPlaces(
        string text,
        int start,
        int end,
        bool isUuid,
        List<(int Position, int Length, bool IsUuid)> places
    )
    {
        var position = _file.IndexOf(text, start, end - start, StringComparison.Ordinal);
        while (position >= 0)
        {
            places.Add((position, text.Length, isUuid));
            var next = position + text.Length;
            position = _file.IndexOf(text, next, end - next, StringComparison.Ordinal);
        }
    }

    private void Collect(int node, List<int> pages)
    {
        var body = Object(node);
        var kids = KidsEntry().Match(body);
        if (!kids.Success)
        {
            pages.Add(node);
            return;
        }

        foreach (Match kid in Reference().Matches(kids.Groups["kids"].Value))
        {
            Collect(Number(kid.Groups["n"].Value), pages);
        }
    }

    private void ReadOffsets()
    {
        var lines = _file.AsSpan(XrefPosition);
        var number = -1;
        foreach (var range in lines.Split('\n'))
        {
            var line = lines[range].Trim();
            if (line.StartsWith("trailer", StringComparison.Ordinal))
            {
                return;
            }

            if (line.Length == 18)
            {
                _offsets[number++] = int.Parse(line[..10], NumberStyles.None, CultureInfo.InvariantCulture);
            }
            else if (line.IndexOf(' ') is > 0 and var space)
            {
                number = int.Parse(line[..space], NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // Generated: the machine of NonBacktracking costs more to start than a run of one article reads. Every repeat in it is
    // bounded or followed by what ends it, so the time stays linear, and no clock is needed.
    [GeneratedRegex("[0-9]+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Digits();

    [GeneratedRegex("/Size (?<n>[0-9]+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex SizeEntry();

    [GeneratedRegex("/Root (?<n>[0-9]+) 0 R", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex RootEntry();

    [GeneratedRegex("/Info (?<n>[0-9]+) 0 R", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex InfoEntry();

    [GeneratedRegex("/ID ?\\[<(?<id>[0-9A-Fa-f]+)>", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex IdEntry();

    [GeneratedRegex("/Pages (?<n>[0-9]+) 0 R", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex PagesEntry();

    [GeneratedRegex("/Kids ?\\[(?<kids>[^\\]]*)\\]", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex KidsEntry();

    [GeneratedRegex("(?<![0-9])(?<n>[0-9]+) 0 R", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Reference();
}
