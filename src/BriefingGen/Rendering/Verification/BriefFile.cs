using System.Net;
using System.Text;
using System.Text.Json;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Json;
using UglyToad.PdfPig;

namespace BriefingGen.Rendering.Verification;

/// <summary>A finished brief as read back: its document, and the pages that it prints where it is more than the document.</summary>
/// <param name="Document">The content of <c>brief.json</c>.</param>
/// <param name="Pages">The printed text of each page, bare; null where the file is <c>brief.json</c> itself.</param>
/// <param name="Marks">Citation marks in the print; null where they cannot be counted.</param>
internal sealed record BriefFile(BriefDocument Document, IReadOnlyList<string>? Pages, int? Marks)
{
    private const long SizeLimit = 1_000_000_000;

    /// <summary>What a page holds of its brief as data; null where the file is no page.</summary>
    public PageDocument? Page { get; private init; }

    private static readonly JsonSerializerOptions s_options = new(JsonBriefRenderer.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 32,
    };

    /// <summary>Reads a brief by its extension: <c>.json</c>; <c>.html</c> and <c>.pdf</c> with <c>brief.json</c> beside them.</summary>
    /// <exception cref="InvalidDataException">It is no brief of ours.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static BriefFile Read(string path)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".json":
                return new BriefFile(Parse(Bytes(path)), null, null);
            case ".html" or ".htm":
                return Html(path, Encoding.UTF8.GetString(Bytes(path)));
            case ".pdf":
                return new BriefFile(Beside(path), Pdf(Bytes(path)), null);
            default:
                throw new InvalidDataException($"{path}: a brief to verify is a .json, .html or .pdf file");
        }
    }

    // Pages print what the brief says; the facts that it rests on stand in the data beside them.
    private static BriefDocument Beside(string path)
    {
        var beside = Path.ChangeExtension(path, ".json");
        return File.Exists(beside)
            ? Parse(Bytes(beside))
            : throw new InvalidDataException(
                $"is verified with the JSON beside it, and there is no {beside}; make both (--formats "
                    + $"{Path.GetExtension(path)[1..]},json), or put the brief.json of this edition there"
            );
    }

    private static byte[] Bytes(string path) =>
        new FileInfo(path).Length <= SizeLimit
            ? File.ReadAllBytes(path)
            : throw new InvalidDataException($"{path}: is larger than {SizeLimit} bytes");

    private static BriefDocument Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var document = JsonSerializer.Deserialize<BriefDocument>(json, s_options);
            return document?.Schema == BriefDocument.SchemaName
                ? document
                : throw new InvalidDataException($"the schema is not {BriefDocument.SchemaName}");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDataException($"the brief's data cannot be read: {e.Message}", e);
        }
    }

    private static BriefFile Html(string path, string page)
    {
        const string Opening = "<script type=\"application/json\" id=\"" + HtmlBriefRenderer.DataId + "\">";
        var start = page.LastIndexOf(Opening, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf("</script>", start, StringComparison.Ordinal);
        var main = page.IndexOf("<main", StringComparison.Ordinal);
        var mainEnd = main < 0 ? -1 : page.IndexOf("</main>", main, StringComparison.Ordinal);
        if (end < 0 || mainEnd < 0)
        {
            throw new InvalidDataException("the page holds no brief data; it was not made by this program, or was cut");
        }

        var data = Encoding.UTF8.GetBytes(page[(start + Opening.Length)..end]);
        var text = page[main..mainEnd];
        var marks = text.Split("class=\"cite\"").Length - 1;
        return new BriefFile(Beside(path), [PrintedText.Bare(WithoutTags(text))], marks) { Page = ParsePage(data) };
    }

    private static PageDocument ParsePage(ReadOnlySpan<byte> json)
    {
        try
        {
            var page = JsonSerializer.Deserialize<PageDocument>(json, s_options);
            return page?.Schema == PageDocument.SchemaName
                ? page
                : throw new InvalidDataException(
                    $"the schema of the page's data is not {PageDocument.SchemaName}; it was made by another version"
                );
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDataException($"the page's data cannot be read: {e.Message}", e);
        }
    }

    internal static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var inTag = false;
        foreach (var c in html)
        {
            if (c is '<' or '>')
            {
                inTag = c == '<';
            }
            else if (!inTag)
            {
                text.Append(c);
            }
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // Letters in the order in which they were drawn: a table's cells stay whole.
    internal static List<string> Pdf(byte[] bytes)
    {
        try
        {
            using var document = PdfDocument.Open(bytes);
            return
            [
                .. document
                    .GetPages()
                    .Select(page => PrintedText.Bare(string.Concat(page.Letters.Select(letter => letter.Value)))),
            ];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // PdfPig reports broken files with many exception types.
            throw new InvalidDataException($"the PDF cannot be read: {e.Message}", e);
        }
    }
}
