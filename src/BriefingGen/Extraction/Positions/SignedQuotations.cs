using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Finds quotations with a name under them: “…” — Greta Hamm, to the end of the paragraph or on a line of its own; and, in
/// an article whose marks and dashes were lost, paragraphs that end in a bare name, where several do.
/// </summary>
internal sealed class SignedQuotations(ArticleContext context, QuotationMap quotations)
{
    private const int LeastWords = 2;
    private const int LongestName = 16;

    // One bare name at the end of a paragraph may be anything; in a list of voices they all end so.
    private const int LeastUnmarked = 3;

    /// <summary>Lists them in order.</summary>
    public List<Candidate> Find()
    {
        var found = new List<Candidate>();
        var unmarked = new List<Candidate>();
        var paragraphs = Paragraphs.Of(context);
        var lostMarks = !Continuation.HasMarksOnDisk(context);
        for (var p = 0; p < paragraphs.Count; p++)
        {
            if (Dashed(paragraphs[p], p > 0 ? paragraphs[p - 1] : null) is { } signed)
            {
                found.Add(signed);
            }
            else if (p + 1 < paragraphs.Count && Introduced(paragraphs[p], paragraphs[p + 1]) is { } introduced)
            {
                found.Add(introduced);
            }
            else if (lostMarks && Unmarked(paragraphs[p]) is { } voice)
            {
                unmarked.Add(voice);
            }
        }

        return unmarked.Count >= LeastUnmarked ? [.. found.Concat(unmarked).OrderBy(static c => c.Head)] : found;
    }

    private Candidate? Dashed(Run paragraph, Run? before)
    {
        var dash = LastDash(paragraph);
        if (dash < 0 || Name(dash + 1, paragraph.End) is not { } name)
        {
            return null;
        }

        var said =
            dash > paragraph.First ? Quoted(paragraph.First, dash)
            : before is { } lines ? WholeQuotation(lines)
            : null;
        return said is { } content && content.Length >= LeastWords + 2
            ? Signed(new Run(dash, dash + 1), name, content)
            : null;
    }

    // "And from the chairwoman, Greta Hamm:", a line of its own over the quotation.
    private Candidate? Introduced(Run line, Run below)
    {
        if (
            line.Length > LongestName
            || context.Form(line.End - 1) != ":"
            || WholeQuotation(below) is not { } content
            || content.Length < LeastWords + 2
        )
        {
            return null;
        }

        var first = line.First;
        while (first < line.End && context.Upos(first) is Upos.Cconj or Upos.Adp or Upos.Adv or Upos.Punct)
        {
            first++;
        }

        return Name(first, line.End - 1) is { } name
            ? Signed(new Run(line.End - 1, line.End), name, content) with
            {
                Inverted = false,
            }
            : null;
    }

    private int LastDash(Run paragraph)
    {
        for (var i = paragraph.End - 1; i >= Math.Max(paragraph.First, paragraph.End - LongestName); i--)
        {
            if (WordClasses.IsDash(context.Form(i)))
            {
                return i;
            }
        }

        return -1;
    }

    // What the name stands under: the quotation before the dash; all of the paragraph where marks within marks made
    // pieces of it and nothing but quotations is in it.
    private Run? Quoted(int first, int dash)
    {
        if (quotations.At(dash - 1) is not { Closed: true } last || last.End != dash)
        {
            return null;
        }

        var start = last.First;
        while (start > first && (quotations.At(start - 1) is not null || context.Upos(start - 1) is Upos.Punct))
        {
            start--;
        }

        return new Run(start == first ? first : last.First, dash);
    }

    private Run? WholeQuotation(Run paragraph) =>
        QuotationMap.IsMark(context.Form(paragraph.First))
        && QuotationMap.IsMark(context.Form(paragraph.End - 1))
        && Quoted(paragraph.First, paragraph.End) is { } all
        && all.First == paragraph.First
            ? all
            : null;

    // From behind the dash to the end of the paragraph: who it is and no clause.
    private Run? Name(int first, int end)
    {
        while (end > first && WordClasses.IsEndMark(context.Form(end - 1)))
        {
            end--;
        }

        var named = false;
        for (var i = first; i < end; i++)
        {
            if (context.Upos(i) is Upos.Verb or Upos.Aux || QuotationMap.IsMark(context.Form(i)))
            {
                return null;
            }

            named |= context.Upos(i) is Upos.Propn;
        }

        return named ? new Run(first, end) : null;
    }

    // The last sentence is a person's name and nothing else.
    private Candidate? Unmarked(Run paragraph)
    {
        var sentence = context.SentenceOf(paragraph.End - 1);
        var (first, end) = (context.Sentences[sentence].First, paragraph.End);
        if (
            first - paragraph.First < LeastWords
            || Name(first, end) is not { } name
            || name.Length is < 2 or > 5
            || !WordClasses.IsEndMark(context.Form(first - 1))
            || !Enumerable.Range(name.First, name.Length).All(i => char.IsUpper(context.Form(i)[0]))
            || !context.Entities.Any(e => e.First <= first && e.End >= name.End && e.Type is EntityType.Person)
        )
        {
            return null;
        }

        return Signed(new Run(first - 1, first), name, new Run(paragraph.First, first - 1));
    }

    private static Candidate Signed(Run cue, Run name, Run content) =>
        new(Pattern.Signed, cue.First, cue, name, [content], Inverted: true, SharedSource: false, Addressee: null);
}
