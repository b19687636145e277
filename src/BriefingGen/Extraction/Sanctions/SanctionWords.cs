using System.Collections.Immutable;
using System.Text;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>The words that tell what kind a sanction is and how far it has come. Immutable and thread-safe.</summary>
internal sealed class SanctionWords
{
    // Words that may stand between two that belong together: "assets in Norland were frozen".
    private const int GapReach = 7;

    private static readonly ImmutableArray<string> Names =
    [
        "sanction*",
        "embargo*",
        "tariff*",
        "travel ban*",
        "asset freeze*",
        "blacklist*",
        "export control*",
        "restrictive measures",
        "transport ban*",
        "import ban*",
        "export ban*",
        "trade ban*",
    ];

    private static readonly ImmutableArray<string> Restrictions =
    [
        "asset*",
        "export*",
        "import*",
        "visa*",
        "ban on*",
        "price cap*",
        "the sale of*",
        "sale of*",
        "airspace",
        "sales of*",
        "transport ban*",
        "from entering",
        "payment system*",
        "on the list",
        "to the list",
        "listed",
        "lists",
        "list the",
        "delisted",
    ];

    // What a request may be for: the word itself, not "sanctions" somewhere in a complaint.
    private static readonly ImmutableArray<string> Wanted =
    [
        "for sanction*",
        "for new sanction*",
        "for more sanction*",
        "for further sanction*",
        "for tougher sanction*",
        "for an embargo",
        "for a full embargo",
        "for a total embargo",
        "for an arms embargo",
        "for a travel ban",
        "for an asset freeze",
        "demanded sanction*",
        "demanded new sanction*",
        "demanded an embargo",
    ];

    private static readonly ImmutableArray<string> EffectWords =
    [
        "effect*",
        "impact*",
        "change*",
        "hurt*",
        "hit hard",
        "bite",
        "biting",
        "crippl*",
        "pressure",
        "econom*",
        "deter*",
        "work",
        "working",
        "worked",
        "fail*",
        "opportunit*",
        "shortage*",
        "price*",
        "collapse*",
        "damage*",
        "force*",
        "weaken*",
        "isolat*",
        "cost*",
        "harm*",
        "suffer*",
        "withstand*",
        "sanctions-proof*",
        "backfire*",
        "inflation",
    ];

    // Measures whose words name nothing else: "oil" and "bank" may only tell whom it hits.
    private static readonly ImmutableArray<string> Explicit =
    [
        "swift",
        "asset-freeze",
        "travel-ban",
        "arms-embargo",
        "export-control",
    ];

    private readonly ImmutableArray<(string Measure, ImmutableArray<string> Words)> _measures;

    private SanctionWords(ImmutableArray<(string Measure, ImmutableArray<string> Words)> measures) =>
        _measures = measures;

    public static SanctionWords Load()
    {
        using var stream =
            typeof(SanctionWords).Assembly.GetManifestResourceStream("BriefingGen.measures.tsv")
            ?? throw new InvalidOperationException("The table measures.tsv is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SanctionWords([
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(l => l[0] != '#')
                .Select(l => l.TrimEnd('\r').Split('\t'))
                .Select(c => (c[0], c[1].Split('|').ToImmutableArray())),
        ]);
    }

    /// <summary>
    /// The measures that a text names: the first, and others that are told by their own name; <c>unspecified</c> where it
    /// names none.
    /// </summary>
    public ImmutableArray<string> Measures(string text)
    {
        var words = Words(text);
        var named = _measures
            .SelectMany(m => m.Words.Select(word => (m.Measure, At: IndexOf(words, word))))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .Select(found => found.Measure)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return named.Count == 0
            ? ["unspecified"]
            : [named[0], .. named.Skip(1).Where(m => Explicit.Contains(m, StringComparer.Ordinal))];
    }

    /// <summary>True where somebody asks for a sanction.</summary>
    public bool Wants(string text) => Has(Words(text), Wanted);

    /// <summary>True where the words restrict somebody in a way that only sanctions do: "freezing the assets", "ban exports".</summary>
    public bool Restricts(string text) => Has(Words(text), Restrictions);

    /// <summary>True where the words name a sanction.</summary>
    public bool NamesSanction(string text) => Has(Words(text), Names);

    /// <summary>True where a text speaks of sanctions and of an effect.</summary>
    public bool SpeaksOfEffect(string text)
    {
        var words = Words(text);
        return Has(words, ["sanction*", "embargo*"]) && Has(words, EffectWords);
    }

    private static string Words(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var c in text)
        {
            _ = words.Append(char.IsLetterOrDigit(c) || c == '-' ? char.ToLowerInvariant(c) : ' ');
        }

        return string.Join(
            ' ',
            words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("").Append("")
        );
    }

    private static bool Has(string words, ImmutableArray<string> phrases) => phrases.Any(p => IndexOf(words, p) >= 0);

    // "assets..frozen": one word, and the other a few words behind it.
    private static int IndexOf(string words, string phrase)
    {
        var gap = phrase.IndexOf("..", StringComparison.Ordinal);
        if (gap < 0)
        {
            return IndexOfRun(words, phrase);
        }

        var at = IndexOfRun(words, phrase[..gap]);
        if (at < 0)
        {
            return -1;
        }

        var behind = words[(at + 1)..];
        var reach = string.Join(' ', behind.Split(' ').Take(GapReach)) + " ";
        return IndexOfRun(" " + reach, phrase[(gap + 2)..]) >= 0 ? at : -1;
    }

    private static int IndexOfRun(string words, string phrase) =>
        words.IndexOf(phrase.EndsWith('*') ? $" {phrase[..^1]}" : $" {phrase} ", StringComparison.Ordinal);
}
