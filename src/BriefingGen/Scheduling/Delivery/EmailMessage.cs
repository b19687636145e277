using System.Globalization;
using MimeKit;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>Makes the message of an edition: the first page as text and HTML, the files attached.</summary>
internal sealed class EmailMessage(EmailTargetSettings settings, TimeProvider time)
{
    private const int LongestSubject = 250;

    /// <exception cref="DeliveryException">A file cannot be read.</exception>
    public async Task<MimeMessage> BuildAsync(DeliveryPackage package, CancellationToken cancellationToken)
    {
        var message = new MimeMessage();
        var from = MailboxAddress.Parse(settings.From);
        message.From.Add(from);
        message.To.AddRange(settings.To.Select(MailboxAddress.Parse));
        message.Cc.AddRange(settings.Cc.Select(MailboxAddress.Parse));
        message.Bcc.AddRange(settings.Bcc.Select(MailboxAddress.Parse));
        message.Subject = Subject(package);
        message.Date = time.GetUtcNow();
        // The same for every try: whoever gets two can see that they are one.
        message.MessageId = $"{PackageHash.Identity(package.Edition, settings.Name)}@{from.Domain}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (settings.ListId is { } list)
        {
            message.Headers.Add("List-Id", $"<{list}>");
        }

        var body = new BodyBuilder { TextBody = package.Summary, HtmlBody = package.SummaryHtml };
        foreach (var file in package.Files)
        {
            var bytes = await ReadAsync(file, cancellationToken);
            body.Attachments.Add(PathLayout.FileName(file.Name), bytes, ContentType.Parse(file.MediaType));
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    // Values are one line each, so no title can begin a header of its own.
    private string Subject(DeliveryPackage package)
    {
        var day = package.Edition.Date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var text = settings
            .Subject.Replace("{title}", package.Title, StringComparison.Ordinal)
            .Replace("{date}", day, StringComparison.Ordinal)
            .Replace("{marking}", package.Marking, StringComparison.Ordinal)
            .Replace("{schedule}", package.Edition.Schedule, StringComparison.Ordinal);
        return SpokenText.OneLine(text, LongestSubject);
    }

    private static async Task<byte[]> ReadAsync(DeliveryFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.Path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException($"{file.Path}: expected a file of the edition: {exception.Message}", exception);
        }
    }
}
