using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// Where a secret lies: <c>env:NAME</c> or <c>file:PATH</c>. The secret itself is read when it is needed and never kept.
/// </summary>
[TypeConverter(typeof(SecretRefConverter))]
public sealed class SecretRef
{
    private const int MostBytes = 1 << 16;
    private readonly string _place;
    private readonly bool _isFile;

    private SecretRef(string place, bool isFile) => (_place, _isFile) = (place, isFile);

    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">It is no reference, perhaps the secret itself; the message does not repeat it.</exception>
    public static SecretRef Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (kind, place) = text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? (text[..colon], text[(colon + 1)..])
            : (string.Empty, string.Empty);
        return (kind, place.Length > 0) switch
        {
            ("env", true) when place.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') => new SecretRef(place, false),
            ("file", true) => new SecretRef(place, true),
            _ => throw new FormatException(
                "expected env:NAME or file:PATH: a secret never stands in the configuration itself; "
                    + "put it into an environment variable or a file that only the service may read"
            ),
        };
    }

    /// <summary>Never the secret, nor where it lies.</summary>
    public override string ToString() => "***";

    /// <summary>What is unsafe about the place, without the secret; null where nothing is.</summary>
    public string? Warning()
    {
        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        if (!_isFile || OperatingSystem.IsWindows() || !File.Exists(_place))
        {
            return null;
        }

        var mode = File.GetUnixFileMode(_place) & others;
        return mode == UnixFileMode.None
            ? null
            : $"{_place} may be read or changed by others ({mode}); expected mode 0600";
    }

    /// <summary>Reads the secret; one line's end at its end is left out.</summary>
    /// <exception cref="DeliveryException">The variable is not set, or the file cannot be read, is empty or longer than 64 KiB.</exception>
    internal string Resolve()
    {
        var value = _isFile ? FromFile() : Environment.GetEnvironmentVariable(_place);
        return string.IsNullOrEmpty(value)
            ? throw new DeliveryException(
                _isFile
                    ? $"{_place}: expected a secret, the file is empty"
                    : $"environment variable {_place}: expected a secret, it is not set",
                isPermanent: true
            )
            : value;
    }

    private string FromFile()
    {
        try
        {
            using var stream = File.OpenRead(_place);
            var bytes = new byte[MostBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MostBytes)
            {
                throw new DeliveryException($"{_place}: expected a secret of at most 64 KiB", isPermanent: true);
            }

            var text = Encoding.UTF8.GetString(bytes, 0, length);
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2]
                : text.EndsWith('\n') ? text[..^1]
                : text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException($"{_place}: the secret cannot be read: {exception.Message}", isPermanent: true);
        }
    }
}

/// <summary>Lets a configuration binder read references.</summary>
internal sealed class SecretRefConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? SecretRef.Parse(text) : base.ConvertFrom(context, culture, value);
}
