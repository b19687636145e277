using BriefingGen.Extraction;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language;

namespace BriefingGen.Tests.Extraction.Factuality;

/// <summary>Reads how a word of a sentence stands, without asking whether it names an event of a known type.</summary>
internal static class ReadSentence
{
    private static readonly Lazy<LanguagePipeline> _pipeline = new(() => EnglishLanguage.Create());
    private static readonly SignatureLexicon _signatures = SignatureLexicon.Load();

    /// <summary>The standing of the last word of the sentence that starts with <paramref name="word"/>.</summary>
    public static Standing Of(string sentence, string word)
    {
        var (context, reader) = Read(sentence);
        for (var i = context.Count - 1; i >= 0; i--)
        {
            if (context.Lower(i).StartsWith(word, StringComparison.Ordinal))
            {
                return reader.Of(i);
            }
        }

        throw new ArgumentException($"There is no {word} in: {sentence}", nameof(word));
    }

    /// <summary>As <c>+</c>, <c>-</c>, <c>planned</c>, <c>-reported</c> …</summary>
    public static string Told(string sentence, string word)
    {
        var standing = Of(sentence, word);
        return Told(new Effect(standing.Reality, standing.Negated));
    }

    /// <summary>An effect in the words of the table.</summary>
    public static string Told(Effect effect) =>
        effect switch
        {
            { Reality: Reality.Actual, Negated: false } => "+",
            { Reality: Reality.Actual } => "-",
            { Negated: true } => $"-{effect.Reality.ToString().ToLowerInvariant()}",
            _ => effect.Reality.ToString().ToLowerInvariant(),
        };

    private static (ArticleContext Context, FactualityReader Reader) Read(string sentence)
    {
        var article = NewsText.Article(sentence);
        var document = _pipeline.Value.Analyze(article.Text, article.Regions, article.Published);
        var context = new ArticleContext(article, document);
        return (context, new FactualityReader(context, context.Syntax!, _signatures));
    }
}
