using System.Globalization;
using System.Text;

namespace BriefingGen.Tests.Composition.Fuzzing;

/// <summary>Damages the files around the templates: YAML, SVG, the table of states.</summary>
internal static class SettingPieces
{
    private static readonly string[] Values =
    [
        "",
        "~",
        "null",
        "[",
        "{",
        "]",
        "[[[[[[",
        "{a: {a: {a: 1}}}",
        "*all",
        "&all [a, b]",
        "!!binary x",
        "!!int 1",
        "!<tag:e.example,2031:x> 1",
        ".nan",
        ".inf",
        "-.inf",
        "NaN",
        "Infinity",
        "∞",
        "1e309",
        "1e9",
        "0",
        "-0",
        "-1",
        "1.5",
        "99999999999999999999",
        "0x10",
        "\"\\uD800\"",
        "\"\\x00\\x1b[31m\"",
        "\"\\n\\n# heading\"",
        "\"\\U0001F600\"",
        "'",
        "\"",
        "|\n   block\n   text",
        ">-\n   folded",
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\secret.sbn",
        "profile.yaml",
        "topic.sbn",
        "items.sbn",
        "logo.svg",
        "\"#GGGGGG\"",
        "\"#123\"",
        "\"#12345678\"",
        "\"#ffffff\"",
        "\"url(http://e.example)\"",
        "Comic Nonexistent",
        "\"Inter; x\"",
        "A0",
        "Letter",
        "facts",
        "[\"*\", \"*\", diplomacy, diplomacy]",
        "[events, claims, assessments, sanctions]",
        "\"\u202Eabc\u2066\"",
        "\"\uE0001\uE001x\uE002\"",
        "\"{{ 1 + 1 }}\"",
        "\"**bold** [x](javascript:alert(1)) <script>\"",
        "\"| a | b |\"",
        "\"=HYPERLINK(1)\"",
        "dddddddddddddddddddd",
        "\"d'x'\"",
        "\"%d\"",
        "\"d M\\\\y\"",
        "true",
        "xx-INVALID-xx",
        "zh",
        "a\u0301\u0301\u0301",
        "CONSULT",
        "\"*\"",
        "\"**\"",
        "500",
        "ZZ",
    ];

    private static readonly string[] Documents =
    [
        "",
        "---\n---\n",
        "--- 1\n--- 2\n",
        "# only a comment\n",
        "%YAML 9.9\n---\ntitle: x\n",
        "%TAG ! tag:e.example:\n---\ntitle: !x y\n",
        "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\ntitle: *c\n",
        "<<: {title: x}\n",
        "? [a, b]\n: c\n",
        "? {a: b}\n: c\n",
        "title: x\ntitle: y\n",
        "sections: {a: b}\n",
        "sections: [1, 2]\n",
        "\ttitle: x\n",
        "title: x\n  sections: y\n",
        "- title\n- sections\n",
        "\"",
        "title: \"unfinished\n",
        "!!set {a, b}\n",
        "title: x\n...\nmore: y\n",
        "{}",
        "[]",
        "topics:\n",
        "actors:\n  - \n",
        "judgements: [{}]\n",
    ];

    private static readonly string[] Drawings =
    [
        "",
        "<svg/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&b;</title></svg>",
        "<!DOCTYPE svg SYSTEM \"http://127.0.0.1/x.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<?xml version=\"1.1\" encoding=\"utf-16\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 0\" width=\"0\" height=\"0\"><rect width=\"1\" height=\"1\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"NaN Infinity -1 1e309\" width=\"1e9\" height=\"-5\"><rect width=\"NaN\" height=\"1e308\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1e-300 1e300\"><path d=\"M0 0L1e308 1e308\" stroke=\"#000\" stroke-width=\"1e300\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M M L 1 Q 1 2 A 0 0 0 9 9 1 1 Z Z z 5 5 h v H\" fill=\"red\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><g transform=\"rotate(1e300) scale(0) matrix(1 2 3) skewX(90) x(\"><circle r=\"5\" fill=\"#12\"/></g></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><polygon points=\"1 2 3\" fill=\"none\"/><polyline points=\",,,\" stroke=\"url(#x)\"/><ellipse rx=\"-1\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"file:///etc/passwd\"/><use href=\"#a\"/><script>x()</script><foreignObject/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><desc><svg xmlns=\"http://www.w3.org/2000/svg\"><desc>x</desc></svg></desc><title>\u0001</title></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"1 2\" width=\"100%\" height=\"5em\"><text>x</text></svg>",
    ];

    private static readonly string[] Rows =
    [
        "\t\t\n",
        "X\ty\tz\n",
        "-\t\t\n",
        "-\tName\tOther|\t|\t|\t=government\n",
        "AA\tA\ta|a|a\n",
        "VN\tVarenia?\tVarenia\tVarenia\tVarenia\tVarenia=government|Varenia=office\n",
        "ZZ\t \t \t \t \t \n",
        "ZZ\t?\t?|??\t?\n",
        "ZZ\t\u202E\t\u0000\n",
        "ZZ\t-\t...|,|.|'\n",
        "ZZ\tthe\tof|and|a\tI\tin\n",
        "a\tb\tc\td\te\tf\tg\th\n",
    ];

    /// <summary>A file damaged in a way that its kind is sensitive to.</summary>
    public static string Damage(string name, string text, Random random) =>
        Path.GetExtension(name) switch
        {
            ".svg" => Svg(text, random),
            ".tsv" => Table(text, random),
            _ => random.Next(4) switch
            {
                0 => Documents[random.Next(Documents.Length)],
                1 => Grown(name, random),
                2 => Deep(random) + text,
                _ => Revalued(text, random),
            },
        };

    // Another value behind one of the keys.
    private static string Revalued(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(lines.Count);
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            switch (random.Next(8))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(random.Next(lines.Count), lines[at]);
                    break;
                case 2:
                    lines[at] = lines[at][..(colon + 1)] + " " + new string('x', random.Next(100, 300_000));
                    break;
                default:
                    lines[at] = lines[at][..(colon + 1)] + " " + Values[random.Next(Values.Length)];
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private static string Deep(Random random)
    {
        var times = random.Next(2) == 0 ? random.Next(5, 60) : random.Next(1_000, 200_000);
        return random.Next(6) switch
        {
            0 => "title: " + new string('[', times) + "\n",
            1 => "title: " + Repeated("{a: ", times) + "\n",
            2 => Repeated("- ", times) + "x\n",
            3 => Repeated("? ", times) + "x\n",
            4 => "title: " + new string('[', times) + new string(']', times) + "\n",
            _ => Repeated("!a ", times) + "&b x\n",
        };
    }

    // Lists as long as the largest file that is read.
    private static string Grown(string name, Random random)
    {
        var times = random.Next(3) == 0 ? random.Next(10_000, 30_000) : random.Next(10, 1_000);
        var (head, item) = name switch
        {
            "profile.yaml" => ("title: x\nsections:\n", "  - {id: a#, template: @}\n"),
            "taxonomy.yaml" => (
                "topics:\n  - id: diplomacy\n    words:\n",
                random.Next(2) == 0 ? "      - w#* a#\n" : "  - {id: a#, words: [m#]}\n"
            ),
            "judgements.yaml" => ("judgements:\n", "  - {text: a#, author: b}\n"),
            "actors.yaml" => (
                random.Next(2) == 0 ? "actors:\n" : "actors:\n  - name: M\n    aliases:\n",
                random.Next(2) == 0 ? "  - {name: M#}\n" : "      - M#\n"
            ),
            _ => ("", "k#: v\n"),
        };
        string[] templates = ["method.sbn", "sources.sbn", "actors.sbn", "topic.sbn", "timeline.sbn"];
        item = item.Replace("@", templates[random.Next(templates.Length)], StringComparison.Ordinal);
        var text = new StringBuilder(head);
        for (var i = 0; i < times; i++)
        {
            text.Append(item.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private static string Svg(string text, Random random)
    {
        var times = random.Next(10, 30_000);
        const string Head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";
        return random.Next(7) switch
        {
            0 => Head + Repeated("<g>", times) + Repeated("</g>", times) + "</svg>",
            1 => Head + "<path stroke=\"#000\" d=\"M0 0" + Repeated("L1 1", times) + "\"/></svg>",
            2 => Head + Repeated("<rect width=\"1\" height=\"1\"/>", times / 10) + "</svg>",
            3 => text.Replace("24", Values[random.Next(Values.Length)].Trim('"'), StringComparison.Ordinal),
            _ => Drawings[random.Next(Drawings.Length)],
        };
    }

    private static string Table(string text, Random random) =>
        random.Next(4) switch
        {
            0 => text + Repeated(Rows[random.Next(Rows.Length)], random.Next(1, 2_000)),
            1 => text + "ZZ\tZed\t" + Repeated("Zed a|", random.Next(10, 50_000)) + "\n",
            2 => text.Replace('\t', ' '),
            _ => text + Rows[random.Next(Rows.Length)] + Rows[random.Next(Rows.Length)],
        };

    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
