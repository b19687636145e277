using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Propositions;

/// <summary>
/// Puts on facts what the parse knows of their words: lemmas, heads, predicates with arguments, modals. Fusion and
/// composition compare these and read no words again.
/// </summary>
internal sealed class FactEnricher
{
    private const int MaxPropositions = 6;
    private const int MaxLemmas = 60;

    private readonly ArticleContext _context;
    private readonly DependencyTree _tree;
    private readonly PropositionReader _reader;
    private readonly CueKinds _kinds;
    private readonly Dictionary<string, PositionFact> _positions;

    public FactEnricher(
        ArticleContext context,
        DependencyTree tree,
        ActorIndex actors,
        CueKinds kinds,
        IEnumerable<PositionFact> positions
    )
    {
        (_context, _tree, _kinds) = (context, tree, kinds);
        _reader = new PropositionReader(context, tree, actors);
        _positions = positions.ToDictionary(p => p.Id, StringComparer.Ordinal);
    }

    /// <summary>A position with its cue's lemma and kind, its polarity and what it says.</summary>
    public PositionFact Enrich(PositionFact position)
    {
        var cue = position.Cue is { } words ? HeadOf(words) : (int?)null;
        var cueLemma = cue is { } at ? _context.Lemma(at) : null;
        var kind = cueLemma is null ? CueKind.None : _kinds.Of(cueLemma);
        var propositions = new List<Proposition>();
        var lemmas = new List<string>();
        foreach (var span in position.Content)
        {
            var (first, end) = _context.TokensOf(span);
            lemmas.AddRange(_reader.Lemmas(first, end));
            propositions.AddRange(Predicates(first, end).Select(_reader.Of));
        }

        return position with
        {
            CueLemma = cueLemma,
            CueKind = kind,
            SourceHead = position.Source is { } source ? _context.Lemma(HeadOf(source)) : null,
            Propositions = [.. propositions.Take(MaxPropositions)],
            Lemmas = [.. lemmas.Distinct(StringComparer.Ordinal).Take(MaxLemmas)],
            Polarity = PolarityOf(position, kind, propositions.Count > 0 ? propositions[0] : null),
        };
    }

    /// <summary>An outcome with lemmas, modal and who announced it.</summary>
    public OutcomeFact Enrich(OutcomeFact outcome)
    {
        var head = HeadOf(outcome.Trigger);
        return outcome with
        {
            Lemma = _context.Lemma(head),
            Participants = [.. outcome.Participants.Select(Enrich)],
            Modal = Modal(head, outcome.Status),
            AnnouncedBy = Speaker(outcome.ReportedBy),
            Proposition = _reader.Of(head),
        };
    }

    /// <summary>A deed with lemmas, modal and who announced it.</summary>
    public DeedFact Enrich(DeedFact deed)
    {
        var head = HeadOf(deed.Trigger);
        return deed with
        {
            Participants = [.. deed.Participants.Select(Enrich)],
            Modal = Modal(head, deed.Status),
            AnnouncedBy = Speaker(deed.ReportedBy),
            Proposition = _reader.Of(head),
        };
    }

    /// <summary>An assessment with the time until which it reaches.</summary>
    public AssessmentFact Enrich(AssessmentFact assessment)
    {
        foreach (var span in assessment.Judgement)
        {
            var (first, end) = _context.TokensOf(span);
            foreach (var date in _context.DatesIn(first, end))
            {
                if (_context.Article.Published is not { } published || date.To >= published)
                {
                    var start =
                        date.First > first && IsTime(_context.Lower(date.First - 1)) ? date.First - 1 : date.First;
                    return assessment with
                    {
                        Horizon = _context.Span(start, date.End),
                        HorizonRange = new DateRange(date.From, date.To, date.Precision),
                    };
                }
            }
        }

        return assessment;
    }

    private static bool IsTime(string word) =>
        word is "before" or "by" or "until" or "till" or "within" or "in" or "after" or "during" or "through";

    private Participant Enrich(Participant participant)
    {
        var (first, end) = _context.TokensOf(new SourceSpan(participant.Start, participant.End, participant.Text));
        return participant with
        {
            Head = _context.Lemma(_reader.HeadOf(first, end)),
            Lemmas = _reader.Lemmas(first, end),
        };
    }

    private int HeadOf(SourceSpan span)
    {
        var (first, end) = _context.TokensOf(span);
        return Math.Min(_reader.HeadOf(first, end), _context.Count - 1);
    }

    private string? Speaker(string? position) =>
        position is not null && _positions.TryGetValue(position, out var said) ? said.Actor : null;

    // The words whose heads lie outside the run, and the clauses that are joined to them or that they govern.
    private IEnumerable<int> Predicates(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var head = _tree.Head(i);
            var opens =
                head < first
                || head >= end
                || (_tree.Relation(i) is "conj" or "parataxis" or "xcomp" or "ccomp" && IsPredicate(i));
            if (opens && _context.Upos(i) is Upos.Verb or Upos.Noun or Upos.Adj or Upos.Propn or Upos.Aux)
            {
                yield return i;
            }
        }
    }

    private bool IsPredicate(int token) => _context.Upos(token) == Upos.Verb || Grammar.Child(_tree, token, "cop") >= 0;

    private Polarity PolarityOf(PositionFact position, CueKind kind, Proposition? first)
    {
        if (kind == CueKind.Question || position.Stance is Stance.Asks or Stance.Doubts || OpensWithWhether(position))
        {
            return Polarity.Open;
        }

        var denied = position.Stance == Stance.Denies || kind == CueKind.Denial;
        return denied != (first?.Negated ?? false) ? Polarity.Negative : Polarity.Positive;
    }

    private bool OpensWithWhether(PositionFact position) =>
        _context.Lower(_context.TokensOf(position.Content[0]).First) is "whether";

    // The modal itself; of an infinitive the word that governs it: "plans to meet", "is to meet".
    private SourceSpan? Modal(int head, OutcomeStatus status)
    {
        if (_reader.Modal(head) is { } modal)
        {
            return _context.Span(modal, modal + 1);
        }

        if (status is not (OutcomeStatus.Planned or OutcomeStatus.Possible or OutcomeStatus.Demanded))
        {
            return null;
        }

        var infinitive = Grammar.Child(_tree, head, "mark") is >= 0 and var mark && _context.Lower(mark) == "to";
        if (
            infinitive
            && _tree.Relation(head) is "xcomp" or "acl" or "ccomp"
            && _tree.Head(head) is >= 0 and var governor
        )
        {
            return _context.Span(governor, governor + 1);
        }

        var be = Grammar.Child(_tree, head, "aux");
        return be >= 0 && infinitive && _context.Lemma(be) == "be" ? _context.Span(be, be + 1) : null;
    }
}
