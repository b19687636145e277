using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace BriefingGen.Fusion;

/// <summary>
/// The words of a claim that carry its matter, folded so that two tellings compare: lower case, without marks, plural
/// endings and small words. Negations and figures stand apart, since they turn a claim.
/// </summary>
internal sealed class ContentWords
{
    private static readonly FrozenSet<string> Small = (
        "a an the and or but of in on at to for from by with as is are was were be been being am do does did done has have "
        + "had having will would shall should can could may might must it its they them their theirs he him his she her hers "
        + "we us our ours you your i me my this that these those there here who whom whose which what when where why how so "
        + "than then also just only very more most much many some any all both each other another such own same into onto "
        + "over under about after before between during through up down out off again further once if while because until "
        + "s t re ve ll d m"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // "nine dead" and "seven dead" differ as "9" and "7" do.
    private static readonly FrozenDictionary<string, string> Numbers = EmbeddedTable
        .Rows("number-words.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Negators = (
        "no not nt never none nobody nothing neither nor without zero hardly barely cannot dont doesnt didnt isnt arent wasnt "
        + "werent wont wouldnt cant couldnt shouldnt hasnt havent hadnt"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private ContentWords(
        ImmutableHashSet<string> words,
        int negations,
        ImmutableSortedSet<string> figures,
        string letters
    )
    {
        Words = words;
        Negations = negations;
        Figures = figures;
        Letters = letters;
    }

    /// <summary>The words without small words, negations and figures.</summary>
    public ImmutableHashSet<string> Words { get; }

    /// <summary>How many words deny.</summary>
    public int Negations { get; }

    /// <summary>The figures, in digits.</summary>
    public ImmutableSortedSet<string> Figures { get; }

    /// <summary>All letters and digits in lower case: equal for two prints of one text, whatever marks were lost.</summary>
    public string Letters { get; }

    public static ContentWords Of(string text)
    {
        var words = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var figures = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var letters = new StringBuilder(text.Length);
        var negations = 0;
        foreach (var word in Split(text))
        {
            _ = letters.Append(word);
            if (Negators.Contains(word))
            {
                negations++;
            }
            else if (char.IsDigit(word[0]))
            {
                _ = figures.Add(word);
            }
            else if (Numbers.TryGetValue(word, out var digits))
            {
                _ = figures.Add(digits);
            }
            else if (!Small.Contains(word))
            {
                _ = words.Add(Stem(word));
            }
        }

        return new ContentWords(words.ToImmutable(), negations, figures.ToImmutable(), letters.ToString());
    }

    /// <summary>The words of a text in lower case, apostrophes dropped.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                _ = word.Append(char.ToLowerInvariant(c));
            }
            else if (!IsInside(text, i) && word.Length > 0)
            {
                yield return word.ToString();
                _ = word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>True for a word that is neither small nor a negation.</summary>
    public static bool IsTelling(string word) => !Small.Contains(word) && !Negators.Contains(word);

    /// <summary>The telling words of a text, repeats included; figures as well, small words not.</summary>
    public static IEnumerable<string> Terms(string text) =>
        Split(text).Where(w => !Small.Contains(w) && !Negators.Contains(w)).Select(Stem);

    /// <summary>A word without the ending of plural, past or present participle.</summary>
    public static string Stem(string word)
    {
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
        {
            return word[..^3];
        }

        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }

        return word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    /// <summary>Share of the words of both that both have: from 0 to 1 (Jaccard index).</summary>
    public double Similarity(ContentWords other)
    {
        var shared = Shared(other);
        var union = Words.Count + other.Words.Count - shared;
        return union == 0 ? 0 : (double)shared / union;
    }

    /// <summary>Number of words that both have.</summary>
    public int Shared(ContentWords other) =>
        Words.Count <= other.Words.Count ? Words.Count(other.Words.Contains) : other.Shared(this);

    /// <summary>True where the two can say the same: both deny or neither does, and no figure differs.</summary>
    public bool SaysAlike(ContentWords other) =>
        Negations % 2 == other.Negations % 2 && Figures.SetEquals(other.Figures);

    // An apostrophe in "don't", a comma or point in "1,200".
    private static bool IsInside(string text, int i) =>
        i > 0
        && i + 1 < text.Length
        && (
            text[i] is '\'' or '’'
                ? char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
                : text[i] is ',' or '.' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])
        );
}
