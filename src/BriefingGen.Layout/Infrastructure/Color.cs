using System.Globalization;
using System.Runtime.InteropServices;

namespace BriefingGen.Layout.Infrastructure;

/// <summary>A colour: alpha, red, green, blue, a byte each. The default value is wholly transparent black.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Color
{
    /// <summary>Makes a colour from <c>0xAARRGGBB</c>.</summary>
    /// <param name="hex">The four bytes.</param>
    public Color(uint hex) => Hex = hex;

    /// <summary>The colour as <c>0xAARRGGBB</c>.</summary>
    public uint Hex { get; }

    /// <summary>Opacity: 0 transparent, 255 opaque.</summary>
    public byte Alpha => (byte)(Hex >> 24);

    /// <summary>Red.</summary>
    public byte Red => (byte)(Hex >> 16);

    /// <summary>Green.</summary>
    public byte Green => (byte)(Hex >> 8);

    /// <summary>Blue.</summary>
    public byte Blue => (byte)Hex;

    /// <summary>The same colour with another opacity.</summary>
    /// <param name="alpha">0 transparent, 255 opaque.</param>
    public Color WithAlpha(byte alpha) => new((Hex & 0x00FFFFFF) | ((uint)alpha << 24));

    /// <summary>The same colour with another opacity.</summary>
    /// <param name="alpha">0 transparent, 1 opaque; held to that range.</param>
    public Color WithAlpha(float alpha) => WithAlpha((byte)Math.Clamp(MathF.Round(alpha * 255), 0, 255));

    /// <summary>Reads <c>#RGB</c>, <c>#ARGB</c>, <c>#RRGGBB</c> or <c>#AARRGGBB</c>, with or without the mark.</summary>
    /// <param name="hex">The text.</param>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static Color FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var digits = hex.AsSpan().TrimStart('#');
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw new ArgumentException($"'{hex}' is not a hexadecimal colour.", nameof(hex));
        }

        return digits.Length switch
        {
            8 => new Color(value),
            6 => new Color(0xFF000000 | value),
            4 => new Color(Doubled(value)),
            3 => new Color(0xFF000000 | Doubled(value)),
            _ => throw new ArgumentException($"'{hex}' is not a hexadecimal colour.", nameof(hex)),
        };
    }

    /// <summary>An opaque colour.</summary>
    /// <param name="red">Red.</param>
    /// <param name="green">Green.</param>
    /// <param name="blue">Blue.</param>
    public static Color FromRGB(byte red, byte green, byte blue) => FromARGB(255, red, green, blue);

    /// <summary>A colour from its four bytes.</summary>
    /// <param name="alpha">Opacity.</param>
    /// <param name="red">Red.</param>
    /// <param name="green">Green.</param>
    /// <param name="blue">Blue.</param>
    public static Color FromARGB(byte alpha, byte red, byte green, byte blue) =>
        new(((uint)alpha << 24) | ((uint)red << 16) | ((uint)green << 8) | blue);

    /// <summary>Reads a hexadecimal colour.</summary>
    /// <param name="hex">As <see cref="FromHex"/> reads it.</param>
    public static implicit operator Color(string hex) => FromHex(hex);

    /// <summary>A colour from <c>0xAARRGGBB</c>.</summary>
    /// <param name="hex">The four bytes.</param>
    public static implicit operator Color(uint hex) => new(hex);

    /// <summary>The colour as text.</summary>
    /// <param name="color">The colour.</param>
    public static implicit operator string(Color color) => color.ToString();

    /// <summary>The colour as <c>0xAARRGGBB</c>.</summary>
    /// <param name="color">The colour.</param>
    public static implicit operator uint(Color color) => color.Hex;

    /// <summary>The colour as <c>#RRGGBB</c>, or <c>#AARRGGBB</c> where it is not opaque.</summary>
    public override string ToString() =>
        Alpha == 255
            ? string.Create(CultureInfo.InvariantCulture, $"#{Hex & 0xFFFFFF:X6}")
            : string.Create(CultureInfo.InvariantCulture, $"#{Hex:X8}");

    private static uint Doubled(uint nibbles)
    {
        var result = 0u;
        for (var shift = 12; shift >= 0; shift -= 4)
        {
            var nibble = (nibbles >> shift) & 0xF;
            result = (result << 8) | (nibble << 4) | nibble;
        }

        return result;
    }
}
