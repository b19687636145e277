using System.Text.RegularExpressions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Training;

/// <summary>Names from GUM's entity layer: entities whose head is a proper noun, cut to the words of the name.</summary>
internal static partial class GumNames
{
    private static readonly HashSet<string> Titles = new(
        (
            "president vice prime minister deputy secretary chancellor premier king queen prince princess emperor sir lord lady "
            + "dame mr mr. mrs mrs. ms ms. miss dr dr. doctor prof prof. professor judge justice general gen. colonel col. major "
            + "maj. captain capt. lieutenant lt. sergeant sgt. admiral adm. commander governor gov. mayor senator sen. "
            + "representative rep. congressman congresswoman speaker ambassador director chairman chairwoman chief pope bishop "
            + "archbishop cardinal rabbi rev. reverend father brother sister saint st. uncle aunt coach officer"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The names of a sentence, longest first.</summary>
    public static IEnumerable<Entity> Of(ConlluSentence sentence) =>
        Entities(sentence)
            .Select(e => Cut(sentence, e.Type, e.First, e.Last))
            .OfType<Entity>()
            .OrderByDescending(static e => e.End - e.First);

    private static Entity? Cut(ConlluSentence sentence, string type, int first, int last)
    {
        var words = sentence.Words;
        var head = -1;
        for (var i = first; i <= last && head < 0; i++)
        {
            head = words[i].Head - 1 < first || words[i].Head - 1 > last ? i : -1;
        }

        if (head < 0 || words[head].Upos != "PROPN" || TypeOf(type) is not { } found)
        {
            return null;
        }

        var (from, to) = (head, head + 1);
        while (from > first && IsProper(words[from - 1]))
        {
            from--;
        }

        to = Extend(sentence, found, to, last);
        while (found == EntityType.Person && from < to && Titles.Contains(words[from].Form))
        {
            from++;
        }

        return from < to ? new Entity(from, to, found) : null;
    }

    private static int Extend(ConlluSentence sentence, EntityType type, int to, int last)
    {
        var words = sentence.Words;
        while (to <= last)
        {
            if (
                IsProper(words[to]) || (words[to].Upos == "NUM" && words[to].Head - 1 < to && type != EntityType.Person)
            )
            {
                to++;
                continue;
            }

            var next = to;
            while (
                next <= last && words[next].Form is "of" or "for" or "the" or "and" or "&" or "-" or "–" or "'s" or "de"
            )
            {
                next++;
            }

            var links = next > to && next <= last && IsProper(words[next]);
            var mayLink =
                type is EntityType.Organization or EntityType.Event or EntityType.Other
                || words[to].Form is "-" or "–" or "de" or "of";
            if (!links || !mayLink || (type == EntityType.Person && words[to].Form is "of"))
            {
                break;
            }

            to = next + 1;
        }

        return to;
    }

    private static bool IsProper(ConlluWord word) =>
        word.Upos == "PROPN" || word.Xpos.StartsWith("NNP", StringComparison.Ordinal);

    private static EntityType? TypeOf(string type) =>
        type switch
        {
            "person" => EntityType.Person,
            "organization" => EntityType.Organization,
            "place" => EntityType.Location,
            "event" => EntityType.Event,
            "object" or "abstract" or "animal" or "plant" or "substance" => EntityType.Other,
            _ => null,
        };

    private static List<(string Type, int First, int Last)> Entities(ConlluSentence sentence)
    {
        var open = new List<(string Id, string Type, int First)>();
        var found = new List<(string, int, int)>();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var field = sentence
                .Words[i]
                .Misc.Split('|')
                .FirstOrDefault(static m => m.StartsWith("Entity=", StringComparison.Ordinal));
            foreach (
                var match in BracketPattern()
                    .Matches(field is null ? "" : field["Entity=".Length..])
                    .Select(static m => m.Value)
            )
            {
                var parts = match.Trim('(', ')').Split('-');
                if (match[0] == '(')
                {
                    open.Add((parts[0], parts.ElementAtOrDefault(1) ?? "", i));
                }

                var at = match[^1] == ')' ? open.FindLastIndex(o => o.Id == parts[0]) : -1;
                if (at >= 0)
                {
                    found.Add((open[at].Type, open[at].First, i));
                    open.RemoveAt(at);
                }
            }
        }

        return found;
    }

    [GeneratedRegex(@"\([^()]*\)?|[^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BracketPattern();
}
