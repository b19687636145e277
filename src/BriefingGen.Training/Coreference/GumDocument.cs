using System.Text.RegularExpressions;
using BriefingGen.Language;
using BriefingGen.Language.Documents;

namespace BriefingGen.Training.Coreference;

/// <summary>A document of GUM with its gold clusters.</summary>
/// <param name="Document">With all layers that coreference requires, over the treebank's own words.</param>
/// <param name="Gold">The identifier of the gold entity by the token that heads a mention of it.</param>
internal sealed partial record GumDocument(Document Document, Dictionary<int, string> Gold)
{
    /// <summary>Reads and parses a treebank with the Entity field in MISC.</summary>
    public static IEnumerable<GumDocument> Read(string path, LanguagePipeline pipeline)
    {
        using var reader = new StreamReader(path);
        var sentences = new List<ConlluSentence>();
        foreach (var sentence in ConlluReader.Read(reader))
        {
            var isNew = sentence.Comments.Any(static c => c.StartsWith("newdoc", StringComparison.Ordinal));
            if (isNew && sentences.Count > 0)
            {
                yield return Make(sentences, pipeline);
                sentences.Clear();
            }

            sentences.Add(sentence);
        }

        if (sentences.Count > 0)
        {
            yield return Make(sentences, pipeline);
        }
    }

    /// <summary>The gold entity of a mention: by its head, else by a gold head inside it; null where there is none.</summary>
    public string? Of(int first, int end, int head)
    {
        if (Gold.TryGetValue(head, out var id))
        {
            return id;
        }

        for (var i = first; i < end; i++)
        {
            if (Gold.TryGetValue(i, out id))
            {
                return id;
            }
        }

        return null;
    }

    private static GumDocument Make(List<ConlluSentence> sentences, LanguagePipeline pipeline)
    {
        var document = ConlluDocument.Create(sentences, null);
        pipeline.Annotate(document);
        var gold = new Dictionary<int, string>();
        var lengths = new Dictionary<int, int>();
        var first = 0;
        foreach (var sentence in sentences)
        {
            foreach (var (id, from, to) in Mentions(sentence))
            {
                // Of mentions with one head ("Anna", "Anna and Bert") the shortest is the head's own.
                var head = first + HeadOf(sentence, from, to);
                if (!lengths.TryGetValue(head, out var length) || to - from < length)
                {
                    (gold[head], lengths[head]) = (id, to - from);
                }
            }

            first += sentence.Words.Length;
        }

        return new GumDocument(document, gold);
    }

    private static int HeadOf(ConlluSentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (sentence.Words[i].Head - 1 < first || sentence.Words[i].Head - 1 > last)
            {
                return i;
            }
        }

        return last;
    }

    private static List<(string Id, int First, int Last)> Mentions(ConlluSentence sentence)
    {
        var open = new List<(string Id, int First)>();
        var found = new List<(string, int, int)>();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var field = sentence
                .Words[i]
                .Misc.Split('|')
                .FirstOrDefault(static m => m.StartsWith("Entity=", StringComparison.Ordinal));
            foreach (
                var match in Brackets()
                    .Matches(field is null ? "" : field["Entity=".Length..])
                    .Select(static m => m.Value)
            )
            {
                // Parts of a split mention ("5[1/2]") count as mentions.
                var id = match.Trim('(', ')').Split('-')[0].Split('[')[0];
                if (match[0] == '(')
                {
                    open.Add((id, i));
                }

                var at = match[^1] == ')' ? open.FindLastIndex(o => o.Id == id) : -1;
                if (at >= 0)
                {
                    found.Add((id, open[at].First, i));
                    open.RemoveAt(at);
                }
            }
        }

        return found;
    }

    [GeneratedRegex(@"\([^()]*\)?|[^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();
}
