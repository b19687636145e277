using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Sources.PlainText;

/// <summary>The lines above the body of a plain text: title, date, address.</summary>
/// <param name="Title">Where the title lies; null where there is none.</param>
/// <param name="Published">The day of publication; null where not known.</param>
/// <param name="Url">The address; null where not given.</param>
/// <param name="BodyLine">Index of the first line of the body.</param>
/// <param name="Notes">What was odd.</param>
internal sealed record ArticleHeader(
    TextSpan? Title,
    DateOnly? Published,
    Uri? Url,
    int BodyLine,
    ImmutableArray<SetAside> Notes
)
{
    // A title is at most this long; a longer first line is a paragraph.
    private const int TitleLength = 200;
    private const int MaxBadDateLength = 40;

    /// <summary>Reads the header of a text.</summary>
    public static ArticleHeader Read(string path, string text, List<TextLine> lines, DateOnly today)
    {
        var notes = ImmutableArray.CreateBuilder<SetAside>();
        var first = NextLine(lines, 0);
        var at = NextLine(lines, first + 1);
        PublicationDate? date = null;
        var dateLine = 0;
        Uri? url = null;
        var body = at;
        for (var n = 0; n < 2 && at < lines.Count; n++)
        {
            var line = lines[at].Span.Slice(text);
            if (date is null && (PublicationDate.Read(line, today) ?? BadDate(text, lines, at, url, today)) is { } read)
            {
                (date, dateLine) = (read, lines[at].Number);
            }
            else if (url is null && WebAddress.Read(line) is { } address)
            {
                url = address;
            }
            else
            {
                break;
            }

            body = at = NextLine(lines, at + 1);
        }

        if (date is null && url is null)
        {
            return WithoutHeader(path, text, lines, first);
        }

        if (date is null)
        {
            notes.Add(NoDate(path));
        }
        else if (date.Value.Code is { } code)
        {
            notes.Add(new SetAside(path, $"line {dateLine}", code, date.Value.Message!));
        }

        return new ArticleHeader(lines[first].Span, date?.Value, url, body, notes.ToImmutable());
    }

    // Between title and address stands the date, even where it cannot be read as one.
    private static PublicationDate? BadDate(string text, List<TextLine> lines, int at, Uri? url, DateOnly today)
    {
        var next = NextLine(lines, at + 1);
        var line = lines[at].Span;
        return
            url is null
            && line.Length <= MaxBadDateLength
            && WebAddress.Read(line.Slice(text)) is null
            && next < lines.Count
            && WebAddress.Read(lines[next].Span.Slice(text)) is not null
            ? PublicationDate.ReadField(line.Slice(text).ToString(), today)
            : null;
    }

    private static ArticleHeader WithoutHeader(string path, string text, List<TextLine> lines, int first)
    {
        var title = lines[first];
        var next = NextLine(lines, first + 1);
        var isTitle =
            next < lines.Count
            && title.Span.Length <= TitleLength
            && !EndsSentence(title.Span.Slice(text))
            && (next > first + 1 || !ParagraphLayout.IsWrapped(text, lines, first));
        return isTitle
            ? new ArticleHeader(title.Span, null, null, next, [NoDate(path)])
            : new ArticleHeader(null, null, null, first, [NoDate(path)]);
    }

    private static SetAside NoDate(string path) =>
        new(
            path,
            null,
            "no-date",
            "has no date line (expected yyyymmdd under the title); the article is taken as undated"
        );

    private static bool EndsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("\"'”’»)]");
        return !line.IsEmpty && line[^1] is '.' or '!' or '?' or '…' or ':' or ';' or ',' or '。' or '！' or '？';
    }

    private static int NextLine(List<TextLine> lines, int from)
    {
        while (from < lines.Count && lines[from].IsBlank)
        {
            from++;
        }

        return from;
    }
}
