using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Propositions;

/// <summary>Counts the content lemmas of an article.</summary>
internal static class Terms
{
    /// <summary>The terms in ordinal order.</summary>
    public static ImmutableArray<Term> Of(ArticleContext context)
    {
        if (!context.Document.Present.HasFlag(Layers.Lemmas))
        {
            return [];
        }

        var counts = new Dictionary<string, (int All, int Title, bool Name)>(StringComparer.Ordinal);
        foreach (var sentence in context.Sentences)
        {
            var title = context.Document.Regions[sentence.Region].Kind == RegionKind.Title ? 1 : 0;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (IsContent(context, i))
                {
                    var lemma = context.Lemma(i);
                    var (all, inTitle, name) = counts.GetValueOrDefault(lemma);
                    counts[lemma] = (all + 1, inTitle + title, name || context.Upos(i) == Upos.Propn);
                }
            }
        }

        return
        [
            .. counts
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new Term(pair.Key, pair.Value.All, pair.Value.Title, pair.Value.Name)),
        ];
    }

    /// <summary>True for a word that says something by itself: no auxiliary, pronoun, particle or mark.</summary>
    public static bool IsContent(ArticleContext context, int token)
    {
        var kind = context.Upos(token);
        if (kind is Upos.Num)
        {
            return true;
        }

        var form = context.Form(token);
        return kind is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Adv
            && form.Length > 1
            && char.IsLetterOrDigit(form[0])
            && context.Lower(token) is not ("not" or "n't" or "also" or "then" or "there" or "here" or "so");
    }
}
