using System.Globalization;
using Scriban.Functions;

namespace BriefingGen.Tests.Composition.Fuzzing;

/// <summary>Makes template text that a template should not hold: known attacks, and programs of a random grammar.</summary>
internal static class ScriptPieces
{
    private static readonly string[] Attacks =
    [
        "{{ while true }}x{{ end }}",
        "{{ while true; end }}",
        "{{ for i in 1..1000000000 }}x{{ end }}",
        "{{ for i in 1..190000 }}word {{ end }}",
        "{{ for i in 1..190000 }}\n\n# h{{ end }}",
        "{{ for i in 1..60000 }}\n- item{{ end }}",
        "| a | b |\n|---|---|\n{{ for i in 1..20000 }}| {{ i }} | x |\n{{ end }}",
        "{{ for i in 1..100000 }}{{ for j in 1..100000 }}{{ end }}{{ end }}",
        "{{ x = 1..1000000000 }}{{ x }}",
        "{{ (1..1000000000) | array.size }}",
        "{{ (1..1000000000) | array.join \",\" }}",
        "{{ (1..1000000000) | array.reverse }}",
        "{{ (1..1000000000) | array.sort | array.size }}",
        "{{ (1..1000000000) | array.uniq | array.size }}",
        "{{ (1..1000000000) | array.last }}",
        "{{ array.concat (1..1000000000) [1] | array.size }}",
        "{{ [1] * 1000000000 | array.size }}",
        "{{ \"ab\" * 1000000000 | string.size }}",
        "{{ s = \"ab\" }}{{ for i in 1..60 }}{{ s = s + s }}{{ end }}{{ s | string.size }}",
        "{{ s = \"ab\" }}{{ for i in 1..60 }}{{ s = s | string.append s }}{{ end }}{{ s | string.size }}",
        "{{ s = \"ab\" }}{{ for i in 1..60 }}{{ s = s | string.replace \"a\" s }}{{ end }}{{ s | string.size }}",
        "{{ s = \"ab\" }}{{ for i in 1..60 }}{{ capture s }}{{ s }}{{ s }}{{ end }}{{ end }}{{ s | string.size }}",
        "{{ a = [1, 2] }}{{ for i in 1..60 }}{{ a = array.concat a a }}{{ end }}{{ a | array.size }}",
        "{{ a = [1, 2] }}{{ for i in 1..60 }}{{ a = a + a }}{{ end }}{{ a | array.size }}",
        "{{ a = [1] }}{{ for i in 1..60 }}{{ a = [a, a, a, a] }}{{ end }}{{ a }}",
        "{{ a = [1] }}{{ a[2000000000] = 1 }}{{ a }}",
        "{{ a = [1] | array.insert_at 2000000000 1 }}{{ a }}",
        "{{ a = []; a[0] = a; a }}",
        "{{ o = {}; o.x = o; o }}",
        "{{ o = {}; o.x = o; o | array.size }}{{ o == o }}",
        "{{ \"a\" | string.pad_left 2000000000 }}",
        "{{ \"a\" | string.pad_right 900000000 | string.size }}",
        "{{ 1 | math.format \"N999999999\" }}",
        "{{ 1 | math.format \"D999999999\" }}",
        "{{ 1.5 | math.format \"F900000000\" | string.size }}",
        "{{ x = 7 }}{{ for i in 1..40 }}{{ x = x * x }}{{ end }}{{ x | string.size }}",
        "{{ 1 << 2000000000 }}",
        "{{ (1 << 100000000) | math.abs }}",
        "{{ 1 / 0 }}",
        "{{ 1 % 0 }}",
        "{{ 1 // 0 }}",
        "{{ 5 | math.divided_by 0 }}",
        "{{ 1.5 | math.round 100 }}",
        "{{ func f; f; end; f }}",
        "{{ func f(x); f(x + 1); end; f 1 }}",
        "{{ func f; g; end; func g; f; end; f }}",
        "{{ func f(x); ret x + f(x); end; f 1 }}",
        "{{ f = do; ret f; end; f }}",
        "{{ f = @cite; f f }}",
        "{{ include \"topic.sbn\" }}",
        "{{ include \"items.sbn\" \"topic.sbn\" }}{{ include include \"items.sbn\" }}",
        "{{ include \"../../../../etc/passwd\" }}",
        "{{ include \"profile.yaml\" }}",
        "{{ include \"\" }}{{ include null }}{{ include 5 }}",
        "{{ for i in 1..1000 }}{{ include \"items.sbn\" }}{{ end }}",
        "{{ wrap include \"items.sbn\" }}x{{ end }}",
        "{{ section = null }}{{ actors = 5 }}{{ edition = section }}",
        "{{ section.events = section }}{{ array = 1 }}{{ cite = null }}",
        "{{ for x in actors }}{{ x.name = actors }}{{ end }}{{ actors }}",
        "{{ this.this.this }}{{ this }}",
        "{{ $ }}{{ $0 }}{{ $$ }}",
        "{{ cite 5 }}",
        "{{ cite section.events[0] }}{{ cite section }}{{ cite null }}",
        "[x](cite:c99999)",
        "[x](cite:c0) [y](cite:c) [z](cite:)",
        "\uE0000\uE001a\uE002\uE00099999999\uE001\uE002\uE001\uE000",
        "{{ for x in actors limit:-1 offset:-5 }}{{ x }}{{ end }}",
        "{{ for x in 5 }}{{ x }}{{ end }}{{ for x in \"text\" }}{{ x }}{{ end }}",
        "{{ tablerow x in 1..10 cols:0 }}{{ x }}{{ end }}",
        "{{ tablerow x in 1..100000 cols:-1 }}{{ x }}{{ end }}",
        "{{ \"a\"[5] }}{{ [1][-1] }}{{ [1][99] }}",
        "{{ null.x }}",
        "{{ import section }}{{ import math }}{{ readonly section }}{{ with section }}{{ events }}{{ end }}",
        "{{ ret 1 }}{{ break }}{{ continue }}",
        "{{ \"abc\" | string.slice -5 -9 }}{{ \"abc\" | string.truncate -5 }}",
        "{{ \"abc\" | string.split \"\" | array.join \"\" }}",
        "{{ \"abc\" | string.replace \"\" \"x\" }}",
        "{{ \"abc\" | string.base64_decode }}",
        "{{ \"abc\" | string.regex_replace \"(a+)+$\" \"\" }}{{ \"x\" | regex.match \"(a+)+$\" }}",
        "{{ date.now }}{{ object.eval \"1\" }}{{ html.strip \"<a>\" }}",
        "{{ \"{{ 1 }}\" | object.eval_template }}",
        "{{ [[[1], [2]], [3]] | array.sort }}{{ [1, \"a\", null, {}] | array.sort }}",
        "{{ [null] | array.map \"x\" }}{{ actors | array.map \"gone\" }}",
        "{{ section | array.sort \"id\" | array.limit 99999999999 }}",
        "{{ [1,2,3] | array.each @cite }}{{ [1] | array.filter @string.size }}",
        "{{ capture section }}x{{ end }}",
        "{{ if section.empty",
        "{{ end }}{{ else }}{{ when }}",
        "{{ # comment }}{{ ## comment ## }}{{ ~}} {%{ {{ }%}",
        "[link](javascript:alert(1)) <script>alert(1)</script> ![x](http://e.example/x.png) <http://e.example>",
        "[a]: http://e.example\n[a][a] [b]",
        "&#xD800; &#0; &#x110000; &amp;&nbsp;",
        "```\ncode\n~~~\n",
        "99999999999. item\n0) other\n",
        "::: card\n::: card\n::: card\ntext\n:::\n:::\n:::\n",
        "::: unknown-kind args\n| a |\n|---|\n| b |\n:::\n",
        "| a |\n|:-:|\n| b | c | d |\n|||||\n",
    ];

    // Written many times over: what a recursive reader or layout stumbles on.
    private static readonly (string Before, string Middle, string After)[] Nestings =
    [
        ("{{ ", "(", "1 }}"),
        ("{{ ", "[", "1 }}"),
        ("{{ ", "{a:", "1 }}"),
        ("{{ ", "!", "true }}"),
        ("{{ ", "-", "1 }}"),
        ("{{ 1", "+1", " }}"),
        ("{{ 1", " | cite", " }}"),
        ("{{ section", ".id", " }}"),
        ("{{ section", "[0]", " }}"),
        ("{{ 1", " ? 1 : 1", " }}"),
        ("{{ ", "1 ?? ", "1 }}"),
        ("{{ ", "cite cite ", "1 }}"),
        ("", "{{ if true }}", "x"),
        ("", "{{ for i in [1] }}", "x"),
        ("", "{{ capture x }}", "x"),
        ("", "{{ func f }}", "x"),
        ("", "{{ case 1 }}{{ when 1 }}", "x"),
        ("{{ ", "do;", " 1 }}"),
        ("{{ ", "if true;", " 1 }}"),
        ("", "> ", "x"),
        ("", "- ", "x"),
        ("", "1. ", "x"),
        ("", "[", "x"),
        ("x", "]", ""),
        ("", "![", "x"),
        ("", "[x](", "x"),
        ("", "*a ", "x"),
        ("", "**a _b ", "x"),
        ("", "_", "x"),
        ("", "`", "x"),
        ("", "<", "x"),
        ("", "&", "x"),
        ("", "\\", "x"),
        ("", "#", "x"),
        ("", "|a", "|\n"),
        ("", "|-", "|\n"),
        ("| a |\n|---|\n", "| b ", "|\n"),
        ("", "::: card\n", "x"),
        ("", "::", ": card\nx"),
        ("", "a\u0301", "x"),
        ("", "\u202E\u200F\u2066", "x"),
        ("", "word", "x"),
        ("", "word ", "x"),
        ("", "\u4E2D", "x"),
        ("", "\n", "x"),
        ("", "\n\n", "x"),
        ("", "    ", "x"),
        ("", "\t- x\n", "x"),
        ("", "\uE000", "1\uE001x\uE002"),
    ];

    private static readonly string[] Names =
    [
        "section",
        "section.events",
        "section.claims",
        "section.heading",
        "edition",
        "edition.date",
        "actors",
        "sources",
        "matrix",
        "figures",
        "coverage",
        "timeline",
        "bluf",
        "manifest",
        "x",
        "y",
        "this",
        "empty",
        "array",
        "gone",
    ];

    private static readonly string[] Literals =
    [
        "0",
        "1",
        "-1",
        "2147483647",
        "-2147483648",
        "9223372036854775807",
        "-9223372036854775808",
        "99999999999999999999999999",
        "0.5",
        "1e308",
        "1e-308",
        "null",
        "true",
        "[]",
        "[1, 2, 3]",
        "[null, \"a\", [1]]",
        "{}",
        "{a: 1, b: [2]}",
        "\"\"",
        "\"a\"",
        "\"N99\"",
        "\"yyyy\"",
        "\"<b>*x*</b>\"",
        "\"\\u0000\\uD800\"",
        "`{{`",
        "(1..5)",
        "(5..1)",
        "(1..<3000000)",
        "1000000",
        "123456789",
    ];

    private static readonly string[] Operators =
    [
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "<<",
        ">>",
        "&",
        "==",
        "!=",
        "<",
        ">=",
        "&&",
        "||",
        "??",
        "..",
        "..<",
    ];

    private static readonly string[] Functions =
    [
        .. new ArrayFunctions().Keys.Order(StringComparer.Ordinal).Select(static name => $"array.{name}"),
        .. new StringFunctions().Keys.Order(StringComparer.Ordinal).Select(static name => $"string.{name}"),
        .. new MathFunctions().Keys.Order(StringComparer.Ordinal).Select(static name => $"math.{name}"),
        "cite",
        "include",
    ];

    /// <summary>A piece of template text.</summary>
    public static string Next(Random random) =>
        random.Next(6) switch
        {
            0 or 1 => Attacks[random.Next(Attacks.Length)],
            2 => Nested(random),
            _ => Program(random),
        };

    private static string Nested(Random random)
    {
        var (before, middle, after) = Nestings[random.Next(Nestings.Length)];
        var times = random.Next(4) switch
        {
            0 => random.Next(20, 200),
            1 => random.Next(200, 2_000),
            2 => random.Next(2_000, 20_000),
            _ => random.Next(20_000, 120_000),
        };
        return $"{before}{string.Concat(Enumerable.Repeat(middle, times))}{after}";
    }

    private static string Program(Random random)
    {
        var statements = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Statement(random, 3));
        return $"{{{{ {string.Join("\n", statements)} }}}}";
    }

    private static string Statement(Random random, int depth)
    {
        var inner = depth == 0 ? "x" : Statement(random, depth - 1);
        return random.Next(depth == 0 ? 3 : 9) switch
        {
            0 => Expression(random, 3),
            1 => $"x = {Expression(random, 3)}",
            2 => $"y = {Expression(random, 2)}",
            3 => $"for x in {Expression(random, 1)}\n{inner}\nend",
            4 => $"if {Expression(random, 2)}\n{inner}\nend",
            5 => $"capture x\n{inner}\nend",
            6 => $"while {Expression(random, 1)}\n{inner}\nend",
            7 => $"x[{Expression(random, 0)}] = {Expression(random, 1)}",
            _ => $"with {Expression(random, 0)}\n{inner}\nend",
        };
    }

    private static string Expression(Random random, int depth)
    {
        if (depth == 0)
        {
            return random.Next(2) == 0 ? Names[random.Next(Names.Length)] : Literals[random.Next(Literals.Length)];
        }

        var first = Expression(random, depth - 1);
        return random.Next(6) switch
        {
            0 => $"({first} {Operators[random.Next(Operators.Length)]} {Expression(random, depth - 1)})",
            1 or 2 => $"({first} | {Functions[random.Next(Functions.Length)]}{Arguments(random)})",
            3 => $"({Functions[random.Next(Functions.Length)]} {first}{Arguments(random)})",
            4 => $"{first}[{Expression(random, 0)}]",
            _ => string.Create(CultureInfo.InvariantCulture, $"[{first}, {random.Next()}]"),
        };
    }

    private static string Arguments(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => " " + Expression(random, 0)));
}
