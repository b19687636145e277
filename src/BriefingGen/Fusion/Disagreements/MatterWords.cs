using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>Names what two sides differ in by words of the first.</summary>
internal static class MatterWords
{
    private const int Most = 5;

    /// <summary>The first phrase of what was said that shares a word with the answer, else the first; never more than some words.</summary>
    public static string Of(OpposedPair pair, ArticleFacts facts)
    {
        var answer = pair.Second.Lemmas.ToHashSet(StringComparer.Ordinal);
        var phrase = pair
            .First.Propositions.SelectMany(p => p.Arguments)
            .Where(a =>
                a.Lemmas.Length > 0 && a.Role != ArgumentRole.Complement && a.End <= facts.Article.Text.Value.Length
            )
            .Select(a =>
                (Text: facts.Article.Text.Value[a.Start..a.End], Shared: a.Lemmas.Any(answer.Contains), a.Role)
            )
            .Where(a => a.Text.Split(' ').Length <= Most && !a.Text.Contains('\n', StringComparison.Ordinal))
            .OrderByDescending(a => a.Shared)
            .ThenByDescending(a => a.Role == ArgumentRole.Object)
            .Select(a => a.Text)
            .FirstOrDefault();
        return phrase
            ?? string.Join(
                ' ',
                pair.First.Content.SelectMany(c => ContentWords.Split(c.Wording))
                    .Where(ContentWords.IsTelling)
                    .Take(Most - 1)
            );
    }
}
