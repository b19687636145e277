using System.Text;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// The facts of one article, looked up by words of its clean form: both are compared without the characters that a
/// degraded article lacks, so one list of expected facts serves both.
/// </summary>
internal sealed class ScoredArticle
{
    private readonly Dictionary<string, ActorFact> _actors = new(StringComparer.Ordinal);
    private readonly string _stripped;
    private readonly int[] _offsets;

    public ScoredArticle(ArticleFacts facts)
    {
        Facts = facts;
        foreach (var actor in facts.Actors)
        {
            _actors.TryAdd(actor.Actor, actor);
        }

        var text = facts.Article.Text.Value;
        var stripped = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (SampleDegrader.IsKept(text[i]))
            {
                stripped.Append(text[i]);
                offsets.Add(i);
            }
        }

        offsets.Add(text.Length);
        _stripped = stripped.ToString();
        _offsets = [.. offsets];
    }

    public ArticleFacts Facts { get; }

    /// <summary>True where the article has these words, none of them a part of a longer one.</summary>
    public bool Has(string words)
    {
        var key = SampleDegrader.Strip(words);
        for (
            var at = _stripped.IndexOf(key, StringComparison.Ordinal);
            at >= 0;
            at = _stripped.IndexOf(key, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + key.Length;
            if (
                (at == 0 || !char.IsLetter(_stripped[at - 1]))
                && (end == _stripped.Length || !char.IsLetter(_stripped[end]))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the words stand.</summary>
    /// <exception cref="InvalidOperationException">They do not stand in the article.</exception>
    public TextSpan Find(string words)
    {
        var key = SampleDegrader.Strip(words);
        var at = _stripped.IndexOf(key, StringComparison.Ordinal);
        return at >= 0
            ? new TextSpan(_offsets[at], _offsets[at + key.Length - 1] + 1)
            : throw new InvalidOperationException($"'{words}' does not stand in {Facts.Article.Path}.");
    }

    /// <summary>Where a part of the words stands.</summary>
    /// <exception cref="InvalidOperationException">The words do not stand in the article.</exception>
    public TextSpan Find(string words, string part)
    {
        var before = SampleDegrader.Strip(words[..words.IndexOf(part, StringComparison.Ordinal)]).Length;
        var at = _stripped.IndexOf(SampleDegrader.Strip(words), StringComparison.Ordinal);
        return at >= 0
            ? new TextSpan(_offsets[at + before], _offsets[at + before + SampleDegrader.Strip(part).Length - 1] + 1)
            : throw new InvalidOperationException($"'{words}' does not stand in {Facts.Article.Path}.");
    }

    /// <summary>The part of the words at <paramref name="span"/> that the spans cover, 0 to 1.</summary>
    public static double Covered(TextSpan span, IEnumerable<SourceSpan> by) =>
        by.Sum(s => (double)Math.Max(0, Math.Min(s.End, span.End) - Math.Max(s.Start, span.Start))) / span.Length;

    /// <summary>The actor of a slug; null where there is none.</summary>
    public ActorFact? Actor(string? slug) => slug is null ? null : _actors.GetValueOrDefault(slug);

    /// <summary>True where a slug is the actor of that name.</summary>
    public bool Is(string? slug, string name) => Actor(slug) is { } actor && IsNamed(actor, name);

    public static bool IsNamed(ActorFact actor, string name) =>
        actor.Named && (Same(actor.Name, name) || actor.Aliases.Any(a => Same(a, name)));

    /// <summary>True where a position is credited to whom it should be.</summary>
    public bool IsCredited(PositionFact position, Credit credit)
    {
        var words = position.Source?.Text;
        if (credit.Who is { } who)
        {
            // A body of state counts as found by its own words, whether it became an actor of its own or its state.
            return Is(position.Actor, who) || (words is not null && who.Contains(' ') && Holds(words, who));
        }

        var actor = Actor(position.Actor);
        if (actor is { Named: true, Type: ActorType.Person })
        {
            return credit.Source is null;
        }

        // "the official" is right for "A senior official" where it was resolved to that one.
        return credit.Source is null
            || new[] { words, actor?.Name }.Any(w =>
                w is { Length: > 0 } && (Holds(w, credit.Source) || Holds(credit.Source, w))
            );
    }

    public static bool Holds(string? text, string words) =>
        text is not null
        && SampleDegrader.Strip(text).Contains(SampleDegrader.Strip(words), StringComparison.OrdinalIgnoreCase);

    private static bool Same(string a, string b) =>
        string.Equals(SampleDegrader.Strip(a), SampleDegrader.Strip(b), StringComparison.OrdinalIgnoreCase);
}
