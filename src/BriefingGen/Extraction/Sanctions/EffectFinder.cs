using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Finds the sentences that say what sanctions do, in the article's own words.</summary>
internal sealed class EffectFinder
{
    private const int MaxEffects = 5;

    private readonly List<(SourceSpan Span, int Region, ImmutableArray<string> Actors)> _sentences = [];
    private readonly ArticleContext _context;

    public EffectFinder(ArticleContext context, ActorIndex actors, SanctionWords words)
    {
        _context = context;
        foreach (var sentence in context.Sentences)
        {
            var span = context.SentenceSpan(sentence.First);
            if (words.SpeaksOfEffect(span.Wording))
            {
                var named = actors
                    .In(sentence.First, sentence.End)
                    .Select(m => m.Actor)
                    .Distinct(StringComparer.Ordinal);
                _sentences.Add((span, sentence.Region, [.. named]));
            }
        }
    }

    /// <summary>What is said of the effect of one sanction: near it, or of the one it is aimed at.</summary>
    /// <param name="outcome">The sanction.</param>
    /// <param name="targets">Whom it is aimed at.</param>
    /// <param name="onlyTarget">True where the article has no sanctions against anybody else.</param>
    public ImmutableArray<SourceSpan> Find(OutcomeFact outcome, ImmutableArray<string> targets, bool onlyTarget)
    {
        var region = _context.RegionOf(Math.Min(_context.TokenAt(outcome.Trigger.Start), _context.Count - 1));
        return
        [
            .. _sentences
                .Where(s => s.Span.Start != outcome.Sentence.Start)
                .Where(s =>
                    onlyTarget || s.Region == region || s.Actors.Any(a => targets.Contains(a, StringComparer.Ordinal))
                )
                .Select(s => s.Span)
                .Take(MaxEffects),
        ];
    }
}
