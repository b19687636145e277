using System.Collections.Frozen;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>A claim as it prints.</summary>
/// <param name="Register"><c>Claimed</c> or <c>Assessed</c>, with <c>by</c> where the speaker follows.</param>
/// <param name="Speaker">Who is credited, with role and country.</param>
/// <param name="Words">The quotation in its marks, or the whole sentence.</param>
/// <param name="Text">Register, speaker, date and words: the whole line.</param>
/// <param name="Quoted">True where the speaker's own words are printed in quotation marks.</param>
internal sealed record WordedClaim(string Register, Phrase Speaker, Phrase Words, Phrase Text, bool Quoted);

/// <summary>
/// Words claims. A direct quotation prints as one, credited to its speaker. Everything else prints as the article's
/// whole sentence, with the speaker's name put in where the sentence has a pronoun: what the sentence denies, hedges
/// or only plans cannot get lost.
/// </summary>
internal sealed class ClaimWording(FactIndex index, ActorWording actors, DateWording dates)
{
    private const int QuotationLimit = 900;

    private static readonly FrozenSet<string> s_pronouns = FrozenSet.ToFrozenSet(
        [
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "you",
            "who",
            "which",
            "that",
            "this",
            "these",
            "those",
            "both",
            "others",
            "one",
            "him",
            "her",
            "them",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Cues beside which a quotation stands as its speaker's assertion and as nothing else.
    private static readonly FrozenSet<string> s_plainCues = FrozenSet.ToFrozenSet(
        [
            "said",
            "says",
            "say",
            "saying",
            "told",
            "tells",
            "telling",
            "added",
            "adds",
            "adding",
            "explained",
            "explains",
            "wrote",
            "writes",
            "stated",
            "states",
            "continued",
            "tweeted",
            "according",
            "noted",
            "argued",
            "insisted",
            "stressed",
            "declared",
            "announced",
            "warned",
            "commented",
            "remarked",
            "replied",
            "responded",
            "answered",
            "acknowledged",
            "admitted",
            "concluded",
            "recalled",
            "posted",
            "called",
            "described",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Words near a cue that turn or weaken it.
    private static readonly FrozenSet<string> s_turns = FrozenSet.ToFrozenSet(
        [
            "not",
            "never",
            "no",
            "nor",
            "neither",
            "without",
            "denied",
            "denies",
            "refused",
            "declined",
            "would",
            "may",
            "might",
            "could",
            "should",
            "if",
            "whether",
            "allegedly",
            "reportedly",
            "supposedly",
            "cannot",
            "can't",
            "won't",
            "wouldn't",
            "didn't",
            "hasn't",
            "haven't",
            "doesn't",
            "don't",
            "isn't",
            "wasn't",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public WordedClaim Of(Claim claim)
    {
        var position = claim.Lead;
        var actor = index.Actor(claim.Actor ?? position.Actor);
        var register = claim.Assessment is null ? "Claimed" : "Assessed";
        var speaker = Speaker(position, actor);
        return CanQuote(position, speaker)
            ? Quotation(position, register, speaker!)
            : Sentence(position, register, speaker, actor, claim.Assessment?.Estimate?.Term);
    }

    /// <summary>Where all tellings of a claim stand.</summary>
    public CitationSet Cite(Claim claim) => index.Cite(claim.Positions.Select(p => (p.Article, p.Id, Extent(p))));

    /// <summary>The cited stretch of a position: its sentence and all of its content.</summary>
    public static TextSpan Extent(PositionFact position) =>
        position.Content.Aggregate(position.Sentence.Span, (whole, content) => whole.Union(content.Span));

    private Phrase? Speaker(PositionFact position, ActorFact? actor)
    {
        if (actor is { Named: true })
        {
            return actors.Full(actor);
        }

        if (position.Source is { } source && !s_pronouns.Contains(source.Wording.Trim()))
        {
            return new PhraseBuilder().Strong(Phrase.Of([index.Source(position.Article, source.Span)])).Build();
        }

        return actor is null ? null : actors.Full(actor);
    }

    private bool CanQuote(PositionFact position, Phrase? speaker)
    {
        if (
            speaker is null
            || position.Form != PositionForm.Direct
            || position.Content.Sum(c => c.Text.Length) > QuotationLimit
        )
        {
            return false;
        }

        if (position.Cue is null)
        {
            return true;
        }

        var sentence = position.Sentence.Span;
        var near = position.Source is { } source ? position.Cue.Span.Union(source.Span) : position.Cue.Span;
        if (near.Length > 200 || !sentence.Contains(near))
        {
            return false;
        }

        var words = WordsOf(index.Read(position.Article, near)).Concat(Before(position, near)).ToList();
        return words.Any(s_plainCues.Contains) && !words.Any(s_turns.Contains);
    }

    // The few words before source and cue that are not content.
    private IEnumerable<string> Before(PositionFact position, TextSpan near)
    {
        var from = position.Sentence.Start;
        foreach (var content in position.Content)
        {
            if (content.End <= near.Start)
            {
                from = Math.Max(from, content.End);
            }
        }

        return from >= near.Start
            ? []
            : WordsOf(index.Read(position.Article, new TextSpan(from, near.Start))).TakeLast(4);
    }

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split(
                [' ', '\t', '\n', '\r', ',', '.', ';', ':', '"', '“', '”', '(', ')'],
                StringSplitOptions.RemoveEmptyEntries
            )
            .Select(word => word.Replace('’', '\''));

    private WordedClaim Quotation(PositionFact position, string register, Phrase speaker)
    {
        var words = new PhraseBuilder();
        for (var i = 0; i < position.Content.Length; i++)
        {
            var span = Bare(position.Article, position.Content[i].Span);
            words.Words(i == 0 ? "“" : " … “").Add(index.Quoted(position.Article, span)).Words("”");
        }

        var quotation = words.Build();
        var text = new PhraseBuilder().Marks("*").Words(register + " by").Marks("*").Words(" ").Add(speaker);
        if (dates.Of(position.Date, null) is { } date)
        {
            text.Words(", ").Add(date);
        }

        return new WordedClaim(register + " by", speaker, quotation, text.Words(": ").Add(quotation).Build(), true);
    }

    private WordedClaim Sentence(
        PositionFact position,
        string register,
        Phrase? speaker,
        ActorFact? actor,
        string? strong
    )
    {
        var extent = index.Sentences(position.Article, Extent(position));
        var words = new SentenceBuilder(index, position.Article, strong);
        if (position.Source is { } source && extent.Contains(source.Span) && source.Span.Length < extent.Length)
        {
            words.Add(new TextSpan(extent.Start, source.Start));
            words.Strong(source.Span);
            if (Insert(source.Wording, actor) is { } insert)
            {
                words.Insert(insert);
            }

            words.Add(new TextSpan(source.End, extent.End));
        }
        else
        {
            words.Add(extent);
        }

        var sentence = words.Build();
        var text = new PhraseBuilder().Marks("*").Words(register).Marks("*");
        // The sentence itself does not say who speaks: the resolved speaker stands before it.
        if (position.Source is null && speaker is not null)
        {
            text.Words(" ").Marks("*").Words("by").Marks("*").Words(" ").Add(speaker);
        }

        text.Words(": ").Add(sentence);
        if (dates.Of(position.Date, null) is { } date)
        {
            text.Words(" (").Add(date).Words(")");
        }

        return new WordedClaim(register, speaker ?? Phrase.Label("source not named"), sentence, text.Build(), false);
    }

    // What the source's own words leave open: the name behind "he", the office behind a surname.
    private Phrase? Insert(string source, ActorFact? actor)
    {
        if (actor is not { Named: true })
        {
            return null;
        }

        var surname = actor.Name.Split(' ')[^1];
        if (!source.Contains(surname, StringComparison.OrdinalIgnoreCase))
        {
            var details = actors.Details(actor);
            var name = actors.Name(actor);
            return actor.Type == ActorType.Person
                ? details is null
                    ? name
                    : new PhraseBuilder().Add(name).Words(", ").Add(details).Build()
                : null;
        }

        return actor.Type == ActorType.Person && !source.Trim().Contains(' ') ? actors.Details(actor) : null;
    }

    // A quotation without the marks, blanks and the comma at its ends.
    private TextSpan Bare(string article, TextSpan span)
    {
        var text = index.Articles[article].Facts.Article.Text.Value;
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“' or '”' or '„' or '«' or ','))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '“' or '”' or '»' or ','))
        {
            end--;
        }

        return start < end ? new TextSpan(start, end) : span;
    }
}
