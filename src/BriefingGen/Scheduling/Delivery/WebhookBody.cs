using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>The bytes of a webhook's body. The same edition and time give the same bytes.</summary>
internal sealed record WebhookBody(byte[] Bytes, string MediaType)
{
    /// <exception cref="DeliveryException">A file cannot be read, or the body is longer than the settings allow.</exception>
    public static async Task<WebhookBody> BuildAsync(
        DeliveryPackage package,
        WebhookTargetSettings settings,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var json = await JsonAsync(package, now, cancellationToken);
        if (settings.Content == WebhookContent.Json)
        {
            return Bounded(new WebhookBody(json, "application/json"), settings.MaxBytes);
        }

        if (
            package.Files.Sum(file => new FileInfo(file.Path) is { Exists: true, Length: var length } ? length : 0)
            > settings.MaxBytes
        )
        {
            throw TooLong(settings.MaxBytes);
        }

        var boundary = $"briefing-{id}-{package.Hash[..16]}";
        using var body = new MemoryStream();
        Part(body, boundary, "name=\"edition\"", "application/json", json);
        foreach (var file in package.Files)
        {
            var name = PathLayout.FileName(file.Name);
            Part(
                body,
                boundary,
                $"name=\"file\"; filename=\"{name}\"",
                file.MediaType,
                await ReadAsync(file, cancellationToken)
            );
        }

        body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return Bounded(new WebhookBody(body.ToArray(), $"multipart/form-data; boundary={boundary}"), settings.MaxBytes);
    }

    private static void Part(MemoryStream body, string boundary, string disposition, string mediaType, byte[] content)
    {
        body.Write(
            Encoding.ASCII.GetBytes(
                $"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {SpokenText.OneLine(mediaType, 100)}\r\n\r\n"
            )
        );
        body.Write(content);
        body.Write("\r\n"u8);
    }

    private static async Task<byte[]> JsonAsync(
        DeliveryPackage package,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var files = new List<object>();
        foreach (var file in package.Files)
        {
            var sha256 = await PackageHash.OfFileAsync(file.Path, cancellationToken);
            files.Add(
                new
                {
                    name = file.Name,
                    mediaType = file.MediaType,
                    bytes = new FileInfo(file.Path).Length,
                    sha256,
                }
            );
        }

        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = "briefing.edition",
                timestamp = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                data = new
                {
                    schedule = package.Edition.Schedule,
                    date = package.Edition.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    title = package.Title,
                    marking = package.Marking,
                    summary = package.Summary,
                    packageHash = package.Hash,
                    files,
                },
            }
        );
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

    private static WebhookBody Bounded(WebhookBody body, long most) =>
        body.Bytes.Length > most ? throw TooLong(most) : body;

    private static DeliveryException TooLong(long most) =>
        new($"the webhook's body: expected at most {most} bytes", isPermanent: true);
}
