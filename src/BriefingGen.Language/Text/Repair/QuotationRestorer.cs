using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Puts quotation marks back around sentences and clauses that are direct speech. Where speech cannot be told from an
/// indirect report, no mark is set.
/// </summary>
internal sealed class QuotationRestorer(QuotationModel model)
{
    /// <summary>Speech is marked from this probability on: a mark too many puts words into someone's mouth.</summary>
    private const float Enough = 0.8f;

    private const float EnoughInFirstPerson = 0.4f;

    private const float EnoughBeside = 0.7f;

    private const float Least = 0.2f;

    private const float EnoughAlone = 0.95f;

    /// <summary>The marks to insert, in pairs, in order.</summary>
    /// <param name="document">The document, of which only text and regions are read.</param>
    /// <param name="apostrophes">The apostrophes that were put back, in order.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public List<TextEdit> Find(
        Document document,
        ImmutableArray<TextEdit> apostrophes,
        CancellationToken cancellationToken
    )
    {
        var draft = Draft(document, apostrophes, cancellationToken);
        var candidates = QuotationCandidates.Find(draft);
        var probabilities = model.Predict(draft, candidates);
        var isSpeech = Decide(draft, candidates, probabilities);
        var edits = new List<TextEdit>();
        for (var i = 0; i < candidates.Length; )
        {
            var candidate = candidates[i];
            if (!isSpeech[i])
            {
                i++;
                continue;
            }

            // Speech that goes on without a word between is one quotation.
            var (end, least) = (candidate.End, probabilities[i]);
            for (
                i++;
                i < candidates.Length
                    && candidates[i].First == end
                    && isSpeech[i]
                    && Region(draft, candidates[i]) == Region(draft, candidate);
                i++
            )
            {
                (end, least) = (candidates[i].End, Math.Min(least, probabilities[i]));
            }

            var span = draft.SpanOf(candidate.First, end);
            var confidence = Math.Round(least, 3);
            edits.Add(new TextEdit(new TextSpan(span.Start, span.Start), "\u201C", EditKind.Quotation, confidence));
            edits.Add(new TextEdit(new TextSpan(span.End, span.End), "\u201D", EditKind.Quotation, confidence));
        }

        return edits;
    }

    /// <summary>Tokens and sentences of the document with its apostrophes back, as the model sees them.</summary>
    public static Document Draft(
        Document document,
        ImmutableArray<TextEdit> apostrophes,
        CancellationToken cancellationToken
    )
    {
        var draft = new Document(document.Source, document.Regions, document.ReferenceDate);
        draft.SetReading(new RepairedText(document.Source, apostrophes));
        new EnglishTokenizer().Annotate(draft, cancellationToken);
        return draft;
    }

    private static int Region(Document draft, QuotationCandidate candidate) =>
        draft.Sentences[candidate.Sentence].Region;

    /// <summary>Which candidates are speech.</summary>
    public static bool[] Decide(
        Document draft,
        ImmutableArray<QuotationCandidate> candidates,
        ReadOnlySpan<float> probabilities
    )
    {
        var isSpeech = new bool[candidates.Length];
        for (var i = 0; i < isSpeech.Length; i++)
        {
            isSpeech[i] =
                probabilities[i] >= Threshold(draft, candidates[i])
                && draft.Regions[Region(draft, candidates[i])].Kind != RegionKind.Title
                && (candidates[i].Form != SpeechForm.Tail || (isSpeech[i - 1] && !IsAdjunct(draft, candidates[i])));
        }

        // Speech that goes on behind the reporting clause began before it.
        for (var i = 1; i < isSpeech.Length; i++)
        {
            if (
                candidates[i].Form == SpeechForm.Tail
                && !isSpeech[i]
                && probabilities[i] >= Enough
                && probabilities[i - 1] >= Least
            )
            {
                isSpeech[i] = isSpeech[i - 1] = !IsAdjunct(draft, candidates[i]);
            }
        }

        // "We ... We ..., he said": the speaker of the second sentence speaks in the first.
        for (var i = isSpeech.Length - 2; i >= 0; i--)
        {
            isSpeech[i] |=
                isSpeech[i + 1]
                && candidates[i].Form == SpeechForm.Plain
                && Region(draft, candidates[i]) == Region(draft, candidates[i + 1])
                && QuotationFeatures.HasFirstPerson(draft, candidates[i])
                && QuotationFeatures.HasFirstPerson(draft, candidates[i + 1]);
        }

        // A sentence that no reporting clause stands by has no speaker: it must be surer.
        var isLed = new bool[candidates.Length];
        Lead(draft, candidates, isSpeech, isLed, 1);
        Lead(draft, candidates, isSpeech, isLed, -1);
        for (var i = 0; i < isSpeech.Length; i++)
        {
            isSpeech[i] &= candidates[i].Form != SpeechForm.Plain || isLed[i] || probabilities[i] >= EnoughAlone;
        }

        return isSpeech;
    }

    // Carries speech from its reporting clause over the sentences beside it.
    private static void Lead(
        Document draft,
        ImmutableArray<QuotationCandidate> candidates,
        bool[] isSpeech,
        bool[] isLed,
        int step
    )
    {
        var (led, region) = (false, -1);
        for (var i = step > 0 ? 0 : isSpeech.Length - 1; i >= 0 && i < isSpeech.Length; i += step)
        {
            led &= Region(draft, candidates[i]) == region;
            region = Region(draft, candidates[i]);
            led = isSpeech[i] && (led || candidates[i].Form != SpeechForm.Plain);
            isLed[i] |= led;
        }
    }

    // No report says "we" of others: a first person needs little more evidence.
    private static float Threshold(Document draft, QuotationCandidate candidate) =>
        candidate.Form switch
        {
            SpeechForm.Plain => EnoughBeside,
            SpeechForm.Tail => Enough,
            _ => QuotationFeatures.HasFirstPerson(draft, candidate) ? EnoughInFirstPerson : Enough,
        };

    // "he said, adding that"
    private static bool IsAdjunct(Document draft, QuotationCandidate tail) =>
        draft.Form(tail.First) is { Length: > 5 } first && first.EndsWith("ing");
}
