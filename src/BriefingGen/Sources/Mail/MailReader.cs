using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Sources.Html;
using MimeKit;

namespace BriefingGen.Sources.Mail;

/// <summary>Reads one article from a mail (RFC 5322): its text part, else its HTML part. A digest is one article.</summary>
internal static class MailReader
{
    // A text part shorter than this may only say that the HTML part has the words.
    private const int StubLength = 300;
    private const int MaxNamedAttachments = 5;

    private static readonly ParserOptions Parsing = new() { MaxMimeDepth = 16, MaxAddressGroupDepth = 3 };

    /// <summary>Reads the article.</summary>
    public static ReadResult Read(
        RecordPlace at,
        ReadOnlyMemory<byte> bytes,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var message = new MimeParser(Parsing, stream, MimeFormat.Entity).ParseMessage(cancellationToken);
            return Read(at, message, options);
        }
        catch (FormatException exception)
        {
            return at.Aside("bad-mail", $"is no mail: {Wording.OneLine(exception.Message)}");
        }
    }

    private static ReadResult Read(RecordPlace at, MimeMessage message, ReadOptions options)
    {
        if (message.Headers.Count == 0)
        {
            return at.Aside("bad-mail", "is no mail: it has no headers");
        }

        var (paragraphs, length) = Body(message, options);
        if (length > options.MaxArticleLength)
        {
            return ReadResult.Of(SizeLimits.ArticleTooLong(at.Path, at.Place, length, options));
        }

        var title = Wording.OneLine(message.Subject ?? string.Empty);
        return new RecordDraft(at, title, paragraphs)
        {
            Url = Archived(message),
            Date = Date(message),
            Publisher = Publisher(message),
            Notes = Attachments(at, message),
        }.Finish(options);
    }

    private static (IEnumerable<string> Paragraphs, int Length) Body(MimeMessage message, ReadOptions options)
    {
        var text = message.TextBody ?? string.Empty;
        var html = message.HtmlBody ?? string.Empty;
        if (text.Trim().Length < StubLength && html.Length > text.Length && html.Length <= options.MaxArticleLength)
        {
            var blocks = HtmlFragment.Paragraphs(html) ?? [.. BodyText.Plain(HtmlFragment.Decode(html))];
            if (blocks.Sum(static b => b.Length) > text.Trim().Length)
            {
                return (blocks, html.Length);
            }
        }

        return text.Length == 0
            ? ([], html.Length)
            : (
                text.Length > options.MaxArticleLength
                    ? []
                    : BodyText.Plain(MailThread.Without(WithoutSignature(text))),
                text.Length
            );
    }

    // Below a line of two hyphens and a space stands who wrote it (RFC 3676, 4.3).
    private static string WithoutSignature(string text)
    {
        var at = text.Replace("\r\n", "\n", StringComparison.Ordinal).LastIndexOf("\n-- \n", StringComparison.Ordinal);
        return at > 0 ? text.Replace("\r\n", "\n", StringComparison.Ordinal)[..at] : text;
    }

    // The day is the writer's own.
    private static string? Date(MimeMessage message) =>
        message.Date.Year > 1 ? message.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        : message.Headers[HeaderId.Date] is { } stated && !string.IsNullOrWhiteSpace(stated) ? stated
        : null;

    private static string? Archived(MimeMessage message) =>
        message.Headers["Archived-At"]?.Trim().Trim('<', '>') is { } text && WebAddress.Read(text) is not null
            ? text
            : null;

    // A list is what its readers know; else who wrote, by name or by the name of his domain.
    private static string? Publisher(MimeMessage message)
    {
        if (message.Headers[HeaderId.ListId] is { } list && Wording.OneLine(list) is { Length: > 0 } line)
        {
            var open = line.LastIndexOf('<');
            var name = open > 0 ? line[..open].Trim(' ', '"') : string.Empty;
            return name.Length > 0 ? name : line.Trim('<', '>', ' ');
        }

        var from = message.From.Mailboxes.FirstOrDefault();
        return from is null ? null
            : !string.IsNullOrWhiteSpace(from.Name) ? Wording.OneLine(from.Name)
            : string.IsNullOrWhiteSpace(from.Domain) ? null
            : from.Domain;
    }

    private static ImmutableArray<SetAside> Attachments(RecordPlace at, MimeMessage message)
    {
        var names = message
            .Attachments.Select(static a =>
                a.ContentDisposition?.FileName ?? a.ContentType.Name ?? a.ContentType.MimeType
            )
            .Take(100)
            .ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var shown = string.Join(", ", names.Take(MaxNamedAttachments).Select(static n => Wording.Short(n)));
        var more = names.Count > MaxNamedAttachments ? ", …" : string.Empty;
        return [new SetAside(at.Path, at.Place, "attachment", $"has attachments, which are not read: {shown}{more}")];
    }
}
