using BriefingGen.Extraction;
using BriefingGen.Extraction.Positions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Training.Attribution;

/// <summary>Counts how often each verb attributes where its object is a noun and it has no clause and no quotation.</summary>
internal sealed class ObjectRates
{
    private const int LeastUses = 4;
    private const double MostShare = 0.3;

    private readonly SortedDictionary<string, (int Uses, int Hits)> _verbs = new(StringComparer.Ordinal);

    /// <summary>Counts the verbs of an article.</summary>
    public void Add(ArticleContext context, List<GoldAttribution> gold)
    {
        if (context.Syntax is not { } syntax)
        {
            return;
        }

        var quotations = new QuotationMap(context);
        var cues = gold.SelectMany(static g => g.Cue).ToHashSet();
        for (var i = 0; i < context.Count; i++)
        {
            if (context.Upos(i) is Upos.Verb && HasOnlyNoun(context, syntax, quotations, i))
            {
                var (uses, hits) = _verbs.GetValueOrDefault(context.Lemma(i));
                _verbs[context.Lemma(i)] = (uses + 1, hits + (cues.Contains(i) ? 1 : 0));
            }
        }
    }

    /// <summary>The verbs that seldom attribute so, with their share and the number of uses.</summary>
    public IEnumerable<(string Lemma, double Share, int Uses)> Acts() =>
        _verbs
            .Where(static v => v.Value.Uses >= LeastUses && v.Value.Hits < MostShare * v.Value.Uses)
            .Where(static v => v.Key.All(static c => char.IsAsciiLetterLower(c) || c is '-'))
            .Select(static v => (v.Key, (double)v.Value.Hits / v.Value.Uses, v.Value.Uses));

    private static bool HasOnlyNoun(ArticleContext context, DependencyTree syntax, QuotationMap quotations, int verb)
    {
        var hasNoun = false;
        foreach (var child in syntax.Children(verb))
        {
            if (syntax.Is(child, "ccomp") || syntax.Is(child, "xcomp") || syntax.Is(child, "parataxis"))
            {
                return false;
            }

            if (syntax.Is(child, "obj"))
            {
                var (first, last) = syntax.Subtree(child);
                hasNoun =
                    context.Upos(child) is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num
                    && Enumerable.Range(first, last - first + 1).All(i => quotations.At(i) is null);
            }
        }

        return hasNoun;
    }
}
