using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Credits quotations that no verb introduces to the one person whom the sentence before is about
/// ("Greta Hamm was defiant. “We won.”").
/// </summary>
internal sealed class OrphanQuotations(ArticleContext context, QuotationMap quotations, PhraseReader phrases)
{
    private const double Sureness = 0.6;
    private const int LeastWords = 2;

    /// <summary>The positions found, and those of quotations that nobody was credited with, in order of their cues.</summary>
    public List<Weighed> Join(IReadOnlyList<Weighed> found)
    {
        var all = found.ToList();
        foreach (var quotation in quotations.All)
        {
            if (!quotation.Closed || quotation.End - quotation.First < LeastWords + 2)
            {
                continue;
            }

            if (
                !all.Exists(w => w.Candidate.Content.Any(c => c.Overlaps(new Run(quotation.First, quotation.End))))
                && Before(quotation, all) is { } told
            )
            {
                all.Add(new Weighed(told, Sureness));
            }
        }

        all.Sort(static (a, b) => a.Candidate.Head.CompareTo(b.Candidate.Head));
        return all;
    }

    private Candidate? Before(Quotation quotation, List<Weighed> all)
    {
        var at = context.SentenceOf(quotation.First);
        if (
            at == 0
            || context.Sentences[at].First != quotation.First
            || !WordClasses.IsEndMark(context.Form(quotation.End - 2))
            || !SameParagraph(quotation.First, quotation.First - 1)
            || context.Syntax is not { } tree
        )
        {
            return null;
        }

        var before = context.Sentences[at - 1];
        var range = new Run(before.First, before.End);
        var root = Enumerable.Range(before.First, before.Count).FirstOrDefault(i => tree.Is(i, "root"), -1);
        if (
            root < 0
            || all.Exists(w => range.Contains(w.Candidate.Head))
            || Enumerable.Range(before.First, before.Count).Any(i => quotations.At(i) is not null)
        )
        {
            return null;
        }

        foreach (var child in tree.Children(root))
        {
            var (first, last) = tree.Subtree(child);
            if (tree.Is(child, "nsubj") && first >= before.First && last < root && IsPerson(child, first, last))
            {
                return new Candidate(
                    Pattern.QuoteAfter,
                    root,
                    Group(tree, root),
                    new Run(first, last + 1),
                    [new Run(quotation.First, quotation.End)],
                    false,
                    false,
                    null
                );
            }
        }

        return null;
    }

    private Run Group(DependencyTree tree, int root)
    {
        if (context.Upos(root) is Upos.Verb)
        {
            return phrases.VerbGroup(root);
        }

        var first = root;
        foreach (var child in tree.Children(root))
        {
            first = tree.Is(child, "cop") ? Math.Min(first, child) : first;
        }

        return new Run(first, root + 1);
    }

    private bool SameParagraph(int word, int other) => context.RegionOf(word) == context.RegionOf(other);

    private bool IsPerson(int word, int first, int last) =>
        context.Lower(word) is "he" or "she"
        || context.Entities.Any(e => e.First >= first && e.End == last + 1 && e.Type is EntityType.Person);
}
