using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Text.Repair;

/// <summary>How a sentence could hold direct speech.</summary>
internal enum SpeechForm
{
    /// <summary>No reporting clause: the whole sentence.</summary>
    Plain,

    /// <summary>Before the reporting clause: "..., he said".</summary>
    Before,

    /// <summary>Behind it: "he said: ...".</summary>
    After,

    /// <summary>Behind a reporting clause in the middle: "..., he said, ...".</summary>
    Tail,
}

/// <summary>Words that may be direct speech.</summary>
/// <param name="Form">Their place.</param>
/// <param name="First">First word of the speech.</param>
/// <param name="End">Behind its last word; a comma before the reporting clause is inside.</param>
/// <param name="Verb">The verb of speech, or -1.</param>
/// <param name="Sentence">Index of the sentence.</param>
internal readonly record struct QuotationCandidate(SpeechForm Form, int First, int End, int Verb, int Sentence);

/// <summary>Finds the places of direct speech in sentences that have lost their quotation marks.</summary>
internal static class QuotationCandidates
{
    private const int LongestSubject = 16;
    private const int LongestLead = 14;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = (
        "said says say told tells added adds explained asked asks replied argued argues warned warns noted notes continued wrote "
        + "writes tweeted insisted insists concluded acknowledged admitted announced declared stated states responded recalled "
        + "joked quipped claimed claims charged vowed urged stressed emphasized observed remarked suggested predicted answered "
        + "shouted yelled wondered complained countered scolded conceded reiterated testified posted explains went read reads tweets"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // None of these stands in the subject of a reporting clause.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoSubject = (
        "and but as while when which that because if after before although though since where so than or i we you is was are were be has "
        + "had have been would will could should to by"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The candidates of a document, in order; each sentence has one, and a second where speech goes on behind its reporting clause.</summary>
    public static ImmutableArray<QuotationCandidate> Find(Document document)
    {
        var found = ImmutableArray.CreateBuilder<QuotationCandidate>(document.Sentences.Length);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            var candidate = Behind(document, sentence, s) ?? Ahead(document, sentence, s);
            found.Add(candidate ?? new QuotationCandidate(SpeechForm.Plain, sentence.First, sentence.End, -1, s));
            if (candidate is { Form: SpeechForm.Before } head && Tail(document, sentence, head) is { } tail)
            {
                found.Add(tail);
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>True for a verb that reports speech.</summary>
    public static bool IsVerb(ReadOnlySpan<char> word) => Verbs.Contains(word);

    // "Orlo told the paper, There was no progress", "Orlo said: It failed": a capital where there should be none.
    private static QuotationCandidate? Behind(Document document, Sentence sentence, int index)
    {
        var verb = -1;
        for (var i = sentence.First; i + 2 < sentence.End; i++)
        {
            var form = document.Form(i);
            if (Verbs.Contains(form))
            {
                verb = i;
            }

            if (
                verb >= 0
                && i - verb <= LongestLead
                && form is "," or ":"
                && char.IsUpper(document.Form(i + 1)[0])
                && IsCommonWord(document, i + 1, form[0])
            )
            {
                return new QuotationCandidate(SpeechForm.After, i + 1, sentence.End, verb, index);
            }
        }

        return null;
    }

    // Behind a comma names are capitalised too; a colon is a surer sign.
    private static bool IsCommonWord(Document document, int token, char mark)
    {
        var form = document.Form(token);
        if (mark == ':' || form is "I")
        {
            return true;
        }

        return Tokenizing.Abbreviations.IsStarter(form)
            || form
                is "Let"
                    or "Please"
                    or "Do"
                    or "Is"
                    or "Are"
                    or "Can"
                    or "Will"
                    or "Don"
                    or "If"
                    or "Just"
                    or "Look"
                    or "Well"
                    or "People"
                    or "Get"
                    or "Only"
                    or "Even"
                    or "Nobody"
                    or "Everybody"
                    or "Everyone"
                    or "Again"
                    or "Because"
                    or "Of"
                    or "As";
    }

    private static QuotationCandidate? Ahead(Document document, Sentence sentence, int index)
    {
        for (var verb = sentence.First + 2; verb < sentence.End; verb++)
        {
            if (
                !Verbs.Contains(document.Form(verb))
                || document.Form(verb + 1 < sentence.End ? verb + 1 : verb) is "that"
            )
            {
                continue;
            }

            for (var i = verb - 1; i > sentence.First && verb - i <= LongestSubject; i--)
            {
                var form = document.Form(i);
                if (form is "," or "?" or "!" || (form[0] is '?' or '!'))
                {
                    if (i < verb - 1 || IsSubjectStart(document, sentence, verb + 1))
                    {
                        return new QuotationCandidate(SpeechForm.Before, sentence.First, i + 1, verb, index);
                    }

                    break;
                }

                if (NoSubject.Contains(form))
                {
                    break;
                }
            }
        }

        return null;
    }

    private static bool IsSubjectStart(Document document, Sentence sentence, int token) =>
        token < sentence.End
        && (
            char.IsUpper(document.Form(token)[0])
            || document.Form(token) is "the" or "a" or "an" or "one" or "he" or "she" or "his" or "her"
        );

    private static QuotationCandidate? Tail(Document document, Sentence sentence, QuotationCandidate head)
    {
        for (var i = head.Verb + 1; i + 3 < sentence.End && i - head.Verb <= LongestLead; i++)
        {
            if (document.Form(i) is ",")
            {
                return new QuotationCandidate(SpeechForm.Tail, i + 1, sentence.End, head.Verb, head.Sentence);
            }
        }

        return null;
    }
}
