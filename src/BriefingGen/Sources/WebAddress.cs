namespace BriefingGen.Sources;

/// <summary>Addresses that inputs give: http and https only.</summary>
internal static class WebAddress
{
    private const int MaxLength = 2048;

    /// <summary>The address that a text consists of; null where it is none, too long, or of another scheme.</summary>
    public static Uri? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (
            text.Length > MaxLength
            || text.IndexOfAny(" \t\"<>\r\n\0") >= 0
            || !(
                text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return null;
        }

        return Uri.TryCreate(text.ToString(), UriKind.Absolute, out var uri) && HasHost(uri) ? uri : null;
    }

    /// <summary>The address that a text consists of, or that it names below another; null where it is none.</summary>
    public static Uri? Resolve(string? text, Uri? baseAddress)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Read(text) is { } absolute ? absolute
            : baseAddress is not null
            && text.Length <= MaxLength
            && Uri.TryCreate(baseAddress, text.Trim(), out var joined)
                ? Read(joined.AbsoluteUri)
            : null;
    }

    // Some names pass as part of an address and fail as names of hosts, and only when they are asked for.
    private static bool HasHost(Uri address)
    {
        try
        {
            return address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>The address's host without <c>www.</c>; null where there is none.</summary>
    public static string? Publisher(Uri? url)
    {
        if (url is null)
        {
            return null;
        }

        var host = url.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) && host.Length > 4 ? host[4..] : host;
    }
}
