using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Text.Repair;

/// <summary>Surface features of words that may be direct speech. Hashed; training and use share this code.</summary>
internal static class QuotationFeatures
{
    /// <summary>Number of hashed features, a power of two.</summary>
    public const int Size = 1 << 16;

    private const int MostWords = 60;

    /// <summary>Most features of one candidate.</summary>
    public const int Most = MostWords + 60;

    private const string FirstPerson = " i we our my us me ours mine myself ourselves ";
    private const string SecondPerson = " you your yours yourself ";
    private const string Present = " is are am has have do does can will 's 're 've 'm 'll n't ";
    private const string Past = " was were had did would could ";

    /// <summary>The features of a candidate without its surroundings.</summary>
    /// <returns>How many there are.</returns>
    public static int Extract(Document document, QuotationCandidate candidate, Span<int> features)
    {
        var list = new FeatureWriter(features, Size);
        var form = candidate.Form.ToString();
        list.Add(1, form);
        AddWords(document, candidate, form, ref list);
        list.Add(20, document.Form(candidate.First));
        list.Add(21, document.Form(candidate.First), form);
        if (candidate.First + 1 < candidate.End)
        {
            list.Add(22, document.Form(candidate.First), document.Form(candidate.First + 1));
        }

        list.Add(23, Bucket(candidate.End - candidate.First), form);
        var sentence = document.Sentences[candidate.Sentence];
        list.Add(24, document.Form(sentence.End - 1), form);
        if (candidate.Verb >= 0)
        {
            AddReport(document, candidate, sentence, form, ref list);
        }

        return list.Count;
    }

    /// <summary>Adds what the first pass found around the candidate.</summary>
    /// <returns>How many features there are now.</returns>
    public static int Extend(
        Document document,
        IReadOnlyList<QuotationCandidate> candidates,
        ReadOnlySpan<float> first,
        int i,
        Span<int> features,
        int count
    )
    {
        var list = new FeatureWriter(features, Size) { Count = count };
        var form = candidates[i].Form.ToString();
        var own = Step(first[i]);
        var before = Neighbour(document, candidates, first, i, -1);
        var after = Neighbour(document, candidates, first, i, 1);
        list.Add(40, own, form);
        list.Add(41, before, form);
        list.Add(42, after, form);
        list.Add(43, before + after, form);
        list.Add(44, before + own, form);
        list.Add(45, after + own, form);
        list.Add(46, before + after + own, form);
        list.Add(47, Neighbour(document, candidates, first, i, -2) + before, form);
        var persons = Persons(document, candidates[i]);
        list.Add(49, before + after, persons);
        list.Add(50, after, persons);
        list.Add(51, before, persons);
        list.Add(52, own + persons, form);
        list.Add(48, Neighbour(document, candidates, first, i, 2) + after, form);
        return list.Count;
    }

    private static void AddWords(Document document, QuotationCandidate candidate, string form, ref FeatureWriter list)
    {
        for (var i = candidate.First; i < Math.Min(candidate.End, candidate.First + MostWords); i++)
        {
            list.Add(2, document.Form(i));
        }

        var persons = Persons(document, candidate);
        var tense = $"{Count(document, candidate, Present)}{Count(document, candidate, Past)}";
        list.Add(3, persons, form);
        list.Add(4, tense, form);
        list.Add(5, persons + tense, form);
        list.Add(6, persons, document.Form(candidate.First));
    }

    /// <summary>True where the candidate says "I" or "we".</summary>
    public static bool HasFirstPerson(Document document, QuotationCandidate candidate) =>
        Count(document, candidate, FirstPerson) > 0;

    private static string Persons(Document document, QuotationCandidate candidate) =>
        $"{Count(document, candidate, FirstPerson)}{Math.Min(1, Count(document, candidate, SecondPerson))}";

    // Words of a candidate that a list holds, at most two.
    private static int Count(Document document, QuotationCandidate candidate, string list)
    {
        Span<char> lower = stackalloc char[12];
        var count = 0;
        for (var i = candidate.First; i < Math.Min(candidate.End, candidate.First + MostWords) && count < 2; i++)
        {
            var word = document.Form(i);
            if (word.Length > 10)
            {
                continue;
            }

            var n = word.ToLowerInvariant(lower[1..]) + 2;
            lower[0] = lower[n - 1] = ' ';
            count += list.AsSpan().Contains(lower[..n], StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    private static void AddReport(
        Document document,
        QuotationCandidate candidate,
        Sentence sentence,
        string form,
        ref FeatureWriter list
    )
    {
        var verb = document.Form(candidate.Verb);
        var before = candidate.Verb > sentence.First ? document.Form(candidate.Verb - 1) : "^";
        var after = candidate.Verb + 1 < sentence.End ? document.Form(candidate.Verb + 1) : "$";
        list.Add(10, verb, form);
        list.Add(11, before, form);
        list.Add(12, after, form);
        list.Add(13, verb, after);
        list.Add(14, Bucket(sentence.End - candidate.Verb), form);
        list.Add(15, before.EndsWith("s") ? "s" : "-", form);
        list.Add(16, document.Form(candidate.End - 1), form);
        list.Add(17, candidate.First > sentence.First ? document.Form(candidate.First - 1) : "^", form);
        list.Add(18, Bucket(candidate.End - candidate.First), Bucket(sentence.End - candidate.Verb));
    }

    private static string Bucket(int length) =>
        length switch
        {
            <= 3 => "3",
            <= 6 => "6",
            <= 10 => "10",
            <= 16 => "16",
            <= 25 => "25",
            <= 40 => "40",
            _ => "99",
        };

    private static string Step(float probability) =>
        probability < 0.1 ? "a"
        : probability < 0.35 ? "b"
        : probability < 0.65 ? "c"
        : probability < 0.9 ? "d"
        : "e";

    // Speech goes on inside a paragraph more often than over its edge.
    private static string Neighbour(
        Document document,
        IReadOnlyList<QuotationCandidate> candidates,
        ReadOnlySpan<float> first,
        int i,
        int offset
    )
    {
        var at = i + offset;
        if (at < 0 || at >= candidates.Count)
        {
            return "|";
        }

        var isSame =
            document.Sentences[candidates[at].Sentence].Region == document.Sentences[candidates[i].Sentence].Region;
        var isShort = candidates[at].Form == SpeechForm.Before && candidates[at].End - candidates[at].First <= 5;
        return $"{(isSame ? '=' : '/')}{Step(first[at])}{(isShort ? 9 : (int)candidates[at].Form)}";
    }
}
