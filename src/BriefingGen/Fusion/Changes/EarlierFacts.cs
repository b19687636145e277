using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Sentences;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Changes;

/// <summary>Finds what a side said or did before, on one matter.</summary>
internal sealed class EarlierFacts
{
    private const int MostLookedAt = 300;
    private const int MostFound = 2;
    private const double LeastShared = 0.9;
    private const double LeastWords = 0.3;
    private const double Nearly = 0.75;
    private const int WindowDays = 14;

    private readonly PhraseTable _words;
    private readonly SourceTable _sources;
    private readonly MergedActors _actors;
    private readonly Lexicon _lexicon;
    private readonly Func<string, string> _storyOf;
    private readonly KinTable _kin = KinTable.Load();
    private readonly Dictionary<string, List<Entry>> _bySide = new(StringComparer.Ordinal);

    public EarlierFacts(
        PhraseTable words,
        SourceTable sources,
        MergedActors actors,
        SentenceTable sentences,
        Lexicon lexicon,
        Func<string, string> storyOf
    )
    {
        (_words, _sources, _actors, _lexicon, _storyOf) = (words, sources, actors, lexicon, storyOf);
        for (var text = 0; text < sentences.Count; text++)
        {
            foreach (var sentence in sentences[text].Where(s => !s.IsTitle))
            {
                foreach (var position in sentence.Positions)
                {
                    Add(
                        new Entry(
                            position.Id,
                            sentence,
                            position.Article,
                            WordsOf(position.Lemmas.Append(position.CueLemma ?? "")),
                            [.. AttitudesOf(position.Lemmas).Append(Attitude(position)).OfType<string>()]
                        ),
                        position.Actor
                    );
                }

                foreach (var told in sentence.Events)
                {
                    Add(
                        new Entry(
                            told.Id,
                            sentence,
                            told.Article,
                            WordsOf(LemmasOf(told)),
                            [.. AttitudesOf([told.Lemma ?? ""]).Append(Attitude(told)).OfType<string>()]
                        ),
                        AgentOf(told)
                    );
                }
            }
        }
    }

    /// <summary>The slug of who does it; null where nobody is named.</summary>
    public static string? AgentOf(IEventFact told) =>
        told
            .Participants.FirstOrDefault(p =>
                p.Role is ParticipantRole.Source or ParticipantRole.Agent or ParticipantRole.Both && p.Actor is not null
            )
            ?.Actor;

    /// <summary>Content lemmas of an event with all that takes part in it but who does it: a name is no matter.</summary>
    public static IEnumerable<string> LemmasOf(IEventFact told) =>
        (
            told.Proposition?.Arguments.Where(a => a.Role != ArgumentRole.Subject || a.Actor is null)
                .SelectMany(a => a.Lemmas)
            ?? ContentWords.Terms(told.Sentence.Wording)
        ).Append(told.Lemma ?? "");

    /// <summary>True for what the article only recalls: it happened long before.</summary>
    public bool IsPast(IEventFact told) =>
        told.DateRange?.End is { } end
        && _sources.Published(told.Article) is { } day
        && day.DayNumber - end.DayNumber > WindowDays;

    /// <summary>The sides that a slug stands for: itself and its state.</summary>
    public IEnumerable<string> SidesOf(string article, string? slug)
    {
        if (_actors.Slug(article, slug) is not { } known)
        {
            yield break;
        }

        yield return known;
        if (_actors.Find(known)?.Country is { } state)
        {
            yield return "country " + state;
        }
    }

    /// <summary>The facts of the side that speak most of the same before, the best first; none where none does.</summary>
    /// <param name="now">The sentence that tells the change.</param>
    /// <param name="sides">Whose change it is.</param>
    /// <param name="lemmas">What it is about.</param>
    /// <param name="taken">The attitude that it takes up ("the threat"), as a list of the table names it; null where none.</param>
    public ImmutableArray<(string Fact, string Article)> Find(
        ToldSentence now,
        IReadOnlyList<string> sides,
        IEnumerable<string> lemmas,
        string? taken
    )
    {
        var words = WordsOf(lemmas);
        var text = _sources.Texts[now.Text].Facts.Article;
        var found = sides
            .SelectMany(s =>
                (_bySide.GetValueOrDefault(s) ?? [])
                    .Where(e => IsBefore(e, now, text.Published))
                    .TakeLast(MostLookedAt)
                    .Select(e => (Entry: e, Score: Score(e, words, now, text.Id, s, taken)))
            )
            .Where(x => x.Score >= LeastShared)
            .OrderByDescending(x => x.Score)
            .ThenByDescending(x => x.Entry.Sentence.Text)
            .ThenBy(x => x.Entry.Id, StringComparer.Ordinal)
            .DistinctBy(x => (x.Entry.Sentence.Text, x.Entry.Sentence.Start))
            .ToList();
        return
        [
            .. found
                .TakeWhile(x => x.Score >= Nearly * found[0].Score)
                .Take(MostFound)
                .Select(x => (x.Entry.Id, x.Entry.Article)),
        ];
    }

    // Elsewhere than just before, words of the matter must be shared too: a side makes many threats.
    private double Score(Entry entry, WordSet words, ToldSentence now, string article, string side, string? taken)
    {
        var shared = words.Shared(entry.Words).Sum(_lexicon.Rarity);
        return shared < LeastWords && !IsNear(entry, now) ? 0 : shared + Fit(entry, now, article, side, taken);
    }

    private static bool IsNear(Entry entry, ToldSentence now) =>
        entry.Sentence.Text == now.Text && now.Index - entry.Sentence.Index <= 1;

    // A threat that is not repeated was threatened; a forecast that is lowered was expected.
    private double Fit(Entry entry, ToldSentence now, string article, string side, string? taken)
    {
        if (taken is null || !entry.Attitudes.Contains(taken))
        {
            return 0;
        }

        // A state's people make many threats: another's must share more of the matter than the story.
        var own = !side.StartsWith("country ", StringComparison.Ordinal);
        return IsNear(entry, now) || own ? 0.9 : 0.5;
    }

    private string? Attitude(PositionFact position) =>
        position.CueLemma is { } cue && Attitudes.Find(_words, cue) is { } named
            ? named
            : position.Stance switch
            {
                Stance.Threatens => "threats",
                Stance.Opposes => "objections",
                Stance.Assesses => "judgements",
                Stance.Demands => "demands",
                Stance.Accuses => "charges",
                _ => null,
            };

    // "has threatened to veto": the objection stands in what is threatened.
    private IEnumerable<string> AttitudesOf(IEnumerable<string> lemmas) =>
        lemmas.Select(l => Attitudes.Find(_words, l)).Where(a => a is "threats" or "objections").OfType<string>();

    private static string? Attitude(IEventFact told) =>
        told
            is not OutcomeFact
            {
                Type: OutcomeType.Threaten or OutcomeType.Reject or OutcomeType.Request or OutcomeType.Accuse
            } outcome
            ? null
        : outcome.Type == OutcomeType.Threaten ? "threats"
        : outcome.Type == OutcomeType.Reject ? "objections"
        : outcome.Type == OutcomeType.Request ? "demands"
        : "charges";

    // "its suspension" takes up "suspended": the kin of a word stands beside it.
    private WordSet WordsOf(IEnumerable<string> lemmas) =>
        _lexicon.Set(
            lemmas
                .Where(l => l.Length > 2)
                .SelectMany(l => _kin.Find(l) is { } kin && kin != l ? new[] { l, "kin " + kin } : [l])
        );

    private bool IsBefore(Entry entry, ToldSentence now, DateOnly? day)
    {
        if (entry.Sentence.Text == now.Text)
        {
            return entry.Sentence.Index < now.Index;
        }

        return day is { } today
            && _sources.Texts[entry.Sentence.Text].Facts.Article.Published is { } then
            && then < today
            && today.DayNumber - then.DayNumber <= WindowDays;
    }

    private void Add(Entry entry, string? slug)
    {
        foreach (var side in SidesOf(entry.Article, slug))
        {
            if (!_bySide.TryGetValue(side, out var list))
            {
                _bySide.Add(side, list = []);
            }

            list.Add(entry);
        }
    }

    private sealed record Entry(
        string Id,
        ToldSentence Sentence,
        string Article,
        WordSet Words,
        ImmutableHashSet<string> Attitudes
    );
}
