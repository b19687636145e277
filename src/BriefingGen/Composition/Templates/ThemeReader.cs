using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingGen.Composition.Templates;

/// <summary>Reads <c>theme.yaml</c>.</summary>
internal static partial class ThemeReader
{
    private const string White = "#FFFFFF";

    /// <summary>The keys of a theme.</summary>
    internal static readonly string[] Keys =
    [
        "accent",
        "ink",
        "muted",
        "panel",
        "marking",
        "text-font",
        "heading-font",
        "body-size",
        "page",
        "logo",
    ];

    // The families that the program carries: a name that a machine may or may not have makes two briefs of one input.
    private static readonly string[] s_fonts = ["Source Serif 4", "Source Sans 3"];

    /// <summary>The look where a folder has no <c>theme.yaml</c>.</summary>
    public static Theme Default { get; } =
        new(
            Accent: "#1F4E79",
            Ink: "#1A1A1A",
            Muted: "#5A5F66",
            Panel: "#F2F5F8",
            MarkingColor: "#7A1F1F",
            TextFont: "Source Serif 4",
            HeadingFont: "Source Sans 3",
            BodySize: 9.5,
            PageSize: "A4",
            LogoSvg: null
        );

    public static Theme Read(string file, string text, Func<string, string?> open)
    {
        var root = YamlMap.Parse(file, text, Keys);
        var theme = new Theme(
            Color(root, "accent", Default.Accent),
            Color(root, "ink", Default.Ink),
            Color(root, "muted", Default.Muted),
            Color(root, "panel", Default.Panel),
            Color(root, "marking", Default.MarkingColor),
            Font(root, "text-font", Default.TextFont),
            Font(root, "heading-font", Default.HeadingFont),
            root.Number("body-size", Default.BodySize, 7.5, 14),
            root.Choice("page", "A4", "A4", "Letter"),
            null
        );
        RequireContrast(root, theme);
        var logo = root.Text("logo", string.Empty);
        if (logo.Length == 0)
        {
            return theme;
        }

        var svg = open(logo) ?? throw root.Error("logo", $"there is no file \"{logo}\"");
        return theme with { LogoSvg = SvgSanitizer.Clean(logo, svg) };
    }

    private static string Color(YamlMap root, string key, string otherwise)
    {
        var value = root.Text(key, otherwise);
        return Hexadecimal().IsMatch(value)
            ? value.ToUpperInvariant()
            : throw root.Error(
                key,
                $"\"{value}\" is no colour; six hexadecimal digits are expected, such as \"#1F4E79\""
            );
    }

    private static string Font(YamlMap root, string key, string otherwise)
    {
        var value = root.Text(key, otherwise);
        return s_fonts.Contains(value, StringComparer.Ordinal)
            ? value
            : throw root.Error(key, $"there is no font family \"{value}\"{Nearest.Hint(value, s_fonts)}");
    }

    // WCAG 2.2, 1.4.3: text needs a contrast of 4.5 to 1.
    private static void RequireContrast(YamlMap root, Theme theme)
    {
        (string Key, string Color)[] texts =
        [
            ("ink", theme.Ink),
            ("muted", theme.Muted),
            ("accent", theme.Accent),
            ("marking", theme.MarkingColor),
        ];
        foreach (var (key, color) in texts)
        {
            Require(root, key, color, "white", White);
        }

        // What stands in panels and in the heads of tables.
        foreach (var (key, color) in texts.Where(text => text.Key != "marking"))
        {
            Require(root, key, color, $"the panel {theme.Panel}", theme.Panel);
        }
    }

    private static void Require(YamlMap root, string key, string color, string ground, string groundColor)
    {
        var (one, other) = (Luminance(color), Luminance(groundColor));
        var contrast = (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
        if (contrast < 4.5)
        {
            throw root.Error(
                key,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{color} is too pale on {ground}: its contrast is {Math.Floor(contrast * 10) / 10:F1}, at least 4.5 is needed"
                )
            );
        }
    }

    private static double Luminance(string color)
    {
        static double Channel(string hex)
        {
            var value = Convert.ToInt32(hex, 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(color[1..3])) + (0.7152 * Channel(color[3..5])) + (0.0722 * Channel(color[5..7]));
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hexadecimal();
}
