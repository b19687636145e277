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
    private const double LeastShared = 0.9;
    private const int WindowDays = 14;

    private readonly SourceTable _sources;
    private readonly MergedActors _actors;
    private readonly Lexicon _lexicon;
    private readonly KinTable _kin = KinTable.Load();
    private readonly Dictionary<string, List<Entry>> _bySide = new(StringComparer.Ordinal);

    public EarlierFacts(SourceTable sources, MergedActors actors, SentenceTable sentences, Lexicon lexicon)
    {
        (_sources, _actors, _lexicon) = (sources, actors, lexicon);
        for (var text = 0; text < sentences.Count; text++)
        {
            foreach (var sentence in sentences[text].Where(s => !s.IsTitle))
            {
                foreach (var position in sentence.Positions)
                {
                    Add(
                        position.Id,
                        sentence,
                        position.Actor,
                        position.Article,
                        position.Lemmas.Append(position.CueLemma ?? ""),
                        position.Stance
                    );
                }

                foreach (var told in sentence.Events)
                {
                    Add(told.Id, sentence, AgentOf(told), told.Article, LemmasOf(told), null);
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

    /// <summary>Content lemmas of an event with all that takes part in it.</summary>
    public static IEnumerable<string> LemmasOf(IEventFact told) =>
        (told.Proposition?.Arguments.SelectMany(a => a.Lemmas) ?? ContentWords.Terms(told.Sentence.Wording)).Append(
            told.Lemma ?? ""
        );

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

    /// <summary>The fact of the side that speaks most of the same before; null where none does.</summary>
    public (string Fact, string Article)? Find(
        ToldSentence now,
        IReadOnlyList<string> sides,
        IEnumerable<string> lemmas,
        Stance? taken
    )
    {
        var words = WordsOf(lemmas);
        var day = _sources.Texts[now.Text].Facts.Article.Published;
        var best = sides
            .SelectMany(s => (_bySide.GetValueOrDefault(s) ?? []).Take(MostLookedAt))
            .Where(e => IsBefore(e, now, day))
            .Select(e => (Entry: e, Shared: words.Shared(e.Words).Sum(_lexicon.Rarity) + Fit(e, now, taken)))
            .Where(x => x.Shared >= LeastShared)
            .OrderByDescending(x => x.Shared)
            .ThenByDescending(x => x.Entry.Sentence.Text)
            .ThenBy(x => x.Entry.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Entry is { } found ? (found.Id, _sources.Texts[found.Sentence.Text].Facts.Article.Id) : null;
    }

    // "its suspension" takes up "suspended": the kin of a word stands beside it.
    private WordSet WordsOf(IEnumerable<string> lemmas) =>
        _lexicon.Set(
            lemmas
                .Where(l => l.Length > 2)
                .SelectMany(l => _kin.Find(l) is { } kin && kin != l ? new[] { l, "kin " + kin } : [l])
        );

    // A threat that is not repeated was threatened; a forecast that is lowered was expected, most likely just before.
    private static double Fit(Entry entry, ToldSentence now, Stance? taken)
    {
        var near = entry.Sentence.Text == now.Text && now.Index - entry.Sentence.Index <= 1;
        return taken is null || entry.Stance != taken ? 0
            : near ? 0.9
            : 0.5;
    }

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

    private void Add(
        string id,
        ToldSentence sentence,
        string? slug,
        string article,
        IEnumerable<string> lemmas,
        Stance? stance
    )
    {
        var entry = new Entry(id, sentence, WordsOf(lemmas), stance);
        foreach (var side in SidesOf(article, slug))
        {
            if (!_bySide.TryGetValue(side, out var list))
            {
                _bySide.Add(side, list = []);
            }

            list.Add(entry);
        }
    }

    private sealed record Entry(string Id, ToldSentence Sentence, WordSet Words, Stance? Stance);
}
