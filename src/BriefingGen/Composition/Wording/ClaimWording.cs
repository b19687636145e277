using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>A claim as it prints.</summary>
/// <param name="Register"><c>Claimed</c>, <c>Assessed</c> or, of what somebody did, <c>Reported</c>; with <c>by</c> where the speaker follows.</param>
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
    private readonly CueReading _cues = new(index);

    public WordedClaim Of(Claim claim)
    {
        var position = claim.Lead;
        var actor = index.Actor(claim.Actor ?? position.Actor);
        var register = DeedReading.Register(claim);
        var speaker = Speaker(position, actor);
        return speaker is not null && _cues.StandsAlone(position)
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

        if (position.Source is { } source && !CueReading.IsPronoun(source.Wording))
        {
            var head = Head(position.Article, source.Span, actor);
            return new PhraseBuilder().Strong(Phrase.Of([index.Source(position.Article, head)])).Build();
        }

        return actor is null ? null : actors.Full(actor);
    }

    private WordedClaim Quotation(PositionFact position, string register, Phrase speaker)
    {
        var words = new PhraseBuilder();
        for (var i = 0; i < position.Content.Length; i++)
        {
            var span = Bare(position.Article, position.Content[i].Span);
            words.Words(i == 0 ? "“" : " … “").Add(index.Quoted(position.Article, span)).Words("”");
        }

        if (!EndsSentence(words.Build().Words))
        {
            words.Words(".");
        }

        var quotation = words.Build();
        var text = new PhraseBuilder().Marks("*").Words(register + " by").Marks("*").Words(" ").Add(speaker);
        if (dates.Of(position.Date, null) is { } date)
        {
            text.Words(", ").Add(date);
        }

        return new WordedClaim(register + " by", speaker, quotation, text.Words(": ").Add(quotation).Build(), true);
    }

    private static bool EndsSentence(string quotation) => quotation.TrimEnd('”') is [.., '.' or '!' or '?' or '…'];

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
            var head = Head(position.Article, source.Span, actor);
            words.Add(new TextSpan(extent.Start, head.Start));
            words.Strong(head);
            if (Insert(index.Read(position.Article, head), actor) is { } insert)
            {
                words.Insert(insert);
            }

            words.Add(new TextSpan(head.End, extent.End));
        }
        else
        {
            words.Add(extent);
        }

        var sentence = words.End();
        var text = new PhraseBuilder().Marks("*").Words(register).Marks("*");
        // The sentence itself does not say who speaks: the resolved speaker stands before it.
        if (position.Source is null && speaker is not null)
        {
            text.Words(" ").Marks("*").Words("by").Marks("*").Words(" ").Add(speaker);
        }

        text.Words(": ").Add(sentence);
        if (!DateWording.IsSaid(sentence.Words, position.Date) && dates.Of(position.Date, null) is { } date)
        {
            text.Words(" (").Add(date).Words(")");
        }

        return new WordedClaim(register, speaker ?? Phrase.Label("source not named"), sentence, text.Build(), false);
    }

    private TextSpan Head(string article, TextSpan source, ActorFact? actor) =>
        SourceHead.Of(index.Articles[article].Facts.Article.Text.Value, source, actor?.Name);

    // What the source's own words leave open: the name behind "he", the office behind a surname.
    private Phrase? Insert(string source, ActorFact? actor)
    {
        // "The Secretary of State and Minister Berrick": one name behind both would say that they are one.
        if (actor is null || SourceHead.IsJoint(source))
        {
            return null;
        }

        if (!actor.Named)
        {
            return CueReading.IsPronoun(source) && !CueReading.IsPronoun(actor.Name) ? actors.Name(actor) : null;
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

    /// <summary>What is judged, in the source's words: in marks where they are its own, and the whole sentence where the cue turns them.</summary>
    public Phrase Judgement(Claim claim, AssessmentFact assessment)
    {
        if (assessment.Judgement.IsEmpty || IsClipped(assessment) || _cues.IsTurned(claim.Lead))
        {
            return Of(claim).Words;
        }

        var quoted = claim.Lead.Form == PositionForm.Direct;
        var words = new PhraseBuilder();
        // Of a quotation in parts, what follows its term is a remark on it.
        var parts =
            quoted
            && assessment.Estimate is { } term
            && assessment.Judgement[0].Wording.Contains(term.Term, StringComparison.OrdinalIgnoreCase)
                ? 1
                : assessment.Judgement.Length;
        for (var i = 0; i < parts; i++)
        {
            var span = Bare(assessment.Article, WithoutThat(assessment.Judgement[i]));
            words.Words((i == 0 ? string.Empty : " … ") + (quoted ? "“" : string.Empty));
            words.Add(quoted ? index.Quoted(assessment.Article, span) : index.Source(assessment.Article, span));
            words.Words(quoted ? "”" : string.Empty);
        }

        return words.Build();
    }

    // "… considers it unlikely": the judgement's verb is the cue, and without it the words are no sentence.
    private static bool IsClipped(AssessmentFact assessment) =>
        assessment.Estimate is { } estimate
        && assessment.Judgement[0].Wording.Split(' ', 2) is [var first, var rest]
        && CueReading.IsPronoun(first)
        && rest.StartsWith(estimate.Term, StringComparison.OrdinalIgnoreCase);

    private static TextSpan WithoutThat(SourceSpan judgement) =>
        judgement.Text.StartsWith("that ", StringComparison.OrdinalIgnoreCase)
            ? new TextSpan(judgement.Start + "that ".Length, judgement.End)
            : judgement.Span;

    private TextSpan Bare(string article, TextSpan span) =>
        CueReading.Bare(index.Articles[article].Facts.Article.Text.Value, span);
}
