using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Lists every reading of every word that may attribute: surface patterns first (quotation marks, "…, Price said", "X said:"),
/// then what the verb governs. The model weighs them afterwards.
/// </summary>
internal sealed partial class CandidateGenerator
{
    private const int LongestContent = 400;
    private readonly ArticleContext _context;
    private readonly CueLexicon _lexicon;
    private readonly QuotationMap _quotations;
    private readonly PhraseReader _phrases;
    private readonly SubjectFinder _subjects;
    private readonly List<Candidate> _found = [];

    // Verbs that share the subject of an earlier one, by the earlier one; and the subjects found.
    private readonly Dictionary<int, int> _sharers = [];
    private readonly Dictionary<int, Run> _sources = [];

    public CandidateGenerator(ArticleContext context, CueLexicon lexicon, QuotationMap quotations)
    {
        _context = context;
        _lexicon = lexicon;
        _quotations = quotations;
        _phrases = new PhraseReader(context, quotations);
        _subjects = new SubjectFinder(context, _phrases);
    }

    public IReadOnlyList<Candidate> Generate(CancellationToken cancellationToken)
    {
        foreach (var sentence in _context.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (IsAccordingTo(i))
                {
                    According(i, sentence);
                }
                else if (_context.Upos(i) is Upos.Verb && _lexicon.MayBeCue(_context.Lemma(i)))
                {
                    Verb(i, sentence);
                }
                else if (_context.Upos(i) is Upos.Noun && _lexicon.MayBeCue("n:" + _context.Lemma(i)))
                {
                    Noun(i, sentence);
                }
                else if (_context.Upos(i) is Upos.Adj && _lexicon.MayBeCue("a:" + _context.Lemma(i)))
                {
                    Adjective(i, sentence);
                }
                else if (_context.Form(i) == ":" && i > sentence.First)
                {
                    Speaker(i, sentence);
                }
            }
        }

        return new Continuation(_context, _quotations).Extend(_found);
    }

    private void Verb(int head, Sentence sentence)
    {
        var group = _phrases.VerbGroup(head);
        var lemma = _context.Lemma(head);
        if (WordClasses.MayInvert(lemma) && Inverted(head, group, sentence))
        {
            return;
        }

        var passive = IsPassive(head, group, sentence);
        var (source, shared) = passive ? (Agent(group.End, sentence), false) : _subjects.Find(head, group);
        if (!passive && _sharers.TryGetValue(head, out var leader))
        {
            (source, shared) = (_sources.TryGetValue(leader, out var subject) ? subject : null, true);
        }

        if (source is { } known)
        {
            _sources[head] = known;
        }

        if (!passive)
        {
            Before(head, group, source, sentence);
        }

        After(head, group, source, shared, passive, sentence);
    }

    private void Add(
        Pattern pattern,
        int head,
        Run cue,
        Run? source,
        IEnumerable<Run> content,
        bool inverted = false,
        bool shared = false,
        Run? addressee = null
    )
    {
        // A content never holds its own cue or source.
        var pieces = content.Where(c => !c.IsEmpty && !c.Overlaps(cue)).ToImmutableArray();
        if (pieces.IsEmpty || pieces.Sum(p => p.Length) > LongestContent)
        {
            return;
        }

        if (source is { } s && (s.IsEmpty || s.Overlaps(cue) || pieces.Any(p => p.Overlaps(s))))
        {
            source = null;
        }

        _found.Add(new Candidate(pattern, head, cue, source, pieces, inverted, shared, addressee));
    }

    // With a form of "be"; or a participle by itself: "Asked about it, Price said", "the plan announced on Friday".
    private bool IsPassive(int head, Run group, Sentence sentence)
    {
        if (head == sentence.First)
        {
            return _context.Xpos(head) is "VBN" or "VBD";
        }

        if (_context.Xpos(head) is not "VBN")
        {
            return false;
        }

        var alone = true;
        for (var i = head - 1; i >= group.First; i--)
        {
            if (
                _context.Lower(i)
                is "be"
                    or "is"
                    or "are"
                    or "was"
                    or "were"
                    or "been"
                    or "being"
                    or "'s"
                    or "'re"
                    or "got"
            )
            {
                return true;
            }

            alone &= _context.Upos(i) is not Upos.Aux;
        }

        return alone && _context.Lower(group.First - 1) is "when" or "if" or "as" or "once" or "while";
    }

    // "was accused by the ministry of …": who did it.
    private Run? Agent(int from, Sentence sentence)
    {
        for (var i = from; i < Math.Min(sentence.End, from + 3); i++)
        {
            if (_context.Lower(i) == "by" && _phrases.PhraseAfter(i + 1) is { } phrase)
            {
                return phrase;
            }
        }

        return null;
    }

    private bool IsAccordingTo(int token) =>
        _context.Lower(token) == "according" && _context.Lower(token + 1) == "to" && token + 2 < _context.Count;

    private void According(int token, Sentence sentence)
    {
        var source = _phrases.PhraseAfter(token + 2);
        if (source is not { } phrase)
        {
            return;
        }

        var cue = new Run(token, token + 2);
        if (token == sentence.First || ContentWords(sentence.First, token) == 0)
        {
            var comma = phrase.End;
            while (comma < sentence.End && _context.Form(comma) != ",")
            {
                comma++;
            }

            var from = comma < sentence.End ? comma + 1 : phrase.End;
            Add(
                Pattern.AccordingTo,
                token,
                cue,
                phrase with
                {
                    End = Math.Max(phrase.End, Math.Min(comma, phrase.End + 25)),
                },
                [new Run(from, TrimEnd(from, sentence.End))]
            );
            return;
        }

        var end = TrimEnd(sentence.First, token);
        var content = new List<Run> { new(sentence.First, end) };
        if (phrase.End + 2 < sentence.End && _context.Form(phrase.End) == "," && end < token)
        {
            content.Add(new Run(phrase.End + 1, TrimEnd(phrase.End + 1, sentence.End)));
        }

        Add(Pattern.AccordingTo, token, cue, phrase, content);
    }

    private int ContentWords(int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += _context.Upos(i) is Upos.Punct or Upos.Cconj or Upos.Adv or Upos.X ? 0 : 1;
        }

        return count;
    }

    // Leaves out closing punctuation and joining words at the end of a content.
    private int TrimEnd(int first, int end)
    {
        while (
            end > first
            && (
                _context.Form(end - 1) is "," or ";" or ":" or "-" or "–" or "—" or "--"
                || WordClasses.IsEndMark(_context.Form(end - 1))
            )
        )
        {
            end--;
        }

        return end;
    }

    private int TrimStart(int first, int end)
    {
        while (first < end && _context.Form(first) is "," or ":" or ";" or "–" or "—" or "-")
        {
            first++;
        }

        return first;
    }
}
