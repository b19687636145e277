using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Scores facts against <see cref="ExpectedFacts"/>. A position or an assessment is found where its content covers at
/// least half of the expected words, an outcome where a trigger stands on the expected one and the type is right. All
/// measures count among all expected facts, so that finding more never lowers them.
/// </summary>
internal sealed class ExpectedFactsScorer(ExpectedFacts expected, bool marksAreLost)
{
    private const double Half = 0.5;

    public ScoreTable Score(IReadOnlyList<ArticleFacts> facts)
    {
        var articles = facts.ToDictionary(
            f => Path.GetFileName(f.Article.Path),
            f => new ScoredArticle(f),
            StringComparer.Ordinal
        );
        var table = new ScoreTable();
        foreach (var article in expected.Articles)
        {
            foreach (var actor in expected.Actors.Where(a => articles[article].Has(a.Name)))
            {
                ScoreActor("actor", $"{article}: {actor.Name}", actor, articles[article].Facts.Actors, table);
            }
        }

        foreach (var position in expected.Positions)
        {
            var forms = position.Forms;
            if (marksAreLost && forms.Contains("mixed", StringComparer.Ordinal))
            {
                forms = forms.Add("indirect");
            }

            ScorePosition(articles[position.Article], position with { Forms = forms }, table);
        }

        foreach (var outcome in expected.Outcomes)
        {
            ScoreOutcome(articles[outcome.Article], outcome, table);
        }

        foreach (var sanction in expected.Sanctions)
        {
            ScoreSanction(articles[sanction.Article], sanction, table);
        }

        foreach (var assessment in expected.Assessments)
        {
            ScoreAssessment(articles[assessment.Article], assessment, table);
        }

        foreach (var group in expected.Duplicates)
        {
            ScoreDuplicates(articles, group, table);
        }

        foreach (var trap in expected.Never)
        {
            var fell = TrapScorer.FellInto(articles[trap.Article], trap);
            table.Add("never", trap.Kind, fell is null, $"{trap.Article}: {trap.Words} ({trap.Why}): {fell}");
        }

        return table;
    }

    /// <summary>Scores what only fusion finds: disagreements, and actors as all articles together tell them.</summary>
    public void ScoreFused(FusedFacts fused, ScoreTable table)
    {
        foreach (var wanted in expected.Actors)
        {
            ScoreActor("fused actor", wanted.Name, wanted, fused.Actors, table);
        }

        var articles = fused.Articles.ToDictionary(
            a => Path.GetFileName(a.Facts.Article.Path),
            a => a.Facts,
            StringComparer.Ordinal
        );
        foreach (var wanted in expected.Disagreements)
        {
            var first = new ScoredArticle(articles[wanted.First.Article]);
            var second = new ScoredArticle(articles[wanted.Second.Article]);
            var found = fused.Disagreements.Any(d =>
                (IsSide(d.First, wanted.First, first) && IsSide(d.Second, wanted.Second, second))
                || (IsSide(d.Second, wanted.First, first) && IsSide(d.First, wanted.Second, second))
            );
            table.Add("disagreement", "found", found, wanted.Matter);
        }
    }

    private static bool IsSide(Claim claim, Side side, ScoredArticle article) =>
        claim.Positions.Any(p =>
            p.Article == article.Facts.Fact.Article
            && ScoredArticle.Covered(article.Find(side.Quote), p.Content) >= Half
        );

    private static void ScoreActor(
        string kind,
        string what,
        ExpectedActor wanted,
        IReadOnlyList<ActorFact> actors,
        ScoreTable table
    )
    {
        var found = actors.FirstOrDefault(a => ScoredArticle.IsNamed(a, wanted.Name));
        var asked = new Asked(table, kind, found is not null, what);
        asked.Add("type", found is not null && IsOne(wanted.Types, found.Type), found?.Type);
        if (!wanted.Roles.IsEmpty)
        {
            asked.Add("role", wanted.Roles.Any(r => ScoredArticle.Holds(found?.Role, r)), found?.Role);
        }

        if (wanted.Country is { } country)
        {
            asked.Add("country", found?.Country == country, found?.Country);
        }
    }

    private static void ScorePosition(ScoredArticle article, ExpectedPosition wanted, ScoreTable table)
    {
        var what = $"{wanted.Article}: {wanted.Credit.Who ?? wanted.Credit.Source}: {wanted.Quote}";
        var found = Best(article, wanted.Quote, wanted.Credit);
        var asked = new Asked(table, "position", found is not null, what);
        var credited = found is not null && article.IsCredited(found, wanted.Credit);
        asked.Add("credited", credited, $"{found?.Actor} \"{found?.Source?.Text}\" {found?.Cue?.Text}");
        var wrong = !credited && article.Actor(found?.Actor) is { } actor && IsSomeoneElse(actor, wanted.Credit.Who);
        table.Add("never", "wrong person", !wrong, $"{what}: {found?.Actor}");
        if (!wanted.Stances.IsEmpty)
        {
            asked.Add("stance", found is not null && IsOne(wanted.Stances, found.Stance), found?.Stance);
        }

        asked.Add("form", found is not null && IsOne(wanted.Forms, found.Form), found?.Form);
        if (!wanted.Cues.IsEmpty)
        {
            asked.Add("cue", wanted.Cues.Any(c => ScoredArticle.Holds(found?.Cue?.Text, c)), found?.Cue?.Text);
        }

        if (wanted.Date is { } date)
        {
            asked.Add("date", found?.Date == date, found?.Date);
        }

        if (wanted.Addressee is { } addressee)
        {
            var name = article.Actor(found?.Addressee)?.Name ?? found?.Addressee;
            var right = article.Is(found?.Addressee, addressee) || ScoredArticle.Holds(name, addressee);
            asked.Add("addressee", right, found?.Addressee);
        }
    }

    /// <summary>True for a named person of another surname: a name with too few or too many words is not another's.</summary>
    private static bool IsSomeoneElse(ActorFact actor, string? name) =>
        actor is { Named: true, Type: ActorType.Person }
        && (
            name is null || SampleDegrader.Strip(actor.Name).Split(' ')[^1] != SampleDegrader.Strip(name).Split(' ')[^1]
        );

    /// <summary>Among the positions with these words one that is credited rightly, else the one with most of them.</summary>
    private static PositionFact? Best(ScoredArticle article, string quote, Credit credit)
    {
        var span = article.Find(quote);
        return article
            .Facts.Positions.Select(p => (Position: p, Covered: ScoredArticle.Covered(span, p.Content)))
            .Where(p => p.Covered >= Half)
            .OrderByDescending(p => article.IsCredited(p.Position, credit))
            .ThenByDescending(p => p.Covered)
            .Select(p => p.Position)
            .FirstOrDefault();
    }

    private static void ScoreOutcome(ScoredArticle article, ExpectedOutcome wanted, ScoreTable table)
    {
        var triggers = wanted.Triggers.Select(t => article.Find(wanted.At, t)).ToArray();
        var what = $"{wanted.Article}: {string.Join('/', wanted.Types)}: {wanted.At}";
        var there = article.Facts.Outcomes.Where(o => triggers.Any(t => t.Overlaps(o.Trigger.Span))).ToArray();
        table.Add("outcome", "trigger", there.Length > 0, null);
        var found = there
            .Where(o => IsOne(wanted.Types, o.Type))
            .OrderByDescending(o => wanted.Statuses.IsEmpty || IsOne(wanted.Statuses, o.Status))
            .FirstOrDefault();
        what += found is null ? $" [{string.Join(", ", there.Select(o => o.Type))}]" : "";
        var asked = new Asked(table, "outcome", found is not null, what);
        if (!wanted.Statuses.IsEmpty)
        {
            asked.Add("status", found is not null && IsOne(wanted.Statuses, found.Status), found?.Status);
        }

        if (wanted.Negated is { } negated)
        {
            asked.Add("polarity", found?.Negated == negated, found?.Negated);
        }

        foreach (var name in wanted.Participants)
        {
            var right =
                found is not null
                && found.Participants.Any(p => article.Is(p.Actor, name) || ScoredArticle.Holds(p.Text, name));
            asked.Add("participant", right, $"lacks {name}");
        }

        if (wanted.Place is { } place)
        {
            asked.Add("place", ScoredArticle.Holds(found?.Place?.Text, place), found?.Place?.Text);
        }

        if (wanted.Date is { } date)
        {
            asked.Add("date", found?.Date == date, found?.Date);
        }
    }

    private static void ScoreSanction(ScoredArticle article, ExpectedSanction wanted, ScoreTable table)
    {
        var at = article.Find(wanted.At);
        var what = $"{wanted.Article}: {wanted.At}";
        var found = article
            .Facts.Sanctions.Where(s => SentenceOf(article, s) is { } sentence && sentence.Overlaps(at))
            .OrderByDescending(s =>
                wanted.Measures.IsEmpty || wanted.Measures.Contains(s.Measure, StringComparer.Ordinal)
            )
            .ThenByDescending(s => IsOne(wanted.Statuses, s.Status))
            .FirstOrDefault();
        var asked = new Asked(table, "sanction", found is not null, what);
        if (!wanted.Measures.IsEmpty)
        {
            var right = found is not null && wanted.Measures.Contains(found.Measure, StringComparer.Ordinal);
            asked.Add("measure", right, found?.Measure);
        }

        asked.Add("status", found is not null && IsOne(wanted.Statuses, found.Status), found?.Status);
        if (wanted.Imposer is { } imposer)
        {
            var right = found is not null && found.Imposer.Any(s => article.Is(s, imposer));
            asked.Add("imposer", right, string.Join(", ", found?.Imposer ?? []));
        }

        if (wanted.Target is { } target)
        {
            var right = found is not null && found.Target.Any(s => article.Is(s, target));
            asked.Add("target", right, string.Join(", ", found?.Target ?? []));
        }
    }

    private static TextSpan? SentenceOf(ScoredArticle article, SanctionFact sanction) =>
        article.Facts.Outcomes.FirstOrDefault(o => o.Id == sanction.Outcome)?.Sentence.Span;

    private static void ScoreAssessment(ScoredArticle article, ExpectedAssessment wanted, ScoreTable table)
    {
        var span = article.Find(wanted.Quote);
        var what = $"{wanted.Article}: {wanted.Term ?? wanted.Confidence}: {wanted.Quote}";
        var found = article
            .Facts.Assessments.Where(a => ScoredArticle.Covered(span, a.Judgement) >= Half)
            .OrderByDescending(a => wanted.Term is null || a.Estimate?.Term == wanted.Term)
            .FirstOrDefault();
        var asked = new Asked(table, "assessment", found is not null, what);
        if (wanted.Term is not null)
        {
            var estimate = new Estimate(wanted.Term, wanted.Low, wanted.High);
            asked.Add("estimate", found?.Estimate == estimate, found?.Estimate);
        }

        if (wanted.Confidence is { } confidence)
        {
            var level = found?.ConfidenceLevel?.ToString();
            asked.Add("confidence", string.Equals(level, confidence, StringComparison.OrdinalIgnoreCase), level);
        }

        if (wanted.Credit.Who is { } who)
        {
            asked.Add("assessor", article.Is(found?.Assessor, who), found?.Assessor);
        }
    }

    private static void ScoreDuplicates(
        Dictionary<string, ScoredArticle> articles,
        IReadOnlyCollection<string> group,
        ScoreTable table
    )
    {
        var members = group.Select(n => articles[n].Facts.Fact).ToArray();
        var ids = members.Select(m => m.Article).ToHashSet(StringComparer.Ordinal);
        var copies = members.Count(m => m.DuplicateOf is { } of && ids.Contains(of));
        table.Add("duplicate", "group", copies == members.Length - 1, string.Join(", ", group));
        var strangers = articles
            .Where(a => !group.Contains(a.Key, StringComparer.Ordinal) && a.Value.Facts.Fact.DuplicateOf is not null)
            .Select(a => a.Key)
            .ToArray();
        table.Add("duplicate", "only these", strangers.Length == 0, string.Join(", ", strangers));
    }

    /// <summary>Compares with the contract's name of a value: <c>in-force</c> for <c>InForce</c>.</summary>
    internal static bool IsOne<T>(IReadOnlyCollection<string> names, T value)
        where T : struct, Enum =>
        names.Any(n =>
            string.Equals(
                n.Replace("-", "", StringComparison.Ordinal),
                value.ToString(),
                StringComparison.OrdinalIgnoreCase
            )
        );

    /// <summary>One expected fact's answers: where it was not found, all are wrong, and only that is reported.</summary>
    private sealed class Asked
    {
        private readonly ScoreTable _table;
        private readonly string _kind;
        private readonly bool _found;
        private readonly string _what;

        public Asked(ScoreTable table, string kind, bool found, string what)
        {
            (_table, _kind, _found, _what) = (table, kind, found, what);
            table.Add(kind, "found", found, what);
        }

        public void Add(string measure, bool right, object? got) =>
            _table.Add(_kind, measure, _found && right, _found ? $"{_what}: {got ?? "nothing"}" : null);
    }
}
