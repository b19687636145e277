using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Finds the turns of a transcript: paragraphs that begin with a speaker's name and a colon, in an article where such
/// names come again. A single "UPDATE:" or "LONDON:" makes no conversation.
/// </summary>
internal sealed class TranscriptTurns(ArticleContext context)
{
    private const int LongestLabel = 6;
    private const int LeastTurns = 3;

    /// <summary>Lists them in order.</summary>
    public List<Candidate> Find()
    {
        var turns = new List<(Run Label, Run Said, string Key)>();
        foreach (var paragraph in Paragraphs.Of(context))
        {
            if (Turn(paragraph) is { } turn)
            {
                turns.Add((turn.Label, turn.Said, Key(turn.Label)));
            }
        }

        var speakers = turns.CountBy(static t => t.Key).ToDictionary(StringComparer.Ordinal);
        var isConversation =
            turns.Count >= LeastTurns && speakers.Count > 1 && speakers.Values.Any(static count => count > 1);
        return isConversation
            ? turns.ConvertAll(static t => new Candidate(
                Pattern.Turn,
                t.Label.End,
                new Run(t.Label.End, t.Label.End + 1),
                t.Label,
                [t.Said],
                Inverted: false,
                SharedSource: false,
                Addressee: null
            ))
            : [];
    }

    private (Run Label, Run Said)? Turn(Run paragraph)
    {
        var first = paragraph.First;
        while (first < paragraph.End && QuotationMap.IsMark(context.Form(first)))
        {
            first++;
        }

        var colon = first;
        while (colon < paragraph.End && colon - first <= LongestLabel && context.Form(colon) != ":")
        {
            colon++;
        }

        var end = paragraph.End;
        while (end > colon + 1 && WordClasses.IsEndMark(context.Form(end - 1)))
        {
            end--;
        }

        var label = new Run(first, colon);
        return
            colon > first
            && colon < paragraph.End
            && context.Form(colon) == ":"
            && end > colon + 1
            && (IsInCapitals(label) || IsPerson(label))
            ? (label, new Run(colon + 1, end))
            : null;
    }

    // "HAMM:", "MS. HAMM:", "Q:".
    private bool IsInCapitals(Run label) =>
        Enumerable.Range(label.First, label.Length).All(i => !context.Form(i).Any(char.IsLower))
        && context.Form(label.First).Any(char.IsLetter)
        && !Enumerable.Range(label.First, label.Length).Any(i => char.IsDigit(context.Form(i)[0]));

    private bool IsPerson(Run label) =>
        Enumerable
            .Range(label.First, label.Length)
            .All(i => context.Upos(i) is Upos.Propn || context.Form(i) is "." or "-")
        && context.Entities.Any(e => e.Type is EntityType.Person && e.First >= label.First && e.End == label.End);

    private string Key(Run label) =>
        string.Join(' ', Enumerable.Range(label.First, label.Length).Select(i => context.Form(i)));
}
