using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Drawing;

/// <summary>
/// Finishes the file that Skia wrote: gives it an id that follows from its content, and appends (as an incremental
/// update, ISO 32000-1, 7.5.6) what Skia does not write: the outline, the language, and that the title is to be shown.
/// </summary>
internal static class PdfTail
{
    internal static void Finish(
        Span<byte> file,
        DocumentMetadata metadata,
        IReadOnlyList<OutlineEntry> outline,
        Stream output
    )
    {
        var reader = new PdfFileReader(Encoding.Latin1.GetString(file));
        FixId(file, reader);
        output.Write(file);
        output.Write(Encoding.Latin1.GetBytes(Update(reader, file.Length, metadata, outline)));
    }

    /// <summary>True where the file's id stands in hexadecimal digits, or where it has none.</summary>
    internal static bool HasReplaceableId(ReadOnlySpan<byte> file)
    {
        var trailer = file[Math.Max(0, file.LastIndexOf("trailer"u8))..];
        var at = trailer.IndexOf("/ID"u8);
        return at < 0 || trailer[at..].StartsWith("/ID [<"u8) || trailer[at..].StartsWith("/ID[<"u8);
    }

    /// <summary>Skia's id is made from the clock: put the content's hash in its place, also in the XMP packet.</summary>
    private static void FixId(Span<byte> file, PdfFileReader reader)
    {
        var old = reader.Id;
        var places = reader.PlacesOfId();
        foreach (var (position, length, _) in places)
        {
            file.Slice(position, length).Fill((byte)'0');
        }

        var digest = Convert.ToHexString(SHA256.HashData(file).AsSpan(0, old.Length / 2));
        foreach (var (position, length, isUuid) in places)
        {
            var text = isUuid ? PdfFileReader.Uuid(digest) : digest;
            Encoding.ASCII.GetBytes(text.AsSpan(0, length), file[position..]);
        }

        reader.Id = digest;
    }

    private static string Update(
        PdfFileReader reader,
        int length,
        DocumentMetadata metadata,
        IReadOnlyList<OutlineEntry> outline
    )
    {
        var objects = new SortedDictionary<int, string>();
        var catalog = reader.Object(reader.Root).TrimEnd();
        var extra = new StringBuilder();
        if (metadata.Language is { Length: > 0 } language && !catalog.Contains("/Lang", StringComparison.Ordinal))
        {
            extra.Append(CultureInfo.InvariantCulture, $"/Lang {PdfText(language)}\n");
        }

        if (!catalog.Contains("/ViewerPreferences", StringComparison.Ordinal))
        {
            extra.Append("/ViewerPreferences <</DisplayDocTitle true>>\n");
        }

        if (outline.Count > 0)
        {
            extra.Append(CultureInfo.InvariantCulture, $"/Outlines {reader.Size} 0 R\n");
            PdfOutline.Write(objects, reader.Size, outline, reader.Pages());
        }

        objects[reader.Root] = string.Concat(
            catalog.AsSpan(0, catalog.LastIndexOf(">>", StringComparison.Ordinal)),
            "\n",
            extra.ToString(),
            ">>"
        );
        return Section(objects, length, reader);
    }

    private static string Section(SortedDictionary<int, string> objects, int length, PdfFileReader reader)
    {
        var text = new StringBuilder("\n");
        var xref = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, body) in objects)
        {
            xref.Append(CultureInfo.InvariantCulture, $"{number} 1\n{length + text.Length:0000000000} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var start = length + text.Length;
        var size = Math.Max(reader.Size, objects.Keys.Max() + 1);
        text.Append(xref)
            .Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}\n/Root {reader.Root} 0 R\n")
            .Append(CultureInfo.InvariantCulture, $"/Info {reader.Info} 0 R\n/ID [<{reader.Id}> <{reader.Id}>]\n")
            .Append(CultureInfo.InvariantCulture, $"/Prev {reader.XrefPosition}>>\nstartxref\n{start}\n%%EOF\n");
        return text.ToString();
    }

    /// <summary>A text string in UTF-16, as hexadecimal digits.</summary>
    internal static string PdfText(string text) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
