using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Evaluation;

/// <summary>Named entities of CoNLL-U files: GUM's brackets in the gold, our <c>NE=B-PER</c> in what was found.</summary>
internal static class ConlluNames
{
    /// <summary>
    /// The named persons, organisations and places of the gold, each with its head word: an entity whose head is a PROPN.
    /// Null where the file has no entity layer.
    /// </summary>
    public static HashSet<(string Kind, int Word)>? Gold(ImmutableArray<PlacedWord> words)
    {
        var names = new HashSet<(string, int)>();
        var seen = false;
        for (var first = 0; first < words.Length; )
        {
            var sentence = words[first].Sentence;
            foreach (var (kind, a, b) in Brackets(sentence, ref seen))
            {
                if (KindOf(kind) is { } known && HeadOf(sentence, a, b) is { } head)
                {
                    if (sentence.Words[head].Upos == "PROPN")
                    {
                        names.Add((known, first + head));
                    }
                }
            }

            first += sentence.Words.Length;
        }

        return seen ? names : null;
    }

    /// <summary>The entities that were found, as first and last word (inclusive).</summary>
    public static List<(string Kind, int First, int Last)> Found(ImmutableArray<PlacedWord> words)
    {
        var names = new List<(string Kind, int First, int Last)>();
        var isOpen = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (
                Field(words[i].Word.Misc, "NE=") is not [var edge and ('B' or 'I'), '-', .. var rest]
                || KindIn(rest) is not { } kind
            )
            {
                isOpen = false;
                continue;
            }

            if (edge == 'I' && isOpen && names[^1].Kind == kind)
            {
                names[^1] = names[^1] with { Last = i };
            }
            else
            {
                names.Add((kind, i, i));
            }

            isOpen = true;
        }

        return names;
    }

    private static string? KindOf(string kind) =>
        kind switch
        {
            "person" => "PER",
            "organization" => "ORG",
            "place" => "LOC",
            _ => null,
        };

    private static string? KindIn(string tag) =>
        tag.StartsWith("PER", StringComparison.Ordinal) ? "PER"
        : tag.StartsWith("ORG", StringComparison.Ordinal) ? "ORG"
        : tag.StartsWith("LOC", StringComparison.Ordinal) ? "LOC"
        : null;

    private static int? HeadOf(ConlluSentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var head = sentence.Words[i].Head - 1;
            if (head < first || head > last)
            {
                return i;
            }
        }

        return null;
    }

    // "(e1-person-giv)", "(e2-place-new" and later "e2)": as GUM writes entities, nested and interleaved.
    private static List<(string Kind, int First, int Last)> Brackets(ConlluSentence sentence, ref bool seen)
    {
        var spans = new List<(string, int, int)>();
        var open = new List<(string Id, string Kind, int First)>();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            if (Field(sentence.Words[i].Misc, "Entity=") is not { } layer)
            {
                continue;
            }

            seen = true;
            foreach (var part in Parts(layer))
            {
                var fields = part.Trim('(', ')').Split('-');
                if (part[0] == '(')
                {
                    var kind = fields.Length > 1 ? fields[1] : "";
                    if (part[^1] == ')')
                    {
                        spans.Add((kind, i, i));
                    }
                    else
                    {
                        open.Add((fields[0], kind, i));
                    }
                }
                else if (open.FindLastIndex(entity => entity.Id == fields[0]) is >= 0 and var at)
                {
                    spans.Add((open[at].Kind, open[at].First, i));
                    open.RemoveAt(at);
                }
            }
        }

        return spans;
    }

    private static IEnumerable<string> Parts(string layer)
    {
        for (var i = 0; i < layer.Length; )
        {
            var opens = layer[i] == '(';
            var stop = layer.AsSpan(opens ? i + 1 : i).IndexOfAny('(', ')');
            var end = stop < 0 ? layer.Length : stop + (opens ? i + 1 : i);
            var closes = end < layer.Length && layer[end] == ')';
            if (opens || closes)
            {
                yield return layer[i..(closes ? end + 1 : end)];
            }

            i = closes ? end + 1 : end;
        }
    }

    private static string? Field(string misc, string key)
    {
        foreach (var range in misc.AsSpan().Split('|'))
        {
            var field = misc.AsSpan(range);
            if (field.StartsWith(key, StringComparison.Ordinal))
            {
                return field[key.Length..].ToString();
            }
        }

        return null;
    }
}
