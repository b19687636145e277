using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>A claim as the rules read it.</summary>
internal sealed class ReadClaim
{
    private const int DaysApart = 7;

    private static readonly FrozenSet<string> Irreal =
        "would could may might should must will can if whether hope hopes hoped want wants wanted expect expects"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private readonly SourceTable _sources;
    private readonly Lazy<ImmutableSortedSet<string>> _names;

    public ReadClaim(Claim claim, SourceTable sources, MergedActors actors, TalksJudgementReader judgements)
    {
        _sources = sources;
        Claim = claim;
        Text = string.Join(' ', claim.Lead.Content.Select(c => c.Wording));
        Words = ContentWords.Of(Text);
        Day = claim.Lead.Date ?? sources.Published(claim.Lead.Article);
        Judgement =
            judgements.Read(Text)
            ?? (!judgements.NamesTalks(Text) && StandsAmongTalks(judgements) ? judgements.ReadImplied(Text) : null);
        Figures = FigureReader.Read(Text);
        IsIrreal = Text.Contains('?', StringComparison.Ordinal) || ContentWords.Split(Text).Any(Irreal.Contains);
        _names = new Lazy<ImmutableSortedSet<string>>(ReadNames);
        Countries =
        [
            .. claim.Lead.About.Append(claim.Actor!).Select(actors.Find).Select(a => a?.Country).OfType<string>(),
        ];
        Articles = [.. claim.Positions.Select(p => p.Article)];
    }

    public Claim Claim { get; }

    /// <summary>The lead's content in its repaired wording.</summary>
    public string Text { get; }

    public ContentWords Words { get; }

    public ImmutableArray<CountedFigure> Figures { get; }

    /// <summary>How it says that talks went; null where it does not.</summary>
    public TalksJudgement? Judgement { get; }

    /// <summary>True where it speaks of what would, might or should be, which contradicts nothing.</summary>
    public bool IsIrreal { get; }

    /// <summary>Countries of who speaks and of whom is spoken.</summary>
    public ImmutableSortedSet<string> Countries { get; }

    /// <summary>The day on which it was said, else published; null where neither is known.</summary>
    public DateOnly? Day { get; }

    public ImmutableSortedSet<string> Articles { get; }

    // The sentences around it, a paragraph or so.
    private bool StandsAmongTalks(TalksJudgementReader judgements)
    {
        const int Around = 6;
        var facts = _sources[Claim.Lead.Article].Facts;
        var at = 0;
        while (at < facts.Sentences.Length && facts.Sentences[at].End <= Claim.Lead.Sentence.Start)
        {
            at++;
        }

        return judgements.NamesTalks(facts.Article.Title)
            || facts
                .Sentences.Skip(Math.Max(0, at - Around))
                .Take(Around + 2)
                .Any(sentence => judgements.NamesTalks(facts.Reading.Read(sentence)));
    }

    /// <summary>True where one article gives both.</summary>
    public bool SharesArticle(ReadClaim other) => Articles.Overlaps(other.Articles);

    /// <summary>True where the two were made within a week, as far as known.</summary>
    public bool IsNear(ReadClaim other) =>
        Day is not { } a || other.Day is not { } b || Math.Abs(a.DayNumber - b.DayNumber) <= DaysApart;

    /// <summary>Names in the content, folded: words with a capital that do not begin a sentence.</summary>
    public ImmutableSortedSet<string> Names => _names.Value;

    private ImmutableSortedSet<string> ReadNames()
    {
        var names = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var text in Claim.Lead.Content.Select(c => c.Wording).Append(Claim.Lead.Sentence.Wording))
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 1; i < words.Length; i++)
            {
                if (char.IsUpper(words[i][0]) && !words[i - 1].EndsWith('.'))
                {
                    names.UnionWith(ContentWords.Split(words[i]).Select(ContentWords.Stem));
                }
            }
        }

        return names.ToImmutable();
    }

    /// <summary>Number of the first article, for messages.</summary>
    public int Number => _sources[Claim.Lead.Article].Number;
}
