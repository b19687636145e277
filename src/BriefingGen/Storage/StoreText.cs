using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BriefingGen.Storage;

/// <summary>How values stand in columns of text: the same in both databases, so that one query serves both.</summary>
internal static class StoreText
{
    private const char Escape = '\u001A';
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private static readonly SearchValues<char> Unsafe = SearchValues.Create([
        '\0',
        Escape,
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    /// <summary>A time in UTC; text order is order of time.</summary>
    public static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture);

    public static string? Instant(DateTimeOffset? time) => time is { } known ? Instant(known) : null;

    public static DateTimeOffset ReadInstant(string text) =>
        DateTimeOffset.ParseExact(
            text,
            InstantForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );

    public static DateTimeOffset? ReadOptionalInstant(string? text) => text is null ? null : ReadInstant(text);

    /// <summary>A time with its offset, for one that is printed.</summary>
    public static string? Clock(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset? ReadClock(string? text) =>
        text is null
            ? null
            : DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    public static DateOnly ReadDay(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ReadOptionalDay(string? text) => text is null ? null : ReadDay(text);

    /// <summary>An enumeration's member as <c>kebab-case</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <exception cref="StoreException">No member has that name.</exception>
    public static T ReadName<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Name(value), text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new StoreException($"The store says '{text}' where a {typeof(T).Name} was expected.");
    }

    public static string List(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    public static ImmutableArray<string> ReadList(string json) => [.. JsonSerializer.Deserialize<string[]>(json) ?? []];

    /// <summary>
    /// Text of any origin so that both databases keep it: U+0000 and lone surrogates, which neither keeps, stand as U+001A
    /// with four hexadecimal digits, and so does U+001A itself. All other text stands as it is.
    /// </summary>
    public static string Safe(string text)
    {
        if (text.AsSpan().IndexOfAny(Unsafe) < 0)
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                safe.Append(text, i++, 2);
            }
            else if (text[i] is '\0' or Escape || char.IsSurrogate(text[i]))
            {
                safe.Append(Escape).Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                safe.Append(text[i]);
            }
        }

        return safe.ToString();
    }

    public static string? SafeOrNull(string? text) => text is null ? null : Safe(text);

    /// <summary>Undoes <see cref="Safe"/>.</summary>
    public static string Restore(string text)
    {
        if (!text.Contains(Escape, StringComparison.Ordinal))
        {
            return text;
        }

        var restored = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == Escape
                && i + 4 < text.Length
                && ushort.TryParse(
                    text.AsSpan(i + 1, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                restored.Append((char)code);
                i += 4;
            }
            else
            {
                restored.Append(text[i]);
            }
        }

        return restored.ToString();
    }

    public static string? RestoreOrNull(string? text) => text is null ? null : Restore(text);

    /// <summary>SHA-256 as lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
